from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Purpose, Register, Rights
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

    Wrong when the right is described in words that were not recognised as this right. Objection to
    advertising is judged by the rules on marketing, and suffices where only advertising rests on
    such interests.
    """
    grounds = [b for b in rights.within(Register).all(LegalBasis) if b.basis in _GROUNDS]
    if rights.object_direct_marketing is not None:
        grounds = [basis for basis in grounds if not _is_for_marketing(basis)]
    if not rights.told or not grounds:
        return
    ground = _GROUNDS[grounds[0].basis]
    related = ((grounds[0], f"this rests on {ground}"),)
    if rights.object is None:
        message = f"data are used on {ground}, and the right to object is not named"
        yield flag(rights, message, at="object", related=related)
    elif rights.object.status == "mentioned":
        message = "the right to object is mentioned in passing, not told as a right"
        severity = Severity.WARNING
        yield flag(rights.object, message, at="status", related=related, severity=severity)


def _is_for_marketing(basis: LegalBasis) -> bool:
    purpose: Purpose | None = basis.within(Purpose)
    return purpose is not None and purpose.marketing is not None
