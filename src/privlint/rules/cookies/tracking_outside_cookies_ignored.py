from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Marketing, Purpose
from privlint.rule import Certainty, Flag, Severity, flag, rule

_OF_PERSONS = {"opens": "who opens it", "clicks": "who clicks", "interaction": "what readers do"}


@rule(
    "COO009",
    judges=Marketing,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("ePrivacy 5(3)", "EDPB 2/2023 50-51"),
    remedy="Ask consent for measuring too, in words that name it, or measure nobody.",
    compliant="""
        purposes:
          newsletter:
            marketing:
              tracking:
                - {what: opens, purpose: to see which news is read, consent: true}
    """,
    violating="""
        purposes:
          newsletter:
            marketing:
              tracking:                        # <- COO009
                - {what: opens, purpose: to see which news is read}
                - {what: clicks}
    """,
)
def tracking_outside_cookies_ignored(marketing: Marketing, _: Facts) -> Iterator[Flag]:
    """Messages are measured person by person, and no consent is told for that.

    An image that reports the opening of an e-mail, or a link that bears an identifier, makes the
    reader's device tell something. That falls under the same Art. 5(3) ePrivacy as a cookie (EDPB
    2/2023, par. 50 and 51). Consent to the newsletter covers it only if people were told.

    Wrong when only totals are counted on the server, or when the consent that is asked names the
    measuring and the statement leaves that out.
    """
    uncovered = [each for each in marketing.tracking if each.what in _OF_PERSONS]
    uncovered = [each for each in uncovered if each.consent is not True]
    if uncovered and not _is_for_measuring(marketing):
        measured = " and ".join(dict.fromkeys(_OF_PERSONS[each.what] for each in uncovered))
        message = f"messages are measured ({measured}), and no consent is told for that"
        yield flag(marketing, message, at="tracking")


def _is_for_measuring(marketing: Marketing) -> bool:
    """Tell whether it stands at a purpose of its own, whose consent is consent to measuring."""
    purpose: Purpose | None = marketing.within(Purpose)
    if purpose is None or purpose.kind not in {"analytics", "profiling"}:
        return False
    return any(basis.basis == "consent" for basis in purpose.bases)
