"""What nobody has looked at yet, by the register's own list: that is no silence of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from privlint.register import Register
    from privlint.register.purposes import Purpose


class Waiting:
    """Answers which sections of a purpose nobody has looked at; the list is read once."""

    def __init__(self, register: Register) -> None:
        """Take the list `todo` of a register."""
        self._whole: set[str] = set()
        self._parts: set[tuple[str, str]] = set()
        for section, *rest in (path.split(".") for path in register.todo):
            if section != "purposes" or not rest:
                self._whole.add(section)
            elif len(rest) == 1:
                self._parts.add((rest[0], "*"))
            else:
                # `data` holds the groups, and with them what is said of each.
                self._parts.add((rest[0], "*" if rest[-1] == "data" else rest[-1]))

    def holds(self, purpose: Purpose, key: str) -> bool:
        """Tell whether nobody has looked at a key of a purpose or of its data."""
        if not self._whole.isdisjoint({"purposes", key}):
            return True
        return not self._parts.isdisjoint({(purpose.id, "*"), (purpose.id, key)})
