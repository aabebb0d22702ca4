"""Folding: how two spellings of one name are found to be the same."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Fold case, accents and punctuation: `Autorité (des Données)` is `autorite des donnees`."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c)
    )
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())
