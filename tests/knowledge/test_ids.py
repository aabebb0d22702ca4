"""The ids of the knowledge, wherever they are named: in rules, their examples, and registers."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from privlint.catalogue import catalogue
from privlint.knowledge.load import sources
from privlint.rule import Rule

from ..conftest import ROOT

IDS: dict[str, set[str]] = {
    table: {row["id"] for row in rows}
    for content in sources().values()
    for table, rows in content.items()
    if isinstance(rows, list)
}

QUESTIONS = {
    "adequate": "countries",
    "authorities": "countries",
    "basis": "bases",
    "category": "categories",
    "child_consent_age": "countries",
    "claim": "claims",
    "claims_of": "claims",
    "cookie_law": "countries",
    "country_name": "countries",
    "decision": "countries",
    "eea": "countries",
    "instrument": "instruments",
    "is_country": "countries",
    "last_decision": "countries",
    "limitation": "countries",
    "marketing_law": "countries",
    "right": "rights",
    "vendor": "vendors",
}
"""The questions that take an id first, and the table whose ids they take."""

ANSWERS = {
    ("vendor", "id"): "vendors",
    ("claim", "claim"): "claims",
    ("basis", "basis"): "bases",
}
"""The names in rules whose values are compared with ids."""

NOT_KNOWN = {"bases": {"unnamed", "none"}}
"""What a register can say where it names no id."""

RULE_FILES = sorted((ROOT / "src" / "privlint" / "rules").rglob("[!_]*.py"))
REGISTERS = sorted((*ROOT.glob("policies/*.yaml"), *ROOT.glob("tests/registers/**/*.yaml")))

EACH_RULE = pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.card.code)


def asked(path: Path) -> list[tuple[str, str]]:
    """Return what a rule asks the facts and the register for by an id, as table and id."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            table = QUESTIONS.get(node.func.attr)
            found += [(table, text) for text in _texts(node.args[0]) if table]
        elif isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute):
            whose = node.left.value
            name = whose.id if isinstance(whose, ast.Name) else ""
            table = ANSWERS.get((name, node.left.attr))
            found += [
                (table, text) for other in node.comparators for text in _texts(other) if table
            ]
    return found


def _texts(node: ast.expr) -> list[str]:
    """Return the texts that are written in an expression: one, or those of a set or a list."""
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        return [text for item in node.elts for text in _texts(item)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


@cache
def vendors_named(text: str) -> frozenset[str]:
    """Return the ids of vendors in a register or in a part of one."""
    return frozenset(_vendors(yaml.safe_load(text)))


def _vendors(node: Any) -> list[str]:
    if isinstance(node, list):
        return [vendor for item in node for vendor in _vendors(item)]
    if isinstance(node, dict):
        here = [node["vendor"]] if isinstance(node.get("vendor"), str) else []
        return here + [vendor for item in node.values() for vendor in _vendors(item)]
    return []


def test_what_a_rule_asks_for_is_seen(tmp_path: Path) -> None:
    """A text given to a question is an id, and so is one that an answer is compared with."""
    path = tmp_path / "some_rule.py"
    path.write_text(
        'facts.vendor("a"), register.claims_of("b"), basis.basis in {"c", "d"}', "utf-8"
    )
    assert asked(path) == [("vendors", "a"), ("claims", "b"), ("bases", "c"), ("bases", "d")]


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_the_ids_that_a_rule_asks_for_are_known(path: Path) -> None:
    """A rule asks for no vendor, country, basis, category or claim that does not exist."""
    for table, name in asked(path):
        assert name in IDS[table] | NOT_KNOWN.get(table, set()), (table, name)


def test_the_words_that_rules_compare_with_vendors_are_known() -> None:
    """A category or a role of vendors that a rule looks for is one that a vendor has."""
    rows = sources()["vendors.yaml"]["vendors"]
    known = {
        "category": {row["category"] for row in rows},
        "role": {row["role"]["is"] for row in rows},
        "entity_confidence": {"high", "medium", "low"},
        "role_confidence": {"high", "medium", "low"},
    }
    for path in RULE_FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Compare) or not isinstance(node.left, ast.Attribute):
                continue
            whose, attribute = node.left.value, node.left.attr
            if isinstance(whose, ast.Name) and whose.id == "vendor" and attribute in known:
                said = {text for other in node.comparators for text in _texts(other)}
                assert said <= known[attribute], path.name


@EACH_RULE
def test_the_countries_of_a_rule_are_known(rule: Rule) -> None:
    """The law of a rule is that of countries that exist."""
    assert rule.card.jurisdictions <= IDS["countries"]


@EACH_RULE
def test_the_vendors_of_an_example_are_known(rule: Rule) -> None:
    """Only the rule about unknown vendors shows one."""
    used = vendors_named(rule.card.compliant)
    if rule.card.name != "vendor-id-unknown":
        used |= vendors_named(rule.card.violating)
    assert used <= IDS["vendors"]


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.stem)
def test_the_vendors_of_a_register_are_known(path: Path) -> None:
    """The registers of the shops, and those of the tests, name vendors of the catalogue."""
    assert vendors_named(path.read_text(encoding="utf-8")) <= IDS["vendors"]


def test_a_rule_that_a_claim_names_looks_at_the_claim() -> None:
    """A claim names the rules that hold it against the rest of the register, and no others."""
    model = (ROOT / "src" / "privlint" / "register").glob("*.py")
    register = "".join(path.read_text(encoding="utf-8") for path in model)
    written = {path.stem: path.read_text(encoding="utf-8") for path in RULE_FILES}
    names = {rule.card.code: rule.card.name.replace("-", "_") for rule in catalogue()}
    for claim in sources()["claims.yaml"]["claims"]:
        for code in claim["contradicts"]:
            assert f'"{claim["id"]}"' in written[names[code]] + register, (claim["id"], code)
