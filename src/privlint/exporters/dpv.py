"""The W3C Data Privacy Vocabulary: a privacy notice as linked data, in JSON-LD or Turtle.

Each purpose is a process, and each of its groups of data a process within it. Where DPV has no
term that says no more than the register does, the wider class stands, with the word as its label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.contract import Exported
from privlint.exporters.dpv_parties import Parties
from privlint.exporters.dpv_processes import Processes
from privlint.exporters.dpv_terms import Terms
from privlint.exporters.ledger import Ledger
from privlint.exporters.rdf import Iri, Thing, Typed, json_ld, thing, turtle

if TYPE_CHECKING:
    from privlint.exporters.contract import Subject, Wish
    from privlint.register import Register

FORMATS = ("jsonld", "turtle")
LAYOUTS = ()
LANGUAGES = ()

_WRITTEN = {"jsonld": json_ld, "turtle": turtle}


def export(subject: Subject, wish: Wish) -> Exported:
    """Write a register as a graph."""
    terms = Terms(Ledger(subject.register, "DPV"), subject.facts)
    things = _things(subject.register, terms)
    text = _WRITTEN[wish.format](things)
    return Exported(text.encode("utf-8", "replace"), terms.ledger.losses())


def _things(register: Register, terms: Terms) -> list[Thing]:
    parties, processes = Parties(register, terms), Processes(register, terms)
    people = parties.things()
    done = processes.things()
    rights = parties.rights()
    statement, take = register.statement, terms.ledger.take
    day = take(statement, "date")
    said = [
        ("dct:title", take(statement, "title")),
        ("dct:language", take(statement, "language")),
        ("dct:issued", None if day is None else Typed(day.isoformat(), "xsd:date")),
        ("dct:hasVersion", take(statement, "version")),
        ("dct:subject", take(register.shop, "name")),
        ("dct:source", take(register.shop, "url")),
        ("dpv:hasJurisdiction", terms.country(take(register.shop, "country"))),
        *(
            ("dpv:hasGeographicCoverage", terms.country(one))
            for one in take(register.shop, "sells_to")
        ),
        ("dpv:hasDataController", Iri("#controller") if register.controller is not None else None),
        *(("dpv:hasRight", right) for right in rights),
        *(("dpv:hasProcess", Iri(f"#{one.name}")) for one in done),
        *(("dpv:hasTechnicalOrganisationalMeasure", one) for one in parties.measures()),
    ]
    return [thing(["dpv:PrivacyNotice"], said, "notice"), *parties.exercise(), *people, *done]
