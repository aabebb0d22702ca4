"""What a user could take for something else is told: nothing judged, one name for two inputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..conftest import SMALL, privlint
from ..faults.trouble import begun, registers


@pytest.mark.parametrize("options", [["--ignore=ALL"], ["--select=RET", "--ignore=RET"]])
def test_that_no_rule_is_left_is_told(tmp_path: Path, options: list[str]) -> None:
    """Exit 0, since it was asked for, and a sentence that no format and no `-q` hides."""
    (tmp_path / "shop.yaml").write_text(SMALL, encoding="utf-8")
    for more in ([], ["-q"], ["--output-format=json"]):
        done = privlint(tmp_path, "check", "shop.yaml", *options, *more)
        assert done.returncode == 0
        assert "No rule is selected" in done.stderr


def test_that_rules_are_left_is_not(tmp_path: Path) -> None:
    """Nor where none of them found anything."""
    (tmp_path / "shop.yaml").write_text(SMALL, encoding="utf-8")
    assert "No rule" not in privlint(tmp_path, "check", "shop.yaml", "--select=MKT").stderr


@pytest.mark.parametrize("name", ["shop.yaml", "./shop.yaml", "a/../shop.yaml"])
def test_standard_input_cannot_be_called_as_a_file_beside_it(tmp_path: Path, name: str) -> None:
    """A report shows lines by the name of the file, and could show those of the other."""
    (tmp_path / "shop.yaml").write_text(SMALL, encoding="utf-8")
    asked = ("check", "-", "shop.yaml", f"--stdin-filename={name}")
    done = privlint(tmp_path, *asked, stdin=b"privlint: 1")
    assert done.returncode == 2
    assert "that is a file as well" in done.stderr


def test_a_package_that_does_not_come_back_is_told(tmp_path: Path) -> None:
    """Whatever it waits for when it is loaded: the command ends, and names it."""
    project = registers(tmp_path)
    code = tmp_path / "installed" / "trouble.py"
    code.write_text("import time\ntime.sleep(600)\n", encoding="utf-8")
    process = begun(project, "policies/001.yaml")
    output, told = process.communicate(timeout=90)
    assert (process.returncode, output) == (2, "")
    assert "`trouble` cannot be loaded: TooLongError: it took longer than" in told
