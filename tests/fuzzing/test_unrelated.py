"""A finding never disappears because the register tells of something else as well.

With two exceptions, which are no accident (`ANSWERED`). And what "something else" means is exact:

- an *entry beside others*: where a statement names no purpose at all, the first one ends the
  finding that there is none. That is what the finding asks for, and no unrelated fact;
- it is *cited*: of registers whose entries mostly cite nothing, REG001 asks nothing, since then
  nobody has begun to cite. One entry more without a cite can make them the most;
- the finding may stand at a *wider place*: what is told of one cookie is told of the list of them
  where it holds for two.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings

from .strategies import registers, written
from .test_line import judged

CITE = {"section": "9"}
Facts = dict[str, Any]


def _purpose(register: Facts) -> None:
    if register.get("purposes"):
        register["purposes"]["unrelated"] = {"title": "Answer letters", "cite": CITE}


def _recipient(register: Facts) -> None:
    if register.get("recipients"):
        register["recipients"]["unrelated"] = {"name": "Printer", "cite": CITE}


def _cookie(register: Facts) -> None:
    items = register.get("cookies", {}).get("items", [])
    if items:
        items.append({"name": "unrelated", "kind": "functional", "cite": CITE})


def _right(register: Facts) -> None:
    if register.get("rights"):
        register["rights"].setdefault("information", {"cite": CITE})


def _quote(register: Facts) -> None:
    if "dpo" in register:
        cites = register["dpo"].get("cite", [])
        more = {"section": "99", "quote": "somewhere else"}
        register["dpo"]["cite"] = [*(cites if isinstance(cites, list) else [cites]), more]


def _passage(register: Facts) -> None:
    register["statement"].setdefault("passages_without_facts", []).append({"section": "99"})


UNRELATED: dict[str, Callable[[Facts], None]] = {
    "another purpose": _purpose,
    "another recipient": _recipient,
    "another cookie": _cookie,
    "a further right": _right,
    "a further quote": _quote,
    "a passage that tells nothing": _passage,
}
ANSWERED: dict[str, dict[str, str]] = {
    "another recipient": {
        "REC001": "it asks if nobody gets data, where those who are named are said to get none",
        "RIG013": "it asks for names where only kinds are told, and this one has a name",
    }
}
"""The rules whose finding such a fact answers, and why."""


@pytest.mark.parametrize("name", UNRELATED)
@given(register=registers())
@settings(max_examples=40)
def test_an_unrelated_fact_hides_no_finding(name: str, register: Facts) -> None:
    """Each is still there, at its place or at one that holds it."""
    more = deepcopy(register)
    UNRELATED[name](more)
    before, after = (
        {(one.card.code, one.logical) for one in judged(written(each)).findings}
        for each in (register, more)
    )
    lost = [
        (code, place)
        for code, place in before
        if code not in ANSWERED.get(name, {})
        and not any(other == code and _holds(wider, place) for other, wider in after)
    ]
    assert lost == []


def _holds(wider: str, place: str) -> bool:
    """Tell whether a place is another one, or holds it."""
    return place == wider or place.startswith((f"{wider}.", f"{wider}[")) or not wider
