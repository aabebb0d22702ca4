"""How long an editor waits: `python benchmarks/editor.py`.

Milliseconds inside the server from a keystroke to the findings of the buffer, without the pause
that it makes to see whether another key follows; and to the answers that an editor asks for.
Wall time, medians and worst of runs in one process, each on a text that was never seen before.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

from privlint.lsp.buffer import Buffer
from privlint.lsp.completion import completions
from privlint.lsp.diagnostics import diagnostics
from privlint.lsp.hover import hover
from privlint.lsp.ids import Named, uses
from privlint.lsp.symbols import symbols

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
RUNS = 40
LINES = 400
MOST_MILLISECONDS = 50

ANSWERS: dict[str, Callable[[Buffer, int], object]] = {
    "findings after a keystroke": lambda buffer, _: diagnostics(buffer),
    "completion": completions,
    "hover": hover,
    "references": lambda buffer, _: list(uses(buffer.outline, Named("host", "recipients"))),
    "symbols": lambda buffer, _: symbols(buffer),
}


def register() -> str:
    """Return the first lines of a shop's register, up to the end of a purpose."""
    lines = (ROOT / "policies" / "kleine-toppers.yaml").read_text(encoding="utf-8").splitlines()
    ends = (n for n in range(LINES, len(lines)) if lines[n].startswith("  ") and lines[n][2] != " ")
    return "\n".join(lines[: next(ends)]) + "\n"


def typed(text: str, run: int) -> tuple[Buffer, int]:
    """Return the register with a word that grows by a letter each time, and where it ends."""
    offset = text.index("\n", text.index("title:"))
    word = "x" * (run + 1)
    return Buffer("file:///policies/shop.yaml", text[:offset] + word + text[offset:]), offset


def main() -> None:
    """Print what each answer costs."""
    text = register()
    print(f"a register of {text.count(chr(10))} lines, {len(text) / 1e3:.1f} KB, {RUNS} runs")  # noqa: T201
    print(f"{'':<32}{'median ms':>12}{'worst ms':>12}{'first ms':>12}")  # noqa: T201
    for name, answer in ANSWERS.items():
        runs = []
        for run in range(RUNS):
            buffer, offset = typed(text, run)
            before = time.perf_counter()
            answer(buffer, offset)
            runs.append((time.perf_counter() - before) * 1e3)
        first, *later = runs
        median = statistics.median(later)
        print(f"{name:<32}{median:>12.1f}{max(later):>12.1f}{first:>12.1f}")  # noqa: T201
    print(f"at most {MOST_MILLISECONDS} is promised for findings")  # noqa: T201


if __name__ == "__main__":
    main()
