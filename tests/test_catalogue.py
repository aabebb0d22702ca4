"""Rules are found once, and chosen by codes, prefixes, names and families."""

from __future__ import annotations

import re

import pytest

from privlint import form
from privlint.catalogue import (
    ALL,
    FORMER,
    UnknownSelectorError,
    about,
    cards,
    catalogue,
    citing,
    find,
    renamed,
    select,
)


def codes(*wanted: str, but: tuple[str, ...] = ()) -> set[str]:
    """Return the codes that a selection leaves, those of the line itself as well."""
    chosen = select(wanted, but)
    return {rule.card.code for rule in chosen.rules} | {
        form.BESIDE[name].code for name in chosen.beside
    }


EVERY = {card.code for card in cards() if card.code[:3] not in {"INP", "SUP", "STY"}}


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


@pytest.mark.parametrize("selector", ["STY", "sty001", "style", "keys-out-of-order"])
def test_what_is_optional_is_chosen_by_its_own_name_alone(selector: str) -> None:
    """`ALL` does not mean it, not even what is mandatory of all; the closer selector still wins."""
    assert codes(selector) == {"STY001"}
    assert codes(ALL, selector) == EVERY | {"STY001"}
    assert codes(ALL, selector, but=("STY001",)) == EVERY
    assert codes(selector, but=(ALL,)) == {"STY001"}
    assert "STY001" not in select(["RET"], mandatory=[ALL]).mandatory
    assert "keys-out-of-order" not in select(["RET"], mandatory=[ALL]).beside
    assert "STY001" in select(["RET"], mandatory=[selector]).mandatory


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


@pytest.mark.parametrize(
    ("former", "now"),
    [("BEL004", "RET008"), ("dat-004", "CST004"), ("Anonymous-Analytics-Claim", "CST004")],
)
def test_a_code_of_former_days_means_what_took_it_over(former: str, now: str) -> None:
    """Whoever wrote it into an ignore or a configuration need not change it."""
    assert renamed(former) == now
    assert [card.code for card in find(former)] == [now]
    assert codes(former) == {now}
    assert now not in codes(ALL, but=(former,))


def test_a_code_is_never_given_twice() -> None:
    """What another rule took over exists, and is the code or the name of no rule."""
    told = cards()
    assert set(FORMER.values()) <= {card.code for card in told}
    assert not set(FORMER) & {name for card in told for name in (card.code, card.name)}
    assert renamed("RET001") is None


def test_rules_are_found_by_what_they_cite() -> None:
    """A part of an article, the article, and a range that holds it."""
    assert "RET001" in {card.code for card in citing("GDPR 13(2)(a)")}
    assert {"RET001", "RIG014"} <= {card.code for card in citing("GDPR 13")}
    assert citing("GDPR 13(2)(a)") == tuple(sorted(citing("GDPR 13(2)(a)"), key=lambda c: c.code))
    assert citing("GDPR 99") == ()


def test_a_family_says_what_it_is_about() -> None:
    """In the line that opens its package; the cards of the line itself belong to none."""
    assert all(about(rule.card.family).endswith(".") for rule in catalogue())
    assert about("input") == ""
