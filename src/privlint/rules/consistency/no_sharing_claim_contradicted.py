from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, DataGroup, Purpose, Recipient, RecipientRef, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_PROMISES = ("no_sharing", "never_to_third_parties", "no_recipients")
_THIRD_PARTIES = frozenset({"controller", "joint_controller", "third_party"})


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
    for claim in (found for kind in _PROMISES for found in register.claims_of(kind)):
        getting = [] if claim.except_ or claim.when else _getting(claim, register)
        sure = [one for one in getting if one.role in _THIRD_PARTIES and not one.collects_itself]
        processors = [one for one in getting if one.role == "processor"]
        likely = [one for one in getting if one not in sure and one not in processors]
        milder = Severity.WARNING if claim.claim == "no_recipients" else Severity.INFO
        if getting:
            yield flag(
                claim,
                "said to go to nobody else, and others get data",
                at="claim",
                related=tuple((one, "gets data") for one in sure or likely or processors),
                severity=None if sure else Severity.WARNING if likely else milder,
                certainty=Certainty.LIKELY if likely and not sure else None,
            )


def _getting(claim: Claim, register: Register) -> list[Recipient]:
    """Return who gets the data that a promise is about."""
    everybody = register.recipients
    if claim.about or claim.of:
        named = dict.fromkeys(_served(claim, register))
        getting = [everybody[name] for name in named if name in everybody]
        getting = [one for one in getting if one.when is None]
    else:
        getting = list(everybody.values())
    return [one for one in getting if one.receives and one.kind != "public"]


def _served(claim: Claim, register: Register) -> Iterator[str]:
    """Yield who gets, in any case, the data or the data of the purposes that a promise names."""
    kinds = {entry.id for entry in claim.of}
    if any(name in register.recipients for name in claim.about):
        return  # whom they would pass data on to, no register tells
    for ref in register.all(RecipientRef):
        holder, purpose = ref.parent, ref.within(Purpose)
        groups = (holder,) if isinstance(holder, DataGroup) else getattr(holder, "data", ())
        used = frozenset(entry.id for entry in ref.categories)
        used = used or frozenset[str]().union(*(g.kinds for g in groups if g.when is None))
        is_meant = not claim.about or (purpose is not None and purpose.id in claim.about)
        if ref.when is None and used and is_meant and (not kinds or kinds & used):
            yield ref.to
