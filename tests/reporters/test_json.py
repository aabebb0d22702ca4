"""The format for programs: valid by its schema whatever the input, and the same every time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from privlint.catalogue import select
from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.report import Report
from privlint.reporters.json import render
from privlint.reporters.layout import Layout
from privlint.rule import Flag, Rule, flag
from privlint.running.run import run
from privlint.schema.store import schema
from privlint.terms import STATEMENT
from privlint.version import VERSION

from ..conftest import ROOT, SMALL, Golden, terms
from .conftest import checked

GOLDEN = ROOT / "tests" / "golden" / "small"
PLAIN = (ROOT / "tests" / "registers" / "plain.yaml").read_text(encoding="utf-8")
BAD = (ROOT / "tests" / "registers" / "bad.yaml").read_text(encoding="utf-8")

VALIDATOR = Draft202012Validator(schema("report"), format_checker=FormatChecker())


def told(report: Report) -> Any:
    """Return a report as a program reads it; it must be valid."""
    data = json.loads(render(report, Layout()))
    VALIDATOR.validate(data)
    return data


def test_a_report_holds_what_it_was_meant_to_hold(golden: Golden) -> None:
    """What a program reads of a small bad register; a change of it is read in review."""
    data = told(checked(BAD, "DPO001", "RET001"))
    assert data["tool"]["version"] == VERSION
    # These two change with every release.
    data["tool"]["version"] = data["knowledge"]["checked"] = "..."
    golden.check(GOLDEN / "report.json", json.dumps(data, indent=2, ensure_ascii=False) + "\n")


@pytest.mark.parametrize(
    "source",
    [
        PLAIN,
        BAD,
        SMALL,
        "",
        "\ufeff# nothing",
        "a: 'b",
        "a: 1\na: 2\n",
        "[" * 1000,
        "a: &x [*x]",
        "privlint: 1\n",
        SMALL + 'dpo: {status: "\\e[31m\\u202e\\0"}\n',
        SMALL + "\U0001f600: \U0001f600\n",
        b"a: \xff\n",
        b"\x00",
        b"\xff\xfea\x00",
    ],
)
@pytest.mark.parametrize("as_of", [date(2018, 5, 25), date(2026, 11, 22), STATEMENT])
def test_the_report_is_valid_whatever_was_read(source: str | bytes, as_of: date | str) -> None:
    """Good, bad and impossible input give a report that the schema allows."""
    data = told(checked(source, on=terms(as_of=as_of)))
    (asked,) = data["inputs"]
    assert (asked["status"] == "unchecked") is (asked["as_of"] is None)
    assert bool(data["summary"]["unchecked"]) is (asked["status"] == "unchecked")
    assert sum(data["summary"][word] for word in ("error", "warning", "info")) == len(
        data["findings"]
    )


@given(st.binary(max_size=40))
def test_the_report_is_valid_for_any_bytes(source: bytes) -> None:
    """There is no file that makes it invalid."""
    told(checked(source, "DPO001", path=source.decode("latin-1")))


def test_inputs_without_bytes_have_no_digest(tmp_path: Path) -> None:
    """The others have that of their bytes."""
    good = tmp_path / "good.yaml"
    good.write_text(SMALL, encoding="utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    asking = terms("DPO001").replace(wants_digests=True)
    data = told(run([str(good), str(tmp_path / "nowhere"), str(empty)], asking))
    assert [len(asked["sha256"] or "") for asked in data["inputs"]] == [64, 0, 0]


def test_places_are_told_as_pointer_and_as_lines() -> None:
    """What is absent has a pointer all the same."""
    findings = told(checked(BAD, "DPO001", "RET001"))["findings"]
    assert findings[0]["pointer"] == "/dpo"
    assert findings[0]["start"] == {"line": 2, "column": 1}
    assert findings[1]["start"] == {"line": 11, "column": 3}
    (fault,) = told(checked(SMALL + '"a/b~c": 1\n'))["findings"]
    assert fault["pointer"] == "/a~1b~0c"


def test_further_places_and_failures_are_told() -> None:
    """A contradiction has two places, and a rule that failed is named with its file."""

    def odd(register: Register, _: Facts) -> Iterator[Flag]:
        yield flag(register, "here and there", at="shop", related=((("statement",), "there"),))

    def falls(_: Register, __: Facts) -> Iterator[Flag]:
        raise LookupError("no such thing")

    card = select(["DPO001"]).rules[0].card
    rules = (Rule(card, Register, odd), Rule(card, Register, falls))
    data = told(checked(SMALL, on=terms(rules=rules)))
    (finding,) = data["findings"]
    assert finding["related"] == [
        {"label": "there", "start": {"line": 3, "column": 1}, "end": {"line": 3, "column": 10}}
    ]
    assert data["failures"] == [
        {"code": "DPO001", "path": "shop.yaml", "error": "LookupError('no such thing')"}
    ]


def test_a_fingerprint_survives_moved_lines() -> None:
    """It names the rule, the file and the entry, not the line."""
    before = told(checked(BAD, "DPO001", "RET001"))["findings"]
    after = told(checked("# new\n" + BAD.replace("Deliver", "Send"), "DPO001", "RET001"))[
        "findings"
    ]
    assert [f["fingerprint"] for f in before] == [f["fingerprint"] for f in after]
    assert [f["start"] for f in before] != [f["start"] for f in after]
    assert len({f["fingerprint"] for f in before}) == len(before)


def test_the_same_input_gives_the_same_bytes() -> None:
    """And they are ASCII, so that no locale changes them."""
    text = render(checked(BAD + "# é\n"), Layout())
    assert text == render(checked(BAD + "# é\n"), Layout(40, lambda text, _: f"<{text}>"))
    assert text.isascii()
