"""Ask all rules of the small lawful register with something changed."""

from __future__ import annotations

import json
from datetime import date

from privlint.catalogue import catalogue
from privlint.examples import flags, merged, plain_path
from privlint.judging import judge
from privlint.knowledge.facts import Knowledge
from privlint.register.build import build
from privlint.rule import Card, Flag
from privlint.source.reader import read

from ..conftest import DAY


def found(patch: str, *, as_of: date = DAY, text: str = "") -> set[str]:
    """Return the codes flagged on `plain.yaml` with a patch (RFC 7396, YAML) laid over it."""
    facts = Knowledge.load().as_of(as_of)
    return {code for _, code in flags(f"\n{patch}", text, catalogue(), facts)}


def graded(patch: str, *, as_of: date = DAY) -> set[str]:
    """Return the codes as `found` does, each with how grave it is there: `BAS001 warning`."""
    graves = ((card, flag.severity or card.severity) for card, flag in raised(patch, as_of=as_of))
    return {f"{card.code} {severity.word}" for card, severity in graves}


def raised(patch: str, *, as_of: date = DAY) -> tuple[tuple[Card, Flag], ...]:
    """Return the flags on `plain.yaml` with a patch laid over it, each with its rule's card."""
    data = merged(read(plain_path().read_bytes()).data, read(patch.encode()).data)
    document = read(json.dumps(data).encode())
    register = build(document.data, document.written)
    judged = judge(register, Knowledge.load().as_of(as_of), catalogue(), None)
    assert judged.crashes == ()
    return judged.raised
