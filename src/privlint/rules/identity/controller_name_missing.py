from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "CTL001",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(1)(a)", "GDPR 14(1)(a)", "WP260 annex"),
    remedy="Name the company or the person that decides on the processing.",
    compliant="""
        controller:
          name: null
          natural_person: Anna Peeters
          trade_names: [Plain Shop]
          legal_form: null
    """,
    violating="""
        controller:
          name: null                 # <- CTL001
          url: https://plain-shop.example/
    """,
)
def controller_name_missing(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement does not say who is responsible for the data.

    Art. 13(1)(a) asks for the identity of the controller. Whoever does not know it cannot use a
    right, complain or go to court: there is nobody to address. A company number lets the reader
    look the name up, so that less is missing.

    Wrong when the name stands outside the text that was written down, such as in the header or the
    footer of the same page.
    """
    controller = register.controller
    if controller is None:
        if any(joint.name for joint in register.joint_controllers):
            return
        yield flag(register, "nobody is named as responsible for the data", at="controller")
    elif not (controller.name or controller.natural_person or controller.trade_names):
        numbered = controller.company_number or controller.vat_number
        yield flag(
            controller,
            "the details of the controller are given without a name",
            at="name",
            severity=Severity.WARNING if numbered else None,
        )
