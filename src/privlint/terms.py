"""On what terms registers are judged."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from privlint import form
from privlint.record import Record
from privlint.rule import GDPR_APPLIES
from privlint.source.reader import Limits
from privlint.suppression.allowance import Allowance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.knowledge.facts import Facts, Knowledge
    from privlint.report import Crash, NotRun
    from privlint.rule import Rule

_TEXTLESS = frozenset(form.KNOWLEDGE | form.OPTIONAL)
STATEMENT = "statement"
"""The `as_of` that stands for the statement's own date."""


class Terms(Record):
    """On what terms registers are judged: by which rules, as of which day, within which limits."""

    rules: tuple[Rule, ...]
    beside: frozenset[str]
    """The names of the cards of `form.BESIDE` that are asked for."""
    knowledge: Knowledge
    as_of: date | str
    """A day, or `STATEMENT`: then `today` serves for a statement that bears no date, and the first
    day of the GDPR for one that is older."""
    today: date
    jurisdictions: frozenset[str] = frozenset()
    """Countries whose law applies whatever a register says (ISO 3166-1 codes)."""
    limits: Limits = Limits()
    allowance: Allowance | None = None
    """What may be left uncounted; without it, what comments of a register answer for."""
    wants_digests: bool = False
    """Whether the report names each input by its digest, as machine formats do."""
    wants_data_maps: bool = False
    """Whether the report says who gets which data, as the format that draws it asks."""

    @property
    def allowed(self) -> Allowance:
        """What may be left uncounted."""
        return self.allowance or Allowance(self.today)

    def ran(self, silent: Iterable[NotRun | Crash], *, has_text: bool) -> frozenset[str]:
        """Return the codes of the rules that asked something, all but the silent ones."""
        rules = {rule.card.code for rule in self.rules} - {one.card.code for one in silent}
        beside = {form.BESIDE[name].code for name in self.beside if has_text or name in _TEXTLESS}
        return frozenset(rules | beside)

    def facts(self, dated: date | None) -> Facts:
        """Return the facts for a statement that bears the day `dated`, or none."""
        if isinstance(self.as_of, date):
            return self.knowledge.as_of(self.as_of)
        # Before that day no rule asks anything, and nobody may take silence for a clean register.
        return self.knowledge.as_of(max(dated or self.today, date.fromisoformat(GDPR_APPLIES)))


def today() -> date:
    """Return the day it is here. Only a command asks this; rules never do."""
    return datetime.now(UTC).astimezone().date()
