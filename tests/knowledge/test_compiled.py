"""The compiled form: fresh, and light to read."""

from __future__ import annotations

import subprocess
import sys

from privlint.knowledge.load import compile_facts
from privlint.knowledge.tables import FACTS, WORDS, read

from ..conftest import ROOT


def test_the_compiled_facts_are_fresh() -> None:
    """`python -m privlint.knowledge.load` would change nothing."""
    compiled = compile_facts()
    assert FACTS.read_text(encoding="utf-8") == compiled.facts
    assert WORDS.read_text(encoding="utf-8") == compiled.words


def test_days_are_iso_text() -> None:
    """Comparing days is comparing strings: a day has ten characters, whatever its table."""
    for rows in read().rows.values():
        for row in rows.values():
            for key in {"from", "until", "dpf_since", "dpf_checked"} & row.keys():
                assert len(row[key]) == len("2026-11-22")


def test_facts_are_loaded_without_yaml() -> None:
    """Start-up pays for no YAML reader, no dataclasses and no resource finder."""
    heavy = "{'yaml', 'dataclasses', 'inspect', 'importlib.resources'}"
    program = (
        "import sys; from privlint.knowledge.facts import Knowledge; Knowledge.load(); "
        f"print(sorted({heavy} & set(sys.modules)))"
    )
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        cwd=ROOT / "src",
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "[]"


def test_the_words_are_read_when_somebody_asks() -> None:
    """Titles and wordings wait in a file of their own."""
    tables = read()
    assert "sources" not in tables.rows
    assert "sources" in tables.words
