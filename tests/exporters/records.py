"""Registers and records that the tests of the exports share."""

from __future__ import annotations

from typing import Any

import yaml

from privlint.exporters import Subject, Wish, ropa
from privlint.knowledge.facts import Knowledge
from privlint.linting import lint
from privlint.register import Register
from privlint.register.build import build
from privlint.running.reading import reading_terms

from ..conftest import DAY, ROOT

PLAIN = ROOT / "tests/registers/plain.yaml"
SHOPS = sorted((ROOT / "policies").glob("*.yaml"))


def subject(text: str, path: str = "shop.yaml") -> Subject:
    """Return a register that has the right shape, to be exported."""
    known = Knowledge.load()
    document = lint(path, text.encode(), reading_terms(known, DAY, DAY)).document
    assert document is not None, text
    register: Register = build(document.data, document.written)
    return Subject(register, known.as_of(DAY), path)


def unread(data: dict[str, Any]) -> Subject:
    """Return a register of plain data that the reader need not let through."""
    register: Register = build(data, lambda _: "")
    return Subject(register, Knowledge.load().as_of(DAY), "shop.yaml")


def of_data(data: dict[str, Any]) -> Subject:
    """Return a register of plain data."""
    return subject(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def record(made: Subject, layout: str = "ap", name: str = "markdown") -> bytes:
    """Return the record of a register."""
    return ropa.export(made, Wish(name, layout)).content


def small(**sections: Any) -> dict[str, Any]:
    """Return the data of a register that says nothing but these sections."""
    shop = {"name": "Small Shop", "country": "BE"}
    return {"privlint": 1, "shop": shop, "statement": {"language": "nl"}, **sections}
