"""The trace as text: each passage of the statement, and the entries that cite it."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from privlint.escaping import printable
from privlint.where import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.reporters.layout import Layout
    from privlint.reporters.traced import Traced
    from privlint.tracing import Cited

_GUTTER = 6


def render(traced: Traced, layout: Layout) -> str:
    """Return the passages in their order, each with what cites it, and the count."""
    lines = [line for cited in traced.trace.passages for line in _passage(cited, traced, layout)]
    return "\n".join([*lines, "", traced.summary()]) + "\n"


def _passage(cited: Cited, traced: Traced, layout: Layout) -> Iterator[str]:
    room = layout.width - _GUTTER
    text = printable(traced.trace.text.excerpt(cited.passage))
    shown = textwrap.shorten(text, room, placeholder=" ...")
    number = layout.paint(f"{cited.passage.line:>4}  ", "blue")
    if cited.passage.is_heading:
        yield ""
        yield number + layout.paint(shown, "bold")
        return
    yield number + shown
    if not cited.is_accounted_for:
        yield " " * _GUTTER + layout.paint("cited by nothing", "bold red")
    elif cited.is_without_facts:
        yield " " * _GUTTER + layout.paint("states nothing about processing", "blue")
    entries = ", ".join(dotted(entry) or "register" for entry in cited.entries)
    for line in textwrap.wrap(entries, room, break_on_hyphens=False):
        yield " " * _GUTTER + layout.paint(line, "cyan")
