"""Which rules an ignore may speak of, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint import form
from privlint.catalogue import cards, named, renamed
from privlint.finding import Edit, Fix
from privlint.finding import fault as located
from privlint.nearest import did_you_mean
from privlint.record import Record
from privlint.suppression.ignores import COMMENT, Ignore, Named, Use

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.finding import Finding
    from privlint.rule import Card
    from privlint.source.document import Document, Span
    from privlint.suppression.allowance import Allowance
    from privlint.suppression.comments import Malformed


class Standing(Record):
    """An ignore that was looked at."""

    ignore: Ignore
    codes: dict[str, Named]
    """The codes of the rules that it silences, with how they are named."""
    faults: tuple[Finding, ...]
    """What is wrong with it, whatever it silences."""
    state: str
    """Whether it counts: `in force`, `expired`, or what keeps it from that."""


def standing(ignore: Ignore, allowance: Allowance) -> Standing:
    """Look at an ignore: are its rules known, may they be ignored, is there a reason and time."""
    codes: dict[str, Named] = {}
    faults: list[Finding] = []
    for rule in ignore.rules:
        card = named(rule.text, allowance.own)
        wrong = _wrong(rule, card, allowance)
        if wrong is not None:
            faults.append(_fault(ignore, *wrong, rule.span))
        elif card is not None:
            codes[card.code] = rule
    state = "in force" if codes else "no rule"
    if not ignore.reason:
        message = f"the ignore of {_listed(ignore.rules)} gives no reason"
        faults.append(_fault(ignore, "ignore-without-reason", message, ignore.span))
        state = "no reason"
    elif codes and ignore.is_expired(allowance.day):
        message = f"the ignore of {_listed(codes.values())} counted until {ignore.until}"
        faults.append(_fault(ignore, "ignore-expired", message, ignore.span))
        state = "expired"
    return Standing(ignore, codes if state == "in force" else {}, tuple(faults), state)


def unused(ignore: Ignore, rules: Sequence[Named], document: Document | None = None) -> Finding:
    """Return the finding that some rules of an ignore silence nothing."""
    message = f"nothing is found here by {_listed(rules)}"
    if ignore.kind != COMMENT:
        message = f"nothing is found by {_listed(rules)} where this ignore counts"
    found = _fault(ignore, "ignore-unused", message, rules[0].span)
    if document is None:
        return found
    return found.replace(fix=_without(ignore, rules, document))


def unused_comments(uses: Iterable[Use], document: Document) -> Iterable[Finding]:
    """Find the comments with rules that silence nothing, although the rules were asked."""
    idle: dict[int, list[Use]] = {}
    for use in uses:
        if use.ignore.kind == COMMENT and use.is_idle:
            idle.setdefault(id(use.ignore), []).append(use)
    for found in idle.values():
        yield unused(found[0].ignore, [use.rule for use in found], document)


def malformed(path: str, comment: Malformed) -> Finding:
    """Return the finding that a comment cannot be read."""
    card = form.SUPPRESSIONS["ignore-malformed"]
    return located(path, card, comment.message, comment.span)


def _fault(ignore: Ignore, name: str, message: str, span: Span) -> Finding:
    """Make a finding on an ignore, by the name of its card."""
    found = located(ignore.path, form.SUPPRESSIONS[name], message, span)
    return found.replace(where=ignore.above or ())


def _wrong(rule: Named, card: Card | None, allowance: Allowance) -> tuple[str, str] | None:
    """Return the name of the card, and the message, for a rule that cannot be ignored."""
    if card is None:
        known = cards(allowance.own)
        if renamed(rule.text) is None and any(_is_wider(rule.text, one) for one in known):
            why = "is more than one rule: name each by its code or name"
            return "ignore-of-unknown-rule", f"`{rule.text}` {why}"
        codes, names = [one.code for one in known], [one.name for one in known]
        meant = did_you_mean(rule.text, codes if any(map(str.isdigit, rule.text)) else names)
        return "ignore-of-unknown-rule", f"no rule answers to `{rule.text}`{meant}"
    if card.code in form.UNHIDDEN:
        return "ignore-of-unknown-rule", f"`{rule.text}` cannot be ignored: it is always told"
    if card.code in allowance.mandatory:
        return "ignore-of-mandatory-rule", f"`{rule.text}` is mandatory, and cannot be ignored"
    return None


def _is_wider(text: str, card: Card) -> bool:
    is_family = text.lower().replace("-", "_") == card.family
    return is_family or text.upper() == "ALL" or card.code.startswith(text.upper())


def _listed(rules: Iterable[Named]) -> str:
    return ", ".join(f"`{rule.text}`" for rule in rules)


def _without(ignore: Ignore, rules: Sequence[Named], document: Document) -> Fix:
    """Return the fix that takes rules out of a comment, and the comment out if none is left."""
    text, lines = document.text, document.lines
    start, end = lines.offsets(ignore.span)
    left = [rule for rule in ignore.rules if rule not in rules]
    if left:
        inner = [lines.offsets(rule.span) for rule in (ignore.rules[0], ignore.rules[-1])]
        first, last = inner[0][0], inner[1][1]
        names = ", ".join(rule.text for rule in left)
        edit = Edit(first, last, names, lines.span(first, last))
        return Fix(f"Take {_listed(rules)} out of the ignore", (edit,))
    before = text[:start].rstrip(" \t")
    if not before or before[-1] in "\r\n":
        # Alone on its line: the line goes with it.
        start = len(before)
        end += len(text[end:]) - len(text[end:].lstrip(" \t"))
        end += 2 if text.startswith("\r\n", end) else int(end < len(text) and text[end] in "\r\n")
    else:
        start = len(before)
    return Fix("Remove the ignore", (Edit(start, end, "", lines.span(start, end)),))
