"""What was meant is guessed for a message, and asserted only where there is no doubt."""

from __future__ import annotations

import time

import pytest

from privlint.nearest import misspelt


@pytest.mark.parametrize(
    ("given", "known", "meant"),
    [
        ("consnt", ["consent", "contract"], "consent"),
        ("mialer", ["mailer", "host"], "mailer"),
        ("retentoin", ["retention"], "retention"),
        ("legitmate_intrests", ["legitimate_interests"], "legitimate_interests"),
        ("Legal-Obligation", ["legal_obligation", "consent"], "legal_obligation"),
        ("legalobligation", ["legal_obligation"], "legal_obligation"),
        ("DPO", ["dpo", "shop"], "dpo"),
        ("be", ["BE", "BG"], "BE"),
        ("unamed", ["unnamed"], "unnamed"),
    ],
)
def test_a_slip_of_the_pen_is_known(given: str, known: list[str], meant: str) -> None:
    """A letter too many, too few, changed or swapped; the case; a separator."""
    assert misspelt(given, known) == meant


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ("unnamed", ["named"]),
        ("not_used", ["used"]),
        ("used", ["not_used"]),
        ("Belgium", ["BE", "BG"]),
        ("bf", ["BE"]),
        ("host_2", ["host_1"]),
        ("host_11", ["host_1_1"]),
        ("2011", ["2010", "2021"]),
        ("carrier_a", ["carrier_b"]),
        ("tax_authority_nl", ["tax_authority_be"]),
        ("contrct", ["contact", "contract"]),
        ("fist", ["first", "last"]),
        ("dop", ["dpo"]),
        ("email_email", ["e_mail_email", "email__email"]),
        ("name", []),
        ("", ["name"]),
        ("consent" * 20, ["consent" * 20 + "s"]),
    ],
)
def test_what_may_be_another_word_is_not_guessed(given: str, known: list[str]) -> None:
    """An opposite, a neighbour, a number, an abbreviation: each would be another fact."""
    assert misspelt(given, known) is None


def test_many_names_that_are_alike_cost_little() -> None:
    """Whoever writes thousands of them gets no answer, and soon."""
    known = [f"{'abcdefgh' * 5}{number:04}" for number in range(5000)]
    started = time.perf_counter()
    for few in (known[:200], known):
        for _ in range(20):
            assert misspelt("bacdefgh" * 5 + "xy", few) is None
    assert time.perf_counter() - started < 5
