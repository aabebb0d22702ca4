"""Registers and records that the tests of the exports share."""

from __future__ import annotations

from typing import Any

import yaml

from privlint.exporters import Subject, Wish, ropa
from privlint.knowledge.facts import Knowledge
from privlint.linting import lint
from privlint.register import Register
from privlint.register.build import build

from ..conftest import DAY, ROOT, terms

PLAIN = ROOT / "tests/registers/plain.yaml"
SHOPS = sorted((ROOT / "policies").glob("*.yaml"))


def subject(text: str, path: str = "shop.yaml") -> Subject:
    """Return a register that has the right shape, to be exported."""
    document = lint(path, text.encode(), terms()).document
    assert document is not None, text
    register: Register = build(document.data, document.written)
    return Subject(register, Knowledge.load().as_of(DAY), path)


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
