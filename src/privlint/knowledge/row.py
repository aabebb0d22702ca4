"""What every answer is made of: a frozen row whose annotations are its slots.

There are a score of row classes, made each time the command starts. One costs some twenty
microseconds; a `NamedTuple` costs fifteen times that, and a frozen dataclass more.
"""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, NoReturn, Self, dataclass_transform

_DAYS = frozenset({"since", "until", "new_contracts_until", "dpf_since", "dpf_checked"})
"""The fields that hold a day: ISO text on disk, `datetime.date` in an answer."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
class _RowType(type):
    """Makes the slots of a row class from its annotations."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _RowType:
        fields = dict.fromkeys(body.get("__annotations__", ()))
        fields.pop("__slots__", None)
        body["__slots__"] = tuple(fields)
        return super().__new__(cls, name, bases, body)


class Row(metaclass=_RowType):
    """A value with named fields that cannot be changed."""

    __slots__: ClassVar[tuple[str, ...]]
    """The fields; `Row` itself has none."""

    def __init__(self, **fields: Any) -> None:
        """Take every field by name; one that is not given is `None`: not known."""
        for name in self.__slots__:
            object.__setattr__(self, name, fields.get(name))

    @classmethod
    def read(cls, raw: dict[str, Any]) -> Self:
        """Make the row of a compiled table row, whose `from` is the field `since`."""
        keys = {name: "from" if name == "since" else name for name in cls.__slots__}
        return cls(**{name: _value(name, raw.get(key)) for name, key in keys.items()})

    def __setattr__(self, name: str, _: object) -> NoReturn:
        """Refuse: a fact is changed in its data file."""
        message = f"{type(self).__name__}.{name} cannot be changed"
        raise AttributeError(message)

    def __eq__(self, other: object) -> bool:
        """Compare by class and by every field."""
        return isinstance(other, type(self)) and self._fields() == other._fields()

    def __hash__(self) -> int:
        """Hash by every field."""
        return hash((type(self), self._fields()))

    def __repr__(self) -> str:
        """Show the fields as they would be given."""
        named = zip(self.__slots__, self._fields(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in named)})"

    def _fields(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)


def _value(name: str, raw: Any) -> Any:
    if raw is None:
        return None
    if name in _DAYS:
        return date.fromisoformat(raw)
    if name == "flags":
        return frozenset(raw)
    return tuple(raw) if isinstance(raw, list) else raw
