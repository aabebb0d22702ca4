"""From TILT to a register: what `exporters.tilt` writes comes back, and so does what others write.

A filler is dropped, and so is whatever a register cannot hold; the latter is told. Sections that
TILT tells nothing of stand under `todo`: nobody has looked at them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from privlint import tilt
from privlint.importers.contract import Imported, Left
from privlint.importers.fitting import fitted, in_order
from privlint.importers.parts import Part, read_json
from privlint.importers.tilt_data import Register
from privlint.importers.tilt_rights import complaint, rights
from privlint.importers.tilt_words import address_of, bare, noted
from privlint.schema.store import schema

if TYPE_CHECKING:
    from privlint.knowledge.facts import Facts

_UNASKED = frozenset({"privlint", "shop", "todo"})
_STAND_IN = "NL"
"""A register has to name the country of the shop; this one is listed under `todo`."""
_UNTOLD = {
    "statement": ("title", "changes", "documents"),
    "controller": ("legal_form", "company_number", "vat_number"),
    "rights": (
        *("restriction", "object", "object_direct_marketing", "no_automated_decision"),
        *("notification_to_recipients", "exercise.channels", "exercise.response"),
    ),
}
"""What rules ask for in these sections, and TILT has no field for."""
_SAFEGUARDS = {
    "adequacyDecision": "adequacy",
    "standardDataProtectionClause": "scc",
    "appropriateGuarantees": "unnamed",
}


def read(source: bytes, facts: Facts) -> Imported:
    """Read a TILT document. Raises `RefusedError` for what is none."""
    document = read_json(source)
    root = Part(document, document.data)
    for key in ("meta", "controller", "dataDisclosed"):
        root.needed(key)
    left: list[Left] = []
    told = Register(facts, left)
    for item in root.parts("dataDisclosed"):
        told.add(item)
    told.join_sources(root.parts("sources"))
    parts = told.parts()
    _transfers(root, parts, facts, left)
    data = {
        "privlint": 1,
        "shop": bare(_shop(root)),
        # Of a statement that nothing is known of, a register says just that.
        "statement": bare(_statement(root.part("meta"))) or {},
        "controller": bare(_controller(root.part("controller"))),
        "dpo": bare(_officer(root.part("dataProtectionOfficer"))),
        "recipients": parts["recipients"],
        "purposes": {name: bare(one) or {} for name, one in parts["purposes"].items()},
        "general": bare(parts["general"]),
        "rights": rights(root, left),
        "complaint": complaint(root.part("rightToComplain")),
        "automated_decisions": bare(_decisions(root.part("automatedDecisionMaking"))),
    }
    said = {key: one for key, one in data.items() if one or key in {"complaint", "statement"}}
    shaped = fitted({key: one for key, one in said.items() if one is not None}, left)
    shaped["todo"] = _todo(root, shaped, list(schema("register")["properties"]))
    return Imported(in_order(shaped), document, (*left, *root.unread()))


def _todo(root: Part, data: dict[str, Any], sections: list[str]) -> list[str]:
    """List what nobody has looked at: what TILT says nothing of, in the order of the format."""
    country = root.part("controller").text("country")
    unknown = [] if country and country == data["shop"]["country"] else ["shop.country"]
    name = [] if root.part("meta").text("name") else ["shop.name"]
    empty = []
    for key in sections:
        if key in data:
            empty += [f"{key}.{part}" for part in _UNTOLD.get(key, ())]
        elif key not in _UNASKED:
            empty.append(key)
    return name + unknown + empty


def _shop(root: Part) -> dict[str, Any]:
    meta, controller = root.part("meta"), root.part("controller")
    name = meta.text("name") or controller.text("name") or tilt.NOT_STATED
    country = controller.text("country") or ""
    known = schema("register")["$defs"]["country"]["enum"]
    return {
        "name": name,
        "url": meta.text("url"),
        "country": country if country in known else _STAND_IN,
    }


def _statement(meta: Part) -> dict[str, Any]:
    version = meta.get("version", int, "a whole number")
    # What the document says of itself is no fact of the statement.
    for key in ("_id", "_hash", "status"):
        meta.text(key)
    created, modified = meta.text("created"), meta.text("modified")
    return {
        "language": meta.text("language") if meta.text("language") != tilt.LANGUAGE else None,
        "date": _day(modified or created),
        "version": None if version in {None, tilt.VERSION} else version,
    }


def _day(text: str | None) -> str | None:
    try:
        return date.fromisoformat((text or "")[:10]).isoformat()
    except ValueError:
        return None


def _controller(part: Part) -> dict[str, Any]:
    person = part.part("representative")
    return {
        "name": part.text("name"),
        "natural_person": person.text("name"),
        "address": address_of(part.text("address")),
        "email": person.text("email"),
        "phone": person.text("phone"),
    }


def _officer(part: Part) -> dict[str, Any] | None:
    name = part.text("name")
    said: dict[str, Any] = {
        "name": None if name in {tilt.NOT_NAMED, tilt.NOT_APPOINTED} else name,
        "email": part.text("email"),
        "phone": part.text("phone"),
        "address": address_of(part.text("address")),
    }
    country = part.text("country")
    if country is not None:
        said["address"] = {**(said["address"] or {}), "country": country}
    is_told = name is not None or any(said.values())
    status = "not_appointed" if name == tilt.NOT_APPOINTED else "appointed"
    return {"status": status, **said} if is_told else None


def _transfers(root: Part, parts: dict[str, Any], facts: Facts, left: list[Left]) -> None:
    """Put each transfer at the recipient that it names, else where things are said for all."""
    by_name: dict[str, dict[str, Any]] = {}
    for recipient in parts.get("recipients", {}).values():
        by_name.setdefault(recipient.get("name", ""), recipient)
    for part in root.parts("thirdCountryTransfers"):
        made, named = _transfer(part, facts, left)
        holder = by_name.get(named or "") or parts.setdefault("general", {})
        holder.setdefault("transfers", []).append(bare(made) or {})


def _transfer(part: Part, facts: Facts, left: list[Left]) -> tuple[dict[str, Any], str | None]:
    made: dict[str, Any] = {"country": part.text("country")}
    named = None
    slots = {slot: part.part(slot) for slot in _SAFEGUARDS}
    told = [
        slot
        for slot, one in slots.items()
        if one.flag("available") or one.told("description").notes
    ]
    for one in slots.values():
        one.told("description")
    for slot in told[:1]:
        text = slots[slot].told("description")
        word = text.main.replace(" ", "_")
        known = word in facts.vocabulary("safeguard")
        if known:
            made["safeguard"] = word
        elif slots[slot].flag("available"):
            made |= {"safeguard": _SAFEGUARDS[slot], "words": text.main or None}
        named = text.note("recipient")
        made |= noted(text, "importer", "generation", "derogation", "copy", "when", "by recipient")
        made |= noted(text, "status", "safeguard", "country")
    left.extend(
        Left(slots[slot].where, "a transfer has one safeguard in a register: this one is left out")
        for slot in told[1:]
    )
    return made, named


def _decisions(part: Part) -> dict[str, Any] | None:
    in_use = part.flag("inUse")
    logic, scope = part.text("logicInvolved"), part.told("scopeAndIntendedEffects")
    status = {True: "used", False: "none", None: None}[in_use]
    made: dict[str, Any] = {"status": status}
    if scope.main:
        keys = ("consequence", "significance", "automated", "ground", "safeguards", "when")
        made["decisions"] = [{"what": scope.main, "logic": logic, **noted(scope, *keys)}]
    elif logic:
        made["words"] = logic
    return made if any(made.values()) else None
