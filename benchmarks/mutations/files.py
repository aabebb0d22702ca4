"""Files that are no registers, and cites that the statement's text does not bear out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mutations.mutant import Mutant, mutant, on, operator
from privlint.source.text import Text

if TYPE_CHECKING:
    from mutations.sheet import Sheet

_PLAIN = Path(__file__).parents[2] / "tests" / "registers" / "plain.yaml"
_DEEP = "[" * 200 + "]" * 200
_BROKEN: dict[str, tuple[str, str, str]] = {
    "a key stands twice": ("dpo:", "dpo: {status: appointed}\ndpo:", "INP009"),
    "a bracket is not closed": ("{status: none}", "{status: none", "INP008"),
    "a bell was copied along": ("Deliver what", "Deliver\x07 what", "INP007"),
    "a direction is overridden": ("Deliver what", "Deliver\u202e what", "INP019"),
    "a value has a tag": ("version: 3", "version: !!python/int 3", "INP013"),
    "a merge key is used": ("account: {", "account: {<<: {}, ", "INP013"),
    "a second document begins": ("account:", "---\naccount:", "INP015"),
    "an age is written as 016": ("age: 16", "age: 016", "INP017"),
    "a key is a list": ("account:", "[account]:", "INP018"),
    "a list holds itself": ("channels: [email, post]", "channels: &a [*a]", "INP011"),
    "brackets stand in brackets without end": ("version: 3", f"version: {_DEEP}", "INP012"),
}
_MISSHAPEN: dict[str, tuple[tuple[str, ...], object]] = {
    "a status is none of those that there are": (("dpo", "status"), "perhaps"),
    "a period is told in words": (("purposes", "newsletter", "retention"), {"period": "a year"}),
    "a key is misspelt": (("rights", "acces"), {"article": "15"}),
}


@operator("plain")
def broken_file(sheet: Sheet) -> Iterator[Mutant]:
    """The file cannot be read as a register any more."""
    source = _PLAIN.read_text(encoding="utf-8")
    before = sheet._replace(source=source.encode())
    for words, (old, new, code) in _BROKEN.items():
        after = sheet._replace(source=source.replace(old, new, 1).encode())
        yield mutant(f"the file: {words}", before, after, on(code))
    latin = sheet._replace(source=source.encode() + b"# \xe9\n")
    yield mutant("the file: it is not UTF-8", before, latin, on("INP006"))
    yield mutant("the file: it is empty", before, sheet._replace(source=b""), on("INP014"))


@operator("plain")
def misshapen_register(sheet: Sheet) -> Iterator[Mutant]:
    """The file is YAML, and no register."""
    before = _written(sheet)
    for words, (where, value) in _MISSHAPEN.items():
        after = _written(sheet.put(value, *where))
        yield mutant(f"the file: {words}", before, after, on("INP016", *where))


_TEXT = """\
Privacyverklaring van een winkel

1. Wie wij zijn
Er is geen functionaris aangesteld voor deze winkel.

2. Bestellingen
Wij gebruiken uw naam om de bestelling te leveren.
"""

_SECTIONS = {"1": "1. Wie wij zijn", "2": "2. Bestellingen"}


def _written(sheet: Sheet) -> Sheet:
    return sheet._replace(source=json.dumps(sheet.data).encode())


@operator("plain")
def thread_to_the_text(sheet: Sheet) -> Iterator[Mutant]:
    """Each passage is cited; then a quote, a heading or the text itself is another one."""
    cite = ("dpo", "cite")
    digest = Text(_TEXT, _SECTIONS).digest
    whole = sheet.put(_SECTIONS, "statement", "sections").put(digest, "statement", "sha256")
    whole = whole.put([{"section": "preamble"}], "statement", "passages_without_facts")
    whole = whole.put({"section": "1", "quote": "geen functionaris aangesteld"}, *cite)
    whole = whole.put({"section": "2"}, "purposes", "orders", "cite")._replace(text=_TEXT)
    cited = _written(whole.fresh())
    changes = {
        "a quote is not in the text": (whole.put("wel aangesteld", *cite, "quote"), "TRC001"),
        "a cite names no section": (whole.put({"section": "9"}, *cite), "TRC003"),
        "a heading is another one": (whole.put("3. Wie", "statement", "sections", "3"), "TRC004"),
    }
    for words, (after, code) in changes.items():
        place = ("statement", "sections", "3") if code == "TRC004" else cite
        moved = _written(after.fresh())
        yield mutant(f"the text: {words}", cited, moved, on(code, *place), *_uncited(code))
    yield from _other_texts(cited, whole)


def _uncited(code: str) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Yield what follows where a cite leads nowhere: its passage is cited by nothing."""
    if code in ("TRC001", "TRC003"):
        yield on("TRC007", "statement")


def _other_texts(cited: Sheet, whole: Sheet) -> Iterator[Mutant]:
    twice = _TEXT.replace("winkel.", "winkel. Nog eens: geen functionaris aangesteld.")
    silent = whole.drop("statement", "sha256").fresh()
    once = _written(silent)
    after = once._replace(text=twice)
    yield mutant("the text: a quote stands twice", once, after, on("TRC002", "dpo", "cite"))
    yield mutant("the text: its digest is not kept", cited, once, on("TRC006", "statement"))
    longer = once._replace(text=f"{_TEXT}\nWij verhuizen soms.\n")
    yield mutant("the text: a passage is new", once, longer, on("TRC007", "statement"))
    other = cited._replace(text=_TEXT.replace("uw naam", "uw naam en adres"))
    yield mutant("the text: it changed", cited, other, on("TRC005", "statement", "sha256"))
    blank = cited._replace(text="...\n")
    expected = on("TRC008", *blank.nearest(("statement", "text")))
    yield mutant("the text: there is none in it", cited, blank, expected)
