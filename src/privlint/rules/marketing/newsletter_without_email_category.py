from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, DataGroup, Purpose, Register
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
    by_email = any(channel.channel == "email" for channel in purpose.marketing.channels)
    listed = {entry.id for entry in purpose.within(Register).all(CategoryEntry) if _is_for(entry)}
    named = {kind for group in purpose.data for kind in group.kinds} | listed
    if by_email and not named & _HOLDS_ADDRESS:
        message = f"`{purpose.id}` sends e-mail, and lists no e-mail address among its data"
        yield flag(purpose, message, at="data")


def _is_open(purpose: Purpose) -> bool:
    """Tell whether some of its data are not named: the address can be among them."""
    return any(group.unnamed or not group.categories for group in purpose.data)


def _is_for(entry: CategoryEntry) -> bool:
    """Tell whether it stands in data that are listed for everything."""
    return isinstance(entry.parent, DataGroup) and not isinstance(entry.parent.parent, Purpose)
