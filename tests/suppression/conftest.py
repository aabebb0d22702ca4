"""What tests of suppression share: one register, checked on one day."""

from __future__ import annotations

from typing import Any

from privlint.linting import lint
from privlint.suppression.allowance import Allowance
from privlint.suppression.settle import Settled
from tests.conftest import DAY, terms

REGISTER = """\
privlint: 1
shop: {name: Small Shop, country: BE}
statement: {language: nl}
purposes:
  newsletter:
    kind: newsletter
    legal_basis: [{basis: consent}]
    data:
      - categories: [email]
        source: data_subject
"""
"""RET001 is found on line 4, CON001 on line 7, DPO001 on line 1."""


def settled(text: str, *selectors: str, **allowed: Any) -> Settled:
    """Check a register by some rules, and settle what is found."""
    asked = terms(*(selectors or ("RET001", "CON001", "DPO001")))
    allowance = Allowance(DAY).replace(**allowed)
    done = lint("policies/a.yaml", text.encode(), asked.replace(allowance=allowance))
    return done.settled


def counted(text: str, *selectors: str, **allowed: Any) -> list[str]:
    """Return what counts in it, as `code line`."""
    found = settled(text, *selectors, **allowed).findings
    return [f"{one.card.code} {one.span.start_line}" for one in found]
