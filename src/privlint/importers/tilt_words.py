"""What notes and names of TILT are in a register."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from privlint import tilt
from privlint.annotated import divided

if TYPE_CHECKING:
    from collections.abc import Container

    from privlint.annotated import Text

_LISTS = frozenset(
    {"balancing", "channels", "conditions", "described", "exceptions", "how", "limited_to"}
    | {"of", "safeguards", "source", "whose"}
)
_YES = {"yes": True, "no": False}
_FLAGS = frozenset(
    {"by_recipient", "exception", "explicit", "first_to_controller", "indefinite", "legal_duty"}
    | {"masked", "source_named", "unconditional"}
)
_OTHER_KEYS = {"marked_in": "where"}


def noted(text: Text, *keys: str) -> dict[str, Any]:
    """Return the notes of a text as keys and values of the register; what is absent is absent."""
    found: dict[str, Any] = {}
    for key in keys:
        told, attribute = text.all(key), key.replace(" ", "_")
        if not told:
            continue
        values = [_value(attribute, one) for one in told]
        found[_OTHER_KEYS.get(attribute, attribute)] = values if attribute in _LISTS else values[0]
    return found


def _value(attribute: str, text: str) -> Any:
    if attribute in _FLAGS:
        return _YES.get(text, text)
    free = attribute in tilt.FREE or f"{attribute}_" in tilt.FREE
    return text if free else text.replace(" ", "_")


def bare(value: Any) -> Any:
    """Take out of data what is absent: `None`, and what holds nothing else."""
    if isinstance(value, dict):
        kept = {key: bare(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one not in (None, {}, [])} or None
    if isinstance(value, list):
        return [bare(one) for one in value]
    return value


def address_of(line: str | None) -> dict[str, str | None] | None:
    """Divide an address into its parts; where that is not sure, all of it is the street."""
    if line is None:
        return None
    keys = ("street", "postcode", "city", "country")
    parts = tilt.parts_of(line)
    if parts is not None:
        return dict(zip(keys, parts, strict=True))
    text = divided(line)
    return {key: text.note(key) for key in keys} if text.notes else {"street": text.main}


def id_of(name: str | None, default: str, taken: Container[str]) -> str:
    """Make an id of a name that no other has."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:40].strip("_")
    made = words if words[:1].isalpha() else f"{default}_{words}".strip("_")
    number, found = 1, made
    while found in taken:
        number += 1
        found = f"{made}_{number}"
    return found
