"""How single facts are written in DPV: with a term of their own, or as a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint.exporters.periods import in_days
from privlint.exporters.rdf import Iri, Thing, Typed, term, thing
from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.exporters.ledger import Ledger
    from privlint.knowledge.facts import Facts
    from privlint.register import CategoryEntry, LegalBasis, Retention, RetentionEntry
    from privlint.register.node import Node

Said = list[tuple[str, Any]]


class Terms(Record):
    """Writes facts of a register in DPV, and keeps the ledger of what was taken."""

    ledger: Ledger
    facts: Facts

    def of(self, vocabulary: str, word: str | None) -> str | None:
        """Return the term of a word of the register."""
        found = self.facts.counterpart(vocabulary, word, "dpv")
        return None if found is None else term(found)

    def country(self, code: str | None) -> Iri | None:
        """Return a country of ISO 3166, or the European Economic Area."""
        return None if code is None else Iri(f"loc:{code}")

    def notes(self, node: Node, *attributes: str) -> Said:
        """Take fields that DPV has no term for as notes that are called by their keys."""
        found: Said = []
        for attribute in attributes:
            value = self.ledger.take(node, attribute)
            key = attribute.rstrip("_").replace("_", " ")
            found += [("rdfs:comment", f"{key}: {told}") for told in _texts(value)]
        return found

    def described(self, node: Node | None, attribute: str) -> Said:
        """Take a field as a description."""
        text = self.ledger.take(node, attribute)
        return [] if text is None else [("dct:description", text)]

    def category(self, entry: CategoryEntry) -> Thing:
        """Return a kind of data; its label tells it from others of the same term."""
        known = self.facts.category(self.ledger.take(entry, "id"))
        types = ["dpv:PersonalData"] if known is None else [term(known.dpv)]
        label = entry.id.replace("_", " ")
        return thing(types, [("rdfs:label", label), *self.notes(entry, "when", "required")])

    def kinds(self, key: str, entries: Iterable[CategoryEntry]) -> Said:
        """Return kinds of data under a term."""
        return [(key, self.category(entry)) for entry in entries]

    def basis(self, basis: LegalBasis) -> Thing:
        """Return a legal basis: the point of Art. 6, and of Art. 9 where one is given."""
        take = self.ledger.take
        names = (take(basis, "basis"), take(basis, "article_9"))
        known = [self.facts.basis(name) for name in names if name is not None]
        types = [term(one.dpv) for one in known if one is not None and one.dpv]
        said: Said = [("rdfs:label", basis.basis.replace("_", " "))]
        said += self.described(basis, "reason") + self.described(basis, "interest")
        if (law := take(basis, "law")) is not None:
            said.append(("dpv:hasApplicableLaw", thing(["dpv:Law"], [("dct:title", law)])))
        said += self.notes(basis, "when", "collected", "explicit", "whose", "balancing", "channels")
        said += self.kinds("dpv:hasPersonalData", basis.of)
        return thing(types or ["dpv:LegalBasis"], said)

    def kept(self, retention: Retention | None) -> Said:
        """Return how long data are kept."""
        if retention is None:
            return []
        how = self.notes(retention, "whichever")
        return [
            ("dpv:hasStorageCondition", self._entry(one, how if one.period else []))
            for one in retention.entries
        ]

    def _entry(self, entry: RetentionEntry, how: Said) -> Thing:
        take = self.ledger.take
        types: list[str] = []
        said: Said = []
        if entry.period is not None and (period := in_days(take(entry, "period"))) is not None:
            types.append("dpv:TemporalDuration")
            said.append(("rdf:value", Typed(period, "xsd:duration")))
        elif entry.period is not None:
            self.ledger.leave(entry, "period")
        ends = {"until": "dpv:UntilEventDuration", "criterion": "dpv:IndeterminateDuration"}
        for key, kind in {**ends, "indefinite": "dpv:EndlessDuration"}.items():
            if (value := take(entry, key)) is not None:
                types.append(kind)
                said += [("rdfs:label", f"{key}: {one}") for one in _texts(value)]
        if (law := take(entry, "law")) is not None:
            said.append(("dpv:hasApplicableLaw", thing(["dpv:Law"], [("dct:title", law)])))
        keys = ("from_", "bound", "for_", "when", "legal_duty", "exception", "form", "then")
        said += self.notes(entry, *keys, "purposes")
        duration = thing(types or ["dpv:Duration"], said)
        data = self.kinds("dpv:hasPersonalData", entry.of)
        return thing(["dpv:StorageDuration"], [("dpv:hasDuration", duration), *data, *how])

    def word(self, types: list[str], label: str, said: Said) -> Thing:
        """Return a thing that is called by a word of the register."""
        return thing(types, [("rdfs:label", label.replace("_", " ")), *said])


def _texts(value: Any) -> list[str]:
    if value is None:
        return []
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if isinstance(value, tuple):
        return [told for one in value for told in _texts(one)]
    text = str(value)
    # A word of the vocabulary has no capitals and no spaces.
    return [text.replace("_", " ") if text.islower() and " " not in text else text]
