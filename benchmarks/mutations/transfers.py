"""Data that leave the European Economic Area (Art. 13(1)(f), 44 to 49 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mutations.mutant import Found, Mutant, mutant, on, operator
from mutations.reading import cited, purposes, recipients

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_DESK: Where = ("recipients", "help_desk")
_TRANSFER: Where = (*_DESK, "transfers", 0)


def _promised(sheet: Sheet) -> Iterator[Found]:
    """Yield the sentences by which nothing and nobody is outside the EEA."""
    for n, claim in enumerate(sheet.many("claims")):
        if claim["claim"] in ("data_in_eea", "partners_in_eea") and not claim.get("except"):
            yield on("CST001", "claims", n)


def _helped(sheet: Sheet, **told: Any) -> Sheet:
    """Let a help desk work for the shop, with one transfer of which something is told."""
    desk = {
        "name": "Example Help Desk",
        "role": "processor",
        "does": "answers the telephone",
        "transfers": [told],
    }
    return sheet.put(cited(desk), *_DESK).add("help_desk", "general", "recipients")


_CLAUSES = {"country": "IN", "safeguard": "scc", "generation": "2021", "copy": "on_request"}


def _alone(sheet: Sheet) -> Sheet:
    """Let the help desk work under clauses, where no sentence is about all transfers."""
    return _helped(sheet.drop_all([("general", "transfers")]), **_CLAUSES).fresh()


@operator()
def seat_outside(sheet: Sheet) -> Iterator[Mutant]:
    """A recipient is seated outside the EEA, and nothing tells what protects the data there."""
    covered = bool(sheet.at("general", "transfers"))  # one sentence for all, which is judged itself
    for name, told in recipients(sheet).items():
        if told.get("relation") or told.get("kind") == "authority" or told.get("transfers"):
            continue
        if told.get("collects_itself"):
            continue  # people give their data to it themselves
        place: Where = ("recipients", name)
        for country in ("IN", "JP"):
            after = sheet.put(country, *place, "country")
            expected = [] if covered else [on("TRF002", *place), *_promised(sheet)]
            words = f"`{name}` is seated in {country}, and no safeguard is named"
            yield mutant(words, sheet, after, *expected, moving=("TRF001",))
        inside = sheet.put("DE", *place, "country")
        if told.get("country") is None:
            yield mutant(f"`{name}` is seated in Germany", sheet, inside, moving=("TRF001",))


@operator("plain")
def safeguard_gone(sheet: Sheet) -> Iterator[Mutant]:
    """What protects data outside the EEA is told no more."""
    for name, told in recipients(sheet).items():
        if told.get("transfers"):
            after = sheet.drop("recipients", name, "transfers")
            expected = on("TRF002", "recipients", name)
            yield mutant(f"no transfer to `{name}` is told", sheet, after, expected)
            bare = sheet.drop("recipients", name, "transfers", 0, "safeguard")
            expected = on("TRF002", "recipients", name, "transfers", 0)
            yield mutant(f"no safeguard for `{name}` is told", sheet, bare, expected)


@operator()
def help_desk_abroad(sheet: Sheet) -> Iterator[Mutant]:
    """A help desk outside the EEA: what is told of the transfer decides."""
    lawful = {
        "clauses of 2021, a copy on request": _CLAUSES,
        "binding rules, a copy by a link": {"country": "IN", "safeguard": "bcr", "copy": "link"},
        "the decision on Japan": {"country": "JP", "safeguard": "adequacy"},
        "the decision on the United Kingdom": {"country": "GB", "safeguard": "adequacy"},
        "the decision on Switzerland": {"country": "CH", "safeguard": "adequacy"},
    }
    for words, told in lawful.items():
        after = _helped(sheet, **told)
        yield mutant(f"a help desk abroad: {words}", sheet, after, *_promised(sheet))
    ground = _alone(sheet)
    changes: dict[str, tuple[Sheet, str]] = {
        "the clauses without a word on a copy": (ground.drop(*_TRANSFER, "copy"), "TRF008"),
        "the clauses, to no country that is named": (ground.drop(*_TRANSFER, "country"), "TRF007"),
        "the clauses of 2010": (ground.put("2010", *_TRANSFER, "generation"), "TRF004"),
        "the clauses of 2001": (ground.put("2001", *_TRANSFER, "generation"), "TRF004"),
    }
    for words, (after, code) in changes.items():
        yield mutant(f"a help desk abroad: {words}", ground, after, on(code, *_TRANSFER))


@operator()
def safeguard_that_is_none(sheet: Sheet) -> Iterator[Mutant]:
    """A help desk outside the EEA, and a safeguard that is gone, never was, or says nothing."""
    ground = _alone(sheet)
    told: dict[str, tuple[dict[str, Any], str]] = {
        "no safeguard": ({"country": "IN"}, "TRF002"),
        "no safeguard, though a decision is there": ({"country": "JP"}, "TRF002"),
        "an adequate level, it is said": ({"country": "IN", "safeguard": "unnamed"}, "TRF003"),
        "the Privacy Shield": ({"country": "US", "safeguard": "privacy_shield"}, "TRF004"),
        "Safe Harbour": ({"country": "US", "safeguard": "safe_harbour"}, "TRF004"),
        "a decision on India": ({"country": "IN", "safeguard": "adequacy"}, "TRF005"),
        "a decision on Australia": ({"country": "AU", "safeguard": "adequacy"}, "TRF005"),
        "the framework, by a company nobody looked up": (
            {"country": "US", "safeguard": "dpf"},
            "TRF006",
        ),
    }
    for words, (transfer, code) in told.items():
        after = ground.put(transfer, *_TRANSFER)
        yield mutant(f"a help desk abroad: {words}", ground, after, on(code, *_TRANSFER))


@operator()
def derogation_for_every_day(sheet: Sheet) -> Iterator[Mutant]:
    """A help desk outside the EEA that handles each request, on what is meant for exceptions."""
    *_, last = purposes(sheet)
    ground = _helped(sheet, **_CLAUSES)
    ground = ground.put([{"to": "help_desk"}], "purposes", last, "recipients").fresh()
    for derogation in ("consent", "contract"):
        told = {"country": "IN", "safeguard": "derogation", "derogation": derogation}
        after = ground.put(told, *_TRANSFER)
        words = f"a help desk abroad, for each request, on {derogation}"
        yield mutant(words, ground, after, on("TRF009", *_TRANSFER))
        rare = ground.put({**told, "when": "the customer lives there"}, *_TRANSFER)
        words = f"a help desk abroad for customers who live there, on {derogation}"
        yield mutant(words, ground, rare)


@operator()
def framework_joined(sheet: Sheet) -> Iterator[Mutant]:
    """The framework for the United States covers the companies on its list, and no others."""
    for vendor in ("google-workspace", "microsoft-365", "cloudflare"):
        after = _helped(sheet, country="US", safeguard="dpf").put(vendor, *_DESK, "vendor")
        words = f"`{vendor}` works for the shop, under the framework that it has joined"
        yield mutant(words, sheet, after, *_promised(sheet))


@operator()
def known_to_leave(sheet: Sheet) -> Iterator[Mutant]:
    """A company is named that is known to take data out of the EEA, and nothing says so."""
    known = {told.get("vendor") for told in recipients(sheet).values()}
    for vendor, name in (
        ("cloudflare", "Cloudflare"),
        ("hubspot", "HubSpot"),
        ("zendesk", "Zendesk"),
    ):
        told = {
            "name": name,
            "kind": "named",
            "vendor": vendor,
            "role": "processor",
            "does": "helps",
        }
        if vendor not in known:
            after = sheet.put(cited(told), *_DESK).add("help_desk", "general", "recipients")
            # Where no transfer at all is told, all who take data out are named at once.
            place = ("recipients",) if sheet.name == "little-twinkle" else _DESK
            yield mutant(f"{name} works for the shop", sheet, after, on("TRF001", *place))
    for vendor, name in (("transip", "TransIP"), ("odoo", "Odoo"), ("laposta", "Laposta")):
        told = {
            "name": name,
            "kind": "named",
            "vendor": vendor,
            "role": "processor",
            "does": "helps",
        }
        after = sheet.put(cited(told), *_DESK).add("help_desk", "general", "recipients")
        yield mutant(f"{name} works for the shop", sheet, after)


def _somewhere(sheet: Sheet) -> Sheet:
    """Let a help desk work for the shop, of which nobody is told where it is."""
    desk = {"name": "Example Help Desk", "role": "processor", "does": "answers the telephone"}
    return sheet.put(cited(desk), *_DESK).add("help_desk", "general", "recipients").fresh()


@operator()
def transfer_of_everything(sheet: Sheet) -> Iterator[Mutant]:
    """Data in general leave the EEA, and what is told of that decides."""
    if sheet.at("general", "transfers"):
        return
    place: Where = ("general", "transfers", 0)
    promised = list(_promised(sheet))
    lawful = {"country": "JP", "safeguard": "adequacy"}
    words = "data can go to Japan, under the decision"
    yield mutant(words, sheet, sheet.put(lawful, *place), *promised, moving=_MOVED)
    told: dict[str, tuple[dict[str, Any], str]] = {
        "data can go to Thailand": ({"country": "TH"}, "TRF002"),
        "data can go to Thailand, safely": ({"country": "TH", "safeguard": "unnamed"}, "TRF003"),
        "data can go abroad, under clauses": ({"safeguard": "scc", "copy": "link"}, "TRF007"),
        "data can go to Thailand, under clauses": ({"country": "TH", "safeguard": "scc"}, "TRF008"),
    }
    for words, (transfer, code) in told.items():
        # Where each recipient abroad has its country, a sentence on all of them needs none.
        ground = sheet if "country" in transfer else _somewhere(sheet)
        after = ground.put(transfer, *place)
        abroad = promised if "country" in transfer else []
        yield mutant(words, ground, after, on(code, *place), *abroad, moving=_MOVED)


_MOVED = ("TRF001",)


@operator()
def kept_abroad(sheet: Sheet) -> Iterator[Mutant]:
    """A recipient keeps the data outside the EEA, or inside it."""
    n = len(sheet.many("storage"))
    covered = bool(sheet.at("general", "transfers"))
    for name, told in recipients(sheet).items():
        if told.get("relation") or told.get("kind") == "authority" or told.get("transfers"):
            continue
        if told.get("collects_itself") or told.get("country") == "US":
            continue
        after = sheet.put({"place": "IN", "by": name}, "storage", n)
        expected = [] if covered else [on("TRF002", "recipients", name), *_promised(sheet)]
        words = f"`{name}` keeps the data in India"
        yield mutant(words, sheet, after, *expected, moving=_MOVED)
        inside = sheet.put({"place": "DE", "by": name}, "storage", n)
        yield mutant(f"`{name}` keeps the data in Germany", sheet, inside, moving=_MOVED)


@operator("plain")
def silence_on_transfers(sheet: Sheet) -> Iterator[Mutant]:
    """Everybody is seated here; then one recipient's seat is told no more."""
    here = sheet
    for name, told in recipients(sheet).items():
        if told.get("kind") != "authority":
            here = here.drop_all([("recipients", name, "transfers")])
            here = here.put("BE", "recipients", name, "country")
            here = here.put("category", "recipients", name, "kind")
    yield mutant("every recipient is seated in Belgium", sheet, here)
    here = here.fresh()
    for name, told in recipients(here).items():
        if told.get("country"):
            after = here.drop("recipients", name, "country")
            yield mutant(f"where `{name}` is, is not said", here, after, on("TRF010", "recipients"))


@operator()
def decision_on_the_united_states(sheet: Sheet) -> Iterator[Mutant]:
    """A decision covers the United States for listed companies: of this one nobody looked."""
    ground = _helped(sheet, **_CLAUSES).fresh()
    after = ground.put({"country": "US", "safeguard": "adequacy"}, *_TRANSFER)
    words = "a help desk in the United States, under the decision"
    yield mutant(words, ground, after, on("TRF006", *_TRANSFER))
