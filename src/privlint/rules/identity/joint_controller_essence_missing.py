from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import JointController, Recipient, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "CTL005",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 26(2)", "CJEU C-40/17", "CJEU C-210/16", "EDPB 07/2020"),
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
    other.

    Wrong when the essence is made available elsewhere, such as on a page of the other party that
    the reader is led to; the article does not say that it must stand in this statement. That a
    known plug-in makes its maker a joint controller is only likely.
    """
    explained = {name for joint in register.joint_controllers for name in _names(joint)}
    for joint in register.joint_controllers:
        if joint.essence is None:
            who = joint.name or joint.recipient or "the joint controller"
            yield flag(joint, f"nothing is said of the arrangement with `{who}`", at="essence")
    for key, recipient in register.recipients.items():
        borne = {key, recipient.name, recipient.legal_name} - {None}
        if not explained.isdisjoint(borne) or _says_what_is_settled(recipient):
            continue
        who = recipient.name or key
        if _is_called_joint(recipient):
            message = f"`{who}` decides together with the shop; nothing is said of the arrangement"
            yield flag(recipient, message, at="role")
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


def _is_used_jointly(key: str, recipient: Recipient, facts: Facts) -> bool:
    """Tell whether code of a known joint controller runs on the pages: no mere link or account."""
    vendor = facts.vendor(recipient.vendor)
    if vendor is None or recipient.role is not None or recipient.relation or recipient.self_hosted:
        return False
    if (vendor.role, vendor.role_confidence) != ("joint_controller", "high"):
        return False
    embeds = [embed for embed in recipient.within(Register).embeds if key in embed.recipients]
    loads = any(embed.loads == "with_page" or embed.what == "pixel" for embed in embeds)
    return loads or recipient.collects_itself is True
