"""Citations: whatever a rule cites is a source that is known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from privlint.knowledge.facts import Facts, Knowledge

from ..conftest import DAY, SHARED

CATALOGUE = SHARED / "knowledge" / "rules.yaml"

FACTS: Facts = Knowledge.load().as_of(DAY)

CITATIONS = [
    ("GDPR", "gdpr", None),
    ("GDPR 13(1)(f)", "gdpr", "13(1)(f)"),
    ("GDPR recital 26", "gdpr", "recital 26"),
    ("GDPR 14(1)-(3)", "gdpr", "14(1)-(3)"),
    ("GDPR 28(3)(a)", "gdpr", "28(3)(a)"),
    ("ePrivacy 5(3)", "eprivacy", "5(3)"),
    ("ePrivacy 13(1)-(2)", "eprivacy", "13(1)-(2)"),
    ("WP260 annex", "wp260", "annex"),
    ("EDPB 05/2021", "edpb-2021-05", None),
    ("EDPB 05/2020 110-111", "edpb-2020-05", "110-111"),
    ("EDPB Opinion 22/2024", "op-2024-22", None),
    ("EDPB Recommendations 2/2025", "rec-2025-02", None),
    ("EDPB Cookie Banner Taskforce 32-35", "cbtf", "32-35"),
    ("CJEU C-311/18", "c-311-18", None),
    ("CJEU C-654/23", "c-654-23", None),
    ("GC T-553/23", "t-553-23", None),
    ("AP Uber 2024", "ap-uber-2024", None),
    ("AP DPG Media 2022", "ap-dpg-2022", None),
    ("DPC WhatsApp 2021", "dpc-whatsapp-2021", None),
    ("NL UAVG 46", "nl-uavg", "46"),
    ("NL Tw 11.7", "nl-tw-7", None),
    ("NL Tw 11.7(1), (3)", "nl-tw-7", "(1), (3)"),
    ("NL Tw 11.7a(1)(a)", "nl-tw-7a", "(1)(a)"),
    ("NL BW 3:15d(1)(c)", "nl-bw-315d", "(1)(c)"),
    ("BE WER XII.13", "be-wer", "XII.13"),
    ("BE WER VI.110-VI.115", "be-wer", "VI.110-VI.115"),
    ("BE Act of 30 July 2018 7", "be-kader", "7"),
    ("BE Act of 30 July 2018 10", "be-kader", "10"),
    ("BE Act of 30 July 2018 10/2", "be-10-2", None),
    ("BE Act of 13 June 2005 129", "be-129", None),
    ("BE Act of 19 July 1991", "be-eid", None),
    ("BE Royal Decree of 4 April 2003 1", "be-kb2003", "1"),
]


@pytest.mark.parametrize(("citation", "source_id", "point"), CITATIONS)
def test_a_citation_is_a_label_and_a_point(
    citation: str, source_id: str, point: str | None
) -> None:
    """The longest label that fits is the source, the rest is the point."""
    source = FACTS.source(citation)
    assert source is not None
    assert (source.id, source.point) == (source_id, point)


@pytest.mark.parametrize("citation", ["", "GDPRX 5", "Wbp 33", "13(1)(f)", "NL Tw 11.70"])
def test_what_is_no_citation_has_no_source(citation: str) -> None:
    """A label must stand whole."""
    assert FACTS.source(citation) is None


def test_a_source_has_days() -> None:
    """The Belgian provision on cookies of before 2022 has an end."""
    source = FACTS.source("BE Act of 13 June 2005 129")
    assert source is not None
    assert (source.since, source.until) == (date(2012, 8, 4), date(2022, 1, 9))


def test_the_law_of_a_dated_row_is_a_source() -> None:
    """What the tables of national law cite can be cited by rules."""
    tables = Knowledge.load().as_of(DAY)._tables.rows  # noqa: SLF001 - of all days
    for table in ("child_ages", "cookie_laws", "marketing_laws"):
        for row in tables[table].values():
            assert FACTS.source(row["law"]) is not None, row


def catalogue() -> list[tuple[str, str]]:
    """Read the citations of the rule catalogue beside the checkout: source id and point."""
    if not CATALOGUE.exists():
        return []
    rules: list[dict[str, Any]] = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))["rules"]
    cited = [(entry["source"], entry.get("at") or "") for r in rules for entry in r["citations"]]
    return sorted(set(cited))


def test_every_citation_of_the_catalogue_has_a_source() -> None:
    """Each source id of the catalogue has a label, under which its points are found."""
    if not catalogue():
        pytest.skip(f"{CATALOGUE.name} is not at hand")
    merged = {"be-wer-iii": "be-wer", "be-wer-vi": "be-wer", "be-wer-xii": "be-wer"}
    labels = {row["id"]: row["label"] for row in FACTS._tables.words["sources"].values()}  # noqa: SLF001
    for cited, point in catalogue():
        source_id = merged.get(cited, cited)
        source = FACTS.source(f"{labels[source_id]} {point}".strip())
        assert source is not None
        assert source.id == source_id or source.label.startswith(labels[source_id])
