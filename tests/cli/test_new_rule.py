"""`privlint new-rule`: a file that is valid, and fails its tests until somebody fills it in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from privlint import rules
from privlint.catalogue import FORMER, cards
from privlint.cli.new_rule import new_rule

from ..conftest import ROOT, privlint


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of the tree: the real one is nothing to write tests into."""
    for name in ("src", "tests", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def run(
    checkout: Path, *arguments: str, folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command of a copy of the tree."""
    env = {"PYTHONPATH": str(checkout / "src")}
    return privlint(folder or checkout, "new-rule", *arguments, env=env)


def tool(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a Python tool in a copy of the tree."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", *arguments],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


def written(checkout: Path) -> set[Path]:
    """Return every file and folder of the rules, caches left out."""
    found = (checkout / "src" / "privlint" / "rules").rglob("*")
    return {path for path in found if "__pycache__" not in path.parts}


def next_code(letters: str) -> str:
    """Return the code after the last one of these letters."""
    codes = {*(card.code for card in cards()), *FORMER}
    return f"{letters}{max(int(code[3:]) for code in codes if code.startswith(letters)) + 1:03}"


def test_a_rule_gets_a_file_and_the_next_code(checkout: Path) -> None:
    """What is printed is the path, and the two steps that follow."""
    before = written(checkout)
    done = run(checkout, "retention", "backups-kept-for-ever")
    assert done.returncode == 0, done.stderr
    path = Path("src/privlint/rules/retention/backups_kept_for_ever.py")
    lines = done.stdout.splitlines()
    assert lines[0] == str(path)
    assert [line[:2] for line in lines[2:]] == ["1.", "2."]
    code = next_code("RET")
    assert f"pytest -k {code}" in lines[2]
    assert "pytest --update-golden" in lines[3]
    assert written(checkout) - before == {checkout / path}
    text = (checkout / path).read_text(encoding="utf-8")
    assert f'    "{code}",\n' in text
    assert "def backups_kept_for_ever(register: Register, _: Facts)" in text


def test_what_is_written_is_valid_and_not_yet_a_rule(checkout: Path) -> None:
    """Style and types hold; the examples and the card do not; no other rule is disturbed."""
    run(checkout, "retention", "backups-kept-for-ever")
    path = "src/privlint/rules/retention/backups_kept_for_ever.py"
    for arguments in (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]):
        done = tool(checkout, *arguments, path)
        assert done.returncode == 0, done.stdout + done.stderr
    tests = ["pytest", "-q", "-p", "no:cacheprovider", "tests/test_rules.py", "-k"]
    ours = tool(checkout, *tests, next_code("RET"))
    for test in ("compliant_example", "violating_example", "card_tells_everything"):
        assert any(
            line.startswith("FAILED") and test in line for line in ours.stdout.splitlines()
        ), ours.stdout
    others = tool(checkout, *tests, "RET001 or plain")
    assert others.returncode == 0, others.stdout


@pytest.mark.parametrize("family", ["national-be", "national_be", "BEL", "bel"])
def test_a_family_is_known_by_its_folder_and_its_letters(checkout: Path, family: str) -> None:
    """As everywhere; what its rules share is written down. A burnt code is not given again."""
    done = run(checkout, family, "be-number-somewhere")
    path = checkout / "src" / "privlint" / "rules" / "national_be" / "be_number_somewhere.py"
    text = path.read_text(encoding="utf-8")
    assert done.returncode == 0
    assert next_code("BEL") in text
    assert "BEL004" not in text
    assert '    jurisdictions=("BE",),\n' in text


def test_a_new_family_is_given_its_letters(checkout: Path) -> None:
    """It gets a folder that is a package, and starts with 001."""
    before = written(checkout)
    done = run(checkout, "gift-wrapping", "gift-giver-not-told", "--letters", "gft")
    assert done.returncode == 0, done.stderr
    folder = checkout / "src" / "privlint" / "rules" / "gift_wrapping"
    assert written(checkout) - before == {
        folder,
        folder / "__init__.py",
        folder / "gift_giver_not_told.py",
    }
    assert '"GFT001"' in (folder / "gift_giver_not_told.py").read_text(encoding="utf-8")
    assert (folder / "__init__.py").read_text(encoding="utf-8") == '"""Gift wrapping."""\n'
    for arguments in (["ruff", "check"], ["ruff", "format", "--check"]):
        assert tool(checkout, *arguments, str(folder)).returncode == 0
    again = run(checkout, "gift-wrapping", "gift-card-kept")
    assert "GFT002" in again.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["retenton", "a-b"], "no family `retenton`; did you mean `retention`?"),
        (["legal-bases", "a-b"], "did you mean `legal-basis`?"),
        (["gift-wrapping", "a-b"], "A new family is given its three letters by --letters."),
        (["gift-wrapping", "a-b", "--letters", "GI"], "`GI` are not three letters"),
        (["gift-wrapping", "a-b", "--letters", "RET"], "RET are the letters of `retention`"),
        (["gift-wrapping", "a-b", "--letters", "SUP"], "SUP are the letters of `privlint itself`"),
        (["../up", "a-b", "--letters", "UPP"], "`../up` is no name of a family"),
        (["retention", "a-b", "--letters", "GFT"], "the letters of `retention` are RET"),
        (["a" * 51, "a-b", "--letters", "LNG"], "at most 50 characters"),
        (["class", "a-b", "--letters", "CLS"], "`class` means something else already"),
        (["house", "a-b", "--letters", "HOU"], "`house` means something else already"),
        (["gifts", "a-b", "--letters", "ALL"], "ALL are the letters of `privlint itself`"),
        (["gifts", "a-b", "--letters", "ßx"], "`ßx` are not three letters"),
        (["retention", "a\n::error::b"], r"`a\u000a::error::b` is no name of a rule"),
        (["input", "a-b"], "`input` is what privlint itself finds"),
        (["retention", "retention-missing"], "`retention-missing` is the name of RET001"),
        (["retention", "misshapen-misshapen-"], "is no name of a rule"),
        (["retention", "Backups-Kept"], "is no name of a rule"),
        (["retention", "backups_kept"], "is no name of a rule"),
        (["retention", "backups"], "is no name of a rule"),
        (["retention", "../../up-up"], "is no name of a rule"),
        (["retention", "1st-copy"], "is no name of a rule"),
        (["retention", "a-" + "b" * 50], "at most 50 characters"),
        (["retention", "legal-basis"], "`legal-basis` is the name of a family"),
        (["consistency", "anonymous-analytics-claim"], "was a name of what CST004 finds"),
        (["retention"], "Missing argument 'NAME'"),
    ],
)
def test_what_cannot_be_exits_with_2_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    """Misspelt, taken, or no name: each is told for what it is."""
    folder = tmp_path / "src" / "privlint" / "rules"
    (folder / "retention").mkdir(parents=True)
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(rules, "__path__", [str(folder)])
    before = written(tmp_path)
    done = CliRunner().invoke(new_rule, arguments)
    assert done.exit_code == 2
    assert says in " ".join(done.output.split())
    assert written(tmp_path) == before


def test_a_file_that_is_there_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody may be at work on it."""
    folder = tmp_path / "src" / "privlint" / "rules"
    (folder / "retention").mkdir(parents=True)
    (tmp_path / "pyproject.toml").touch()
    begun = folder / "retention" / "backups_kept.py"
    begun.write_text("# begun\n", encoding="utf-8")
    monkeypatch.setattr(rules, "__path__", [str(folder)])
    done = CliRunner().invoke(new_rule, ["retention", "backups-kept"])
    assert done.exit_code == 2
    assert "backups_kept.py is there already" in " ".join(done.output.split())
    assert begun.read_text(encoding="utf-8") == "# begun\n"


@pytest.mark.parametrize(
    "arguments", [["retention", "backups-kept"], ["gifts", "gift-kept", "--letters", "GFT"]]
)
def test_nothing_is_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    """Where the disk is full, there is neither a file nor a folder, and a plain word."""
    folder = tmp_path / "src" / "privlint" / "rules"
    (folder / "retention").mkdir(parents=True)
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(rules, "__path__", [str(folder)])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = written(tmp_path)
    monkeypatch.setattr(Path, "rename", full)
    done = CliRunner().invoke(new_rule, arguments)
    assert done.exit_code == 2
    assert "cannot be written: no space left on device" in " ".join(done.output.split())
    assert written(tmp_path) == before


def test_an_installed_package_is_no_checkout(tmp_path: Path) -> None:
    """A rule that is written into site-packages would be lost with the next version."""
    shutil.copytree(ROOT / "src" / "privlint", tmp_path / "site" / "privlint")
    env = {"PYTHONPATH": str(tmp_path / "site")}
    done = privlint(tmp_path, "new-rule", "retention", "backups-kept", env=env)
    assert done.returncode == 2
    assert "which is no checkout" in " ".join(done.stderr.split())
    assert not list((tmp_path / "site").rglob("backups_kept.py"))
