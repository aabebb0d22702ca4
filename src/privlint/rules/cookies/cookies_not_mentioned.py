from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Recipient, Register
from privlint.register.devices import speaks_of_cookies
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "COO001",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("ePrivacy 5(3)", "GDPR 5(1)(a)", "GDPR 13(1)(c)"),
    remedy="Say which cookies are set and what for, or name the page that does.",
    compliant="""
        recipients:
          host:
            name: Google Analytics
            vendor: google-analytics
            country: null
            transfers: [{country: US, safeguard: dpf}]
    """,
    violating="""
        statement: {documents: null}
        cookies: null                          # <- COO001
        recipients:
          host:
            name: Google Analytics
            vendor: google-analytics
            country: null
            transfers: [{country: US, safeguard: dpf}]
    """,
)
def cookies_not_mentioned(register: Register, facts: Facts) -> Iterator[Flag]:
    """The site uses services that are known to set cookies, and no cookie is mentioned.

    Before something is stored on the device or read from it, people must hear what for (Art. 5(3)
    ePrivacy). The law does not say that it must stand in the privacy statement: a cookie page will
    do, if the statement names it.

    Wrong when the service is set up to work without cookies, when it is not used on the site
    itself, or when the cookie banner tells it all.
    """
    setting = [one for one in register.recipients.values() if _sets_cookies(one, facts)]
    if not setting or speaks_of_cookies(register):
        return
    names = ", ".join(f"`{one.where[-1]}`" for one in setting)
    yield flag(
        register,
        f"no cookie is mentioned, and these are known to set some: {names}",
        at="cookies",
        related=tuple((one, "known to set cookies") for one in setting),
    )


def _sets_cookies(recipient: Recipient, facts: Facts) -> bool:
    vendor = facts.vendor(recipient.vendor) if recipient.receives else None
    if vendor is None:
        return False
    return vendor.sets_cookies is True and vendor.sets_confidence == "high"
