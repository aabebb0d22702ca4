"""What the schema's validator reports, in words for people who do not know JSON Schema."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from privlint.nearest import did_you_mean, misspelt
from privlint.record import Record
from privlint.rule import Flag
from privlint.schema.store import schema
from privlint.where import dotted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jsonschema import ValidationError

    from privlint.where import Where

_TYPES = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "nothing",
}
_FEW = 12
_MOST_MEANT = 100
"""Of how many unknown keys of one mapping it is asked what they are misspellings of."""
_LONGEST_ECHO = 60


class _Misfit(Record):
    """What does not fit: where, which keyword of the schema asks, for what, and what is given."""

    where: Where
    keyword: str
    asked: Any
    given: Any
    schema: dict[str, Any]


def explain(error: ValidationError) -> Iterator[Flag]:
    """Say what an error means, one flag for each thing that does not fit."""
    if error.validator == "anyOf":
        for inner in _nearest_alternative(error):
            yield from explain(inner)
        return
    schema: Any = error.schema
    where: Where = tuple(error.absolute_path)
    misfit = _Misfit(where, str(error.validator), error.validator_value, error.instance, schema)
    if misfit.given is None:
        message = f"{_name(where)} has no value; write one, or leave the key out"
        yield Flag(where, message, at_key=True)
    elif misfit.keyword == "pattern" and "format" in misfit.schema:
        return  # The format fails too, and says it better.
    elif "propertyNames" in error.relative_schema_path:
        yield from _wrong_key_name(misfit)
    else:
        yield from _WORDINGS.get(misfit.keyword, _other)(misfit)


def _nearest_alternative(error: ValidationError) -> list[ValidationError]:
    """Return the errors of the alternative that the author most likely meant."""
    alternatives: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        alternatives.setdefault(inner.relative_schema_path[0], []).append(inner)

    def distance(errors: list[ValidationError]) -> tuple[bool, int]:
        is_other_type = any(_is_other_type(e) for e in errors if not e.relative_path)
        return is_other_type, -max(len(e.absolute_path) for e in errors)

    return min(alternatives.values(), key=distance)


def _is_other_type(error: ValidationError) -> bool:
    # A mapping where one of some words could stand is not a word that is spelled wrong.
    is_choice = error.validator == "enum" and isinstance(error.instance, dict | list)
    return error.validator == "type" or is_choice


def _unknown_keys(misfit: _Misfit) -> Iterator[Flag]:
    properties = misfit.schema.get("properties", {})
    known = list(properties)
    unknown = [key for key in misfit.given if key not in properties]
    meant = _meant_keys(unknown[:_MOST_MEANT], known)
    for key in unknown:
        instead = None
        if misfit.given[key] is None and "quote" in known:
            message = f"the quote is cut at a comma before {_echo(key)}: put it in double quotes"
        else:
            message = f"{_echo(key)} is not known {_inside(misfit.where)}{_suggest(key, known)}"
            # A key that is there already cannot have been meant once more.
            instead = meant.get(key) if meant.get(key) not in misfit.given else None
        yield Flag((*misfit.where, key), message, at_key=True, instead=instead)


def _meant_keys(unknown: Iterable[str], known: list[str]) -> dict[str, str]:
    """Return what keys are misspellings of; nothing where two of them are of the same."""
    meant = {key: found for key in unknown if (found := _misspelt(key, known))}
    times = Counter(meant.values())
    return {key: found for key, found in meant.items() if times[found] == 1}


def _missing_keys(misfit: _Misfit) -> Iterator[Flag]:
    for key in misfit.asked:
        if key not in misfit.given:
            yield Flag((*misfit.where, key), f"`{key}` is missing {_inside(misfit.where)}")


def _wrong_type(misfit: _Misfit) -> Iterator[Flag]:
    asked = misfit.asked
    kinds = [asked] if isinstance(asked, str) else asked
    wanted = " or ".join(_TYPES[kind] for kind in kinds)
    yield Flag(
        misfit.where, f"{_name(misfit.where)} should be {wanted}, and is {_kind(misfit.given)}"
    )


def _wrong_choice(misfit: _Misfit) -> Iterator[Flag]:
    choices = [str(choice) for choice in misfit.asked]
    given = misfit.given
    suggestion = _suggest(str(given), choices)
    message = f"{_echo(given)} cannot stand for {_name(misfit.where)}{suggestion}"
    instead = _misspelt(given, choices) if isinstance(given, str) else None
    yield Flag(misfit.where, message, instead=instead)


def _wrong_constant(misfit: _Misfit) -> Iterator[Flag]:
    wanted = json.dumps(misfit.asked)
    given = _echo(json.dumps(misfit.given, ensure_ascii=False))
    yield Flag(misfit.where, f"{_name(misfit.where)} can only be `{wanted}`, and is {given}")


def _wrong_pattern(misfit: _Misfit) -> Iterator[Flag]:
    about = str(misfit.schema.get("description", "")).split(".")[0].rstrip(":")
    reason = f": {about[:1].lower()}{about[1:]}" if about else ""
    yield Flag(misfit.where, f"{_echo(misfit.given)} does not fit {_name(misfit.where)}{reason}")


def _wrong_key_name(misfit: _Misfit) -> Iterator[Flag]:
    message = f"{_echo(misfit.given)} is no id: small letters, digits and underscores"
    yield Flag((*misfit.where, str(misfit.given)), message, at_key=True)


def _too_few(misfit: _Misfit) -> Iterator[Flag]:
    yield Flag(
        misfit.where,
        f"{_name(misfit.where)} is empty; write something, or leave the key out",
    )


def _repeated(misfit: _Misfit) -> Iterator[Flag]:
    twice = next(item for n, item in enumerate(misfit.given) if item in misfit.given[:n])
    yield Flag(misfit.where, f"{_name(misfit.where)} lists {_echo(twice)} twice")


def _no_day(misfit: _Misfit) -> Iterator[Flag]:
    yield Flag(misfit.where, f"{_echo(misfit.given)} is no day of the calendar (YYYY-MM-DD)")


def _other(misfit: _Misfit) -> Iterator[Flag]:
    bound = f"{misfit.keyword} {json.dumps(misfit.asked)}"
    yield Flag(misfit.where, f"{_echo(misfit.given)} does not fit {_name(misfit.where)} ({bound})")


_WORDINGS: dict[str, Callable[[_Misfit], Iterator[Flag]]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "type": _wrong_type,
    "enum": _wrong_choice,
    "const": _wrong_constant,
    "pattern": _wrong_pattern,
    "minLength": _too_few,
    "minItems": _too_few,
    "minProperties": _too_few,
    "uniqueItems": _repeated,
    "format": _no_day,
}


def _name(where: Where) -> str:
    return f"`{dotted(where)}`" if where else "the file"


def _inside(where: Where) -> str:
    return f"in `{dotted(where)}`" if where else "at the top of the file"


def _kind(instance: Any) -> str:
    if isinstance(instance, bool):
        return f"`{str(instance).lower()}`"
    if isinstance(instance, dict):
        return "a mapping"
    if isinstance(instance, list):
        return "a list"
    return "a number" if isinstance(instance, int | float) else "text"


def _echo(instance: Any) -> str:
    text = instance if isinstance(instance, str) else json.dumps(instance, ensure_ascii=False)
    if len(text) > _LONGEST_ECHO:
        text = text[:_LONGEST_ECHO] + "..."
    return f"`{text}`"


def _suggest(given: str, known: list[str]) -> str:
    meant = did_you_mean(given, known)
    if meant:
        return meant
    if len(known) <= _FEW:
        return "; known are " + ", ".join(f"`{name}`" for name in known)
    return ""


def _misspelt(given: str, known: list[str]) -> str | None:
    """Return what is misspelt here; a word that the format knows elsewhere is not misspelt."""
    return None if given in _format_words() else misspelt(given, known)


@cache
def _format_words() -> frozenset[str]:
    """Return every key and every value that the format of registers has a word for."""
    words: set[str] = set()
    waiting: list[Any] = [schema("register")]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            words.update(part.get("properties", ()))
            words.update(map(str, part.get("enum", ())))
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    return frozenset(words)
