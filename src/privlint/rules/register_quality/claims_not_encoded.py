import re
from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CookieConsent, DataGroup, LegalBasis, Register
from privlint.rule import Certainty, Flag, Severity, StatementText, flag, rule
from privlint.source.text import Text, fold

SHOWN = 4

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@rule(
    "REG005",
    judges=StatementText,
    severity=Severity.INFO,
    certainty=Certainty.ASK,
    law=(),
    remedy="Write the claim down, so that it is held against the rest of the register.",
    compliant="""
        claims:
          - {claim: no_ads, cite: {section: preamble, quote: "vertoont geen advertenties"}}
    """,
    compliant_text="""
        Plain Shop is een webwinkel.
        Onze winkel vertoont geen advertenties. Wij verkopen ook geen advertentieruimte.
    """,
    violating="""
        statement: {title: Privacy statement}
        claims:                                # <- REG005
          - {claim: confidential}
    """,
    violating_text="""
        Plain Shop is een webwinkel. Wij behandelen uw gegevens vertrouwelijk.
        Onze winkel vertoont geen advertenties.
    """,
)
def claims_not_encoded(told: StatementText, facts: Facts) -> Iterator[Flag]:
    """The text seems to promise or admit something that the register does not hold as a claim.

    Sentences such as "we never share your data" are written down under `claims`, and held against
    the rest of the register; one that is missing there cannot be found to be contradicted. They are
    looked for by their usual wording, and only where a rule would use them.

    Wrong when the sentence means something else, is about a single case, or is written down under
    another key. A sentence that a claim quotes, or that is said to state nothing, is left alone.
    """
    register, text = told.register, told.text
    language = register.statement.language or ""
    held = {claim.claim for claim in register.claims} | set(_told_elsewhere(register))
    looked_for = {
        claim.id: re.compile(pattern, re.IGNORECASE)
        for claim in facts.claims()
        if claim.contradicts and claim.id not in held
        if (pattern := facts.patterns(claim).get(language))
    }
    lines: dict[str, int] = {}
    for line, sentence in _sentences(register, text):
        for claim, wording in looked_for.items():
            if wording.search(sentence):
                lines.setdefault(claim, line)
    if lines:
        named = [f"`{claim}` (text line {line})" for claim, line in lines.items()]
        more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
        message = f"does the text say this, too? {', '.join(named[:SHOWN])}{more}"
        yield flag(register, message, at="claims")


def _sentences(register: Register, text: Text) -> Iterator[tuple[int, str]]:
    """Yield the sentences that no claim quotes, with the line of their passage."""
    cites = [cite for claim in register.claims for cite in claim.cite]
    cites += register.statement.passages_without_facts
    quoted = [fold(quote) for cite in cites for quote in cite.quote]
    for passage in text.passages:
        for sentence in _SENTENCE_END.split(text.excerpt(passage)):
            folded = fold(sentence)
            if not any(quote in folded for quote in quoted):
                yield passage.line, sentence


def _told_elsewhere(register: Register) -> Iterator[str]:
    """Yield the claims whose substance stands under another key, where rules find it as well."""
    rights = register.rights
    notified = rights.notification_to_recipients if rights is not None else None
    if register.automated_decisions is not None:
        yield "no_automated_decisions"
    if any(basis.collected == "opt_out_campaign" for basis in register.all(LegalBasis)):
        yield "silence_is_consent"
    if any("not_personal" in group.called for group in register.all(DataGroup)):
        yield "browsing_not_personal"
    if any(way.mechanism == "none" for way in register.all(CookieConsent)):
        yield "analytics_without_consent"
    if notified or any(recipient.named_on_request for recipient in register.recipients.values()):
        yield "recipients_on_request"
