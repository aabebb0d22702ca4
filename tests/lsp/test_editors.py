"""What `docs/editors.md` and the README show for editors: it can be read, and it works."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ..conftest import ROOT, SMALL, privlint

PAGES = (ROOT / "README.md", ROOT / "docs" / "editors.md")
SETTINGS = re.compile(r"^```jsonc\n// (\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def settings(file: str) -> list[Any]:
    """Return what the pages show as such a file of an editor."""
    found = (one for page in PAGES for one in SETTINGS.findall(page.read_text(encoding="utf-8")))
    return [json.loads(text) for name, text in found if name == file]


def servers() -> Iterator[list[str]]:
    """Yield the commands that start the server."""
    for shown in settings(".vscode/settings.json"):
        assert shown["glspc.server.languageId"] == ["yaml"]
        yield [shown["glspc.server.command"], *shown["glspc.server.commandArguments"]]
    for page in PAGES:
        for words in re.findall(r"cmd = \{ (.*?) \}", page.read_text(encoding="utf-8")):
            yield [word.strip('"') for word in words.split(", ")]
    (helix,) = re.findall(r"^```toml\n(.*?)^```$", PAGES[1].read_text(), re.DOTALL | re.MULTILINE)
    shown = tomllib.loads(helix)["language-server"]["privlint"]
    yield [shown["command"], *shown["args"]]


def tasks() -> list[Any]:
    """Return the tasks that are shown, of VS Code and of Zed."""
    (code,) = settings(".vscode/tasks.json")
    (zed,) = settings(".zed/tasks.json")
    return [*code["tasks"], *zed]


def test_every_editor_starts_the_server() -> None:
    """By the command that there is."""
    shown = [*servers()]
    assert len(shown) == 6
    assert all(command == ["privlint", "lsp"] for command in shown)


@pytest.mark.parametrize("task", tasks(), ids=("code", "zed"))
def test_a_task_tells_of_every_finding(task: Any, tmp_path: Path) -> None:
    """With a place on each line, which the pattern of VS Code finds."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "shop.yaml").write_text(f"{SMALL}rihgts: {{}}\n", encoding="utf-8")
    done = privlint(tmp_path, *task["args"])
    assert (task["command"], done.returncode) == ("privlint", 4)
    told, *_ = done.stdout.splitlines()
    pattern = task.get("problemMatcher", {}).get("pattern")
    if pattern is None:
        assert told.startswith("policies/shop.yaml:4:1: INP016 ")
        return
    found = re.match(pattern["regexp"], told)
    assert found
    names = ("file", "line", "column", "code")
    assert [found[pattern[name]] for name in names] == ["policies/shop.yaml", "4", "1", "INP016"]
    assert found[pattern["message"]].startswith("[*] `rihgts` is not known")
