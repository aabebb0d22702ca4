"""The format `json`: everything, for programs; its schema is `schemas/report.schema.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint import version
from privlint.reporters.encoding import encoded
from privlint.reporters.plain_data import counts, failures, fields, fingerprinted

if TYPE_CHECKING:
    from privlint.report import Input, Report
    from privlint.reporters.layout import Layout

FORMAT = 1
"""The version of this format."""


def render(report: Report, _: Layout) -> str:
    """Return the report as one JSON object."""
    return encoded(_report(report))


def _report(report: Report) -> dict[str, Any]:
    return {
        "version": FORMAT,
        "tool": {"name": "privlint", "version": version.VERSION},
        "knowledge": {"checked": report.knowledge_checked.isoformat()},
        "summary": counts(report),
        "rules_not_run": [
            {"code": one.card.code, "name": one.card.name, "reason": one.why.value}
            for one in report.rules_not_run
        ],
        "failures": failures(report),
        "inputs": [_input(asked) for asked in report.inputs],
        "findings": [fields(*named) for named in fingerprinted(report)],
    }


def _input(asked: Input) -> dict[str, Any]:
    return {
        "path": asked.path,
        "status": "checked" if asked.is_checked else "unchecked",
        "sha256": asked.sha256,
        "as_of": asked.as_of.isoformat() if asked.as_of is not None else None,
        "is_undated": asked.is_undated,
    }
