"""Small frozen values with named fields.

A class of these costs some twenty microseconds when the command starts. A `NamedTuple` costs
fifteen times that, a frozen dataclass forty times, and there are a score of them.
"""

from __future__ import annotations

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
        return super().__new__(cls, name, bases, body)


class Record(metaclass=_RecordType):
    """A value that cannot be changed; equal to another of its class with equal fields."""

    FIELDS: ClassVar[tuple[str, ...]]
    DEFAULTS: ClassVar[dict[str, Any]]
    NEEDED: ClassVar[int]
    """How many fields have no default."""

    def __init__(self, *values: Any, **named: Any) -> None:
        """Take the fields by position or by name."""
        fields, put = self.FIELDS, object.__setattr__
        if not named and self.NEEDED <= len(values) <= len(fields):
            # The short way, since rules make thousands of flags: defaults stand last.
            for field, value in zip(fields, values, strict=False):
                put(self, field, value)
            for field in fields[len(values) :]:
                put(self, field, self.DEFAULTS[field])
            return
        given = {**self.DEFAULTS, **dict(zip(fields, values, strict=False)), **named}
        if len(given) != len(fields) or len(values) + len(named) > len(fields):
            message = f"{type(self).__name__} has the fields {', '.join(fields)}"
            raise TypeError(message)
        for field in fields:
            put(self, field, given[field])

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
