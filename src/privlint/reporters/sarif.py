"""The format `sarif`: SARIF 2.1.0, for code scanning and for the viewers of editors."""

from __future__ import annotations

import json
import os
import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from privlint.catalogue import cards
from privlint.knowledge.facts import Knowledge
from privlint.reporters.cards import as_markdown, page
from privlint.reporters.layout import Layout, printable
from privlint.reporters.plain_data import fingerprinted
from privlint.rule import Severity
from privlint.version import HOME, VERSION
from privlint.where import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.finding import Finding
    from privlint.report import Crash, Input, Report
    from privlint.reporters.cards import Sources
    from privlint.rule import Card
    from privlint.source.document import LineTable, Span

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_GDPR = "GDPR"
_ARTICLE = re.compile(rf"{_GDPR} \d+")
_LONGEST_SNIPPET = 1000

_Json = dict[str, Any]


def render(report: Report, _: Layout) -> str:
    """Return the report as a SARIF log of one run."""
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [_run(report)],
    }
    return json.dumps(log, indent=2, ensure_ascii=True) + "\n"


def _run(report: Report) -> _Json:
    # Faults of the input have cards too, although nobody asks for them.
    asked = {card.code: card for card in report.rules}
    asked |= {finding.card.code: finding.card for finding in report.findings}
    articles = sorted({one for card in asked.values() for one in _articles(card)}, key=_number)
    index = {code: number for number, code in enumerate(asked)}
    lines = {one.path: one.lines for one in report.inputs}
    sources = Knowledge.load().as_of(report.knowledge_checked).source
    ours = {card.code for card in cards()}
    return {
        "tool": {
            "driver": {
                "name": "privlint",
                "version": VERSION,
                "semanticVersion": VERSION,
                "informationUri": HOME,
                "supportedTaxonomies": [{"name": _GDPR, "index": 0}],
                "rules": [
                    _rule(card, articles, sources, is_ours=card.code in ours)
                    for card in asked.values()
                ],
            }
        },
        "taxonomies": [_taxonomy(articles, sources)],
        "invocations": [_invocation(report, index)],
        "originalUriBaseIds": {
            "SRCROOT": {"description": {"text": "The folder in which privlint was run."}}
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, fingerprint, index, lines.get(finding.path))
            for finding, fingerprint in fingerprinted(report.findings)
        ],
    }


def _rule(card: Card, articles: list[str], sources: Sources, *, is_ours: bool) -> _Json:
    """Describe a rule; only those of privlint itself have a page at its home."""
    rule: _Json = {
        "id": card.code,
        "name": card.name,
        "shortDescription": {"text": f"{card.title}."},
        "fullDescription": {"text": card.rationale or f"{card.title}."},
        "help": {
            "text": "\n\n".join(filter(None, (card.remedy, card.wrong_when))),
            "markdown": as_markdown([card], Layout(), sources),
        },
        "defaultConfiguration": {"level": _LEVELS[card.severity]},
        "properties": {"tags": [*dict.fromkeys((card.family, card.certainty.word, *card.law))]},
    }
    if is_ours:
        rule["helpUri"] = f"{HOME}/blob/main/docs/rules/{page(card)}"
    if cited := _articles(card):
        rule["relationships"] = [
            {
                "target": {
                    "id": article,
                    "index": articles.index(article),
                    "toolComponent": {"name": _GDPR, "index": 0},
                },
                "kinds": ["relevant"],
            }
            for article in cited
        ]
    return rule


def _taxonomy(articles: list[str], sources: Sources) -> _Json:
    gdpr = sources(_GDPR)
    taxonomy: _Json = {
        "name": _GDPR,
        "organization": "European Union",
        "shortDescription": {"text": "The articles of the General Data Protection Regulation."},
        "isComprehensive": False,
        "taxa": [
            {
                "id": article,
                "name": f"Article {_number(article)}",
                "shortDescription": {"text": f"Article {_number(article)} of the GDPR."},
            }
            for article in articles
        ],
    }
    if gdpr is not None and gdpr.link:
        taxonomy |= {"fullName": gdpr.title, "informationUri": gdpr.link}
    return taxonomy


def _articles(card: Card) -> list[str]:
    """Return the articles of the GDPR that a rule cites, each once."""
    found = (_ARTICLE.match(law) for law in card.law)
    return [*dict.fromkeys(one.group() for one in found if one is not None)]


def _number(article: str) -> int:
    return int(article.removeprefix(f"{_GDPR} "))


def _invocation(report: Report, index: dict[str, int]) -> _Json:
    notices = [notice for asked in report.unchecked for notice in _unchecked(asked, report, index)]
    notices += [_crash(path, crash, index) for path, crash in report.crashes]
    return {"executionSuccessful": not notices, "toolExecutionNotifications": notices}


def _unchecked(asked: Input, report: Report, index: dict[str, int]) -> Iterator[_Json]:
    faults = [finding for finding in report.findings if finding.path == asked.path]
    for finding in faults:
        yield {
            "level": "error",
            "message": _message(f"not checked: {finding.message}"),
            "locations": [{"physicalLocation": _physical(asked.path, finding.span, asked.lines)}],
            "associatedRule": _reference(finding.card, index),
        }
    if not faults:
        place = {"artifactLocation": _artifact(asked.path)}
        yield {
            "level": "error",
            "message": {"text": "it could not be read"},
            "locations": [{"physicalLocation": place}],
        }


def _crash(path: str, crash: Crash, index: dict[str, int]) -> _Json:
    kind, said = type(crash.error).__name__, printable(str(crash.error))
    return {
        "level": "error",
        "message": _message(f"rule {crash.card.code} ({crash.card.name}) failed: {kind}: {said}"),
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(path)}}],
        "associatedRule": _reference(crash.card, index),
        "exception": {"kind": kind, "message": said},
    }


def _reference(card: Card, index: dict[str, int]) -> _Json:
    return {"id": card.code, "index": index[card.code]}


def _result(
    finding: Finding, fingerprint: str, index: dict[str, int], lines: LineTable | None
) -> _Json:
    location: _Json = {"physicalLocation": _physical(finding.path, finding.span, lines)}
    if finding.where:
        name = printable(dotted(finding.where))
        location["logicalLocations"] = [{"fullyQualifiedName": name}]
    result: _Json = {
        "ruleId": finding.card.code,
        "ruleIndex": index[finding.card.code],
        "level": _LEVELS[finding.severity],
        "message": _message(finding.message),
        "locations": [location],
        "partialFingerprints": {"privlint/v1": fingerprint},
        "properties": {"certainty": finding.certainty.word},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": _message(place.label),
                "physicalLocation": _physical(finding.path, place.span, lines),
            }
            for number, place in enumerate(finding.related, 1)
        ]
    return result


def _message(text: str) -> _Json:
    """Hold a text of which no viewer makes a link: SARIF has `[text](address)` in plain text."""
    shown = printable(text)
    return {"text": re.sub(r"[\\\[\]]", r"\\\g<0>", shown) if "](" in shown else shown}


def _physical(path: str, span: Span, lines: LineTable | None) -> _Json:
    place: _Json = {"artifactLocation": _artifact(path)}
    if lines is not None:
        place["region"] = {
            "startLine": span.start_line,
            "startColumn": span.start_column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        }
        snippet = _snippet(span, lines)
        if 0 < len(snippet) <= _LONGEST_SNIPPET:
            place["region"]["snippet"] = {"text": snippet}
    return place


def _snippet(span: Span, lines: LineTable) -> str:
    if span.start_line == span.end_line:
        return lines.line(span.start_line)[span.start_column - 1 : span.end_column - 1]
    first = lines.line(span.start_line)[span.start_column - 1 :]
    between = (lines.line(number) for number in range(span.start_line + 1, span.end_line))
    return "\n".join((first, *between, lines.line(span.end_line)[: span.end_column - 1]))


def _artifact(path: str) -> _Json:
    """Return where a file is: below the folder of the run, or anywhere where its path is whole."""
    told = path.replace(os.sep, "/")
    if PurePath(path).is_absolute():
        return {"uri": f"file:///{quote(told.lstrip('/'), '/:', errors='backslashreplace')}"}
    return {"uri": quote(told, errors="backslashreplace"), "uriBaseId": "SRCROOT"}
