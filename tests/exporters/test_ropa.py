"""The record of processing holds what the register holds, and shows what it does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from privlint.exporters import Subject
from privlint.exporters.ropa import FORMATS, LAYOUTS
from privlint.exporters.ropa.layouts import LAYOUTS as COLUMNS
from privlint.register import CategoryEntry, LegalBasis, RetentionEntry, Transfer
from privlint.schema.store import schema

from ..conftest import ROOT, Golden
from ..test_any_register import Drawer
from .reading import READERS, Rows
from .records import PLAIN, SHOPS, of_data, record, small, subject

EVERY_LAYOUT = pytest.mark.parametrize("layout", LAYOUTS)
EVERY_FORMAT = pytest.mark.parametrize("name", FORMATS)
GAP = "not in the statement"
LEFT = "not looked at yet"


def cells(made: Subject, layout: str = "ap") -> dict[str, dict[str, str]]:
    """Return the cells of a record: by activity, or by table, and by column."""
    rows = READERS["xlsx"](record(made, layout, "xlsx"))
    start = next(n for n, row in enumerate(rows) if row[0] == "Processing activity")
    head = [name.partition(" [")[0] for name in rows[start]]
    end = next(n for n, row in enumerate(rows) if row[0] == "Recipient")
    found = {row[0]: dict(zip(head, row, strict=True)) for row in rows[start + 1 : end]}
    return {"cover": {row[0]: row[1] for row in rows[:start]}, **found}


@EVERY_LAYOUT
def test_the_record_of_a_small_shop_is_as_it_was(layout: str, golden: Golden) -> None:
    """In Markdown, which people can read in a diff."""
    text = record(subject(PLAIN.read_text(encoding="utf-8")), layout).decode()
    golden.check(ROOT / f"tests/golden/ropa/{layout}.md", text)


@EVERY_FORMAT
@EVERY_LAYOUT
@pytest.mark.parametrize("shop", SHOPS, ids=lambda path: path.stem)
def test_every_fact_of_a_shop_stands_in_a_cell(shop: Path, layout: str, name: str) -> None:
    """Titles, kinds of data, bases, periods, recipients and countries, in each form."""
    made = subject(shop.read_text(encoding="utf-8"))
    holds_all(made, READERS[name](record(made, layout, name)))


@pytest.mark.parametrize("seed", range(40))
def test_every_fact_of_any_register_stands_in_a_cell(seed: int) -> None:
    """Registers drawn at random from the schema say what no statement has said yet."""
    made = of_data(Drawer(seed).draw(schema("register")))
    layout = LAYOUTS[seed % len(LAYOUTS)]
    holds_all(made, READERS["csv"](record(made, layout, "csv")))


def holds_all(made: Subject, rows: Rows) -> None:
    """Assert that every purpose has a row, and every fact a cell."""
    names = [row[0] for row in rows if row]
    for purpose in made.register.purposes.values():
        assert purpose.title is None or shown(purpose.title) in names
    text = "\n".join(cell for row in rows for cell in row)
    for fact in facts(made):
        assert shown(fact) in text, fact


def shown(text: str) -> str:
    """Return a text as a record shows it."""
    from privlint.escaping import printable  # noqa: PLC0415 - the tests of formats know no escape

    return printable(" ".join(text.split()))


TOLD_BESIDE = {"claims", "minors", "account", "rights", "complaint", "marketing", "contacts"}
"""Sections that tell of no processing of their own."""


def facts(made: Subject) -> Iterator[str]:
    """Yield what has to be found, in the words of the knowledge."""
    register, known = made.register, made.facts
    for entry in register.all(CategoryEntry):
        if entry.where[0] in TOLD_BESIDE or "provision" in entry.where:
            continue
        category = known.category(entry.id)
        assert category is not None
        yield known.words(category)["en"][0]
    for basis in register.all(LegalBasis):
        found = known.basis(basis.basis)
        if found is not None and basis.where[0] not in TOLD_BESIDE:
            yield known.words(found)["en"][0]
            yield found.article.removeprefix("GDPR ").removeprefix("ePrivacy ")
    yield from (entry.length for entry in register.all(RetentionEntry))
    for recipient in register.recipients.values():
        yield recipient.name or ""
        yield known.country_name(recipient.seat) if recipient.seat else ""
    for transfer in register.all(Transfer):
        if transfer.happens and transfer.names_country and transfer.country:
            yield known.country_name(transfer.country)
    places = {"EEA": "European Economic Area", "EU": "European Union", "unnamed": "not named"}
    for one in register.storage:
        yield places.get(one.place or "") or known.country_name(one.place or "")


@EVERY_LAYOUT
def test_a_record_has_a_column_for_all_that_art_30_asks_for(layout: str) -> None:
    """Points b to g of paragraph 1; point a stands on the cover too."""
    points = {column.point for column in COLUMNS[layout]} - {""}
    assert points == set("abcdefg")
    labels = [column.label for column in COLUMNS[layout]]
    assert len(labels) == len(set(labels))


@EVERY_FORMAT
@EVERY_LAYOUT
def test_a_register_that_says_nothing_has_a_record_of_gaps(layout: str, name: str) -> None:
    """Its cover says whose it is; there is no activity, and nothing is invented."""
    rows = READERS[name](record(of_data(small()), layout, name))
    told = {row[0]: row[1] for row in rows if len(row) == 2}
    told |= {row[0]: row[1] for row in rows if len(row) > 2}
    for what in ("Controller", "Representative", "Data protection officer"):
        assert told[what] == GAP
    assert told["Read as of"] == "2026-11-22"
    assert told["Register"] == "shop.yaml"


def test_silence_and_an_explicit_no_are_told_apart() -> None:
    """An empty list of recipients means nobody; an absent one means that nothing is said."""
    purposes = {
        "a": {"title": "Told", "data": [{"categories": ["name"], "recipients": []}]},
        "b": {"title": "Silent", "data": [{"categories": ["name"]}]},
    }
    found = cells(of_data(small(purposes=purposes, dpo={"status": "not_appointed"})))
    assert found["Told"]["Categories of recipients"] == "nobody, as the statement says"
    assert found["Silent"]["Categories of recipients"] == GAP
    assert found["cover"]["Data protection officer"] == "none appointed, as the statement says"


def test_what_nobody_has_looked_at_is_no_silence_of_the_statement() -> None:
    """A path under `todo` covers what is below it, and stands on the cover."""
    data = small(
        purposes={
            "a": {"title": "A", "data": [{"categories": ["name"]}, {"categories": ["email"]}]},
            "b": {"title": "B"},
        },
        todo=["dpo", "purposes.a.data.0.retention", "purposes.b", "security"],
    )
    found = cells(of_data(data))
    assert found["cover"]["Data protection officer"] == LEFT
    assert "purposes > a > data > 0 > retention" in found["cover"]["Not looked at yet"]
    assert found["A"]["Retention period"] == LEFT
    assert found["A"]["Legal basis"] == GAP
    assert found["B"]["Legal basis"] == LEFT
    assert found["B"]["Security measures"] == LEFT


def test_what_is_left_of_one_part_is_told_at_that_part() -> None:
    """The other part has its period."""
    parts = [{"categories": ["name"], "retention": {"period": "P2Y"}}, {"categories": ["email"]}]
    data = small(purposes={"a": {"title": "A", "data": parts}}, todo=["purposes.a.data.1"])
    assert cells(of_data(data))["A"]["Retention period"] == f"(1) 2 years\n(2) {LEFT}"


def test_parts_of_a_purpose_that_differ_are_numbered() -> None:
    """Their numbers are those of the kinds of data; what is the same of all is told once."""
    parts = [
        {"categories": ["name"], "source": "observed", "retention": {"until": "unsubscribe"}},
        {"categories": ["email"], "source": "observed", "retention": {"indefinite": True}},
        {"categories": ["phone"], "source": "observed", "retention": {"indefinite": True}},
    ]
    found = cells(of_data(small(purposes={"a": {"title": "A", "data": parts}})), "gba")["A"]
    assert found["Categories of data"] == "(1) name\n(2) email address\n(3) phone number"
    assert found["Retention period"] == "(1) until the person unsubscribes\n(2, 3) for ever"
    assert found["Source of the data"] == "observed while the site or service is used"


def test_what_is_said_for_everything_is_told_as_such() -> None:
    """It fills the gap of a purpose, but not of one that has its own, nor of one left aside."""
    general = {"retention": {"period": "P1Y", "purposes": ["a", "b"]}}
    purposes = {
        "a": {"title": "A"},
        "b": {"title": "B", "retention": {"period": "P2Y"}},
        "c": {"title": "C"},
    }
    found = cells(of_data(small(general=general, purposes=purposes)))
    assert found["A"]["Retention period"] == "said for everything: 1 year"
    assert found["B"]["Retention period"] == "2 years"
    assert found["C"]["Retention period"] == GAP
    row = found["Said for everything, tied to no purpose"]
    assert row["Retention period"] == "1 year (only for: A; B)"


def test_a_transfer_is_told_as_stated_and_nothing_is_added_that_is_only_known() -> None:
    """Google Analytics reaches the United States, but this statement does not say so."""
    recipients = {
        "known": {"name": "Google", "vendor": "google-analytics"},
        "stated": {"name": "Mailer", "transfers": [{"country": "IN", "safeguard": "scc"}]},
        "seated": {"name": "Host", "country": "US"},
    }
    purposes = {name: {"title": name, "recipients": [name]} for name in recipients}
    found = cells(of_data(small(recipients=recipients, purposes=purposes)))
    column = "Transfers outside the EEA, and safeguards"
    assert found["known"][column] == GAP
    clauses = "standard contractual clauses, generation not said"
    assert found["stated"][column] == f"Mailer: to India: {clauses}"
    assert found["seated"][column] == "Host: is in United States; no transfer is told"


def test_a_recipient_that_the_register_does_not_describe_is_named_as_such() -> None:
    """An export does not fail where a rule finds a fault."""
    purposes = {"a": {"title": "A", "recipients": ["no_such"]}}
    told = cells(of_data(small(purposes=purposes)))["A"]["Categories of recipients"]
    assert told == "no such (not among the recipients of the register)"


@EVERY_FORMAT
def test_the_same_register_gives_the_same_bytes(name: str) -> None:
    """No hour of the day, no order of sets."""
    made = subject(PLAIN.read_text(encoding="utf-8"))
    assert record(made, "gba", name) == record(made, "gba", name)
