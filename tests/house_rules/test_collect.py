"""Rules of a house stand beside those of the law, and none takes another's place."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from types import ModuleType
from typing import Any

import pytest

from privlint.catalogue import catalogue
from privlint.house_rules import plugins
from privlint.house_rules.collect import collect
from privlint.house_rules.load import HouseRulesError

from .conftest import RULES


def refused(files: dict[str, str], *named: str) -> str:
    """Return what is told of rules that cannot be used."""
    with pytest.raises(HouseRulesError) as caught:
        collect({path: text.encode() for path, text in files.items()}, named)
    return str(caught.value)


@pytest.fixture
def offers(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Install packages that offer what is put into this mapping, under its keys."""
    offered: dict[str, Any] = {}

    class Installed(EntryPoint):
        def load(self) -> Any:
            made = offered[self.name]
            return made() if callable(made) else made

    def entry_points(*, group: str) -> list[EntryPoint]:
        return [Installed(name, f"{name}.rules", group) for name in offered]

    monkeypatch.setattr(plugins, "entry_points", entry_points)
    return offered


def test_rules_of_files_and_packages_are_sorted_by_code(offers: dict[str, Any]) -> None:
    """As those of the catalogue are."""
    borrowed = catalogue()[0]
    card = borrowed.card.replace(code="ABC001", name="abc-rule", family="abc")
    offers["abc"] = [borrowed.replace(card=card)]
    found = collect({"house.yaml": RULES.encode()}, ["abc"])
    assert [rule.card.code for rule in found] == ["ABC001", "ACM001", "ACM002"]


def test_a_package_can_offer_a_module(offers: dict[str, Any]) -> None:
    """Every rule that the module holds is taken, and nothing else."""
    module = ModuleType("abc.rules")
    card = catalogue()[0].card.replace(code="ABC001", name="abc-rule", family="abc")
    module.__dict__.update(one=catalogue()[0].replace(card=card), other="no rule")
    offers["abc"] = module
    assert [rule.card.code for rule in collect({}, ["abc"])] == ["ABC001"]


def test_nothing_is_loaded_that_is_not_named(offers: dict[str, Any]) -> None:
    """To be installed is not enough."""

    def explodes() -> None:
        raise AssertionError("loaded")

    offers["abc"] = explodes
    assert collect({"house.yaml": RULES.encode()}, []) != ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("ACM002:", "RET002:", "house.yaml:28:3: RET002 is the code of `retention-vague` already"),
        ("ACM002:", "RET900:", "house.yaml:28:3: RET are the letters of the family `retention`"),
        ("ACM002:", "SUP900:", "house.yaml:28:3: SUP are the letters of the family"),
        ("family: acme", "family: rights", "house.yaml:4:3: `rights` is a family of privlint's"),
        (
            "name: processor-not-approved",
            "name: retention-missing",
            "house.yaml:29:11: `retention-missing` is the name of RET001 already",
        ),
        (
            "name: processor-not-approved",
            "name: newsletter-data-kept-too-long",
            "house.yaml:29:11: `newsletter-data-kept-too-long` is the name of ACM001 already",
        ),
    ],
)
def test_what_would_be_taken_for_another_rule_is_refused(old: str, new: str, told: str) -> None:
    """Codes, their letters, names and families are given once."""
    assert told in refused({"house.yaml": RULES.replace(old, new, 1)})


def test_two_files_cannot_hold_the_same_rules() -> None:
    """And all that is wrong is told at once."""
    told = refused({"house.yaml": RULES, "again.yaml": RULES, "bad.yaml": "privlint: ["})
    assert "again.yaml:4:3: ACM001 is the code of `newsletter-data-kept-too-long` already" in told
    assert "bad.yaml:1:" in told


def test_a_package_that_fails_is_told(offers: dict[str, Any]) -> None:
    """Not installed, misspelt, broken, without rules, or with a code that is none."""

    def broken() -> None:
        raise ImportError("no module named xyz")

    offers["broken"], offers["empty"], offers["odd"] = broken, [], 5
    bad = catalogue()[0].card.replace(code="acm1", name="bad", family="abc")
    offers["bad"] = [catalogue()[0].replace(card=bad)]
    assert "offers rules as `brokn`; did you mean `broken`?" in refused({}, "brokn")
    assert "installed are bad, broken, empty, odd" in refused({}, "zzzzzzzzzz")
    assert "cannot be loaded: ImportError: no module named xyz" in refused({}, "broken")
    assert "`empty.rules`, which `empty` stands for, holds no rule" in refused({}, "empty")
    assert "holds no rule" in refused({}, "odd")
    assert "plugin `bad`: `acm1` is no code" in refused({}, "bad")
