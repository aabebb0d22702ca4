"""What the terminal can show: its width, and whether to colour."""

from __future__ import annotations

import os
import sys

from privlint.reporters.layout import WIDTH, Layout, plain

_NARROWEST = 40
_WIDEST = 110
"""Beyond this, lines are harder to read, not easier."""


def layout(color: str) -> Layout:
    """Return the layout for standard output; `color` is `auto`, `always` or `never`."""
    is_terminal = sys.stdout.isatty()
    width = max(_NARROWEST, min(_columns(), _WIDEST)) if is_terminal else WIDTH
    return Layout(width, _paint if _wants_color(color, is_terminal=is_terminal) else plain)


def _columns() -> int:
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        return os.get_terminal_size(sys.stdout.fileno()).columns


def _wants_color(color: str, *, is_terminal: bool) -> bool:
    """Decide as https://no-color.org and https://force-color.org ask; the option beats both."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (is_terminal and os.environ.get("TERM") != "dumb")


def _paint(text: str, style: str) -> str:
    # Only output that is coloured pays for the library that knows how.
    from rich.style import Style  # noqa: PLC0415

    return Style.parse(style).render(text)
