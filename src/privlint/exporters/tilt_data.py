"""The data of a TILT document: one item for each kind of data at each purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint import tilt
from privlint.exporters.tilt_kept import storage
from privlint.exporters.tilt_receiving import receivers, recipient_of
from privlint.record import Record
from privlint.register import DataGroup, Purpose, RecipientRef
from privlint.where import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.tilt_texts import Note, Scribe
    from privlint.register import CategoryEntry, LegalBasis, Recipient, Register
    from privlint.register.purposes import Provision
    from privlint.register.statement import General
    from privlint.where import Where

_FOREIGN = frozenset({"third_party", "public_source"})
"""The sources that are not the person: only of those TILT asks."""


class _Row(Record):
    """What one item is about: a kind of data of a group at a purpose, as far as those are told."""

    holder: Purpose | General
    group: DataGroup | None = None
    entry: CategoryEntry | None = None

    @property
    def where(self) -> Where:
        """The place in the register, which is also the id in TILT."""
        return (self.entry or self.group or self.holder).where

    @property
    def is_told_of_all(self) -> bool:
        """Tell whether what stands at the holder is told here; general things have an own item."""
        return self.group is None or isinstance(self.holder, Purpose)


def _rows(register: Register) -> Iterator[_Row]:
    for purpose in register.purposes.values():
        groups = list(_groups(purpose, register))
        yield from groups or [_Row(purpose)]
    general = register.general
    if general is not None:
        yield _Row(general)
        yield from _groups(general, register)


def _groups(holder: Purpose | General, register: Register) -> Iterator[_Row]:
    for group in holder.data:
        for entry in group.categories:
            yield _Row(holder, group, entry)
        if group.unnamed is not None or (not group.categories and _says_more(group, register)):
            yield _Row(holder, group)


def _says_more(group: DataGroup, register: Register) -> bool:
    """Tell whether a group that lists no data says something that TILT can hold."""
    kept = group.retention.entries if group.retention is not None else ()
    return bool(
        group.when
        or group.required is not None
        or group.legal_basis
        or any(ref.to in register.recipients and not ref.categories for ref in group.recipients)
        or any(not entry.of and entry.stated - {"cite", "note"} for entry in kept)
        or not _FOREIGN.isdisjoint(group.source)
    )


def disclosed(register: Register, scribe: Scribe) -> Iterator[dict[str, Any]]:
    """Yield the items, then one for each recipient that no data are said to go to."""
    met: set[str] = set()
    for row in _rows(register):
        met |= {ref.to for ref in _refs(row)}
        item = _item(row, register, scribe)
        if row.group is not None or isinstance(row.holder, Purpose) or _says(item):
            yield item
    for name, recipient in register.recipients.items():
        is_link = recipient.relation is not None and not recipient.transfers
        if name not in met and not is_link:
            yield _alone(recipient, scribe)


def _says(item: dict[str, Any]) -> bool:
    """Tell whether an item of no purpose and no data says anything."""
    told = item["legalBases"] or item["recipients"] or item["storage"]
    return bool(told) or item["nonDisclosure"] != _not_told()


def _item(row: _Row, register: Register, scribe: Scribe) -> dict[str, Any]:
    bases = [basis for basis in _bases(row) if _is_about(basis.of, row, scribe)]
    refs = [ref for ref in _refs(row) if _is_about(ref.categories, row, scribe)]
    purpose = row.holder if isinstance(row.holder, Purpose) else None
    return {
        "_id": dotted(row.where),
        "category": _category(row, scribe),
        "purposes": [] if purpose is None else [_purpose(purpose, scribe)],
        "legalBases": [_basis(basis, scribe) for basis in bases],
        "legitimateInterests": [
            _interest(basis, scribe) for basis in bases if basis.basis == "legitimate_interests"
        ],
        "recipients": receivers(refs, register, scribe),
        "storage": storage(row.holder, row.group, row.entry, scribe),
        "nonDisclosure": _provision(row, scribe),
    }


def _alone(recipient: Recipient, scribe: Scribe) -> dict[str, Any]:
    """Return the item of a recipient of which it is not told what it receives, and why."""
    scribe.ledger.fill(recipient.where, "the data that a recipient receives")
    return {
        "_id": dotted(recipient.where),
        "category": tilt.NOT_STATED,
        "purposes": [],
        "legalBases": [],
        "legitimateInterests": [],
        "recipients": [recipient_of(recipient, None, scribe)],
        "storage": [],
        "nonDisclosure": _not_told(),
    }


def _is_about(limit: tuple[CategoryEntry, ...], row: _Row, scribe: Scribe) -> bool:
    """Tell whether what is limited to some kinds of data is about these."""
    met = [one for one in limit if row.entry is not None and one.id == row.entry.id]
    for one in met:
        scribe.ledger.take(one, "id")
    return bool(met) or not limit


def _category(row: _Row, scribe: Scribe) -> str:
    if row.entry is not None:
        notes = scribe.notes(row.entry, "when")
        known = scribe.facts.category(scribe.ledger.take(row.entry, "id"))
        name = scribe.facts.words(known)["en"][0] if known is not None else row.entry.id
        return scribe.join(name, notes + _of_group(row, scribe))
    if row.group is not None and row.group.unnamed is not None:
        unnamed = scribe.ledger.take(row.group, "unnamed")
        return scribe.join(unnamed, _of_group(row, scribe))
    scribe.ledger.fill(row.where, "a category of data")
    return scribe.join(None, _of_group(row, scribe))


def _of_group(row: _Row, scribe: Scribe) -> list[Note]:
    """Return the condition of a whole group, which is not that of one kind of data in it."""
    return [("only if", scribe.ledger.take(row.group, "when"))]


def _purpose(purpose: Purpose, scribe: Scribe) -> dict[str, str]:
    """Return a purpose: its kind as the headline, where it has one, and its title."""
    take, kinds = scribe.ledger.take, scribe.facts.vocabulary("purpose")
    headline = scribe.plain(take(purpose, "kind")) if purpose.kind is not None else None
    title: str | None = take(purpose, "title")
    if headline is None and title is not None and not tilt.is_word(title, kinds):
        headline, title = title, None
    if headline is None and title is None:
        scribe.ledger.fill((*purpose.where, "title"), "a purpose")
    return {
        "purpose": headline or tilt.NOT_STATED,
        "description": scribe.join(title, scribe.notes(purpose, "when")),
    }


def _bases(row: _Row) -> tuple[LegalBasis, ...]:
    own = row.group.legal_basis if row.group is not None else ()
    return (*(row.holder.legal_basis if row.is_told_of_all else ()), *own)


def _basis(basis: LegalBasis, scribe: Scribe) -> dict[str, str]:
    """Return a legal basis with the article that it stands for."""
    known = scribe.facts.basis(scribe.ledger.take(basis, "basis"))
    if known is None:
        scribe.ledger.fill(basis.where, "the article of a legal basis")
    notes = scribe.notes(basis, "law", "when", "article_9", "explicit", "collected", "channels")
    reason: str | None = scribe.ledger.take(basis, "reason")
    made = {"reference": tilt.REFERENCE if known is None else tilt.reference(known.article)}
    if reason is not None or any(value for _, value in notes):
        made["description"] = scribe.join(reason, notes)
    return made


def _interest(basis: LegalBasis, scribe: Scribe) -> dict[str, Any]:
    notes = scribe.notes(basis, "whose", "balancing")
    interest: str | None = scribe.ledger.take(basis, "interest")
    if interest is None:
        scribe.ledger.fill((*basis.where, "interest"), "the reasoning of a legitimate interest")
    return {"exists": True, "reasoning": scribe.join(interest, notes)}


def _refs(row: _Row) -> tuple[RecipientRef, ...]:
    own = row.group.recipients if row.group is not None else ()
    return (*(row.holder.recipients if row.is_told_of_all else ()), *own)


def _not_told() -> dict[str, Any]:
    return {
        "legalRequirement": False,
        "contractualRegulation": False,
        "obligationToProvide": False,
        "consequences": tilt.NOT_STATED,
    }


def _provision(row: _Row, scribe: Scribe) -> dict[str, Any]:
    """Return whether data must be given: what is said of the purpose, and of these data."""
    made = _not_told()
    around = row.holder.provision if row.is_told_of_all else ()
    said = [one for one in around if _is_about(one.categories, row, scribe)][:1]
    notes: list[Note] = []
    for node in (row.entry, row.group):
        required = scribe.ledger.take(node, "required")
        if required is not None:
            made["obligationToProvide"] = required
            notes.append(("of these data" if node is row.group else "of this kind", _yes(required)))
            break
    for one in said:
        made |= _told(one) if one.required is not None else {}
        beside = scribe.notes(one, "required", "by")
        is_told = one.required == "required" and one.by in {None, "law", "contract"} and not notes
        more = scribe.notes(one, "for_", "marked_in")
        if one.required is None and (beside or more or one.consequence is not None):
            # No obligation is not yet a choice: that nothing is said of it has to be said.
            notes.append(("required", tilt.NOT_STATED))
        notes += [*([] if is_told else beside), *more]
    consequence = scribe.ledger.take(said[0], "consequence") if said else None
    if not notes and consequence is None and not any(one.required for one in said):
        scribe.ledger.fill(row.where, "an answer whether data must be given")
    made["consequences"] = scribe.join(consequence, notes)
    return made


def _told(provision: Provision) -> dict[str, bool]:
    """Return what a provision says in the three answers of TILT; its own word is noted beside."""
    is_required = provision.required == "required"
    return {
        "legalRequirement": is_required and provision.by == "law",
        "contractualRegulation": is_required and provision.by == "contract",
        "obligationToProvide": is_required,
    }


def _yes(value: bool) -> str:  # noqa: FBT001 - a value of the register
    return "yes" if value else "no"


def sources(register: Register, scribe: Scribe) -> Iterator[dict[str, Any]]:
    """Yield where data come from that the person has not given."""
    for row in _rows(register):
        group = row.group
        if group is None or _FOREIGN.isdisjoint(group.source):
            continue
        scribe.ledger.fill((*group.where, "source"), "the address on the web of a source")
        notes = scribe.notes(group, "source", "source_named")
        words = scribe.ledger.take(group, "source_words")
        told = {
            "description": scribe.join(words, notes),
            "url": tilt.URL,
            "publiclyAvailable": "public_source" in group.source,
        }
        category = _category(row, scribe)
        yield {"_id": dotted(row.where), "dataCategory": category, "sources": [told]}
