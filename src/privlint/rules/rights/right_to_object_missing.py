from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Purpose, Register, Right, Rights
from privlint.register.advertising import is_advertising, lacks_way_out
from privlint.register.consent import has_way_out
from privlint.rule import Flag, Severity, flag, rule

_GROUNDS = {"legitimate_interests": "legitimate interests", "public_task": "a public task"}


@rule(
    "RIG005",
    judges=Rights,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(b)", "GDPR 14(2)(c)", "GDPR 21(1)", "GDPR 21(4)"),
    remedy="Say, in a place of its own, that one can object to use on legitimate interests.",
    compliant="""
        rights:
          object: {article: "21", limited_to: [legitimate_interests], placement: own_section}
    """,
    violating="""
        rights:
          object: null               # <- RIG005
    """,
)
def right_to_object_missing(rights: Rights, _: Facts) -> Iterator[Flag]:
    """The statement uses data on legitimate interests, but does not name the right to object.

    Nobody asked the reader for consent, nor is there a contract: to object is the one way to stop
    it (Art. 21(1)). Art. 13(2)(b) asks to tell of the right, and Art. 21(4) to do so explicitly.
    It is a warning where such interests are given only for the case that they are needed, where
    the right is told for other purposes, or where they carry advertising alone and the reader
    hears how to stop that, but not that it is a right.

    Wrong when the right is described in words that were not recognised as this right.
    """
    right = rights.object
    if not rights.told or (right is not None and right.is_told and not right.purposes):
        return
    weighed, stoppable = _grounds(rights)
    if right is not None and right.is_told:
        weighed, stoppable = [basis for basis in weighed if _is_outside(basis, right)], []
    in_use = [basis for basis in weighed if basis in rights.within(Register).bases_in_use()]
    basis = next(iter((*in_use, *weighed, *stoppable)), None)
    if basis is None:
        return
    on = _GROUNDS[basis.basis]
    place = ((basis, f"this rests on {on}"),)
    if right is not None:
        yield _milder(right, basis, place)
    elif weighed:
        message = f"data are used on {on}, and the right to object is not named"
        weight = None if in_use else Severity.WARNING
        yield flag(rights, message, at="object", related=place, severity=weight)
    else:
        message = f"advertising rests on {on}; how to stop it is told, not the right to object"
        yield flag(rights, message, at="object", related=place, severity=Severity.WARNING)


def _milder(right: Right, basis: LegalBasis, place: tuple[tuple[LegalBasis, str]]) -> Flag:
    """Flag a right that is not told as one, or for other purposes."""
    if not right.is_told:
        message = "the right to object is mentioned in passing, not told as a right"
        return flag(right, message, at="status", related=place, severity=Severity.WARNING)
    message = f"the right to object is not told for `{basis.within(Purpose).id}`"
    return flag(right, message, at="purposes", related=place, severity=Severity.WARNING)


def _grounds(rights: Rights) -> tuple[list[LegalBasis], list[LegalBasis]]:
    """Return the bases that one can object to, those of advertising that can be stopped apart.

    Not those of advertising to which objection is told, or which nothing tells how to stop: that
    is judged by the rules on marketing.
    """
    register, right = rights.within(Register), rights.object_direct_marketing
    weighed: list[LegalBasis] = []
    stoppable: list[LegalBasis] = []
    for basis in register.all(LegalBasis):
        if basis.basis not in _GROUNDS:
            continue
        purpose: Purpose | None = basis.within(Purpose)
        if purpose is None or not is_advertising(purpose):
            weighed.append(basis)
        elif (right is not None and right.is_told) or lacks_way_out(purpose, register):
            continue
        else:
            (stoppable if has_way_out(purpose, register) else weighed).append(basis)
    return weighed, stoppable


def _is_outside(basis: LegalBasis, right: Right) -> bool:
    """Tell whether the right is told for other purposes than that of a basis."""
    purpose: Purpose | None = basis.within(Purpose)
    return purpose is not None and purpose.id not in right.purposes
