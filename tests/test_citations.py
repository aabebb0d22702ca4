"""Citations are compared as paths, from the wide to the narrow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlint.catalogue import cards
from privlint.citations import is_part, meet, spelled, wider


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("13(2)(a)", "GDPR 13(2)(a)"),
        ("13", "GDPR 13"),
        ("recital 26", "GDPR recital 26"),
        ("GDPR recital 26", "GDPR recital 26"),
        ("gdpr 13", "GDPR 13"),
        ("AVG 13(2)(a)", "GDPR 13(2)(a)"),
        ("Art. 13(2)(a) AVG", "GDPR 13(2)(a)"),
        ("article 13 (2) (a) GDPR", "GDPR 13(2)(a)"),
        ("GDPR art. 13", "GDPR 13"),
        ("14(1)-(3)", "GDPR 14(1)-(3)"),
        ("DSGVO", "GDPR"),
        ("5(3) ePrivacy", "ePrivacy 5(3)"),
        ("NL Tw 11.7a", "NL Tw 11.7a"),
        ("NL Tw 11.7(1),  (3)", "NL Tw 11.7(1), (3)"),
        ("C-311/18", "CJEU C-311/18"),
        ("retention-missing", "retention-missing"),
        ("", ""),
    ],
)
def test_a_citation_is_written_as_rules_write_it(asked: str, written: str) -> None:
    """Without a label the GDPR is meant; lawyers put the article first, and have other names."""
    assert spelled(asked) == written


def test_what_rules_cite_is_written_as_it_is() -> None:
    """No citation in the catalogue is changed by being asked for."""
    assert {law for card in cards() for law in card.law if spelled(law) != law} == set()


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("GDPR 13", "GDPR 13(2)(a)"),
        ("GDPR", "GDPR 13(2)(a)"),
        ("GDPR 13(2)", "gdpr 13(2)(a)"),
        ("GDPR 14(1)-(3)", "GDPR 14(2)"),
        ("GDPR 14(1)-(3)", "GDPR 14(2)(f)"),
        ("GDPR 14", "GDPR 14(1)-(3)"),
        ("GDPR 49(1)(a)-(g)", "GDPR 49(1)(c)"),
        ("GDPR 13-14", "GDPR 14(2)(f)"),
        ("GDPR recital 26", "GDPR recital 26"),
        ("NL Tw", "NL Tw 11.7a"),
        ("NL Tw 11.7", "NL Tw 11.7(1), (3)"),
        ("NL Tw 11.7(1), (3)", "NL Tw 11.7(3)"),
        ("BE WER VI.110-VI.115", "BE WER VI.112"),
        ("BE Act of 30 July 2018", "BE Act of 30 July 2018 10/2"),
        ("EDPB 05/2020", "EDPB 05/2020 110-111"),
        ("EDPB 05/2020 110-111", "EDPB 05/2020 111"),
        ("WP260 12-13", "WP260 13"),
        ("CJEU C-311/18", "CJEU C-311/18"),
    ],
)
def test_the_wide_holds_the_narrow(wide: str, narrow: str) -> None:
    """A part of an article, an article in a range, an act that has a label of its own."""
    assert meet(wide, narrow)
    assert meet(narrow, wide)
    assert is_part(narrow, wide)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GDPR 1", "GDPR 13"),
        ("GDPR 13(1)(a)", "GDPR 13(2)(a)"),
        ("GDPR 14(1)-(3)", "GDPR 14(4)"),
        ("GDPR 26", "GDPR recital 26"),
        ("NL Tw 11.7", "NL Tw 11.7a"),
        ("NL Tw 11.7(1), (3)", "NL Tw 11.7(2)"),
        ("BE Act of 30 July 2018 10", "BE Act of 30 July 2018 10/2"),
        ("BE WER VI.110-VI.115", "BE WER XII.112"),
        ("EDPB 05/2020 110-111", "EDPB 05/2020 112"),
        ("WP260 annex", "WP260 12"),
        ("CJEU C-311/18", "CJEU C-362/14"),
        ("", "GDPR"),
    ],
)
def test_what_lies_beside_is_something_else(one: str, other: str) -> None:
    """A number that starts with the same digits, another letter, a recital."""
    assert not meet(one, other)
    assert not meet(other, one)


def test_the_whole_is_no_part_of_its_part() -> None:
    """A rule that cites all of Art. 46 cites what 46(2)(c) is a part of."""
    assert not is_part("GDPR 46", "GDPR 46(2)(c)")


def test_each_step_out_is_wider() -> None:
    """From the point to the law, and then to nothing."""
    steps = ["GDPR 13(2)(a)", "GDPR 13(2)", "GDPR 13", "GDPR", ""]
    assert [wider(step) for step in steps[:-1]] == steps[1:]
    assert wider("NL Tw 11.7(1), (3)") == "NL Tw 11.7"
    assert wider("") == ""


@given(st.text(), st.text())
def test_any_text_can_be_compared(one: str, other: str) -> None:
    """Whatever is typed, the answer is the same both ways round."""
    assert meet(spelled(one), other) == meet(other, spelled(one))
    assert len(wider(one)) < len(one) or one == ""
