from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, DataGroup, Dpo, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_ON_HEALTH = {"pharmacy", "medical_aids"}


@rule(
    "DPO003",
    judges=Dpo,
    severity=Severity.WARNING,
    certainty=Certainty.ASK,
    law=("GDPR 37(1)(c)", "WP243", "CJEU C-21/23"),
    remedy="Write down why Art. 37(1) asks for no DPO, or appoint one and publish how to reach it.",
    compliant="""
        dpo: {status: appointed, email: dpo@plain-shop.example}
        purposes:
          orders:
            legal_basis: [{basis: contract, article_9: explicit_consent, explicit: true}]
            data:
              - categories: [name, address, email, order_data, health]
                data_subjects: [customers]
                source: data_subject
                retention: {period: P2Y, from: delivery}
                recipients: [carrier, payment_provider]
    """,
    violating="""
        dpo: {status: not_appointed} # <- DPO003
        purposes:
          orders:
            legal_basis: [{basis: contract, article_9: explicit_consent, explicit: true}]
            data:
              - categories: [name, address, email, order_data, health]
                data_subjects: [customers]
                source: data_subject
                retention: {period: P2Y, from: delivery}
                recipients: [carrier, payment_provider]
    """,
)
def dpo_likely_mandatory(dpo: Dpo, facts: Facts) -> Iterator[Flag]:
    """No data protection officer is appointed, though the law may ask for one.

    Art. 37(1)(c) asks for a DPO where the core of a business is to process special categories of
    data, or data on criminal convictions and offences, on a large scale. Whoever orders medicines
    or hands over a report of a doctor has somebody to ask then.

    Wrong when it is no core activity or the scale is small, which a statement does not show: this
    is a question for the shop. Most shops are not obliged. Where the statement gives a reason, the
    question is whether that is the right one.
    """
    register = dpo.within(Register)
    if dpo.status == "appointed":
        return
    sensitive = [
        entry
        for group in register.all(DataGroup)
        for entry in group.categories
        if _is_sensitive(entry, facts) and not group.of_staff and register.uses(group)
    ]
    related = tuple((entry, f"`{entry.id}` is processed here") for entry in sensitive)
    kinds = ", ".join(f"`{kind}`" for kind in dict.fromkeys(entry.id for entry in sensitive))
    if not sensitive and _ON_HEALTH & set(register.shop.sectors):
        kinds = "data on the health"
    if kinds:
        message = f"no DPO is appointed: are {kinds} of customers processed on a large scale?"
        if dpo.reason is not None:
            message = f"no DPO is appointed (“{dpo.reason}”): does that hold for {kinds}?"
        severity = Severity.INFO if dpo.reason is not None else None
        yield flag(dpo, message, at="status", related=related, severity=severity)


def _is_sensitive(entry: CategoryEntry, facts: Facts) -> bool:
    category = facts.category(entry.id)
    return category is not None and bool({"special", "criminal"} & set(category.flags or ()))
