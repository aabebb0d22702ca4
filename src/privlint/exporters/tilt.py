"""TILT, the Transparency Information Language: JSON for what Art. 13 to 15 GDPR ask to be told.

The schema asks for more than many a statement says. What stands in is told, and listed in
`privlint.tilt`; several facts that share one text stand in it as notes (`privlint.annotated`).
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from privlint import tilt
from privlint.exporters.contract import Exported
from privlint.exporters.ledger import Ledger
from privlint.exporters.tilt_data import disclosed, sources
from privlint.exporters.tilt_rights import rights
from privlint.exporters.tilt_texts import Scribe

if TYPE_CHECKING:
    from privlint.exporters.contract import Subject, Wish
    from privlint.register import Register, Shop, Statement, Transfer
    from privlint.register.statement import AutomatedDecisions

FORMATS = ("json",)
LAYOUTS = ()
LANGUAGES = ()

_LANGUAGES = """
    aa ab af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia
    id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo
    lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl
    ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk
    tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
"""As the schema lists them, but for the one that stands in."""


def export(subject: Subject, _: Wish) -> Exported:
    """Write a register as a TILT document."""
    register = subject.register
    scribe = Scribe(Ledger(register, "TILT"), subject.facts)
    body = {
        "controller": _controller(register, scribe),
        "dataProtectionOfficer": _officer(register, scribe),
        "dataDisclosed": list(disclosed(register, scribe)),
        "thirdCountryTransfers": _transfers(register, scribe),
        **rights(register, scribe),
        "sources": list(sources(register, scribe)),
        "automatedDecisionMaking": _decisions(register.automated_decisions, scribe),
        "changesOfPurpose": [],
    }
    meta = _meta(register.shop, register.statement, scribe)
    digest = hashlib.sha256(_json([meta, body]).encode("utf-8", "surrogatepass")).hexdigest()
    document = {"meta": {"_id": digest[:24], **meta, "_hash": digest}, **body}
    return Exported(_json(document).encode("utf-8", "replace"), scribe.ledger.losses())


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _meta(shop: Shop, statement: Statement, scribe: Scribe) -> dict[str, Any]:
    ledger, day = scribe.ledger, tilt.DAY
    if statement.date is not None:
        day = ledger.take(statement, "date").isoformat()
    else:
        ledger.fill((*statement.where, "date"), "the day of the statement")
    language = statement.language
    if language in _LANGUAGES.split():
        ledger.take(statement, "language")
    else:
        language = tilt.LANGUAGE
        ledger.fill((*statement.where, "language"), "a language of its list")
    ledger.lose((), "TILT asks whether the statement is in force: `active` is written")
    return {
        "name": ledger.take(shop, "name"),
        "created": day,
        "modified": day,
        "version": _version(statement, scribe),
        "language": language,
        "status": "active",
        "url": scribe.link(shop, "url") or scribe.fill(shop, "url", "an address on the web"),
    }


def _version(statement: Statement, scribe: Scribe) -> int:
    digits = statement.version or ""
    if digits.isascii() and digits.isdigit() and digits[0] != "0" and len(digits) < len("1" * 9):
        scribe.ledger.take(statement, "version")
        return int(digits)
    scribe.ledger.fill((*statement.where, "version"), "a version in whole numbers")
    return tilt.VERSION


def _controller(register: Register, scribe: Scribe) -> dict[str, Any]:
    controller = register.controller
    where = ("controller",)
    return {
        "name": scribe.text(controller, "name", where, "the name of the controller"),
        "address": scribe.address(controller, where, "the address of the controller"),
        "country": scribe.ledger.take(register.shop, "country"),
        "representative": {
            "name": scribe.text(controller, "natural_person", where, "a person who represents"),
            "email": scribe.email(controller, where, "the e-mail address of that person"),
            **scribe.phone(controller),
        },
    }


def _officer(register: Register, scribe: Scribe) -> dict[str, Any]:
    dpo, where = register.dpo, ("dpo",)
    status = scribe.ledger.take(dpo, "status")
    unnamed = {"appointed": tilt.NOT_NAMED, "not_appointed": tilt.NOT_APPOINTED}.get(status)
    name = scribe.text(dpo, "name", where, "the name of a data protection officer", unnamed)
    address = scribe.address(dpo, where, "the address of a data protection officer")
    country = dpo.address.country if dpo is not None and dpo.address is not None else None
    if country is None:
        scribe.ledger.fill(where, "the country of a data protection officer")
    return {
        "name": name,
        "address": address,
        "country": country or tilt.COUNTRY,
        "email": scribe.email(dpo, where, "the e-mail address of a data protection officer"),
        **scribe.phone(dpo),
    }


def _transfers(register: Register, scribe: Scribe) -> list[dict[str, Any]]:
    found = []
    for recipient in register.recipients.values():
        named = recipient.name is not None
        for transfer in recipient.transfers:
            if transfer.happens:
                found.append(_transfer(transfer, recipient.name, scribe))
                if not named:
                    scribe.ledger.lose(
                        transfer.where, "TILT cannot say whose transfer it is: they have no name"
                    )
    general = register.general.transfers if register.general is not None else ()
    found += [_transfer(one, None, scribe) for one in general if one.happens]
    return [one for one in found if one]


def _transfer(transfer: Transfer, recipient: str | None, scribe: Scribe) -> dict[str, Any]:
    notes = scribe.notes(transfer, "generation", "derogation", "copy", "when", "by_recipient")
    notes += [("importer", scribe.ledger.take(transfer, "importer")), ("recipient", recipient)]
    made: dict[str, Any] = {}
    if transfer.names_country:
        made["country"] = scribe.ledger.take(transfer, "country")
    elif transfer.country is not None:
        notes += scribe.notes(transfer, "country")
    notes += scribe.notes(transfer, "status")
    slot = scribe.facts.counterpart("safeguard", transfer.safeguard, "tilt")
    if slot is not None:
        safeguard = scribe.plain(scribe.ledger.take(transfer, "safeguard"))
        made[slot] = {"available": True, "description": scribe.join(safeguard, notes)}
        return made
    notes += scribe.notes(transfer, "safeguard")
    if any(value for _, value in notes):
        made["appropriateGuarantees"] = {"description": scribe.join(None, notes)}
    return made


def _decisions(decisions: AutomatedDecisions | None, scribe: Scribe) -> dict[str, Any]:
    take = scribe.ledger.take
    made: dict[str, Any] = {}
    if decisions is None:
        return made
    if decisions.status is not None:
        made["inUse"] = take(decisions, "status") == "used"
    if made.get("inUse") and not (decisions.decisions and decisions.decisions[0].logic):
        scribe.ledger.fill((*decisions.where, "decisions"), "the logic of automated decisions")
    if made.get("inUse"):
        made |= dict.fromkeys(("logicInvolved", "scopeAndIntendedEffects"), tilt.NOT_STATED)
    for first in decisions.decisions[:1]:
        keys = ("consequence", "significance", "automated", "ground", "safeguards", "when")
        notes = scribe.notes(first, *keys)
        made["scopeAndIntendedEffects"] = scribe.join(take(first, "what"), notes)
        if first.logic is not None:
            made["logicInvolved"] = take(first, "logic")
    return made
