"""Rules are found once, and chosen by codes, prefixes, names and families."""

from __future__ import annotations

import re

import pytest

from privlint import form
from privlint.catalogue import ALL, UnknownSelectorError, cards, catalogue, find, select


def codes(*wanted: str, but: tuple[str, ...] = ()) -> set[str]:
    """Return the codes that a selection leaves, those of the traces as well."""
    chosen = select(wanted, but)
    return {rule.card.code for rule in chosen.rules} | {
        form.TRACES[name].code for name in chosen.traces
    }


EVERY = {card.code for card in cards()} - {card.code for card in form.INPUTS.values()}


def test_the_catalogue_is_sorted_and_found_once() -> None:
    """Asked twice it is the same value, and codes are in order."""
    assert catalogue() is catalogue()
    assert [rule.card.code for rule in catalogue()] == sorted(r.card.code for r in catalogue())
    assert {"DPO001", "RET001"} <= {rule.card.code for rule in catalogue()}


def test_every_card_has_a_code_and_a_name_of_its_own() -> None:
    """Those of the line itself among them; people write both into ignores."""
    told = cards()
    assert len({card.code for card in told}) == len({card.name for card in told}) == len(told)
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", card.code) for card in told)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", card.name) for card in told)
    assert all(card.remedy.endswith(".") and not card.title.endswith(".") for card in told)


@pytest.mark.parametrize(
    "selector",
    ["RET001", "ret001", "RET-001", "retention-missing", "Retention-Missing"],
)
def test_one_rule_is_named_by_its_code_or_its_name(selector: str) -> None:
    """Case does not matter, nor the dash of the catalogue's own spelling."""
    assert codes(selector) == {"RET001"}


@pytest.mark.parametrize("selector", ["RET", "ret", "retention"])
def test_a_family_is_named_by_its_prefix_or_its_folder(selector: str) -> None:
    """Both name all its rules."""
    assert codes(selector) == {code for code in EVERY if code.startswith("RET")}


def test_a_family_of_two_words_can_be_written_with_a_dash() -> None:
    """As the names of rules are."""
    assert codes("register-quality") == codes("register_quality") != set()


def test_all_is_everything_that_can_be_chosen() -> None:
    """What cannot be checked is not among it: it is always told."""
    assert codes(ALL) == codes("all") == EVERY
    assert codes(ALL, but=(ALL,)) == set()


@pytest.mark.parametrize(
    ("wanted", "unwanted", "has", "lacks"),
    [
        (["RET001"], ["RET"], {"RET001"}, {"RET002"}),
        (["RET"], ["RET001"], {"RET002"}, {"RET001"}),
        (["RET", "DPO001"], ["dpo"], {"RET001", "DPO001"}, {"DPO002"}),
        (["ALL"], ["R"], {"DPO001"}, {"RET001"}),
        (["RE"], ["R"], {"RET001"}, {"DPO001"}),
        (["RET001"], ["retention-missing"], set(), {"RET001"}),
        (["retention"], ["RET"], {"RET001"}, set()),
    ],
)
def test_the_closer_selector_wins(
    wanted: list[str], unwanted: list[str], has: set[str], lacks: set[str]
) -> None:
    """`--ignore RET --select RET001` keeps one rule, whatever the order; equals are dropped."""
    left = codes(*wanted, but=tuple(unwanted))
    assert has <= left
    assert not lacks & left


@pytest.mark.parametrize(
    ("selector", "message"),
    [
        (
            "retention-mising",
            "no rule answers to `retention-mising`; did you mean `retention-missing`?",
        ),
        ("DPO01", "no rule answers to `DPO01`; did you mean `DPO001`?"),
        ("retenton", "no rule answers to `retenton`; did you mean `retention`?"),
        ("???", "no rule answers to `???`"),
        ("", "no rule answers to ``"),
        ("INP016", "`INP016` is no choice: what cannot be checked is always told"),
        ("inp", "`inp` is no choice: what cannot be checked is always told"),
        ("misshapen", "`misshapen` is no choice: what cannot be checked is always told"),
    ],
)
def test_what_nothing_answers_to_is_an_error(selector: str, message: str) -> None:
    """A misspelt selector must not silently check nothing; so it is in what is left out."""
    with pytest.raises(UnknownSelectorError) as caught:
        select([selector])
    assert str(caught.value) == message
    with pytest.raises(UnknownSelectorError):
        select([ALL], [selector])


def test_every_card_can_be_looked_up() -> None:
    """What cannot be chosen can be explained."""
    assert [card.code for card in find("misshapen")] == ["INP016"]
    assert {card.code for card in find("INP")} == {card.code for card in form.INPUTS.values()}
    assert find(ALL) == cards()
    with pytest.raises(UnknownSelectorError, match="did you mean `misshapen`"):
        find("mishapen")
