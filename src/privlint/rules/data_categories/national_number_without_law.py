from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_TO_KNOW_AGAIN = frozenset({"account", "security"})
"""Kinds of purposes for which somebody may log in with an identity card."""


@rule(
    "DAT005",
    judges=DataGroup,
    severity=Severity.ERROR,
    law=("GDPR 87", "NL UAVG 46", "BE Act of 8 August 1983 8"),
    remedy="Do not ask customers for a BSN or National Register number.",
    compliant="""
        purposes:
          payroll:
            title: Pay those who work for us
            legal_basis: [{basis: legal_obligation, law: Belgian Income Tax Code}]
            data:
              - categories: [name, bank_account, national_number]
                data_subjects: [employees]
                source: data_subject
                retention: {period: P7Y, from: financial_year_end}
                recipients: [tax_authority]
    """,
    violating="""
        purposes:
          newsletter:
            data:
              - categories: [name, email, national_number]     # <- DAT005
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
)
def national_number_without_law(group: DataGroup, _: Facts) -> Iterator[Flag]:
    """A national identification number is asked for, and no law is named that allows it.

    In the Netherlands the number may be used only where an act says so (art. 46 UAVG), in Belgium
    only by who is authorised for it (art. 8 of the Act of 8 August 1983); consent changes nothing.
    A shop that sells to consumers has no such act. Of other countries the law is not known here:
    there this is a question.

    Wrong when a law asks the shop for the number and the statement does not say so, which is likely
    where no basis is told; or when it only serves to identify who logs in, for which Belgian law
    may ask no authorisation. A number of a company or for VAT is no national number. Data of staff
    and suppliers are left alone.
    """
    register = group.within(Register)
    asked = [entry for entry in group.categories if entry.id == "national_number"]
    if not asked or group.of_staff or group.rests_on_law or not register.uses(group):
        return
    if register.countries.isdisjoint({"BE", "NL"}):
        message = "a national number is used: which law allows it?"
        info, ask = Severity.INFO, Certainty.ASK
        yield flag(asked[0], message, severity=info, certainty=ask)
        return
    may_be_allowed = _may_be_allowed(group, register)
    yield flag(
        asked[0],
        "a national number is used, and no law is named that allows it",
        severity=Severity.WARNING if may_be_allowed else None,
        certainty=Certainty.LIKELY if may_be_allowed else None,
    )


def _may_be_allowed(group: DataGroup, register: Register) -> bool:
    """Tell whether a law may stand behind it that the statement only does not tell."""
    general = register.general.legal_basis if register.general is not None else ()
    is_open = any(basis.law or basis.basis == "legal_obligation" for basis in general)
    purpose: Purpose | None = group.within(Purpose)
    is_login = purpose is not None and purpose.kind in _TO_KNOW_AGAIN
    is_belgian = "NL" not in register.countries
    return is_open or not (group.bases or general) or (is_login and is_belgian)
