"""Registers, YAML and comments as hypothesis draws them."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from hypothesis import strategies as st

from privlint.schema.store import schema

from ..test_any_register import Drawer

_PIECES = [
    *("a", "b: ", "- ", "? ", "[", "]", "{", "}", ",", "\n", "\r\n", "\n  ", " ", "\t", "#", "|\n"),
    *(">-\n", "&a ", "*a", "<<", "!!str ", "---\n", "...\n", "%YAML 1.2\n", "'", '"', "\\", "~"),
    *("012", "1e5", "true", "null", "\ufeff", "\u2028", "\u202e", "\u2067", "\u2069", "\x1b", "é"),
    *("privlint: 1\n", "shop: {name: X, country: BE}\n", "statement: {}\n", "dpo: ", "purposes:\n"),
]

YAML = st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=30).map("".join)
"""What looks like YAML, and mostly is none."""

_WORDS = [
    *("#", " ", "privlint", ":", "ignore", "[", "]", "RET001", "dpo-statement-missing", "NO000"),
    *(",", "(", ")", "until ", "2027-03-01", "2020-01-01", "2026-99-99", "@owner", "why", "\t"),
]

COMMENTS = st.lists(st.sampled_from(_WORDS), max_size=14).map("".join).map(
    lambda rest: f"# privlint: ignore{rest}"
) | st.lists(st.sampled_from(_WORDS), max_size=12).map(lambda words: "#" + "".join(words))
"""Comments that may be meant for us."""


def registers() -> st.SearchStrategy[dict[str, Any]]:
    """Draw registers of the right shape."""
    return st.integers(0, 2**32).map(lambda seed: Drawer(seed).draw(schema("register")))


_ODD: list[Any] = [None, [], {}, 0, "", "x", [[]], {"a": 1}, -1, 1e300, True]


@st.composite
def nearly_registers(draw: st.DrawFn) -> dict[str, Any]:
    """Draw registers of which one part is gone, doubled, renamed or of another kind."""
    register: dict[str, Any] = draw(registers())
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311
    holder: Any = register
    while isinstance(holder, dict | list) and holder:
        keys: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = random.choice(keys)
        if not isinstance(holder[key], dict | list) or not holder[key] or random.random() < 0.3:
            odd = random.choice(_ODD)
            if isinstance(holder, dict) and random.random() < 0.5:
                holder[f"{key}x"] = holder.pop(key)
            else:
                holder[key] = odd
            break
        holder = holder[key]
    return register


def written(register: Any, indent: int | None = None) -> str:
    """Write a register as JSON, which is YAML; what reorders text is escaped."""
    text = json.dumps(register, ensure_ascii=False, indent=indent)
    return text.replace("\u202e", "\\u202e")


def shuffled(data: Any, random: Random) -> Any:
    """Return the same data with the keys of every mapping in another order."""
    if isinstance(data, list):
        return [shuffled(item, random) for item in data]
    if not isinstance(data, dict):
        return data
    keys = list(data)
    random.shuffle(keys)
    return {key: shuffled(data[key], random) for key in keys}
