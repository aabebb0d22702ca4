"""A report in another language: its findings, the cards of its rules, and nothing else changed.

Findings are found, kept and compared in English. Only what is about to be written is translated, so
that no fingerprint, baseline, ignore or cache depends on a language.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from privlint.finding import Place
from privlint.report import Late, Report
from privlint.translation.catalogues import CARDS, catalogue
from privlint.translation.messages import FIXES, messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from privlint.finding import Finding
    from privlint.report import Input
    from privlint.rule import Card

PARTS = ("title", "rationale", "wrong_when", "remedy")
"""The texts of a card."""


class Translator:
    """Translates into one language; each card once."""

    def __init__(self, lang: str) -> None:
        """Take a language that there is, and not the source."""
        self._lang = lang
        self._cards = catalogue(CARDS, lang)
        self.card = cache(self._card)

    def _card(self, card: Card) -> Card:
        """Return a card with its texts translated; an empty one has no entry."""
        texts = {part: getattr(card, part) for part in PARTS}
        return card.replace(
            **{
                part: self._cards.pgettext(f"{card.code} {part}", text)
                for part, text in texts.items()
                if text
            }
        )

    def cards(self, cards: Iterable[Card]) -> tuple[Card, ...]:
        """Return cards with their texts translated."""
        return tuple(map(self.card, cards))

    def finding(self, finding: Finding) -> Finding:
        """Return a finding that says the same in the language."""
        say = messages(self._lang, finding.card.code).say
        fix = finding.fix
        if fix is not None:
            fix = fix.replace(title=messages(self._lang, FIXES).say(fix.title))
        return finding.replace(
            card=self.card(finding.card),
            message=say(finding.message),
            related=tuple(Place(one.span, say(one.label)) for one in finding.related),
            fix=fix,
        )

    def report(self, report: Report) -> Report:
        """Return a report that says the same in the language."""
        return report.replace(
            inputs=tuple(map(self._input, report.inputs)),
            findings=self._findings(report.findings),
            rules=self.cards(report.rules),
            rules_not_run=tuple(
                one.replace(card=self.card(one.card)) for one in report.rules_not_run
            ),
            suppressed=self._findings(report.suppressed),
        )

    def _input(self, asked: Input) -> Input:
        crashes = (one.replace(card=self.card(one.card)) for one in asked.crashes)
        not_run = (one.replace(card=self.card(one.card)) for one in asked.not_run)
        return asked.replace(crashes=tuple(crashes), not_run=tuple(not_run))

    def _findings(self, findings: Sequence[Finding]) -> Sequence[Finding]:
        """Translate findings; those of many files when their turn comes."""
        if isinstance(findings, Late):
            return Late((partial(self._each, findings),), findings.kinds)
        return tuple(self._each(findings))

    def _each(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        return map(self.finding, findings)
