"""Settle the findings of one file: which of them count, and which somebody answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint import form
from privlint.record import Record
from privlint.suppression.ignores import Ignore, Use

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.finding import Finding
    from privlint.source.document import Document
    from privlint.suppression.allowance import Allowance
    from privlint.suppression.baseline import Entry
    from privlint.suppression.standing import Standing


class Settled(Record):
    """The findings of one file, divided."""

    findings: tuple[Finding, ...]
    """Those that count, in the order of the file, without repetition."""
    suppressed: tuple[Finding, ...] = ()
    """Those that do not, each with its suppression."""
    uses: tuple[Use, ...] = ()
    """What came of each rule of each ignore that covers the file."""
    entries: tuple[tuple[Entry, int], ...] = ()
    """The entries of the baseline whose rule ran here, with how many findings each accepts."""


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of the file, each once."""
    once = {finding.order: finding for finding in findings}
    return tuple(once[order] for order in sorted(once))


def settle(
    findings: Iterable[Finding],
    document: Document,
    path: str,
    allowance: Allowance,
    ran: frozenset[str],
) -> Settled:
    """Divide the findings of a file by the ignores and the baseline of its allowance.

    `ran` holds the codes of the rules that asked something: of others nobody knows whether an
    ignore is still needed.
    """
    told = [_weighed(finding, allowance) for finding in ordered(findings)]
    # Every register has the key `privlint`: only a further word can be a comment for us.
    has_comments = document.text.count("privlint") > 1
    if not has_comments and not allowance.ignores and allowance.baseline is None:
        return Settled(_loud_enough(told, allowance))
    # Most registers have neither: they do not pay for what reads them.
    from privlint.suppression.comments import Malformed, ignores  # noqa: PLC0415
    from privlint.suppression.standing import malformed, standing, unused_comments  # noqa: PLC0415

    written = list(ignores(document, path))
    standings = [standing(one, allowance) for one in written if isinstance(one, Ignore)]
    faults = [malformed(path, one) for one in written if isinstance(one, Malformed)]
    faults += [one for each in standings for one in each.faults]
    standings += [standing(one, allowance) for one in allowance.ignores]
    counting, suppressed, used = _divided(told, standings)
    counting, accepted, entries = _accepted(counting, path, allowance, ran)
    uses = [use for each in standings for use in _uses(each, used, ran)]
    faults += unused_comments(uses, document)
    return Settled(
        _loud_enough(ordered([*counting, *faults]), allowance),
        ordered([*suppressed, *accepted]),
        tuple(uses),
        tuple(entries),
    )


def _weighed(finding: Finding, allowance: Allowance) -> Finding:
    """Give a finding the severity that the configuration sets for its rule."""
    asked = allowance.severities.get(finding.card.code)
    if asked is None or finding.card.code in form.UNHIDDEN:
        return finding
    # What the rule itself found less grave in this case does not become graver.
    is_lowered = finding.severity < finding.card.severity
    return finding.replace(severity=min(asked, finding.severity) if is_lowered else asked)


def _loud_enough(findings: Iterable[Finding], allowance: Allowance) -> tuple[Finding, ...]:
    least = allowance.min_severity
    return tuple(f for f in findings if f.severity >= least or f.card.code in form.UNHIDDEN)


def _divided(
    findings: Iterable[Finding], standings: Sequence[Standing]
) -> tuple[list[Finding], list[Finding], dict[tuple[int, str], int]]:
    """Return the findings that count and those that do not, and how often each ignore was used."""
    counting: list[Finding] = []
    suppressed: list[Finding] = []
    used: dict[tuple[int, str], int] = {}
    speaking: dict[str, list[Standing]] = {}
    for each in standings:
        for code in each.codes:
            speaking.setdefault(code, []).append(each)
    for finding in findings:
        code = finding.card.code
        covering = [s for s in speaking.get(code, ()) if s.ignore.covers(finding)]
        for one in covering:
            used[id(one), code] = used.get((id(one), code), 0) + 1
        if covering:
            suppressed.append(finding.replace(suppression=covering[0].ignore.suppression()))
        else:
            counting.append(finding)
    return counting, suppressed, used


def _accepted(
    findings: Sequence[Finding], path: str, allowance: Allowance, ran: frozenset[str]
) -> tuple[list[Finding], list[Finding], list[tuple[Entry, int]]]:
    """Divide findings by the baseline; return also how many each of its entries accepts."""
    if allowance.baseline is None:
        return list(findings), [], []
    entries = allowance.baseline.of(path)
    counting: list[Finding] = []
    accepted: list[Finding] = []
    found: dict[tuple[str, str], int] = {}
    for finding in findings:
        key = finding.card.code, finding.logical
        entry = entries.get(key)
        if entry is None or not _holds(entry, allowance) or found.get(key, 0) >= entry.count:
            counting.append(finding)
        else:
            accepted.append(finding.replace(suppression=allowance.baseline.suppression(entry)))
        found[key] = found.get(key, 0) + 1
    asked = [(one, found.get(key, 0)) for key, one in entries.items() if one.code in ran]
    return counting, accepted, asked


def _holds(entry: Entry, allowance: Allowance) -> bool:
    is_refused = entry.code in form.UNHIDDEN or entry.code in allowance.mandatory
    return entry.holds(allowance.day) and not is_refused


def _uses(each: Standing, used: dict[tuple[int, str], int], ran: frozenset[str]) -> Iterable[Use]:
    """Tell what came of each rule of an ignore."""
    silenced = {rule: code for code, rule in each.codes.items()}
    for rule in each.ignore.rules:
        code = silenced.get(rule, "")
        count = used.get((id(each), code), 0)
        yield Use(each.ignore, rule, code, count, code in ran, each.state)
