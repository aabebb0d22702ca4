"""Registers to tell of, and how a statement is made and read back."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from privlint.exporters import Exported, Subject, Wish, target
from privlint.exporters.statement import LANGUAGES
from privlint.knowledge.facts import Knowledge
from privlint.linting import lint
from privlint.register import Register
from privlint.register.build import build
from tests.conftest import DAY, ROOT, SMALL, terms

SHOPS = sorted((ROOT / "policies").glob("*.yaml"))
LAWFUL = sorted((ROOT / "tests" / "registers" / "lawful").glob("*.yaml"))
PLAIN = ROOT / "tests" / "registers" / "plain.yaml"

every_register = pytest.mark.parametrize(
    "path", [*SHOPS, *LAWFUL, PLAIN], ids=lambda path: str(path.stem)
)
every_shop = pytest.mark.parametrize("path", SHOPS, ids=lambda path: str(path.stem))
every_language = pytest.mark.parametrize("lang", LANGUAGES)


def read(text: str) -> Register:
    """Read a register of the right shape."""
    done = lint("shop.yaml", text.encode(), terms(rules=()))
    assert done.document is not None, done.findings
    return build(done.document.data, done.document.written)


@cache
def read_file(path: Path) -> Register:
    """Read a register of the right shape from its file; it does not change."""
    return read(path.read_text(encoding="utf-8"))


def plain_with(**changes: Any) -> Register:
    """Read the plain register with sections changed; `None` takes one out."""
    data = yaml.safe_load(PLAIN.read_text(encoding="utf-8"))
    # JSON is YAML, and dates stay text.
    kept = {key: part for key, part in {**data, **changes}.items() if part is not None}
    return read(json.dumps(kept, ensure_ascii=False, default=str))


def small_with(lines: str = "") -> Register:
    """Read the smallest register, with lines added."""
    return read(SMALL + lines)


def write(
    register: Register, lang: str = "en", output_format: str = "markdown", day: date = DAY
) -> Exported:
    """Write a statement."""
    facts = Knowledge.load().as_of(day)
    wish = Wish(output_format, None, lang)
    return target("statement").export(Subject(register, facts, "shop.yaml"), wish)


def markdown(register: Register, lang: str = "en") -> str:
    """Write a statement as Markdown."""
    return write(register, lang).content.decode()


class Reader(HTMLParser):
    """Reads a page: its text, its headings, its tables, and whatever may load or lead away."""

    def __init__(self) -> None:
        """Read nothing yet."""
        super().__init__()
        self.said: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._skipping = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a tag."""
        self.tags.append((tag, dict(attrs)))
        self._skipping = tag in {"style", "title"}
        self.said.append(" " if tag in {"span", "td", "th", "li", "p", "dt", "dd", "h2"} else "")

    def handle_endtag(self, tag: str) -> None:
        """Take note of an end."""
        self._skipping = False
        self.said.append(" " if tag in {"h1", "h2", "h3", "dd"} else "")

    def handle_data(self, data: str) -> None:
        """Take note of text."""
        if not self._skipping:
            self.said.append(data)

    @property
    def text(self) -> str:
        """All that is shown, with single spaces."""
        return " ".join("".join(self.said).split())


def read_page(register: Register, lang: str = "en") -> Reader:
    """Write a statement as HTML, and read it."""
    reader = Reader()
    reader.feed(write(register, lang, "html").content.decode())
    return reader


@cache
def shop_text(path: Path, lang: str) -> str:
    """Return all that the page of a register shows."""
    return read_page(read_file(path), lang).text
