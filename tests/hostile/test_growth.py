"""What many entries cost grows with their number, and not with the number of their pairs."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from privlint.linting import lint
from privlint.source.reader import Limits

from ..conftest import terms

pytestmark = pytest.mark.hostile

FEW, MANY = 300, 1_200
TIMES = 9
"""Linear is 4 times as much, quadratic 16 times."""

ALL = terms().replace(limits=Limits(10**8, 10**7, 64))
BASE: dict[str, Any] = {
    "privlint": 1,
    "shop": {"name": "X", "country": "BE"},
    "statement": {"language": "nl"},
}
_PLACES = ("US", "IN", "BR", "JP", "unnamed")
_KINDS = ("name", "email", "phone", "address")


def _periods(n: int) -> Any:
    return {"general": {"retention": [{"period": f"P{d + 1}D"} for d in range(n)]}}


def _transfers(n: int) -> Any:
    told = [{"country": _PLACES[k % 5], "safeguard": "scc"} for k in range(n)]
    return {"general": {"transfers": told}, "claims": [{"claim": "data_in_eea"}]}


def _denials(n: int) -> Any:
    named = [{"country": "US", "status": ("excluded", "stated")[k % 2]} for k in range(n)]
    return {"recipients": {"host": {"name": "Host", "transfers": named}}}


def _recipients(n: int) -> Any:
    one = {"name": "A", "country": "US", "transfers": [{"status": "excluded"}]}
    other = {"name": "B", "country": "US", "vendor": "google-analytics"}
    return {"recipients": {f"r{k}": (one, other)[k % 2] for k in range(n)}}


def _purposes(n: int) -> Any:
    group = {"categories": ["name"], "retention": {"period": "P7Y", "law": "tax law"}}
    bases = [{"basis": "legal_obligation"}]
    bare = {"kind": "security", "data": [group], "cite": {"section": "1"}}
    return {"purposes": {f"p{k}": bare if k % 2 else {"legal_basis": bases} for k in range(n)}}


def _groups(n: int) -> Any:
    told = [
        {"categories": [_KINDS[k % 4]], "recipients": [] if k % 2 else ["host"]} for k in range(n)
    ]
    return {"recipients": {"host": {"name": "Host"}}, "purposes": {"orders": {"data": told}}}


def _consents(n: int) -> Any:
    consent = {"basis": "consent", "withdrawal": {"how": ["post"]}}
    return {"purposes": {"orders": {"legal_basis": [consent] * n}}}


def _claims(n: int) -> Any:
    claims = [{"claim": "data_in_eea", "about": [f"r{k % 50}"]} for k in range(n)]
    return {"claims": claims, **_recipients(50)}


def _contacts(n: int) -> Any:
    return {"contacts": [{"email": f"a{k}@shop.example", "for": "x"} for k in range(n)]}


def _promises(n: int) -> Any:
    """Return promises that nobody gets some data of some purposes, and those who get them."""
    kinds = ("no_sharing", "never_to_third_parties")
    claims = [{"claim": kinds[k % 2], "about": [f"p{k}"], "of": [_KINDS[k % 4]]} for k in range(n)]
    wide = [{"claim": "no_recipients"} for _ in range(n)]
    groups = [{"categories": [kind]} for kind in _KINDS]
    told = {f"p{k}": {"data": groups, "recipients": [f"r{k}", f"r{k // 2}"]} for k in range(n)}
    roles = ("processor", "third_party")
    getting = {f"r{k}": {"name": f"R{k}", "role": roles[k % 2]} for k in range(n)}
    return {"claims": [*claims, *wide], "purposes": told, "recipients": getting}


def _payments(n: int) -> Any:
    """Return promises not to store data of payments, and data that could be such."""
    kinds = ("payment_data", "bank_account", "credit_card", "name")
    told = {"claim": "no_payment_data_stored"}
    claims = [{**told, "about": [f"p{k}"], "of": [kinds[k % 3]]} for k in range(n)]
    wide = [{**told, "of": [kinds[k % 3], kinds[(k + 1) % 4]]} for k in range(n)]
    groups = [{"categories": [kinds[k % 4], kinds[3]]} for k in range(n)]
    bare = {f"p{k}": {"kind": "payment"} for k in range(n)}
    return {"claims": [*claims, *wide], "purposes": {**bare, "orders": {"data": groups}}}


def _lists(n: int) -> Any:
    """Return sections in which a right and purposes are told, their data, and cookies."""
    cites = [{"section": str(k)} for k in range(n)]
    right = {"suppression_list": True, "cite": cites}
    group = {"categories": ["email"], "retention": {"criterion": "as_needed"}}
    of = {"cite": {"section": "1"}, "kind": "analytics", "data": [{"categories": ["email"]}, group]}
    items = [{"name": f"c{k}", "duration": {"criterion": "varies"}} for k in range(n)]
    cited = {"cite": cites, "data": [{"categories": ["email"]}] * n}
    return {
        "rights": {"object": right},
        "purposes": {**{f"p{k}": of for k in range(n)}, "cited": cited},
        "cookies": {"items": items},
    }


def _limits(n: int) -> Any:
    """Return a period that holds for purposes, each named."""
    ids = [f"p{k}" for k in range(n)]
    told = {"data": [{"categories": ["name"]}]}
    general = {"retention": {"period": "P1Y", "purposes": ids}}
    return {"general": general, "purposes": dict.fromkeys(ids, told)}


def _unplaced(n: int) -> Any:
    """Return transfers for everybody that name no country, and recipients of whom none is told."""
    transfers = [{"country": "unnamed", "safeguard": "scc", "copy": "link"} for _ in range(n)]
    recipients = {f"r{k}": {"name": f"R{k}", "country": "BE"} for k in range(n)}
    return {"general": {"transfers": transfers}, "recipients": recipients}


GROWING: dict[str, Callable[[int], Any]] = {
    "periods for all": _periods,
    "transfers for all": _transfers,
    "transfers of one": _denials,
    "recipients abroad": _recipients,
    "purposes with a law": _purposes,
    "groups that some get": _groups,
    "consents taken back": _consents,
    "claims of the EEA": _claims,
    "contacts": _contacts,
    "promises that nobody gets data": _promises,
    "promises on payments": _payments,
    "sections and cookies": _lists,
    "a period for purposes": _limits,
    "transfers to no country": _unplaced,
}
"""Registers on which rules once compared all with all, and the longest lists of the format."""


def cost(register: Any) -> float:
    """Return the CPU seconds of checking a register, the least of two times."""
    text = json.dumps(BASE | register).encode()
    spent = []
    for _ in range(2):
        start = time.process_time()
        done = lint("many.yaml", text, ALL)
        spent.append(time.process_time() - start)
        assert done.inputs[0].is_checked, done.findings[0].message
        assert done.inputs[0].crashes == ()
    return min(spent)


@pytest.mark.parametrize("name", GROWING)
def test_four_times_the_entries_cost_a_few_times_as_much(name: str) -> None:
    """Reading, judging and settling together."""
    few, many = (cost(GROWING[name](n)) for n in (FEW, MANY))
    assert many < TIMES * few + 0.1, (few, many)
