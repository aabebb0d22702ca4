"""What somebody may have meant: the known name nearest to one that is not known."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LENGTH = 4
_MOST = 50
"""How many names are compared at the most: a file with thousands of mistakes costs no more."""


def nearest(given: str, known: Iterable[str]) -> str | None:
    """Return the nearest of the known names, without regard to case; `None` if none is near."""
    wanted = given.lower()
    candidates = {
        name.lower(): name
        for name in islice((name for name in known if _could_be(name.lower(), wanted)), _MOST)
    }
    if not candidates:
        return None
    # Only a mistake needs it, and a correct register should not pay for it at the start.
    from difflib import get_close_matches  # noqa: PLC0415

    found = get_close_matches(wanted, candidates, n=1)
    return candidates[found[0]] if found else None


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """Return the end of a message: `; did you mean X?`, or nothing."""
    near = nearest(given, known)
    return f"; did you mean `{near}`?" if near else ""


def _could_be(name: str, wanted: str) -> bool:
    is_alike = name[:1] == wanted[:1] or name[-1:] == wanted[-1:] or name[1:2] == wanted[1:2]
    return is_alike and abs(len(name) - len(wanted)) <= _LENGTH


_NUMBER = r"\d+"
_SHORTEST = 4
"""Letters of a word in which one slip still leaves no doubt of what it is."""
_LONGEST = 48
_RIVALS = 200
"""Among how many names of its length a misspelt one is looked for."""
_CLEARLY = 2
"""By how many slips the next candidate has to be farther away."""


def misspelt(given: str, known: Iterable[str]) -> str | None:
    """Return the one known name that this can only be a misspelling of; `None` if in doubt.

    Case and the kind of separator do not count. Otherwise each word of the name has at most one
    slip, begins as it should, and is long enough; digits are as they should be; and no other known
    name is nearly as near. So `unnamed` is no misspelling of `named`, nor `host_2` of `host_1`.
    """
    if len(given) > _LONGEST:
        return None
    known = list(known)
    joined = _joined(given)
    same = [name for name in known if _joined(name) == joined]
    if same:
        return same[0] if len(same) == 1 else None
    wanted = _words(given)
    farthest = len(wanted) + _CLEARLY
    near = [name for name in known if abs(len(name) - len(given)) < farthest]
    if len(near) > _RIVALS:
        return None
    found = [(name, slips) for name in near if (slips := _slips(wanted, _words(name)))]
    if len(found) != 1:
        return None
    name, slips = found[0]
    text, reach = given.lower(), slips + _CLEARLY
    rivals = (other.lower() for other in near if other != name)
    return None if any(_distance(text, other, reach) < reach for other in rivals) else name


@lru_cache(maxsize=1024)
def _words(name: str) -> tuple[str, ...]:
    # Remembered: each name that is not known is compared with all that are.
    return tuple(name.lower().replace("-", "_").replace(" ", "_").split("_"))


@lru_cache(maxsize=1024)
def _joined(name: str) -> tuple[str, tuple[str, ...]]:
    """Return a name without separators; those between digits do count: 1_1 is not 11."""
    return "".join(_words(name)), tuple(re.findall(_NUMBER, name))


def _slips(given: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    """Count the words with a slip; 0 where one of them is no misspelling of its counterpart."""
    if len(given) != len(wanted):
        return 0
    pairs = [(one, other) for one, other in zip(given, wanted, strict=True) if one != other]
    return len(pairs) if all(_is_slip(*pair) for pair in pairs) else 0


def _is_slip(given: str, wanted: str) -> bool:
    is_long = min(len(given), len(wanted)) >= _SHORTEST
    is_alike = given[:1] == wanted[:1] and re.findall(_NUMBER, given) == re.findall(_NUMBER, wanted)
    return is_long and is_alike and _distance(given, wanted, 2) == 1


def _distance(one: str, other: str, enough: int) -> int:
    """Count the letters to add, drop, change or swap with their neighbour, up to `enough`."""
    if abs(len(one) - len(other)) >= enough:
        return enough
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [enough] * (len(other) + 1)
        row[0] = min(i, enough)
        # Cells farther from the diagonal hold more than is asked for.
        for j in range(max(1, i - enough), min(len(other), i + enough) + 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other[j - 1]))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other[j - 1]:
                cost = min(cost, earlier[j - 2] + 1)
            row[j] = min(cost, enough)
    return min(row[-1], enough)
