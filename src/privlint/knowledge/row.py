"""What every answer is made of: a frozen row whose annotations are its slots.

A row class costs some twenty microseconds to make. A `NamedTuple` costs ten times that and a
frozen dataclass fifty times, each time the command starts, and there are a score of them.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NoReturn, Self, dataclass_transform

DAYS = frozenset({"since", "until", "adopted", "new_contracts_until", "dpf_since", "dpf_checked", "checked"})
"""The fields that hold a day: ISO text on disk, `datetime.date` in an answer."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
class _RowType(type):
    """Makes the slots of a row class from its annotations."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _RowType:
        body["__slots__"] = tuple(body.get("__annotations__", ()))
        return super().__new__(cls, name, bases, body)


class Row(metaclass=_RowType):
    """A value with named fields that cannot be changed."""

    def __init__(self, **fields: Any) -> None:
        """Take every field by name; one that is not given is `None`: not known."""
        for name in self.__slots__:
            object.__setattr__(self, name, fields.get(name))

    @classmethod
    def read(cls, raw: dict[str, Any]) -> Self:
        """Make the row of a compiled table row, whose `from` is the field `since`."""
        return cls(**{name: _value(name, raw.get("from" if name == "since" else name)) for name in cls.__slots__})

    def __setattr__(self, name: str, _: object) -> NoReturn:
        """Refuse: a fact is changed in its data file."""
        message = f"{type(self).__name__}.{name} cannot be changed"
        raise AttributeError(message)

    def __eq__(self, other: object) -> bool:
        """Compare by class and by every field."""
        return type(self) is type(other) and self._fields() == other._fields()  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        """Hash by what tells rows apart, which is every field."""
        return hash((type(self), repr(self)))

    def __repr__(self) -> str:
        """Show the fields as they would be given."""
        given = ", ".join(f"{name}={value!r}" for name, value in zip(self.__slots__, self._fields(), strict=True))
        return f"{type(self).__name__}({given})"

    def _fields(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)


def _value(name: str, raw: Any) -> Any:
    if raw is None:
        return None
    if name in DAYS:
        return date.fromisoformat(raw)
    return tuple(raw) if isinstance(raw, list) else raw
