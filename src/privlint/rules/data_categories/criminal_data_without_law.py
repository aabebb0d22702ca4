from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, DataGroup, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_OWN_CASES = frozenset({"debt_collection", "legal_claims", "legal_requests"})
"""Kinds of purposes that are about a case of one's own, or about a duty to hand over."""
_AGAINST_THE_SHOP = frozenset({"fraud_prevention", "security"})
_OTHERS = frozenset({"controller", "joint_controller", "third_party"})


@rule(
    "DAT009",
    judges=DataGroup,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 10", "NL UAVG 31-33", "BE Act of 30 July 2018 10"),
    remedy="Name the law that allows it, or only report a suspicion and keep no list of suspects.",
    compliant="""
        dpo: {status: appointed, email: dpo@plain-shop.example}
        purposes:
          disputes:
            title: Claim what was taken from us
            kind: legal_claims
            legal_basis:
              - {basis: legitimate_interests, interest: to make good a loss, whose: [controller]}
            data:
              - categories: [name, address, criminal]
                data_subjects: [customers]
                source: [data_subject, observed]
                retention: {until: procedure_ended}
                recipients: [host]
    """,
    violating="""
        dpo: {status: appointed, email: dpo@plain-shop.example}
        purposes:
          security:
            data:
              - categories: [ip_address, criminal]     # <- DAT009
                source: observed
                retention: {period: P90D, from: collection}
                recipients: [host]
    """,
)
def criminal_data_without_law(group: DataGroup, facts: Facts) -> Iterator[Flag]:
    """Data about offences or suspicions are kept, and no law is named that allows it.

    Without official control such data may be used only where Union or national law allows it
    with safeguards (Art. 10). The Belgian act lets a shop see to its own disputes (art. 10 of the
    Act of 30 July 2018), the Dutch one also to offences against itself (art. 33(2) UAVG); neither
    lets it share a blacklist as it likes.

    Wrong when the shop only reports a suspicion to the police, or keeps what its own case needs: in
    the Netherlands, where it shares them with nobody, this is a question, and so it is in countries
    whose law is not known here. A list of people who want no mail is no criminal data.
    """
    found = [entry for entry in group.categories if _is_criminal(entry, facts)]
    purpose: Purpose | None = group.within(Purpose)
    is_own_case = purpose is not None and purpose.kind in _OWN_CASES
    if not found or is_own_case or group.rests_on_law:
        return
    register = group.within(Register)
    if not register.uses(group):
        return
    ask, info = Certainty.ASK, Severity.INFO
    if register.countries.isdisjoint({"BE", "NL"}):
        message = "data about offences are kept: which law allows it?"
        yield flag(found[0], message, severity=info, certainty=ask)
    elif "BE" not in register.countries and _is_for_itself(group, purpose, register):
        message = "data about offences are kept: are they only about what was done to the shop?"
        yield flag(found[0], message, severity=info, certainty=ask)
    else:
        yield flag(found[0], "data about offences are kept, and no law is named that allows it")


def _is_criminal(entry: CategoryEntry, facts: Facts) -> bool:
    category = facts.category(entry.id)
    return category is not None and "criminal" in category.flags


def _is_for_itself(group: DataGroup, purpose: Purpose | None, register: Register) -> bool:
    """Tell whether the shop keeps them against offences, and gives them to nobody who decides."""
    if purpose is None or purpose.kind not in _AGAINST_THE_SHOP:
        return False
    refs = (*group.recipients, *purpose.recipients)
    known = (register.recipients.get(ref.to) for ref in refs)
    return not any(one is not None and one.receives and one.role in _OTHERS for one in known)
