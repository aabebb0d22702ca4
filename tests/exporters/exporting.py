"""What the tests of exports share: the registers, and how one is exported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from privlint.exporters import Exported, Subject, Wish, target
from privlint.knowledge.facts import Knowledge
from privlint.register.build import build
from privlint.schema.store import schema
from privlint.source.reader import read

from ..conftest import DAY, ROOT, SHARED
from ..test_any_register import Drawer

SHOPS = sorted((ROOT / "policies").glob("*.yaml"))
PLAIN = ROOT / "tests" / "registers" / "plain.yaml"
REGISTERS = [*SHOPS, PLAIN]
DRAWN = 60
"""How many registers are drawn at random."""


def subject(source: bytes) -> Subject:
    """Return a register to export."""
    document = read(source)
    register = build(document.data, document.written)
    return Subject(register, Knowledge.load().as_of(DAY), "shop.yaml")


def exported(source: bytes | Path, name: str, form: str) -> Exported:
    """Export a register."""
    content = source.read_bytes() if isinstance(source, Path) else source
    return target(name).export(subject(content), Wish(form))


def drawn(seed: int) -> bytes:
    """Return a register that says anything the format allows, hostile words among it."""
    return json.dumps(Drawer(seed).draw(schema("register")), ensure_ascii=False).encode()


def messages(made: Exported) -> list[str]:
    """Return what is told of an export."""
    return [loss.message for loss in made.losses]


def reference(name: str) -> Any:
    """Return what lies in a file of the reference data; without it the test is skipped."""
    path = SHARED / "reference" / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand")
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if name.endswith(".json") else set(text.split())
