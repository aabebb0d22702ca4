"""The results of a SARIF log: findings with their places, what mends them, who answers for them."""

from __future__ import annotations

import os
import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from privlint.escaping import printable
from privlint.rule import Severity
from privlint.where import dotted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from privlint.finding import Finding, Fix, Suppression
    from privlint.source.document import LineTable, Span

    Lines = Mapping[str, LineTable | None]
    """The lines of the files that places are in; `None` where a file is not text."""

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LONGEST_SNIPPET = 1000
_IN_SOURCE = "comment"

_Json = dict[str, Any]


def result(finding: Finding, fingerprint: str, index: Mapping[str, int], lines: Lines) -> _Json:
    """Return a finding; `index` is where its rule stands among the rules."""
    location: _Json = {"physicalLocation": physical(finding.path, finding.span, lines)}
    name = finding.logical or dotted(finding.where)
    if name:
        location["logicalLocations"] = [{"fullyQualifiedName": printable(name)}]
    told: _Json = {
        "ruleId": finding.card.code,
        "ruleIndex": index[finding.card.code],
        "level": LEVELS[finding.severity],
        "message": message(finding.message),
        "locations": [location],
        "partialFingerprints": {"privlint/v1": fingerprint},
        # The standard wants all results to have them, if one does: an empty list counts.
        "suppressions": [
            _suppression(one, lines) for one in (finding.suppression,) if one is not None
        ],
        "properties": {"certainty": finding.certainty.word},
    }
    if finding.fix is not None:
        told["fixes"] = [_fix(finding.fix, finding.path)]
    if finding.related:
        told["relatedLocations"] = [
            {
                "id": number,
                "message": message(place.label),
                "physicalLocation": physical(finding.path, place.span, lines),
            }
            for number, place in enumerate(finding.related, 1)
        ]
    return told


def message(text: str) -> _Json:
    """Hold a text of which no viewer makes a link: SARIF has `[text](address)` in plain text."""
    shown = printable(text)
    return {"text": re.sub(r"[\\\[\]]", r"\\\g<0>", shown) if "](" in shown else shown}


def physical(path: str, span: Span, lines: Lines) -> _Json:
    """Return a place in a file, with its words where they are few."""
    place: _Json = {"artifactLocation": artifact(path), "region": _region(span)}
    table = lines.get(path)
    snippet = _snippet(span, table) if table is not None else ""
    if 0 < len(snippet) <= _LONGEST_SNIPPET:
        place["region"]["snippet"] = {"text": snippet}
    return place


def artifact(path: str) -> _Json:
    """Return where a file is: below the folder of the run, or anywhere where its path is whole."""
    told = path.replace(os.sep, "/")
    if PurePath(path).is_absolute():
        return {"uri": f"file:///{quote(told.lstrip('/'), '/:', errors='backslashreplace')}"}
    return {"uri": quote(told, errors="backslashreplace"), "uriBaseId": "SRCROOT"}


def _suppression(suppression: Suppression, lines: Lines) -> _Json:
    told: _Json = {
        "kind": "inSource" if suppression.kind == _IN_SOURCE else "external",
        "status": "accepted",
        "justification": printable(suppression.reason),
    }
    if suppression.path:
        place: _Json = {"artifactLocation": artifact(suppression.path)}
        if suppression.span is not None:
            place = physical(suppression.path, suppression.span, lines)
        told["location"] = {"physicalLocation": place}
    until = suppression.until.isoformat() if suppression.until is not None else None
    named = {"kind": suppression.kind, "owner": suppression.owner, "until": until}
    told["properties"] = {key: value for key, value in named.items() if value is not None}
    return told


def _fix(fix: Fix, path: str) -> _Json:
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": artifact(path), "replacements": replacements}
    return {"description": message(fix.title), "artifactChanges": [change]}


def _region(span: Span) -> _Json:
    return {
        "startLine": span.start_line,
        "startColumn": span.start_column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _snippet(span: Span, lines: LineTable) -> str:
    if span.start_line == span.end_line:
        return lines.line(span.start_line)[span.start_column - 1 : span.end_column - 1]
    first = lines.line(span.start_line)[span.start_column - 1 :]
    between = (lines.line(number) for number in range(span.start_line + 1, span.end_line))
    return "\n".join((first, *between, lines.line(span.end_line)[: span.end_column - 1]))
