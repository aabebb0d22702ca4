from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import JointController, Recipient, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_ON_PLUG_INS = "CJEU C-40/17"


@rule(
    "CTL005",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 26(2)", _ON_PLUG_INS, "CJEU C-210/16", "EDPB 07/2020"),
    remedy="Say who of the two does what for the reader, or where the arrangement can be read.",
    compliant="""
        recipients:
          payment_provider: {role: joint_controller}
        joint_controllers:
          - recipient: payment_provider
            essence: the shop informs and answers requests; the provider secures the payment page
            for: the payment page
    """,
    violating="""
        recipients:
          payment_provider:
            role: joint_controller   # <- CTL005
    """,
)
def joint_controller_essence_missing(register: Register, facts: Facts) -> Iterator[Flag]:
    """A joint controller is named without the essence of the arrangement.

    Where two decide together, Art. 26(2) has them make the essence of their arrangement available:
    which of them informs, which answers a request. Without it the reader is sent from one to the
    other. To give a contact, or to lead the reader to a statement of the other party, leaves less
    open.

    Wrong when the essence is made available elsewhere: the article does not say that it must stand
    in this statement. That a known plug-in makes its maker a joint controller is only likely.
    """
    explained = {name for joint in register.joint_controllers for name in _names(joint)}
    for joint in register.joint_controllers:
        other = register.recipients.get(joint.recipient or "")
        if joint.essence is None and not (other and _says_what_is_settled(other)):
            who = joint.name or joint.recipient or "the joint controller"
            yield flag(
                joint,
                f"nothing says who does what in the arrangement with `{who}`",
                at="essence",
                severity=Severity.WARNING if joint.contact or _leads_on(other) else None,
            )
    for key, recipient in register.recipients.items():
        borne = {key, recipient.name, recipient.legal_name} - {None}
        if not explained.isdisjoint(borne) or _says_what_is_settled(recipient):
            continue
        who = recipient.name or key
        if _is_called_joint(recipient):
            yield flag(
                recipient,
                f"`{who}` decides together with the shop; nothing says who does what",
                at="role",
                severity=Severity.WARNING if _leads_on(recipient) else None,
            )
        elif _is_used_jointly(key, recipient, facts):
            yield flag(
                recipient,
                f"what `{who}` loads on the site probably makes it a joint controller",
                severity=Severity.WARNING,
                certainty=Certainty.LIKELY,
            )


def _names(joint: JointController) -> tuple[str | None, ...]:
    return joint.recipient, joint.name


def _is_called_joint(recipient: Recipient) -> bool:
    arranged = any(a.kind == "joint_controller_arrangement" for a in recipient.agreement)
    return recipient.role == "joint_controller" or arranged


def _says_what_is_settled(recipient: Recipient) -> bool:
    arrangements = [a for a in recipient.agreement if a.kind == "joint_controller_arrangement"]
    return any(arrangement.covers for arrangement in arrangements)


def _leads_on(recipient: Recipient | None) -> bool:
    """Tell whether the reader is led to a document of the other party, where it may stand."""
    if recipient is None:
        return False
    documents = recipient.within(Register).statement.documents.values()
    key = recipient.where[-1]
    return recipient.policy is not None or any(each.recipient == key for each in documents)


def _is_used_jointly(key: str, recipient: Recipient, facts: Facts) -> bool:
    """Tell whether code of a known joint controller runs on the pages: no mere link or account."""
    vendor = facts.vendor(recipient.vendor)
    if vendor is None or recipient.role is not None or recipient.relation or recipient.self_hosted:
        return False
    if (vendor.role, vendor.role_confidence) != ("joint_controller", "high"):
        return False
    embeds = [embed for embed in recipient.within(Register).embeds if key in embed.recipients]
    loads = any(embed.loads == "with_page" or embed.what == "pixel" for embed in embeds)
    return (loads or recipient.collects_itself is True) and _is_settled(facts)


def _is_settled(facts: Facts) -> bool:
    """Tell whether the Court has already said so of plug-ins on the day."""
    ruling = facts.source(_ON_PLUG_INS)
    return ruling is not None and ruling.since is not None and ruling.since <= facts.day
