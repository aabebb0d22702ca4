"""The format `junit`: a suite for each file, and in it a test case for each rule.

A case fails on errors and warnings. Notes and questions fail no build: they are told as output.
Where all that a rule found is suppressed, its case is skipped, with the justification.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from privlint.escaping import in_xml, printable
from privlint.reporters.answers import answer
from privlint.reporters.layout import Layout
from privlint.reporters.plain_data import told
from privlint.reporters.summary import failure
from privlint.rule import Certainty, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.finding import Finding
    from privlint.report import Crash, Input, Report
    from privlint.reporters.layout import Words
    from privlint.rule import Card


def render(report: Report, layout: Layout) -> str:
    """Return the report as XML."""
    root = ET.Element("testsuites", name="privlint")
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in told(report, suppressed=True):
        found[finding.path].append(finding)
    for asked in report.inputs:
        root.append(_suite(asked, found[asked.path], report.rules, layout.words))
    for beside in report.beside:
        root.append(_suite(beside, found[beside.path], (), layout.words))
    _count(root)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(
    asked: Input, findings: Sequence[Finding], rules: Iterable[Card], words: Words
) -> ET.Element:
    suite = ET.Element("testsuite", name=in_xml(asked.path))
    if not asked.is_checked:
        case = _case(suite, asked, "input", "can be checked")
        text = "\n".join(_told(finding, words) for finding in findings)
        text = text or words.say("it could not be checked")
        first = findings[0].message if findings else text
        _say(case, "error", first, "unchecked", text)
        _count(suite)
        return suite
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_code[finding.card.code].append(finding)
    cards = {card.code: card for card in (*rules, *(finding.card for finding in findings))}
    crashes = {crash.card.code: crash for crash in asked.crashes}
    silent = {one.card.code: words.say(one.why.value) for one in asked.not_run}
    for code, card in cards.items():
        case = _case(suite, asked, card.family, f"{code} {card.name}")
        if code in silent:
            ET.SubElement(case, "skipped", message=in_xml(silent[code]))
        _fill(case, by_code[code], crashes.get(code), words)
    _count(suite)
    return suite


def _case(suite: ET.Element, asked: Input, group: str, name: str) -> ET.Element:
    place = {"classname": f"privlint.{group}", "name": name, "file": asked.path}
    return ET.SubElement(suite, "testcase", {key: in_xml(told) for key, told in place.items()})


def _fill(case: ET.Element, findings: Sequence[Finding], crash: Crash | None, words: Words) -> None:
    graves = [finding for finding in findings if _is_grave(finding)]
    others = [finding for finding in findings if not _is_grave(finding)]
    answers = [answer(one.suppression, words) for one in others if one.suppression is not None]
    # A question that still counts must not be hidden behind one that is answered for.
    is_answered = bool(answers) and len(answers) == len(others)
    if crash is not None:
        text = failure(crash, Layout(words=words))
        _say(case, "error", text, type(crash.error).__name__, text)
    elif graves:
        worst = max(finding.severity for finding in graves)
        text = "\n".join(_told(finding, words) for finding in graves)
        _say(case, "failure", graves[0].message, worst.word, f"{text}\n{graves[0].card.remedy}")
    elif is_answered:
        ET.SubElement(
            case, "skipped", message=in_xml(f"{words.say('suppressed')}: {'; '.join(answers)}")
        )
    if others:
        output = ET.SubElement(case, "system-out")
        output.text = _lines("\n".join(_told(finding, words) for finding in others))


def _is_grave(finding: Finding) -> bool:
    is_answered = finding.suppression is not None or finding.certainty == Certainty.ASK
    return finding.severity >= Severity.WARNING and not is_answered


def _say(case: ET.Element, tag: str, message: str, kind: str, text: str) -> None:
    said = ET.SubElement(case, tag, message=in_xml(message), type=in_xml(kind))
    said.text = _lines(text)


def _told(finding: Finding, words: Words) -> str:
    place = f"{finding.path}:{finding.span.start_line}:{finding.span.start_column}"
    law = f" ({', '.join(finding.law)})" if finding.law else ""
    why = ""
    if finding.suppression is not None:
        why = f" [{words.say('suppressed')}: {answer(finding.suppression, words)}]"
    # Only the line breaks between findings are ours.
    return printable(f"{place}: {words.say(finding.severity.word)}: {finding.message}{law}{why}")


def _count(element: ET.Element) -> None:
    """Write down how many cases there are below, and how they came out."""
    element.set("tests", str(len(element.findall(".//testcase"))))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(name, str(len(element.findall(f".//testcase/{tag}"))))


def _lines(text: str) -> str:
    return "\n".join(map(in_xml, text.split("\n")))
