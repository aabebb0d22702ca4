from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, Recipient, Register
from privlint.register.sharing import given, named, numbered
from privlint.rule import Certainty, Flag, Severity, flag, rule

_PROMISES = ("no_sharing", "never_to_third_parties", "no_recipients")
_THIRD_PARTIES = frozenset({"controller", "joint_controller", "third_party"})
_MOST = 100
"""How many of those who get data are shown of each promise: there can be thousands of both."""


@rule(
    "CST003",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 13(1)(e)", "GDPR 4(9)", "GDPR 4(10)"),
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

    A promise is what a reader remembers. A third party is anybody but the shop and those who
    process for it (Art. 4(10)): where only processors get data this is a note, and a warning where
    nobody at all is promised, since they are recipients too (Art. 4(9)). Where no role is told, or
    somebody collects the data on the site itself, the finding is only likely. A promise about some
    data or purposes is held against who gets those.

    Wrong when the promise is meant for some data only, which its `of` or `about` should then say; a
    promise not to *sell* is another claim. What an exception covers no register can tell: a promise
    that has one is left to the reader.
    """
    kinds = [numbered(register, told) for told in (_is_third_party, _is_processor, _is_unclear)]
    for claim in (found for kind in _PROMISES for found in register.claims_of(kind)):
        getting = 0 if claim.except_ or claim.when else _getting(claim, register)
        sure, processors, likely = (getting & each for each in kinds)
        milder = Severity.WARNING if claim.claim == "no_recipients" else Severity.INFO
        if told := sure or likely or processors:
            yield flag(
                claim,
                "said to go to nobody else, and others get data",
                at="claim",
                related=tuple((one, "gets data") for one in named(register, told, _MOST)),
                severity=None if sure else Severity.WARNING if likely else milder,
                certainty=Certainty.LIKELY if likely and not sure else None,
            )


def _getting(claim: Claim, register: Register) -> int:
    """Return who gets the data that a promise is about, each as a bit of a number."""
    if any(name in register.recipients for name in claim.about):
        return 0  # whom they would pass data on to, no register tells
    kinds = {entry.id for entry in claim.of}
    if not claim.about and not kinds:
        return numbered(register, _is_recipient)
    return given(register, claim.about, kinds) & numbered(register, _is_in_any_case)


def _is_recipient(one: Recipient) -> bool:
    return one.receives and one.kind != "public"


def _is_in_any_case(one: Recipient) -> bool:
    return one.when is None


def _is_third_party(one: Recipient) -> bool:
    return _is_recipient(one) and one.role in _THIRD_PARTIES and not one.collects_itself


def _is_processor(one: Recipient) -> bool:
    return _is_recipient(one) and one.role == "processor"


def _is_unclear(one: Recipient) -> bool:
    return _is_recipient(one) and not _is_third_party(one) and not _is_processor(one)
