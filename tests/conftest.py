"""What many tests share: where things are, the day of judgement, and golden files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
"""Material beside the checkout that is not part of the project: statements, reference schemas."""

DAY = date(2026, 11, 22)
"""The day on which examples are judged: the law does not move under the tests."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites what is generated."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a file that `--update-golden` rewrites."""
    return Golden(update=bool(request.config.getoption("--update-golden")))


class Golden:
    """Compares texts with files, or rewrites the files."""

    def __init__(self, *, update: bool) -> None:
        """Rewrite instead of comparing where `update` is set."""
        self._update = update

    def check(self, path: Path, text: str) -> None:
        """Assert that the file holds the text."""
        if self._update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path} is not there: run pytest --update-golden"
        assert path.read_text(encoding="utf-8") == text, "run pytest --update-golden, read the diff"
