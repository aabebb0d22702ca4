"""The main job on real input: the registers of five shops."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from privlint.catalogue import select
from privlint.knowledge.facts import Knowledge
from privlint.report import Report
from privlint.reporters import render
from privlint.reporters.layout import Layout
from privlint.running.run import run
from privlint.schema.store import schema
from privlint.source.reader import read
from privlint.terms import STATEMENT, Terms

from .conftest import DAY, ROOT, Golden

SHOPS = ["all-gems", "kleine-toppers", "kleintjesgeluk", "la-belle-cerise", "little-twinkle"]
GOLDEN = ROOT / "tests" / "golden"


@cache
def report(*shops: str, as_of: Any = DAY) -> Report:
    """Check shops by all rules."""
    chosen = select(["ALL"])
    terms = Terms(
        rules=chosen.rules,
        beside=chosen.beside,
        knowledge=Knowledge.load(),
        as_of=as_of,
        today=DAY,
        wants_digests=True,
    )
    return run([f"{ROOT}/policies/{shop}.yaml" for shop in shops], terms)


@pytest.mark.parametrize("shop", SHOPS)
def test_what_is_found_on_a_shop_is_what_was_read_and_believed(shop: str, golden: Golden) -> None:
    """Every finding was read against the text; a change of one is seen in review."""
    text = render("concise", report(shop), Layout()).replace(f"{ROOT}/", "")
    golden.check(GOLDEN / "shops" / f"{shop}.txt", text)


def test_every_shop_is_checked_and_something_is_found_on_each() -> None:
    """Five registers are of the right shape, no rule fails, and none is without a finding."""
    done = report(*SHOPS)
    assert [asked.is_checked for asked in done.inputs] == [True] * len(SHOPS)
    assert done.crashes == ()
    assert len({finding.path for finding in done.findings}) == len(SHOPS)


def test_the_missing_dpo_statement_is_found_where_it_is_missing() -> None:
    """Little Twinkle says that it has no DPO; the other four say nothing."""
    found = {f.path.rsplit("/", 1)[1] for f in report(*SHOPS).findings if f.card.code == "DPO001"}
    assert found == {f"{shop}.yaml" for shop in SHOPS if shop != "little-twinkle"}


@pytest.mark.parametrize("shop", SHOPS)
def test_each_finding_has_the_line_of_what_it_names_or_of_its_nearest_ancestor(shop: str) -> None:
    """The line holds the last key or value of the path that is written at all."""
    source = (ROOT / "policies" / f"{shop}.yaml").read_bytes()
    lines = source.decode().splitlines()
    for finding in report(shop).findings:
        data: Any = read(source).data
        written: Any = next(iter(data))
        for step in finding.where:
            is_there = (
                step in data
                if isinstance(data, dict)
                else (isinstance(data, list) and isinstance(step, int) and step < len(data))
            )
            if not is_there:
                break
            data = data[step]
            written = step if isinstance(step, str) else _first(data)
        assert str(written) in lines[finding.span.start_line - 1], finding


def _first(data: Any) -> Any:
    """Return what a list item starts with."""
    while isinstance(data, dict | list):
        data = next(iter(data))
    return data


@pytest.mark.parametrize("as_of", [DAY, STATEMENT])
def test_the_json_report_is_valid(as_of: Any) -> None:
    """What is printed for programs fits the schema that is published."""
    content = json.loads(render("json", report(*SHOPS, as_of=as_of), Layout()))
    validator = Draft202012Validator(schema("report"), format_checker=FormatChecker(["date"]))
    assert [error.message for error in validator.iter_errors(content)] == []
    assert content["summary"]["inputs"] == len(SHOPS)


def test_the_same_input_gives_the_same_bytes() -> None:
    """Nothing depends on the order of hashes or the hour."""
    again = render("json", report.__wrapped__(*SHOPS), Layout())
    assert again == render("json", report(*SHOPS), Layout())
