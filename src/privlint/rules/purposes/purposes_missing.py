from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "PUR001",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(1)(c)", "GDPR 14(1)(c)", "GDPR 5(1)(b)", "CJEU C-757/22"),
    remedy="List every purpose, each with its legal basis.",
    compliant="""
        purposes:
          orders: {title: Deliver what was ordered}
          security: {title: Keep the site safe}
    """,
    violating="""
        purposes: null                         # <- PUR001
        general:
          data:
            - categories: [name, address, email, ip_address]
              source: data_subject
          retention: {period: P2Y, from: last_contact}
          recipients: [carrier, payment_provider, host, mailer, tax_authority]
    """,
)
def purposes_missing(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement does not say what personal data are used for.

    Whoever gives data has to know what for, before giving them; Art. 13(1)(c) therefore asks for
    the purposes, and Art. 5(1)(b) binds the shop to them. Everything else in a statement, from the
    legal basis to the period of storage, hangs on them.

    Wrong when the purposes stand in another layer or document that the statement names.
    """
    told_in_general = register.general is not None and register.general.purposes
    if not register.purposes and not told_in_general:
        yield flag(register, "the statement names no purpose", at="purposes")
