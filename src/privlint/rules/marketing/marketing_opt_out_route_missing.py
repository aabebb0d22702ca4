from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Marketing, Purpose, Register, Right, Words
from privlint.register.advertising import untold_ways, without_way_out
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "MKT003",
    judges=Marketing,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(b)", "GDPR 21(2)", "GDPR 21(4)", "ePrivacy 13(2)"),
    remedy="Say for each channel how to stop it, and that one can object at any time.",
    compliant="""
        purposes:
          newsletter:
            legal_basis: [{basis: soft_opt_in}]
            marketing:
              channels:
                - {channel: email, opt_out: link in every message}
                - {channel: post, opt_out: a line to privacy@plain-shop.example}
              audience: [customers]
              own_similar_products: true
              objection_at_collection: true
        rights: {object_direct_marketing: null}
    """,
    violating="""
        purposes:
          security: null
          newsletter:
            legal_basis: [{basis: soft_opt_in}]
            marketing:
              channels:
                - {channel: email, opt_out: link in every message}
                - channel: post                # <- MKT003
              audience: [customers]
              own_similar_products: true
              objection_at_collection: true
        rights: {object: null, object_direct_marketing: null}
    """,
)
def marketing_opt_out_route_missing(marketing: Marketing, _: Facts) -> Iterator[Flag]:
    """Advertising is sent, and nothing tells how to stop it.

    Against direct marketing one can always object (Art. 21(2)), and must be told so in plain sight
    (Art. 21(4), 13(2)(b)). A link in each e-mail stops the e-mail, and neither letters nor calls.
    It is a warning where the right to object is told with conditions, which it does not have for
    advertising, and where the ways are not told in which advertising comes.

    Wrong when the advertising only goes to those who consented: taking back consent is the way out
    then, which other rules ask for. Posts on the shop's own page that everybody sees use nobody's
    data: social media alone are a question.
    """
    register = marketing.within(Register)
    bare = [channel for channel in without_way_out(register) if channel.parent is marketing]
    addressed = [channel for channel in bare if channel.is_addressed]
    is_untold = any(each is marketing for each in untold_ways(register))
    right = _right_to_object(marketing, register)
    if right is not None and not _limits(right):
        return
    if addressed or is_untold:
        names = " or ".join(channel.channel.replace("_", " ") for channel in addressed)
        by = f"by {names}" if names else "in ways that are not told"
        why = "nothing tells how to stop it" if right is None else "one can object on conditions"
        yield flag(
            addressed[0] if len(addressed) == 1 else marketing,
            f"advertising {by}, and {why}",
            at="opt_out",
            related=tuple((limit, "a condition") for limit in _limits(right)),
            severity=Severity.WARNING if is_untold or right is not None else None,
            certainty=Certainty.LIKELY if is_untold else None,
        )
    elif bare and bare[0].channel == "social_media" and right is None:
        message = "are these messages to people? nothing tells how to stop them on social media"
        asks = Certainty.ASK
        yield flag(bare[0], message, at="opt_out", severity=Severity.INFO, certainty=asks)


def _right_to_object(marketing: Marketing, register: Register) -> Right | None:
    """Return the right to object, if it is told for everything or for this advertising."""
    right = register.rights.object if register.rights is not None else None
    purpose: Purpose | None = marketing.within(Purpose)
    if right is None or not right.is_told:
        return None
    is_meant = purpose is not None and purpose.id in right.purposes
    return right if is_meant or not right.purposes else None


def _limits(right: Right | None) -> tuple[Words, ...]:
    """Return the conditions and exceptions of a right, if it is not said to work always."""
    return () if right is None or right.unconditional else (*right.conditions, *right.exceptions)
