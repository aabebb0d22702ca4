from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Analytics, Recipient, Register
from privlint.rule import Flag, Severity, flag, rule
from privlint.where import Where


@rule(
    "COO006",
    judges=Analytics,
    severity=Severity.WARNING,
    law=("GDPR 5(1)(a)", "GDPR 13(1)(c)", "GDPR 13(1)(e)", "GDPR 28(10)", "CJEU C-40/17"),
    remedy="Turn the sharing off, or say what the maker uses the data for, and on which basis.",
    compliant="""
        cookies:
          analytics:
            - tool: host
              shared_for_own_purposes: false
    """,
    violating="""
        recipients:
          host: {role: null, own_purposes: null}
        cookies:
          analytics:
            - tool: host
              shared_for_own_purposes: true    # <- COO006
    """,
)
def analytics_data_sharing_on(analytics: Analytics, _: Facts) -> Iterator[Flag]:
    """The maker of the measuring tool may use what it measures, and its role does not say so.

    Who uses data for ends of its own decides on them (Art. 28(10)), so the visitor should hear that
    somebody else does, and what for (Art. 13(1)(c) and (e)). With consent and that information it
    can be lawful.

    Wrong when another passage tells the role and the purposes of the maker, or when only figures
    about many people together are shared. That a recipient may use data for itself is judged where
    the statement says it of the recipient; that it may and may not, of one maker, is told here.
    """
    if analytics.shared_for_own_purposes is not True:
        return
    tool = analytics.within(Register).recipients.get(analytics.tool or "")
    if tool is not None and _is_judged_or_told(tool):
        return
    name = f"`{analytics.tool}`" if analytics.tool else "the maker of the tool"
    doubt, related = _doubt(tool)
    message = f"{name} may use the measurements for itself, and {doubt}"
    yield flag(analytics, message, at="shared_for_own_purposes", related=related)


def _is_judged_or_told(tool: Recipient) -> bool:
    """Tell whether its own purposes are stated of it as well, or it is said to decide itself."""
    if tool.own_purposes is None:
        return tool.role in {"controller", "joint_controller"}
    return tool.own_purposes is not False


def _doubt(tool: Recipient | None) -> tuple[str, tuple[tuple[Where, str], ...]]:
    if tool is not None and tool.own_purposes is False:
        return "elsewhere that is denied", (((*tool.where, "own_purposes"), "it may not, it says"),)
    if tool is not None and tool.role == "processor":
        return "is called a processor", (((*tool.where, "role"), "it does as it is told, then"),)
    return "in which role is not told", ()
