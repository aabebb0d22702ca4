"""What may stand in the place of a register: what never ends, changes, hides or leads astray."""

from __future__ import annotations

import json
import os
import shutil
import socket
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from privlint.running.inputs import Refusal, load

from ..conftest import SMALL
from .attack import attack

pytestmark = [
    pytest.mark.hostile,
    pytest.mark.skipif(os.name == "nt", reason="the system has no such files"),
]

GOOD = "good.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a register that is checked whatever stands beside it."""
    (tmp_path / GOOD).write_text(SMALL, encoding="utf-8")
    return tmp_path


def test_what_is_no_file_is_told_apart_and_hides_nothing(folder: Path) -> None:
    """A pipe, a socket, a device, a folder, a loop and a file that is gone, in one run."""
    os.mkfifo(folder / "pipe.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "gone.yaml").symlink_to("nowhere.yaml")
    (folder / "zero.yaml").symlink_to("/dev/zero")
    (folder / "folder.yaml").mkdir()
    with closing(socket.socket(socket.AF_UNIX)) as listening, _within(folder):
        listening.bind("socket.yaml")
        done = attack(folder, *sorted(path.name for path in folder.iterdir()))
    told = {one.path: one.code for one in done.told if one.code.startswith("INP")}
    assert told == {
        "folder.yaml": "INP003",
        "gone.yaml": "INP001",
        "loop.yaml": "INP002",
        "pipe.yaml": "INP004",
        "socket.yaml": "INP004",
        "zero.yaml": "INP004",
    }
    assert done.code == 4
    assert "1 register checked" in done.output


@contextmanager
def _within(folder: Path) -> Iterator[None]:
    """Work in a folder: the name of a socket must be short."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def test_a_folder_with_the_same_is_searched_without_getting_lost(folder: Path) -> None:
    """Links to folders are not followed, so that one to the folder itself leads nowhere."""
    os.mkfifo(folder / "pipe.yaml")
    (folder / "here").symlink_to(".")
    (folder / "folder.yaml").mkdir()
    shutil.copy(folder / GOOD, folder / "folder.yaml" / "inner.yaml")
    (folder / "a.yaml").symlink_to("b.yaml")
    (folder / "b.yaml").symlink_to("a.yaml")
    done = attack(folder, ".")
    assert done.code == 4
    assert {(one.path, one.code) for one in done.told if one.code.startswith("INP")} == {
        ("a.yaml", "INP002"),
        ("b.yaml", "INP002"),
        ("pipe.yaml", "INP004"),
    }
    assert "2 registers checked" in done.output


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(folder: Path) -> None:
    """A file and a folder; what lies in the folder is not called clean."""
    (folder / "shut.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "shut.yaml").chmod(0)
    (folder / "closed").mkdir(mode=0)
    try:
        done = attack(folder, ".")
    finally:
        (folder / "closed").chmod(stat.S_IRWXU)
    told = {one.path: one.code for one in done.told if one.code.startswith("INP")}
    assert told == {"shut.yaml": "INP002", "closed": "INP002"}
    assert done.code == 4


ODD_NAMES = (
    b"a\nb.yaml",
    b"::error::x.yaml",
    b"\x1b[31mred.yaml",
    b"\xff\xfe.yaml",
    "\u202elmay.yaml".encode(),
    b"<script>alert(1)<!--.yaml",
    b"a|b](x) `c`.yaml",
    b"--output-format=json.yaml",
)


@pytest.fixture
def oddly(tmp_path: Path) -> Path:
    """Return a folder of registers with names that are more than names."""
    for name in ODD_NAMES:
        try:
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(SMALL)
        except OSError:
            pytest.skip("the file system takes no such names")
    return tmp_path


@pytest.mark.parametrize("output_format", ["full", "concise", "github"])
def test_odd_names_of_files_are_shown_as_what_they_are(oddly: Path, output_format: str) -> None:
    """As many registers as there are, each on its own lines."""
    done = attack(oddly, ".", output_format=output_format)
    assert done.code == 1
    assert f"{len(ODD_NAMES)} registers checked" in done.output
    lines = done.output.splitlines()
    assert not any(line.startswith("::error::") for line in lines)
    assert not any(line == "b.yaml" or line.startswith("b.yaml:") for line in lines)


@pytest.mark.parametrize("output_format", ["json", "sarif", "gitlab", "junit", "html", "markdown"])
def test_odd_names_of_files_break_no_format(oddly: Path, output_format: str) -> None:
    """A machine reads as many files from it as there are."""
    done = attack(oddly, ".", output_format=output_format)
    assert done.code == 1
    assert "<script>alert" not in done.output or output_format in {"json", "sarif", "gitlab"}
    if output_format == "json":
        told = json.loads(done.output)
        assert len({one["path"] for one in told["inputs"]}) == len(ODD_NAMES)


@contextmanager
def _changed(path: Path, change: Callable[[], object]) -> Iterator[None]:
    """Change a file as soon as the system was asked for its size."""
    ask, waiting = os.stat, [change]

    def answer(asked: Any, **how: Any) -> os.stat_result:
        found = ask(asked, **how)
        if asked == str(path) and waiting:
            waiting.pop()()
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "stat", answer)
        yield


def test_a_file_that_grows_while_it_is_read_ends_at_the_limit(tmp_path: Path) -> None:
    """Its size is asked first, and no more is read than that allows."""
    path = tmp_path / "shop.yaml"
    path.write_bytes(b"a: 1\n")
    with _changed(path, lambda: path.write_bytes(b"x" * 5_000)):
        found = load(str(path), 1_000)
    assert isinstance(found, Refusal)
    assert found.name == "input-too-large"


def _become(path: Path, what: str) -> None:
    path.unlink()
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    elif what == "device":
        path.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("nothing", "input-missing"),
        ("folder", "input-unreadable"),
        ("pipe", "input-special"),
        ("device", "input-special"),
    ],
)
def test_a_file_that_is_another_at_the_second_look_is_told(
    tmp_path: Path, what: str, name: str
) -> None:
    """Whatever it is then is told, without waiting for a pipe or reading a device."""
    path = tmp_path / "shop.yaml"
    path.write_bytes(b"a: 1\n")
    found: list[bytes | Refusal] = []
    with _changed(path, lambda: _become(path, what)):
        reading = Thread(target=lambda: found.append(load(str(path), 1_000)), daemon=True)
        reading.start()
        reading.join(timeout=20)
    assert found, "it waits for ever"
    assert isinstance(found[0], Refusal)
    assert found[0].name == name
