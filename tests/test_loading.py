"""Rules are loaded from what Python compiled, and never from what it compiled of something else."""

from __future__ import annotations

import importlib.util
import os
import py_compile
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from privlint.loading import modules_below

PACKAGE = "loaded_in_a_test"


@pytest.fixture
def package(tmp_path: Path) -> Iterator[Path]:
    """Return a folder of modules, which nobody knows afterwards."""
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "b.py").write_text("SAID = 'b'\n", encoding="utf-8")
    (tmp_path / "a.py").write_text("SAID = 'a'\n", encoding="utf-8")
    (tmp_path / "_aside.py").write_text("1 / 0\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no module", encoding="utf-8")
    yield tmp_path
    forget()


def forget() -> None:
    """Forget the modules, as a new process would."""
    for name in [name for name in sys.modules if name.startswith(PACKAGE)]:
        del sys.modules[name]


def loaded(package: Path) -> dict[str, ModuleType]:
    """Load the modules as a new process would, by the ends of their names."""
    forget()
    found = {module.__name__: module for module in modules_below(str(package), PACKAGE)}
    return {name.removeprefix(f"{PACKAGE}."): module for name, module in found.items()}


def compiled(path: Path) -> Path:
    """Have a module compiled, and return where that lies."""
    return Path(py_compile.compile(str(path), doraise=True) or "")


def test_all_modules_are_loaded_by_their_names(package: Path) -> None:
    """Those of folders too; what begins with an underscore is left out."""
    found = loaded(package)
    assert {name: module.SAID for name, module in found.items()} == {"a": "a", "inner.b": "b"}
    assert sys.modules[f"{PACKAGE}.inner.b"] is found["inner.b"]
    assert found["a"].__file__ == str(package / "a.py")


def test_what_was_compiled_is_used(package: Path) -> None:
    """It is: a file that says otherwise, with the stamps of the source, is believed."""
    source = package / "a.py"
    other = package / "other.txt"
    other.write_text("SAID = 'c'\n", encoding="utf-8")
    stamps = source.stat()
    os.utime(other, ns=(stamps.st_atime_ns, stamps.st_mtime_ns))
    py_compile.compile(str(other), cfile=importlib.util.cache_from_source(str(source)))
    assert loaded(package)["a"].SAID == "c"


@pytest.mark.parametrize("text", ["SAID = 'x'\n", "SAID = 'longer'\n"])
def test_an_edited_rule_is_never_the_one_that_was_compiled(package: Path, text: str) -> None:
    """Whether its size is another, or only the time of its change."""
    source = package / "a.py"
    compiled(source)
    source.write_text(text, encoding="utf-8")
    os.utime(source, (2_000_000_000, 2_000_000_000))
    assert text.split("'")[1] == loaded(package)["a"].SAID


@pytest.mark.parametrize("content", [b"", b"short", b"\0" * 64])
def test_a_broken_compiled_file_is_ignored(package: Path, content: bytes) -> None:
    """The module is compiled anew."""
    compiled(package / "a.py").write_bytes(content)
    assert loaded(package)["a"].SAID == "a"


def test_a_compiled_file_that_breaks_off_is_ignored(package: Path) -> None:
    """Its head is right, and the rest is not there."""
    path = compiled(package / "a.py")
    path.write_bytes(path.read_bytes()[:20])
    assert loaded(package)["a"].SAID == "a"
