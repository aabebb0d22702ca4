"""Input that cannot be checked: in every format it is told with its file and line, and exits 4."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from privlint.reporters import REPORTERS

from ..conftest import SMALL, privlint
from .reading import READERS

_BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(8)
)

CONTENTS: dict[str, tuple[bytes, str, int]] = {
    "too large": (b"a: " + b"x" * 2_000_000, "INP005", 1),
    "not utf-8": (b"privlint: 1\nshop: {name: caf\xe9}\n", "INP006", 2),
    "utf-16": ("privlint: 1\n".encode("utf-16"), "INP006", 1),
    "control character": (b"a: 1\nb: \x07\n", "INP007", 2),
    "line separator": ("a: 1\nb: x\u2028y\n".encode(), "INP007", 2),
    "yaml syntax": (b"a: 1\nb: [1, 2\nc: 3\n", "INP008", 3),
    "key that stands twice": (b"a: 1\nb: 2\na: 3\n", "INP009", 3),
    "alias bomb": (_BOMB, "INP010", 5),
    "recursive anchor": (b"a: &a [*a]\n", "INP011", 1),
    "nested too deep": (b"\n" + b"[" * 100_000, "INP012", 2),
    "unknown tag": (b"b: 1\na: !!python/object:os.system x\n", "INP013", 2),
    "merge key": (b"a: &a {b: 1}\nc: {<<: *a}\n", "INP013", 2),
    "empty": (b"", "INP014", 1),
    "only a comment": (b"# nothing\n", "INP014", 1),
    "several documents": (b"a: 1\n---\nb: 2\n", "INP015", 2),
    "misshapen": (SMALL.encode() + b"dpo: {status: apointed}\n", "INP016", 4),
    "unknown key": (SMALL.encode() + b"dpoo: {}\n", "INP016", 4),
    "a list": (b"- a\n", "INP016", 1),
    "read in two ways": (b"a: 1\nb: 012\n", "INP017", 2),
    "key that is no name": (b"b: 1\n? [a]\n: 1\n", "INP018", 2),
    "text that reads otherwise": ("b: \u202e1\n".encode(), "INP019", 1),
}
"""The bytes, the code that tells of them, and the line on which it does."""

PLACES = {
    "missing": "INP001",
    "unreadable": "INP002",
    "folder without registers": "INP003",
    "pipe": "INP004",
    "socket": "INP004",
}
"""What is no readable file at all."""


@pytest.mark.parametrize("kind", CONTENTS)
def test_bytes_that_cannot_be_checked_are_told_in_every_format(tmp_path: Path, kind: str) -> None:
    """At their line; the sound register beside them is judged all the same."""
    content, code, line = CONTENTS[kind]
    (tmp_path / "odd.yaml").write_bytes(content)
    told_in_every_format(tmp_path, "odd.yaml", code, line)


@pytest.mark.parametrize("kind", PLACES)
def test_paths_that_cannot_be_read_are_told_in_every_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """They have no lines: the finding stands on the first."""
    monkeypatch.chdir(tmp_path)
    with made(kind):
        told_in_every_format(tmp_path, "odd.yaml", PLACES[kind], 1)


@contextmanager
def made(kind: str) -> Iterator[None]:
    """Make `odd.yaml` of this kind, in the folder in which the test runs."""
    path = Path("odd.yaml")
    if kind == "unreadable":
        path.symlink_to(path)  # a circle, which not even root can read
    elif kind == "folder without registers":
        path.mkdir()
    elif kind == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("this system has no named pipes")
        os.mkfifo(path)
    elif kind == "socket":
        if not hasattr(socket, "AF_UNIX"):
            pytest.skip("this system has no sockets in folders")
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(str(path))
            yield
        return
    yield


def told_in_every_format(folder: Path, name: str, code: str, line: int) -> None:
    """Check a bad input between two good ones, once, with all formats at a time."""
    for sound in ("a.yaml", "z.yaml"):
        (folder / sound).write_text(SMALL, encoding="utf-8")
    outputs = [f"--output-format={one}={one}.out" for one in REPORTERS]
    select = ("--select", "RIG014", "--fail-on", "never", "--exit-zero")
    done = privlint(folder, "check", "a.yaml", name, "z.yaml", *select, *outputs)
    assert done.returncode == 4, done.stdout + done.stderr
    assert done.stdout + done.stderr == ""
    for one in REPORTERS:
        text = (folder / f"{one}.out").read_text(encoding="utf-8")
        told = READERS[one](text)
        assert [line for path, line, _ in told if path == name] == [line], (one, told)
        assert {path for path, _, _ in told} == {"a.yaml", name, "z.yaml"}, one
        assert code in text or one == "junit"
