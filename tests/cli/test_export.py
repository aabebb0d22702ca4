"""`privlint export`: what is asked for, where it goes, and what is refused."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from privlint.exporters.ropa import FORMATS, LAYOUTS

from ..conftest import SMALL, privlint

FULL = Path("/dev/full")
ROPA = ("export", "shop.yaml", "--to", "ropa")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a register that says nothing."""
    (tmp_path / "shop.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def test_the_record_goes_to_standard_output(folder: Path) -> None:
    """In Markdown and in the first layout, where nobody asks for another."""
    done = privlint(folder, *ROPA, "--as-of", "2026-11-22")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Record of processing activities of Small Shop, in the ")
    assert "| Read as of | 2026-11-22 |" in done.stdout
    assert "| Register | shop.yaml |" in done.stdout


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_goes_into_a_file_in_every_format(
    folder: Path, layout: str, name: str
) -> None:
    """Whole, and nothing is left beside it."""
    done = privlint(folder, *ROPA, "--layout", layout, "--output-format", f"{name}=record.out")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (folder / "record.out").stat().st_size > 500
    assert sorted(path.name for path in folder.iterdir()) == ["record.out", "shop.yaml"]


def test_several_formats_are_written_at_once(folder: Path) -> None:
    """Each into its file, one to standard output, and what is lost is told once."""
    both = ("--output-format", "html=record.html", "--output-format", "csv")
    done = privlint(folder, *ROPA, *both)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Record of processing activities of Small Shop" in done.stdout.splitlines()[0]
    assert (
        (folder / "record.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    )
    same = privlint(folder, *ROPA, *both[:2], "--output-format", "csv=./record.html")
    assert same.returncode == 2
    assert "another output" in same.stderr
    lost = ("export", "shop.yaml", "--to", "dpv", "--output-format")
    one = privlint(folder, *lost, "jsonld").stderr.splitlines()
    two = privlint(folder, *lost, "jsonld=a", "--output-format", "turtle=b").stderr.splitlines()
    assert sorted(one) == sorted(two)


def test_standard_input_is_a_register_too(folder: Path) -> None:
    """It is called as everywhere else."""
    command = ("export", "-", "--to", "ropa", "--output-format", "csv")
    done = privlint(folder, *command, stdin=SMALL.encode())
    assert done.returncode == 0
    rows = [*csv.reader(io.StringIO(done.stdout.removeprefix("\ufeff"), newline=""))]
    assert ["Register", "<stdin>"] in rows


def test_a_workbook_goes_to_a_pipe(folder: Path) -> None:
    """Byte for byte, so that what reads it can open it."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "privlint", *ROPA, "--output-format", "xlsx"],
        cwd=folder, capture_output=True, check=True,
    )  # fmt: skip
    assert load_workbook(io.BytesIO(done.stdout)).sheetnames[0] == "Who, and from what"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--layout", "icco"), "--layout of ropa cannot be 'icco': gba, ap, cnil, ico."),
        (("--output-format", "pdf"), "cannot be 'pdf': markdown, csv, xlsx, html."),
        (("--lang", "nl"), "--lang of ropa cannot be 'nl': it has none."),
        (("--output-format", "csv="), "--output-format names no file behind the =."),
        (("--output-format", "csv=shop.yaml"), "shop.yaml is the register itself."),
        (("--output-format", "csv=./nowhere/../shop.yaml"), "shop.yaml is the register itself."),
        (("--output-format", "csv=nowhere/x.csv"), "nowhere/x.csv cannot be written: No such"),
        (("--output-format", "csv=."), ". cannot be written: Is a directory"),
    ],
)
def test_what_cannot_be_asked_for_exits_with_2(
    folder: Path, options: tuple[str, ...], told: str
) -> None:
    """And says what there is; the register is as it was."""
    done = privlint(folder, *ROPA, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert (folder / "shop.yaml").read_text(encoding="utf-8") == SMALL


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (f"{SMALL}rihgts: {{}}\n", "`rihgts` is not known at the top of the file"),
        ("privlint: 1\nshop: [\n", "shop.yaml:"),
        ("", "empty"),
        (None, "shop.yaml"),
    ],
)
def test_what_is_no_register_is_refused_as_a_check_refuses_it(
    folder: Path, content: str | None, told: str
) -> None:
    """With 4, the place, and no record."""
    (folder / "shop.yaml").unlink()
    if content is not None:
        (folder / "shop.yaml").write_text(content, encoding="utf-8")
    done = privlint(folder, *ROPA, "--output-format", "csv=record.csv")
    assert (done.returncode, done.stdout) == (4, "")
    assert told in done.stderr
    assert not (folder / "record.csv").exists()


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("name", FORMATS)
def test_a_full_disk_is_told(folder: Path, name: str) -> None:
    """On standard output and in a file, whatever the format."""
    with FULL.open("wb") as nowhere:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "privlint", *ROPA, "--output-format", name],
            cwd=folder, stdout=nowhere, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    told = "Error: standard output cannot be written: No space left on device\n"
    assert (done.returncode, done.stderr.decode()) == (2, told)
    in_file = privlint(folder, *ROPA, "--output-format", f"{name}=/dev/full")
    told = "Error: /dev/full cannot be written: No space left on device\n"
    assert (in_file.returncode, in_file.stderr) == (2, told)


def test_a_missing_library_is_told_with_what_to_install(folder: Path) -> None:
    """Only for the format that needs it."""
    (folder / "without").mkdir()
    blocked = "raise ModuleNotFoundError('no', name='openpyxl')\n"
    (folder / "without/openpyxl.py").write_text(blocked, encoding="utf-8")
    code = (
        "import sys; sys.path.insert(0, 'without')\n"
        "from privlint.cli import main; sys.argv[0] = 'privlint'; main()"
    )

    def run(name: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", code, *ROPA, "--output-format", f"{name}=record.out"]
        return subprocess.run(  # noqa: S603
            command, cwd=folder, capture_output=True, text=True, check=False
        )

    done = run("xlsx")
    assert done.returncode == 2
    assert "pip install 'privlint[xlsx]'" in done.stderr
    assert "Traceback" not in done.stderr
    assert run("csv").returncode == 0
