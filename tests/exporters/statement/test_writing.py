"""How a statement is written: safe Markdown, an accessible page, a measured text."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from privlint.register import Register
from tests.conftest import privlint

from .conftest import (
    PLAIN,
    Reader,
    every_language,
    every_shop,
    markdown,
    plain_with,
    read_file,
    read_page,
    small_with,
    write,
)

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[here](javascript:alert(1))",
    "javascript:alert(1)",
    "![x](http://evil.example/x.png)",
    "x | y || z",
    "**bold** _it_ `code` ~~no~~",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "&lt;b&gt; &amp; $content ${lang}",
    "\\| \\",
    "{name} {0} %s",
    "a\u200fb",
    "two\nlines",
)


def hostile(words: str) -> Register:
    """Return a shop that says these words wherever it can."""
    purpose = {"title": words, "when": words, "data": [{"unnamed": words}]}
    recipient = {"name": words, "does": words, "policy": words}
    return plain_with(
        controller={"name": words, "hours": words, "url": words},
        purposes={"orders": purpose},
        recipients={"host": recipient},
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_words_on_the_page(words: str) -> None:
    """No tag, no attribute and no link comes of them."""
    page = read_page(hostile(words))
    usual = {tag for tag, _ in read_page(plain_with()).tags}
    assert {tag for tag, _ in page.tags} <= usual | {"mark"}
    addresses = [attributes.get("href") or "" for _, attributes in page.tags]
    assert all(address.split(":")[0] in {"", "http", "https", "mailto"} for address in addresses)
    shown = " ".join(words.split()).replace("\u200f", "\\u200f")
    assert page.text.count(shown) >= 5


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_words_in_markdown(words: str) -> None:
    """What is read from Markdown is what the register says."""
    page = Reader()
    page.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(
        markdown(hostile(words))
    ))  # fmt: skip
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "img", "code", "em", "s"})
    addresses = [attributes.get("href") or "" for _, attributes in page.tags]
    assert all(address.split(":")[0] in {"", "http", "https", "mailto"} for address in addresses)
    shown = " ".join(words.split()).replace("\u200f", "\\u200f")
    assert page.text.count(shown) >= 5


@every_language
@every_shop
def test_the_tables_of_the_markdown_are_whole(path: Path, lang: str) -> None:
    """Every row has as many cells as its table has columns."""
    lines = markdown(read_file(path), lang).splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert rows
    tokens = MarkdownIt("commonmark").enable("table").parse("\n".join(lines))
    assert sum(token.type == "tr_open" for token in tokens) == len(rows) - sum(
        line.startswith("| ---") for line in rows
    )


@every_language
def test_the_page_holds_all_it_needs_and_nothing_that_runs(lang: str) -> None:
    """No script, no picture, no address that is fetched; the policy says so to the browser."""
    page = read_page(plain_with(), lang)
    assert ("html", {"lang": lang}) in page.tags
    names = {tag for tag, _ in page.tags}
    assert names.isdisjoint({"script", "img", "link", "iframe", "form", "object"})
    policies = [attributes for tag, attributes in page.tags if "http-equiv" in attributes]
    assert "default-src 'none'" in (policies[0]["content"] or "")


@every_language
def test_the_page_can_be_followed_by_a_screen_reader(lang: str) -> None:
    """Headings in order, tables with a caption and headers, one main part."""
    page = read_page(plain_with(), lang)
    levels = [int(tag[1]) for tag, _ in page.tags if tag in {"h1", "h2", "h3"}]
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    names = [tag for tag, _ in page.tags]
    assert names.count("caption") == names.count("table") > 3
    assert names.count("main") == 1
    heads = [attributes for tag, attributes in page.tags if tag == "th"]
    assert {attributes["scope"] for attributes in heads} == {"col", "row"}
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("lang", "formula"),
    [
        ("en", "Flesch "),
        ("nl", "Flesch-Douma "),
        ("fr", "Flesch-Kandel-Moles "),
        ("de", "Flesch-Amstad "),
    ],
)
@every_shop
def test_a_statement_is_easy_enough_to_read(path: Path, lang: str, formula: str) -> None:
    """At least standard by the formula of its language, in sentences of a dozen words."""
    (note,) = write(read_file(path), lang).notes
    assert note.startswith(f"reading level: {formula}")
    assert int(note.split(formula)[1].split()[0]) >= 60
    assert int(note.rsplit(", ", 1)[1].split()[0]) <= 12


def test_without_its_library_the_reading_level_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The statement is written all the same."""
    monkeypatch.setitem(sys.modules, "pyphen", None)
    done = write(small_with())
    assert done.content
    assert "pip install 'privlint[reading]'" in done.notes[0]


def test_the_command_writes_a_page_and_tells_the_reading_level(tmp_path: Path) -> None:
    """The page into its file, the level to standard error."""
    (tmp_path / "shop.yaml").write_bytes(PLAIN.read_bytes())
    done = privlint(
        tmp_path, "export", "shop.yaml", "--to", "statement", "--lang", "fr",
        "--output-format", "html=fr.html", "--as-of", "2026-11-22",
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines()[-1].startswith("reading level: Flesch-Kandel-Moles")
    assert '<html lang="fr">' in (tmp_path / "fr.html").read_text(encoding="utf-8")


def test_an_unknown_language_is_refused_with_those_that_exist(tmp_path: Path) -> None:
    """And with no statement."""
    (tmp_path / "shop.yaml").write_bytes(PLAIN.read_bytes())
    done = privlint(tmp_path, "export", "shop.yaml", "--to", "statement", "--lang", "tlh")
    assert (done.returncode, done.stdout) == (2, "")
    assert "en, nl, fr, de" in " ".join(done.stderr.split())
