"""Hold a document against a schema, and say in plain words what does not fit."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from privlint.rule import Flag
from privlint.schema.quick import QuickValidator
from privlint.schema.store import schema, schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema import ValidationError
    from jsonschema.protocols import Validator


REGISTER = "register"
HOUSE_RULES = "house-rules"
CONFIG = "config"
BASELINE = "baseline"


class Shaped(Protocol):
    """Whatever holds plain data, as a document does."""

    @property
    def data(self) -> Any:
        """The data."""


_MOST = 100
"""How many faults of one register are told: who has more has made one mistake many times."""

MORE = "more does not fit; mend the first faults first"
"""What is told last where not all is told."""


def misshapen(document: Shaped, name: str = REGISTER) -> tuple[Flag, ...]:
    """Return what does not fit a schema, that of registers; nothing for one of the right shape."""
    if _quick(name).is_valid(document.data):
        return ()
    # Only a misshapen document pays for the validator that can explain.
    from privlint.schema.wording import explain  # noqa: PLC0415

    errors = _thorough(name).iter_errors(document.data)
    found = (flag for error in errors for flag in explain(error))
    faults = tuple(dict.fromkeys(islice(found, _MOST + 1)))
    if len(faults) > _MOST:
        return (*faults[:_MOST], Flag((), MORE))
    return faults


@cache
def _quick(name: str) -> QuickValidator:
    # Given as text, it need not be turned into data first.
    return QuickValidator(schema_text(name), validate_formats=True)


@cache
def _thorough(name: str) -> Validator:
    from jsonschema import Draft202012Validator, FormatChecker, validators  # noqa: PLC0415

    strict: type[Validator] = validators.extend(  # type: ignore[no-untyped-call]
        Draft202012Validator,
        {"pattern": _pattern, "additionalProperties": _additional_properties},
    )
    return strict(schema(name), format_checker=FormatChecker(["date"]))


def _pattern(_: Validator, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    """Hold a text against a pattern as JSON Schema means it: `$` is the very end of the text."""
    from jsonschema import ValidationError  # noqa: PLC0415

    if isinstance(instance, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _additional_properties(
    validator: Validator, asked: Any, instance: Any, inside: Any
) -> Iterator[ValidationError]:
    """Find keys that are not known; without a message that names them all, which nobody reads."""
    from jsonschema import Draft202012Validator, ValidationError  # noqa: PLC0415

    if asked is not False:
        yield from Draft202012Validator.VALIDATORS["additionalProperties"](
            validator, asked, instance, inside
        )
    elif isinstance(instance, dict) and instance.keys() - inside.get("properties", {}).keys():
        yield ValidationError("not all keys are known")
