"""What an editor shows under the cursor: the field, what is known of its value, the rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from privlint.catalogue import renamed
from privlint.lsp.grammar import described, shaped
from privlint.lsp.known import about
from privlint.lsp.outline import spot
from privlint.lsp.terms import cards_for
from privlint.record import Record
from privlint.reporters.cards import as_markdown
from privlint.reporters.layout import Layout

if TYPE_CHECKING:
    from privlint.finding import Finding
    from privlint.lsp.buffer import Buffer
    from privlint.lsp.outline import Spot
    from privlint.rule import Card

_IGNORE = re.compile(r"#[ \t]*privlint:[ \t]*ignore\[(?P<rules>[^\]\r\n]*)")
_RULE = re.compile(r"[A-Za-z0-9-]+")
_FEW = 3
"""So many cards are shown in full; of more, a line says more."""


class Told(Record):
    """What is shown of a stretch of text, as Markdown."""

    markdown: str
    start: int
    end: int


def hover(buffer: Buffer, offset: int) -> Told | None:
    """Return what is to be shown at an offset, if anything."""
    named = _named_in_comment(buffer, offset)
    if named is not None:
        return named
    found = spot(buffer.outline, offset)
    stretches = {finding: buffer.positions.stretch(finding.span) for finding in buffer.findings}
    here = [finding for finding, (start, end) in stretches.items() if start <= offset <= end]
    parts = [*filter(None, (_field(buffer, found),)), *_rules(buffer, here)]
    if not parts:
        return None
    start, end = (found.start, found.end) if found is not None else stretches[here[0]]
    return Told("\n\n---\n\n".join(parts), start, end)


def ignored_at(buffer: Buffer, offset: int) -> re.Match[str] | None:
    """Return the list of rules of an ignore comment, if the offset is on its line."""
    start, end = buffer.positions.line(buffer.positions.line_of(offset))
    return _IGNORE.search(buffer.text, start, end)


def _named_in_comment(buffer: Buffer, offset: int) -> Told | None:
    """Return the card of the rule that an ignore comment names at an offset."""
    listed = ignored_at(buffer, offset)
    if listed is None or not listed.start("rules") <= offset <= listed.end("rules"):
        return None
    for word in _RULE.finditer(buffer.text, *listed.span("rules")):
        card = _card(buffer, word[0]) if word.start() <= offset <= word.end() else None
        if card is not None:
            return Told(_card_in_full(buffer, card), *word.span())
    return None


def _card(buffer: Buffer, name: str) -> Card | None:
    """Return the card of a rule by its code or name, today's or a former one."""
    wanted = renamed(name) or name.upper().replace("-", "")
    known = cards_for(buffer.path)
    return next((card for card in known if card.code == wanted or card.name == name.lower()), None)


def _card_in_full(buffer: Buffer, card: Card) -> str:
    return as_markdown([card], Layout(), buffer.facts.source)


def _rules(buffer: Buffer, findings: list[Finding]) -> list[str]:
    once = list({finding.card.code: finding.card for finding in findings}.values())
    told = [_card_in_full(buffer, card) for card in once[:_FEW]]
    further = [f"- **{card.code}** {card.name}: {card.title}" for card in once[_FEW:]]
    return [*told, "\n".join(further)] if further else told


def _field(buffer: Buffer, found: Spot | None) -> str:
    """Return what the schema says of a key, or what is known of a value."""
    if found is None:
        return ""
    if not found.is_key:
        return about(found.where, found.entry.value.text, buffer.outline, buffer.facts)
    told = described(found.where)
    kind = shaped(found.where)
    return f"**{found.entry.key}**{f' ({kind})' if kind else ''}\n\n{told}" if told else ""
