"""The timeline: what changed on which day says the same as the tables of what holds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from privlint.catalogue import ALL, catalogue
from privlint.knowledge.load import sources
from privlint.rule import GDPR_APPLIES, Rule

from ..conftest import DAY

Raw = dict[str, Any]

APPLIES = date.fromisoformat(GDPR_APPLIES)
FILES = sources()
ROWS: dict[str, Raw] = {
    f"{table}/{row['id']}": row
    for content in FILES.values()
    for table, rows in content.items()
    if isinstance(rows, list)
    for row in rows
}
"""Every row of every table, as `table/id`."""

EVENTS: list[Raw] = FILES["timeline.yaml"]["events"]
WATCH: list[Raw] = FILES["timeline.yaml"]["watch"]
CODES = {rule.card.code for rule in catalogue()}

EACH = pytest.mark.parametrize("event", [*EVENTS, *WATCH], ids=lambda event: event["id"])


def eve(day: date) -> date:
    """Return the day before."""
    return day - timedelta(days=1)


@EACH
def test_the_rules_concerned_exist(event: Raw) -> None:
    """An event names codes of the catalogue, or every rule."""
    assert set(event["rules"]) <= CODES | {ALL}


@EACH
def test_what_begins_has_the_same_days(event: Raw) -> None:
    """A row that an event begins starts on its day; if the event has an end, so has the row."""
    for name in event.get("begins", ()):
        assert ROWS[name]["from"] == event["from"], name
        assert event["until"] is None or ROWS[name]["until"] in {event["until"], None}, name


@EACH
def test_what_ends_ended_on_the_day_before(event: Raw) -> None:
    """The last day of a row that an event ends is the one before it."""
    for name in event.get("ends", ()):
        assert ROWS[name]["until"] == eve(event["from"]), name


@EACH
def test_an_end_is_that_of_something(event: Raw) -> None:
    """The last day of an event is that of a row it begins, or the eve of another event."""
    ends = {eve(other["from"]) for other in EVENTS}
    ends |= {ROWS[name]["until"] for name in event.get("begins", ())}
    ends |= {row["until"] for row in FILES["adequacy.yaml"]["decisions"]}
    assert event["until"] is None or event["until"] in ends


def test_events_stand_in_their_order() -> None:
    """The table is read from the first day to the last."""
    days = [event["from"] for event in EVENTS]
    assert days == sorted(days)


@pytest.mark.parametrize("table", ["decisions", "cookie_laws", "marketing_laws", "statutory"])
def test_every_change_of_a_dated_fact_is_an_event(table: str) -> None:
    """A row that begins or ends while the GDPR applies is named by the event of that day."""
    begun = {name for event in EVENTS for name in event.get("begins", ())}
    ended = {name for event in EVENTS for name in event.get("ends", ())}
    for name, row in ROWS.items():
        is_of_a_country = row.get("country") or row.get("countries")
        if not name.startswith(f"{table}/") or not is_of_a_country:
            continue
        assert row["from"] is None or row["from"] <= APPLIES or name in begun, name
        assert row["until"] is None or not APPLIES <= row["until"] < DAY or name in ended, name


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.card.code)
def test_a_rule_that_begins_or_ends_has_an_event(rule: Rule) -> None:
    """A rule that does not ask since the GDPR applies is concerned by an event of its first day."""
    card = rule.card
    days = {event["from"] for event in EVENTS if card.code in event["rules"]}
    assert date.fromisoformat(card.since) in days | {APPLIES}
    assert card.until is None or date.fromisoformat(card.until) in map(eve, days)
