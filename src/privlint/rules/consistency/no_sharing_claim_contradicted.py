from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, Recipient, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_PROMISES = ("no_sharing", "never_to_third_parties", "no_recipients")
_THIRD_PARTIES = frozenset({"controller", "joint_controller", "third_party"})


@rule(
    "CST003",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 13(1)(e)", "GDPR 4(10)"),
    remedy="Say which recipients there are; or say exactly what is not shared, and with whom.",
    compliant="""
        claims:
          - {claim: no_sharing, except: with those who deliver and handle payment}
    """,
    violating="""
        claims:
          - claim: no_sharing                  # <- CST003
    """,
)
def no_sharing_claim_contradicted(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement says that data go to nobody else, and names others who get them.

    A promise without an exception is what a reader remembers. A third party is anybody but the
    shop and those who process for it (Art. 4(10)): a processor alone makes this only a note, and
    where no role is told the finding is only likely.

    Wrong when the promise is meant for some data only, which its `of` or `about` should then say;
    a promise not to *sell* is another claim and is not meant.
    """
    receiving = [one for one in register.all(Recipient) if one.receives]
    third = [one for one in receiving if one.role in _THIRD_PARTIES]
    untold = [one for one in receiving if one.role is None]
    processors = [one for one in receiving if one.role == "processor"]
    for claim in (found for kind in _PROMISES for found in register.claims_of(kind)):
        if _is_limited(claim) or not receiving:
            continue
        yield flag(
            claim,
            "said to go to nobody else, and others get data",
            at="claim",
            related=tuple((one, "gets data") for one in third or untold or processors),
            severity=None if third else Severity.WARNING if untold else Severity.INFO,
            certainty=Certainty.LIKELY if untold and not third else None,
        )


def _is_limited(claim: Claim) -> bool:
    return bool(claim.except_ or claim.when or claim.about or claim.of)
