"""What the terminal can show: its width, whether to colour, and whether it knows links."""

from __future__ import annotations

import os
import stat
import sys

from privlint.reporters.layout import WIDTH, Layout, plain

_NARROWEST = 40
_WIDEST = 110
"""Beyond this, lines are harder to read, not easier."""

_COLOURED_LOGS = ("GITHUB_ACTIONS", "GITLAB_CI")
"""Set where a log is kept that shows colours, although nothing there is a terminal."""
_WITHOUT_LINKS = frozenset({"dumb", "linux"})
"""Terminals that would print the address, or rubbish, in the middle of the text."""


def layout(color: str) -> Layout:
    """Return the layout for standard output; `color` is `auto`, `always` or `never`."""
    is_terminal = sys.stdout.isatty()
    width = max(_NARROWEST, min(_columns(), _WIDEST)) if is_terminal else WIDTH
    return Layout(
        width,
        _paint if _wants_color(color, is_terminal=is_terminal) else plain,
        _link if _wants_links(color, is_terminal=is_terminal) else plain,
    )


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
    if os.environ.get("FORCE_COLOR"):
        return True
    if any(os.environ.get(name) for name in _COLOURED_LOGS):
        return not _is_file()
    return is_terminal and os.environ.get("TERM") != "dumb"


def _wants_links(color: str, *, is_terminal: bool) -> bool:
    """Decide whether links can be shown: FORCE_HYPERLINK says it, with 0 for no.

    Else they are for terminals alone. Most of those that know no links leave them out silently;
    the logs of pipelines show them as rubbish, also where they pretend to be a terminal. Who wants
    no colour, with NO_COLOR or `--color never`, wants the text and nothing else.
    """
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    is_bare = color == "never" or (color == "auto" and bool(os.environ.get("NO_COLOR")))
    is_log = bool(os.environ.get("CI")) or os.environ.get("TERM") in _WITHOUT_LINKS
    return is_terminal and not is_bare and not is_log


def _is_file() -> bool:
    """Tell whether standard output goes into a file, and so into no log."""
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _paint(text: str, style: str) -> str:
    # Only output that is coloured pays for the library that knows how.
    from rich.style import Style  # noqa: PLC0415

    return Style.parse(style).render(text)


def _link(text: str, address: str) -> str:
    """Make a text a link, as OSC 8 has it; an address that is none would command the terminal."""
    if not (address.isascii() and address.isprintable()):
        return text
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"
