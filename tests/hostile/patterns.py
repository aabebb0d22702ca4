"""Every regular expression of the code base, and texts on which it could take for ever."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..conftest import ROOT

_FUNCTIONS = {
    *("compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer"),
}
_KEYS = {"pattern", "patterns"}


def every() -> dict[str, str]:
    """Return the patterns, each by where it stands."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for line, pattern in _of_code(path):
            found[f"{path.name}:{line}"] = pattern
    data = [*(ROOT / "schemas").glob("*.json"), *(ROOT / "src").rglob("data/*.yaml")]
    for path in sorted(data):
        text = path.read_text(encoding="utf-8")
        content = json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
        for number, pattern in enumerate(_of_data(content)):
            found[f"{path.name}#{number}"] = pattern
    return found


def _of_code(path: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if not is_call or not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func
        of_re = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name)
        if of_re and called.value.id == "re" and called.attr in _FUNCTIONS:  # type: ignore[attr-defined]
            pattern = _text(node.args[0], named)
            if pattern is not None:
                yield node.lineno, pattern


def _text(node: ast.expr, named: dict[str, Any]) -> str | None:
    """Return a pattern as it is written; what is put into it when it is used stands as a word."""
    if isinstance(node, ast.Name) and isinstance(named.get(node.id), str):
        return str(named[node.id])
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


def pumps(pattern: str) -> list[str]:
    """Return short texts that, repeated, may keep a pattern busy: its own words and signs."""
    signs = [sign for sign in _SIGNS if re.search(re.escape(sign), pattern)] or ["a"]
    classes = [" ", "\n", "\t", "a", "0", "a ", " a", "0 ", "a-", "a.", "- ", ", ", "(", "\\", "'"]
    words = re.findall(r"[^\W\d_]{2,}", pattern)[:6]
    pairs = [one + other for one in signs[:8] for other in signs[:8] if one != other]
    return list(dict.fromkeys([*classes, *signs, *words, *(f"{w} " for w in words), *pairs]))


def prefixes(pattern: str) -> list[str]:
    """Return what may stand before: the first words and signs of a pattern."""
    words = re.findall(r"[^\W\d_]{2,}", pattern)[:3]
    signs = [sign for sign in "#&!-(['\"|" if sign in pattern]
    return list(dict.fromkeys(["", *words, *signs]))
