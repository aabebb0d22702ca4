"""`privlint diff` from outside: files, folders, revisions; text, JSON and Markdown."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from ..conftest import ROOT, SMALL, privlint
from ..reporters.reading import READERS

OLD = """\
privlint: 1
shop: {name: Shop, country: BE}
statement: {language: nl, date: "2024-01-01"}
recipients:
  mailer: {name: Plain Mail, country: BE}
purposes:
  newsletter:
    title: Send news
    legal_basis: [{basis: consent}]
    data:
      - categories: [name, email]
        retention: {period: P2Y, from: unsubscribe}
        recipients: [mailer]
"""
NEW = """\
privlint: 1
shop: {name: Shop, country: BE}
statement: {language: nl, date: "2025-01-01"}
purposes:
  newsletter:
    title: Send news
    data:
      - recipients:  # in another order, and one more
          - {to: ads, words: "<b>|x|</b> ::error::y"}
          - mailer
        categories: [email, name]
        retention: {from: unsubscribe, period: P7Y}
    legal_basis: [{basis: consent}]
recipients:
  mailer: {name: Plain Mail, country: BE}
  ads: {name: "Ads <script>", transfers: [{country: US, safeguard: scc}]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two versions of one register."""
    (tmp_path / "old.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(NEW, encoding="utf-8")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    """Run git, whatever is set for the user."""
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=A", "-c", "user.email=a@shop.example")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, env=env)  # noqa: S603, S607


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a repository with two revisions: `old`, and what is there now."""
    shops = tmp_path / "policies"
    shops.mkdir()
    (shops / "a.yaml").write_text(OLD, encoding="utf-8")
    (shops / "gone.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "other.yaml").write_text("a: 1\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    git(tmp_path, "tag", "old")
    (shops / "a.yaml").write_text(NEW, encoding="utf-8")
    (shops / "gone.yaml").unlink()
    (shops / "more.yaml").write_text(SMALL, encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Go on")
    return tmp_path


def test_two_files_are_compared_by_meaning(folder: Path) -> None:
    """Each change once, with its place, and with why people have to know."""
    done = privlint(folder, "diff", "old.yaml", "new.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:2] == ["new.yaml", "  People have to be told"]
    assert "    - `email`, `name` of `newsletter` are kept longer: 2 years from" in done.stdout
    assert "      new.yaml:12:" in done.stdout
    assert "GDPR 13(1)(f)" in done.stdout
    assert done.stdout.endswith("people have to be told of 4.\n")
    assert privlint(folder, "diff", "old.yaml", "old.yaml").stdout == (
        "Nothing changed that the statement tells people.\n"
    )


def test_json_has_each_change_with_its_reason(folder: Path) -> None:
    """Kinds, places of both sides, and what the law says."""
    done = privlint(folder, "diff", "old.yaml", "new.yaml", "--output-format", "json")
    told = json.loads(done.stdout)
    assert told["summary"] == {"changes": 5, "tell": {"yes": 4, "decide": 0, "no": 1}}
    ((register,),) = (told["registers"],)
    kinds = {(one["what"], one["how"], one["tell"]) for one in register["changes"]}
    assert kinds == {
        ("retention", "longer", "yes"), ("recipient", "new", "yes"), ("transfer", "new", "yes"),
        ("statement", "other", "no"),
    }  # fmt: skip
    (longer,) = (one for one in register["changes"] if one["how"] == "longer")
    assert longer["old"] == longer["new"] == "/purposes/newsletter/data/0/retention"
    assert (longer["path"], longer["line"]) == ("new.yaml", 12)
    assert longer["law"][0] == "GDPR 13(2)(a)"


def test_markdown_shows_what_a_register_says_as_text(folder: Path) -> None:
    """It opens no tag, cell or command."""
    done = privlint(folder, "diff", "old.yaml", "new.yaml", "--output-format", "markdown")
    page = READERS["markdown"](done.stdout)
    assert page is not None
    assert "<script>" not in done.stdout
    assert "**People have to be told**" in done.stdout


def test_exit_code_tells_of_changes_where_that_is_asked(folder: Path) -> None:
    """As with git."""
    for new, code in (("new.yaml", 1), ("old.yaml", 0)):
        assert privlint(folder, "diff", "old.yaml", new, "--exit-code").returncode == code


def test_standard_input_is_a_register(folder: Path) -> None:
    """On either side."""
    done = privlint(folder, "diff", "-", "new.yaml", stdin=OLD.encode())
    assert done.stdout == privlint(folder, "diff", "old.yaml", "new.yaml").stdout


def test_a_register_in_a_revision_is_compared(project: Path) -> None:
    """From the root of the repository, or with `./` from here."""
    told = {
        privlint(folder, "diff", old, new).stdout
        for folder, old, new in (
            (project, "old:policies/a.yaml", "policies/a.yaml"),
            (project / "policies", "old:./a.yaml", "../policies/a.yaml"),
        )
    }
    assert all("are kept longer" in text for text in told)


@pytest.mark.parametrize("new", ["HEAD", "."])
def test_all_registers_of_two_revisions_are_compared(project: Path, new: str) -> None:
    """Also with what lies here; registers that are new or gone are told, and nothing else is."""
    done = privlint(project, "diff", "old", new, "--output-format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    registers = json.loads(done.stdout)["registers"]
    assert [(one["old"] is None, one["new"] is None) for one in registers] == [
        (False, False), (False, True), (True, False),
    ]  # fmt: skip
    text = privlint(project, "diff", "old", new).stdout
    assert "1 register is gone; 1 register is new" in text


def test_one_bad_register_stops_no_other(project: Path) -> None:
    """It is told as `check` tells it, and the exit code is 4."""
    (project / "policies" / "bad.yaml").write_text("a: [\n", encoding="utf-8")
    done = privlint(project, "diff", "old", ".")
    assert done.returncode == 4
    assert "error[INP008]" in done.stderr
    assert "are kept longer" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ("old.yaml", "gone.yaml", 4, "INP001"),
        ("gone:old.yaml", "old.yaml", 4, "INP001"),
        ("old.yaml", ".", 2, "old.yaml is one register, and . holds several"),
        ("gone", ".", 2, "there is no file, folder or revision of git called gone"),
        ("--upload-pack=x:y", "old.yaml", 2, "No such option"),
        ("old.yaml", "-x:y", 2, "No such option"),
    ],
)
def test_what_is_not_there_is_told(folder: Path, old: str, new: str, code: int, says: str) -> None:
    """With what was meant; nothing becomes an option of git."""
    done = privlint(folder, "diff", old, new)
    assert (done.returncode, says in done.stderr) == (code, True), done.stderr


def test_the_registers_of_two_shops_can_be_compared(tmp_path: Path) -> None:
    """Large ones, of which all is other."""
    shops = [str(ROOT / "policies" / f"{name}.yaml") for name in ("all-gems", "little-twinkle")]
    done = privlint(tmp_path, "diff", *shops, "--output-format", "json")
    assert json.loads(done.stdout)["summary"]["changes"] > 100
