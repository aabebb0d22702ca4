"""The rights of the data subject in TILT, which knows six of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint import tilt

if TYPE_CHECKING:
    from privlint.exporters.tilt_texts import Note, Scribe
    from privlint.register import Complaint, Register, Rights
    from privlint.register.rights import Exercise, Identification

_NOTES = ("status", "article", "conditions", "exceptions", "limited_to", "unconditional", "how")


def rights(register: Register, scribe: Scribe) -> dict[str, Any]:
    """Return the parts of a document that tell of rights."""
    told = {part: _right(keys, register.rights, scribe) for part, keys in tilt.RIGHTS.items()}
    if register.rights is not None:
        told["accessAndDataPortability"] |= _copy(register.rights, scribe)
    return {**told, "rightToComplain": _complaint(register.complaint, scribe)}


def _right(keys: tuple[str, ...], rights: Rights | None, scribe: Scribe) -> dict[str, Any]:
    """Return one part, which may stand for several rights of the register."""
    found = {key: getattr(rights, key, None) for key in keys}
    told = {key: right for key, right in found.items() if right is not None}
    if not told:
        scribe.ledger.fill(("rights", keys[0]), "an answer whether there is such a right")
        return {"available": False, "description": tilt.NOT_STATED}
    notes: list[Note] = []
    for key, right in told.items():
        # What follows is about this right, until the next one is named.
        notes += [("right", scribe.plain(key))] if len(told) > 1 else []
        notes += scribe.notes(right, *_NOTES)
    names = ", ".join(map(scribe.plain, told))
    made = {"available": True, "description": scribe.join(names, notes)}
    exercise = rights.exercise if rights is not None else None
    return made if exercise is None else made | _exercise(exercise, keys, scribe)


def _exercise(exercise: Exercise, keys: tuple[str, ...], scribe: Scribe) -> dict[str, Any]:
    """Return where to turn to, and how to show who one is."""
    made: dict[str, Any] = {}
    for contact in exercise.contact[:1]:
        if (email := scribe.optional_email(contact)) is not None:
            made["email"] = email
        if (url := scribe.link(contact, "url")) is not None:
            made["url"] = url
    evidence = [
        _evidence(one, scribe)
        for one in exercise.identification
        if not one.for_ or not set(keys).isdisjoint(one.for_)
    ]
    return made | ({"identificationEvidences": [*dict.fromkeys(evidence)]} if evidence else {})


def _evidence(one: Identification, scribe: Scribe) -> str:
    """Return a way of identification; its limits to rights are words of a vocabulary."""
    method = scribe.plain(scribe.ledger.take(one, "method"))
    rights = [("right", scribe.plain(right)) for right in scribe.ledger.take(one, "for_")]
    return scribe.join(method, [*scribe.notes(one, "when", "masked"), *rights])


def _copy(rights: Rights, scribe: Scribe) -> dict[str, Any]:
    """Return what a copy costs, and its format."""
    made: dict[str, Any] = {}
    access, portability = rights.access, rights.portability
    if access is not None and access.fee is not None and access.fee.first == "free":
        scribe.ledger.take(access.fee, "first")
        made["administrativeFee"] = {"amount": 0, "currency": "EUR"}
    if portability is not None and portability.format is not None:
        made["dataFormats"] = [scribe.ledger.take(portability, "format")]
    return made


def _complaint(complaint: Complaint | None, scribe: Scribe) -> dict[str, Any]:
    if complaint is None:
        return {"available": False, "description": tilt.NOT_STATED}
    notes = scribe.notes(complaint, "described", "first_to_controller", "condition")
    made: dict[str, Any] = {"available": True, "supervisoryAuthority": {"name": tilt.NOT_STATED}}
    if not complaint.authorities:
        scribe.ledger.fill((*complaint.where, "authorities"), "the name of an authority")
    for authority in complaint.authorities[:1]:
        notes += scribe.notes(authority, "contact", "also")
        named: dict[str, str] = {"name": scribe.ledger.take(authority, "name")}
        if (line := scribe.one_line(authority)) is not None:
            named["address"] = line
        if authority.country is not None:
            named["country"] = scribe.ledger.take(authority, "country")
        if (url := scribe.link(authority, "url")) is not None:
            made["url"] = url
        made["supervisoryAuthority"] = named
    return {**made, "description": scribe.join(tilt.COMPLAINT, notes)}
