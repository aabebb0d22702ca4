"""What every answer is made of: a record that is read from a row of a compiled table."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from privlint.record import Record

_DAYS = frozenset({"since", "until", "new_contracts_until", "dpf_since", "dpf_checked"})
"""The fields that hold a day: ISO text on disk, `datetime.date` in an answer."""


class Row(Record):
    """A fact as answered. A field that the table does not have is `None`: not known."""

    def __init__(self, *values: Any, **fields: Any) -> None:
        """Take the fields by position or by name."""
        rest = self.FIELDS[len(values) :]
        super().__init__(*values, **{**dict.fromkeys(rest), **fields})

    @classmethod
    def read(cls, raw: dict[str, Any]) -> Self:
        """Make the answer of a compiled table row, whose `from` is the field `since`."""
        keys = {name: "from" if name == "since" else name for name in cls.FIELDS}
        return cls(**{name: _value(name, raw.get(key)) for name, key in keys.items()})


def _value(name: str, raw: Any) -> Any:
    if raw is None:
        return None
    if name in _DAYS:
        return date.fromisoformat(raw)
    if name == "flags":
        return frozenset(raw)
    return tuple(raw) if isinstance(raw, list) else raw
