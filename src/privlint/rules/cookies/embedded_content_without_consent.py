from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Embed, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_CHOICE = {"cookie_tool", "cookie_banner"}
_MAY_BE_NEEDED = {"captcha", "chat"}
"""Content that can be part of what the visitor asks for."""


@rule(
    "COO008",
    judges=Embed,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
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
    """,
)
def embedded_content_without_consent(embed: Embed, _: Facts) -> Iterator[Flag]:
    """Content of others loads with the page, and no consent is told for it.

    With the page, the address and often an identifier of each visitor go to the other's server,
    whether the visitor looks at the content or not. Reading from or storing on the device for that
    needs consent (Art. 5(3) ePrivacy), and sending the address a basis of Art. 6.

    Wrong when the content stores and reads nothing on the device, when it is asked for by the
    visitor, as a chat can be, or when it protects a form: then the finding is a question.
    """
    if embed.loads == "on_click" or _is_own(embed) or _is_asked(embed):
        return
    if embed.what == "share_buttons" and embed.loads is None:
        return
    name = "content of others" if embed.what == "other" else embed.what.replace("_", " ")
    if embed.what in _MAY_BE_NEEDED:
        message = f"does the {name} wait for the visitor? no consent is told for it"
        asks = Certainty.ASK
        yield flag(embed, message, at="legal_basis", severity=Severity.INFO, certainty=asks)
    else:
        message = f"{name} of others in these pages, and no consent is told for it"
        yield flag(embed, message, at="legal_basis")


def _is_own(embed: Embed) -> bool:
    """Tell whether it comes from the shop's own server, or is no more than a link."""
    known = embed.within(Register).recipients
    held = [known[name] for name in embed.recipients if name in known]
    return bool(held) and not any(recipient.receives for recipient in held)


def _is_asked(embed: Embed) -> bool:
    """Tell whether consent is told for it, or for all that is loaded."""
    cookies = embed.within(Register).cookies
    ways = cookies.consent if cookies is not None else ()
    for_all = any(way.mechanism in _CHOICE and not way.of for way in ways)
    return for_all or any(basis.basis == "consent" for basis in embed.legal_basis)
