"""The cards of the rules, for `explain`, `rules` and the documentation."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from privlint.reporters.address import page
from privlint.reporters.certainties import SAID
from privlint.reporters.codes import code
from privlint.reporters.encoding import encoded
from privlint.reporters.layout import ENGLISH, mark
from privlint.rule import GDPR_APPLIES, Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from privlint.knowledge.vocabulary import Source
    from privlint.reporters.layout import Layout, Words
    from privlint.rule import Card

_NO_LAW = mark("none: it is about the register or its input, not about the statement")
_COLUMNS = (
    mark("code"), mark("name"), mark("severity"), mark("certainty"), mark("countries"),
    mark("what it finds"), mark("law"),
)  # fmt: skip

Sources = Callable[[str], "Source | None"]
"""Finds what a citation points to, as `Facts.source` does."""


def as_text(cards: Sequence[Card], layout: Layout, _: Sources) -> str:
    """Return the cards for a terminal."""
    return "\n\n".join("\n".join(_text(card, layout)) for card in cards) + "\n"


def as_list(cards: Sequence[Card], layout: Layout) -> str:
    """Return what each of many cards finds, in two lines or three."""
    return "\n".join(line for card in cards for line in _in_short(card, layout)) + "\n"


def as_markdown(cards: Sequence[Card], layout: Layout, sources: Sources) -> str:
    """Return the cards as Markdown: a heading for each, and under it the same four."""
    return "\n\n".join("\n".join(_markdown(card, sources, layout.words)) for card in cards) + "\n"


def as_json(cards: Sequence[Card], *_: object) -> str:
    """Return the cards as a JSON list, with all their fields."""
    return encoded([_fields(card) for card in cards])


def as_table(cards: Sequence[Card], layout: Layout) -> str:
    """Return a line for each card: code, severity, how sure it is if not certain, name, title."""
    say = layout.words.say
    name_width = max((len(card.name) for card in cards), default=0)
    doubts = {card.code: _doubt(card, layout.words) for card in cards}
    wide = max((7, *(len(say(card.severity.word)) for card in cards)))
    much = max((6, *map(len, doubts.values())))
    lines = [
        f"{code(card, layout, 'bold')}  {say(card.severity.word):<{wide}}  "
        f"{doubts[card.code]:<{much}}  {card.name:<{name_width}}  "
        f"{card.title}{_in_brackets(_countries(card))}".rstrip()
        for card in cards
    ]
    return "\n".join([*lines, layout.words.count("{n} rule", "{n} rules", len(cards))]) + "\n"


def as_markdown_table(cards: Sequence[Card], layout: Layout) -> str:
    """Return a Markdown table of the cards."""
    words = layout.words
    return table([*map(words.say, _COLUMNS)], ([card.code, *_cells(card, words)] for card in cards))


def as_index(cards: Sequence[Card]) -> str:
    """Return the same table with a link from each code to its page."""
    return table(
        _COLUMNS, ([f"[{card.code}]({page(card)})", *_cells(card, ENGLISH)] for card in cards)
    )


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"


FORMATS: dict[str, Callable[[Sequence[Card], Layout, Sources], str]] = {
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
    yield f"{code(card, layout, 'bold red')} {layout.paint(card.name, 'bold')}"
    yield from _filled(f"{card.title}.", layout.width)
    for paragraph in (*card.rationale.split("\n\n"), card.wrong_when):
        if paragraph:
            yield ""
            yield from _filled(paragraph, layout.width)
    yield ""
    words = layout.words
    for name, value in (*_facts(card, words), (words.say("remedy"), card.remedy)):
        yield from _filled(f"{name}: {value}", layout.width, " " * (len(name) + 2))
    for name, _, example in _examples(card, words):
        yield ""
        yield layout.paint(name, "bold")
        yield textwrap.indent(example, "  ")


def _in_short(card: Card, layout: Layout) -> Iterator[str]:
    words = layout.words
    told = ", ".join(
        filter(None, (words.say(card.severity.word), _doubt(card, words), _countries(card)))
    )
    yield f"{code(card, layout, 'bold')} {card.name} ({told})"
    yield from _filled(f"  {card.title}", layout.width, "  ")


def _markdown(card: Card, sources: Sources, words: Words) -> Iterator[str]:
    say = words.say
    yield f"## {card.code} {card.name}\n"
    for name, value in (
        (say("severity"), say(card.severity.word)),
        (say("certainty"), say(SAID[card.certainty])),
        (say("law"), ", ".join(_linked(law, sources) for law in card.law) or say(_NO_LAW)),
        (say("in force"), _in_force(card, words)),
        (say("countries"), _where(card, words) or say("all")),
    ):
        yield f"- **{name}**: {value}"
    for heading, text in (
        (say("What it finds"), f"{card.title}."),
        (say("Why"), card.rationale),
        (say("When it is wrong"), card.wrong_when or say("No such case is known.")),
        (say("What to do"), card.remedy),
    ):
        yield f"\n### {heading}\n\n{text}"
    examples = [*_examples(card, words)]
    if examples:
        yield f"\n### {say('Examples')}"
    for name, language, example in examples:
        yield f"\n{name}:\n\n```{language}\n{example}\n```"


def _linked(citation: str, sources: Sources) -> str:
    source = sources(citation)
    return f"[{citation}]({source.link})" if source is not None and source.link else citation


def _in_force(card: Card, words: Words) -> str:
    if card.until is None:
        return words.say("from {since} on", since=card.since)
    return words.say("from {since} to {until}", since=card.since, until=card.until)


def _facts(card: Card, words: Words) -> Iterator[tuple[str, str]]:
    say = words.say
    yield say("severity"), say(card.severity.word)
    yield say("certainty"), say(SAID[card.certainty])
    if card.law:
        yield say("law"), ", ".join(card.law)
    if card.since != GDPR_APPLIES or card.until:
        until = card.until or say("today")
        yield say("in force"), say("{since} to {until}", since=card.since, until=until)
    if card.jurisdictions:
        yield say("countries"), _where(card, words)


def _cells(card: Card, words: Words) -> Iterator[str]:
    """Yield what tables tell of a card after its code."""
    yield f"`{card.name}`"
    yield words.say(card.severity.word)
    yield words.say(card.certainty.word)
    yield _countries(card)
    yield card.title
    yield ", ".join(card.law)


def _doubt(card: Card, words: Words) -> str:
    """Return how sure a finding is, where it is not certain."""
    return "" if card.certainty is Certainty.CERTAIN else words.say(card.certainty.word)


def _countries(card: Card) -> str:
    return ", ".join(sorted(card.jurisdictions))


def _where(card: Card, words: Words) -> str:
    """Say of whom a rule is asked that belongs to the law of some countries."""
    if not card.jurisdictions:
        return ""
    if card.by_market:
        whose = words.say("shops established there, and those that sell there")
    else:
        whose = words.say("shops established there")
    return f"{_countries(card)} ({whose})"


def _in_brackets(text: str) -> str:
    return f" ({text})" if text else ""


def _examples(card: Card, words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield the examples there are: heading, language, text."""
    for name, language, example in (
        (words.say("Flagged"), "yaml", card.violating),
        (words.say("Flagged, with this text"), "text", card.violating_text),
        (words.say("Not flagged"), "yaml", card.compliant),
        (words.say("Not flagged, with this text"), "text", card.compliant_text),
    ):
        if example:
            yield name, language, inspect.cleandoc(example)


def _filled(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _fields(card: Card) -> dict[str, Any]:
    examples = ("compliant", "violating", "compliant_text", "violating_text")
    return {
        **card.as_dict(),
        "severity": card.severity.word,
        "certainty": card.certainty.word,
        "jurisdictions": sorted(card.jurisdictions),
        "law": list(card.law),
        **{name: inspect.cleandoc(getattr(card, name)) for name in examples},
    }
