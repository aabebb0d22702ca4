"""The table of recipients: each once, with what is stated of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters import labels
from privlint.exporters.ropa.gaps import gap
from privlint.exporters.ropa.saying import flat, if_so, listed, quoted, told
from privlint.exporters.ropa.sheet import Table, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.ropa.cells import Cells
    from privlint.exporters.ropa.sheet import Cell
    from privlint.register import Recipient

_HEAD = ("Recipient", "Role", "What it does", "Where it is", "Transfers", "Further")


def parties(cells: Cells) -> Table:
    """Return the table of recipients."""
    rows = tuple(_row(cells, name, one) for name, one in cells.register.recipients.items())
    return Table("Recipients", _HEAD, rows)


def _row(cells: Cells, name: str, recipient: Recipient) -> tuple[Cell, ...]:
    register, where = cells.register, recipient.where
    roles = [labels.ROLES.get(recipient.role or ""), labels.RELATIONS.get(recipient.relation or "")]
    roles += ["software on the shop's own server"] if recipient.self_hosted else []
    does = [flat(recipient.does)] if recipient.does else []
    transfers = [cells.receive.whose(one) for one in register.transfers_of(recipient)]
    named = (
        ((*where, "role"), [role for role in roles if role]),
        ((*where, "does"), does),
        ((*where, "country"), [*_places(cells, recipient)]),
        ((*where, "transfers"), transfers),
        (where, [*_further(cells, recipient)]),
    )
    cells_of = (lines(*said) or gap(register, place) for place, said in named)
    kind = None if recipient.kind == "named" else labels.KINDS.get(recipient.kind or "")
    return (lines(told(cells.receive.name(name), kind, if_so(recipient.when))), *cells_of)


def _places(cells: Cells, recipient: Recipient) -> Iterator[str]:
    if recipient.address is not None:
        address = recipient.address
        named = (address.street, address.postcode, address.city)
        yield flat(" ".join(filter(None, named))) or "address"
    yield from dict.fromkeys(
        cells.say.country(place) for place in cells.register.places_of(recipient)
    )


def _further(cells: Cells, recipient: Recipient) -> Iterator[str]:
    say = cells.say
    for label, value in (
        ("company", recipient.legal_name if recipient.name else None),
        ("company number", recipient.company_number),
        ("its security", recipient.security),
        ("people are told", recipient.informed),
        ("its own statement", recipient.policy),
    ):
        if value:
            yield f"{label}: {flat(value)}"
    if recipient.categories:
        yield f"data: {say.kinds(recipient.categories)}"
    if recipient.retention is not None:
        yield f"keeps them: {say.retention(recipient.retention, {})}"
    for basis in recipient.legal_basis:
        yield f"basis: {say.basis(basis)}"
    if recipient.agreement:
        yield f"contract: {listed(labels.AGREEMENTS[one.kind] for one in recipient.agreement)}"
    yield from _uses(recipient)


def _uses(recipient: Recipient) -> Iterator[str]:
    """Yield what it does with the data for itself."""
    own = {True: "yes", False: "no, as the statement says", "anonymised": "anonymised only"}
    if recipient.own_purposes is not None:
        yield f"uses them for purposes of its own: {own[recipient.own_purposes]}"
    if recipient.passes_on is not None:
        to = recipient.passes_on.to or recipient.passes_on.words
        yield told("passes data on", f"to: {flat(to)}" if to else None)
    if recipient.collects_itself:
        yield "collects data itself on the site"
    if recipient.words and not recipient.name:
        yield quoted(recipient.words)
