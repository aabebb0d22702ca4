"""The queries of house rules: JSONPath as RFC 9535 has it, with three functions more.

`longer(@.period, 'P24M')` and `shorter(...)` compare ISO 8601 periods, and hold only where that is
sure: `P32D` is longer than `P1M`, `P30D` is not. `outside_eea(@.country)` holds for a country that
is outside the European Economic Area's law of data protection on the day of judgement. What is
absent is never longer, shorter or outside.
"""

from __future__ import annotations

import re
from functools import cache, partial
from itertools import islice
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

import regex
from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathQuery
from jsonpath_rfc9535.exceptions import JSONPathTypeError
from jsonpath_rfc9535.filter_expressions import (
    FilterContext,
    FilterExpression,
    FilterExpressionLiteral,
    StringLiteral,
)
from jsonpath_rfc9535.function_extensions import ExpressionType, FilterFunction
from jsonpath_rfc9535.selectors import FilterSelector

from privlint.knowledge.answers import Answer
from privlint.knowledge.durations import is_longer, is_shorter, period
from privlint.knowledge.facts import Knowledge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from jsonpath_rfc9535.tokens import Token

    from privlint.register.view import Seen

_PATIENCE = 0.25
"""Seconds that one comparison with a pattern may take: a pattern can be made to take for ever."""
_MOST_FOUND = 50_000
"""As many as a register has entries: a selector can name the same ones again and again."""
_MOST_REPEATS = 100_000
"""How often a pattern may repeat in all: the library writes repeats out before it compares."""
_REPEAT = re.compile(r"\{(\d+)")


class QueryError(ValueError):
    """A selector or a condition that is no JSONPath; `offset` is the place in its text."""

    def __init__(self, message: str, offset: int) -> None:
        """Say what is wrong, at which character."""
        super().__init__(message)
        self.offset = offset


class Found(NamedTuple):
    """What a query found: the value, and its keys and positions from the top of the view."""

    value: Any
    location: tuple[str | int, ...]


def check_query(select: str, condition: str | None) -> None:
    """Raise `QueryError` unless the two can be asked."""
    day = Knowledge.load().checked
    _selector(select, day)
    if condition is not None:
        _condition(condition, day)


def ask(register: Seen, select: str, condition: str | None, day: date) -> Iterator[Found]:
    """Yield what `select` finds in the view of a register, where `condition` holds for it.

    In the condition `@` is what was found, and `$` the whole register.
    """
    environment = _environment(day)
    held = None if condition is None else _condition(condition, day)
    found = islice(_selector(select, day).finditer(register), _MOST_FOUND + 1)
    for number, node in enumerate(found):
        if number == _MOST_FOUND:
            message = f"`select` finds more than {_MOST_FOUND:,} parts"
            raise QueryError(message, 0)
        context = FilterContext(env=environment, current=node.value, root=register)
        if held is None or held.evaluate(context):
            yield Found(node.value, node.location)


class _Function(FilterFunction):
    """A function that holds or does not, of values that are texts."""

    def __init__(self, judgement: Callable[..., bool], *, takes: int) -> None:
        self._judgement = judgement
        self._takes = takes

    @property
    def arg_types(self) -> list[ExpressionType]:
        return [ExpressionType.VALUE] * self._takes

    @property
    def return_type(self) -> ExpressionType:
        return ExpressionType.LOGICAL

    def __call__(self, *values: object) -> bool:
        return all(isinstance(value, str) for value in values) and self._judgement(*values)


class _Environment(JSONPathEnvironment):
    def __init__(self, day: date) -> None:
        super().__init__()
        facts = Knowledge.load().as_of(day)
        self.function_extensions |= {
            "longer": _Function(is_longer, takes=2),
            "shorter": _Function(is_shorter, takes=2),
            "outside_eea": _Function(lambda code: facts.eea(code) is Answer.NO, takes=1),
            "match": _Function(partial(_matches, regex.fullmatch), takes=2),
            "search": _Function(partial(_matches, regex.search), takes=2),
        }

    def check_well_typedness(self, token: Token, func: FilterFunction, args: list[Any]) -> None:
        """Refuse as well what could only fail, or never hold."""
        super().check_well_typedness(token, func, args)
        last = args[-1]
        why = ""
        if token.value in {"match", "search"}:
            is_text = isinstance(last, StringLiteral)
            why = _wrong_pattern(last.value) if is_text else "its pattern has to stand in quotes"
        elif token.value in {"longer", "shorter"} and isinstance(last, FilterExpressionLiteral):
            is_period = isinstance(last, StringLiteral) and period(last.value) is not None
            why = "" if is_period else "no ISO 8601 period such as 'P24M'"
        if why:
            raise JSONPathTypeError(f"{token.value}(): {why}", token=token)


def _wrong_pattern(pattern: str) -> str:
    """Say what is wrong with a pattern; nothing if it can be compared with."""
    if prod(int(times) for times in _REPEAT.findall(pattern) if times.strip("0")) > _MOST_REPEATS:
        return "the pattern repeats too often"
    try:
        regex.compile(pattern)
    except regex.error as error:
        return f"this is no pattern: {error}"
    except RecursionError:
        return "the pattern is nested too deep"
    return ""


def _matches(how: Callable[..., Any], text: str, pattern: str) -> bool:
    """Compare with a pattern; raises `TimeoutError` where that would take too long."""
    return how(pattern, text, timeout=_PATIENCE) is not None


@cache
def _environment(day: date) -> _Environment:
    return _Environment(day)


@cache
def _selector(text: str, day: date) -> JSONPathQuery:
    return _compiled(text, 0, day)


@cache
def _condition(text: str, day: date) -> FilterExpression:
    opening = "$[?"
    query = _compiled(f"{opening}{text}]", len(opening), day)
    selectors = [selector for segment in query.segments for selector in segment.selectors]
    match selectors:
        case [FilterSelector(expression=expression)]:
            return expression
    raise QueryError("this is no condition", 0)


def _compiled(query: str, before: int, day: date) -> JSONPathQuery:
    try:
        return _environment(day).compile(query)
    except JSONPathError as error:
        token = error.token
        message = str(error).partition(", line ")[0]
        raise QueryError(message, max(0, token.index - before) if token else 0) from None
    except RecursionError:
        raise QueryError("it is nested too deep", 0) from None
