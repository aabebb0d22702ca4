"""What a register says and the statement does not repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.contract import Loss
from privlint.exporters.statement import receivers, rights
from privlint.register import Transfer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.statement.telling import Telling
    from privlint.register import Right


def losses(t: Telling) -> Iterator[Loss]:
    """Yield what is left out, or told with a doubt, and why."""
    yield from _sentences(t)
    yield from _rights(t)
    yield from _authorities(t)
    for one in t.register.all(Transfer):
        if receivers.is_dead(t, one):
            message = f"`{one.safeguard}` carries no transfer on {t.facts.day}, as the text says"
            yield Loss((*one.where, "safeguard"), message)


def _sentences(t: Telling) -> Iterator[Loss]:
    for key, why in (
        ("claims", "are left out: a statement tells facts, and gives no assurances"),
        ("faults", "are left out: they are of the old text"),
    ):
        found = getattr(t.register, key)
        if found:
            yield Loss((key,), f"{len(found)} {key} {why}")
    for law in t.register.statement.laws[:1]:
        yield Loss(law.where[:-1], "the laws that the old text names are left out")
    if t.register.security is not None and t.register.security.guarantee:
        message = "the guarantee is left out: nobody can give it"
        yield Loss((*t.register.security.where, "guarantee"), message)


def _rights(t: Telling) -> Iterator[Loss]:
    told, applying = t.register.rights, rights.applying(t)
    for key in rights.EVERY:
        right: Right | None = getattr(told, key, None)
        if right is None:
            continue
        if key not in applying:
            yield Loss(right.where, f"`{key}` is left out: no legal basis that is stated gives it")
        elif right.conditions or right.exceptions or right.limited_to or right.detriment:
            message = f"what is said beside `{key}` is left out: the law's own limits are told"
            yield Loss(right.where, message)


def _authorities(t: Telling) -> Iterator[Loss]:
    told = t.register.complaint
    for one in told.authorities if told is not None else ():
        match = t.facts.authority_named(one.name)
        if match.country not in rights.countries(t) or match.kind != "current":
            message = f"`{one.name}` is left out: the text names the authorities of {t.facts.day}"
            yield Loss(one.where, message)
