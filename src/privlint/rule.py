"""The contract of a rule: the card that a reader is told, and the function that judges.

A rule only says what is wrong and where. Selection, ignoring, counting, colour and exit codes
live elsewhere. `@rule` makes a frozen `Rule` and registers nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from privlint.record import Record
from privlint.register.node import Node

if TYPE_CHECKING:
    from privlint.knowledge.facts import Facts
    from privlint.register import Register
    from privlint.source.text import Text
    from privlint.where import Where

GDPR_APPLIES = "2018-05-25"
"""The day from which the GDPR applies (Art. 99(2) GDPR)."""


class Severity(IntEnum):
    """How grave a finding is; ordered, so that the graver is the greater."""

    INFO = 1
    """Kindness to the reader, or a question."""
    WARNING = 2
    """A likely gap, or guidance of the supervisory authorities that is not followed."""
    ERROR = 3
    """An explicit duty is not met."""

    @property
    def word(self) -> str:
        """The severity as it is written in options and output."""
        return self.name.lower()


class Certainty(IntEnum):
    """How sure a rule can be; ordered, so that the surer is the greater."""

    ASK = 1
    """A person has to look: the finding is a question."""
    LIKELY = 2
    """Rests on what is known of others, or on a threshold."""
    CERTAIN = 3
    """The register alone decides."""

    @property
    def word(self) -> str:
        """The certainty as it is written in output."""
        return self.name.lower()


class Related(Record):
    """A second place of a flag, such as the other half of a contradiction."""

    where: Where
    label: str


class Flag(Record):
    """What a rule raises: where, and what is wrong there."""

    where: Where
    message: str
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    """Lower than the card's, where this case is less grave."""
    certainty: Certainty | None = None
    """Lower than the card's, where this case is less sure."""
    at_key: bool = False
    """True: the place is the last key itself, not its value."""
    instead: str | None = None
    """What is meant in place of the key or the scalar there, where that is beyond doubt."""


class Card(Record):
    """All that a reader is told of a rule."""

    code: str
    name: str
    family: str
    """The folder of the rule: `retention`, `transfers`."""
    title: str
    rationale: str
    wrong_when: str
    """When a finding of this rule would be wrong; empty where no case is known."""
    severity: Severity
    certainty: Certainty
    law: tuple[str, ...]
    remedy: str
    since: str = GDPR_APPLIES
    """The first day on which the rule asks anything, ISO 8601."""
    until: str | None = None
    """The last such day."""
    jurisdictions: frozenset[str] = frozenset()
    """Country codes of the law that the rule belongs to; empty: the whole EEA."""
    by_market: bool = False
    """True: that law is also asked of who sells there, not only of who is established there."""
    compliant: str = ""
    violating: str = ""
    compliant_text: str = ""
    """The statement's own text of the example, where the rule judges that."""
    violating_text: str = ""


class StatementText(Record):
    """The statement's own text beside its register: what a rule about wording judges."""

    register: Register
    text: Text


Judgement = Callable[[Any, "Facts"], Iterator[Flag]]


class Rule(Record):
    """A provision made checkable: its card, the class of node it judges, and how."""

    card: Card
    judges: type[Node | StatementText]
    """With `StatementText` the rule asks nothing where the text is not at hand."""
    check: Judgement

    def __hash__(self) -> int:
        """Hash by the code alone: a card holds pages of text, and codes are given once."""
        return hash(self.card.code)


def rule(  # noqa: PLR0913 - a card has this many lines, each named where it is written
    code: str,
    *,
    judges: type[Node | StatementText],
    severity: Severity,
    law: tuple[str, ...],
    remedy: str,
    compliant: str,
    violating: str,
    certainty: Certainty = Certainty.CERTAIN,
    since: str = GDPR_APPLIES,
    until: str | None = None,
    jurisdictions: tuple[str, ...] = (),
    by_market: bool = False,
    compliant_text: str = "",
    violating_text: str = "",
) -> Callable[[Judgement], Rule]:
    """Make a rule of a judgement: name and title, rationale and doubts come from the function."""

    def make(judgement: Judgement) -> Rule:
        title, rationale, wrong_when = _docstring(judgement.__doc__ or "")
        card = Card(
            code=code,
            name=judgement.__name__.replace("_", "-"),
            family=judgement.__module__.split(".")[-2:][0],
            title=title,
            rationale=rationale,
            wrong_when=wrong_when,
            severity=severity,
            certainty=certainty,
            law=law,
            remedy=remedy,
            since=since,
            until=until,
            jurisdictions=frozenset(jurisdictions),
            by_market=by_market,
            compliant=compliant,
            violating=violating,
            compliant_text=compliant_text,
            violating_text=violating_text,
        )
        return Rule(card, judges, judgement)

    return make


def flag(  # noqa: PLR0913 - two places and two doubts, each optional
    place: Node | Where,
    message: str,
    *,
    at: str | int | None = None,
    related: tuple[tuple[Node | Where, str], ...] = (),
    severity: Severity | None = None,
    certainty: Certainty | None = None,
    instead: str | None = None,
) -> Flag:
    """Raise a flag on a node, or on its key `at`, which need not be there.

    `instead` is for a scalar that is misspelt, never for a fact that is wrong.
    """
    where = _where(place) if at is None else (*_where(place), at)
    places = tuple(Related(_where(other), label) for other, label in related)
    return Flag(where, message, places, severity, certainty, instead=instead)


def _where(place: Node | Where) -> Where:
    return place.where if isinstance(place, Node) else place


WRONG_WHEN = "Wrong when"


def _docstring(doc: str) -> tuple[str, str, str]:
    """Divide a docstring into title, rationale, and the paragraphs that say when it is wrong."""
    paragraphs = [" ".join(block.split()) for block in doc.strip().split("\n\n")]
    wrong = [text for text in paragraphs[1:] if text.startswith(WRONG_WHEN)]
    rationale = [text for text in paragraphs[1:] if not text.startswith(WRONG_WHEN)]
    return paragraphs[0].rstrip("."), "\n\n".join(rationale), " ".join(wrong)
