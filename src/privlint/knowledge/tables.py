"""The facts in their compiled form, which is read each time the command starts.

There are two files. `compiled.json` holds what rules compare: days, codes, flags, names. The words
that people read and write (titles of sources, names of countries, what statements call things)
are in `compiled_words.json`, read when somebody asks for them. `knowledge.load` writes both.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FACTS = Path(__file__).parent / "compiled.json"
WORDS = Path(__file__).parent / "compiled_words.json"

Raw = dict[str, Any]
"""A row: `id`, `from`, `until` and what its table holds. A key that is absent is not known."""

Rows = dict[str, dict[str, Raw]]
"""By table, by id."""

Names = dict[str, dict[str, list[str]]]
"""By what is named and by folded name: the `table/id` of each row that bears the name."""


class Tables:
    """All compiled rows, those of `compiled_words.json` read when first asked for."""

    __slots__ = ("_words", "checked", "names", "rows")

    def __init__(self, checked: str, rows: Rows, names: Names, words: Rows | None = None) -> None:
        """Take the newest day of checking (ISO), the rows, the names, and the words if at hand."""
        self.checked = checked
        self.rows = rows
        self.names = names
        self._words = words

    @property
    def words(self) -> Rows:
        """The rows that hold words: by table, by id."""
        if self._words is None:
            self._words = json.loads(WORDS.read_text(encoding="utf-8"))
        return self._words


def read() -> Tables:
    """Read the compiled facts."""
    return Tables(**json.loads(FACTS.read_text(encoding="utf-8")))


def covers(row: Raw, day: str) -> bool:
    """Tell whether a row holds on a day (ISO); a row without a start has always held."""
    return bool(row.get("from", "") <= day <= row.get("until", "9"))
