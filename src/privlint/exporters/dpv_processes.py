"""What is done with data, in DPV: processes with their purposes, data, bases and recipients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.rdf import Iri, Thing, thing
from privlint.where import dotted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from privlint.exporters.dpv_terms import Said, Terms
    from privlint.register import DataGroup, Purpose, RecipientRef, Register
    from privlint.register.purposes import Provision
    from privlint.register.statement import AutomatedDecision, General, Storage

_INFERRED = frozenset({"observed", "inferred", "generated"})
"""Where data come from, when DPV calls the data by it and not their source."""


class Processes:
    """Writes the processes of a register."""

    def __init__(self, register: Register, terms: Terms) -> None:
        """Take the register, and how facts are written."""
        self._register = register
        self._terms = terms

    def things(self) -> list[Thing]:
        """Return the processes, each with a name."""
        return list(self._things())

    def _things(self) -> Iterator[Thing]:
        for purpose in self._register.purposes.values():
            yield self._process(purpose)
        if self._register.general is not None:
            yield self._general(self._register.general)
        decisions = self._register.automated_decisions
        if decisions is not None:
            if decisions.status == "used" and decisions.decisions:
                self._terms.ledger.take(decisions, "status")
            for decision in decisions.decisions:
                yield self._decision(decision)
        for place in self._register.storage:
            yield self._storage(place)

    def _process(self, purpose: Purpose) -> Thing:
        terms = self._terms
        kind = terms.ledger.take(purpose, "kind")
        label = [] if kind is None else [("rdfs:label", kind.replace("_", " "))]
        aim: Said = [*label, ("dct:title", terms.ledger.take(purpose, "title"))]
        aim += terms.notes(purpose, "when", "vague", "since", "only")
        said: Said = [
            ("dpv:hasPurpose", thing([terms.of("purpose", kind) or "dpv:Purpose"], aim)),
            *self._shared(purpose),
            *self._subjects(terms.ledger.take(purpose, "data_subjects")),
        ]
        if self._register.controller is not None:
            said.append(("dpv:hasDataController", Iri("#controller")))
        return thing(["dpv:Process"], said, dotted(purpose.where))

    def _general(self, general: General) -> Thing:
        terms = self._terms
        said = [
            *self._shared(general),
            *self._subjects(terms.ledger.take(general, "data_subjects")),
            *(("dct:description", terms.ledger.take(one, "words")) for one in general.purposes),
        ]
        return thing(["dpv:Process"], said, dotted(general.where))

    def _shared(self, holder: Purpose | General) -> Said:
        """Return what a purpose and what is said for everything have in common."""
        terms = self._terms
        return [
            *(("dpv:hasLegalBasis", terms.basis(basis)) for basis in holder.legal_basis),
            *(line for one in holder.provision for line in self._provision(one)),
            *self._recipients(holder.recipients),
            *terms.kept(holder.retention),
            *(("dpv:hasPersonalDataProcess", self._group(group)) for group in holder.data),
        ]

    def _group(self, group: DataGroup) -> Thing:
        terms = self._terms
        sources = terms.ledger.take(group, "source")
        said = terms.kinds("dpv:hasPersonalData", group.categories)
        if (unnamed := terms.ledger.take(group, "unnamed")) is not None:
            made = thing(["dpv:PersonalData"], [("rdfs:label", unnamed)])
            said.append(("dpv:hasPersonalData", made))
        for source in sources:
            found = terms.of("source", source) or "dpv:DataSource"
            key = "dpv:hasData" if source in _INFERRED else "dpv:hasDataSource"
            words = terms.described(group, "source_words") if key == "dpv:hasDataSource" else []
            said.append((key, terms.word([found], source, words)))
        said += self._subjects(terms.ledger.take(group, "data_subjects"))
        said += [("dpv:hasLegalBasis", terms.basis(basis)) for basis in group.legal_basis]
        said += self._recipients(group.recipients) + terms.kept(group.retention)
        said += terms.notes(group, "when", "required", "called", "individual", "source_named")
        return thing(["dpv:PersonalDataProcess"], said)

    def _subjects(self, subjects: Iterable[str]) -> Said:
        return [
            (
                "dpv:hasDataSubject",
                self._terms.word([self._terms.of("subject", one) or "dpv:DataSubject"], one, []),
            )
            for one in subjects
        ]

    def _recipients(self, refs: Iterable[RecipientRef]) -> Said:
        """Return who receives data; conditions make a process of its own."""
        terms, said = self._terms, []
        for ref in refs:
            if ref.to not in self._register.recipients:
                continue
            to = ("dpv:hasRecipient", Iri(f"#recipients.{terms.ledger.take(ref, 'to')}"))
            limits = terms.notes(ref, "when", "for_")
            limits += terms.kinds("dpv:hasPersonalData", ref.categories)
            limits += [("dpv:hasLegalBasis", terms.basis(basis)) for basis in ref.legal_basis]
            said.append(("dpv:hasProcess", thing(["dpv:Process"], [to, *limits])) if limits else to)
        return said

    def _provision(self, provision: Provision) -> Said:
        """Return whether data must be given, and what follows if not."""
        terms = self._terms
        required = terms.ledger.take(provision, "required")
        found = terms.of("provision", required)
        said: Said = [("dpv:hasNecessity", Iri(found))] if found is not None else []
        if found is None and required is not None:
            terms.ledger.leave(provision, "required")
        consequence = terms.described(provision, "consequence")
        if consequence:
            said.append(("dpv:hasConsequence", thing(["dpv:ConsequenceOfFailure"], consequence)))
        said += terms.notes(provision, "by", "for_")
        if not (provision.categories or provision.purposes):
            return said
        # What is about some data or purposes only is told apart.
        data = terms.kinds("dpv:hasPersonalData", provision.categories)
        aims = self._aims(terms.ledger.take(provision, "purposes"))
        return [("dpv:hasProcess", thing(["dpv:Process"], [*data, *aims, *said]))]

    def _aims(self, names: Iterable[str]) -> Said:
        """Return the purposes that something belongs to; a name that nothing bears is a note."""
        return [
            ("dct:relation", Iri(f"#purposes.{name}"))
            if name in self._register.purposes
            else ("rdfs:comment", f"purpose: {name}")
            for name in names
        ]

    def _decision(self, decision: AutomatedDecision) -> Thing:
        terms = self._terms
        automated = terms.of("automated", terms.ledger.take(decision, "automated"))
        context: Said = [] if automated is None else [("dpv:hasAutomationLevel", Iri(automated))]
        if automated is None and decision.automated is not None:
            context += terms.notes(decision, "automated")
        if logic := terms.described(decision, "logic"):
            context.append(("dpv:hasAlgorithmicLogic", thing(["dpv:AlgorithmicLogic"], logic)))
        said: Said = [
            ("dct:title", terms.ledger.take(decision, "what")),
            ("dpv:hasContext", thing(["dpv:AutomatedDecisionMaking"], context)),
        ]
        if consequence := terms.described(decision, "consequence"):
            said.append(("dpv:hasConsequence", thing(["dpv:Consequence"], consequence)))
        said += self._aims(terms.ledger.take(decision, "purposes"))
        said += terms.notes(decision, "significance", "safeguards", "ground", "when", "by")
        return thing(["dpv:Process"], said, dotted(decision.where))

    def _storage(self, storage: Storage) -> Thing:
        """Return where data are kept."""
        terms = self._terms
        place = terms.ledger.take(storage, "place")
        at: Said = [] if place is None else [("dpv:hasLocation", terms.country(place))]
        if place == "unnamed":
            at = [("rdfs:comment", "place: not named")]
        by = storage.by
        said = terms.kinds("dpv:hasPersonalData", storage.of)
        if by in self._register.recipients:
            terms.ledger.take(storage, "by")
            said.append(("dpv:hasRecipient", Iri(f"#recipients.{by}")))
        said += terms.notes(storage, "for_", "when", "exception")
        condition = thing(["dpv:StorageLocation"], at)
        said.insert(0, ("dpv:hasStorageCondition", condition))
        return thing(["dpv:Process"], said, dotted(storage.where))
