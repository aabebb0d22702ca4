"""No regular expression of the code base takes for ever, whatever it is held against."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from .patterns import attacks, every

pytestmark = pytest.mark.hostile

PATTERNS = every()
LENGTH = 600
SECONDS = 0.1
"""Far more than what grows with the length needs, and less than its cube does."""

BOUNDED = {
    "register/parts.py": "periods of the right shape, in which a unit follows each number",
    "lsp/completion.py": "the line on which somebody types",
    "citations.py": "arguments of at most 200 characters, and laws on cards",
    "cli/new_rule.py": "names that the person at the terminal chooses",
}
"""Modules whose patterns meet only texts that are short, and why."""


def is_slow(run: Any, text: str) -> bool:
    """Tell whether a pattern takes too long, twice: a machine may be busy once."""
    for _ in range(2):
        start = time.process_time()
        run(text)
        if time.process_time() - start < SECONDS:
            return False
    return True


@pytest.mark.parametrize("place", PATTERNS)
def test_the_work_of_a_pattern_grows_with_the_text(place: str) -> None:
    """On repeated words and signs of its own, with an end that does not fit."""
    pattern = PATTERNS[place]
    compiled = re.compile(pattern.text, re.IGNORECASE)
    run = compiled.match if pattern.is_anchored else compiled.search
    is_bounded = place.split(":", maxsplit=1)[0] in BOUNDED
    length = 200 if is_bounded else LENGTH
    slow = [
        (start, pump)
        for start, pump in attacks(pattern.text)
        if is_slow(run, start + pump * (length // len(pump)) + "\0")
    ]
    assert slow == [], pattern.text


def test_the_patterns_are_found() -> None:
    """Those of the code, of the schemas and of the knowledge."""
    assert len(PATTERNS) > 300
    assert {place.split(":")[0].split("#")[0] for place in PATTERNS} > {
        "source/reader.py",
        "register.schema.json",
        "claims.yaml",
    }
