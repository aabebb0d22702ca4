"""Ask all rules of the small lawful register with something changed."""

from __future__ import annotations

from datetime import date

from privlint.catalogue import catalogue
from privlint.examples import flags
from privlint.knowledge.facts import Knowledge

from ..conftest import DAY


def found(patch: str, *, as_of: date = DAY, text: str = "") -> set[str]:
    """Return the codes flagged on `plain.yaml` with a patch (RFC 7396, YAML) laid over it."""
    facts = Knowledge.load().as_of(as_of)
    return {code for _, code in flags(f"\n{patch}", text, catalogue(), facts)}
