"""Findings and counts as plain data, and the name by which a finding is found again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from privlint.rule import Severity
from privlint.where import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from privlint.finding import Finding, Fix, Place, Suppression
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
        "suppressed": len(report.suppressed),
    }


def failures(report: Report) -> list[dict[str, str]]:
    """Return the rules that failed, each with the file it failed on."""
    return [
        {"code": crash.card.code, "path": path, "error": repr(crash.error)}
        for path, crash in report.crashes
    ]


def told(report: Report, *, suppressed: bool) -> Sequence[Finding]:
    """Return what was found in the order of the files, with or without what does not count."""
    if not (suppressed and report.suppressed):
        return report.findings
    files: dict[str, int] = {}
    for asked in (*report.inputs, *report.beside):
        files.setdefault(asked.path, len(files))
    both = (*report.findings, *report.suppressed)
    return tuple(sorted(both, key=lambda finding: (files[finding.path], finding.order)))


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
        "logical": finding.logical,
        "law": list(finding.law),
        "remedy": finding.card.remedy,
        "related": [_place(place) for place in finding.related],
        "fix": None if finding.fix is None else _fix(finding.fix),
        "suppressed": None if finding.suppression is None else _suppressed(finding.suppression),
        "fingerprint": fingerprint,
    }


def fingerprinted(report: Report) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with a name that lasts when lines move, and that no other one bears.

    What is suppressed is among them, so that an ignore changes the name of no other finding.
    """
    seen: Counter[str] = Counter()
    for finding in told(report, suppressed=True):
        place = finding.logical or pointer(finding.where)
        identity = f"{finding.card.code}\0{finding.path}\0{place}"
        earlier = seen[identity]
        seen[identity] += 1
        # Several findings of one rule may stand at one place: only the further ones are numbered.
        yield finding, digest(f"{identity}\0{earlier}" if earlier else identity)


def digest(identity: str) -> str:
    """Return a short digest of what names a thing."""
    # OpenSSL takes longer to load than a register takes to check.
    import hashlib  # noqa: PLC0415

    return hashlib.sha256(identity.encode("utf-8", "backslashreplace")).hexdigest()[:32]


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{**_span(edit.span), "content": edit.text} for edit in fix.edits]
    return {"title": fix.title, "edits": edits}


def _suppressed(suppression: Suppression) -> dict[str, Any]:
    return {
        "kind": suppression.kind,
        "reason": suppression.reason,
        "owner": suppression.owner,
        "until": None if suppression.until is None else suppression.until.isoformat(),
        "path": suppression.path or None,
        "line": None if suppression.span is None else suppression.span.start_line,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"label": place.label, **_span(place.span)}


def _span(span: Span) -> dict[str, Any]:
    return {
        "start": {"line": span.start_line, "column": span.start_column},
        "end": {"line": span.end_line, "column": span.end_column},
    }
