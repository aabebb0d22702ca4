"""The code of a rule as a terminal shows it: in the colour of its severity, with a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.reporters.address import address
from privlint.rule import Severity

if TYPE_CHECKING:
    from privlint.reporters.layout import Layout
    from privlint.rule import Card

STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFO: "bold cyan",
}


def code(card: Card, layout: Layout, style: str) -> str:
    """Return the code, as a link to the page that tells of the rule where there is one."""
    painted = layout.paint(card.code, style)
    target = address(card)
    return layout.link(painted, target) if target is not None else painted
