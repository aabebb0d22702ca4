from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Recipient, Register
from privlint.register.references import references
from privlint.rule import Flag, Severity, flag, rule

_TELLS_NO_PURPOSE = {"general", "claims", "statement"}


@rule(
    "REC003",
    judges=Register,
    severity=Severity.INFO,
    law=("GDPR 13(1)(c)", "GDPR 5(1)(b)"),
    remedy="Say what each recipient gets the data for.",
    compliant="""
        recipients:
          packer: {name: Plain Packers, country: BE, does: packs the parcels}
        general:
          recipients: [packer]
    """,
    violating="""
        recipients:                            # <- REC003
          packer: {name: Plain Packers, country: BE}
        general:
          recipients: [packer]
    """,
)
def recipient_without_purpose(register: Register, _: Facts) -> Iterator[Flag]:
    """A recipient is named, and not what it gets the data for.

    Data may be used only for the purposes that were told (Art. 5(1)(b)). Who reads a name without a
    purpose cannot tell whether that holds; one half-sentence ("for the newsletter") ties the two.

    Wrong when the purpose follows from the recipient's name, or is told in another passage: Art. 13
    does not ask to tell the two together, which is why this is only a kindness to the reader.
    """
    used = {ref.to for ref in references(register) if ref.where[0] not in _TELLS_NO_PURPOSE}
    given = {ref.to for ref in references(register) if ref.where[0] == "general"}
    idle = [
        recipient
        for name, recipient in register.recipients.items()
        if name in given - used and _is_untold(recipient)
    ]
    if idle:
        names = ", ".join(f"`{recipient.where[-1]}`" for recipient in idle)
        places = tuple((recipient, "no purpose") for recipient in idle)
        message = f"nothing says what these get data for: {names}"
        yield flag(("recipients",), message, related=places)


def _is_untold(recipient: Recipient) -> bool:
    """Tell whether it says nothing itself; a category tells by its name, or is judged elsewhere."""
    is_named = recipient.receives and recipient.kind != "category"
    tells = (recipient.does, recipient.when, recipient.legal_basis)
    return is_named and not any(tells)
