from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "RIG013",
    judges=Register,
    severity=Severity.INFO,
    law=("GDPR 15(1)(c)", "GDPR 19", "CJEU C-154/21"),
    remedy="Say that the names of the recipients are given on request.",
    compliant="""
        recipients:
          carrier: {kind: category, name: delivery service}
          payment_provider: {kind: category, name: payment provider}
          host: {kind: category, name: hosting company, named_on_request: true}
          mailer: {kind: category, name: mailing service}
    """,
    violating="""
        recipients:                  # <- RIG013
          carrier: {kind: category, name: delivery service}
          payment_provider: {kind: category, name: payment provider}
          host: {kind: category, name: hosting company}
          mailer: {kind: category, name: mailing service}
        rights:
          notification_to_recipients: null
    """,
)
def recipients_not_told_on_request(register: Register, _: Facts) -> Iterator[Flag]:
    """Recipients are described by kind only, and nothing says that one can ask who they are.

    A statement may name categories (Art. 13(1)(e)), but whoever asks is to be told the actual
    recipients (Art. 15(1)(c), as the Court read it, and Art. 19). One sentence tells the reader.

    Wrong when taken for a duty: no provision asks for this sentence, it is a kindness to readers.
    """
    receiving = [recipient for recipient in register.recipients.values() if recipient.receives]
    if not receiving or any(recipient.kind != "category" for recipient in receiving):
        return
    if register.rights is not None and register.rights.told and not _is_promised(register):
        message = "recipients are described by kind, and nothing says that their names can be asked"
        yield flag(register, message, at="recipients")


def _is_promised(register: Register) -> bool:
    told = register.rights.notification_to_recipients if register.rights is not None else None
    return (
        bool(register.claims_of("recipients_on_request"))
        or any(recipient.named_on_request for recipient in register.recipients.values())
        or (told is not None and told.recipients_told in {"named_on_request", "both"})
    )
