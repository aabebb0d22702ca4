from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_NEEDS_OTHERS = {"orders", "delivery", "payment"}
"""What a shop cannot do alone: somebody carries the parcel, somebody handles the money."""


@rule(
    "REC001",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(1)(e)", "GDPR 14(1)(e)", "WP260 annex"),
    remedy="Name the recipients, or their categories by activity, sector and place.",
    compliant="""
        recipients:
          carrier: {name: Plain Parcels, does: delivers parcels}
          payment_provider: {kind: category, name: payment service, does: handles payments}
    """,
    violating="""
        recipients: null                       # <- REC001
        purposes:
          newsletter: null
          tax: null
          security: null
          orders:
            data:
              - categories: [name, address, email, order_data]
                data_subjects: [customers]
                source: data_subject
                retention: {period: P2Y, from: delivery}
    """,
)
def recipients_missing(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement does not say who receives the data.

    Art. 13(1)(e) asks for the recipients or the categories of recipients, if there are any. A shop
    that delivers or takes payment cannot do without others, so somebody is left out; for any other
    the finding is a question.

    Wrong when the shop brings its parcels itself and is paid in cash, or when another document that
    the statement names lists the recipients.
    """
    tells = any(recipient.relation is None for recipient in register.recipients.values())
    if tells or _says_nobody(register):
        return
    if any(purpose.kind in _NEEDS_OTHERS for purpose in register.purposes.values()):
        yield flag(("recipients",), "the statement names nobody who receives data")
    else:
        yield flag(
            ("recipients",),
            "does nobody receive data? the statement does not say",
            severity=Severity.INFO,
            certainty=Certainty.ASK,
        )


def _says_nobody(register: Register) -> bool:
    """Tell whether the statement says that there are none: silence is not that."""
    if "recipients" in register.stated and not register.recipients:
        return True
    groups = register.all(DataGroup)
    everywhere = bool(groups) and all("recipients" in group.stated for group in groups)
    promised = (*register.claims_of("no_recipients"), *register.claims_of("no_sharing"))
    # "Not shared, except where a law obliges" leaves open who gets data then.
    return everywhere or any(claim.except_ is None for claim in promised)
