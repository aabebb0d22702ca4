"""Read a statement's text from its bytes: plain text, or HTML reduced to it."""

from __future__ import annotations

import re

from privlint.source.characters import BOM

_HTML_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
_HTML_START = re.compile(r"\s*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE)


class StatementError(Exception):
    """A statement that cannot be read; the message says why, and what to do."""

    def __init__(self, path: str, message: str) -> None:
        """Name the file as the user knows it."""
        super().__init__(f"{path} {message}")
        self.path = path


def decode_statement(source: bytes, name: str) -> str:
    """Return the text of a statement; `name` is its file's. Raises `StatementError`.

    Nothing is guessed: a text that is not UTF-8 is refused, and so is one without a single letter.
    """
    try:
        text = source.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        line = source[: error.start].count(b"\n") + 1
        message = f"is not UTF-8 (line {line}); save it as UTF-8"
        raise StatementError(name, message) from None
    if _HTML_NAME.search(name) or _HTML_START.match(text):
        text = _text_of_html(text, name)
    if not any(character.isalnum() for character in text):
        raise StatementError(name, "holds no text")
    return text


def _text_of_html(html: str, name: str) -> str:
    try:
        from html_text import extract_text  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        message = "is HTML; to read it: pip install 'privlint[html]', or save it as text"
        raise StatementError(name, message) from None
    return str(extract_text(html)) if html.strip() else ""
