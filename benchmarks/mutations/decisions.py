"""Decisions by machines, profiles and prices (Art. 13(2)(f), 22 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mutations.mutant import Mutant, mutant, on, operator
from mutations.reading import cited, purposes, recipients

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_MADE: Where = ("automated_decisions", "decisions")
_EXPLAINED: dict[str, Any] = {
    "what": "an order is refused",
    "by": "controller",
    "automated": "yes",
    "logic": "unpaid orders of the last year are counted",
    "consequence": "only payment in advance is offered",
    "safeguards": ["human_intervention", "contest"],
    "ground": "contract",
}


@operator()
def machine_decides(sheet: Sheet) -> Iterator[Mutant]:
    """A machine of the shop refuses orders; then one thing is told of it no more."""
    n = len(sheet.many(*_MADE))
    place: Where = (*_MADE, n)
    denial: list[Where] = [("automated_decisions", "status")]
    claims = [
        ("claims", m)
        for m, c in enumerate(sheet.many("claims"))
        if c["claim"] == "no_automated_decisions"
    ]
    quiet = sheet.drop_all([*denial, *claims])
    ground = quiet.put(_EXPLAINED, *place)
    yield mutant("a machine refuses orders, and how is told", sheet, ground)
    ground = ground.fresh()
    for words, keys in (("how", ("logic",)), ("with what effect", ("consequence",))):
        after = ground.drop_all((*place, key) for key in keys)
        told = f"a machine refuses orders; {words} is not told"
        yield mutant(told, ground, after, on("ADM002", *place))
    bare = ground.drop_all([("rights", "no_automated_decision")]).fresh()
    after = bare.drop(*place, "safeguards")
    told = "a machine refuses orders; how to reach a person is not told"
    yield mutant(told, bare, after, on("ADM002", *place))
    open_ = ground.put("not_stated", *place, "automated")
    told = "orders are refused; whether a machine does it is not told"
    yield mutant(told, ground, open_, on("ADM001", *place))
    person = ground.put("no", *place, "automated")
    yield mutant("orders are refused by a person", ground, person)
    used = quiet.drop_all([_MADE]).put("used", "automated_decisions", "status")
    told = "a machine decides, and which decisions is not told"
    if n == 0:
        yield mutant(told, quiet.fresh(), used.fresh(), on("ADM002", "automated_decisions"))
    denied = ground.put("none", "automated_decisions", "status")
    told = "no machine decides, it is said, and one that does is told"
    yield mutant(told, ground, denied, on("ADM001", *place))


@operator()
def credit_as_a_way_to_pay(sheet: Sheet) -> Iterator[Mutant]:
    """Paying later is offered by a company that is known to check credit."""
    told = {
        "name": "Riverty",
        "kind": "named",
        "vendor": "riverty",
        "role": "controller",
        "country": "DE",
        "does": "offers to pay later",
    }
    if any(one.get("vendor") == "klarna" for one in recipients(sheet).values()):
        return
    quiet = sheet.drop_all([("automated_decisions",)])
    after = (
        quiet.fresh()
        .put(cited(told), "recipients", "riverty")
        .add("riverty", "general", "recipients")
    )
    yield mutant(
        "one can pay later; who decides on that is not told", quiet.fresh(), after, on("ADM001")
    )


@operator()
def profiles(sheet: Sheet) -> Iterator[Mutant]:
    """Profiles are made of people, and what they change for them is told or not."""
    for name, purpose in purposes(sheet).items():
        if purpose.get("kind") not in (
            "newsletter",
            "marketing",
            "analytics",
            "service_improvement",
        ):
            continue
        place: Where = ("purposes", name, "profiling")
        told = {"content": "what people look at", "effect": "they see other goods first"}
        ground = sheet.put(told, *place)
        yield mutant(f"`{name}` makes profiles, and says what they change", sheet, ground)
        ground = ground.fresh()
        after = ground.drop(*place, "effect")
        words = f"`{name}` makes profiles, and says not what they change"
        yield mutant(words, ground, after, on("ADM003", "purposes", name))
    for name, purpose in purposes(sheet, "profiling").items():
        if purpose.get("profiling"):
            after = sheet.drop("purposes", name, "profiling")
            words = f"what the profiles of `{name}` change is not told"
            yield mutant(words, sheet, after, on("ADM003", "purposes", name))


@operator()
def claims_on_machines(sheet: Sheet) -> Iterator[Mutant]:
    """Prices made for one person, and a machine that answers, have to be told."""
    n = len(sheet.many("claims"))
    for claim, code in (("personalised_price", "ADM004"), ("ai_chatbot", "ADM005")):
        after = sheet.put({"claim": claim}, "claims", n)
        yield mutant(f"{claim}, and not that people are told", sheet, after, on(code, "claims", n))
        told = after.fresh().put({"claim": f"{claim}_disclosed"}, "claims", n + 1)
        mended = (on(code, "claims", n, "claim"),)
        yield mutant(f"{claim}, and that people are told", after.fresh(), told, mended=mended)


@operator()
def machine_denied(sheet: Sheet) -> Iterator[Mutant]:
    """No machine decides, it is claimed, and one that does is told."""
    quiet = sheet.drop_all([("automated_decisions", "status")])
    place: Where = (*_MADE, len(sheet.many(*_MADE)))
    ground = quiet.put(_EXPLAINED, *place).fresh()
    n = len(ground.many("claims"))
    after = ground.put({"claim": "no_automated_decisions"}, "claims", n)
    words = "no machine decides, it is claimed, and one that does is told"
    yield mutant(words, ground, after, on("ADM001", *place))
