"""A finding on the page: its snippet, its law, its remedy, and the card of its rule."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from privlint.escaping import in_html
from privlint.reporters.address import address
from privlint.reporters.answers import answer
from privlint.reporters.certainties import SAID
from privlint.reporters.page.markup import aside, provision
from privlint.reporters.snippet import window
from privlint.source.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.finding import Finding
    from privlint.reporters.layout import Words
    from privlint.reporters.page.markup import Law
    from privlint.rule import Card
    from privlint.source.document import LineTable

_WIDEST = 400
"""Characters of a line: more of it helps nobody to find the place."""


class Written:
    """Writes findings; what is the same for all of a rule is written once."""

    def __init__(self, law: Law, words: Words) -> None:
        """Take how a citation is written, and the words of the page."""
        self._law = law
        self._words = words
        self._cards: dict[str, str] = {}

    def finding(self, finding: Finding, fingerprint: str, lines: LineTable | None) -> str:
        """Return a finding; its fingerprint is its anchor."""
        words, kind, target = self._words, finding.severity.word, address(finding.card)
        word = words.say(kind)
        code = in_html(finding.card.code)
        linked = f'<a href="{escape(target)}">{code}</a>' if target is not None else code
        notes = "".join(f"<dt>{name}</dt><dd>{told}</dd>" for name, told in self._notes(finding))
        places = [_snippet(finding.span, lines, "", words)]
        places += (_snippet(place.span, lines, place.label, words) for place in finding.related)
        return "\n".join(
            (
                f'<article id="finding-{fingerprint}" class="{kind}" {_answers(finding)}>',
                f'<h4><span class="word">{word}</span> {linked} {in_html(finding.message)}</h4>',
                *places,
                f"<dl>{notes}</dl>",
                self._card(finding.card),
                "</article>",
            )
        )

    def _notes(self, finding: Finding) -> Iterator[tuple[str, str]]:
        """Yield what is told below a finding, as markup."""
        say = self._words.say
        if finding.suppression is not None:
            yield say("Suppressed"), in_html(answer(finding.suppression, self._words))
        yield say("Rule"), in_html(finding.card.name)
        if finding.law:
            yield say("Law"), ", ".join(map(self._law, finding.law))
        yield say("Certainty"), say(SAID[finding.certainty])
        yield say("Remedy"), in_html(finding.card.remedy)
        if finding.fix is not None:
            yield say("Fix"), in_html(finding.fix.title)

    def _card(self, card: Card) -> str:
        if card.code not in self._cards:
            told = [f"<p><b>{in_html(card.title)}.</b></p>"]
            told += (f"<p>{in_html(part)}</p>" for part in card.rationale.split("\n\n") if part)
            if card.wrong_when:
                told.append(f"<p>{in_html(card.wrong_when)}</p>")
            if card.law:
                told.append(
                    f"<p>{self._words.say('Law')}: {', '.join(map(self._law, card.law))}</p>"
                )
            asked = self._words.say(
                "Why {code} asks this, and when it would be wrong", code=card.code
            )
            self._cards[card.code] = aside(in_html(asked), "\n".join(told)).replace(
                "<details>", '<details class="card">', 1
            )
        return self._cards[card.code]


def provisions(finding: Finding) -> dict[str, None]:
    """Return the articles that a finding rests on, each once."""
    return dict.fromkeys(map(provision, finding.law))


def _answers(finding: Finding) -> str:
    """Return the attributes that the filters look at."""
    attributes = {
        "severity": finding.severity.word,
        "family": finding.card.family,
        "certainty": finding.certainty.word,
        "law": "|".join(provisions(finding)),
        "state": "counted" if finding.suppression is None else "suppressed",
    }
    return " ".join(f'data-{name}="{in_html(told)}"' for name, told in attributes.items())


def _snippet(span: Span, lines: LineTable | None, label: str, words: Words) -> str:
    """Return a place with the lines around it, and what it is where it is a further one."""
    at = {"line": span.start_line, "column": span.start_column}
    place = words.say("line {line}, column {column}", **at)
    caption = f"{in_html(label)} ({place})" if label else place.capitalize()
    if lines is None:
        return f"<figure><figcaption>{caption}</figcaption></figure>"
    first = span.start_line
    rows = [(n, _line(n, lines)) for n in (first - 1, first + 1) if lines.line(n)]
    rows.append((first, _marked(span, lines)))
    told = "".join(f'<span class="row"><b>{n}</b>{line}</span>' for n, line in sorted(rows))
    return (
        f"<figure><figcaption>{caption}</figcaption>"
        f'<pre translate="no"><code>{told}</code></pre></figure>'
    )


def _line(number: int, lines: LineTable) -> str:
    return escape(window(lines, Span(number, 1, number, 1), _WIDEST)[0])


def _marked(span: Span, lines: LineTable) -> str:
    line, start, length = window(lines, span, _WIDEST)
    before, marked, after = line[:start], line[start : start + length], line[start + length :]
    return f"{escape(before)}<mark>{escape(marked) or '&nbsp;'}</mark>{escape(after)}"
