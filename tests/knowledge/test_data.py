"""The data files: every row says what it rests on, and no two contradict each other."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from itertools import pairwise
from typing import Any

import pytest

from privlint.knowledge.load import DATA, FIELDS, WORDING, sources

from ..conftest import ROOT, SHARED

Raw = dict[str, Any]

FILES = sources()
"""The data files as they are written, by name."""

TABLES: dict[str, list[Raw]] = {
    name: rows
    for content in FILES.values()
    for name, rows in content.items()
    if isinstance(rows, list)
}

DATED = sorted(
    name for name, rows in TABLES.items() if any("from" in row or "checked" in row for row in rows)
)
"""The tables of facts; the others are vocabularies, whose file says once what it rests on."""

SAME_FACT = {
    "authorities": ("country", "name"),
    "child_ages": "country",
    "cookie_laws": "country",
    "dead_references": "name",
    "decisions": "country",
    "foreign_authorities": "name",
    "former_authorities": "name",
    "former_names": "name",
    "instruments": "name",
    "marketing_laws": ("country", "channel"),
    "membership": "country",
    "misnomers": "name",
    "outside": "country",
    "sources": "label",
    "statutory": "fact",
    "undecided": "country",
    "vendors": "name",
}
"""What makes two rows versions of one fact, by table."""

COUNTRIES = {row["id"] for row in TABLES["countries"]}
CONFIDENCE = {"high", "medium", "low"}
DPV = re.compile(r"https://w3id\.org/dpv(/[a-z]+)*#[A-Za-z0-9-]+")
DPV_TERMS = SHARED / "reference" / "dpv-2.3-terms.txt"


def days(row: Raw) -> tuple[str, str]:
    """Return the first and the last day of a row, as text that sorts."""
    return str(row.get("from") or ""), str(row.get("until") or "9999")


@pytest.mark.parametrize("table", DATED)
def test_every_row_has_a_source_and_a_day_of_checking(table: str) -> None:
    """No fact stands without what it rests on and the day on which that was checked."""
    for row in TABLES[table]:
        assert str(row["source"]).strip(), row["id"]
        assert str(row["checked"]) <= "2026-11-22", row["id"]


@pytest.mark.parametrize("table", sorted(set(TABLES) - set(DATED)))
def test_every_vocabulary_has_a_source_and_a_day_of_checking(table: str) -> None:
    """A vocabulary says in the head of its file what it rests on."""
    head = next(content for content in FILES.values() if table in content)
    assert head["source"].strip()
    assert str(head["checked"]) >= "2026-11-22"


@pytest.mark.parametrize("table", sorted(set(DATED) & set(FIELDS)))
def test_every_fact_has_both_its_days(table: str) -> None:
    """A fact says from when until when it holds, even where the answer is that nobody knows."""
    for row in TABLES[table]:
        if "decision" not in row:  # an instrument that takes its days from its decision
            assert {"from", "until"} <= row.keys(), row["id"]
            assert days(row)[0] <= days(row)[1], row["id"]


def test_no_fact_rests_on_memory_or_on_nothing() -> None:
    """A fact from memory names the act that would show it, and has less than high confidence."""
    for path in DATA.glob("*.yaml"):
        text = path.read_text(encoding="utf-8").casefold()
        assert "recalled" not in text, path.name
        assert "secondary source" not in text, path.name


def test_confidence_is_one_of_three_words() -> None:
    """Every confidence, at whatever depth, is high, medium or low."""
    for content in FILES.values():
        assert set(_values(content, "confidence")) <= CONFIDENCE


@pytest.mark.parametrize(
    "table", [name for name in DATED if any("from" in row for row in TABLES[name])]
)
def test_every_fact_says_how_sure_it_is(table: str) -> None:
    """A row has a confidence, or takes it from a decision on adequacy; a vendor has several."""
    for row in TABLES[table]:
        assert {"confidence", "decision", "entity"} & row.keys(), row["id"]


def test_every_fact_about_a_vendor_says_how_sure_it_is() -> None:
    """Of a company, each fact has a confidence of its own; what is not known has none."""
    for vendor in TABLES["vendors"]:
        parts = [vendor["entity"], vendor["role"], vendor.get("parent"), vendor.get("sets")]
        if vendor["third_countries"]["is"]:
            parts.append(vendor["third_countries"])
        if vendor["dpf"].get("status") in {"active", "none"}:
            parts.append(vendor["dpf"])
        assert all("confidence" in part for part in parts if part), vendor["id"]


def test_nothing_is_left_over() -> None:
    """No field is empty or cut off, and no row keeps the marks of its research."""
    for table, rows in TABLES.items():
        for row in rows:
            assert not {"verified", "todo", "valid_from", "valid_until"} & row.keys(), row["id"]
            for key, text in row.items():
                if isinstance(text, str):
                    is_whole = text.strip(" ,;:") == text and text.count("(") == text.count(")")
                    assert text, (table, row["id"], key)
                    assert is_whole or key == "pattern", (table, row["id"], key)


def _values(node: Any, key: str) -> list[Any]:
    if isinstance(node, list):
        return [value for item in node for value in _values(item, key)]
    if isinstance(node, dict):
        here = [node[key]] if key in node else []
        return here + [value for item in node.values() for value in _values(item, key)]
    return []


@pytest.mark.parametrize("table", SAME_FACT)
def test_versions_of_one_fact_do_not_overlap(table: str) -> None:
    """On any day, one version of a fact holds."""
    keys = SAME_FACT[table]
    keys = (keys,) if isinstance(keys, str) else keys
    versions = defaultdict(list)
    for row in TABLES[table]:
        if all(row.get(key) for key in keys) and "decision" not in row:
            versions[tuple(row[key] for key in keys)].append(days(row))
    for fact, periods in versions.items():
        for (_, ended), (began, _) in pairwise(sorted(periods)):
            assert ended < began, fact


def test_a_territory_is_inside_or_outside_or_undecided() -> None:
    """No territory is in two of these tables on the same day."""
    places = [(row["country"], *days(row)) for row in TABLES["membership"]]
    for table in ("outside", "undecided"):
        places += [(row["country"], *days(row)) for row in TABLES[table]]
    for (country, _, ended), (other, began, _) in pairwise(sorted(places)):
        assert country != other or ended < began, country


def test_an_authority_begins_when_its_former_name_ends() -> None:
    """A former name was right until before the day of the present one."""
    present = {row["id"]: row for row in TABLES["authorities"]}
    for row in TABLES["former_authorities"]:
        assert row["until"] < present[row["authority"]]["from"], row["id"]


def test_common_destinations_have_no_decision() -> None:
    """No decision was ever taken on these; they are where services of shops often go."""
    never = "AE AU CL CN CO EG GE HK ID IN KE MA MD MX MY PH RS RU SG TH TN TR TW UA VN ZA"
    assert {row["country"] for row in TABLES["decisions"]}.isdisjoint(never.split())


def test_a_decision_begins_when_it_is_adopted() -> None:
    """It is published or notified on that day or later, and its acts follow without a gap."""
    for row in TABLES["decisions"]:
        later = [row[key] for key in ("from", "dpv_begin", "published") if key in row]
        assert all(row["adopted"] <= day for day in later), row["id"]
        acts = row.get("acts", [{"adopted": row["adopted"], "expires": row["until"]}])
        assert (acts[0]["adopted"], acts[-1]["expires"]) == (row["adopted"], row["until"])
        assert all(act["expires"] >= renewed["adopted"] for act, renewed in pairwise(acts))


@pytest.mark.parametrize("table", sorted(TABLES))
def test_ids_are_unique(table: str) -> None:
    """An id names one row of its table."""
    ids = [row["id"] for row in TABLES[table]]
    assert len(ids) == len(set(ids))


def test_every_country_is_one_of_iso_3166() -> None:
    """Every country that a row names, of a fact or of a vendor, is a known code."""
    for content in FILES.values():
        assert set(_values(content, "country")) - {None} <= COUNTRIES
    for table in ("statutory", "limitation", "guidance", "non_duties"):
        for row in TABLES[table]:
            assert set(row["countries"]) <= COUNTRIES, row["id"]
    for vendor in TABLES["vendors"]:
        assert set(vendor["third_countries"]["is"]) <= COUNTRIES, vendor["id"]


def test_norway_is_a_country_and_not_a_no() -> None:
    """The code that YAML 1.1 reads as false is text."""
    assert "NO" in COUNTRIES
    assert all(isinstance(code, str) for code in COUNTRIES)


@pytest.mark.parametrize("name", sorted(FILES))
def test_dpv_terms_are_well_formed(name: str) -> None:
    """A DPV term is an IRI of the W3C namespace."""
    terms = set(_values(FILES[name], "dpv")) - {None}
    assert [term for term in terms if DPV.fullmatch(term) is None] == []


@pytest.mark.parametrize("name", sorted(FILES))
def test_dpv_terms_exist(name: str) -> None:
    """Every DPV term is one of DPV 2.3."""
    if not DPV_TERMS.exists():
        pytest.skip(f"{DPV_TERMS.name} is not at hand")
    known = set(DPV_TERMS.read_text(encoding="utf-8").split())
    assert set(_values(FILES[name], "dpv")) - {None} <= known


def test_a_vendor_with_places_outside_the_eea_says_how_sure_that_is() -> None:
    """Third countries and a confidence come together."""
    for vendor in TABLES["vendors"]:
        known = vendor["third_countries"]
        assert bool(known["is"]) == ("confidence" in known), vendor["id"]


def test_no_two_vendors_share_a_name() -> None:
    """A name means one vendor or none."""
    compiled = json.loads((DATA.parent / "compiled.json").read_text(encoding="utf-8"))
    shared = {name for name, rows in compiled["names"]["vendors"].items() if len(rows) > 1}
    assert shared == set()


def test_kinds_of_data_are_known() -> None:
    """What periods, bundles and denials are about are ids of the vocabulary of categories."""
    categories = {row["id"] for row in TABLES["categories"]}
    keys = {"statutory": "subjects", "guidance": "subjects", "bundles": "stands_for"}
    for table, key in {**keys, "denials": "about"}.items():
        for row in TABLES[table]:
            assert set(row[key]) <= categories, row["id"]


def test_references_between_rows_arrive() -> None:
    """A former authority, an instrument, a misnomer and a basis point to rows that exist."""
    ids = {table: {row["id"] for row in rows} for table, rows in TABLES.items()}
    for table in ("former_authorities", "misspellings"):
        assert {row["authority"] for row in TABLES[table]} <= ids["authorities"]
    assert {row["decision"] for row in TABLES["instruments"] if "decision" in row} <= ids[
        "decisions"
    ]
    assert {v for row in TABLES["misnomers"] for v in row["vendors"]} <= ids["vendors"]
    assert {row["vendor"] for row in TABLES["former_names"]} <= ids["vendors"]
    assert {right for row in TABLES["bases"] for right in row["rights"]} <= ids["rights"]


def test_patterns_compile() -> None:
    """Every pattern is a regular expression."""
    patterned = ("dead_references", "denials", "non_duties")
    texts = [row["pattern"] for table in patterned for row in TABLES[table]]
    texts += [
        pattern
        for table in ("claims", "generic_interests", "laws_on_books", "open_recipients")
        for row in TABLES[table]
        for pattern in row["patterns"].values()
    ]
    for table in ("placeholders", "qualifiers", "vague_purposes"):
        texts += [pattern for row in TABLES[table] for pattern in row["patterns"]]
    for text in texts:
        re.compile(text)


def test_the_vocabularies_are_those_of_the_register() -> None:
    """What a register can say of categories, claims, countries and conditions is known here."""
    schema = json.loads((ROOT / "schemas" / "register.schema.json").read_text(encoding="utf-8"))
    defs = schema["$defs"]
    conditions = defs["legal_basis"]["properties"]["article_9"]["enum"]
    ids = {table: {row["id"] for row in rows} for table, rows in TABLES.items()}
    assert set(defs["category"]["enum"]) == ids["categories"]
    assert set(defs["claim"]["properties"]["claim"]["enum"]) == ids["claims"]
    assert set(defs["country"]["enum"]) == ids["countries"]
    assert set(conditions) <= ids["bases"]
    safeguards = set(defs["transfer"]["properties"]["safeguard"]["enum"])
    assert safeguards - {"adequacy", "unnamed"} <= ids["instruments"]
    generations = defs["transfer"]["properties"]["generation"]["enum"]
    assert {f"scc-{generation}" for generation in generations} <= ids["instruments"]


def test_labels_of_sources_are_unique() -> None:
    """A citation points to one source."""
    labels = [row["label"] for row in TABLES["sources"]]
    assert len(labels) == len(set(labels))


def test_every_table_that_is_compiled_is_written() -> None:
    """The compiler and the data files agree on the tables."""
    assert set(FIELDS) | set(WORDING) <= set(TABLES)
