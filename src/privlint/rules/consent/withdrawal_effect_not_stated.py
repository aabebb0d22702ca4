from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register, Withdrawal
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "CON008",
    judges=Register,
    severity=Severity.WARNING,
    law=("GDPR 13(2)(c)", "GDPR 14(2)(d)", "GDPR 7(3)"),
    remedy="Add the half sentence that is missing where withdrawal is told.",
    compliant="""
        general:
          legal_basis:
            - basis: consent
              when: where consent is asked
              withdrawal: {any_time: true, earlier_processing_stays_lawful: true}
    """,
    violating="""
        purposes:
          newsletter:
            legal_basis:
              - basis: consent
                collected: sign_up
                withdrawal:                    # <- CON008
                  how: [unsubscribe_link]
                  any_time: true
    """,
)
def withdrawal_effect_not_stated(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement tells of withdrawing consent, and leaves out when or with what effect.

    The right of Art. 13(2)(c) has two halves: consent can be withdrawn at any time, and what was
    done with it before stays lawful. Without the second, readers may expect that withdrawing undoes
    the past.

    Wrong when another passage says the missing half and the register did not take it over: once
    anywhere is enough.
    """
    if not register.consents() or register.consents_for_good():
        return
    told = register.all(Withdrawal)
    missing = [
        half
        for half, is_told in (
            ("that it works at any time", any(w.any_time for w in told)),
            ("that earlier use stays lawful", any(w.earlier_processing_stays_lawful for w in told)),
        )
        if not is_told
    ]
    if not missing:
        return
    message = f"consent can be withdrawn; nothing says {' nor '.join(missing)}"
    if told:
        yield flag(told[0], message, at="earlier_processing_stays_lawful")
    elif register.rights is not None:
        yield flag(register.rights, message, at="withdraw_consent")
    else:
        yield flag(register.consents()[0], message, at="withdrawal")
