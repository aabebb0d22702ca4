"""The house rules that machines can hold: style, types, floors, sizes."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT

LONGEST_FUNCTION = 40
LONGEST_MODULE = 300
LONGEST_RULE_FILE = 130

CHECKS = {
    "ruff check": ["ruff", "check", "--quiet", "."],
    "ruff format": ["ruff", "format", "--check", "--quiet", "."],
    "mypy": ["mypy"],
    "import-linter": ["lint-imports"],
}

SOURCES = sorted((ROOT / "src" / "privlint").rglob("*.py"))


@pytest.mark.parametrize("name", CHECKS)
def test_the_check_passes(name: str) -> None:
    """Style, types and floors are as the settings in pyproject.toml ask."""
    command, *arguments = CHECKS[name]
    program = shutil.which(command, path=str(Path(sys.executable).parent)) or command
    run = subprocess.run(  # noqa: S603
        [program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_has_grown_too_long(path: Path) -> None:
    """Functions and modules stay small enough to be read at once."""
    text = path.read_text(encoding="utf-8")
    is_rule = path.parent.parent.name == "rules"
    assert text.count("\n") <= (LONGEST_RULE_FILE if is_rule else LONGEST_MODULE)
    functions = (
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None
    )
    # The signature and the decorators of a command or a rule are its documentation.
    too_long = [
        node.name
        for node in functions
        if node.end_lineno is not None
        and node.end_lineno - node.body[0].lineno + 1 > LONGEST_FUNCTION
    ]
    assert too_long == []


def test_no_room_is_called_by_what_it_is_not() -> None:
    """No module is a drawer for what found no place."""
    drawers = {"utils", "util", "common", "helpers", "helper", "manager", "misc"}
    assert [path for path in SOURCES if path.stem in drawers or path.parent.name in drawers] == []


def test_packages_define_nothing() -> None:
    """An `__init__.py` hands names on and defines nothing."""
    for path in SOURCES:
        if path.name == "__init__.py":
            body = ast.parse(path.read_text(encoding="utf-8")).body
            defines = [n for n in body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
            assert defines == [], path
