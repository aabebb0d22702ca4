from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Recipient
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "REC005",
    judges=Recipient,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 4(7)", "GDPR 4(8)", "GDPR 28(3)", "EDPB 07/2020"),
    remedy="Call it a recipient that decides itself, and say what it gets the data for.",
    compliant="""
        recipients:
          payment_provider: {name: PayPal, vendor: paypal, role: controller, country: LU}
          carrier:
            {name: bpost, vendor: bpost, role: controller, country: BE, transfers: null}
    """,
    violating="""
        recipients:
          carrier:
            name: bpost
            vendor: bpost
            role: processor                    # <- REC005
            country: BE
            transfers: null
    """,
)
def processor_role_wrong(recipient: Recipient, facts: Facts) -> Iterator[Flag]:
    """A recipient is called a processor that is known to decide for itself.

    A processor acts only for the shop (Art. 4(8)), and the shop answers for what it does. Banks,
    payment services, carriers and platforms mostly decide on their own use of the data, under laws
    of their own; people then have rights against them too, which the word "processor" hides.

    Wrong when the contract with this recipient is really one of processing on the shop's behalf:
    for carriers and payment services practice varies, so this is never an error.
    """
    vendor = facts.vendor(recipient.vendor)
    if vendor is None or recipient.role != "processor" or recipient.own_purposes is True:
        return
    if facts.role(recipient.vendor, None) == "controller" and recipient.receives:
        message = f"{vendor.name} is known to decide for itself, and is called a processor"
        yield flag(recipient, message, at="role")
