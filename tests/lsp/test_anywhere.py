"""Whatever is asked, wherever the cursor is, whatever is still missing: there is an answer."""

from __future__ import annotations

import pytest

from privlint.lsp.actions import actions
from privlint.lsp.buffer import Buffer
from privlint.lsp.completion import completions
from privlint.lsp.grammar import forms, refers_to
from privlint.lsp.hover import hover
from privlint.lsp.ids import declaration, named, uses
from privlint.lsp.outline import Kind, entries
from privlint.lsp.symbols import symbols
from privlint.where import Where

from ..conftest import ROOT
from .editing import SHOP

PLAIN = (ROOT / "tests/registers/plain.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [SHOP, SHOP.replace("\n", "\r\n")], ids=["lf", "crlf"])
def test_a_register_that_grows_letter_by_letter_can_be_asked_about(text: str) -> None:
    """Cut off anywhere, as it is while somebody writes it from top to bottom."""
    for end in range(len(text)):
        buffer = Buffer("file:///policies/shop.yaml", text[:end])
        for choice in completions(buffer, end):
            assert choice.start <= end <= choice.end
            assert "\n" not in buffer.text[choice.start : choice.end]
        hover(buffer, end)
        found = named(buffer.outline, end)
        if found is not None:
            declaration(buffer.outline, found[0])
            list(uses(buffer.outline, found[0]))
    assert buffer.findings


def test_every_place_of_a_register_can_be_asked_about() -> None:
    """And what is offered in place of a word lies on its line."""
    buffer = Buffer("file:///policies/plain.yaml", PLAIN)
    for offset in range(0, len(PLAIN), 11):
        hover(buffer, offset)
        list(actions(buffer, offset, offset))
        for choice in completions(buffer, offset):
            assert choice.start <= offset <= choice.end
    assert symbols(buffer)


def test_every_word_of_a_register_is_among_what_is_offered_in_its_place() -> None:
    """Every key, every word of a closed list, every id that refers to an entry."""
    buffer = Buffer("file:///policies/plain.yaml", PLAIN)
    offered = 0
    for where, entry in entries(buffer.outline):
        value = entry.value
        if isinstance(entry.key, str) and entry.key in _keys(where[:-1]):
            assert entry.key in _labels(buffer, entry.end), where
            offered += 1
        if value.kind is Kind.SCALAR and (refers_to(where) or _is_closed(where)):
            assert value.text in _labels(buffer, value.end - (not value.is_plain)), where
            offered += 1
    assert offered > 300


def _labels(buffer: Buffer, offset: int) -> set[str]:
    return {choice.label for choice in completions(buffer, offset)}


def _keys(where: Where) -> set[str]:
    return {key for form in forms(where) for key in form.keys}


def _is_closed(where: Where) -> bool:
    scalars = [form for form in forms(where) if form.type not in {"object", "array"}]
    return bool(scalars) and all(form.choices for form in scalars)
