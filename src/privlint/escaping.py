"""Writes what was read so that it is only shown: in a terminal, Markdown, HTML or XML."""

from __future__ import annotations

import re
import unicodedata

# Cc: control characters; Cf: formatting ones, among them the bidirectional overrides that make
# text read differently from what it says; Cs: lone surrogates; Zl, Zp: further line breaks.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "&<>|`*_[]\\~!$"}
_CATCHY = r"(?i)(?<=[@#])|(?<=:)(?=//)|(?<=www)(?=\.)"  # compiled when it is needed, not at start
"""Behind what makes a mention, a reference or a link even without brackets."""
_COMMANDING = re.compile(r"##(?=\w*\[)")
_ZERO_WIDTH_SPACE = "&#8203;"


def printable(text: str) -> str:
    """Show what a terminal would obey or hide, such as escape sequences, as what it is.

    Pipelines obey `##[error]` and `##vso[...]` wherever they stand in a line of their log.
    """
    if "##" in text:
        text = _COMMANDING.sub(r"#\\u0023", text)
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def in_markdown(text: str) -> str:
    """Write a text so that Markdown and HTML show it, and do nothing else with it."""
    loose = re.split(_CATCHY, printable(text))
    return _ZERO_WIDTH_SPACE.join(part.translate(_SIGNS) for part in loose)


def in_html(text: str) -> str:
    """Write a text so that a browser shows it, and does nothing else with it."""
    # Only pages need it, and it takes a millisecond to load.
    from html import escape  # noqa: PLC0415

    return escape(printable(text))


def in_xml(text: str) -> str:
    """Leave nothing that XML cannot hold: after control characters, two more are not allowed."""
    return printable(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN:
        return character
    return " " if character == "\t" else f"\\u{ord(character):04x}"
