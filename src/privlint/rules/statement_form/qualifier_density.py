import re
from collections import Counter
from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cite, Register, Rights
from privlint.rule import Certainty, Flag, Severity, StatementText, flag, rule
from privlint.source.text import Passage, Text

TOO_MANY = 5
"""In a thousand words, and in the text: where a manner of speaking becomes a habit."""

SHOWN = 3


@rule(
    "FRM004",
    judges=StatementText,
    severity=Severity.INFO,
    certainty=Certainty.LIKELY,
    law=("GDPR 12(1)", "WP260 12-13"),
    remedy="Say what is done with which data, and name the cases where it depends on something.",
    compliant="""
        statement: {language: nl}
    """,
    compliant_text="""
        Wij geven uw adres aan de vervoerder. U kunt de levering volgen.
        Wij bewaren uw bestelling twee jaar na de levering.
    """,
    violating="""
        statement:                             # <- FRM004
          language: nl
    """,
    violating_text="""
        Wij kunnen uw gegevens eventueel delen met bepaalde partners.
        In sommige gevallen bewaren wij ze langer, meestal voor onderzoek, reclame, etc.
    """,
)
def qualifier_density(told: StatementText, facts: Facts) -> Iterator[Flag]:
    """The statement often leaves open whether, when or of which data something is done.

    Words such as may, some, often and possible tell the reader that anything can happen, and that
    it need not (WP260, 13). A shop that uses them has to be able to show why it cannot say more.
    Each is counted once in a passage, outside the section on the rights, which have conditions by
    nature, and outside passages that only explain. Where the line lies is a rule of thumb.

    Wrong when the cases are named right beside the words, or when they say what somebody is able to
    do and not what may happen.
    """
    statement, text = told.register.statement, told.text
    excerpts = [(passage.line, text.excerpt(passage)) for passage in _judged(told.register, text)]
    found = [
        (line, {word.lower() for word in facts.qualifiers(excerpt, statement.language)})
        for line, excerpt in excerpts
    ]
    many = sum(len(words) for _, words in found)
    if many < TOO_MANY:
        return
    length = sum(len(re.findall(r"\w+", excerpt)) for _, excerpt in excerpts)
    if many * 1000 > TOO_MANY * length:
        message = f"{many} words in {length} leave open what is done, such as {_shown(found)}"
        yield flag(statement, message)


def _shown(found: list[tuple[int, set[str]]]) -> str:
    """Name the words that are used most, each where it stands with most others."""
    times = Counter(word for _, words in found for word in words)
    lines: dict[str, int] = {}
    for line, words in sorted(found, key=lambda each: -len(each[1])):
        for word in words:
            lines.setdefault(word, line)
    often = sorted(times, key=lambda word: (-times[word], lines[word], word))[:SHOWN]
    return ", ".join(f"`{word}` (text line {lines[word]})" for word in often)


def _judged(register: Register, text: Text) -> Iterator[Passage]:
    rights = _rights_section(register)
    skipped = _explanations(register, text)
    for passage in text.passages:
        is_told_there = not passage.is_heading and passage not in skipped
        if is_told_there and _outermost(passage.section) != rights:
            yield passage


def _rights_section(register: Register) -> str | None:
    """Return the outermost section that holds most of what is said of the rights."""
    cites = (cite for cite in register.all(Cite) if _within_rights(cite))
    most = Counter(_outermost(cite.section) for cite in cites).most_common(1)
    return most[0][0] if most else None


def _within_rights(cite: Cite) -> bool:
    rights: Rights | None = cite.within(Rights)
    return rights is not None


def _outermost(section: str) -> str:
    return section.partition(".")[0]


def _explanations(register: Register, text: Text) -> set[Passage]:
    """Return the passages that state nothing of what is done with the data."""
    return {
        passage
        for cite in register.statement.passages_without_facts
        for quote in cite.quote
        for match in text.find(quote, cite.section)
        for passage in text.passages_of(match)
    }
