"""How rows are found: by id, by name, by country, on the day of the question."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from privlint.knowledge.naming import spellings
from privlint.knowledge.row import Row
from privlint.knowledge.tables import Raw, Tables, covers

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

R = TypeVar("R", bound=Row)
Question = TypeVar("Question", bound="Callable[..., Any]")

_MOST = 5_000
"""How many answers are remembered: names and words of registers have no end."""


def remembered(question: Question) -> Question:
    """Answer a question once: what holds on a day does not change, and rules ask it again."""
    name = question.__name__

    @wraps(question)
    def ask(self: Lookup, *asked: Any) -> Any:
        key = (name, *asked)
        answers = self._answers
        if key not in answers:
            if len(answers) >= _MOST:
                answers.clear()
            answers[key] = question(self, *asked)
        return answers[key]

    return cast("Question", ask)


class Lookup:
    """The tables, and a day."""

    __slots__ = ("_answers", "_iso", "_kept", "_tables", "day")

    def __init__(self, tables: Tables, day: date) -> None:
        """Look into `tables` as of `day`."""
        self.day = day
        self._iso = day.isoformat()
        self._tables = tables
        self._kept: dict[str, list[Raw]] = {}
        self._answers: dict[tuple[Any, ...], Any] = {}

    def _in_force(self, table: str, **wanted: str) -> list[Raw]:
        """Return the rows that hold on the day and have these values."""
        if table not in self._kept:
            rows = self._tables.rows[table].values()
            self._kept[table] = [row for row in rows if covers(row, self._iso)]
        return [
            row
            for row in self._kept[table]
            if all(row.get(key) == value for key, value in wanted.items())
        ]

    @remembered
    def _one(self, answer: type[R], table: str, row_id: str | None) -> R | None:
        """Return the row of an id."""
        row = self._tables.rows[table].get(row_id or "")
        return None if row is None else answer.read(row)

    def _first(self, answer: type[R], rows: list[Raw]) -> R | None:
        """Return the first of some rows, if there is one."""
        return answer.read(rows[0]) if rows else None

    @remembered
    def _named(self, answer: type[R], what: str, name: str) -> R | None:
        """Return the row that bears a name, if exactly one does and it holds on the day."""
        bearers = self._tables.names[what]
        known = (bearers[spelling] for spelling in spellings(name) if spelling in bearers)
        table, _, row_id = next(known, [""])[0].partition("/")
        row = self._tables.rows.get(table, {}).get(row_id)
        return None if row is None or row.get("from", "") > self._iso else answer.read(row)

    @remembered
    def _about(
        self, answer: type[R], table: str, country: str, subjects: frozenset[str] | None = None
    ) -> tuple[R, ...]:
        """Return the rows in force for a country that are about any of the subjects."""
        return tuple(
            answer.read(row)
            for row in self._in_force(table)
            if country in row["countries"]
            and (subjects is None or not subjects.isdisjoint(row["subjects"]))
        )
