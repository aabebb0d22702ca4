"""What ties the entries of a register together, and to the statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mutations.mutant import Found, Mutant, mutant, on, operator
from mutations.reading import nobodies, recipients, references, uses, whole

if TYPE_CHECKING:
    from mutations.sheet import Sheet

_ANYBODY = "derden"
"""What a category of recipients is called that can be anybody."""

_STOPPED = ("security", "minors", "account", "complaint")


@operator()
def pointing_nowhere(sheet: Sheet) -> Iterator[Mutant]:
    """An id is misspelt, so that it means no entry."""
    for where, to in references(sheet):
        if (
            to not in recipients(sheet)
            or where[0] not in ("purposes", "general")
            or "recipients" not in where
        ):
            continue  # of the others the law asks more: other operators change them
        ground = sheet
        if recipients(sheet)[to].get("kind") == "category":
            ground = sheet.put(_ANYBODY, "recipients", to, "name").fresh()
        after = ground.put(f"{to}_x", *where)
        expected = [on("REG007", *whole(where)), *_loose(after, to)]
        yield mutant(f"`{to}` is misspelt at {'.'.join(map(str, where))}", ground, after, *expected)


def _loose(sheet: Sheet, name: str) -> Iterator[Found]:
    """Yield the recipient that was meant, if nothing says any more what it gets data for."""
    if name in nobodies(sheet):
        yield on("REG008", "recipients", name)
    used = {where[0] for where in uses(sheet, name)}
    if used == {"general"} and recipients(sheet)[name].get("kind") == "category":
        yield on("REC002", "recipients", name)


@operator()
def not_read_yet(sheet: Sheet) -> Iterator[Mutant]:
    """A part of the statement is said not to be written down yet."""
    for part in _STOPPED:
        if sheet.at(part):
            after = sheet.put([part], "todo")
            yield mutant(f"`{part}` is still to be read", sheet, after, on("REG002", "todo"))


@operator()
def no_cite(sheet: Sheet) -> Iterator[Mutant]:
    """Most entries say where the statement says it, and one does not any more."""
    for section in ("recipients", "purposes"):
        entries = sheet.at(section)
        for name, told in entries.items():
            if "cite" not in told or len([e for e in entries.values() if "cite" in e]) < len(
                entries
            ):
                continue
            cites = [where for where in sheet.holds("cite") if where[:2] == (section, name)]
            after = sheet.drop_all(cites)
            yield mutant(
                f"nothing of `{name}` cites the statement", sheet, after, on("REG001", section)
            )
