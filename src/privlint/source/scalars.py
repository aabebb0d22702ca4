"""What a plain scalar means: as JSON would read it, and never one of two things."""

from __future__ import annotations

import math
import re
from typing import Any

WORDS = {"true": True, "false": False, "null": None, "": None}
SUSPECT = frozenset("-+.~0123456789NTF")
"""What begins a plain scalar that may be a number, or read in two ways."""

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?", re.ASCII)
_AMBIGUOUS = re.compile(
    r"~|Null|NULL|True|TRUE|False|FALSE"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    r"|[-+]?\d+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?",
    re.ASCII,
)
_LONGEST_NUMBER = len("-2.2250738585072014e-308")  # as long as a number of 64 bits can be

_MANY_DIGITS = 16


class AmbiguousError(ValueError):
    """A scalar that can be read in two ways; the message is what to do."""


def meaning(text: str) -> Any:
    """Return what a plain scalar stands for; raises `AmbiguousError`."""
    if text in WORDS:
        return WORDS[text]
    if text.isdecimal() and text.isascii() and text[0] != "0" and len(text) < _MANY_DIGITS:
        # So are most numbers: patterns would take three times as long.
        return int(text)
    if not _AMBIGUOUS.fullmatch(text):
        return text
    is_number = _NUMBER.fullmatch(text) is not None
    if is_number and len(text) <= _LONGEST_NUMBER:
        number = float(text) if any(c in ".eE" for c in text) else int(text)
        if math.isfinite(number):
            return number
    raise AmbiguousError(
        "write it in quotes" if is_number else "write it in quotes, or as JSON would"
    )
