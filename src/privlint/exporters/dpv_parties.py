"""Who is who in DPV: the controller, its officer, recipients and authorities; rights, measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint.exporters.rdf import Iri, Thing, term, thing
from privlint.where import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.dpv_terms import Said, Terms
    from privlint.register import Controller, Dpo, Recipient, Register, Transfer


class Parties:
    """Writes the parties of a register."""

    def __init__(self, register: Register, terms: Terms) -> None:
        """Take the register, and how facts are written."""
        self._register = register
        self._terms = terms

    def things(self) -> list[Thing]:
        """Return the parties, each with a name."""
        return list(self._things())

    def _things(self) -> Iterator[Thing]:
        register = self._register
        if register.controller is not None:
            yield self._controller(register.controller)
        for recipient in register.recipients.values():
            yield self._recipient(recipient)
        general = register.general
        for transfer in general.transfers if general is not None else ():
            if transfer.happens:
                yield self._transfer(transfer, None, dotted(transfer.where))

    def _controller(self, controller: Controller) -> Thing:
        terms = self._terms
        said = [
            *self._reached(controller),
            *self._texts(controller, "dpv:hasIdentifier", "company_number", "vat_number"),
            *self._texts(controller, "dct:alternative", "trade_names"),
            *terms.notes(controller, "legal_form", "register", "natural_person"),
        ]
        if self._register.dpo is not None and self._register.dpo.status == "appointed":
            said.append(("dpv:hasDataProtectionOfficer", self._officer(self._register.dpo)))
        if controller.representative is not None:
            person = thing(["dpv:Representative"], self._reached(controller.representative))
            said.append(("dpv:hasRepresentative", person))
        if controller.privacy_contact is not None:
            contact = thing(["dpv:Entity"], self._reached(controller.privacy_contact))
            said.append(("dpv:hasResponsibleEntity", contact))
        return thing(["dpv:DataController"], said, "controller")

    def _officer(self, dpo: Dpo) -> Thing:
        self._terms.ledger.take(dpo, "status")
        return thing(["dpv:DataProtectionOfficer"], self._reached(dpo))

    def _texts(self, node: Any, key: str, *attributes: str) -> Said:
        """Take texts of fields that some classes of nodes have under one term."""
        said: Said = []
        for attribute in attributes:
            if attribute in node.FIELDS and getattr(node, attribute):
                value = self._terms.ledger.take(node, attribute)
                said += [(key, one) for one in (value if isinstance(value, tuple) else (value,))]
        return said

    def _reached(self, node: Any) -> Said:
        """Return the name of a party, and how it is reached."""
        said = self._texts(node, "dpv:hasName", "name")
        said += self._texts(node, "dpv:hasContact", "email", "phone", "url")
        address = getattr(node, "address", None)
        if address is not None:
            take = self._terms.ledger.take
            parts = [take(address, key) for key in ("street", "postcode", "city")]
            line = ", ".join(one for one in parts if one)
            said += [("dpv:hasAddress", line)] if line else []
            said += [("dpv:hasCountry", self._terms.country(take(address, "country")))]
        return said

    def _recipient(self, recipient: Recipient) -> Thing:
        terms = self._terms
        role = terms.of("role", terms.ledger.take(recipient, "role"))
        body = terms.of("recipient", recipient.kind)
        if body is not None:
            terms.ledger.take(recipient, "kind")
        # Who is only linked, or a way to write to the shop, is told no more than that.
        first = "dpv:Recipient" if recipient.relation is None else "dpv:Entity"
        classes = [first, *(one for one in (role, body) if one is not None)]
        said = [
            *self._reached(recipient),
            *self._texts(recipient, "dct:alternative", "legal_name"),
            *self._texts(recipient, "dpv:hasIdentifier", "company_number", "vat_number"),
            *terms.described(recipient, "does"),
            ("dpv:hasCountry", terms.country(terms.ledger.take(recipient, "country"))),
            *terms.kinds("dpv:hasPersonalData", recipient.categories),
            *(("dpv:hasLegalBasis", terms.basis(basis)) for basis in recipient.legal_basis),
            *terms.kept(recipient.retention),
            *terms.notes(recipient, "when", "relation", "own_purposes", "collects_itself"),
        ]
        # A contract that the statement says there is not is none.
        for one in (each for each in recipient.agreement if each.kind != "absent"):
            kind = terms.ledger.take(one, "kind")
            types = [terms.of("agreement", kind) or "dpv:LegalMeasure"]
            told = terms.word(types, kind, terms.notes(one, "covers"))
            said.append(("dpv:hasLegalMeasure", told))
        if recipient.contact is not None:
            said += self._texts(recipient.contact, "dpv:hasContact", "email", "phone", "url")
        name = dotted(recipient.where)
        for transfer in recipient.transfers:
            if transfer.happens:
                said.append(("dpv:hasProcess", self._transfer(transfer, name, None)))
        return thing(classes, said, name)

    def _transfer(self, transfer: Transfer, importer: str | None, name: str | None) -> Thing:
        """Return a transfer out of the European Economic Area, with the safeguard it rests on."""
        terms, take = self._terms, self._terms.ledger.take
        safeguard, derogation = take(transfer, "safeguard"), take(transfer, "derogation")
        found = terms.of("derogation", derogation) or terms.of("safeguard", safeguard)
        said: Said = [("dpv:hasProcessing", Iri("dpv:Transfer"))]
        if transfer.names_country:
            said.append(("dpv:hasThirdCountry", terms.country(take(transfer, "country"))))
        if importer is not None:
            said.append(("dpv:hasDataImporter", Iri(f"#{importer}")))
        said += [
            ("dpv:hasDataImporter", Iri(f"#recipients.{one}"))
            for one in take(transfer, "recipients")
            if one in self._register.recipients
        ]
        if safeguard is not None or derogation is not None:
            label = (derogation or safeguard).replace("_", " ")
            notes = terms.notes(transfer, "generation", "copy")
            types = [found or "dpv:DataTransferLegalBasis"]
            basis = thing(types, [("rdfs:label", label), *notes])
            said.append(("dpv:hasLegalBasis", basis))
        said += terms.notes(transfer, "when", "importer", "by_recipient", "status")
        return thing(["dpv:Process"], said, name)

    def rights(self) -> Iterator[Thing]:
        """Yield the rights that the statement tells of."""
        rights, terms = self._register.rights, self._terms
        for key in rights.FIELDS if rights is not None else ():
            known, right = terms.facts.right(key), getattr(rights, key)
            if known is None or right is None:
                continue
            said: Said = [("rdfs:label", key.replace("_", " "))]
            said += terms.notes(right, "status", "article", "limited_to", "how", "response")
            said += terms.notes(right, "format", "unconditional")
            for limit in ("conditions", "exceptions"):
                words = [terms.ledger.take(one, "words") for one in getattr(right, limit)]
                said += [("rdfs:comment", f"{limit[:-1]}: {one}") for one in words]
            if right.fee is not None and right.fee.first == "free":
                terms.ledger.take(right.fee, "first")
                said.append(("dpv:hasFee", Iri("dpv:FeeNotRequired")))
            if rights is not None and rights.exercise is not None:
                said.append(("dpv:isExercisedAt", Iri("#exercise")))
            yield thing([term(known.dpv)], said)
        if self._register.complaint is not None:
            yield self._complaint()

    def exercise(self) -> list[Thing]:
        """Return where rights are used: the same for all of them."""
        rights, terms = self._register.rights, self._terms
        exercise = rights.exercise if rights is not None else None
        if exercise is None:
            return []
        said = [line for contact in exercise.contact for line in self._reached(contact)]
        said += terms.notes(exercise, "channels", "response", "response_from")
        for one in exercise.identification:
            notes = [f"{text}" for _, text in terms.notes(one, "method", "when", "masked", "for_")]
            said.append(("rdfs:comment", "identification, " + ", ".join(notes)))
        return [thing(["dpv:RightExerciseNotice"], said, "exercise")]

    def _complaint(self) -> Thing:
        complaint, terms = self._register.complaint, self._terms
        right = terms.facts.right("complaint")
        said: Said = []
        for authority in complaint.authorities if complaint is not None else ():
            country = terms.country(terms.ledger.take(authority, "country"))
            told = [*self._reached(authority), ("dpv:hasCountry", country)]
            said.append(("dpv:hasAuthority", thing(["dpv:DataProtectionAuthority"], told)))
        return thing([term(right.dpv) if right is not None else "dpv:DataSubjectRight"], said)

    def measures(self) -> Iterator[Thing]:
        """Yield the measures of security."""
        terms, security = self._terms, self._register.security
        for one in security.measures if security is not None else ():
            measure = terms.ledger.take(one, "measure")
            found = terms.of("measure", measure) or "dpv:TechnicalOrganisationalMeasure"
            yield terms.word([found], measure, terms.described(one, "of"))
