"""Draw up the data map of one register, as of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.data_map.flows import flows
from privlint.data_map.storage import storage
from privlint.data_map.values import DataMap

if TYPE_CHECKING:
    from privlint.knowledge.facts import Facts
    from privlint.register import Register


def data_map(register: Register, facts: Facts) -> DataMap:
    """Return what is said of who gets which data, where they go and how long they are kept.

    Nothing is added but the places that are known of companies, marked as such.
    """
    return DataMap(register.shop.name, flows(register, facts), storage(register))
