"""What somebody answers for, what can be mended, and by which names findings are found again."""

from __future__ import annotations

import json
from typing import Any

from junitparser import JUnitXml, Skipped

from privlint.report import Report
from privlint.reporters import render
from privlint.reporters.layout import Layout
from privlint.reporters.plain_data import fingerprinted

from .sample import FILES, sample


def told(report: Report) -> Any:
    """Return the report as a program reads it."""
    return json.loads(render("json", report, Layout()))


def test_programs_read_who_answers_for_a_finding() -> None:
    """In the order of the file, among those that count; the counts leave it out."""
    data = told(sample())
    suppressed = [one["suppressed"] for one in data["findings"] if one["suppressed"]]
    assert suppressed == [
        {
            "kind": "baseline", "reason": "known since the start", "owner": None, "until": None,
            "path": "privlint-baseline.json", "line": None,
        },
        {
            "kind": "comment", "reason": "asked of the mailer", "owner": "@owner",
            "until": "2027-03-01", "path": "shop.yaml", "line": 13,
        },
    ]  # fmt: skip
    lines = [one["start"]["line"] for one in data["findings"] if one["path"] == "shop.yaml"]
    assert lines == sorted(lines)
    assert data["summary"]["suppressed"] == 2
    counted = [one for one in data["findings"] if not one["suppressed"]]
    assert sum(data["summary"][word] for word in ("error", "warning", "info")) == len(counted)


def test_programs_can_apply_what_mends_a_finding() -> None:
    """The stretch that is replaced is told in lines and columns, its end exclusive."""
    (fix,) = (one["fix"] for one in told(sample())["findings"] if one["fix"])
    ((edit,),) = (fix["edits"],)
    lines = FILES["misspelt.yaml"].splitlines()
    line = lines[edit["start"]["line"] - 1]
    start, end = edit["start"]["column"] - 1, edit["end"]["column"] - 1
    assert line[start:end] == "rihgts"
    assert line[:start] + edit["content"] + line[end:] == "rights: {}"


def test_an_ignore_changes_the_name_of_no_other_finding() -> None:
    """Of two findings at one place the second keeps its number when the first is suppressed."""
    made = sample()
    first = made.findings[0]
    twice = made.replace(findings=(first, first.replace(message="z")), suppressed=())
    one_suppressed = twice.replace(
        findings=twice.findings[1:],
        suppressed=(first.replace(suppression=made.suppressed[0].suppression),),
    )
    named, after = (
        {finding.message: name for finding, name in fingerprinted(report)}
        for report in (twice, one_suppressed)
    )
    assert named == after
    assert len(set(named.values())) == 2


def test_a_name_goes_by_ids_and_by_positions_only_where_there_are_none() -> None:
    """Entries that are sorted keep theirs; without ids the pointer counts."""
    made = sample()
    first = made.findings[0].replace(logical="data[name]", where=("data", 0))
    moved = first.replace(where=("data", 3))

    def name(finding: Any) -> str:
        ((_, one),) = fingerprinted(made.replace(findings=(finding,), suppressed=()))
        return one

    assert name(first) == name(moved)
    assert name(first.replace(logical="")) != name(moved.replace(logical=""))
    assert name(first) != name(first.replace(path="other.yaml"))


def test_a_case_of_junit_is_skipped_where_all_that_it_found_is_suppressed() -> None:
    """With the justification; where something counts, that is the result."""
    made = sample()
    skipped = _skipped(made)
    assert "DPO001 dpo-statement-missing" not in skipped  # a question of it still counts
    assert "RET001 retention-missing" not in skipped
    (suppressed,) = (one for one in made.suppressed if one.card.code == "RET001")
    skipped = _skipped(made.replace(findings=(), suppressed=(suppressed,)))
    assert skipped["RET001 retention-missing"] == (
        "suppressed: asked of the mailer (@owner, until 2027-03-01, ignored in shop.yaml:13)"
    )


def _skipped(report: Report) -> dict[str, str]:
    suites = JUnitXml.fromstring(render("junit", report, Layout()).encode())
    return {
        case.name: result.message
        for suite in suites
        for case in suite
        for result in case.result
        if isinstance(result, Skipped)
    }


def test_findings_on_what_is_no_register_are_told_in_every_format() -> None:
    """A configuration or a baseline has its lines beside the inputs."""
    made = sample()
    beside = made.inputs[0].replace(path="privlint.toml", as_of=None, crashes=(), not_run=())
    finding = made.findings[0].replace(path="privlint.toml", message="said of the settings")
    made = made.replace(findings=(*made.findings, finding), beside=(beside,))
    for name in ("full", "concise", "json", "sarif", "junit", "github", "gitlab", "html"):
        assert "said of the settings" in render(name, made, Layout(shows_suppressed=True))
    suites = JUnitXml.fromstring(render("junit", made, Layout()).encode())
    assert [suite.name for suite in suites][-1] == "privlint.toml"
