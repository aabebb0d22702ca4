from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Identification
from privlint.rule import Certainty, Flag, Severity, flag, rule

_COPIES = {"id_document_copy", "id_document_front_copy"}

_UNTIED = {None, "may_ask", "otherwise"}
"""What says of no case that the copy is for it alone."""


@rule(
    "RIG009",
    judges=Identification,
    severity=Severity.ERROR,
    law=(
        "GDPR 12(6)",
        "GDPR 12(2)",
        "GDPR 5(1)(c)",
        "EDPB 01/2022 73-75",
        "AP DPG Media 2022",
        "BE Act of 19 July 1991 6(4)",
    ),
    remedy="Use the account or the known e-mail address; ask for more only on reasonable doubt.",
    compliant="""
        rights:
          exercise:
            identification:
              - {method: known_email, when: always}
              - {method: id_document_copy, when: on_doubt, masked: true}
    """,
    violating="""
        rights:
          exercise:
            identification:
              - method: id_document_copy
                when: always         # <- RIG009
    """,
)
def id_copy_demanded_for_rights(identification: Identification, _: Facts) -> Iterator[Flag]:
    """Whoever uses a right has to send a copy of an identity document.

    The shop may ask for more only where it has reasonable doubt about who is asking (Art. 12(6)). A
    copy for every request puts people off, and gathers data that the shop does not need: it knew
    its customers by an e-mail address before. Where it is not said when the copy is asked for, the
    finding is a question.

    Wrong when the copy is asked for on reasonable doubt only and that limit was not written down,
    or when it is one of several ways among which one may choose.
    """
    if identification.method not in _COPIES:
        return
    if identification.when == "always":
        message = "every request has to come with a copy of an identity document"
        yield flag(identification, message, at="when")
    elif identification.when in _UNTIED:
        yield flag(
            identification,
            "a copy of an identity document may be asked for: only on reasonable doubt?",
            at="when",
            severity=Severity.INFO,
            certainty=Certainty.ASK,
        )
