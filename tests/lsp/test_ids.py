"""Ids: to their entries, to their uses, and under another name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from privlint.lsp.grammar import SECTIONS
from privlint.lsp.ids import Named, RenameError, declaration, named, renamed, uses
from privlint.lsp.outliner import outline
from privlint.register.build import build
from privlint.register.references import references
from privlint.source.reader import read
from privlint.where import Where

from ..conftest import ROOT
from .editing import SHOP, shop

REGISTERS = [*sorted((ROOT / "policies").glob("*.yaml")), ROOT / "tests/registers/plain.yaml"]


def name_at(find: str, *, after: str = "") -> Named:
    """Return the id inside the first such text after another."""
    buffer, offset = shop(find, after=after)
    found = named(buffer.outline, offset)
    assert found is not None
    return found[0]


def rename(find: str, new: str, *, after: str = "", text: str = SHOP) -> str:
    """Return the shop in which an id has another name."""
    root = outline(text)
    found = named(root, text.index(find, text.index(after)) + 1)
    assert found is not None
    for place in reversed(renamed(root, found[0], new)):
        text = text[: place.start] + new + text[place.end :]
    return text


@pytest.mark.parametrize(
    ("find", "after", "section"),
    [
        ("carrier", "recipients: [", "recipients"),
        ("host", "to:", "recipients"),
        ("carrier", "about:", "recipients"),
        ("newsletter", "about:", "purposes"),
        ("cookie_policy", "details_in:", "documents"),
    ],
)
def test_a_use_leads_to_its_entry(find: str, after: str, section: str) -> None:
    """A claim can be about a recipient or a purpose: it is about the one that is there."""
    name = name_at(find, after=after)
    place = declaration(outline(SHOP), name)
    assert name == Named(find, section)
    assert place is not None
    assert SHOP[place.start : place.end] == find
    assert SHOP[place.end] == ":"


def test_an_entry_knows_its_uses() -> None:
    """From its key as well as from any use, with what nobody has looked at yet."""
    assert name_at("carrier:") == name_at("carrier", after="about:")
    found = list(uses(outline(SHOP), Named("carrier", "recipients")))
    assert len(found) == 3
    assert {SHOP[place.start : place.end] for place in found} == {"carrier"}


def test_a_word_that_is_no_id_is_none() -> None:
    """Nor is the shop itself, where it decides."""
    for find in ("controller", "Plain Parcels", "contract}", "name, address"):
        buffer, offset = shop(find)
        assert named(buffer.outline, offset) is None
    text = SHOP + "automated_decisions: {decisions: [{what: credit, by: controller}]}\n"
    assert named(outline(text), text.rindex("controller")) is None


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.stem)
def test_the_uses_are_those_that_rules_know(path: Path) -> None:
    """What the schema calls an id is what the register's references are, and nothing else."""
    text = path.read_text(encoding="utf-8")
    document = read(text.encode())
    register = build(document.data, document.written)
    known = {document.locate(_id_of(document.data, one.where))[:2] for one in references(register)}
    root = outline(text)
    told = set()
    for section, where in SECTIONS.items():
        held = document.data
        for step in where:
            held = held.get(step, {})
        for one in held:
            places = uses(root, Named(one, section))
            told |= {document.lines.span(place.start, place.end)[:2] for place in places}
    todo = {document.locate(("todo", n))[:2] for n in range(len(document.data.get("todo", ())))}
    assert told - todo == known


def _id_of(data: Any, where: Where) -> Where:
    """Return where the id of a reference stands: a recipient can be `{to: id}`."""
    held = data
    for step in where:
        held = held[step]
    return (*where, "to") if isinstance(held, dict) else where


def test_a_rename_changes_the_entry_and_every_use() -> None:
    """And nothing else."""
    text = rename("carrier", "courier", after="recipients: [")
    assert text == SHOP.replace("carrier", "courier")
    assert rename("newsletter:", "mailing") == SHOP.replace("  newsletter:", "  mailing:").replace(
        "carrier, newsletter]", "carrier, mailing]"
    )
    assert "purposes.sales.retention" in rename("orders:", "sales")


def test_a_rename_leaves_quotes_where_they_are() -> None:
    """Around a key and around a use."""
    text = SHOP.replace("  carrier:", '  "carrier":').replace("[carrier, {", "['carrier', {")
    assert rename("carrier", "courier", after="about", text=text) == text.replace(
        "carrier", "courier"
    )


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("Courier", "small letters, digits and underscores"),
        ("", "small letters"),
        ("two words", "small letters"),
        ("1st", "small letters"),
        ("host", "is taken in `recipients`"),
        ("orders", "is taken in `purposes`"),
        ("controller", "the shop itself"),
    ],
)
def test_a_name_that_cannot_be_is_refused(new: str, why: str) -> None:
    """With a reason that says what can be."""
    with pytest.raises(RenameError, match=why):
        rename("carrier", new, after="recipients: [")


def test_an_id_without_an_entry_is_not_renamed() -> None:
    """Nobody knows what it stands for."""
    with pytest.raises(RenameError, match="has no entry"):
        rename("ghost", "spirit", text=SHOP.replace("[carrier, {to", "[ghost, {to"))
