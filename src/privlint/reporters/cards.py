"""The cards of the rules, for `explain`, `rules` and the documentation."""

from __future__ import annotations

import inspect
import json
import textwrap
from typing import TYPE_CHECKING, Any

from privlint.rule import GDPR_APPLIES, Certainty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from privlint.reporters.layout import Layout
    from privlint.rule import Card

_CERTAINTY = {
    Certainty.CERTAIN: "certain: the register alone decides",
    Certainty.LIKELY: "likely: rests on what is known of others, or on a threshold",
    Certainty.ASK: "a question: a person has to decide",
}


def as_text(cards: Sequence[Card], layout: Layout) -> str:
    """Return the cards for a terminal."""
    return "\n\n".join("\n".join(_text(card, layout)) for card in cards) + "\n"


def as_markdown(cards: Sequence[Card], _: Layout) -> str:
    """Return the cards as Markdown, a second-level heading each."""
    return "\n\n".join("\n".join(_markdown(card)) for card in cards) + "\n"


def as_json(cards: Sequence[Card], _: Layout) -> str:
    """Return the cards as a JSON list, with all their fields."""
    return json.dumps([_fields(card) for card in cards], indent=2, ensure_ascii=True) + "\n"


def as_table(cards: Sequence[Card], layout: Layout) -> str:
    """Return a line for each card: code, severity, name and title."""
    name_width = max((len(card.name) for card in cards), default=0)
    lines = [
        f"{layout.paint(card.code, 'bold')}  {card.severity.word:<7}  "
        f"{card.name:<{name_width}}  {card.title}".rstrip()
        for card in cards
    ]
    return "\n".join([*lines, f"{len(cards)} rule{'' if len(cards) == 1 else 's'}"]) + "\n"


def as_markdown_table(cards: Sequence[Card], _: Layout) -> str:
    """Return a Markdown table of the cards."""
    lines = ["| code | name | severity | what it finds | law |", "| --- | --- | --- | --- | --- |"]
    lines += [
        f"| {card.code} | `{card.name}` | {card.severity.word} | {card.title} "
        f"| {', '.join(card.law)} |"
        for card in cards
    ]
    return "\n".join(lines) + "\n"


FORMATS: dict[str, Callable[[Sequence[Card], Layout], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
"""How `explain` can print cards."""

LISTS: dict[str, Callable[[Sequence[Card], Layout], str]] = {
    "table": as_table,
    "markdown": as_markdown_table,
    "json": as_json,
}
"""How `rules` can print them."""


def _text(card: Card, layout: Layout) -> Iterator[str]:
    yield f"{layout.paint(card.code, 'bold red')} {layout.paint(card.name, 'bold')}"
    yield from _filled(f"{card.title}.", layout.width)
    for paragraph in (*card.rationale.split("\n\n"), card.wrong_when):
        if paragraph:
            yield ""
            yield from _filled(paragraph, layout.width)
    yield ""
    for name, value in _facts(card):
        yield from _filled(f"{name}: {value}", layout.width, " " * (len(name) + 2))
    for name, example in _examples(card):
        yield ""
        yield layout.paint(name, "bold")
        yield textwrap.indent(example, "  ")


def _markdown(card: Card) -> Iterator[str]:
    yield f"## {card.code} {card.name}"
    yield ""
    yield f"{card.title}."
    for paragraph in (*card.rationale.split("\n\n"), card.wrong_when):
        if paragraph:
            yield ""
            yield paragraph
    yield ""
    for name, value in _facts(card):
        yield f"- **{name}**: {value}"
    for name, example in _examples(card):
        yield ""
        yield f"{name}:"
        yield ""
        yield f"```yaml\n{example}\n```"


def _facts(card: Card) -> Iterator[tuple[str, str]]:
    yield "severity", card.severity.word
    yield "certainty", _CERTAINTY[card.certainty]
    if card.law:
        yield "law", ", ".join(card.law)
    if card.since != GDPR_APPLIES or card.until:
        yield "in force", f"{card.since} to {card.until or 'today'}"
    if card.jurisdictions:
        yield "countries", ", ".join(sorted(card.jurisdictions))
    yield "remedy", card.remedy


def _examples(card: Card) -> Iterator[tuple[str, str]]:
    if card.violating:
        yield "Flagged", inspect.cleandoc(card.violating)
    if card.compliant:
        yield "Not flagged", inspect.cleandoc(card.compliant)


def _filled(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _fields(card: Card) -> dict[str, Any]:
    return {
        **card.as_dict(),
        "severity": card.severity.word,
        "certainty": card.certainty.word,
        "jurisdictions": sorted(card.jurisdictions),
        "law": list(card.law),
        "compliant": inspect.cleandoc(card.compliant),
        "violating": inspect.cleandoc(card.violating),
    }
