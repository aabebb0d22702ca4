"""Findings and counts as plain data, and the name by which a finding is found again."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Any

from privlint.rule import Severity
from privlint.where import pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from privlint.finding import Finding, Place
    from privlint.report import Report
    from privlint.source.document import Span


def counts(report: Report) -> dict[str, int]:
    """Return the summary of a run in numbers."""
    found = {severity.word: report.count(severity) for severity in reversed(Severity)}
    return {
        "inputs": len(report.inputs),
        "unchecked": len(report.unchecked),
        "rules": report.rules_run,
        **found,
        "questions": report.questions,
    }


def failures(report: Report) -> list[dict[str, str]]:
    """Return the rules that failed, each with the file it failed on."""
    return [
        {"code": crash.card.code, "path": path, "error": repr(crash.error)}
        for path, crash in report.crashes
    ]


def fields(finding: Finding, fingerprint: str) -> dict[str, Any]:
    """Return all that is known of a finding."""
    return {
        "code": finding.card.code,
        "name": finding.card.name,
        "family": finding.card.family,
        "severity": finding.severity.word,
        "certainty": finding.certainty.word,
        "message": finding.message,
        "path": finding.path,
        **_span(finding.span),
        "pointer": pointer(finding.where),
        "law": list(finding.law),
        "remedy": finding.card.remedy,
        "related": [_place(place) for place in finding.related],
        "suppressed": None,
        "fingerprint": fingerprint,
    }


def fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with a name that lasts when lines move, and that no other one bears."""
    seen: Counter[str] = Counter()
    for finding in findings:
        identity = "\0".join((finding.card.code, finding.path, pointer(finding.where)))
        earlier = seen[identity]
        seen[identity] += 1
        # Several findings of one rule may stand at one place: only the further ones are numbered.
        yield finding, digest(f"{identity}\0{earlier}" if earlier else identity)


def digest(identity: str) -> str:
    """Return a short digest of what names a thing."""
    return hashlib.sha256(identity.encode("utf-8", "backslashreplace")).hexdigest()[:32]


def _place(place: Place) -> dict[str, Any]:
    return {"label": place.label, **_span(place.span)}


def _span(span: Span) -> dict[str, Any]:
    return {
        "start": {"line": span.start_line, "column": span.start_column},
        "end": {"line": span.end_line, "column": span.end_column},
    }
