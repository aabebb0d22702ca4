"""The schemas can be had from what is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from privlint.schema.store import names

from ..conftest import ROOT, privlint


def test_every_schema_is_known() -> None:
    """Those that lie in the folder, by their names."""
    files = {path.name for path in (ROOT / "schemas").glob("*.schema.json")}
    assert {f"{name}.schema.json" for name in names()} == files


@pytest.mark.parametrize("name", names())
def test_a_schema_is_printed_byte_for_byte(tmp_path: Path, name: str) -> None:
    """A file that it is sent to is the file that is shipped."""
    done = privlint(tmp_path, "schema", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.encode() == (ROOT / "schemas" / f"{name}.schema.json").read_bytes()


@pytest.mark.parametrize("name", names())
def test_the_help_tells_of_every_schema(tmp_path: Path, name: str) -> None:
    """What it is the format of."""
    assert f"\n  {name} " in privlint(tmp_path, "schema", "--help").stdout


@pytest.mark.parametrize("arguments", [["regsiter"], []])
def test_an_unknown_schema_exits_with_2_and_lists_those_there_are(
    tmp_path: Path, arguments: list[str]
) -> None:
    """So that nobody has to look for them."""
    done = privlint(tmp_path, "schema", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert all(name in done.stderr for name in names())
