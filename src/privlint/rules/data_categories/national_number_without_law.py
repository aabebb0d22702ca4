from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


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

    Wrong when a law asks the shop for the number and the statement does not say so. A number of a
    company or for VAT is no national number. Data of staff and suppliers are left alone.
    """
    register = group.within(Register)
    asked = [entry for entry in group.categories if entry.id == "national_number"]
    if not asked or group.of_staff or group.rests_on_law or not register.uses(group):
        return
    if register.countries & {"BE", "NL"}:
        yield flag(asked[0], "a national number is used, and no law is named that allows it")
        return
    yield flag(
        asked[0],
        "a national number is used: which law allows it?",
        severity=Severity.INFO,
        certainty=Certainty.ASK,
    )
