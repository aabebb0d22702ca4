"""One run over many files: each is checked on the same terms, and none hides another."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from privlint.catalogue import select
from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.report import Report
from privlint.rule import Flag, Rule, Severity
from privlint.running.run import run
from privlint.source.reader import Limits
from privlint.terms import STATEMENT

from ..conftest import DAY, ROOT, SMALL, terms

PLAIN = ROOT / "tests" / "registers" / "plain.yaml"

BAD = {
    "syntax.yaml": b"a: [1\n",
    "empty.yaml": b"",
    "latin.yaml": "a: é\n".encode("latin-1"),
    "shape.yaml": b"privlint: 1\n",
    "twice.yaml": b"a: 1\na: 2\n",
    "deep.yaml": b"[" * 1000,
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a clean register, one that says nothing, and bad ones."""
    (tmp_path / "clean.yaml").write_bytes(PLAIN.read_bytes())
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    for name, content in BAD.items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def codes(report: Report, path: str) -> set[str]:
    """Return the codes of what was found in one file."""
    return {finding.card.code for finding in report.findings if finding.path == path}


@pytest.mark.usefixtures("folder")
def test_a_bad_file_neither_stops_nor_hides_the_others() -> None:
    """Between any two files that cannot be checked, the good ones are judged as if alone."""
    paths = ["nowhere.yaml", "small.yaml", *BAD, "clean.yaml"]
    report = run(paths, terms("DPO001", "RET001"))
    assert [asked.path for asked in report.inputs] == paths
    assert {asked.path for asked in report.inputs if asked.is_checked} == {
        "small.yaml",
        "clean.yaml",
    }
    assert codes(report, "small.yaml") == {"DPO001"}
    assert codes(report, "clean.yaml") == set()
    for path in ("nowhere.yaml", *BAD):
        assert all(code.startswith("INP") for code in codes(report, path))
        assert codes(report, path)


@pytest.mark.usefixtures("folder")
def test_a_report_counts_what_was_done() -> None:
    """Files, rules and findings, by severity; and what needs a person."""
    report = run(["small.yaml", "syntax.yaml", "clean.yaml"], terms("DPO001", "RET001"))
    assert [card.code for card in report.rules] == ["DPO001", "RET001"]
    assert [asked.path for asked in report.unchecked] == ["syntax.yaml"]
    assert report.count(Severity.ERROR) == 1
    assert report.count(Severity.WARNING) == 1
    assert report.count(Severity.INFO) == 0
    assert report.questions == 1
    assert report.crashes == ()


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_checked_is_told_whatever_was_selected() -> None:
    """Nobody can choose not to see that a file was not read."""
    report = run(["syntax.yaml", "shape.yaml"], terms("RET001"))
    assert codes(report, "syntax.yaml") == {"INP008"}
    assert codes(report, "shape.yaml") == {"INP016"}


def test_standard_input_gets_the_name_that_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor pipes a file that it knows by name."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SMALL.encode())))
    report = run(["-"], terms("DPO001"), stdin_name="shop.yaml")
    assert codes(report, "shop.yaml") == {"DPO001"}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("limits", "code"),
    [(Limits(size=50), "INP005"), (Limits(nodes=5), "INP010"), (Limits(depth=1), "INP012")],
)
def test_the_limits_hold_for_every_file(limits: Limits, code: str) -> None:
    """They are part of the terms."""
    report = run(["small.yaml"], terms("DPO001").replace(limits=limits))
    assert codes(report, "small.yaml") == {code}


@pytest.mark.usefixtures("folder")
def test_the_digest_of_a_file_is_that_of_its_bytes() -> None:
    """It is made where somebody asks for it, and where there are bytes."""
    asking = terms("DPO001").replace(wants_digests=True)
    small, bad, missing = run(["small.yaml", "syntax.yaml", "nowhere"], asking).inputs
    assert small.sha256 == hashlib.sha256(SMALL.encode()).hexdigest()
    assert bad.sha256 == hashlib.sha256(BAD["syntax.yaml"]).hexdigest()
    assert missing.sha256 is None
    assert run(["small.yaml"], terms("DPO001")).inputs[0].sha256 is None


def test_each_statement_can_be_judged_by_its_own_day(folder: Path) -> None:
    """One that bears no date is judged by today, and the report says so."""
    dated = SMALL.replace("language: nl", 'language: nl, date: "2021-10-18"')
    (folder / "dated.yaml").write_text(dated, encoding="utf-8")
    first, second = run(["dated.yaml", "small.yaml"], terms(as_of=STATEMENT)).inputs
    assert (first.as_of, first.is_undated) == (date(2021, 10, 18), False)
    assert (second.as_of, second.is_undated) == (DAY, True)


def test_a_name_that_no_format_could_hold_is_written_out(folder: Path) -> None:
    """File names are bytes to the system; the report stays text."""
    name = b"sh\xffop.yaml".decode("utf-8", "surrogateescape")
    try:
        (folder / name).write_text(SMALL, encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("the system allows no such name")
    (asked,) = run([name], terms("DPO001")).inputs
    assert asked.is_checked
    assert asked.path == "sh\\udcffop.yaml"


@pytest.mark.usefixtures("folder")
def test_a_rule_that_fails_is_told_with_its_file_and_the_others_go_on() -> None:
    """Nothing that other rules find is lost, on this file or on the next."""

    def falls(register: Register, _: Facts) -> Iterator[Flag]:
        raise LookupError(register.shop.name)

    (sound,) = select(["DPO001"]).rules
    broken = Rule(sound.card.replace(code="TST001", name="falls"), Register, falls)
    made: Any = terms(rules=(broken, sound))
    report = run(["small.yaml", "clean.yaml"], made)
    assert [(path, crash.card.name) for path, crash in report.crashes] == [
        ("small.yaml", "falls"),
        ("clean.yaml", "falls"),
    ]
    assert codes(report, "small.yaml") == {"DPO001"}
