"""The format `sarif`: SARIF 2.1.0, for code scanning and for the viewers of editors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from privlint.escaping import printable
from privlint.knowledge.facts import Knowledge
from privlint.reporters.address import address
from privlint.reporters.cards import as_markdown
from privlint.reporters.encoding import encoded
from privlint.reporters.layout import Layout
from privlint.reporters.plain_data import fingerprinted, told
from privlint.reporters.sarif_results import LEVELS, artifact, message, physical, result
from privlint.version import HOME, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.report import Crash, Input, Report
    from privlint.reporters.cards import Sources
    from privlint.reporters.layout import Words
    from privlint.rule import Card

_GDPR = "GDPR"
_ARTICLE = re.compile(rf"{_GDPR} \d+")

_Json = dict[str, Any]


def render(report: Report, layout: Layout) -> str:
    """Return the report as a SARIF log of one run."""
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [_run(report, layout.words)],
    }
    return encoded(log)


def _run(report: Report, words: Words) -> _Json:
    # Faults of the input have cards too, although nobody asks for them.
    asked = {card.code: card for card in report.rules}
    asked |= {finding.card.code: finding.card for finding in told(report, suppressed=True)}
    articles = sorted({one for card in asked.values() for one in _articles(card)}, key=_number)
    index = {code: number for number, code in enumerate(asked)}
    lines = {one.path: one.lines for one in (*report.inputs, *report.beside)}
    sources = Knowledge.load().as_of(report.knowledge_checked).source
    return {
        "tool": {
            "driver": {
                "name": "privlint",
                "version": VERSION,
                "semanticVersion": VERSION,
                "informationUri": HOME,
                "supportedTaxonomies": [{"name": _GDPR, "index": 0}],
                "rules": [_rule(card, articles, sources, words) for card in asked.values()],
            }
        },
        **({} if words.lang == "en" else {"language": words.lang}),
        "taxonomies": [_taxonomy(articles, sources)],
        "invocations": [_invocation(report, index)],
        "originalUriBaseIds": {
            "SRCROOT": {"description": {"text": "The folder in which privlint was run."}}
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            result(finding, fingerprint, index, lines)
            for finding, fingerprint in fingerprinted(report)
        ],
    }


def _rule(card: Card, articles: list[str], sources: Sources, words: Words) -> _Json:
    """Describe a rule; only those of privlint itself have a page at its home."""
    rule: _Json = {
        "id": card.code,
        "name": card.name,
        "shortDescription": {"text": f"{card.title}."},
        "fullDescription": {"text": card.rationale or f"{card.title}."},
        "help": {
            "text": "\n\n".join(filter(None, (card.remedy, card.wrong_when))),
            "markdown": as_markdown([card], Layout(words=words), sources),
        },
        "defaultConfiguration": {"level": LEVELS[card.severity]},
        "properties": {"tags": [*dict.fromkeys((card.family, card.certainty.word, *card.law))]},
    }
    if uri := address(card):
        rule["helpUri"] = uri
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
    lines = {asked.path: asked.lines}
    for finding in faults:
        yield {
            "level": "error",
            "message": message(f"not checked: {finding.message}"),
            "locations": [{"physicalLocation": physical(asked.path, finding.span, lines)}],
            "associatedRule": {"id": finding.card.code, "index": index[finding.card.code]},
        }
    if not faults:
        place = {"artifactLocation": artifact(asked.path)}
        yield {
            "level": "error",
            "message": {"text": "it could not be read"},
            "locations": [{"physicalLocation": place}],
        }


def _crash(path: str, crash: Crash, index: dict[str, int]) -> _Json:
    kind, said = type(crash.error).__name__, printable(str(crash.error))
    return {
        "level": "error",
        "message": message(f"rule {crash.card.code} ({crash.card.name}) failed: {kind}: {said}"),
        "locations": [{"physicalLocation": {"artifactLocation": artifact(path)}}],
        "associatedRule": {"id": crash.card.code, "index": index[crash.card.code]},
        "exception": {"kind": kind, "message": said},
    }
