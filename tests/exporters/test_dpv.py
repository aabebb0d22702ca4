"""DPV: graphs that rdflib reads, of terms that exist, the same in both notations."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, Graph, URIRef
from rdflib.compare import isomorphic

from ..conftest import SMALL
from .exporting import DRAWN, PLAIN, REGISTERS, drawn, exported, messages, reference

HERE = "https://here.example/shop"
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
"""rdflib's own reader of JSON-LD still makes one."""

DPV = "https://w3id.org/dpv"


def graph(source: bytes | Path, form: str = "turtle") -> Graph:
    """Return a register as a graph."""
    content = exported(source, "dpv", form).content.decode()
    made = Graph()
    if form == "jsonld":
        made.parse(data=content, format="json-ld", base=HERE)
    else:
        made.parse(data=content, format="turtle", publicID=HERE)
    return made


def terms(made: Graph) -> set[str]:
    """Return the terms of DPV in a graph."""
    parts = {str(part) for triple in made for part in triple if isinstance(part, URIRef)}
    return {part for part in parts if part.startswith(DPV)}


def dangling(made: Graph) -> set[str]:
    """Return names of the document that are referred to, and of which nothing is said."""
    named = {str(one) for one in made.subjects()}
    return {str(one) for one in made.objects() if str(one).startswith(f"{HERE}#")} - named


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.stem)
def test_both_notations_say_the_same(path: Path) -> None:
    """JSON-LD and Turtle are one graph."""
    assert isomorphic(graph(path), graph(path, "jsonld"))


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.stem)
def test_every_term_exists(path: Path) -> None:
    """Each is one of DPV 2.3."""
    assert terms(graph(path)) <= reference("dpv-2.3-terms.txt")


def test_whatever_a_register_says_is_a_graph() -> None:
    """Hostile words stay words, in both notations, and every reference leads somewhere."""
    for seed in range(DRAWN):
        one, other = graph(drawn(seed)), graph(drawn(seed), "jsonld")
        assert len(one) == len(other), seed
        assert dangling(one) == set(), seed


def test_whatever_a_register_says_uses_terms_that_exist() -> None:
    """No term is made up of a register's words."""
    known = reference("dpv-2.3-terms.txt")
    for seed in range(DRAWN):
        assert terms(graph(drawn(seed))) <= known, seed


def test_a_purpose_is_a_process_with_its_basis() -> None:
    """As DPV's own guides have it."""
    asked = """
        PREFIX dpv: <https://w3id.org/dpv#> PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX gdpr: <https://w3id.org/dpv/legal/eu/gdpr#> PREFIX pd: <https://w3id.org/dpv/pd#>
        ASK { ?process a dpv:Process ; dpv:hasDataController ?shop ; dpv:hasPurpose
                [ a dpv:DirectMarketing ; dct:title "Send the newsletter" ] ;
              dpv:hasLegalBasis [ a gdpr:A6-1-a ] ;
              dpv:hasPersonalDataProcess [ dpv:hasPersonalData [ a pd:EmailAddress ] ;
                dpv:hasRecipient [ a dpv:DataProcessor ; dpv:hasName "Plain Mail" ] ] .
              ?shop dpv:hasName "Plain Shop bv" }
    """
    assert graph(PLAIN).query(asked).askAnswer


def test_a_statement_that_says_nothing_is_a_notice() -> None:
    """It has no controller, and none is made up."""
    made = graph(SMALL.encode())
    assert set(made.subjects(RDF.type, URIRef(f"{DPV}#PrivacyNotice")))
    assert set(made.objects(None, DCTERMS.language))
    assert not set(made.subjects(RDF.type, URIRef(f"{DPV}#DataController")))


def test_what_dpv_cannot_hold_is_told() -> None:
    """With the place, as for every target; so is what nobody has looked at."""
    told = messages(exported(PLAIN, "dpv", "turtle"))
    assert "DPV cannot hold `cookies`" in told
    todo = f"{SMALL}todo: [dpo]\n".encode()
    assert "not looked at yet: `dpo`" in messages(exported(todo, "dpv", "jsonld"))
