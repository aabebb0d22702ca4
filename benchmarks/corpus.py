"""Registers to measure with: cut out of the five shops, each different, 150 to 400 lines.

`python benchmarks/corpus.py FOLDER 10000` writes them into a folder.
"""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

POLICIES = Path(__file__).parents[1] / "policies"

_DIVISIBLE = ("recipients", "purposes", "rights", "cookies", "statement")
_ENTRY = re.compile(r"^  (?=[a-z_]+:)", re.MULTILINE)
_TOP = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
_SHOP = re.compile(r"^shop:(?:\n  .*?|.*?\{)\bname: ([\w' &-]+)", re.MULTILINE)
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


def write_workflows(folder: Path, count: int) -> list[Path]:
    """Write workflows of GitHub Actions as long as the registers, for the linters of those."""
    paths = []
    for number in range(count):
        lines = random.Random(number).randint(_SHORTEST, _LONGEST)  # noqa: S311 - no secret
        steps = (
            f"      - name: step {step} of {number}\n"
            f"        uses: actions/checkout@v{1 + step % 4}\n"
            "        with:\n"
            f"          ref: ${{{{ github.event.pull_request.head.ref }}}}\n"
            f"      - run: echo ${{{{ github.event.issue.title }}}} > {step}.txt\n"
            for step in range((lines - 6) // 5)
        )
        path = folder / f"workflow-{number:05}.yml"
        head = f"name: workflow {number}\non: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n"
        path.write_text(f"{head}    steps:\n{''.join(steps)}", encoding="utf-8")
        paths.append(path)
    return paths


def _cut(register: str, number: int) -> str:
    """Leave entries out of a register, at random but by number, until it is short enough."""
    chance = random.Random(number)  # noqa: S311 - the same corpus each time, not a secret
    head, *blocks = _TOP.split(register)
    keyed = {block.split(":")[0]: _ENTRY.split(block) for block in blocks}
    target = chance.randint(_SHORTEST, _LONGEST - 1)
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
    text = f"# {number}\n{head}" + "".join(kept)
    # Two that were cut alike still differ: each is the register of another shop.
    found = _SHOP.search(text)
    return text if found is None else text.replace(found[1], f"{found[1]} {number}")


def _holds_something(entries: list[str]) -> bool:
    return len(entries) > 1 or bool(entries[0].partition(":")[2].strip())


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    write(Path(sys.argv[1]), int(sys.argv[2]))
