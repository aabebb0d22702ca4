"""What is remembered is used where nothing has changed, and only there."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from privlint.running import cache, many, patience, run
from privlint.running.means import Means
from privlint.running.setting import Options, Setting

from ..conftest import DAY, SMALL

PAST = 1_700_000_000
NAMES = ["a.yaml", "b.yaml"]


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in a folder with two registers of long ago; return the files that are checked."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run, "MANY", 1)
    for name in NAMES:
        write(name, SMALL)
    noted: list[str] = []
    check = patience.in_time

    def note(path: str, *rest: Any, **named: Any) -> Any:
        noted.append(path)
        return check(path, *rest, **named)

    monkeypatch.setattr(many, "in_time", note)
    return noted


def write(name: str, text: str, at: int = PAST) -> None:
    """Write a file that looks as if it had been written at a time."""
    Path(name).write_text(text, encoding="utf-8")
    os.utime(name, (at, at))


def again(checked: list[str], *, by_content: bool = False, **options: Any) -> list[str]:
    """Check both registers; return which of them were not remembered."""
    checked.clear()
    setting = Setting(Options(**{"as_of": DAY, **options}))
    means = Means(remembers=True, cache_dir=Path("kept"), by_content=by_content)
    found = run.run(NAMES, setting, means=means)
    assert [asked.path for asked in found.inputs if asked.is_checked] == NAMES
    return list(checked)


def test_what_has_not_changed_is_not_checked_again(checked: list[str]) -> None:
    """The first time all is; then nothing, until a file changes."""
    assert again(checked) == NAMES
    assert again(checked) == []
    write("b.yaml", f"{SMALL}# more\n")
    assert again(checked) == ["b.yaml"]
    assert again(checked) == []


def test_a_file_that_was_replaced_is_checked_again(checked: list[str]) -> None:
    """Of the same size and time, it has another inode."""
    again(checked)
    write("new", SMALL.replace("Small", "Other"))
    Path("new").replace("a.yaml")
    assert again(checked) == ["a.yaml"]


def test_a_file_that_was_just_written_is_told_by_its_content(checked: list[str]) -> None:
    """Within one tick of the clock it can change once more without anybody seeing it."""
    now = int(time.time()) + 60
    write("a.yaml", SMALL, now)
    again(checked)
    write("a.yaml", SMALL, now)
    assert again(checked) == []
    write("a.yaml", SMALL.replace("Small", "Other"), now)
    assert again(checked) == ["a.yaml"]


def test_a_fresh_checkout_is_told_by_its_content_where_that_is_asked_for(
    checked: list[str],
) -> None:
    """Else its new times count."""
    again(checked)
    write("a.yaml", SMALL, PAST + 1)
    write("b.yaml", SMALL.replace("Small", "Other"))
    assert again(checked, by_content=True) == ["b.yaml"]
    write("a.yaml", SMALL, PAST + 2)
    assert again(checked) == ["a.yaml"]


def test_all_that_a_check_rests_on_is_in_the_key(
    checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rules, day, severity, jurisdictions, configuration, house rules, baseline, and the code."""
    from ..house_rules.conftest import RULES as HOUSE  # noqa: PLC0415 - a text, no fixture

    again(checked)
    for options in (
        {"select": ("DPO001",)},
        {"as_of": DAY - timedelta(1)},
        {"jurisdictions": ("nl",)},
        {"per_file_ignores": (("*.yaml", ("DPO001",)),)},
        {"mandatory": ("DPO001",)},
        {"limits": Options().limits.replace(nodes=10_000)},
    ):
        assert again(checked, **options) == NAMES, options
        assert again(checked, **options) == []
    Path("house.yaml").write_text(HOUSE, encoding="utf-8")
    for config in (
        'ignore = [{rules = ["DPO001"], reason = "known"}]',
        'severity = {DPO001 = "info"}',
        'rules = ["house.yaml"]',
    ):
        Path("privlint.toml").write_text(config, encoding="utf-8")
        assert again(checked) == NAMES, config
    assert again(checked) == []
    Path("house.yaml").write_text(HOUSE.replace("P24M", "P12M"), encoding="utf-8")
    assert again(checked) == NAMES
    Path("privlint-baseline.json").write_text('{"version": 1, "accepted": []}', encoding="utf-8")
    assert again(checked) == NAMES
    monkeypatch.setattr("privlint.running.keys.VERSION", "0.0.0")
    assert again(checked) == NAMES


def test_the_text_of_a_statement_is_part_of_what_is_unchanged(checked: list[str]) -> None:
    """Also that there is none."""
    write("a.yaml", SMALL.replace("nl}", "nl, text: a.txt}"))
    write("a.txt", "Privacy of all")
    assert again(checked) == NAMES
    assert again(checked) == []
    write("a.txt", "Privacy of all!")
    assert again(checked) == ["a.yaml"]
    assert again(checked) == []
    Path("a.txt").unlink()
    assert again(checked) == ["a.yaml"]


@pytest.mark.parametrize("damage", ["empty", "cut", "foreign", "flipped", "folder"])
def test_what_is_no_whole_cache_is_ignored_and_mended(checked: list[str], damage: str) -> None:
    """Half-written, of another program, with a bit that has changed on the disk."""
    again(checked)
    file = Path("kept") / "privlint.cache"
    source = file.read_bytes()
    file.unlink()
    if damage == "folder":
        file.mkdir()
        assert again(checked) == NAMES
        return
    middle = len(source) // 2
    damaged = {
        "empty": b"",
        "cut": source[:middle],
        "foreign": b"SQLite format 3\0" + source,
        "flipped": source[:middle] + bytes([source[middle] ^ 1]) + source[middle + 1 :],
    }
    file.write_bytes(damaged[damage])
    assert again(checked) == NAMES
    assert again(checked) == []


def test_every_bit_of_a_cache_counts(checked: list[str], tmp_path: Path) -> None:
    """Wherever one is changed, nothing is taken from it, or all as it was."""
    again(checked)
    file = tmp_path / "kept" / "privlint.cache"
    source = file.read_bytes()
    for at in range(0, len(source), 29):
        file.write_bytes(source[:at] + bytes([source[at] ^ 4]) + source[at + 1 :])
        assert again(checked) in ([], NAMES)


def test_of_two_runs_at_once_each_reads_what_is_whole(checked: list[str], tmp_path: Path) -> None:
    """The later one wins; neither is wrong."""
    again(checked)
    file = tmp_path / "kept" / "privlint.cache"
    day = Setting(Options(as_of=DAY))
    one = cache.Cache(tmp_path / "kept", day._today)  # noqa: SLF001 - as `many` makes it
    write("a.yaml", f"{SMALL}# more\n")
    assert again(checked) == ["a.yaml"]
    whole = file.read_bytes()
    one.save()
    assert file.read_bytes() == whole
    assert again(checked) == []


def test_the_folder_of_a_cache_is_left_out_by_git_and_by_backups(
    checked: list[str], tmp_path: Path
) -> None:
    """Where it is made; a folder that was there is left as it is."""
    again(checked)
    assert (tmp_path / "kept" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    tag = (tmp_path / "kept" / "CACHEDIR.TAG").read_text(encoding="utf-8")
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_a_cache_does_not_lie_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who clones a repository must not get one with it: each folder has one of the user's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    places = set()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        places.add(cache.place(None))
    assert len(places) == 2
    assert not any(place.is_relative_to(tmp_path / name) for place in places for name in ("one",))
