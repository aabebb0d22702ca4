"""What may be left uncounted: the ignores, the baseline, and what neither of them can silence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from privlint.rule import Rule
    from privlint.suppression.baseline import Baseline
    from privlint.suppression.ignores import Ignore


class Allowance(Record):
    """By what the findings of one register are settled."""

    day: date
    """After the last day of an ignore it no longer counts: this is the day that is asked for."""
    own: tuple[Rule, ...] = ()
    """The rules of a house, of which ignores may speak although they are not asked."""
    mandatory: frozenset[str] = frozenset()
    """The codes of rules that no ignore silences."""
    severities: Mapping[str, Severity] = {}
    """Another severity of some rules, by code."""
    min_severity: Severity = Severity.INFO
    """Findings below it are not told."""
    ignores: tuple[Ignore, ...] = ()
    """The ignores of the configuration that cover the register."""
    baseline: Baseline | None = None
