"""The format `json`: everything, for programs; its schema is `schemas/report.schema.json`."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from privlint import version
from privlint.rule import Severity
from privlint.where import pointer

if TYPE_CHECKING:
    from privlint.finding import Finding, Place
    from privlint.report import Input, Report
    from privlint.reporters.layout import Layout
    from privlint.source.document import Span

FORMAT = 1
"""The version of this format."""


def render(report: Report, _: Layout) -> str:
    """Return the report as one JSON object."""
    return json.dumps(_report(report), indent=2, ensure_ascii=True) + "\n"


def _report(report: Report) -> dict[str, Any]:
    return {
        "version": FORMAT,
        "tool": {"name": "privlint", "version": version.VERSION},
        "knowledge": {"checked": report.knowledge_checked.isoformat()},
        "summary": _summary(report),
        "rules_not_run": [
            {"code": one.card.code, "name": one.card.name, "reason": one.why.value}
            for one in report.rules_not_run
        ],
        "failures": [
            {"code": crash.card.code, "path": path, "error": repr(crash.error)}
            for path, crash in report.crashes
        ],
        "inputs": [_input(asked) for asked in report.inputs],
        "findings": [_finding(finding) for finding in report.findings],
    }


def _summary(report: Report) -> dict[str, int]:
    counts = {severity.word: report.count(severity) for severity in reversed(Severity)}
    return {
        "inputs": len(report.inputs),
        "unchecked": len(report.unchecked),
        "rules": report.rules_run,
        **counts,
        "questions": report.questions,
    }


def _input(asked: Input) -> dict[str, Any]:
    return {
        "path": asked.path,
        "status": "checked" if asked.is_checked else "unchecked",
        "sha256": asked.sha256,
        "as_of": asked.as_of.isoformat() if asked.as_of is not None else None,
        "is_undated": asked.is_undated,
    }


def _finding(finding: Finding) -> dict[str, Any]:
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
        "law": list(finding.card.law),
        "remedy": finding.card.remedy,
        "related": [_place(place) for place in finding.related],
        "suppressed": None,
        "fingerprint": _fingerprint(finding),
    }


def _place(place: Place) -> dict[str, Any]:
    return {"label": place.label, **_span(place.span)}


def _span(span: Span) -> dict[str, Any]:
    return {
        "start": {"line": span.start_line, "column": span.start_column},
        "end": {"line": span.end_line, "column": span.end_column},
    }


def _fingerprint(finding: Finding) -> str:
    """Name a finding so that it can be found again after lines have moved."""
    identity = "\0".join((finding.card.code, finding.path, pointer(finding.where)))
    return hashlib.sha256(identity.encode("utf-8", "backslashreplace")).hexdigest()[:32]
