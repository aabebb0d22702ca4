"""What somebody may have meant: the known name nearest to one that is not known."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LENGTH = 4
_MOST = 50
"""How many names are compared at the most: a file with thousands of mistakes costs no more."""


def nearest(given: str, known: Iterable[str]) -> str | None:
    """Return the nearest of the known names, without regard to case; `None` if none is near."""
    # Only a mistake needs it, and a correct register should not pay for it at the start.
    from difflib import get_close_matches  # noqa: PLC0415

    wanted = given.lower()
    candidates = {
        name.lower(): name
        for name in islice((name for name in known if _could_be(name.lower(), wanted)), _MOST)
    }
    found = get_close_matches(wanted, candidates, n=1)
    return candidates[found[0]] if found else None


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """Return the end of a message: `; did you mean X?`, or nothing."""
    near = nearest(given, known)
    return f"; did you mean `{near}`?" if near else ""


def _could_be(name: str, wanted: str) -> bool:
    is_alike = name[:1] == wanted[:1] or name[-1:] == wanted[-1:] or name[1:2] == wanted[1:2]
    return is_alike and abs(len(name) - len(wanted)) <= _LENGTH
