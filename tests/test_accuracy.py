"""Registers changed one fact at a time raise what the law asks for, and nothing else.

The benchmark makes some thousands of them; here is one for each rule and each register.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest

from privlint.catalogue import catalogue

from .conftest import ROOT

BENCHMARKS = ROOT / "benchmarks"
MANY = 400


@pytest.fixture(scope="module")
def accuracy() -> Iterator[ModuleType]:
    """Import the benchmark, which is a script and no part of the package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        import accuracy  # noqa: PLC0415 - it is not on the path before

        yield accuracy


def test_each_change_raises_what_it_names_and_nothing_else(accuracy: ModuleType) -> None:
    """None is missed, none is raised unasked, and every rule is asked for."""
    outcomes = [accuracy.judged(mutant) for mutant in accuracy.one_each(accuracy.sheets())]
    asked = {code for outcome in outcomes for code, _ in outcome.mutant.expected}
    wrong = [line for line in accuracy.told(outcomes) if line.startswith(("missed", "extra"))]
    assert wrong == []
    assert {rule.card.code for rule in catalogue()} <= asked
    assert sum(bool(outcome.mutant.expected) for outcome in outcomes) >= MANY
