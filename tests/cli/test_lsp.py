"""The command that editors start; what it serves is tested in tests/lsp."""

from __future__ import annotations

from pathlib import Path

from ..conftest import privlint


def test_without_its_package_it_says_what_to_install(tmp_path: Path) -> None:
    """The language server is an extra: who only checks does not need it."""
    (tmp_path / "pygls.py").write_text(
        "raise ModuleNotFoundError('no pygls', name='pygls')\n", encoding="utf-8"
    )
    run = privlint(tmp_path, "lsp", "--stdio", env={"PYTHONPATH": str(tmp_path)})
    assert run.returncode == 2
    assert "pip install 'privlint[lsp]'" in run.stderr
    assert "Traceback" not in run.stderr


def test_its_help_says_how_it_talks(tmp_path: Path) -> None:
    """And what for."""
    run = privlint(tmp_path, "lsp", "--help")
    assert run.returncode == 0
    assert "Language Server Protocol" in " ".join(run.stdout.split())
