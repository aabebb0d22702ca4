"""`privlint export` and `privlint import`, as they are typed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from privlint.cli.exit_codes import CLEAN, UNCHECKED, USAGE

from ..conftest import ROOT, SMALL, privlint

TARGETS = ("tilt", "dpv", "fideslang")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a folder with the plain register."""
    shutil.copy(ROOT / "tests" / "registers" / "plain.yaml", tmp_path / "shop.yaml")
    return tmp_path


@pytest.mark.parametrize("name", TARGETS)
def test_an_export_tells_on_standard_error_what_it_leaves(shop: Path, name: str) -> None:
    """Each with the line of the register; standard output is the export alone."""
    done = privlint(shop, "export", "shop.yaml", "--to", name)
    assert done.returncode == CLEAN
    assert "cannot hold `minors.0`" in done.stderr
    assert all(line.startswith("shop.yaml:") for line in done.stderr.splitlines())
    assert "cannot hold" not in done.stdout


@pytest.mark.parametrize("name", TARGETS)
def test_a_misshapen_register_is_refused_as_a_check_refuses_it(tmp_path: Path, name: str) -> None:
    """Nothing is written."""
    (tmp_path / "shop.yaml").write_text(f"{SMALL}dpo: {{status: apointed}}\n")
    done = privlint(tmp_path, "export", "shop.yaml", "--to", name, "--output-format", "x=out")
    assert done.returncode == USAGE
    done = privlint(tmp_path, "export", "shop.yaml", "--to", name)
    assert (done.returncode, done.stdout) == (UNCHECKED, "")
    assert "did you mean `appointed`?" in " ".join(done.stderr.split())


def test_a_register_goes_to_tilt_and_back(shop: Path) -> None:
    """What comes back is a register that is checked like any other."""
    there = privlint(shop, "export", "shop.yaml", "--to", "tilt", "--output-format", "json=t.json")
    assert (there.returncode, there.stdout) == (CLEAN, "")
    back = privlint(shop, "import", "t.json", "--from", "tilt", "--output-format", "yaml=b.yaml")
    assert (back.returncode, back.stdout, back.stderr) == (CLEAN, "", "")
    text = (shop / "b.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=register.schema.json\n")
    checked = privlint(shop, "check", "b.yaml", "--isolated")
    assert checked.returncode == CLEAN, checked.stdout


def test_the_output_is_for_a_pipe(shop: Path) -> None:
    """Standard input in, standard output out."""
    there = privlint(shop, "export", "shop.yaml", "--to", "tilt")
    back = privlint(shop, "import", "-", "--from", "tilt", stdin=there.stdout.encode())
    assert back.returncode == CLEAN
    assert "  name: Plain Shop\n" in back.stdout


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "t.json:1:2: this is not JSON: "),
        ('{"a": 1}', "t.json:1:2: this is no TILT document: it has no `meta`"),
        (None, "t.json: there is no such file or folder"),
    ],
)
def test_what_is_no_tilt_is_refused_and_nothing_is_written(
    tmp_path: Path, content: str | None, told: str
) -> None:
    """With the place, and the exit code of what could not be checked."""
    if content is not None:
        (tmp_path / "t.json").write_text(content)
    arguments = ("import", "t.json", "--from", "tilt", "--output-format", "yaml=b.yaml")
    done = privlint(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (UNCHECKED, "")
    assert done.stderr.startswith(told)
    assert not (tmp_path / "b.yaml").exists()


def test_an_unknown_source_or_format_lists_those_that_exist(tmp_path: Path) -> None:
    """As everywhere."""
    done = privlint(tmp_path, "import", "t.json", "--from", "word")
    assert (done.returncode, "'tilt'" in done.stderr) == (USAGE, True)
    done = privlint(tmp_path, "import", "t.json", "--from", "tilt", "--output-format", "json")
    assert done.returncode == USAGE
    assert "--output-format of tilt cannot be 'json': yaml." in done.stderr


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("yaml=", "--output-format names no file behind the =."),
        ("yaml=t.json", "t.json is the file itself."),
        ("yaml=./t.json", "./t.json is the file itself."),
    ],
)
def test_an_import_writes_over_nothing_that_it_reads(shop: Path, asked: str, says: str) -> None:
    """As an export does not."""
    text = privlint(shop, "export", "shop.yaml", "--to", "tilt").stdout
    (shop / "t.json").write_text(text, encoding="utf-8")
    done = privlint(shop, "import", "t.json", "--from", "tilt", "--output-format", asked)
    assert (done.returncode, says in done.stderr) == (USAGE, True)
    assert (shop / "t.json").read_text(encoding="utf-8") == text
