"""Fideslang: a manifest with the shop as a system, and each recipient as another.

A privacy declaration has one use, one legal basis and one period in words: each purpose becomes a
declaration for each group of its data and each of its bases.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from privlint.exporters.contract import Exported
from privlint.exporters.fideslang_declared import Declared
from privlint.exporters.fideslang_systems import Systems, contact
from privlint.exporters.ledger import Ledger
from privlint.source.writer import write

if TYPE_CHECKING:
    from privlint.exporters.contract import Subject, Wish
    from privlint.knowledge.facts import Facts
    from privlint.register import Register

FORMATS = ("yaml", "json")
LAYOUTS = ()
LANGUAGES = ()

_UNFIT = re.compile(r"[^a-z0-9]+")


def export(subject: Subject, wish: Wish) -> Exported:
    """Write a register as a manifest."""
    register = subject.register
    ledger = Ledger(register, "Fideslang")
    name = _UNFIT.sub("_", register.shop.name.lower()).strip("_") or "shop"
    manifest = _manifest(register, ledger, subject.facts, name)
    if wish.format == "json":
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    else:
        text = write(manifest)
    return Exported(text.encode("utf-8", "replace"), ledger.losses())


def _manifest(register: Register, ledger: Ledger, facts: Facts, name: str) -> dict[str, Any]:
    declared = Declared(register, ledger, facts)
    declarations = list(declared.declarations())
    systems = Systems(register, ledger, facts, name)
    shop = systems.shop(declarations)
    others = systems.recipients()
    made: dict[str, Any] = {"organization": [_organization(register, ledger, name)]}
    if subjects := _subjects(register, ledger, facts, declarations):
        made["data_subject"] = subjects
    return {**made, "system": [shop, *others]}


def _organization(register: Register, ledger: Ledger, name: str) -> dict[str, Any]:
    made: dict[str, Any] = {"fides_key": name, "name": ledger.take(register.shop, "name")}
    if register.controller is not None:
        made["controller"] = contact(register.controller, ledger)
        if register.controller.representative is not None:
            made["representative"] = contact(register.controller.representative, ledger)
    if register.dpo is not None and register.dpo.status == "appointed":
        ledger.take(register.dpo, "status")
        made["data_protection_officer"] = contact(register.dpo, ledger)
    return made


def _subjects(
    register: Register, ledger: Ledger, facts: Facts, declarations: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return those whose data are used, with the rights that the statement tells of."""
    subjects = sorted({one for made in declarations for one in made["data_subjects"]})
    rights = register.rights
    if not subjects or rights is None:
        return []
    values = []
    for key in rights.FIELDS:
        right, value = getattr(rights, key), facts.counterpart("right", key, "fideslang")
        if right is not None and value is not None:
            ledger.mark(right)
            values.append(value)
    told = {"strategy": "INCLUDE", "values": list(dict.fromkeys(values))}
    return [{"fides_key": one, "rights": told} for one in subjects] if values else []
