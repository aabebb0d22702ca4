"""Hold a document against the register's schema, and say in plain words what does not fit."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from privlint.schema.store import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema.protocols import Validator

    from privlint.rule import Flag
    from privlint.source.document import Document

REGISTER = "register"


def misshapen(document: Document) -> tuple[Flag, ...]:
    """Return what does not fit the register's schema; nothing for a register of the right shape."""
    if _quick().is_valid(document.data):
        return ()
    # Only a misshapen register pays for the validator that can explain.
    from privlint.schema.wording import explain  # noqa: PLC0415

    faults = dict.fromkeys(flag for error in _errors(document.data) for flag in explain(error))
    return tuple(faults)


@cache
def _quick() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema(REGISTER), validate_formats=True)


@cache
def _thorough() -> Validator:
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415

    return Draft202012Validator(schema(REGISTER), format_checker=FormatChecker(["date"]))


def _errors(data: Any) -> Iterator[Any]:
    yield from _thorough().iter_errors(data)
