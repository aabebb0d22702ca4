"""What holds for every format: hostile text stays text, nothing is lost, it can be read back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from junitparser import JUnitXml

from privlint.finding import Suppression
from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.report import Report
from privlint.reporters import REPORTERS, render
from privlint.reporters.layout import Layout
from privlint.rule import Flag, Rule
from privlint.running.run import report as report_of
from privlint.version import HOME

from ..conftest import SMALL, terms
from .conftest import checked

HOSTILE = (
    "privlint: 1\n"
    'shop: {name: "S", country: BE}\n'
    "statement: {language: nl}\n"
    "recipients:\n"
    '  x: {name: "<script>|`a`](http://evil.example) ::error::x ]]>\\e[31m\\n::warning::y @all", '
    "kind: category}\n"
    "general: {recipients: [x]}\n"
)
"""A register whose words would be code, markup, a table row or a command somewhere."""

EVERY = pytest.mark.parametrize("name", REPORTERS)


def falls(register: Register, _: Facts) -> Iterator[Flag]:
    """Fail."""
    raise LookupError(f"by design ]]> ::error:: <b> {register.shop.name}")


def crashed() -> Report:
    """Return the report of a run in which a rule failed."""
    (sound,) = terms("RIG014").rules
    broken = Rule(sound.card.replace(code="TST001", name="falls"), Register, falls)
    return checked(SMALL, on=terms("RIG014").replace(rules=(broken, sound)))


@EVERY
def test_nothing_of_a_register_reaches_a_terminal_raw(name: str) -> None:
    """No control character, and no line that the register made."""
    text = render(name, checked(HOSTILE), Layout())
    assert not any(ord(character) < ord(" ") and character != "\n" for character in text)
    assert not any(line.startswith("::warning::y") for line in text.splitlines())


@EVERY
@pytest.mark.parametrize("source", [SMALL, HOSTILE, "a: [1\n", b"\xff", ""])
def test_every_format_tells_of_every_input(name: str, source: str | bytes) -> None:
    """A file that cannot be read is told as well; the same input gives the same text."""
    made = checked(source)
    text = render(name, made, Layout())
    assert "shop.yaml" in text
    assert text.endswith("\n")
    assert text == render(name, checked(source), Layout())


@EVERY
def test_every_format_tells_of_a_rule_that_failed(name: str) -> None:
    """With its code, beside what the others found."""
    text = render(name, crashed(), Layout())
    assert "TST001" in text
    assert "RIG014" in text


@EVERY
def test_an_empty_report_is_one_too(name: str) -> None:
    """Nothing was asked for, and nothing found."""
    nothing = report_of([], terms("RIG014"))
    assert render(name, nothing, Layout()) == render(name, nothing, Layout())


def test_each_line_of_jsonl_is_a_finding_and_the_last_is_the_summary() -> None:
    """With the fields of `json`."""
    made = checked(HOSTILE)
    *findings, last = [json.loads(line) for line in render("jsonl", made, Layout()).splitlines()]
    assert findings == json.loads(render("json", made, Layout()))["findings"]
    assert last["summary"]["inputs"] == 1
    assert json.loads(render("jsonl", checked("a: [1\n"), Layout()).splitlines()[-1])[
        "unchecked"
    ] == ["shop.yaml"]


def test_junit_is_read_back() -> None:
    """A suite a file; errors and warnings fail, questions and notes do not."""
    made = checked(SMALL, "RIG014", "DPO001", "SEC001")
    suites = list(JUnitXml.fromstring(render("junit", made, Layout()).encode()))
    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [("shop.yaml", 3, 1)]
    broken = JUnitXml.fromstring(render("junit", checked("a: [1\n"), Layout()).encode())
    assert [suite.errors for suite in broken] == [1]
    assert ET.fromstring(render("junit", checked(HOSTILE), Layout())) is not None  # noqa: S314 - ours


def test_gitlab_has_the_documented_fields() -> None:
    """Description, name of the check, fingerprint, severity, path and a line from 1."""
    issues = json.loads(render("gitlab", checked(HOSTILE), Layout()))
    assert issues
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["path"] == "shop.yaml"
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    failed = json.loads(render("gitlab", crashed(), Layout()))
    assert "blocker" in {issue["severity"] for issue in failed}


def test_markdown_cannot_be_broken_out_of() -> None:
    """Each row of the table has its five cells, and no markup is the register's."""
    text = render("markdown", checked(HOSTILE), Layout())
    assert "<script" not in text
    assert text.count("](") == text.count(f"]({HOME}/")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert rows
    assert {row.count(" | ") for row in rows} == {4}


def test_a_configuration_has_one_suite_in_junit() -> None:
    """What stands beside the registers is told once, as they are."""
    report = checked(HOSTILE)
    beside = report.inputs[0].replace(path="privlint.toml")
    text = render("junit", report.replace(beside=(beside,)), Layout())
    assert text.count('<testsuite name="privlint.toml"') == 1


@pytest.mark.parametrize("question_counts", [True, False])
def test_junit_skips_a_case_only_where_all_is_answered_for(*, question_counts: bool) -> None:
    """A question that still counts is not hidden behind one that somebody answers for."""
    whole = checked(SMALL, "REC001")
    (question,) = whole.findings
    answered = question.replace(suppression=Suppression("comment", "agreed", "@me"))
    left = (question,) if question_counts else ()
    text = render("junit", whole.replace(findings=left, suppressed=(answered,)), Layout())
    assert ("suppressed: agreed (@me" in text.split("<system-out>")[0]) is not question_counts
    assert question.message in text
