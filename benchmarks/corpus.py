"""Registers to measure with: cut out of the five shops, each different, 150 to 400 lines."""

from __future__ import annotations

import random
import re
from pathlib import Path

POLICIES = Path(__file__).parents[1] / "policies"

_DIVISIBLE = ("recipients", "purposes", "rights", "cookies", "statement")
_ENTRY = re.compile(r"^  (?=[a-z_]+:)", re.MULTILINE)
_TOP = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
_SHORTEST, _LONGEST = 150, 400
_NEEDED = "language:"


def write(folder: Path, count: int) -> list[Path]:
    """Write `count` distinct registers into a folder: the same ones each time."""
    shops = [path.read_text(encoding="utf-8") for path in sorted(POLICIES.glob("*.yaml"))]
    paths = []
    for number in range(count):
        path = folder / f"shop-{number:05}.yaml"
        path.write_text(_cut(shops[number % len(shops)], number), encoding="utf-8")
        paths.append(path)
    return paths


def _cut(register: str, number: int) -> str:
    """Leave entries out of a register, at random but by number, until it is short enough."""
    chance = random.Random(number)  # noqa: S311 - the same corpus each time, not a secret
    head, *blocks = _TOP.split(register)
    keyed = {block.split(":")[0]: _ENTRY.split(block) for block in blocks}
    target = chance.randint(_SHORTEST, _LONGEST)
    droppable = [
        (key, entry)
        for key, entries in keyed.items()
        for entry in (entries[1:] if key in _DIVISIBLE else [])
        if not entry.startswith(_NEEDED)
    ]
    chance.shuffle(droppable)
    lines = register.count("\n")
    for key, entry in droppable:
        if lines <= target:
            break
        keyed[key].remove(entry)
        lines -= entry.count("\n")
    kept = ["  ".join(entries) for entries in keyed.values() if _holds_something(entries)]
    return f"# {number}\n{head}" + "".join(kept)


def _holds_something(entries: list[str]) -> bool:
    return len(entries) > 1 or bool(entries[0].partition(":")[2].strip())
