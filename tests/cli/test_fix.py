"""`privlint check --fix` and `--diff` from outside: what is written, shown and told."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest

from privlint.cli import mending
from privlint.cli.main import main

from ..conftest import ROOT, SMALL, privlint

PLAIN = (ROOT / "tests" / "registers" / "plain.yaml").read_bytes()
WRONG = PLAIN.replace(b"recipients:\n", b"recipents:\n", 1).replace(b"kind: named", b"kind: nmaed")
DISORDER = b"privlint: 1\nstatement: {language: nl}\n# of the shop\nshop: {name: A, country: BE}\n"
ORDER = b"privlint: 1\n# of the shop\nshop: {name: A, country: BE}\nstatement: {language: nl}\n"
CONCISE = ("--output-format", "concise")
DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a register that is misspelt, and one that is clean."""
    (tmp_path / "wrong.yaml").write_bytes(WRONG)
    (tmp_path / "clean.yaml").write_bytes(PLAIN)
    return tmp_path


def test_fix_writes_what_is_mended_and_reports_what_is_left(folder: Path) -> None:
    """What was done is told on standard error."""
    done = privlint(folder, "check", "wrong.yaml", "clean.yaml", "--fix", *CONCISE, *DAY)
    assert (folder / "wrong.yaml").read_bytes() == PLAIN
    assert (folder / "clean.yaml").read_bytes() == PLAIN
    assert done.returncode == 0
    assert done.stdout.startswith("2 registers checked by ")
    assert done.stderr == "mended 1 finding in 1 file\n"
    again = privlint(folder, "check", "wrong.yaml", "--fix", *CONCISE, *DAY)
    assert (again.returncode, again.stderr) == (0, "")


def test_what_cannot_be_mended_is_reported_and_gates(folder: Path) -> None:
    """As without the option."""
    (folder / "small.yaml").write_text(SMALL + "zebra: 1\ndpo: {status: apointed}\n", "utf-8")
    done = privlint(folder, "check", "small.yaml", "--fix", *CONCISE)
    assert done.returncode == 4
    assert "4:1: INP016 `zebra`" in done.stdout
    assert "appointed" in (folder / "small.yaml").read_text("utf-8")
    (folder / "small.yaml").write_text(SMALL + "dpo: {status: apointed}\n", "utf-8")
    done = privlint(folder, "check", "small.yaml", "--fix", *CONCISE, *DAY)
    assert done.returncode == 1
    assert done.stderr == "mended 1 finding in 1 file\n"
    quiet = (folder / "small.yaml").write_text(SMALL + "dpo: {status: apointed}\n", "utf-8")
    assert quiet
    assert privlint(folder, "check", "small.yaml", "--fix", "-q", *CONCISE, *DAY).stderr == ""


def test_the_report_is_on_what_is_written(folder: Path) -> None:
    """The digest in JSON is that of the file as it now is."""
    done = privlint(folder, "check", "wrong.yaml", "--fix", "--output-format", "json", *DAY)
    after = privlint(folder, "check", "wrong.yaml", "--output-format", "json", *DAY)
    assert json.loads(done.stdout) == json.loads(after.stdout)


@pytest.mark.parametrize("options", [("--diff",), ("--diff", "--fix")])
def test_diff_shows_what_fix_would_change_and_writes_nothing(
    folder: Path, options: tuple[str, ...]
) -> None:
    """In a form that `patch` takes."""
    done = privlint(folder, "check", "wrong.yaml", "clean.yaml", *options, *DAY)
    assert done.returncode == 1
    assert done.stdout.startswith("--- wrong.yaml\n+++ wrong.yaml\n@@ ")
    assert "\n-recipents:\n+recipients:\n" in done.stdout
    assert done.stdout.count("@@") == 2
    assert done.stderr == "would mend 1 finding in 1 file\n"
    assert (folder / "wrong.yaml").read_bytes() == WRONG
    clean = privlint(folder, "check", "clean.yaml", *options, *DAY)
    assert (clean.returncode, clean.stdout, clean.stderr) == (0, "", "")


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("end", [b"", b"\n"])
def test_patch_makes_of_the_diff_what_fix_makes(
    tmp_path: Path, line_end: bytes, end: bytes
) -> None:
    """Whatever ends the lines, and whether the last one ends at all."""
    text = SMALL.replace("\n", line_end.decode()).encode() + b"dpo: {status: apointed}" + end
    (tmp_path / "a.yaml").write_bytes(text)
    done = privlint(tmp_path, "check", "a.yaml", "--diff")
    patch = subprocess.run(
        ["git", "apply", "--unidiff-zero", "-p0", "-"],  # noqa: S607
        cwd=tmp_path,
        input=done.stdout.encode(),
        check=False,
        capture_output=True,
    )
    assert patch.returncode == 0, patch.stderr
    assert (tmp_path / "a.yaml").read_bytes() == text.replace(b"apointed", b"appointed")


def test_what_cannot_be_checked_wins_over_a_diff(folder: Path) -> None:
    """It is named, since there is no report; --exit-zero hides the diff's 1 and no 4."""
    (folder / "bad.yaml").write_text("a: [1\n", "utf-8")
    done = privlint(folder, "check", "wrong.yaml", "bad.yaml", "nowhere.yaml", "--diff", *DAY)
    assert done.returncode == 4
    assert "+recipients:" in done.stdout
    assert "bad.yaml cannot be checked" in done.stderr
    assert "nowhere.yaml cannot be checked" in done.stderr
    assert privlint(folder, "check", "wrong.yaml", "--diff", "--exit-zero").returncode == 0
    assert privlint(folder, "check", "bad.yaml", "--diff", "--exit-zero").returncode == 4


def test_a_diff_and_a_report_exclude_each_other(folder: Path) -> None:
    """A file that is asked for and not written would be missed."""
    done = privlint(folder, "check", "wrong.yaml", "--diff", "--output-format", "sarif=x.sarif")
    assert done.returncode == 2
    assert "--diff shows no report" in done.stderr


@pytest.mark.parametrize("source", [WRONG, b"\xef\xbb\xbf" + WRONG.replace(b"\n", b"\r\n")])
def test_standard_input_is_answered_with_its_mended_text(tmp_path: Path, source: bytes) -> None:
    """And the report goes to standard error."""
    done = privlint(tmp_path, "check", "-", "--fix", *CONCISE, *DAY, stdin=source)
    assert done.stdout.encode() == source.replace(b"recipents", b"recipients")
    assert "1 register checked by" in done.stderr
    assert list(tmp_path.iterdir()) == []
    shown = privlint(tmp_path, "check", "-", "--diff", "--stdin-filename", "x.yaml", stdin=WRONG)
    assert shown.stdout.startswith("--- x.yaml\n")


@pytest.mark.parametrize("source", ["a: [1\n", SMALL])
def test_standard_input_that_needs_nothing_comes_back_as_it_was(
    tmp_path: Path, source: str
) -> None:
    """Whoever writes it back loses nothing."""
    done = privlint(tmp_path, "check", "-", "--fix", *CONCISE, stdin=source.encode())
    assert done.stdout == source
    assert "<stdin>:" in done.stderr


def test_suppressed_findings_are_not_mended(tmp_path: Path) -> None:
    """Somebody answered for them."""
    said = "# privlint: ignore[REG007] it is still to come\n"
    wrong = PLAIN.replace(b"[mailer]", b"[mialer]")
    assert wrong != PLAIN
    for text, is_mended in ((wrong, True), (said.encode() + wrong, False)):
        (tmp_path / "a.yaml").write_bytes(text)
        privlint(tmp_path, "check", "a.yaml", "--fix", "--select", "REG007", *DAY)
        assert (b"[mailer]" in (tmp_path / "a.yaml").read_bytes()) == is_mended


def test_an_unused_ignore_is_removed(tmp_path: Path) -> None:
    """It has a fix like any other."""
    (tmp_path / "a.yaml").write_bytes(b"# privlint: ignore[RET001] it was so\n" + PLAIN)
    done = privlint(tmp_path, "check", "a.yaml", "--fix", *DAY)
    assert done.returncode == 0
    assert (tmp_path / "a.yaml").read_bytes() == PLAIN


def test_sections_are_moved_only_when_that_is_asked_for(tmp_path: Path) -> None:
    """`ALL` does not mean style."""
    for options, expected in (
        (("--select", "ALL"), DISORDER),
        (("--extend-select", "STY"), ORDER),
        (("--select", "keys-out-of-order"), ORDER),
    ):
        (tmp_path / "a.yaml").write_bytes(DISORDER)
        privlint(tmp_path, "check", "a.yaml", "--fix", *options, *DAY)
        assert (tmp_path / "a.yaml").read_bytes() == expected


def test_style_is_a_finding_that_can_be_ignored(tmp_path: Path) -> None:
    """An ignore of it is unused where the order is right."""
    said = b"# privlint: ignore[STY001] we like it so\n"
    for text, code in ((DISORDER, "STY001"), (said + DISORDER, None), (said + ORDER, "SUP001")):
        (tmp_path / "a.yaml").write_bytes(text)
        done = privlint(tmp_path, "check", "a.yaml", "--select", "STY", *CONCISE)
        assert (" STY001 " in done.stdout) == (code == "STY001")
        assert (" SUP001 " in done.stdout) == (code == "SUP001")
    (tmp_path / "a.yaml").write_bytes(said + DISORDER)
    done = privlint(tmp_path, "check", "a.yaml", *CONCISE)
    assert "SUP001" not in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="there are no modes")
def test_mode_and_link_stay(folder: Path) -> None:
    """The file behind the link is written, and keeps who may read it."""
    (folder / "wrong.yaml").chmod(0o640)
    (folder / "link.yaml").symlink_to("wrong.yaml")
    done = privlint(folder, "check", "link.yaml", "wrong.yaml", "--fix", *DAY)
    assert done.returncode == 0, done.stderr
    assert (folder / "link.yaml").is_symlink()
    assert (folder / "wrong.yaml").read_bytes() == PLAIN
    assert stat.S_IMODE((folder / "wrong.yaml").stat().st_mode) == 0o640
    assert sorted(path.name for path in folder.iterdir()) == [
        *("clean.yaml", "link.yaml", "wrong.yaml"),
    ]


def test_a_file_that_may_not_be_written_exits_with_2(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named, and reported as it is; the others are mended."""
    (folder / "other.yaml").write_bytes(WRONG)
    # Root may write everything, so that a mode alone would test nothing there.
    monkeypatch.setattr("os.access", lambda path, _: Path(path).name != "wrong.yaml")
    monkeypatch.chdir(folder)
    with pytest.raises(SystemExit) as ended:
        main(["check", "wrong.yaml", "other.yaml", "--fix", *CONCISE, *DAY])
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert "wrong.yaml cannot be written: Permission denied" in told.err
    assert "mended 1 finding in 1 file" in told.err
    assert "wrong.yaml:30:1: INP016" in told.out
    assert (folder / "wrong.yaml").read_bytes() == WRONG
    assert (folder / "other.yaml").read_bytes() == PLAIN


def test_a_write_that_fails_exits_with_2(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Such as on a disk that is full."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(mending, "replace", full)
    monkeypatch.chdir(folder)
    with pytest.raises(SystemExit) as ended:
        main(["check", "wrong.yaml", "--fix", *CONCISE, *DAY])
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert "wrong.yaml cannot be written: No space left on device" in told.err
    assert "INP016" in told.out
    assert (folder / "wrong.yaml").read_bytes() == WRONG


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What somebody else wrote is not lost."""
    earlier = Path.read_bytes

    def edited(path: Path) -> bytes:
        return b"else" if path.name == "wrong.yaml" else earlier(path)

    monkeypatch.setattr(Path, "read_bytes", edited)
    monkeypatch.chdir(folder)
    with pytest.raises(SystemExit) as ended:
        main(["check", "wrong.yaml", "--fix", *CONCISE, *DAY])
    assert ended.value.code == 2
    assert "wrong.yaml cannot be written: it was changed meanwhile" in capsys.readouterr().err
    monkeypatch.undo()
    assert (folder / "wrong.yaml").read_bytes() == WRONG


def test_a_fix_that_was_taken_back_is_offered_no_more(tmp_path: Path) -> None:
    """The key is meant to be `recipients`, and that one cannot stand there without a value."""
    (tmp_path / "a.yaml").write_text(f"{SMALL}recipeints:\n", encoding="utf-8")
    before = privlint(tmp_path, "check", "a.yaml", *CONCISE)
    after = privlint(tmp_path, "check", "a.yaml", "--fix", *CONCISE)
    assert "INP016 [*] `recipeints`" in before.stdout
    assert "INP016 `recipeints`" in after.stdout
    assert "--fix" not in after.stdout
    assert (after.returncode, after.stderr) == (4, "")
