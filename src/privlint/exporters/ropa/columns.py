"""The columns that a layout can have, by what they ask; labels are the layout's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters import labels
from privlint.exporters.ropa import abroad
from privlint.exporters.ropa.gaps import gap
from privlint.exporters.ropa.saying import flat, listed, told
from privlint.exporters.ropa.sheet import lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from privlint.exporters.ropa.activities import Activity
    from privlint.exporters.ropa.cells import Cells
    from privlint.exporters.ropa.sheet import Cell

    Fill = Callable[[Cells, Activity], Cell]


def _interests(cells: Cells, activity: Activity) -> Cell:
    """Say the legitimate interests that are named, and whose they are."""
    found = []
    for basis in activity.bases:
        if basis.interest:
            whose = listed(labels.WHOSE[one] for one in basis.whose)
            found.append(told(flat(basis.interest), f"of: {whose}" if whose else None))
    return _or_gap(cells, activity, found)


def _special_basis(cells: Cells, activity: Activity) -> Cell:
    """Say the conditions for special data that are stated."""
    found = [said for basis in activity.bases if (said := cells.say.special(basis))]
    return _or_gap(cells, activity, found)


def _balancing(cells: Cells, activity: Activity) -> Cell:
    """Say what is told of the balancing of interests."""
    found = [labels.BALANCING[one] for basis in activity.bases for one in basis.balancing]
    if cells.register.claims_of("balancing_on_request"):
        found.append(labels.BALANCING["on_request"])
    return _or_gap(cells, activity, found)


def _or_gap(cells: Cells, activity: Activity, found: list[str]) -> Cell:
    if found:
        return lines(*dict.fromkeys(found))
    return gap(cells.register, (*activity.where, "legal_basis"))


def _never(cells: Cells, _: Activity) -> Cell:
    """Say of what no statement tells that it does not."""
    return gap(cells.register)


COLUMNS: Mapping[str, Fill] = {
    "balancing": _balancing,
    "bases": lambda cells, activity: cells.bases(activity),
    "categories": lambda cells, activity: cells.categories(activity),
    "combination": lambda cells, activity: cells.everywhere.combination(activity),
    "contracts": abroad.contracts,
    "countries": abroad.countries,
    "decisions": lambda cells, activity: cells.everywhere.decisions(activity),
    "description": lambda cells, activity: cells.description(activity),
    "interests": _interests,
    "joint": lambda cells, _: cells.everywhere.joint(),
    "location": lambda cells, _: cells.everywhere.location(),
    "never": _never,
    "processors": abroad.processors,
    "purpose": lambda cells, activity: cells.purpose(activity),
    "recipients": lambda cells, activity: cells.recipients(activity),
    "retention": lambda cells, activity: cells.retention(activity),
    "rights": lambda cells, _: cells.everywhere.rights(),
    "safeguards": abroad.safeguards,
    "security": lambda cells, _: cells.everywhere.security(),
    "sensitive": lambda cells, activity: cells.sensitive(activity),
    "source": lambda cells, activity: cells.source(activity),
    "special_basis": _special_basis,
    "subjects": lambda cells, activity: cells.subjects(activity),
    "technologies": lambda cells, _: cells.everywhere.technologies(),
    "transfers": abroad.transfers,
}
