"""A flag becomes a finding when it gets its lines; its doubts can only lower what the card says."""

from __future__ import annotations

import pytest

from privlint.finding import Finding, Place, fault, locate
from privlint.form import INPUTS
from privlint.rule import Card, Certainty, Flag, Severity, flag
from privlint.source.document import FILE_START, Span
from privlint.source.reader import read
from privlint.suppression.settle import ordered

DOCUMENT = read(b"a: 1\nb:\n  c: 2\n  d: [3, 4]\n")

CARD = Card(
    code="TST001",
    name="a-test",
    family="testing",
    title="A test",
    rationale="Why not.",
    wrong_when="",
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=(),
    remedy="Mend it.",
)


def found(raised: Flag, card: Card = CARD) -> Finding:
    """Locate one flag."""
    (finding,) = locate([(card, raised)], DOCUMENT, "register.yaml")
    return finding


def test_a_finding_tells_all_that_the_flag_and_the_card_say() -> None:
    """File, lines, card, message and place are one value."""
    finding = found(Flag(("b", "c"), "two is too much"))
    assert finding.path == "register.yaml"
    assert finding.span == Span(3, 6, 3, 7)
    assert finding.card is CARD
    assert finding.message == "two is too much"
    assert finding.where == ("b", "c")


def test_what_is_absent_gets_the_line_of_what_lacks_it() -> None:
    """The place that was meant is kept beside the line that there is."""
    finding = found(flag(("b",), "nothing is said of e", at="e"))
    assert finding.span == Span(2, 1, 2, 2)
    assert finding.where == ("b", "e")


def test_a_flag_can_point_at_the_key() -> None:
    """A key that is not known is shown itself, not its value."""
    assert found(Flag(("b", "c"), "unknown", at_key=True)).span == Span(3, 3, 3, 4)


def test_further_places_get_their_lines_too() -> None:
    """The other half of a contradiction is labelled."""
    raised = flag(("a",), "contradicts", related=((("b", "d", 1), "this"), (("x",), "that")))
    assert found(raised).related == (
        Place(Span(4, 10, 4, 11), "this"),
        Place(Span(1, 1, 1, 2), "that"),
    )


@pytest.mark.parametrize(
    ("severity", "certainty", "expected"),
    [
        (None, None, (Severity.WARNING, Certainty.LIKELY)),
        (Severity.INFO, Certainty.ASK, (Severity.INFO, Certainty.ASK)),
        (Severity.ERROR, Certainty.CERTAIN, (Severity.WARNING, Certainty.LIKELY)),
    ],
)
def test_a_flag_can_only_lower_what_the_card_says(
    severity: Severity | None,
    certainty: Certainty | None,
    expected: tuple[Severity, Certainty],
) -> None:
    """A case may be less grave or less sure than its rule, never more."""
    finding = found(Flag((), "x", severity=severity, certainty=certainty))
    assert (finding.severity, finding.certainty) == expected


def test_a_fault_of_the_input_has_the_weight_of_its_card() -> None:
    """What cannot be checked is an error, and certain."""
    finding = fault("x.yaml", INPUTS["input-missing"], "it is not there", FILE_START)
    assert (finding.severity, finding.certainty) == (Severity.ERROR, Certainty.CERTAIN)
    assert finding.where == ()


def test_findings_are_settled_from_top_to_bottom_and_said_once() -> None:
    """The order of the rules does not show, and the same thing is not said twice."""
    low = found(Flag(("b", "d"), "low"))
    high = found(Flag(("a",), "high"))
    other = found(Flag(("a",), "another"))
    assert ordered([low, high, low, other, high]) == (other, high, low)
    assert ordered([]) == ()


def test_the_same_place_by_two_rules_is_told_twice() -> None:
    """Two rules may find fault with one line; the code decides the order."""
    second = CARD.replace(code="TST002")
    one, two = found(Flag(("a",), "x")), found(Flag(("a",), "x"), second)
    assert ordered([two, one]) == (one, two)


@pytest.mark.parametrize(
    ("instead", "title"),
    [("mailer", "Write `mailer` instead of `mialer`"), ("true", None), ("a b", None), ("12", None)],
)
def test_what_is_meant_becomes_a_fix_where_it_can_stand(instead: str, title: str | None) -> None:
    """Without quotes some words would be something else."""
    document = read(b"a: mialer")
    (finding,) = locate([(CARD, flag(("a",), "no", instead=instead))], document, "r.yaml")
    assert (finding.fix.title if finding.fix is not None else None) == title
    if finding.fix is not None:
        (edit,) = finding.fix.edits
        assert (edit.start, edit.end, edit.text, edit.span) == (3, 9, instead, finding.span)
