"""Judge a register: every rule on every node of its class, as the law stood on one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.report import Crash

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.knowledge.facts import Facts
    from privlint.register import Register
    from privlint.rule import Card, Flag, Rule
    from privlint.where import Where


class Judged(Record):
    """What the rules said of one register."""

    raised: tuple[tuple[Card, Flag], ...]
    """Each flag with the card of the rule that raised it."""
    crashes: tuple[Crash, ...]


def judge(register: Register, facts: Facts, rules: Iterable[Rule]) -> Judged:
    """Judge a register by the rules that are in force on the day of the facts.

    Flags below a path of the register's `todo` are held back: nobody has looked there yet.
    """
    raised: list[tuple[Card, Flag]] = []
    crashes: list[Crash] = []
    for rule in rules:
        if not in_force(rule.card, facts.day.isoformat()):
            continue
        try:
            for node in register.all(rule.judges):
                raised += [(rule.card, flag) for flag in rule.check(node, facts)]
        except Exception as error:  # noqa: BLE001 - a broken rule must not stop the others
            crashes.append(Crash(rule.card, error))
    waiting = [tuple(path.split(".")) for path in register.todo]
    if waiting:
        raised = [(card, flag) for card, flag in raised if not _is_below(flag.where, waiting)]
    return Judged(tuple(raised), tuple(crashes))


def in_force(card: Card, day: str) -> bool:
    """Tell whether a rule asks anything on a day (ISO 8601)."""
    return card.since <= day and (card.until is None or day <= card.until)


def _is_below(where: Where, paths: Sequence[tuple[str, ...]]) -> bool:
    steps = tuple(map(str, where))
    return any(steps[: len(path)] == path for path in paths)
