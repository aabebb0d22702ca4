"""Recipients, as TILT describes them at each kind of data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint import tilt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from privlint.exporters.tilt_texts import Scribe
    from privlint.register import Recipient, RecipientRef, Register

PUBLIC = {"authority": "public authority", "public": "the public"}
"""The kinds of recipients that are a category in themselves."""


def receivers(
    refs: Sequence[RecipientRef], register: Register, scribe: Scribe
) -> list[dict[str, Any]]:
    """Return those whom data go to; a reference that points nowhere is left out, and so lost."""
    return [
        recipient_of(register.recipients[scribe.ledger.take(ref, "to")], ref, scribe)
        for ref in refs
        if ref.to in register.recipients
    ]


def recipient_of(recipient: Recipient, ref: RecipientRef | None, scribe: Scribe) -> dict[str, Any]:
    """Return a recipient: named with what it does, or described."""
    take = scribe.ledger.take
    notes = scribe.notes(recipient, "legal_name", "role")
    notes += scribe.notes(ref, "when", "for_")
    notes.append(("only if", take(recipient, "when")))
    kind = take(recipient, "kind")
    made: dict[str, Any] = {}
    if kind == "category":
        main = take(recipient, "name")
        notes += scribe.notes(recipient, "does")
        notes.append(("described", "yes" if main is None else None))
    elif kind in PUBLIC:
        main = PUBLIC[kind]
        notes += scribe.notes(recipient, "does")
    else:
        main = take(recipient, "does")
        if main is not None and recipient.name is None:
            # Without a name, the category would be taken for one.
            notes.append(("name", tilt.NOT_STATED))
    if kind != "category" and recipient.name is not None:
        made["name"] = take(recipient, "name")
    if main is None:
        scribe.ledger.fill(recipient.where, "the category of a recipient")
    if (line := scribe.one_line(recipient)) is not None:
        made["address"] = line
    if recipient.seat is not None:
        take(recipient, "country")
        made["country"] = recipient.seat
    representative = _contact(recipient, scribe)
    return {**made, **representative, "category": scribe.join(main, notes)}


def _contact(recipient: Recipient, scribe: Scribe) -> dict[str, Any]:
    """Return how the recipient is reached, which TILT asks of its representative."""
    contact = recipient.contact
    made = dict(scribe.phone(contact))
    if (email := scribe.optional_email(contact)) is not None:
        made["email"] = email
    return {"representative": made} if made else {}
