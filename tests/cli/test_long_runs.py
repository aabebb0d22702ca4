"""The bar of a long run stays on one line of the terminal, however narrow, and goes away."""

from __future__ import annotations

import os
import sys
import time

import pytest

from privlint.cli.long_runs import watched
from privlint.running.means import Means


def drawn(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    columns: int,
    *,
    is_terminal: bool = True,
) -> str:
    """Return what a run over 2,000 registers tells on standard error."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    monkeypatch.setattr(sys.stderr, "fileno", lambda: 2)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    seconds = iter(range(100))
    monkeypatch.setattr(time, "monotonic", lambda: next(seconds))
    tell = watched(Means(), is_quiet=False).tell
    if tell is not None:
        for done in (400, 800, 1_200, 2_000):
            tell(done, 2_000)
    return capsys.readouterr().err


@pytest.mark.parametrize("columns", [200, 40, 20, 14, 5])
def test_it_is_drawn_over_itself_on_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: int
) -> None:
    """Each time from the start of the line, never up to its end, and at last not at all."""
    first, *bars, last = drawn(monkeypatch, capsys, columns).split("\r")
    assert first == ""
    assert last == "\x1b[2K"
    assert len(bars) == 3
    for bar in bars:
        text = bar.removesuffix("\x1b[K")
        assert text.isprintable()
        assert len(text) < columns
    assert ("  800 of 2,000" in bars[1]) == (columns > 14)


def test_nothing_is_drawn_into_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor into the log of a pipeline."""
    assert drawn(monkeypatch, capsys, 80, is_terminal=False) == ""
