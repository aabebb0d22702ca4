"""One line a finding: for a terminal, an editor and `grep` alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from privlint.catalogue import select
from privlint.escaping import printable
from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.reporters.concise import render
from privlint.reporters.layout import Layout
from privlint.rule import Flag, Rule

from ..conftest import ROOT, SMALL, Golden, terms
from .conftest import checked

GOLDEN = ROOT / "tests" / "golden" / "small"
BAD = (ROOT / "tests" / "registers" / "bad.yaml").read_text(encoding="utf-8")


def test_a_report_looks_as_it_was_meant_to_look(golden: Golden) -> None:
    """What a user sees of a small bad register; a change of it is read in review."""
    text = render(checked(BAD, "DPO001", "RET001"), Layout())
    golden.check(GOLDEN / "concise.txt", text)


def test_each_finding_is_a_line_that_editors_can_jump_to() -> None:
    """`path:line:column: CODE message`, and the summary as the last line."""
    *lines, summary = render(checked(BAD, "DPO001", "RET001"), Layout()).splitlines()
    assert len(lines) == 3
    assert all(re.fullmatch(r"shop\.yaml:\d+:\d+: [A-Z]{3}\d{3} .+", line) for line in lines)
    assert summary == (
        "1 register checked by 2 rules as of 2026-11-22; 2 errors, 1 warning "
        "(1 of them for a person to decide)."
    )


def test_nothing_found_is_not_called_lawful() -> None:
    """Nor is a run without rules."""
    assert render(checked(SMALL, "RET001"), Layout()) == (
        "1 register checked by 1 rule as of 2026-11-22; "
        "nothing found, which does not make a statement lawful.\n"
    )


def test_a_rule_that_failed_is_named_with_its_file() -> None:
    """The short format does not hide it either."""

    def falls(_: Register, __: Facts) -> Iterator[Flag]:
        raise LookupError("no\nsuch thing")

    card = select(["DPO001"]).rules[0].card
    shown = render(checked(SMALL, on=terms(rules=(Rule(card, Register, falls),))), Layout())
    failed, summary = shown.splitlines()
    assert failed == (
        "shop.yaml: failed: rule DPO001 (dpo-statement-missing): LookupError: no\\u000asuch thing"
    )
    assert summary.endswith("; 1 rule failed.")


def test_colour_adds_nothing_but_colour() -> None:
    """Without the escape sequences it is the same text."""
    report = checked(BAD, "DPO001", "RET001")
    painted = render(report, Layout(80, lambda text, _: f"\x1b[1m{text}\x1b[0m"))
    assert painted != render(report, Layout())
    assert re.sub(r"\x1b\[\d+m", "", painted) == render(report, Layout())


@given(st.text(min_size=1, max_size=30))
def test_whatever_stands_in_a_register_each_finding_stays_one_line(name: str) -> None:
    """Line breaks and escape sequences in keys and values are shown as what they are."""
    escaped = "".join(f"\\U{ord(character):08x}" for character in name)
    report = checked(f'{SMALL}dpo: {{status: "{escaped}", "{escaped}": 1}}\n', path=name)
    shown = render(report, Layout())
    assert shown.count("\n") == len(report.findings) + 1
    assert all(printable(line) == line for line in shown.split("\n"))
