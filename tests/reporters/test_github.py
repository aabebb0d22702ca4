"""Commands to the runner of GitHub: one line each, whatever was read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from privlint.reporters.github import render
from privlint.reporters.layout import Layout

from ..conftest import SMALL
from .conftest import checked


@given(st.text(min_size=1, max_size=30))
def test_a_register_cannot_inject_a_command(name: str) -> None:
    """Each line is ours, and its properties end where we end them."""
    escaped = "".join(f"\\U{ord(character):08x}" for character in f"\n::error::{name}")
    report = checked(f'{SMALL}"{escaped}": 1\n', "DPO001", path=f"a,b::\n::error::{name}")
    *lines, _ = render(report, Layout()).removesuffix("\n").split("\n")
    assert len(lines) == len(report.findings)
    for line in lines:
        _, command, _ = line.split("::", 2)
        assert command.startswith("error file=a%2Cb%3A%3A")
        assert [part.split("=")[0] for part in command.split(" ", 1)[1].split(",")][:4] == [
            *("file", "line", "endLine", "col"),
        ]
