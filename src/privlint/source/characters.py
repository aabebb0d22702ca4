"""The characters that a register must not hold: YAML forbids them, or they hide what it says."""

from __future__ import annotations

import re

# In two parts: one class that reaches from U+0000 to U+FFFF takes milliseconds to compile.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_FURTHER = "\u2028\u2029\ufeff\ufffe\uffff"  # the first two break lines in libyaml, not in editors
BOM = "\ufeff"
_OVERRIDES = "\u202d\u202e"
_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c"} | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
"""What opens a stretch of text in its own direction, with what closes it."""
_BREAKS = "\r\n"


_HARMLESS = bytes([*b"\t\n\r", *range(0x20, 0x7F)])


def unusual(source: bytes) -> str:
    """Return what of a text in UTF-8 is neither printable ASCII nor a tab or a line break.

    That is little, and quickly taken out: what is not in it need not be looked for in the text.
    """
    return source.translate(None, _HARMLESS).decode()


def forbidden(text: str) -> int | None:
    """Return where the first character stands that is not allowed; `None` if there is none."""
    control = _CONTROLS.search(text)
    places = [control.start()] if control else []
    places += [text.index(character) for character in _FURTHER if character in text]
    return min(places, default=None)


def reordering(text: str) -> int | None:
    """Return where the first character stands that makes text read otherwise than it is.

    That is one that overrides the direction of letters, or opens another direction and is not
    closed on its line: then what follows is shown elsewhere than where it stands. Marks (U+200E,
    U+200F), and stretches that are closed, are part of names in Arabic and Hebrew.
    """
    marks = (*_OVERRIDES, *_OPENING)
    if not any(mark in text for mark in marks):
        return None
    # Only a text that has one pays for the pattern.
    opened: list[tuple[int, str]] = []
    for found in re.finditer("[\u202a-\u202e\u2066-\u2069\r\n]", text):
        character = found[0]
        if character in _OVERRIDES:
            opened.append((found.start(), ""))
        elif character in _OPENING:
            opened.append((found.start(), _OPENING[character]))
        elif opened and opened[-1][1] == character:
            opened.pop()
        if opened and (not opened[-1][1] or character in _BREAKS):
            return opened[0][0]
    return opened[0][0] if opened else None
