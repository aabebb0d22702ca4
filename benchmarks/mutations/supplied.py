"""What a statement lacks is stated after all: the finding on it has to go, and none may come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mutations.mutant import Found, Mutant, mutant, on, operator
from mutations.reading import bases, entries, purposes

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_DUTY = {"basis": "legal_obligation", "law": "an example act"}


@operator()
def bases_supplied(sheet: Sheet) -> Iterator[Mutant]:
    """Each purpose gets the legal basis that it lacks."""
    if sheet.at("general", "legal_basis"):
        return
    for name in purposes(sheet):
        if not bases(sheet, name):
            place: Where = ("purposes", name)
            after = sheet.put([_DUTY], *place, "legal_basis")
            words = f"`{name}` rests on a law that is named"
            yield mutant(words, sheet, after, mended=(on("BAS001", *place),))


@operator()
def laws_supplied(sheet: Sheet) -> Iterator[Mutant]:
    """The law behind each duty is named."""
    for name in purposes(sheet):
        for where in bases(sheet, name):
            told = sheet.at(*where)
            if told["basis"] == "legal_obligation" and "law" not in told:
                after = sheet.put("an example act", *where, "law")
                words = f"the law that obliges to `{name}` is named"
                yield mutant(words, sheet, after, mended=(on("BAS005", *where),))


@operator()
def periods_supplied(sheet: Sheet) -> Iterator[Mutant]:
    """Each purpose that is silent on storage gets a period."""
    if entries(sheet, "general"):
        return
    for name in purposes(sheet):
        place: Where = ("purposes", name)
        told = {"period": "P6M", "from": "collection"}
        after = sheet.put(told, *place, "retention")
        if not [where for where in sheet.holds("retention") if where[:2] == place]:
            words = f"the data of `{name}` are kept for six months"
            yield mutant(words, sheet, after, mended=(on("RET001", *place),))


@operator()
def ends_supplied(sheet: Sheet) -> Iterator[Mutant]:
    """What is kept by empty words, or for ever, gets a period."""
    for where in sheet.holds("criterion", "indefinite"):
        if where[0] == "purposes" and isinstance(where[-2], str):
            after = sheet.put({"period": "P6M", "from": "collection"}, *where[:-1])
            mended: list[Found] = [on(code, *where[:-1]) for code in ("RET002", "RET003")]
            words = f"the data of `{where[1]}` are kept for six months"
            yield mutant(words, sheet, after, mended=tuple(mended))


@operator()
def authority_supplied(sheet: Sheet) -> Iterator[Mutant]:
    """How to reach the authority is said."""
    for n, _ in enumerate(sheet.many("complaint", "authorities")):
        place: Where = ("complaint", "authorities", n)
        after = sheet.put("https://authority.example", *place, "url")
        after = after.put("stated", *place, "contact")
        words = "the site of the authority is given"
        yield mutant(words, sheet, after, mended=(on("CPL005", *place),))


@operator("la-belle-cerise")
def transfer_supplied(sheet: Sheet) -> Iterator[Mutant]:
    """The country of the mailing service, and how to get the clauses, is said.

    Without the country the clauses can be those of any contract with a processor.
    """
    place: Where = ("recipients", "mailchimp", "transfers", 0)
    abroad = sheet.put("US", *place, "country")
    words = "the clauses are told to cover the United States"
    mended = (on("TRF007", *place),)
    yield mutant(words, sheet, abroad, on("TRF008", *place), mended=mended)
    after = abroad.put("on_request", *place, "copy")
    words = "a copy of the clauses is to be had on request"
    yield mutant(words, abroad.fresh(), after, mended=(on("TRF008", *place),))


@operator()
def rights_supplied(sheet: Sheet) -> Iterator[Mutant]:
    """A right that is missing, hidden or narrowed is told in full."""
    told = {"status": "named", "placement": "own_section"}
    for right, code in (("erasure", "RIG002"), ("object", "RIG005"), ("portability", "RIG015")):
        after = sheet.put(told, "rights", right)
        if after.data != sheet.data:
            mended: list[Found] = [on(code, "rights", right), on("RIG006", "rights", right)]
            if right not in sheet.at("rights"):
                mended = [on(code, "rights")]
            yield mutant(f"`{right}` is told in full", sheet, after, mended=tuple(mended))


@operator()
def cookies_supplied(sheet: Sheet) -> Iterator[Mutant]:
    """How long each cookie stays and who reads it is said, or stands on a page that is named."""
    items = sheet.many("cookies", "items")
    if not items:
        return
    after = sheet
    for n in range(len(items)):
        after = after.put({"period": "P1M"}, "cookies", "items", n, "duration")
        after = after.no("cookies", "items", n, "third_party_access")
    words = "how long each cookie stays and who reads it is said"
    yield mutant(words, sheet, after, mended=(on("COO003", "cookies"),))
    page = sheet.put({"kind": "cookie_policy"}, "statement", "documents", "cookies")
    words = "a page on cookies is named"
    yield mutant(words, sheet, page, mended=(on("COO003", "cookies"), on("COO011", "cookies")))
