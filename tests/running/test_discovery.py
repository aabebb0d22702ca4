"""Folders are searched, what is named by hand is taken, and the order is always the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from privlint.config import Config, load
from privlint.running.discovery import Exclusion, discover, registers_below

FILES = [
    "policies/b.yaml",
    "policies/a.yml",
    "policies/notes.md",
    "policies/drafts/c.yaml",
    "policies/.hidden.yaml",
    "shop.privacy.yaml",
    "deep/er/shop.privacy.yml",
    "deep/compose.yaml",
    "my-policies/d.yaml",
    ".git/policies/e.yaml",
    ".cache/f.privacy.yaml",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with files in many places, and stand in it."""
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_usual_places_are_policies_and_privacy_files() -> None:
    """Other YAML is none of our business, and hidden folders are not entered."""
    assert registers_below(Path(), Config()) == [
        "deep/er/shop.privacy.yml",
        "policies/a.yml",
        "policies/b.yaml",
        "shop.privacy.yaml",
    ]


@pytest.mark.usefixtures("folder")
def test_a_folder_stands_for_the_registers_below_it() -> None:
    """All YAML in a folder that was named is taken for registers, in a fixed order."""
    assert discover(["policies"]) == [
        "policies/a.yml",
        "policies/b.yaml",
        "policies/drafts/c.yaml",
    ]
    assert discover(["policies/"]) == discover(["./policies"]) == discover(["policies"])


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "path",
    ["policies/notes.md", ".cache/f.privacy.yaml", "policies/.hidden.yaml", "nowhere.yaml", "-"],
)
def test_what_is_named_by_hand_is_taken_as_it_is(path: str) -> None:
    """Whatever its name, and whether it is there or not: somebody asked for it."""
    assert discover([path]) == [path]


@pytest.mark.usefixtures("folder")
def test_a_folder_without_registers_is_handed_on_to_be_reported() -> None:
    """It must not vanish: whoever named it believes that it was checked."""
    assert discover(["empty"]) == ["empty"]


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_named_twice_is_checked_once() -> None:
    """By hand, through a folder, or by another spelling of its path."""
    twice = ["policies/b.yaml", "policies", "./policies/b.yaml", "policies/drafts/../b.yaml"]
    found = discover(twice)
    assert [Path(path).name for path in found] == ["b.yaml", "a.yml", "c.yaml"]
    assert discover(["-", "-"]) == ["-"]


@pytest.mark.usefixtures("folder")
def test_files_keep_the_order_in_which_they_were_named() -> None:
    """What stands first on the command line is told first."""
    assert discover(["shop.privacy.yaml", "-", "policies/a.yml"]) == [
        "shop.privacy.yaml",
        "-",
        "policies/a.yml",
    ]


def test_links_to_folders_do_not_lead_round_in_circles(folder: Path) -> None:
    """A folder that links to itself is walked once."""
    (folder / "policies" / "again").symlink_to(folder / "policies")
    assert len(discover(["policies"])) == 3


@pytest.mark.usefixtures("folder")
def test_the_configuration_says_where_registers_are() -> None:
    """Its patterns are meant from its folder, as those of .gitignore."""
    Path("privlint.toml").write_text('files = ["/my-policies/*.yaml", "notes.md"]\n')
    found = load(Path("privlint.toml"))
    assert registers_below(Path(), found) == ["my-policies/d.yaml", "policies/notes.md"]


@pytest.mark.usefixtures("folder")
def test_what_is_excluded_is_left_out_of_folders() -> None:
    """What is named by hand is checked all the same, unless that is forced."""
    drafts = [Exclusion(patterns=("drafts/", "a.yml"))]
    assert discover(["policies"], drafts) == ["policies/b.yaml"]
    assert discover(["policies/a.yml"], drafts) == ["policies/a.yml"]
    assert discover(["policies/a.yml", "policies/b.yaml"], drafts, force=True) == [
        "policies/b.yaml"
    ]


def test_what_git_ignores_is_left_out(folder: Path) -> None:
    """Each .gitignore counts below its folder, and the closest one decides."""
    (folder / ".gitignore").write_text("*.yml\ndrafts/\n")
    assert discover(["policies"]) == ["policies/b.yaml"]
    (folder / "policies" / ".gitignore").write_text("!a.yml\n")
    assert discover(["policies"]) == ["policies/a.yml", "policies/b.yaml"]
    assert discover(["policies/drafts/c.yaml"]) == ["policies/drafts/c.yaml"]
    (folder / "policies" / ".gitignore").write_bytes(b"\xff\n[\n")
    assert "policies/b.yaml" in discover(["policies"])


def test_code_of_others_is_not_entered(folder: Path) -> None:
    """Neither packages of node nor a virtual environment."""
    for name in ("node_modules/x", "env/lib"):
        (folder / name).mkdir(parents=True)
        (folder / name / "y.privacy.yaml").touch()
    (folder / "env" / "pyvenv.cfg").touch()
    assert [path for path in discover(["."]) if path.endswith("y.privacy.yaml")] == []


def test_below_a_folder_only_its_own_registers_are_usual(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the configuration lies; what it excludes is left out."""
    (folder / "privlint.toml").write_text('exclude = ["b.yaml"]\n')
    found = load(folder / "privlint.toml")
    assert registers_below(Path(), found)[1:] == ["policies/a.yml", "shop.privacy.yaml"]
    monkeypatch.chdir(folder / "deep")
    assert registers_below(Path(), found) == ["er/shop.privacy.yml"]
