"""Patterns as in .gitignore, so compiled that none takes for ever.

pathspec makes one regular expression of a pattern, with a repetition for each star, and Python
tries every division of a name among them: twenty stars would take years, and a pull request can
bring both the pattern and the name. So each star but the last is held to the first place where
what follows it fits. That loses nothing: what follows has a fixed length, and the next star can
make up for whatever lies between.
"""

from __future__ import annotations

import re

from pathspec import GitIgnoreSpec
from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

_ANY_FOLDERS = r"(?:/.+)?"
_LEADING = r"(?:.+/)?"
_HELD_STAR = re.compile(r"\[\^/\]\*((?:\\.|\[(?!\^/\]\*)[^\]]*\]|[^\\\[(/$])*)(?=\[\^/\]\*)")


class _Pattern(GitIgnoreSpecPattern):
    """A pattern whose stars do not multiply."""

    @classmethod
    def pattern_to_regex(cls, pattern: str) -> tuple[str | None, bool | None]:  # type: ignore[override]
        """Return the regular expression of a pattern, and if it includes."""
        made, is_included = super().pattern_to_regex(pattern)
        return None if made is None else _held(made), is_included


def spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """Return patterns in the form that is matched with."""
    return GitIgnoreSpec.from_lines(patterns, _Pattern)


def _held(made: str) -> str:
    """Hold the repetitions of a regular expression to the first place that fits."""
    *firsts, last = _HELD_STAR.sub(r"(?>[^/]*?\1)", made).split(_ANY_FOLDERS)
    if not firsts:
        return last
    # What stands between two repetitions of folders are whole folders, a fixed number of them.
    head, *between = firsts
    start = head.replace(f"^{_LEADING}", "^(?:.+?/)??", 1)
    held = [
        f"(?>{start.removeprefix('^')}(?=/))",
        *(f"(?>(?:/.+?)??{one}(?=/))" for one in between),
    ]
    return f"^{''.join(held)}{_ANY_FOLDERS}{last}"
