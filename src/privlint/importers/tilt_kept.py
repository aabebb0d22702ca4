"""How long data are kept, from TILT."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from privlint.annotated import divided
from privlint.importers.contract import Left
from privlint.importers.tilt_words import noted
from privlint.tilt import KEPT

if TYPE_CHECKING:
    from privlint.annotated import Text
    from privlint.importers.parts import Part

_WHICHEVER = {"min": "first", "max": "last"}
_KEYS = ("from", "until", "criterion", "indefinite", "bound", "for", "when", "legal duty", "law")
_START = re.compile(r"^[^P]+(?=P)")


def retention(parts: list[Part], left: list[Left]) -> Any:
    """Return how long data are kept: entries, or several of which the first or the last counts."""
    found: list[dict[str, Any]] = []
    for part in parts:
        entries = _entries(part, left)
        how = part.text("aggregationFunction")
        if len(entries) > 1 and len(parts) == 1 and how in _WHICHEVER:
            return {"whichever": _WHICHEVER[how], "entries": entries}
        if len(entries) > 1:
            left.append(
                Left(part.where, f"a register cannot hold how periods are put together: `{how}`")
            )
        found += entries
    return found


def _entries(part: Part, left: list[Left]) -> list[dict[str, Any]]:
    found = []
    for one in part.parts("temporal"):
        lifetime = one.text("ttl")
        period = _START.sub("", lifetime) if lifetime else None
        if period != lifetime:
            left.append(
                Left(one.where, "a register has periods without a first day: it is left out")
            )
        found.append({"period": period, **_told(one.told("description"))})
    found += [_told(divided(text)) for text in part.texts("purposeConditional")]
    cited = part.texts("legalBasisConditional")
    if cited and len(found) == 1:
        found[0].setdefault("legal_duty", True)
    bare = [{key: value for key, value in one.items() if value is not None} for one in found]
    return [one for one in bare if one]


def _told(text: Text) -> dict[str, Any]:
    words = None if text.main in {KEPT, ""} else text.main
    said = noted(text, *_KEYS, "exception", "form", "then", "of")
    return {**said, "words": words}
