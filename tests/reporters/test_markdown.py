"""Markdown for a comment: it fits, however much is found, and says what it leaves out."""

from __future__ import annotations

import re

from privlint.report import Crash, Report
from privlint.reporters.layout import Layout
from privlint.reporters.markdown import render
from privlint.rule import Severity

from .reading import markdown
from .sample import sample

COMMENT = 65_536
"""Characters of a comment on GitHub; the summary of a step has room for a MiB."""


def many(number: int, words: str = "") -> Report:
    """Return a report with many findings in many files, one in a hundred of them an error."""
    made = sample()
    first = made.findings[0].replace(severity=Severity.WARNING)
    findings = tuple(
        first.replace(
            path=f"{n // 40}.yaml",
            message=f"finding {n} {words}",
            severity=Severity.ERROR if n % 100 == 99 else Severity.WARNING,
        )
        for n in range(number)
    )
    inputs = tuple(made.inputs[0].replace(path=f"{n}.yaml") for n in range(number // 40 + 1))
    return made.replace(inputs=inputs, findings=findings, suppressed=())


def test_what_fits_is_told_whole() -> None:
    """And nothing is said of what is left out."""
    report = many(80)
    text = render(report, Layout())
    assert len(markdown(text)) == 80
    assert "not shown" not in text


def test_what_does_not_fit_is_counted() -> None:
    """The errors are shown before anything else, and the page says where the whole is."""
    report = many(5000)
    text = render(report, Layout())
    shown = markdown(text)
    assert len(text) < COMMENT
    left_out = re.search(r"\*\*([\d,]+) more findings are not shown\*\*", text)
    assert left_out
    assert len(shown) + int(left_out[1].replace(",", "")) == 5000
    assert sum(int(told.text.split()[1]) % 100 == 99 for told in shown) == 50
    assert len(shown) > 300
    assert "`json`" in text


def test_long_and_hostile_words_do_not_make_it_longer() -> None:
    """Each sign becomes an entity of six; a value of a megabyte is cut."""
    for words in ("|" * 1_000_000, "\u202e" * 10_000, "x" * 10_000):
        text = render(many(2000, words), Layout())
        assert len(text) < COMMENT
        assert len(markdown(text)) >= 20


def test_a_thousand_failures_do_not_make_it_longer() -> None:
    """Some are named, and the others counted."""
    report = many(2000)
    card = report.rules[0]
    crash = Crash(card, LookupError("|" * 100_000))
    inputs = tuple(
        report.inputs[0].replace(path=f"{n}.yaml", crashes=(crash,)) for n in range(1000)
    )
    text = render(report.replace(inputs=inputs), Layout())
    assert len(text) < COMMENT
    assert "and 990 more" in text
