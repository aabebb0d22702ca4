"""Words of a register stay words in the record: no formula, no markup, no command."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import pytest
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from privlint.escaping import in_xml, printable
from privlint.exporters import Wish, ropa
from privlint.exporters.ropa import FORMATS

from ..reporters.reading import Page
from ..reporters.test_hostile import HOSTILE
from .reading import READERS, Tables
from .records import of_data, record, small, unread

FORMULAS = [
    "=1+1",
    '=HYPERLINK("https://evil.example","a")',
    "+1",
    "-1",
    "@SUM(1)",
    "  =1+1",
    "=cmd|' /C calc'!A0",
    "\t=1",
]
WORDS = [*HOSTILE[:-1], *FORMULAS]


def spoken(words: str) -> dict[str, Any]:
    """Return a register in which all that people write are these words."""
    data = small(
        controller={"name": words, "phone": words, "legal_form": words},
        recipients={"a": {"name": words, "does": words, "when": words}},
        purposes={
            "a": {
                "title": words,
                "words": words,
                "data": [{"categories": [{"is": "name", "words": words}], "recipients": ["a"]}],
                "retention": {"until": "other", "words": words, "when": words},
                "legal_basis": [{"basis": "unnamed", "reason": words, "law": words}],
            }
        },
        security={"measures": [{"measure": "other", "words": words, "of": words}]},
    )
    data["shop"]["name"] = words
    return data


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("words", WORDS)
def test_what_is_written_can_be_read_back(words: str, name: str) -> None:
    """As it is shown, in the cell of its activity."""
    rows = READERS[name](record(unread(spoken(words)), "gba", name))
    shows = in_xml if name == "xlsx" else printable
    want = " ".join(shows(" ".join(words.split())).split())
    told = {" ".join(row[0].split()) for row in rows if row}
    assert want in told or f"'{want}" in told


@pytest.mark.parametrize("words", WORDS)
def test_no_line_of_a_csv_begins_as_a_formula_does(words: str) -> None:
    """Neither a cell, nor a line in one, nor what stands behind blanks."""
    content = record(unread(spoken(words)), "gba", "csv").decode("utf-8-sig")
    for row in csv.reader(io.StringIO(content, newline="")):
        for cell in row:
            for line in cell.split("\n"):
                assert line.strip()[:1] not in {"=", "+", "-", "@"}, line
                assert "\t" not in line
                assert "\r" not in line


@pytest.mark.parametrize("words", WORDS)
def test_every_cell_of_a_workbook_is_a_text(words: str) -> None:
    """And is marked as one, so that it stays one when somebody edits it."""
    book = load_workbook(io.BytesIO(record(unread(spoken(words)), "ico", "xlsx")))
    for page in book.worksheets:
        for row in page.rows:
            assert {cell.data_type for cell in row} <= {"s", "n"}
            assert all(cell.value is None for cell in row if cell.data_type == "n")
            assert all(cell.quotePrefix for cell in row if cell.value)


@pytest.mark.parametrize("words", WORDS)
def test_a_page_shows_words_and_nothing_else(words: str) -> None:
    """It has the elements of a tame one; there is no script, and nothing is fetched."""
    page = Page(record(unread(spoken(words)), "gba", "html").decode())
    tame = Page(record(unread(spoken("x")), "gba", "html").decode())
    assert page.elements == tame.elements
    assert not {"script", "img", "link", "iframe", "object"} & {tag for tag, _ in page.elements}
    policy = next(attrs for tag, attrs in page.elements if "http-equiv" in attrs)
    assert (policy["content"] or "").startswith("default-src 'none'")


@pytest.mark.parametrize("words", WORDS)
def test_markdown_shows_words_and_nothing_else(words: str) -> None:
    """A renderer that allows HTML and links makes the elements of a tame record of it."""
    renderer = MarkdownIt("gfm-like", {"html": True, "linkify": False})

    def tags(said: str) -> list[tuple[str, dict[str, str | None]]]:
        text = record(unread(spoken(said)), "gba").decode()
        return Tables(renderer.render(text)).tags

    assert tags(words) == tags("x")


def test_a_cell_that_is_too_long_for_a_workbook_is_cut_and_told() -> None:
    """A workbook holds no more; every other format does."""
    made = of_data(small(controller={"name": "x" * 40_000}))
    done = ropa.export(made, Wish("xlsx", "ap"))
    assert [loss.message for loss in done.losses] == [
        "xlsx: row 3, column 2 of 'Who, and from what' is cut after 32,767 characters"
    ]
    cells = [cell for row in READERS["xlsx"](done.content) for cell in row]
    (cut,) = (cell for cell in cells if len(cell) > 1000)
    assert len(cut) == 32_767
    assert cut.endswith("[cut here: a cell holds no more]")
    assert ropa.export(made, Wish("csv", "ap")).losses == ()


def test_a_workbook_can_be_read_and_printed() -> None:
    """The head stays in sight, texts wrap, and a page is as wide as all columns."""
    content = record(unread(spoken("x")), "gba", "xlsx")
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Who, and from what", "Processing activities", "Recipients"]
    for page in book.worksheets:
        assert page.freeze_panes == "B2"
        assert page.print_title_rows == "$1:$1"
        assert page.page_setup.orientation == "landscape"
        setup = page.sheet_properties.pageSetUpPr
        assert setup is not None
        assert setup.fitToPage
        assert all(cell.alignment.wrap_text for row in page.rows for cell in row)
        assert all(page.column_dimensions[name].width > 20 for name in "AB")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-11-22T00:00:00Z" in archive.read("docProps/core.xml")
