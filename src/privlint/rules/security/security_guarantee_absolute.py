from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, Register, Security
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "SEC002",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 5(1)(a)", "GDPR 32(1)", "CJEU C-340/21"),
    remedy="Promise measures that fit the risk, not safety.",
    compliant="""
        claims:
          - claim: no_breach_possible
            except: what no shop can foresee
    """,
    violating="""
        security:
          guarantee: your data are completely safe with us   # <- SEC002
    """,
)
def security_guarantee_absolute(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement promises that nothing can happen to the data.

    Art. 32 asks for security that fits the risk, since there is no security without a rest of
    risk, and the shop has to prove that its measures were fit (C-340/21). A promise without limits
    misleads those who rely on it, and is a word that can be held against the shop after a breach.

    Wrong when the words are plainly an advertisement that nobody takes for a promise, or when the
    next sentence names the limits.
    """
    promises: list[Claim | Security] = [
        claim
        for claim in register.claims_of("no_breach_possible")
        if claim.except_ is None and claim.when is None and not claim.of
    ]
    security = register.security
    if security is not None and security.guarantee is not None:
        promises.insert(0, security)
    if not promises:
        return
    first, *others = promises
    words = first.guarantee if isinstance(first, Security) else first.words
    yield flag(
        first,
        f"full protection is promised without any limit{f': “{words}”' if words else ''}",
        at="guarantee" if isinstance(first, Security) else "claim",
        related=tuple((other, "promised here too") for other in others),
    )
