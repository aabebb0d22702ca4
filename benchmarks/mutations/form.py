"""The statement itself: its date, language and text (Art. 12(1) GDPR), and security (Art. 32)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mutations.mutant import Mutant, mutant, on, operator
from mutations.reading import recipients

if TYPE_CHECKING:
    from mutations.sheet import Sheet

_STATEMENT = ("statement",)
_DEAD = {
    "NL": ("Wet bescherming persoonsgegevens", "Richtlijn 95/46/EG"),
    "BE": ("Privacywet", "Richtlijn 95/46/EG"),
}
_ALIVE = {
    "NL": ("AVG", "UAVG", "Telecommunicatiewet"),
    "BE": ("AVG", "de wet van 30 juli 2018", "Wetboek van economisch recht"),
}
_READS_BADLY = ("breaks_off", "mistranslated", "misplaced", "repeated", "typo", "unclear")


@operator()
def date_of_the_statement(sheet: Sheet) -> Iterator[Mutant]:
    """When the statement was made is told no more, was long ago, or is still to come."""
    dated = sheet.put("2026-06-01", "statement", "date")
    mended = (on("FRM001", *_STATEMENT), on("FRM002", "statement", "date"))
    yield mutant("the statement is of this year", sheet, dated, mended=mended)
    dated = dated.fresh()
    bare = dated.drop_all([("statement", "date"), ("statement", "version")])
    words = "neither a date nor a version is given"
    yield mutant(words, dated, bare, on("FRM001", *_STATEMENT))
    for day in ("2018-05-25", "2021-10-18", "2023-06-01"):
        after = dated.put(day, "statement", "date")
        expected = on("FRM002", "statement", "date")
        yield mutant(f"the statement is of {day}", dated, after, expected)
    for day in ("2024-01-01", "2025-11-21"):
        after = dated.put(day, "statement", "date")
        yield mutant(f"the statement is of {day}", dated, after)
    ahead = dated.put("2027-01-01", "statement", "date")
    expected = on("FRM010", "statement", "date")
    yield mutant("the statement is of next year", dated, ahead, expected)


@operator()
def language_of_the_statement(sheet: Sheet) -> Iterator[Mutant]:
    """Customers are addressed in a language that the statement is not in."""
    for languages in (["fr"], ["fr", "de"]):
        after = sheet.put(languages, "shop", "languages")
        words = f"customers are addressed in {' and '.join(languages)}"
        yield mutant(words, sheet, after, on("FRM003", "statement", "language"))
    both = sheet.put(["nl", "fr"], "shop", "languages")
    words = "customers are addressed in French as well, and nothing is written down in French"
    yield mutant(words, sheet, both, on("FRM003", "statement", "language"))
    if sheet.at("shop", "languages") is None:
        own = sheet.put(["nl"], "shop", "languages")
        yield mutant("customers are addressed in Dutch", sheet, own)


@operator()
def changes_of_the_statement(sheet: Sheet) -> Iterator[Mutant]:
    """How readers learn of a change is told no more, or is left to them."""
    told = {"notice": ["website"], "material": ["email"]}
    ground = sheet.put(told, "statement", "changes").fresh()
    after = ground.drop("statement", "changes")
    words = "how changes are announced is not said"
    yield mutant(words, ground, after, on("FRM005", *_STATEMENT))
    alone = ground.put({"notice": ["check_page"]}, "statement", "changes")
    words = "readers are to look at the page now and then"
    yield mutant(words, ground, alone, on("FRM005", *_STATEMENT))
    for way in ("email", "announcement"):
        after = ground.put({"notice": ["check_page", way]}, "statement", "changes")
        yield mutant(f"changes are announced by {way}, and stand on the page", ground, after)


@operator()
def laws_that_are_named(sheet: Sheet) -> Iterator[Mutant]:
    """A law is named that is in force, or is not any more."""
    n = len(sheet.many("statement", "laws"))
    country = sheet.at("shop", "country")
    for name in _DEAD[country]:
        after = sheet.put({"name": name}, "statement", "laws", n)
        yield mutant(
            f"the statement names: {name}", sheet, after, on("FRM006", "statement", "laws", n)
        )
    for name in _ALIVE[country]:
        after = sheet.put({"name": name}, "statement", "laws", n)
        yield mutant(f"the statement names: {name}", sheet, after)


@operator()
def name_that_was(sheet: Sheet) -> Iterator[Mutant]:
    """A company is called as it was called before."""
    for name, told in recipients(sheet).items():
        for vendor, before in (
            ("google-analytics", "Google Inc."),
            ("facebook", "Facebook Ireland"),
        ):
            if told.get("vendor") == vendor and not told.get("relation"):
                after = sheet.put(before, "recipients", name, "legal_name")
                expected = on("FRM007", "recipients", name)
                yield mutant(f"`{name}` is called {before}", sheet, after, expected)


@operator()
def text_that_nobody_read(sheet: Sheet) -> Iterator[Mutant]:
    """A passage breaks off, is badly translated, or stands in the wrong place or twice."""
    faults = sheet.many("faults")
    for fault in _READS_BADLY:
        if fault not in [told["fault"] for told in faults]:
            after = sheet.put(
                {"fault": fault, "about": "a passage on delivery"}, "faults", len(faults)
            )
            expected = on("FRM008", "faults", len(faults))
            yield mutant(f"a passage has the fault: {fault}", sheet, after, expected)
    if "promise_not_kept" not in [told["fault"] for told in faults]:
        promise = {"fault": "promise_not_kept", "about": "how long delivery takes"}
        after = sheet.put(promise, "faults", len(faults))
        expected = on("FRM011", "faults", len(faults))
        yield mutant("something is announced, and not told", sheet, after, expected)


@operator()
def opposite_of_what_is_meant(sheet: Sheet) -> Iterator[Mutant]:
    """A sentence says the opposite of what is meant: of security, or of something else."""
    faults = sheet.many("faults")
    if "reversed" in [told["fault"] for told in faults]:
        return
    ground = sheet.put({"section": "safety"}, "security", "cite").fresh()
    for section, code in (("safety", "SEC003"), ("delivery", "FRM008")):
        told = {"fault": "reversed", "about": "a negation too many", "cite": {"section": section}}
        after = ground.put(told, "faults", len(faults))
        words = f"a sentence on {section} says the opposite of what is meant"
        yield mutant(words, ground, after, on(code, "faults", len(faults)))


@operator()
def security_told(sheet: Sheet) -> Iterator[Mutant]:
    """No measure is named any more, or more is promised than anybody can keep."""
    backwards = [
        ("faults", n) for n, told in enumerate(sheet.many("faults")) if told["fault"] == "reversed"
    ]
    ground = sheet.drop_all(
        backwards
    ).fresh()  # a sentence on security that has no measures is none
    after = ground.drop("security", "measures")
    expected = on("SEC001", *after.nearest(("security",)))
    yield mutant("no measure is named that keeps data safe", ground, after, expected)
    after = sheet.put("your data are perfectly safe with us", "security", "guarantee")
    yield mutant("perfect safety is promised", sheet, after, on("SEC002", "security"))
    n = len(sheet.many("claims"))
    if any(claim["claim"] == "no_breach_possible" for claim in sheet.many("claims")):
        return
    after = sheet.put({"claim": "no_breach_possible"}, "claims", n)
    yield mutant("no breach is possible, it is said", sheet, after, on("SEC002", "claims", n))
    limited = {"claim": "no_breach_possible", "except": "what nobody can foresee"}
    after = sheet.put(limited, "claims", n)
    yield mutant("no breach is possible, except what nobody foresees", sheet, after)
