from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, DataGroup, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_NEEDS_OTHERS = {"orders", "delivery", "payment"}
"""What a shop cannot do alone: somebody carries the parcel, somebody handles the money."""

_PROMISES = ("no_recipients", "no_sharing", "never_to_third_parties")


@rule(
    "REC001",
    judges=Register,
    severity=Severity.ERROR,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(1)(e)", "GDPR 14(1)(e)", "GDPR 4(9)", "WP260 annex"),
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
    the finding is a question. An authority that asks in a particular case is no recipient
    (Art. 4(9)), and software on the shop's own server is nobody.

    Wrong when the shop brings its parcels itself and is paid in cash, or when another document that
    the statement names lists the recipients. Where the statement promises to share with nobody, but
    not without exception, or names authorities alone, it is a warning.
    """
    everybody = register.recipients.values()
    if any(one.receives for one in everybody) or _says_nobody(register):
        return
    authorities = any(one.kind == "authority" for one in everybody)
    if any(purpose.kind in _NEEDS_OTHERS for purpose in register.purposes.values()):
        message = "names nobody but authorities" if authorities else "names nobody"
        is_mild = authorities or any(map(register.claims_of, _PROMISES))
        yield flag(
            ("recipients",),
            f"the statement {message} who receives data",
            severity=Severity.WARNING if is_mild else None,
        )
    elif not authorities:
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
    return everywhere or any(map(_is_unlimited, promised))


def _is_unlimited(claim: Claim) -> bool:
    return not (claim.except_ or claim.when or claim.about or claim.of)
