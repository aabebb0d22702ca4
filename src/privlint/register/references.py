"""Which entries of a register refer to which: every place where the format takes an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.register.cookies import Analytics, Cookie, Cookies, Embed
from privlint.register.node import remembered
from privlint.register.parties import ContactChannel, JointController
from privlint.register.parts import ContactPoint, RecipientRef, RetentionEntry
from privlint.register.purposes import DataGroup, Provision
from privlint.register.recipients import Transfer
from privlint.register.rights import Right
from privlint.register.statement import AutomatedDecision, Claim, NamedDocument, Storage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.register.model import Register
    from privlint.register.node import Node
    from privlint.where import Where

RECIPIENTS = ("recipients",)
PURPOSES = ("purposes",)
DOCUMENTS = ("documents",)

_PLACES: tuple[tuple[type[Node], str, tuple[str, ...]], ...] = (
    (RecipientRef, "to", RECIPIENTS),
    (DataGroup, "held_by", RECIPIENTS),
    (DataGroup, "via", RECIPIENTS),
    (Transfer, "recipients", RECIPIENTS),
    (Storage, "by", RECIPIENTS),
    (Cookie, "provider", RECIPIENTS),
    (Analytics, "tool", RECIPIENTS),
    (Embed, "recipients", RECIPIENTS),
    (JointController, "recipient", RECIPIENTS),
    (ContactChannel, "recipient", RECIPIENTS),
    (ContactPoint, "recipient", RECIPIENTS),
    (NamedDocument, "recipient", RECIPIENTS),
    (AutomatedDecision, "by", RECIPIENTS),
    (AutomatedDecision, "purposes", PURPOSES),
    (Provision, "purposes", PURPOSES),
    (RetentionEntry, "purposes", PURPOSES),
    (Right, "purposes", PURPOSES),
    (Claim, "about", RECIPIENTS + PURPOSES),
    (Cookies, "details_in", DOCUMENTS),
)
"""In which key of which part ids stand, and the sections whose entries they can mean."""

SHOP = "controller"
"""Who decides, where it is the shop itself (`automated_decisions.decisions[].by`)."""


class Reference(Record):
    """One id that stands for an entry elsewhere."""

    to: str
    sections: tuple[str, ...]
    """Where that entry can stand: `recipients`, `purposes`, `documents` (of the statement)."""
    holder: Node
    """The part that refers."""
    where: Where


@remembered
def references(register: Register) -> tuple[Reference, ...]:
    """Return every reference of a register, whether or not its entry is there."""
    return tuple(_references(register))


def _references(register: Register) -> Iterator[Reference]:
    for part, key, sections in _PLACES:
        for holder in register.all(part):
            held = getattr(holder, key)
            several = isinstance(held, tuple)
            for n, to in enumerate(held if several else (held,)):
                # A recipient that is written without `to` stands where its reference stands.
                at = () if part is RecipientRef else (key, n) if several else (key,)
                if to is not None and (part, to) != (AutomatedDecision, SHOP):
                    yield Reference(to, sections, holder, (*holder.where, *at))
