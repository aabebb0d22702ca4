"""Findings as an editor shows them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
    Location,
)

from privlint.catalogue import cards
from privlint.reporters.address import page
from privlint.rule import Severity
from privlint.version import HOME

if TYPE_CHECKING:
    from privlint.finding import Finding
    from privlint.lsp.buffer import Buffer
    from privlint.rule import Card

_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}
_UNUSED = "ignore-unused"
"""The name of the card of what can be taken away; editors show it faded."""


def diagnostics(buffer: Buffer) -> list[Diagnostic]:
    """Return what is shown of a buffer; of what is no register, nothing."""
    if not buffer.is_register:
        return []
    return [diagnostic(buffer, finding) for finding in buffer.findings]


def diagnostic(buffer: Buffer, finding: Finding) -> Diagnostic:
    """Return a finding with its range, its law, its page and its further places."""
    law = f" ({', '.join(finding.law)})" if finding.law else ""
    return Diagnostic(
        range=buffer.positions.of_span(finding.span),
        severity=_SEVERITIES[finding.severity],
        code=finding.card.code,
        code_description=_page(finding.card),
        source="privlint",
        message=f"{finding.message}{law}",
        tags=[DiagnosticTag.Unnecessary] if finding.card.name == _UNUSED else None,
        related_information=[
            DiagnosticRelatedInformation(
                Location(buffer.uri, buffer.positions.of_span(place.span)), place.label
            )
            for place in finding.related
        ]
        or None,
    )


def _page(card: Card) -> CodeDescription | None:
    """Return the page of a rule; only those of privlint itself have one."""
    if card.code not in _told_at_home():
        return None
    return CodeDescription(f"{HOME}/blob/main/docs/rules/{page(card)}")


@cache
def _told_at_home() -> frozenset[str]:
    return frozenset(card.code for card in cards())
