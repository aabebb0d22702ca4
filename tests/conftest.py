"""What many tests share: where things are, the day of judgement, and golden files."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from privlint.catalogue import select
from privlint.knowledge.facts import Knowledge
from privlint.rule import Rule
from privlint.terms import Terms

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
"""Material beside the checkout that is not part of the project: statements, reference schemas."""

DAY = date(2026, 11, 22)
"""The day on which examples are judged: the law does not move under the tests."""

SMALL = """\
privlint: 1
shop: {name: Small Shop, country: BE}
statement: {language: nl}
"""
"""The smallest register of the right shape: its statement says nothing at all."""

SPOKEN_TO = {
    "CI", "COLUMNS", "FORCE_COLOR", "FORCE_HYPERLINK", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY",
    "GITLAB_CI", "NO_COLOR", "PYTHONIOENCODING", "PYTHONUTF8", "TERM",
}  # fmt: skip
"""What of the environment would change the output."""

for _name in SPOKEN_TO:
    os.environ.pop(_name, None)  # the tests say the same in a pipeline as at home

_REMEMBERED = tempfile.TemporaryDirectory()
os.environ["PRIVLINT_CACHE_DIR"] = _REMEMBERED.name  # what tests check is not remembered for users


settings.register_profile("steady", derandomize=True, database=None, deadline=None)
settings.register_profile("thorough", max_examples=5000, database=None, deadline=None)
settings.load_profile("steady")  # pytest --hypothesis-profile thorough hunts for more


def privlint(
    folder: Path, *arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, in an environment that says nothing but `env`."""
    silent = {name: value for name, value in os.environ.items() if name not in SPOKEN_TO}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "privlint", *arguments],
        cwd=folder,
        env={**silent, **(env or {})},
        input=stdin,
        capture_output=True,
        check=False,
    )
    output, errors = done.stdout.decode(), done.stderr.decode()
    return subprocess.CompletedProcess(done.args, done.returncode, output, errors)


def terms(*selectors: str, rules: tuple[Rule, ...] | None = None, as_of: date | str = DAY) -> Terms:
    """Return terms of judgement: the rules that selectors name, or rules made by hand."""
    chosen = select(selectors or ["ALL"])
    return Terms(
        rules=chosen.rules if rules is None else rules,
        beside=chosen.beside,
        knowledge=Knowledge.load(),
        as_of=as_of,
        today=DAY,
    )


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
