"""The characters that a YAML stream must not hold."""

from __future__ import annotations

import re

# In two parts: one class that reaches from U+0000 to U+FFFF takes milliseconds to compile.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_FURTHER = "\u2028\u2029\ufeff\ufffe\uffff"  # the first two break lines in libyaml, not in editors
BOM = "\ufeff"


def forbidden(text: str) -> int | None:
    """Return where the first character stands that is not allowed; `None` if there is none."""
    control = _CONTROLS.search(text)
    places = [control.start()] if control else []
    places += [text.index(character) for character in _FURTHER if character in text]
    return min(places, default=None)
