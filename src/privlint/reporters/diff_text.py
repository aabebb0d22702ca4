"""A comparison as text: what changed, whether people have to be told, and why."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from privlint.escaping import printable
from privlint.reporters.compared import HEADINGS, reason, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from privlint.difference import Change
    from privlint.reporters.compared import Compared
    from privlint.reporters.layout import Layout

_STYLES = {"yes": "bold red", "decide": "bold yellow", "no": "bold green"}


def render(compared: Sequence[Compared], layout: Layout) -> str:
    """Return the registers that changed, and the count."""
    lines = [line for one in compared for line in _register(one, layout)]
    return "\n".join([*lines, summary(compared)]) + "\n"


def _register(one: Compared, layout: Layout) -> Iterator[str]:
    if not one.changes and not one.state:
        return
    state = f" ({one.state})" if one.state else ""
    yield layout.paint(printable(one.name) + state, "bold")
    for tell, notices in one.by_notice():
        yield "  " + layout.paint(HEADINGS[tell], _STYLES[tell])
        for notice, changes in notices:
            yield from _wrapped(reason(notice), layout.width, "    ")
            for change in changes:
                yield from _change(change, one, layout)
    yield ""


def _change(change: Change, one: Compared, layout: Layout) -> Iterator[str]:
    path, line, column = one.place(change)
    yield from _wrapped(f"- {printable(change.message)}", layout.width, "    ")
    yield "      " + layout.paint(f"{printable(path)}:{line}:{column}", "blue")


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    further = indent + ("  " if text.startswith("- ") else "")
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=further, break_on_hyphens=False
    )
