"""Judge a register: every rule on every node of its class, as the law stood on one day."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from privlint.record import Record
from privlint.report import Crash, NotRun, Unasked
from privlint.rule import StatementText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from privlint.knowledge.facts import Facts
    from privlint.register import Register
    from privlint.register.node import Node
    from privlint.rule import Card, Flag, Judgement, Rule
    from privlint.source.text import Text
    from privlint.where import Where


class Judged(Record):
    """What the rules said of one register."""

    raised: tuple[tuple[Card, Flag], ...]
    """Each flag with the card of the rule that raised it."""
    crashes: tuple[Crash, ...]
    not_run: tuple[NotRun, ...] = ()
    """The rules that asked nothing."""


def judge(
    register: Register,
    facts: Facts,
    rules: Iterable[Rule],
    text: Text | None = None,
    jurisdictions: frozenset[str] = frozenset(),
) -> Judged:
    """Judge a register, and the text of its statement where that is at hand.

    A rule asks where it is in force on the day of the facts, and where its law applies: that of
    the shop's own country, or one of `jurisdictions` (ISO 3166-1 codes), which apply whatever the
    register says. Flags below a path of the register's `todo` are held back: nobody has looked
    there yet.
    """
    raised: list[tuple[Card, Flag]] = []
    crashes: list[Crash] = []
    established = register.countries | jurisdictions
    reached = established | set(register.shop.sells_to)
    told = StatementText(register, text) if text is not None else None
    asked, not_run = _divided(
        _Same(tuple(rules)), facts.day, established, reached, has_text=told is not None
    )
    index = register.index
    for card, judges, check in asked:
        parts: Sequence[Any] | None = (told,) if judges is StatementText else index.get(judges)
        if parts is None:
            continue
        try:
            found = [(card, flag) for part in parts for flag in check(part, facts)]
        except Exception as error:  # noqa: BLE001 - a broken rule must not stop the others
            crashes.append(Crash(card, error))
        else:
            raised += found
    waiting = [tuple(path.split(".")) for path in register.todo]
    if waiting:
        raised = [(card, flag) for card, flag in raised if not _is_below(flag.where, waiting)]
    return Judged(tuple(raised), tuple(crashes), not_run)


class _Same:
    """The rules of a run: known again at once, where to hash each of them takes as long as three.

    It holds them, so that nothing else can take their place in memory.
    """

    __slots__ = ("rules",)

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules

    def __hash__(self) -> int:
        return id(self.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.rules is self.rules


_Asked = tuple["Card", "type[Node | StatementText]", "Judgement"]


@lru_cache(maxsize=256)
def _divided(
    same: _Same,
    on: date,
    established: frozenset[str],
    reached: frozenset[str],
    *,
    has_text: bool,
) -> tuple[tuple[_Asked, ...], tuple[NotRun, ...]]:
    """Divide rules into those that ask, and those that do not, with why.

    Remembered: of a thousand registers most are judged on the same day and in the same countries.
    """
    day = on.isoformat()
    asked: list[_Asked] = []
    not_run: list[NotRun] = []
    for rule in same.rules:
        card = rule.card
        if not in_force(card, day):
            not_run.append(NotRun(card, Unasked.NOT_IN_FORCE))
        elif not _applies(card, reached if card.by_market else established):
            not_run.append(NotRun(card, Unasked.OTHER_LAW))
        elif rule.judges is StatementText and not has_text:
            not_run.append(NotRun(card, Unasked.NO_TEXT))
        else:
            asked.append((card, rule.judges, rule.check))
    return tuple(asked), tuple(not_run)


def in_force(card: Card, day: str) -> bool:
    """Tell whether a rule asks anything on a day (ISO 8601)."""
    return card.since <= day and (card.until is None or day <= card.until)


def _applies(card: Card, countries: frozenset[str]) -> bool:
    return not card.jurisdictions or not card.jurisdictions.isdisjoint(countries)


def _is_below(where: Where, paths: Sequence[tuple[str, ...]]) -> bool:
    steps = tuple(map(str, where))
    return any(steps[: len(path)] == path for path in paths)
