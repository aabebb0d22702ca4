"""No register of the right shape makes a rule fail: many are drawn at random from the schema."""

from __future__ import annotations

import json
from datetime import date
from random import Random
from typing import Any

import pytest

from privlint.linting import lint
from privlint.schema.store import schema
from privlint.terms import STATEMENT

from .conftest import terms

REGISTERS = 60
IDS = ["orders", "newsletter", "carrier", "host", "tax"]
DAYS = ["2026-06-01", "2019-01-01", "0001-01-01", "9999-12-31", "2024-02-29"]
PERIODS = ["P1Y", "P6M", "P90D", "PT1H", "P1Y2M3W4DT5H", "P0D", "P99999Y", f"P{'9' * 30}Y"]
BY_PATTERN = {
    "^(?!0000)": DAYS,
    "^P(": PERIODS,
    "^[0-9a-f]{64}$": ["0" * 64],
    "^[a-z]{2,3}$": ["nl", "fr", "xx"],
    "^[a-z][a-z0-9_]*(": ["dpo", "purposes.orders", "a.0.b"],
    "^[a-z][a-z0-9_]*$": IDS,
    "^[a-z0-9][a-z0-9-]*$": ["google-analytics", "mailchimp", "no-such"],
    "^[\\s": ["een twee", "é é", "a\u200f b", "x"],
}
"""What fits a pattern, by how the pattern starts."""

WORDS = [
    *("x", " ", "Google", "Gegevensbeschermingsautoriteit", "\u200f\u200d", "é" * 30, "a" * 500),
    *(
        "BE0123456789",
        "1.10",
        "info@shop.example",
        "@",
        "https://x.example/",
        "http://[",
        "mailto:",
    ),
    *("[", "(", "\\", "%s{0}{x}", "-", "2026-13-45", "\U0001f600", "\x00\x1b[31m"),
]


class Drawer:
    """Draws data that the schema of a register allows."""

    def __init__(self, seed: int) -> None:
        """Draw the same for the same seed."""
        self._random = Random(seed)  # noqa: S311

    def draw(self, part: dict[str, Any], depth: int = 0) -> Any:
        """Draw something that a part of the schema allows."""
        if "$ref" in part:
            part = schema("register")["$defs"][part["$ref"].rsplit("/", 1)[1]]
        if "anyOf" in part:
            return self.draw(self._random.choice(part["anyOf"]), depth)
        if "const" in part:
            return part["const"]
        if "enum" in part:
            return self._random.choice(part["enum"])
        kinds = part.get("type", "object")
        kind = kinds if isinstance(kinds, str) else self._random.choice(kinds)
        return getattr(self, f"_{kind}")(part, depth)

    def _object(self, part: dict[str, Any], depth: int) -> dict[str, Any]:
        required = part.get("required", ())
        share = 0.5 if depth < 2 else 0.3
        drawn = {
            key: self.draw(inner, depth + 1)
            for key, inner in part.get("properties", {}).items()
            if key in required or self._random.random() < share
        }
        others = part.get("additionalProperties")
        if isinstance(others, dict):
            ids = IDS if "propertyNames" in part else ["1", "IV.2", "preamble"]
            for key in self._random.sample(ids, self._random.randint(0, 3)):
                drawn[key] = self.draw(others, depth + 1)
        if not drawn and part.get("minProperties"):
            key = next(iter(part["properties"]))
            drawn[key] = self.draw(part["properties"][key], depth + 1)
        return drawn

    def _array(self, part: dict[str, Any], depth: int) -> list[Any]:
        number = max(self._random.randint(0, 3), part.get("minItems", 0))
        drawn = [self.draw(part["items"], depth + 1) for _ in range(number)]
        return [item for n, item in enumerate(drawn) if item not in drawn[:n]]

    def _string(self, part: dict[str, Any], _: int) -> str:
        pattern = part.get("pattern", "")
        fitting = [texts for begin, texts in BY_PATTERN.items() if pattern.startswith(begin)]
        return self._random.choice(fitting[0] if fitting else WORDS)

    def _integer(self, part: dict[str, Any], _: int) -> int:
        return self._random.randint(part.get("minimum", 0), part.get("maximum", 30))

    def _number(self, _: dict[str, Any], __: int) -> float:
        return self._random.choice([0, 1, 2.5, 1e20])

    def _boolean(self, _: dict[str, Any], __: int) -> bool:
        return self._random.random() < 0.5


@pytest.mark.parametrize("as_of", [STATEMENT, date(2018, 5, 25), date(2026, 11, 22), date.max])
def test_no_rule_fails_on_a_register_of_the_right_shape(as_of: date | str) -> None:
    """Whatever a register says, and however little sense it makes, every rule has an answer."""
    on = terms(as_of=as_of)
    for seed in range(REGISTERS):
        drawn = Drawer(seed).draw(schema("register"))
        done = lint("drawn.yaml", json.dumps(drawn, ensure_ascii=False).encode(), on)
        (asked,) = done.inputs
        assert [finding.message for finding in done.findings if not asked.is_checked] == []
        assert [(seed, crash.card.code, crash.error) for crash in asked.crashes] == []
        for finding in done.findings:
            assert finding.message
            assert not finding.message.endswith(".")
