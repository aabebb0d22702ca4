"""The format `html`: one page that holds all it needs, for a browser, a phone or a printer.

Nothing is fetched, and the browser is told to refuse all but the page's own style and script, by
their digests. Without the script all is shown, and only the filters are missing.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import defaultdict
from functools import cache, partial
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from privlint import version
from privlint.escaping import in_html
from privlint.knowledge.facts import Knowledge
from privlint.reporters.layout import Layout, mark
from privlint.reporters.page import markup
from privlint.reporters.page.filters import filters
from privlint.reporters.page.findings import Written
from privlint.reporters.page.flows import flows
from privlint.reporters.page.markup import spoken
from privlint.reporters.page.matrix import matrix
from privlint.reporters.page.timeline import timeline
from privlint.reporters.plain_data import fingerprinted
from privlint.reporters.summary import failure, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from privlint.finding import Finding
    from privlint.report import Input, Report
    from privlint.reporters.layout import Words

    Named = tuple[Finding, str]
    """A finding with its fingerprint, which is also its anchor."""

_MADE = mark(
    "Made by {home}; its legal facts were checked last on {checked}. "
    "It is an aid to reading, not legal advice."
)
_FOLDER = Path(__file__).parent / "page"


def render(report: Report, layout: Layout) -> str:
    """Return the page: the summary, the matrix, the filters, and a section for each file."""
    found: dict[str, list[Named]] = defaultdict(list)
    for finding, fingerprint in fingerprinted(report):
        found[finding.path].append((finding, fingerprint))
    files = {asked.path: asked for asked in report.inputs}
    files |= {asked.path: asked for asked in report.beside if asked.path not in files}
    findings = [finding for asked in files for finding, _ in found[asked]]
    families = sorted({finding.card.family for finding in findings})
    parts = []
    words = layout.words
    if files:
        of_files = [(asked, [one for one, _ in found[asked.path]]) for asked in files.values()]
        parts.append(matrix(of_files, families, words))
    if findings:
        parts.append(filters(findings, families, words))
    facts = Knowledge.load().as_of(report.knowledge_checked)
    written = Written(cache(partial(markup.law, sources=facts.source)), words)
    for number, asked in enumerate(files.values(), 1):
        parts += _section(number, asked, found[asked.path], written, words)
    parts += _failures(report, words)
    return _page(report, parts, words)


def _page(report: Report, parts: Sequence[str], words: Words) -> str:
    home = f'<a href="{version.HOME}">privlint</a> {version.VERSION}'
    checked = report.knowledge_checked.isoformat()
    style, script = (_read(name) for name in ("page.css", "page.js"))
    return Template(_read("page.html")).substitute(
        style=style,
        style_digest=_digest(style),
        script=script,
        script_digest=_digest(script),
        lang=words.lang,
        title=words.say("privlint report"),
        summary=in_html(summary(report, Layout(words=words))),
        content="\n".join(parts),
        made=words.say(_MADE, home=home, checked=checked),
    )


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _digest(source: str) -> str:
    """Return what lets a browser know the page's own style or script from any other."""
    return f"sha256-{b64encode(hashlib.sha256(source.encode()).digest()).decode()}"


def _section(
    number: int, asked: Input, found: Sequence[Named], written: Written, words: Words
) -> Iterator[str]:
    yield f'<section class="file" data-file="{number}" aria-labelledby="file-{number}">'
    yield f'<h2 id="file-{number}">{in_html(asked.path)}</h2>'
    counted = any(finding.suppression is None for finding, _ in found)
    if state := _state(asked, words, has_findings=counted):
        yield f'<p class="soft">{state}</p>'
    yield from _pictures(number, asked, words)
    families: dict[str, list[Named]] = defaultdict(list)
    for finding, fingerprint in found:
        families[finding.card.family].append((finding, fingerprint))
    for family in sorted(families):
        yield from _family(number, family, asked, families[family], written, words)
    yield "</section>"


def _pictures(number: int, asked: Input, words: Words) -> Iterator[str]:
    drawn = asked.data_map
    if drawn is None:
        return
    day = asked.as_of
    facts = Knowledge.load().as_of(day) if day is not None else None
    if facts is not None:
        title = words.say("Who gets which data of {shop}, and where they go", shop=drawn.shop)
        yield f"<h3>{in_html(title)}</h3>"
        yield flows(drawn.flows, facts, number, words)
    yield f"<h3>{in_html(words.say('How long {shop} keeps what', shop=drawn.shop))}</h3>"
    yield timeline(drawn.storage, number, words)


def _family(  # noqa: PLR0913, PLR0917 - a place on the page, what stands there, and how it is said
    number: int, family: str, asked: Input, found: Sequence[Named], written: Written, words: Words
) -> Iterator[str]:
    """Yield the findings of one family in one file: those that count, then the others."""
    anchor = f"file-{number}-{in_html(family)}"
    yield f'<section class="family" data-family="{in_html(family)}">'
    name = in_html(_capital(words.say(spoken(family))))
    title = f'{name}: <span class="count">{words.number(len(found))}</span>'
    yield f'<h3 id="{anchor}">{title}</h3>'
    suppressed = [named for named in found if named[0].suppression is not None]
    for finding, fingerprint in found:
        if finding.suppression is None:
            yield written.finding(finding, fingerprint, asked.lines)
    if suppressed:
        told = words.say("{n} suppressed")
        summed = told.format(n=words.number(len(suppressed)))
        yield f'<details class="suppressed"><summary data-told="{told}">{summed}</summary>'
        for finding, fingerprint in suppressed:
            yield written.finding(finding, fingerprint, asked.lines)
        yield "</details>"
    yield "</section>"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _state(asked: Input, words: Words, *, has_findings: bool) -> str:
    say = words.say
    if not asked.is_checked:
        return say("Not checked: it could not be read, or does not have the shape of a register.")
    day = asked.as_of
    told = [
        say("Judged as of {day}.", day=day.isoformat()) if day is not None else "",
        say("The statement bears no date.") if asked.is_undated else "",
        "" if has_findings else say("Nothing found, which does not make a statement lawful."),
    ]
    return " ".join(filter(None, told))


def _failures(report: Report, words: Words) -> Iterator[str]:
    if report.crashes:
        yield f"<section>\n<h2>{words.say('Rules that failed')}</h2>\n<ul>"
        for path, crash in report.crashes:
            yield f"<li>{in_html(path)}: {in_html(failure(crash, Layout(words=words)))}</li>"
        yield "</ul>\n</section>"
