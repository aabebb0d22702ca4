"""Settle the findings of one file: in the order of its lines, each said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.finding import Finding


def settle(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in the order of the file, without repetition."""
    once = {finding.order: finding for finding in findings}
    return tuple(once[order] for order in sorted(once))
