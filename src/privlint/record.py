"""Small frozen values with named fields.

A class of these costs some twenty microseconds when the command starts. A `NamedTuple` costs
fifteen times that, a frozen dataclass forty times, and there are a score of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, NoReturn, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class _RecordType(type):
    """Makes the slots of a record from its annotations, and keeps what its fields default to."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _RecordType:
        hints = body.get("__annotations__", {})
        fields = tuple(hint for hint in hints if not hints[hint].startswith("ClassVar"))
        body["DEFAULTS"] = {field: body.pop(field) for field in fields if field in body}
        body["NEEDED"] = len(fields) - len(body["DEFAULTS"])
        body["FIELDS"] = body["__slots__"] = fields
        made = super().__new__(cls, name, bases, body)
        # Half as dear as `object.__setattr__`, and rules make thousands of flags.
        made.SETTERS = tuple(vars(made)[field].__set__ for field in fields)  # type: ignore[attr-defined]
        return made


class Record(metaclass=_RecordType):
    """A value that cannot be changed; equal to another of its class with equal fields."""

    FIELDS: ClassVar[tuple[str, ...]]
    DEFAULTS: ClassVar[dict[str, Any]]
    SETTERS: ClassVar[tuple[Callable[[Any, Any], None], ...]]
    """What sets each field of a new record; afterwards nothing does."""
    NEEDED: ClassVar[int]
    """How many fields have no default."""

    def __init__(self, *values: Any, **named: Any) -> None:
        """Take the fields by position or by name."""
        fields, setters = self.FIELDS, self.SETTERS
        if not named and self.NEEDED <= len(values) <= len(fields):
            # The short way: defaults stand last.
            for put, value in zip(setters, values, strict=False):
                put(self, value)
            for at in range(len(values), len(fields)):
                setters[at](self, self.DEFAULTS[fields[at]])
            return
        given = {**self.DEFAULTS, **dict(zip(fields, values, strict=False)), **named}
        if len(given) != len(fields) or len(values) + len(named) > len(fields):
            message = f"{type(self).__name__} has the fields {', '.join(fields)}"
            raise TypeError(message)
        for put, field in zip(setters, fields, strict=True):
            put(self, given[field])

    def __setattr__(self, name: str, _: object) -> NoReturn:
        """Refuse: a value stays what it is."""
        message = f"{type(self).__name__}.{name} cannot be changed"
        raise AttributeError(message)

    def as_dict(self) -> dict[str, Any]:
        """Return the fields by name."""
        return {field: getattr(self, field) for field in self.FIELDS}

    def replace(self, **named: Any) -> Self:
        """Return a copy with some fields changed."""
        return type(self)(**{**self.as_dict(), **named})

    def __eq__(self, other: object) -> bool:
        """Compare by class and by every field."""
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        """Hash by every field."""
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        """Show the fields as they would be given."""
        named = ", ".join(f"{name}={value!r}" for name, value in self.as_dict().items())
        return f"{type(self).__name__}({named})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy and pickle by value: the fields cannot be set one by one."""
        return type(self), self._values()

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, field) for field in self.FIELDS)
