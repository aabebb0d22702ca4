"""What gives no bytes to check says why, without being opened where that could hang."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from privlint import form
from privlint.running.inputs import Refusal, load

LIMIT = 20


def refusal(path: Path | str) -> Refusal:
    """Return why a path gives no bytes."""
    found = load(str(path), LIMIT)
    assert isinstance(found, Refusal)
    assert found.name in form.INPUTS
    return found


def test_a_file_gives_its_bytes(tmp_path: Path) -> None:
    """As they are: nothing is decoded yet."""
    (tmp_path / "a").write_bytes(b"\xff\x00\r\n")
    assert load(str(tmp_path / "a"), LIMIT) == b"\xff\x00\r\n"


def test_a_file_at_the_limit_is_read_and_one_beyond_is_not(tmp_path: Path) -> None:
    """The size is looked at before the file is."""
    (tmp_path / "a").write_bytes(b"x" * LIMIT)
    assert load(str(tmp_path / "a"), LIMIT) == b"x" * LIMIT
    (tmp_path / "a").write_bytes(b"x" * 1021)
    assert refusal(tmp_path / "a") == Refusal(
        "input-too-large", "it has 1,021 bytes or more, and 20 are allowed"
    )


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    """So is what a link leads to that leads nowhere."""
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert refusal(tmp_path / "nowhere").name == "input-missing"
    assert refusal(tmp_path / "link").name == "input-missing"
    assert refusal("").name == "input-missing"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Discovery hands a folder on only where it holds no register."""
    assert refusal(tmp_path).name == "folder-without-registers"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """To open it would hang until somebody writes."""
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe").name == "input-special"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no /dev/zero")
def test_a_device_is_not_read() -> None:
    """It may never end."""
    assert refusal("/dev/zero").name == "input-special"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_unreadable(tmp_path: Path) -> None:
    """The reason is the system's own."""
    (tmp_path / "a").write_bytes(b"a: 1")
    (tmp_path / "a").chmod(0)
    assert refusal(tmp_path / "a") == Refusal(
        "input-unreadable", "it cannot be read: permission denied"
    )


def test_a_path_that_leads_through_a_file_or_in_circles_is_unreadable(tmp_path: Path) -> None:
    """What the system refuses is told in its words, and is no failure of ours."""
    (tmp_path / "a").write_bytes(b"a: 1")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refusal(tmp_path / "a" / "b").message == "it cannot be read: not a directory"
    assert refusal(tmp_path / "loop").name == "input-unreadable"
    assert refusal("a\0b").name == "input-unreadable"
    assert refusal("x" * 5000).name == "input-unreadable"


def test_standard_input_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody may pipe without end into it."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a: 1\n")))
    assert load("-", LIMIT) == b"a: 1\n"
    endless = io.BytesIO(b"x" * 1000)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(endless))
    assert refusal("-").name == "input-too-large"
    assert endless.tell() <= LIMIT + 1


def test_standard_input_that_is_closed_is_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python has no stream for it then."""
    monkeypatch.setattr("sys.stdin", None)
    assert refusal("-").message == "it cannot be read: standard input is closed"
