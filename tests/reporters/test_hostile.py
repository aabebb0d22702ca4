"""Names and messages that would be code, markup or a command somewhere stay text everywhere."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from privlint.data_map import DataMap
from privlint.escaping import printable
from privlint.finding import Finding, Place
from privlint.linting import lint
from privlint.report import Crash, Report
from privlint.reporters import REPORTERS, render
from privlint.reporters.layout import Layout
from privlint.rule import Card
from privlint.running.run import report
from privlint.version import HOME

from ..conftest import SMALL, terms
from .reading import READERS, Page
from .sample import sample

HOSTILE = [
    "a | b || c \\| d",
    "`a` ``b`` ~~~ *c* _d_ ~~e~~ $f$ \\(g\\)",
    "<script>alert(1)</script><img src=x onerror=alert(1)><style>*{}</style>",
    "\" onload=\"alert(1)' onload='alert(1)",
    "</td></table></details></article></main><h1>all is well</h1><!--",
    "x](javascript:alert(1)) [y](javascript:alert(1)) ![z](https://evil.example/z.png)",
    "[x]: https://evil.example <https://evil.example> https://evil.example www.evil.example",
    "::error::x ::set-output name=a::b ##[error]c ::stop-commands::d",
    "%0A::error::x%0D%0A%25",
    "a\n::error::b\r\n\r\n## c\n\n| d |\n| --- |\n- e\n1. f\n> g\n    h\n",
    "\x1b[31mred\x1b]0;title\x07\x1b]8;;https://evil.example\x1b\\x\x9b31m\x00\x08",
    "\u202egnp.exe\u2066\u200b\ufeff\u2028\u2029\x85\ufffe\uffff\udcff",
    "]]> &lt; &#60; &amp;amp; <?xml?> <!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>",
    "@everyone #1 GH-1 owner/name#1 user@evil.example :smile:",
    "$summary ${content} {{x}} {x} %s %(x)s",
    " \t ",
]
"""What has broken the output of some program once."""

EVERY = pytest.mark.parametrize("name", REPORTERS)
Elements = list[tuple[str, dict[str, str | None]]]
ALL = Layout(shows_suppressed=True)


def spoken(words: str) -> Report:
    """Return a report in which all that others write, and not we, are these words."""
    made = sample()

    def said(finding: Finding) -> Finding:
        why, fix = finding.suppression, finding.fix
        return finding.replace(
            message=words or "-",
            path=f"{finding.path}{words}",
            related=tuple(Place(place.span, words) for place in finding.related),
            logical=words,
            suppression=why and why.replace(reason=words, owner=words, path=words),
            fix=fix and fix.replace(title=words),
        )

    crash = Crash(made.crashes[0][1].card, LookupError(words))
    return made.replace(
        inputs=tuple(
            asked.replace(
                path=f"{asked.path}{words}",
                crashes=(crash,) if asked.crashes else (),
                data_map=asked.data_map and drawn(asked.data_map, words),
            )
            for asked in made.inputs
        ),
        findings=tuple(map(said, made.findings)),
        suppressed=tuple(map(said, made.suppressed)),
    )


def ruled(words: str) -> Report:
    """Return the same report by rules of a house, of which all but code and name are words.

    They are on one line each: that is how they are read.
    """
    made = spoken(words)
    words = " ".join(words.split())
    cards: dict[str, Card] = {}

    def said(card: Card) -> Card:
        law = (words, f"Policy {words}")
        texts = dict.fromkeys(("title", "rationale", "wrong_when", "remedy"), words or "-")
        examples = dict.fromkeys(("compliant", "violating"), f"a: 1  # {words}\n")
        return cards.setdefault(card.code, card.replace(**texts, **examples, law=law))

    def told(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(one.replace(card=said(one.card)) for one in findings)

    return made.replace(
        inputs=tuple(
            asked.replace(
                crashes=tuple(crash.replace(card=said(crash.card)) for crash in asked.crashes),
                not_run=tuple(one.replace(card=said(one.card)) for one in asked.not_run),
            )
            for asked in made.inputs
        ),
        findings=told(made.findings),
        suppressed=told(made.suppressed),
        rules=tuple(map(said, made.rules)),
        rules_not_run=tuple(one.replace(card=said(one.card)) for one in made.rules_not_run),
    )


MAKERS = pytest.mark.parametrize("make", [spoken, ruled])


def drawn(made: DataMap, words: str) -> DataMap:
    """Return what the pictures show, in which all words of the register are these."""
    return DataMap(
        shop=words,
        flows=tuple(
            flow.replace(
                origin=flow.origin.replace(title=words),
                party=flow.party.replace(name=words),
                data=(words,),
            )
            for flow in made.flows
        ),
        storage=tuple(
            kept.replace(
                origin=kept.origin.replace(title=words), data=(words,), words=words, case=words
            )
            for kept in made.storage
        ),
    )


@EVERY
@MAKERS
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_words_break_out_of_a_format(
    name: str, words: str, make: Callable[[str], Report]
) -> None:
    """As many findings as there are, on their lines, each with the words as they are."""
    made, calm = (render(name, one, ALL) for one in (make(words), make("calm")))
    assert [one.line for one in READERS[name](made)] == [one.line for one in READERS[name](calm)]
    is_json = name in {"json", "jsonl"}
    shown = words if is_json else printable(words)
    for told in READERS[name](made):
        assert is_json or " ".join(shown.split()) in " ".join(_plain(name, told.text).split())
    if name != "full":
        assert made.count("\n") == calm.count("\n")
    assert all(printable(line) == line for line in made.split("\n"))


def _plain(name: str, text: str) -> str:
    """Undo what a viewer of SARIF undoes before it shows a text, and what XML cannot hold."""
    if name == "junit":
        return text.replace("\\ufffe", "\ufffe").replace("\\uffff", "\uffff")
    if name != "sarif" or "](" not in text:
        return text
    return text.replace("\\[", "[").replace("\\]", "]").replace("\\\\", "\\")


@MAKERS
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_a_page_gets_no_element_attribute_or_address_from_a_register(
    words: str, make: Callable[[str], Report]
) -> None:
    """A browser sees the same elements, and goes to the same places, whatever the words are."""
    made, calm = (
        Page(re.sub("finding-[0-9a-f]+", "finding", render("html", make(text), ALL))).elements
        for text in (words, "calm")
    )
    made, calm = map(unshaped, (made, calm))
    assert made == calm
    assert_harmless(made, own_scripts=1)


_LAID_OUT = {"x", "y", "dy", "height", "viewbox", "d", "x1", "x2", "y1", "y2"}


def unshaped(elements: Elements) -> Elements:
    """Leave out where a picture puts things, and into how many lines it breaks a label."""
    return [
        (tag, {key: told for key, told in attributes.items() if key not in _LAID_OUT})
        for tag, attributes in elements
        if tag != "tspan"
    ]


def assert_harmless(elements: Elements, *, own_scripts: int = 0) -> None:
    """Assert that a page runs and fetches nothing of others, and leads only to us and the law."""
    assert [attributes for tag, attributes in elements if tag == "script"] == [{}] * own_scripts
    assert not {"img", "iframe", "link", "form", "base", "object"} & {tag for tag, _ in elements}
    for _, attributes in elements:
        assert not any(key.startswith("on") or key in {"style", "src"} for key in attributes)
        address = attributes.get("href")
        assert address is None or address.startswith(("#", HOME, "https://")), address
        assert "evil" not in (address or "")


@MAKERS
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_a_comment_in_markdown_gets_nothing_but_text_from_a_register(
    words: str, make: Callable[[str], Report]
) -> None:
    """A reader of Markdown makes the same elements of it, whatever the words are."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    made, calm = (
        Page(reader.render(render("markdown", make(text), ALL))).elements
        for text in (words, "calm")
    )
    assert made == calm
    assert_harmless(made)


def test_nothing_of_a_register_itself_breaks_out_of_its_snippet() -> None:
    """Its lines are shown as they are, with what hides in them made visible."""
    register = f"{SMALL}# <script>alert(1)</script> \u200b\n</code>: <img src=x onerror=a>\n"
    text = render("html", report([lint("a.yaml", register.encode(), terms())], terms()), ALL)
    assert_harmless(Page(text).elements, own_scripts=1)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; \\u200b" in text
    assert "<mark>&lt;/code&gt;</mark>" in text


def test_the_page_allows_no_script_but_its_own_and_no_network() -> None:
    """Even if words broke out, the browser would refuse what has another digest."""
    text = render("html", sample(), Layout())
    elements = Page(text).elements
    (policy,) = (
        attributes["content"] or ""
        for tag, attributes in elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    for tag in ("script", "style"):
        (source,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert dict(elements)["html"] == {"lang": "en"}


def test_the_headings_of_the_page_are_in_order() -> None:
    """One first, then one a file, then one a finding: no level is skipped."""
    levels = [
        int(tag[1])
        for tag, _ in Page(render("html", sample(), ALL)).elements
        if tag[0] == "h" and tag[1:].isdigit()
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_anchors_of_the_page_are_there_once() -> None:
    """Each address within the page leads somewhere, and to one place."""
    elements = Page(render("html", sample(), ALL)).elements
    anchors = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(anchors) == len(set(anchors))
    for _, attributes in elements:
        address = attributes.get("href") or ""
        assert not address.startswith("#") or address[1:] in anchors


@given(st.text(min_size=1, max_size=40))
def test_no_words_at_all_break_out_of_any_format(words: str) -> None:
    """Whatever somebody writes: each format can be read back, and tells as much."""
    made = spoken(words)
    calm = spoken("calm")
    for name in REPORTERS:
        told = READERS[name](render(name, made, ALL))
        assert len(told) == len(READERS[name](render(name, calm, ALL))), name
