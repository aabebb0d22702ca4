"""The data of a TILT document, gathered into purposes, groups of data and recipients.

TILT repeats at each kind of data what is true of it. What is the same for all data of a purpose
comes to stand at the purpose; kinds of data with the same fate become one group again.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from privlint.importers.contract import Left
from privlint.importers.tilt_groups import gathered
from privlint.importers.tilt_kept import retention
from privlint.importers.tilt_words import address_of, bare, id_of, noted
from privlint.knowledge.folding import fold
from privlint.tilt import FILLERS, is_word, reference

if TYPE_CHECKING:
    from privlint.annotated import Text
    from privlint.importers.parts import Part
    from privlint.knowledge.facts import Facts

_ID = re.compile(
    r"purposes\.([a-z][a-z0-9_]*)(?:\.data\.(\d+)(?:\.categories\.\d+)?)?"
    r"|general\.data\.(\d+)(?:\.categories\.\d+)?"
)
"""How the exporter numbers its items: by their place in the register."""
_PUBLIC = {"public authority": "authority", "the public": "public"}

_YES = {"yes": True, "no": False}

Row = dict[str, Any]


class Register:
    """Gathers the items of a document."""

    def __init__(self, facts: Facts, left: list[Left]) -> None:
        """Begin with nothing; what a register cannot hold is added to `left`."""
        self._facts = facts
        self._left = left
        self._purposes: dict[str, Row] = {}
        self._ids: dict[tuple[Any, ...], str] = {}
        self._rows: list[Row] = []
        self._recipients: dict[str, Row] = {}
        self._known: dict[str, str] = {}
        self._kinds = _kinds(facts)
        self._bases = {
            reference(known.article): known.id
            for known in map(facts.basis, facts.vocabulary("basis"))
            if known is not None
        }

    def add(self, item: Part) -> None:
        """Take one item."""
        item_id = item.text("_id") or ""
        row = {
            "id": item_id,
            "category": self._category(item.told("category")),
            "label": item.get("category", str, "a text"),
            "bases": self._legal_bases(item),
            "refs": [self._ref(one) for one in item.parts("recipients")],
            "retention": retention(item.parts("storage"), self._left),
            **_provision(item.part("nonDisclosure")),
            "source": {},
        }
        purposes = item.parts("purposes")
        if not purposes and item_id.startswith("recipients."):
            return
        found = _ID.fullmatch(item_id)
        row["group"] = (found[2] or found[3]) if found is not None else None
        for purpose in purposes:
            name = self._purpose(purpose, found[1] if found and len(purposes) == 1 else None)
            self._rows.append({**row, "purpose": name})
        if not purposes:
            self._rows.append({**row, "purpose": None})

    def _category(self, text: Text) -> Row:
        """Return a kind of data, or what they are called where it is none that is known."""
        said: Row = {"only_if": text.note("only if"), **noted(text, "when")}
        if not text.main:
            return said
        known = self._kinds.get(_folded(text.main))
        return {**said, "unnamed": text.main} if known is None else {**said, "is": known}

    def _purpose(self, part: Part, given: str | None) -> str:
        headline, told = part.told("purpose"), part.told("description")
        kinds = self._facts.vocabulary("purpose")
        made: Row = noted(told, "when")
        if headline.main and is_word(headline.main, kinds):
            made |= {"kind": headline.main.replace(" ", "_"), "title": told.main or None}
        elif headline.main:
            made |= {"title": headline.main, "words": told.main or None}
        else:
            made |= {"title": told.main or None}
        key = (given, *sorted((key, value) for key, value in made.items() if value))
        if key not in self._ids:
            called = given if given not in self._purposes else None
            name = called or id_of(made.get("title") or made.get("kind"), "purpose", self._purposes)
            self._ids[key] = name
            self._purposes[name] = made
        return self._ids[key]

    def _legal_bases(self, item: Part) -> list[Row]:
        bases = [self._basis(one) for one in item.parts("legalBases")]
        resting = iter([one for one in bases if one["basis"] == "legitimate_interests"])
        for part in item.parts("legitimateInterests"):
            told = part.told("reasoning")
            if part.flag("exists") is False:
                continue
            basis = next(resting, None)
            if basis is None:
                basis = {"basis": "legitimate_interests"}
                bases.append(basis)
            basis |= {"interest": told.main or None, **noted(told, "whose", "balancing")}
        return bases

    def _basis(self, part: Part) -> Row:
        cited, told = part.text("reference"), part.told("description")
        basis = self._bases.get(cited or "", "unnamed")
        keys = ("law", "when", "article 9", "explicit", "collected", "channels")
        law = cited if basis == "unnamed" else None
        return {"basis": basis, "reason": told.main or None, "law": law, **noted(told, *keys)}

    def _ref(self, part: Part) -> Row | str:
        """Keep a recipient, once, and return the reference to it."""
        told, name = part.told("category"), part.text("name")
        made: Row = noted(told, "legal name", "role", "does")
        if told.main in _PUBLIC:
            made |= {"kind": _PUBLIC[told.main], "name": name}
        elif told.note("described") or (name is None and told.main and not told.note("name")):
            made |= {"kind": "category", "name": told.main or None}
        else:
            made |= {"name": name, "does": told.main or None}
        made |= {"country": part.text("country"), "when": told.note("only if")}
        person = part.part("representative")
        made["contact"] = {"email": person.text("email"), "phone": person.text("phone")}
        made["address"] = address_of(part.text("address"))
        made = bare(made) or {}
        key = json.dumps(made, sort_keys=True)
        found = self._known.get(key)
        if found is None:
            found = id_of(made.get("name"), "recipient", self._recipients)
            self._known[key] = found
            self._recipients[found] = made
        limits = noted(told, "when", "for")
        return {"to": found, **limits} if limits else found

    def join_sources(self, parts: list[Part]) -> None:
        """Put where data come from at the items of the same id, else of the same category."""
        for part in parts:
            item_id, category = part.text("_id"), part.get("dataCategory", str, "a text")
            rows = [row for row in self._rows if row["id"] == item_id]
            rows = rows or [row for row in self._rows if row["label"] == category]
            for number, source in enumerate(part.parts("sources")):
                told = source.told("description")
                source.text("url")
                is_public = source.flag("publiclyAvailable")
                said = noted(told, "source", "source named")
                said.setdefault("source", ["public_source" if is_public else "third_party"])
                if number or not rows:
                    self._left.append(Left(source.where, "a register has no place for this source"))
                    continue
                for row in rows:
                    row["source"] = {**said, "source_words": told.main or None}

    def parts(self) -> dict[str, Any]:
        """Return the purposes, what is said for everything, and the recipients."""
        rows: dict[str | None, list[Row]] = {}
        for row in self._rows:
            rows.setdefault(row["purpose"], []).append(row)
        holders = {
            name: gathered(made, rows[name], self._left) for name, made in self._purposes.items()
        }
        general = gathered(None, rows.get(None, []), self._left)
        return {"purposes": holders, "general": general, "recipients": self._recipients}


def _kinds(facts: Facts) -> dict[str, str]:
    """Index the kinds of data by what they are called: in English first, then in other words."""
    known = [one for one in map(facts.category, facts.vocabulary("category")) if one is not None]
    words = {one.id: facts.words(one) for one in known}
    found = {_folded(words[name]["en"][0]): name for name in words}
    for language in ("en", "nl", "fr", "de"):
        for name, called in words.items():
            for word in called.get(language, ()):
                found.setdefault(_folded(word), name)
    return found


def _folded(text: str) -> str:
    """Fold a text so that `E-mail address` and `email address` are one."""
    return fold(text).replace(" ", "")


def _provision(part: Part) -> dict[str, Any]:
    """Return whether data must be given: what is said of the purpose, and of these data."""
    told = part.told("consequences")
    by_law, by_contract = part.flag("legalRequirement"), part.flag("contractualRegulation")
    must = part.flag("obligationToProvide")
    of_these = {
        "required": _YES.get(told.note("of this kind") or ""),
        "group_required": _YES.get(told.note("of these data") or ""),
    }
    said = noted(told, "required", "by", "for", "marked in")
    is_noted = any(value is not None for value in of_these.values())
    if not (told.main or said or by_law or by_contract or (must and not is_noted)):
        return {**of_these, "provision": None}
    if "required" not in said and not ("by" in said or is_noted):
        said["required"] = "required" if must or by_law or by_contract else "optional"
        if by_law or by_contract:
            said["by"] = "law" if by_law else "contract"
    if told.note("required") in FILLERS:
        del said["required"]
    return {**of_these, "provision": bare({**said, "consequence": told.main or None})}
