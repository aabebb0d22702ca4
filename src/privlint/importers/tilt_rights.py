"""The rights of the data subject, from TILT."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint.annotated import Text, divided
from privlint.importers.contract import Left
from privlint.importers.tilt_words import address_of, bare, noted
from privlint.schema.store import schema
from privlint.tilt import COMPLAINT, RIGHTS

if TYPE_CHECKING:
    from privlint.importers.parts import Part

_NOTES = ("status", "article", "conditions", "exceptions", "limited to", "unconditional", "how")
_INFORMATION = "rightToInformation"


def rights(root: Part, left: list[Left]) -> dict[str, Any]:
    """Return the rights that a document tells of, and how they are used."""
    found: dict[str, Any] = {}
    contact: dict[str, Any] = {}
    ways: dict[str, dict[str, Any]] = {}
    for name, keys in RIGHTS.items():
        part = root.part(name)
        told = _rights(part, keys) if part.flag("available") else {}
        found = {**told, **found}
        at = {"email": part.text("email"), "url": part.text("url")}
        contact = contact or {key: value for key, value in at.items() if value}
        for text in part.texts("identificationEvidences"):
            ways.setdefault(text, _way(divided(text)))
    _copy(root.part("accessAndDataPortability"), found, left)
    way = [one for one in ways.values() if one]
    made = {key: bare(right) or {} for key, right in found.items()}
    exercise = bare({"contact": [contact] if contact else None, "identification": way or None})
    return made if exercise is None else {**made, "exercise": exercise}


def _rights(part: Part, keys: tuple[str, ...]) -> dict[str, Any]:
    """Return the rights that one part stands for; those that are named in it, or all."""
    text = part.told("description")
    names = [name.replace(" ", "_") for name in text.main.split(", ")]
    if not set(names) <= set(keys):
        # Somebody else's words: they tell of all that the part is about.
        meant = ("access",) if part.where[-1] == _INFORMATION else keys
        return {key: {"words": text.main or None} for key in meant}
    about = names[0]
    notes: dict[str, list[tuple[str, str]]] = {name: [] for name in names}
    for key, value in text.notes:
        if key == "right":
            about = value.replace(" ", "_")
        else:
            notes.setdefault(about, []).append((key, value))
    return {name: noted(Text("", tuple(notes[name])), *_NOTES) for name in names}


def _way(text: Text) -> dict[str, Any]:
    known = schema("register")["$defs"]["exercise"]["properties"]["identification"]["items"]
    method = text.main.replace(" ", "_")
    if method not in known["properties"]["method"]["enum"]:
        return {"method": "other", "words": text.main}
    rights = [one.replace(" ", "_") for one in text.all("right")]
    return {"method": method, **noted(text, "when", "masked"), "for": rights or None}


def _copy(part: Part, found: dict[str, Any], left: list[Left]) -> None:
    """Put what a copy costs at the right of access, and its format at portability."""
    fee = part.part("administrativeFee")
    amount = fee.get("amount", (int, float), "a number")
    fee.text("currency")
    if amount is not None and "access" in found:
        found["access"]["fee"] = {"first": "charged" if amount else "free"}
        if amount:
            left.append(Left(fee.where, "a register says whether a copy is charged, not how much"))
    formats = part.texts("dataFormats")
    if formats and "portability" in found:
        found["portability"]["format"] = ", ".join(formats)
    elif formats:
        left.append(Left(part.where, "a register has the format of data with portability only"))


def complaint(part: Part) -> dict[str, Any] | None:
    """Return the right to complain; `None` where it is not told of."""
    text, named = part.told("description"), part.part("supervisoryAuthority")
    url = part.text("url")
    authority: dict[str, Any] = {
        "name": named.text("name"),
        "address": address_of(named.text("address")),
        "country": named.text("country"),
        "url": url,
        **noted(text, "contact", "also"),
    }
    if not part.flag("available"):
        return None
    words = None if text.main in {COMPLAINT, ""} else text.main
    said = noted(text, "described", "first to controller", "condition")
    authorities = [authority] if authority["name"] else None
    return bare({"authorities": authorities, **said, "words": words}) or {}
