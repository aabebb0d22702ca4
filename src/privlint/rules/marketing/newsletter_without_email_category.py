from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Purpose, Register
from privlint.rule import Flag, Severity, flag, rule

_HOLDS_ADDRESS = {"email", "contact_details", "account_data"}


@rule(
    "MKT001",
    judges=Purpose,
    severity=Severity.WARNING,
    law=("GDPR 5(1)(a)", "GDPR recital 39", "GDPR 30(1)(c)"),
    remedy="Add the e-mail address to the data of this purpose.",
    compliant="""
        purposes:
          newsletter:
            data:
              - categories: [email]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
    violating="""
        purposes:
          newsletter:
            data:                              # <- MKT001
              - categories: [name, interests]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
)
def newsletter_without_email_category(purpose: Purpose, _: Facts) -> Iterator[Flag]:
    """Messages go out by e-mail, and the e-mail address is not among the data.

    A list of data that cannot do what the purpose says is not complete, and recital 39 wants people
    to see to what extent their data are used.

    Wrong when another passage gives the address for this purpose, or when the list is said to hold
    examples.
    """
    if purpose.marketing is None or not purpose.data or _is_open(purpose):
        return
    if not any(channel.channel == "email" for channel in purpose.marketing.channels):
        return
    general = purpose.within(Register).general
    groups = (*purpose.data, *(general.data if general is not None else ()))
    if not any(group.kinds & _HOLDS_ADDRESS for group in groups):
        message = f"`{purpose.id}` sends e-mail, and lists no e-mail address among its data"
        yield flag(purpose, message, at="data")


def _is_open(purpose: Purpose) -> bool:
    """Tell whether some of its data are not named, or none is called personal.

    The address can be among the former; the latter are only what the messages are measured by.
    """
    is_partly_named = any(group.unnamed or not group.categories for group in purpose.data)
    return is_partly_named or purpose.impersonal
