"""How a text is marked for translation where it is written down, and not yet in whose language."""

from __future__ import annotations


def mark(text: str) -> str:
    """Return the text; that of the catalogues is asked for when somebody reads it."""
    return text


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """Return the texts for one thing and for several."""
    return one, many
