from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Account
from privlint.rule import Certainty, Flag, Severity, flag, rule

RECOMMENDATIONS = "EDPB Recommendations 2/2025"


@rule(
    "BAS007",
    judges=Account,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 6(1)(b)", "GDPR 5(1)(c)", "GDPR 25(2)", RECOMMENDATIONS),
    remedy="Let people order as a guest.",
    compliant="""
        account: {required: false, guest_checkout: true}
    """,
    violating="""
        account:
          required: true                         # <- BAS007
          guest_checkout: null
    """,
)
def mandatory_account_basis(account: Account, facts: Facts) -> Iterator[Flag]:
    """One cannot order without an account.

    A single order needs a name and an address, not a password and a profile that stays. Art. 25(2)
    asks for the least data by default, and for most sales the European Data Protection Board sees
    no legal basis for an account that everybody must open.

    Wrong when the account is what is sold, as with a subscription or an offer for members only, or
    when only businesses order. The Board's recommendations went through public consultation; before
    they were adopted, this was good practice alone.
    """
    if not account.required or account.guest_checkout:
        return
    advice = facts.source(RECOMMENDATIONS)
    adopted = advice.since if advice is not None else None
    is_advised = adopted is not None and adopted <= facts.day
    yield flag(
        account,
        "an order needs an account",
        at="required",
        severity=None if is_advised else Severity.INFO,
    )
