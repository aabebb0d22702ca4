"""Fixes are applied byte for byte, and taken back where they make a register worse."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlint.finding import Edit, Finding, Fix, fault
from privlint.fixing import applied, mended
from privlint.form import INPUTS
from privlint.linting import Checked, lint
from privlint.rule import Card
from privlint.source.characters import BOM
from privlint.source.document import FILE_START
from privlint.source.reader import read
from privlint.suppression.settle import Settled

from .conftest import ROOT, SMALL, terms

PLAIN = (ROOT / "tests" / "registers" / "plain.yaml").read_bytes()
TERMS = terms("REG")


def check(source: bytes) -> Checked:
    """Check a register by the rules on registers."""
    return lint("r.yaml", source, TERMS)


def fix(*edits: tuple[int, int, str]) -> Fix:
    """Make a fix."""
    return Fix("Mend it", tuple(Edit(*edit, FILE_START) for edit in edits))


def mend(text: str) -> str:
    """Return a text with its findings mended."""
    return mended(text.encode(), check).source.decode()


def test_edits_change_nothing_but_their_own_characters() -> None:
    """The mark at the start, line ends, and characters of several bytes stay."""
    source = f"{BOM}é: 1\r\nb: ☃\n\rc".encode()
    done, kept = applied(source, [fix((6, 7, "x")), fix((0, 1, "ü"))])
    assert done == f"{BOM}ü: 1\r\nx: ☃\n\rc".encode()
    assert len(kept) == 2


def test_the_first_in_the_file_wins_and_a_fix_is_whole() -> None:
    """One that overlaps with another is left for the next round."""
    whole, torn, beside = fix((0, 2, "AB")), fix((1, 3, "x"), (5, 6, "y")), fix((3, 3, "-"))
    done, kept = applied(b"abcdef", [torn, beside, whole])
    assert (done, kept) == (b"ABc-def", (whole, beside))
    assert applied(b"abcdef", [fix((1, 1, "x")), fix((1, 1, "y"))])[0] == b"axbcdef"


@pytest.mark.parametrize(
    "wrong",
    [fix((2, 1, "x")), fix((0, 99, "x")), fix((-1, 1, "")), fix((0, 1, "\ud800")), fix()],
)
def test_a_fix_that_cannot_be_is_left_out(wrong: Fix) -> None:
    """Outside of the text, backwards, with what no file can hold, or of nothing."""
    assert applied(b"abc", [wrong, fix((1, 2, "B"))])[0] == b"aBc"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("dpo: {status: apointed}", "dpo: {status: appointed}"),
        ("dpo: {\"sttus\": 'apointed'} # é", "dpo: {\"status\": 'appointed'} # é"),
        ("controler: # x\n  emial: a@b.c\n", "controller: # x\n  email: a@b.c\n"),
        ("dpo:\n  status: |- # x\n    apointed\n", "dpo:\n  status: |- # x\n    appointed\n"),
        ("dpo: {? sttus : &a apointed}", "dpo: {? status : &a appointed}"),
        ("dpo: {&k sttus: apointed}", "dpo: {&k status: appointed}"),
    ],
)
def test_a_misspelt_word_is_written_as_it_is_meant(wrong: str, right: str) -> None:
    """Quotes, comments, anchors and brackets stay as they are."""
    assert mend(SMALL + wrong) == SMALL + right


@pytest.mark.parametrize(
    "text",
    [
        "controller: {email: a@b.c, emial: d@e.f}",
        "controller: {emial: a@b.c, emali: d@e.f}",
        "controller: {email: &a apointed}\ndpo: {status: *a}",
        "controller: {email: *a}\ndpo: {status: &a apointed}",
        "controller: &c {zebra: 1}\njoint_controllers: [*c]",
        "dpo: {words: &a apointed, status: *a}",
        'dpo: {status: "apo\\x69nted"}',
        "purposes: {a: {title: t, legal_basis: [{basis: contact}]}}",
        "recipients: {a: {name: x, kind: unnamed}}",
        "statement: {}",
    ],
)
def test_what_could_be_meant_otherwise_stays(text: str) -> None:
    """A key that is there, two of the same, an alias, an escape, another word of the format."""
    source = (SMALL + text).encode()
    done = mended(source, check)
    assert (done.source, done.count) == (source, 0)


def test_what_hides_behind_a_misspelt_key_is_mended_too() -> None:
    """A fix that shows further faults below is no step back."""
    text = "purpses:\n  a:\n    title: t\n    legal_bsis: [{basis: consnt, zebra: 1}]\n"
    right = "purposes:\n  a:\n    title: t\n    legal_basis: [{basis: consent, zebra: 1}]\n"
    done = mended((SMALL + text).encode(), check)
    assert (done.source.decode(), done.count) == (SMALL + right, 3)
    (left,) = done.checked.findings
    assert left.message.startswith("`zebra` is not known in `purposes.a.legal_basis.0`")


def test_a_key_whose_value_is_no_value_of_the_right_one_stays() -> None:
    """Then it was something else that was meant; what is right beside it is mended."""
    text = SMALL + "purposes: [a]\ncontroler: word\ndpo: {status: apointed}\n"
    right = SMALL + "purposes: [a]\ncontroler: word\ndpo: {status: appointed}\n"
    assert mend(text) == right


def test_an_id_that_leads_nowhere_is_mended_where_one_is_meant() -> None:
    """A misspelt reference is no fact of its own."""
    wrong = PLAIN.replace(b"recipients: [mailer]", b"recipients: [mialer]")
    assert wrong != PLAIN
    done = mended(wrong, check)
    assert done.source == PLAIN
    assert [one.card.code for one in done.was.findings if one.fix is not None] == ["REG007"] * (
        done.count
    )


def test_a_register_that_needs_nothing_is_judged_once() -> None:
    """And its bytes are the same."""
    judged: list[bytes] = []

    def watch(source: bytes) -> Checked:
        judged.append(source)
        return check(source)

    for source in (PLAIN, b"a: [1", b"\xff", b""):
        judged.clear()
        assert mended(source, watch).source == source
        assert judged == [source]


CARD: Card = INPUTS["misshapen"].replace(code="TST001", name="a-test", family="testing")


def fabricated(source: bytes, patterns: dict[str, str], *, bad: str) -> Checked:
    """Judge a text that offers to replace words; whatever holds `bad` has one finding more."""
    text = source.decode()
    found: list[Finding] = []
    for number, (pattern, new) in enumerate(patterns.items()):
        for match in re.finditer(pattern, text):
            one = fault("r.yaml", CARD, f"{pattern} {number}", FILE_START)
            found.append(one.replace(fix=fix((match.start(), match.end(), new))))
    if re.search(bad, text):
        found.append(fault("r.yaml", CARD, "it got worse", FILE_START))
    inputs = check(SMALL.encode()).inputs
    return Checked(inputs, Settled(tuple(found)))


def test_a_fix_that_makes_it_worse_is_taken_back_and_the_others_stay() -> None:
    """All at once make it worse, so they are tried in parts."""
    patterns = {f"w{n}": f"v{n}" for n in range(9)}
    source = " ".join(patterns).encode()
    done = mended(source, lambda text: fabricated(text, patterns, bad="v[36]"))
    assert done.source == b"v0 v1 v2 w3 v4 v5 w6 v7 v8"
    assert done.count == 7
    assert all(one.message != "it got worse" for one in done.checked.findings)


def test_a_fix_that_breaks_the_file_is_taken_back() -> None:
    """What could be checked still can."""
    source = SMALL.encode()

    def breaking(text: bytes) -> Checked:
        found = check(text)
        if text != source:
            return found
        one = fault("r.yaml", CARD, "break it", FILE_START).replace(fix=fix((0, 8, "[")))
        return found.replace(settled=Settled((*found.findings, one)))

    assert mended(source, breaking).source == source


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    """After a number of rounds."""
    source = b"left"
    done = mended(
        source, lambda text: fabricated(text, {"left": "right", "right": "left"}, bad="never")
    )
    assert done.source in {b"left", b"right"}


def test_when_all_fixes_are_bad_the_trials_have_an_end() -> None:
    """They are not tried for ever."""
    patterns = {f"w{n}x": f"v{n}" for n in range(300)}
    source = " ".join(patterns).encode()
    judged: list[bytes] = []

    def watch(text: bytes) -> Checked:
        judged.append(text)
        return fabricated(text, patterns, bad="v")

    assert mended(source, watch).source == source
    assert len(judged) <= 201


@pytest.mark.parametrize("number", [100, 800])
def test_hundreds_of_misspelt_keys_are_mended_in_time(number: int) -> None:
    """Not all are told at once, so it takes some rounds; each is as long as a check."""
    entries = "".join(
        f"  r{n}:\n    name: x # note {n}\n    own_purpses: true\n    contry: BE\n"
        for n in range(number)
    )
    text = f"{SMALL}recipients:\n{entries}"
    started = time.perf_counter()
    done = mended(text.encode(), check)
    assert time.perf_counter() - started < 20
    assert done.count == min(2 * number, 1000)
    assert done.source.decode().count("country: BE") > number // 2


KEYS = re.compile(rb"(?<=\n)( *(?:- )?)([a-z_]{5,})(?=:)")
"""Keys of a block, each with what stands before it on its line."""
VALUES = re.compile(rb"(?:basis|role|source|kind|safeguard|status): ([a-z_]{5,})(?=[,}\]\s])")
IDS = read(PLAIN).data
PLACES = [
    found.span(2)
    for found in KEYS.finditer(PLAIN)
    if found[2].decode() not in {*IDS["recipients"], *IDS["purposes"], "cookie_policy"}
] + [found.span(1) for found in VALUES.finditer(PLAIN)]


@st.composite
def misspelt(draw: st.DrawFn) -> bytes:
    """Misspell some keys and values of a lawful register."""
    source = PLAIN
    for start, end in sorted(draw(st.sets(st.sampled_from(PLACES), min_size=1, max_size=5)))[::-1]:
        word = source[start:end].decode()
        at = draw(st.integers(1, len(word) - 2))
        letter = draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
        slip = draw(st.sampled_from(["drop", "swap", "add", "change"]))
        wrong = {
            "drop": word[:at] + word[at + 1 :],
            "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            "add": word[:at] + letter + word[at:],
            "change": word[:at] + letter + word[at + 1 :],
        }[slip]
        source = source[:start] + wrong.encode() + source[end:]
    return source


@given(misspelt(), st.tuples(st.booleans(), st.booleans()))
def test_each_misspelling_is_taken_back_or_left_and_no_fact_is_changed(
    wrong: bytes, form: tuple[bool, bool]
) -> None:
    """Word for word, what is mended is as it was before it was misspelt."""
    right = PLAIN
    has_mark, has_returns = form
    if has_returns:
        wrong, right = wrong.replace(b"\n", b"\r\n"), right.replace(b"\n", b"\r\n")
    if has_mark:
        wrong, right = BOM.encode() + wrong, BOM.encode() + right
    done = mended(wrong, check)
    split = re.compile(rb"(\w+)")
    words = zip(*(split.split(text) for text in (wrong, right, done.source)), strict=True)
    for given_, meant, found in words:
        assert found in {given_, meant}
    if not done.checked.findings:
        assert done.source == right


def test_most_single_misspellings_are_taken_back() -> None:
    """Otherwise the test above would hold of a command that does nothing."""
    back = 0
    for start, end in PLACES:
        word = PLAIN[start:end]
        wrong = PLAIN[:start] + word[:2] + word[3:] + PLAIN[end:]
        done = mended(wrong, check)
        assert done.source in {wrong, PLAIN}
        back += done.source == PLAIN
    assert back > len(PLACES) / 2


def test_the_data_of_a_mended_register_are_those_that_were_meant() -> None:
    """Read again, they are equal."""
    wrong = PLAIN.replace(b"recipients:\n", b"recipents:\n", 1).replace(b"role:", b"rloe:")
    assert read(mended(wrong, check).source).data == read(PLAIN).data
