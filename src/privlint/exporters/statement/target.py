"""The target `statement`: a register becomes a privacy statement in one of four languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.contract import Exported
from privlint.exporters.statement import (
    as_html,
    as_markdown,
    cookies,
    decisions,
    further,
    parties,
    reasons,
    receivers,
    rights,
    summary,
)
from privlint.exporters.statement.blocks import (
    Bullets,
    Page,
    Paragraph,
    Span,
    joined,
    own,
    texts,
)
from privlint.exporters.statement.left_out import losses
from privlint.exporters.statement.marking import mark_plural
from privlint.exporters.statement.reading_level import reading_level
from privlint.exporters.statement.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from privlint.exporters.contract import Subject, Wish
    from privlint.exporters.statement.blocks import Block, Text

FORMATS = ("markdown", "html")
LAYOUTS = ()
LANGUAGES = ("en", "nl", "fr", "de")

_DETAILS = (parties, reasons, receivers, cookies, decisions, rights, further)
"""The sections below the summary, in the order in which they are read."""

_GAPS = mark_plural(
    "{n} thing is not stated. It is marked like this: {mark}",
    "{n} things are not stated. They are marked like this: {mark}",
)

_WRITERS = {"markdown": as_markdown.write, "html": as_html.write}


def export(subject: Subject, wish: Wish) -> Exported:
    """Write the statement, and measure how easily it is read."""
    t = Telling(subject.register, wish.lang or LANGUAGES[0], subject.facts)
    page = compose(t)
    content = _WRITERS[wish.format](page)
    return Exported(content.encode(), tuple(losses(t)), (reading_level(page),))


def compose(t: Telling) -> Page:
    """Make the page of a register in one language."""
    details = [block for part in _DETAILS for block in part.told(t)]
    blocks = (*_opening(t, details), *summary.told(t), *details)
    shop = t.register.shop.name
    controller = t.register.controller
    name = (controller.name if controller is not None else None) or shop
    title = t.say("Privacy statement of {name}", name=own(name))
    foot = t.say("Written from a register with privlint, by what was known on {day}.",
                 day=t.day(t.facts.day))  # fmt: skip
    colon = t.word("{label}: {text}").removesuffix(" {text}")
    return Page(t.lang, title, blocks, colon, t.word("; "), foot)


def _opening(t: Telling, details: Sequence[Block]) -> Iterator[Block]:
    dated = Paragraph(_dated(t))
    yield dated
    gaps = sum(span.kind == "gap" for text in texts((dated, *details)) for span in text)
    if gaps:
        sample = (Span(t.word("not stated"), "gap"),)
        yield Paragraph(t.count(*_GAPS, gaps, mark=sample), is_notice=True)
    if t.register.todo:
        yield Paragraph(t.say("This text is not finished. Nobody has looked at this yet:"))
        yield Bullets(tuple((Span(path, "todo"),) for path in t.register.todo))


def _dated(t: Telling) -> Text:
    said = t.register.statement
    parts = []
    if said.date is not None:
        parts.append(t.say("As of {day}.", day=t.day(said.date)))
    else:
        parts.append(t.gap(t.word("the date of the statement"), ("statement", "date")))
    if said.version:
        parts.append(t.say("Version {version}.", version=own(said.version)))
    return joined(parts, " ")
