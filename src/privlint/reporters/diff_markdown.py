"""A comparison as Markdown, for a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import in_markdown
from privlint.reporters.compared import HEADINGS, reason, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from privlint.difference import Change
    from privlint.reporters.compared import Compared
    from privlint.reporters.layout import Layout


def render(compared: Sequence[Compared], _: Layout) -> str:
    """Return a section for each register that changed, below the count."""
    lines = ["## What changed", "", in_markdown(summary(compared)), ""]
    lines += [line for one in compared for line in _register(one)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _register(one: Compared) -> Iterator[str]:
    if not one.changes and not one.state:
        return
    state = f" ({one.state})" if one.state else ""
    yield f"### {in_markdown(one.name)}{state}"
    yield ""
    for tell, notices in one.by_notice():
        yield f"**{HEADINGS[tell]}**"
        yield ""
        for notice, changes in notices:
            yield in_markdown(reason(notice))
            yield ""
            yield from (_change(change, one) for change in changes)
            yield ""


def _change(change: Change, one: Compared) -> str:
    path, line, _ = one.place(change)
    return f"- {in_markdown(change.message)} (line {line} of {in_markdown(path)})"
