"""The privacy declarations of a manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint.record import Record
from privlint.register import Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.ledger import Ledger
    from privlint.knowledge.facts import Facts
    from privlint.register import (
        DataGroup,
        LegalBasis,
        RecipientRef,
        Register,
        Retention,
        RetentionEntry,
    )
    from privlint.register.statement import General

NOT_STATED = "not_stated"
"""The use that stands for one that is not told, or that the taxonomy has no word for."""

_SPECIAL = frozenset({"special", "criminal"})


class Declared(Record):
    """Writes the declarations of a register."""

    register: Register
    ledger: Ledger
    facts: Facts

    def declarations(self) -> Iterator[dict[str, Any]]:
        """Yield one for each purpose, group of data and legal basis."""
        for purpose in self.register.purposes.values():
            for group in purpose.data or (None,):
                yield from self._of(purpose, group)
        for group in self.register.general.data if self.register.general is not None else ():
            yield from self._of(self.register.general, group)

    def _of(
        self, holder: Purpose | General | None, group: DataGroup | None
    ) -> Iterator[dict[str, Any]]:
        purpose = holder if isinstance(holder, Purpose) else None
        made = self._use(purpose) if purpose is not None else self._useless(group)
        made |= self._data(purpose, group)
        made |= self._shared(purpose, group)
        retention = group.retention if group is not None and group.retention else None
        retention = retention or (purpose.retention if purpose is not None else None)
        if retention is not None and (period := self._period(retention)):
            made["retention_period"] = period
        bases = [basis for basis in self._bases(purpose, group) if self._word(basis) is not None]
        for basis in bases:
            yield {**made, **self._basis(basis)}
        if not bases:
            yield made

    def _use(self, purpose: Purpose) -> dict[str, Any]:
        use = self.facts.counterpart("purpose", purpose.kind, "fideslang")
        if use is not None:
            self.ledger.take(purpose, "kind")
        else:
            self.ledger.fill((*purpose.where, "kind"), "a use of its taxonomy")
        name = self.ledger.take(purpose, "title") or purpose.id.replace("_", " ")
        return {"name": name, "data_use": use or NOT_STATED}

    def _useless(self, group: DataGroup | None) -> dict[str, Any]:
        """Return the use of data that are listed for no purpose."""
        self.ledger.fill(group.where if group is not None else (), "a use of its taxonomy")
        return {"name": "not stated", "data_use": NOT_STATED}

    def _data(self, purpose: Purpose | None, group: DataGroup | None) -> dict[str, Any]:
        subjects: list[str | None] = []
        categories: list[str | None] = []
        special = False
        for holder in (group, purpose):
            named = holder.data_subjects if holder is not None else ()
            found = [self.facts.counterpart("subject", one, "fideslang") for one in named]
            subjects += found
            if holder is not None and all(found):
                self.ledger.take(holder, "data_subjects")
        for entry in group.categories if group is not None else ():
            categories.append(self.facts.counterpart("category", entry.id, "fideslang"))
            known = self.facts.category(self.ledger.take(entry, "id"))
            special = special or (known is not None and not _SPECIAL.isdisjoint(known.flags))
        made: dict[str, Any] = {
            "data_categories": [*dict.fromkeys(one for one in categories if one)],
            "data_subjects": [*dict.fromkeys(one for one in subjects if one)],
        }
        return made | ({"processes_special_category_data": True} if special else {})

    def _shared(self, purpose: Purpose | None, group: DataGroup | None) -> dict[str, Any]:
        """Return with whom the data are shared; an empty list says that they are not."""
        holders = [one for one in (group, purpose) if one is not None]
        refs = [ref for one in holders for ref in one.recipients]
        known = [ref for ref in refs if ref.to in self.register.recipients]
        nobody = [one for one in holders if "recipients" in one.stated and not one.recipients]
        for one in nobody:
            self.ledger.take(one, "recipients")
        receiving = [ref for ref in known if self.register.recipients[ref.to].relation is None]
        if not receiving:
            if not nobody and holders:
                self.ledger.lose(
                    (*holders[0].where, "recipients"),
                    "Fideslang takes silence on recipients for sharing with nobody",
                )
            return {"data_shared_with_third_parties": False} if nobody and not refs else {}
        return {
            "data_shared_with_third_parties": True,
            "third_parties": "; ".join(dict.fromkeys(map(self._party, receiving))),
            "egress": [*dict.fromkeys(ref.to for ref in receiving)],
        }

    def _party(self, ref: RecipientRef) -> str:
        recipient = self.register.recipients[self.ledger.take(ref, "to")]
        limits = [self.ledger.take(ref, key) for key in ("when", "for_")]
        told = ", ".join(one for one in limits if one)
        name = recipient.name or ref.to.replace("_", " ")
        return f"{name} ({told})" if told else name

    def _bases(self, purpose: Purpose | None, group: DataGroup | None) -> tuple[LegalBasis, ...]:
        around = purpose.legal_basis if purpose is not None else ()
        kinds = group.kinds if group is not None else frozenset()
        meant = [one for one in around if not one.of or any(e.id in kinds for e in one.of)]
        return (*meant, *(group.legal_basis if group is not None else ()))

    def _word(self, basis: LegalBasis) -> str | None:
        return self.facts.counterpart("basis", basis.basis, "fideslang")

    def _basis(self, basis: LegalBasis) -> dict[str, Any]:
        self.ledger.take(basis, "basis")
        made: dict[str, Any] = {
            "legal_basis_for_processing": self._word(basis),
            "flexible_legal_basis_for_processing": False,
        }
        special = self.facts.counterpart("article_9", basis.article_9, "fideslang")
        if special is not None:
            self.ledger.take(basis, "article_9")
            made["special_category_legal_basis"] = special
        return made

    def _period(self, retention: Retention) -> str:
        told = [self._entry(entry) for entry in retention.entries]
        text = "; ".join(one for one in told if one)
        how = self.ledger.take(retention, "whichever")
        return f"{text} (whichever is {how.replace('_', ' ')})" if how and text else text

    def _entry(self, entry: RetentionEntry) -> str:
        """Write an entry in words: its period, its end, and what limits it."""
        take = self.ledger.take
        bound, period = take(entry, "bound"), take(entry, "period")
        told = [_plain(f"{bound} {entry.length}" if bound and period else entry.length)]
        for key in ("from_", "until"):
            word = take(entry, key)
            told.append(f"{key.rstrip('_')} {_plain(word)}" if word else "")
        told.append(_plain(take(entry, "criterion") or ""))
        told.append("indefinitely" if take(entry, "indefinite") else "")
        told += [f"of {_plain(take(one, 'id'))}" for one in entry.of]
        for key in ("for_", "when", "law"):
            words = take(entry, key)
            told.append(f"{key.rstrip('_')}: {words}" if words else "")
        return ", ".join(one for one in told if one)


def _plain(word: str) -> str:
    return word.replace("_", " ")
