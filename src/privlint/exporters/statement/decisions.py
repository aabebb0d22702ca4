"""Decisions that machines take, and profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.statement import named
from privlint.exporters.statement.blocks import Bullets, Heading, Paragraph, Span, joined, own
from privlint.register.references import SHOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.statement.blocks import Block, Text
    from privlint.exporters.statement.telling import Telling
    from privlint.register import AutomatedDecision, Purpose


def told(t: Telling) -> Iterator[Block]:
    """Tell whether machines decide, how, and what follows."""
    yield Heading(2, t.say("Decisions by machines, and profiles"))
    found = t.register.automated_decisions
    denied = bool(t.register.claims_of("no_automated_decisions"))
    if found is not None and found.decisions:
        yield Bullets(tuple(_decision(t, one) for one in found.decisions))
        if found.remedy:
            yield Paragraph(own(found.remedy))
    elif (found is not None and found.status == "none") or (found is None and denied):
        text = t.say("No machine takes decisions alone that have serious effects for you.")
        yield Paragraph(text)
    else:
        what = t.word("whether machines take decisions about you")
        yield Paragraph(t.gap(what, ("automated_decisions",)))
    profiles = [_profile(t, p) for p in t.register.purposes.values() if p.profiling is not None]
    if profiles:
        yield Heading(3, t.say("Profiles that we make"))
        yield Bullets(tuple(profiles))


def _decision(t: Telling, one: AutomatedDecision) -> Text:
    parts = [(*t.with_when(own(one.what), one.when), Span("."))]
    others = [name for name in one.by if name != SHOP]
    if others:
        parts.append(t.say("Who decides: {names}.", names=named.recipients(t, others)))
    if one.automated in {"yes", "no"}:
        parts.append(t.label("automated", one.automated))
    else:
        what = t.word("whether a person takes part")
        parts.append((*t.gap(what, (*one.where, "automated")), Span(".")))
    parts += _explained(t, one)
    if one.ground:
        parts.append(t.label("decision_ground", one.ground))
    parts += [t.label("decision_safeguard", each) for each in one.safeguards]
    if one.purposes:
        parts.append(t.say("It is about: {data}.", data=named.purposes(t, one.purposes)))
    return joined(parts, " ")


def _explained(t: Telling, one: AutomatedDecision) -> Iterator[Text]:
    """Tell the logic and what follows: owed where a machine decides alone (Art. 13(2)(f) GDPR)."""
    if one.logic:
        yield t.say("How it works: {text}.", text=own(one.logic))
    elif one.automated != "no":
        yield (*t.gap(t.word("how it works"), (*one.where, "logic")), Span("."))
    follows = [own(text) for text in (one.significance, one.consequence) if text]
    if follows:
        yield t.say("What follows for you: {text}.", text=t.apart(*follows))
    elif one.automated != "no":
        yield (*t.gap(t.word("what follows for you"), (*one.where, "consequence")), Span("."))


def _profile(t: Telling, purpose: Purpose) -> Text:
    profiling = purpose.profiling
    said = () if profiling is None else (profiling.content, profiling.logic, profiling.effect)
    texts = [own(text) for text in said if text]
    gap = t.gap(t.word("what the profile is made of"), (*purpose.where, "profiling"))
    text = t.apart(*texts) if texts else gap
    return t.say("{label}: {text}", label=named.purpose(t, purpose), text=text)
