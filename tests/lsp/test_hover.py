"""What is shown under the cursor."""

from __future__ import annotations

import pytest

from privlint.lsp.buffer import Buffer
from privlint.lsp.hover import hover

from .editing import SHOP, shop


def shown(find: str, *, after: str = "") -> str:
    """Return what is shown inside the first such text after another."""
    told = hover(*shop(find, after=after))
    return told.markdown if told is not None else ""


@pytest.mark.parametrize(
    ("find", "after", "told"),
    [
        ("role", "", "**role**"),
        ("legal_basis", "", "GDPR"),
        ("purposes", "", "Art. 13(1)(c) GDPR"),
        ("when", "", "Conditional stays conditional"),
        ("google-analytics", "", "Google Ireland Limited"),
        ("address]", "", "adres"),
        ("contract}", "", "GDPR 6(1)(b)"),
        ("NL", "", "Netherlands, inside the EEA"),
        ("no_sharing", "", "held against the rest by"),
        ("carrier", "recipients: [", "Plain Parcels"),
        ("carrier", "recipients: [", "role: controller"),
        ("host", "to: ", "Plain Hosting"),
        ("newsletter", "about:", "Send the newsletter"),
    ],
)
def test_a_field_and_what_is_known_of_a_value_are_shown(find: str, after: str, told: str) -> None:
    """From the schema, the knowledge, and the register itself."""
    assert told in shown(find, after=after)


def test_the_range_is_that_of_the_word() -> None:
    """So that the editor marks what it speaks of."""
    told = hover(*shop("carrier", after="recipients: ["))
    assert told is not None
    assert SHOP[told.start : told.end] == "carrier"


def test_a_rule_is_shown_where_it_found_something() -> None:
    """The card in full, under what is said of the field; of many rules, the further in a line."""
    buffer, _ = shop("privlint")
    told = hover(buffer, 1)
    first = [finding.card for finding in buffer.findings if finding.span.start_line == 1]
    assert told is not None
    assert "Version of this format." in told.markdown
    assert f"## {first[0].code} {first[0].name}" in told.markdown
    assert "### What to do" in told.markdown
    assert all(card.code in told.markdown for card in first)


@pytest.mark.parametrize("name", ["RET001", "retention-missing", "BEL004"])
def test_a_rule_is_shown_where_a_comment_ignores_it(name: str) -> None:
    """By its code, its name, or a code that it took over."""
    text = SHOP.replace("privlint: 1", f"privlint: 1  # privlint: ignore[DPO001, {name}] because")
    told = hover(Buffer("file:///policies/shop.yaml", text), text.index(name) + 2)
    assert told is not None
    assert text[told.start : told.end] == name
    assert told.markdown.startswith("## RET00")


def test_nothing_is_shown_where_there_is_nothing_to_say() -> None:
    """Between the lines, and in prose."""
    assert shown("Send the newsletter") == ""
    assert hover(Buffer("file:///policies/shop.yaml", SHOP), len(SHOP)) is None
