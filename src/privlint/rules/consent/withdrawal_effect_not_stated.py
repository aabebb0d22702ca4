from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register, Withdrawal
from privlint.register.consent import consents, consents_for_good
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
    stated = consents(register)
    if not stated or consents_for_good(register):
        return
    told = register.all(Withdrawal)
    right = register.rights.withdraw_consent if register.rights is not None else None
    any_time = any(w.any_time for w in told) or (right is not None and right.unconditional)
    effect = any(w.earlier_processing_stays_lawful for w in told) or (right and right.effect)
    halves = {"that it works at any time": any_time, "that earlier use stays lawful": effect}
    missing = [half for half, is_told in halves.items() if not is_told]
    if not missing or (right is not None and right.details_in is not None):
        return
    message = f"consent can be withdrawn; nothing says {' nor '.join(missing)}"
    if told:
        yield flag(told[0], message, at="earlier_processing_stays_lawful")
    elif register.rights is not None:
        yield flag(register.rights, message, at="withdraw_consent")
    else:
        yield flag(stated[0], message, at="withdrawal")
