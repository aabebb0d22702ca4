"""Where reports go: one run feeds several, and nothing is left half-written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from junitparser import JUnitXml

from ..conftest import SMALL, privlint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a register that says nothing."""
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def test_one_run_feeds_several(folder: Path) -> None:
    """The terminal and files; nothing else is left behind."""
    files = ("json=a.json", "junit=b.xml", "sarif=c.sarif", "gitlab=d.json", "jsonl=e.jsonl")
    options = [f"--output-format={name}" for name in ("concise", *files)]
    done = privlint(folder, "check", "small.yaml", *options)
    assert done.returncode == 1
    assert done.stdout.startswith("small.yaml:")
    for name in ("a.json", "c.sarif", "d.json"):
        assert json.loads((folder / name).read_text(encoding="utf-8"))
    assert len(JUnitXml.fromfile(str(folder / "b.xml"))) == 1
    assert len(list(folder.iterdir())) == 6


@pytest.mark.parametrize(
    "options",
    [
        ("full", "json"),
        ("json=",),
        ("json=small.yaml",),
        ("json=x", "sarif=x"),
        ("json=nowhere/x",),
        ("json=.",),
        ("json=/dev/full",),
    ],
)
def test_what_cannot_be_written_exits_with_2(folder: Path, options: tuple[str, ...]) -> None:
    """And no register is written over."""
    done = privlint(folder, "check", "small.yaml", *(f"--output-format={one}" for one in options))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert (folder / "small.yaml").read_text(encoding="utf-8") == SMALL


def test_the_summary_of_a_step_is_appended(folder: Path) -> None:
    """Where annotations are asked for and GitHub names a file."""
    summary = folder / "summary"
    summary.write_text("before\n", encoding="utf-8")
    env = {"GITHUB_STEP_SUMMARY": str(summary)}
    privlint(folder, "check", "small.yaml", "--output-format", "github", env=env)
    assert summary.read_text(encoding="utf-8").startswith("before\n## privlint\n")
