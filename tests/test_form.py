"""The cards of the line itself, and the one fault that it finds in its own facts."""

from __future__ import annotations

from datetime import date

import pytest

from privlint.form import INPUTS, KNOWLEDGE, TRACES, staleness
from privlint.knowledge.facts import Knowledge
from privlint.rule import Severity
from privlint.where import ROOT

TABLES = {"INP": INPUTS, "TRC": TRACES, "KNO": KNOWLEDGE}


@pytest.mark.parametrize("letters", TABLES)
def test_a_table_holds_one_family(letters: str) -> None:
    """The cards of a table have its letters, one family, and a number of their own."""
    cards = TABLES[letters].values()
    codes = [card.code for card in cards]
    assert codes == [f"{letters}{number:03}" for number in range(1, len(codes) + 1)]
    assert len({card.family for card in cards}) == 1
    assert all(card.title and card.rationale and card.remedy.endswith(".") for card in cards)


@pytest.mark.parametrize("day", ["2018-05-25", "2021-10-18", "2026-11-22", "2027-11-22"])
def test_facts_are_fresh_for_a_year_and_for_every_day_before(day: str) -> None:
    """A day in the past never makes them stale."""
    assert staleness(Knowledge.load().as_of(date.fromisoformat(day))) == ()


@pytest.mark.parametrize("day", ["2027-11-23", "2040-01-01"])
def test_facts_are_stale_on_a_day_too_far_ahead(day: str) -> None:
    """There is one flag, on the register as a whole, and it names both days."""
    ((card, flag),) = staleness(Knowledge.load().as_of(date.fromisoformat(day)))
    assert (card.code, card.name, card.family) == ("KNO001", "knowledge-is-stale", "knowledge")
    assert (card.severity, card.law, flag.where) == (Severity.WARNING, (), ROOT)
    assert "2026-11-22" in flag.message
    assert flag.message.endswith(day)
