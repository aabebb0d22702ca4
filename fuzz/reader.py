"""Fuzz the reader: `python fuzz/reader.py [seconds]`, with atheris (`pip install atheris`).

Whatever the bytes are, they are read, or refused with a reason that has a card, at a place inside
the text. What is read is held against the schema, and where it fits, every rule answers.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["privlint"]):
    from privlint.catalogue import select
    from privlint.knowledge.facts import Knowledge
    from privlint.linting import lint
    from privlint.terms import Terms

_CORPUS = Path(__file__).parent / "corpus"
_CHOSEN = select(["ALL"])
_TERMS = Terms(
    rules=_CHOSEN.rules,
    beside=_CHOSEN.beside,
    knowledge=Knowledge.load(),
    as_of=date(2026, 11, 22),
    today=date(2026, 11, 22),
)


def one_input(source: bytes) -> None:
    """Check some bytes; raises where the line does not do what it promises."""
    done = lint("fuzzed.yaml", source, _TERMS)
    asked = done.inputs[0]
    if asked.crashes:
        raise asked.crashes[0].error
    lines = source.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in done.findings:
        start, end = finding.span[:2], finding.span[2:]
        if not (1, 1) <= start <= end or start[0] > len(lines):
            message = f"{finding.card.code} stands outside the text: {finding.span}"
            raise AssertionError(message)


def main() -> None:
    """Fuzz for some seconds; what was found in between goes to a folder that is thrown away."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else "600"
    with tempfile.TemporaryDirectory() as found:
        options = [
            f"-max_total_time={seconds}",
            f"-artifact_prefix={found}/",  # what fails is printed as well, in base 64
            *("-max_len=4096", "-timeout=10", "-rss_limit_mb=1000"),
        ]
        atheris.Setup([sys.argv[0], *options, found, str(_CORPUS)], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
