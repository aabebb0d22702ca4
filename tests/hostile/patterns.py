"""Every regular expression of the code base, and texts on which it could take for ever."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ..conftest import ROOT

_FUNCTIONS = {
    *("compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer"),
}
_KEYS = {"pattern", "patterns"}


_ANCHORED = {"match", "fullmatch"}


class Pattern(NamedTuple):
    """A regular expression, and whether it is only held against the start of a text."""

    text: str
    is_anchored: bool


def every() -> dict[str, Pattern]:
    """Return the patterns, each by where it stands."""
    found: dict[str, Pattern] = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for line, pattern in _of_code(path):
            found[f"{path.relative_to(ROOT / 'src' / 'privlint')}:{line}"] = pattern
    data = [*(ROOT / "schemas").glob("*.json"), *(ROOT / "src").rglob("data/*.yaml")]
    for path in sorted(data):
        text = path.read_text(encoding="utf-8")
        content = json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
        for number, told in enumerate(_of_data(content)):
            found[f"{path.name}#{number}"] = Pattern(told, path.name == "bases.yaml")
    return found


def _of_code(path: Path) -> Iterator[tuple[int, Pattern]]:
    """Yield the patterns of a module; one that is compiled is used by its name."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assigned = [node for node in tree.body if isinstance(node, ast.Assign)]
    named = {ast.unparse(node.targets[0]): node.value for node in assigned}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        found = re.fullmatch(r"re\.(\w+)", ast.unparse(node.func))
        if found is None or found[1] not in _FUNCTIONS:
            continue
        pattern = _text(node.args[0], named)
        if pattern is not None:
            used = {found[1]}
            if found[1] == "compile":
                name = next((name for name, value in named.items() if value is node), "")
                used = set(re.findall(rf"\b{name}\.(\w+)\(", text)) if name else {"search"}
            yield node.lineno, Pattern(pattern, bool(used) and used <= _ANCHORED)


def _text(node: ast.expr, named: dict[str, ast.expr]) -> str | None:
    """Return a pattern as it is written; what is put into it when it is used stands as a word."""
    node = named.get(ast.unparse(node), node)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (p.value if isinstance(p, ast.Constant) else "word" for p in node.values)
        return "".join(map(str, parts))
    return None


def _of_data(content: Any) -> Iterator[str]:
    if isinstance(content, list):
        for item in content:
            yield from _of_data(item)
    elif isinstance(content, dict):
        for key, value in content.items():
            if key in _KEYS:
                yield from _texts(value)
            yield from _of_data(value)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value if isinstance(value, list) else value.values():
            yield from _texts(item)


_SIGNS = " \t\r\n\f\"'\\#&!*-+.,:;()[]{}<>|@=%$~^_/?aAzZ09\u00e9\u0300\u2022"


def attacks(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield beginnings, and what repeated behind them may keep a pattern busy."""
    signs = [sign for sign in _SIGNS if sign in pattern]
    every_word = re.findall(r"[^\W\d_]{2,}", pattern)
    words = every_word[:3]
    letters = list(dict.fromkeys(re.findall(r"(?<!\\)[^\W_]", pattern)))
    all_but_last = ["".join(letters[:-1]), " ".join(every_word[:-1])]
    usual = [" ", "\n", "a", "0", "a ", "0 ", "a-", "- ", ", ", "(", "A"]
    pumps = [*usual, *signs, *words, *(f"{word} " for word in words), *filter(None, all_but_last)]
    for start in dict.fromkeys(["", *words[:1], *(sign for sign in "#&([\"'|" if sign in pattern)]):
        for pump in dict.fromkeys(pumps):
            yield start, pump
