"""Text as markup: what a register or a law says is shown, and does nothing else."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from privlint.citations import wider
from privlint.escaping import in_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.knowledge.vocabulary import Source

    Sources = Callable[[str], Source | None]
    """Finds what a citation points to, as `Facts.source` does."""

Law = Callable[[str], str]
"""Writes a citation as a link to its text."""


def law(citation: str, sources: Sources) -> str:
    """Write a citation, as a link where it is known where the text can be read."""
    source = sources(citation)
    if source is None or not source.link:
        return in_html(citation)
    return f'<a href="{escape(source.link)}">{in_html(citation)}</a>'


def provision(citation: str) -> str:
    """Return the article, or the whole document, that a citation is of: `GDPR 13`."""
    while citation.endswith(")"):
        citation = wider(citation)
    return citation


def spoken(identifier: str) -> str:
    """Write an id as words."""
    return identifier.replace("_", " ")


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that are markup already; the first of a row is its head."""
    columns = "".join(f'<th scope="col">{name}</th>' for name in head)
    lines = (
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    return (
        f'<table class="told"><caption>{caption}</caption><thead><tr>{columns}</tr></thead>\n'
        f"<tbody>{chr(10).join(lines)}</tbody></table>"
    )


def aside(summary: str, content: str) -> str:
    """Return what is shown on a click, and on paper."""
    return f"<details><summary>{summary}</summary>\n{content}\n</details>"


def wide(label: str, content: str) -> str:
    """Return what may be wider than a phone, as a part that a keyboard can scroll."""
    return f'<div class="wide" role="group" tabindex="0" aria-label="{label}">\n{content}\n</div>'
