"""Rules of a house stand beside those of the law, and none takes another's place."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from itertools import repeat
from types import FunctionType, ModuleType
from typing import Any

import pytest

from privlint.catalogue import catalogue
from privlint.house_rules import plugins
from privlint.house_rules.collect import collect
from privlint.house_rules.load import HouseRulesError
from privlint.judging import judge
from privlint.knowledge.facts import Knowledge
from privlint.register import Register
from privlint.rule import Certainty, Rule, Severity, flag

from ..conftest import DAY
from .conftest import RULES, register_of


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
            return made() if isinstance(made, FunctionType) else made

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
        ("ACM002:", "ALL001:", "house.yaml:28:3: ALL are the letters of the family `all`"),
        ("family: acme", "family: all", "house.yaml:4:3: `all` is a family of privlint's own"),
        ("processor-not-approved", "legal-basis", ":29:11: `legal-basis` is the name of a family"),
        (
            "name: processor-not-approved",
            "name: anonymous-analytics-claim",
            "house.yaml:29:11: `anonymous-analytics-claim` means CST004 already",
        ),
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


def rule_of(**fields: Any) -> Rule:
    """Return a sound rule of a package, with some fields of its card changed."""
    borrowed = catalogue()[0]
    card = borrowed.card.replace(code="ABC001", name="abc-rule", family="abc")
    return borrowed.replace(card=card.replace(**fields), judges=Register)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"code": 5}, "the rule `5` has a `code` that is no text"),
        ({"title": ""}, "the rule `ABC001` has no `title`: write a docstring"),
        ({"remedy": None}, "has a `remedy` that is no text"),
        ({"compliant": " "}, "has no `compliant`"),
        ({"rationale": "\x1b[31m"}, "has control characters in its `rationale`"),
        ({"severity": "error"}, "has a `severity` that is no Severity"),
        (
            {"severity": Severity.ERROR, "certainty": Certainty.ASK},
            "only asks, and is an error: `warning` or `info`",
        ),
        ({"certainty": None}, "has a `certainty` that is no Certainty"),
        ({"law": "GDPR 13"}, "has a `law` that is no tuple of citations"),
        ({"law": ("\x1b",)}, "has a `law` with empty citations, or with control characters"),
        ({"jurisdictions": frozenset("NL")}, "has `jurisdictions` that are no country codes"),
        ({"since": "2018"}, "has a `since` or `until` that is no day"),
        ({"until": 5}, "has a `since` or `until` that is no day"),
    ],
)
def test_a_card_that_no_schema_held_is_held_here(
    offers: dict[str, Any], fields: dict[str, Any], told: str
) -> None:
    """What a package offers is told before a report stumbles over it."""
    offers["abc"] = [rule_of(**fields)]
    assert f"plugin `abc`: the rule `{fields.get('code', 'ABC001')}` " in refused({}, "abc")
    assert told in refused({}, "abc")


def test_a_rule_that_could_never_judge_is_told(offers: dict[str, Any]) -> None:
    """Or it would never be asked, and nobody would know."""
    offers["abc"] = [rule_of().replace(judges="Register")]
    assert "judges what is no class of the register's nodes" in refused({}, "abc")
    offers["abc"] = [rule_of().replace(check=None)]
    assert "has no function that judges" in refused({}, "abc")


def test_a_package_that_ends_the_program_does_not(
    offers: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """A check that stops with 0 has checked nothing; what is printed is no part of a report."""

    def ends() -> None:
        print("hello")  # noqa: T201
        raise SystemExit(0)

    offers["abc"] = ends
    assert "cannot be loaded: SystemExit: 0" in refused({}, "abc")
    assert capsys.readouterr().out == ""


def test_an_offer_without_an_end_is_refused(offers: dict[str, Any]) -> None:
    """Only a module or a list is looked through."""
    offers["abc"] = repeat(1)
    assert "it has to be a module, or a list of rules" in refused({}, "abc")


def test_a_rule_with_two_names_is_one_rule(offers: dict[str, Any]) -> None:
    """A module may import it from another one."""
    offers["abc"] = [rule_of()] * 2
    assert len(collect({}, ["abc"])) == 1


def test_two_packages_under_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which of them was meant cannot be known."""

    def entry_points(*, group: str) -> list[EntryPoint]:
        return [EntryPoint("abc", value, group) for value in ("one.rules", "two.rules")]

    monkeypatch.setattr(plugins, "entry_points", entry_points)
    assert "two packages offer rules as `abc`: `one.rules` and `two.rules`" in refused({}, "abc")


def test_a_judgement_that_does_odd_things_fails_alone(offers: dict[str, Any]) -> None:
    """It ends the program, or yields what is no flag."""

    def ends(*_: Any) -> Any:
        raise SystemExit(0)

    def speaks(*_: Any) -> Any:
        yield "no flag"

    def counts(register: Register, _: Any) -> Any:
        yield flag(register, 5)  # type: ignore[arg-type]

    for check in (ends, speaks, counts):
        offers["abc"] = [rule_of().replace(check=check)]
        judged = judge(register_of(), Knowledge.load().as_of(DAY), collect({}, ["abc"]))
        assert [crash.card.code for crash in judged.crashes] == ["ABC001"]
