from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Embed, Register
from privlint.register.devices import asked_by_cookies, is_own
from privlint.rule import Certainty, Flag, Severity, flag, rule

_MAY_BE_NEEDED = {"captcha", "chat"}
"""Content that can be part of what the visitor asks for."""

_FOLLOWING = {"marketing", "social"}
"""What a choice calls that by which others follow visitors."""

_READ_FROM_DEVICE = {"cookie_id", "device_id"}
_DECIDES_ITSELF = {"controller", "joint_controller"}
_OTHER_GROUNDS = {"legitimate_interests", "contract", "legal_obligation", "public_task"}


@rule(
    "COO008",
    judges=Embed,
    severity=Severity.ERROR,
    law=("ePrivacy 5(3)", "GDPR 6(1)", "EDPB 2/2023", "CJEU C-40/17", "LG München I 3 O 17493/20"),
    remedy="Load it after a click or with consent, or keep a copy on the shop's own server.",
    compliant="""
        embeds:
          - {what: map, recipients: [payment_provider], loads: on_click}
          - what: video
            recipients: [payment_provider]
            loads: with_page
            legal_basis: [{basis: consent}]
    """,
    violating="""
        embeds:
          - what: fonts                        # <- COO008
            recipients: [payment_provider]
            loads: with_page
          - what: pixel
            recipients: [payment_provider]
            collects: [cookie_id]
            legal_basis:                       # <- COO008
              - basis: legitimate_interests
                interest: to make the shop known
                whose: [controller]
    """,
)
def embedded_content_without_consent(embed: Embed, facts: Facts) -> Iterator[Flag]:
    """Content of others loads with the page, and no consent is told for it.

    With the page, the address and often an identifier of each visitor go to the other's server,
    whether the visitor looks at the content or not. Reading from or storing on the device for that
    needs consent (Art. 5(3) ePrivacy), and sending the address a basis of Art. 6. It is an error
    only where a pixel is said to read identifiers from the device, and to do so on another basis.

    Wrong when the content stores and reads nothing on the device, when it is asked for by the
    visitor, as a chat can be, or when it protects a form: then the finding is a question. A pixel
    that only measures, for the shop alone, needs no consent where the law exempts that.
    """
    if embed.loads == "on_click" or _is_asked(embed) or is_own(embed, embed.within(Register)):
        return
    if embed.what == "share_buttons" and embed.loads is None:
        return
    name = "content" if embed.what == "other" else embed.what.replace("_", " ")
    likely, ask = Certainty.LIKELY, Certainty.ASK
    if embed.what in _MAY_BE_NEEDED:
        message = f"does the {name} wait for the visitor? no consent is told for it"
        yield flag(embed, message, at="legal_basis", severity=Severity.INFO, certainty=ask)
    elif _follows_on_other_ground(embed, facts):
        words = embed.legal_basis[0].basis.replace("_", " ")
        message = f"a pixel of others reads from the device, and rests on {words}"
        yield flag(embed, message, at="legal_basis")
    else:
        message = f"{name} of others in these pages, and no consent is told for it"
        yield flag(embed, message, at="legal_basis", severity=Severity.WARNING, certainty=likely)


def _is_asked(embed: Embed) -> bool:
    """Tell whether consent is told for it, for its cookies, or for what follows visitors."""
    register = embed.within(Register)
    ways = register.cookies.consent if register.cookies is not None else ()
    choices = (way for way in ways if way.is_choice)
    return (
        any(basis.basis == "consent" for basis in embed.legal_basis)
        or any(not way.of or not _FOLLOWING.isdisjoint(way.of) for way in choices)
        or not asked_by_cookies(register).isdisjoint(embed.recipients)
    )


def _follows_on_other_ground(embed: Embed, facts: Facts) -> bool:
    """Tell whether it is a pixel that reads identifiers, on a basis that cannot carry that."""
    register = embed.within(Register)
    bases = {basis.basis for basis in embed.legal_basis}
    reads = embed.what == "pixel" and any(e.id in _READ_FROM_DEVICE for e in embed.collects)
    if not (reads and bases and bases <= _OTHER_GROUNDS):
        return False
    known = [register.recipients[name] for name in embed.recipients if name in register.recipients]
    for_others = any(one.role in _DECIDES_ITSELF or one.own_purposes is True for one in known)
    return for_others or not facts.exempts_analytics(register.countries)
