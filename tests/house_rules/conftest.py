"""A file of house rules that is right, and registers to ask them of."""

from __future__ import annotations

from pathlib import Path

from privlint.examples import plain_path
from privlint.register import Register
from privlint.register.build import build
from privlint.register.view import Seen
from privlint.source.reader import read

RULES = """\
privlint: 1
family: acme
rules:
  ACM001:
    name: newsletter-data-kept-too-long
    title: Newsletter data are kept for more than 24 months.
    rationale: The house keeps the data of newsletters for at most 24 months.
    wrong_when: Wrong when the board has granted a longer period.
    severity: warning
    law: [Data policy 4.2]
    remedy: Keep them for 24 months, or ask the board.
    select: $.purposes[?@.kind == 'newsletter'].data[*].retention.entries[*]
    condition: longer(@.period, 'P24M')
    at: period
    message: the data of `{id}` are kept for {period}
    compliant: |
      purposes:
        newsletter:
          data:
            - categories: [name, email]
              retention: {period: P24M, from: unsubscribe}
    violating: |
      purposes:
        newsletter:
          data:
            - categories: [name, email]
              retention: {period: P3Y, from: unsubscribe}  # <- ACM001
  ACM002:
    name: processor-not-approved
    title: A processor is not on the list
    rationale: Only processors that were looked at may be used.
    severity: error
    certainty: likely
    law: [Procurement policy 7]
    remedy: Have the processor approved.
    select: $.recipients[?@.role == 'processor']
    condition: "!match(@.name, 'Plain Hosting|Plain Mail')"
    message: "{name} is not an approved processor"
    compliant: "statement: {version: 4}"
    violating: |
      recipients:
        host:                                # <- ACM002
          name: Cheap Hosting
"""
"""Two rules of a house: a period that is too long, and a processor that nobody looked at."""


def register_of(source: bytes | None = None) -> Register:
    """Build a register; without a source the small lawful one."""
    document = read(source if source is not None else plain_path().read_bytes())
    return build(document.data, document.written)


def view() -> Seen:
    """Return the view of the small lawful register."""
    return Seen(register_of())


def house(folder: Path, rules: str = RULES, config: str = 'rules = ["house.yaml"]\n') -> Path:
    """Write a configuration and the file of rules that it names; return the folder."""
    (folder / "house.yaml").write_text(rules, encoding="utf-8")
    (folder / "privlint.toml").write_text(config, encoding="utf-8")
    return folder
