"""Who receives data, in which role (Art. 13(1)(e), 28 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mutations.mutant import Found, Mutant, mutant, on, operator
from mutations.reading import cited, forget, purposes, recipients, uses

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_DECIDE_THEMSELVES = ("paypal", "klarna", "postnl", "bpost", "dpd-be", "mollie", "multisafepay")
"""Banks, payment services and carriers, that act under laws of their own."""

_PLATFORMS = ("facebook", "pinterest", "trusted-shops")
"""Others that are known to use data for ends of their own."""

_MISNOMERS = ("ING Omnikassa",)
"""Names that join two companies and are borne by none."""


def _receiving(sheet: Sheet) -> dict[str, Any]:
    """Return the recipients that really get data from the shop."""
    return {
        name: told
        for name, told in recipients(sheet).items()
        if not told.get("relation")
        and told.get("kind") != "authority"
        and not told.get("self_hosted")
    }


@operator()
def no_recipients(sheet: Sheet) -> Iterator[Mutant]:
    """Nobody is said to receive data, and it is not said that nobody does."""
    nobody = [where for where in sheet.holds("recipients") if sheet.at(*where) == []]
    after = forget(sheet, *recipients(sheet)).drop("recipients").drop_all(nobody)
    yield mutant("who receives data is not said", sheet, after, on("REC001"), *_measured(after))


def _measured(sheet: Sheet) -> Iterator[Found]:
    """Yield the tools whose makers may use what they measure, if nothing else says so."""
    for n, tool in enumerate(sheet.many("cookies", "analytics")):
        maker = recipients(sheet).get(tool.get("tool"), {})
        if tool.get("shared_for_own_purposes") and not maker.get("own_purposes"):
            yield on("COO006", "cookies", "analytics", n)


@operator()
def category_too_wide(sheet: Sheet) -> Iterator[Mutant]:
    """A recipient is described so widely that it can be anybody."""
    wide = {"kind": "category", "name": "third parties", "role": "third_party"}
    for name in _receiving(sheet):
        given = any(where[0] in ("purposes", "general") for where in uses(sheet, name))
        if not given or _has_namesake(sheet, name):
            continue  # it gets nothing from the shop: it collects for itself
        after = sheet.put(cited(wide), "recipients", name)
        expected = on("REC002", "recipients", name)
        words = f"`{name}` is told as “third parties”"
        yield mutant(words, sheet, after, expected, *_measured(after), moving=("TRF001",))


def _has_namesake(sheet: Sheet, name: str) -> bool:
    """Tell whether another entry bears the same name: what is known of one is known of both."""
    called = recipients(sheet)[name].get("name")
    return [told.get("name") for told in recipients(sheet).values()].count(called) > 1


@operator()
def recipient_for_nothing(sheet: Sheet) -> Iterator[Mutant]:
    """A recipient is named, and what it gets the data for is not said."""
    told = cited({"name": "Example Services", "country": "BE"})
    named = sheet.put(told, "recipients", "example_services")
    after = named.add("example_services", "general", "recipients")
    expected = on("REC003", "recipients")
    yield mutant("a company gets data, it is not said what for", sheet, after, expected)
    does = named.put("answers the telephone", "recipients", "example_services", "does")
    after = does.add("example_services", "general", "recipients")
    yield mutant("a company gets data to answer the telephone", sheet, after)


@operator()
def name_of_nobody(sheet: Sheet) -> Iterator[Mutant]:
    """A recipient bears a name that no company has."""
    for name, told in _receiving(sheet).items():
        if told.get("kind", "named") != "named" or told.get("legal_name"):
            continue
        if not _has_namesake(sheet, name):
            after = sheet.put(_MISNOMERS[0], "recipients", name, "name")
            after = after.drop_all([("recipients", name, "vendor")])
            expected = [on("REC004", "recipients", name), *_for_itself(sheet, name)]
            words = f"`{name}` is called {_MISNOMERS[0]}"
            yield mutant(words, sheet, after, *expected, moving=("TRF001",))


def _for_itself(sheet: Sheet, name: str) -> Iterator[Found]:
    """Yield a recipient that may use data for itself, if nobody knows that it decides itself."""
    told = recipients(sheet)[name]
    if told.get("own_purposes") is True and not told.get("role"):
        yield on("REC007", "recipients", name)


@operator()
def called_processor(sheet: Sheet) -> Iterator[Mutant]:
    """A company that decides for itself is called a processor."""
    for name, told in _receiving(sheet).items():
        if told.get("vendor") in _DECIDE_THEMSELVES and not told.get("own_purposes"):
            after = sheet.put("processor", "recipients", name, "role")
            expected = [on("REC005", "recipients", name)]
            if told["vendor"] == "klarna":  # as a processor it sends data on in the shop's name
                expected.append(on("TRF001", "recipients", name))
            yield mutant(f"`{name}` is called a processor", sheet, after, *expected)


@operator()
def processor_for_itself(sheet: Sheet) -> Iterator[Mutant]:
    """A recipient that works for the shop may use the data for itself, or has no contract."""
    for name, told in _receiving(sheet).items():
        if told.get("role") in ("controller", "joint_controller", "third_party"):
            continue
        place: Where = ("recipients", name)
        if told.get("vendor") not in _DECIDE_THEMSELVES + _PLATFORMS:
            after = sheet.yes(*place, "own_purposes")
            words = f"`{name}` may use the data for itself"
            yield mutant(words, sheet, after, on("REC007", *place))
        after = sheet.put("anonymised", *place, "own_purposes")
        yield mutant(f"`{name}` may use anonymised data for itself", sheet, after)
        if told.get("role") == "processor":
            after = sheet.put([{"kind": "absent"}], *place, "agreement")
            words = f"there is no contract with `{name}`"
            yield mutant(words, sheet, after, on("REC006", *place))
            whom = sheet.put({"allowed": "any"}, *place, "sub_processors")
            words = f"`{name}` may engage whom it likes"
            yield mutant(words, sheet, whom, on("REC008", *place))
            same = sheet.put({"allowed": "any", "same_duties": True}, *place, "sub_processors")
            words = f"`{name}` may engage whom it likes, under the same duties"
            yield mutant(words, sheet, same, on("REC008", *place))
            for allowed in ("listed", "with_notice", "none"):
                after = sheet.put({"allowed": allowed}, *place, "sub_processors")
                yield mutant(f"`{name}` may engage others: {allowed}", sheet, after)


@operator()
def left_over(sheet: Sheet) -> Iterator[Mutant]:
    """A recipient is listed that nothing refers to, or that nothing refers to any more."""
    after = sheet.put(
        cited({"name": "parcel services", "kind": "category"}), "recipients", "unused"
    )
    words = "a kind of recipients is listed, and nothing refers to it"
    yield mutant(words, sheet, after, on("REG008", "recipients", "unused"))


@operator()
def unknown_to_the_catalogue(sheet: Sheet) -> Iterator[Mutant]:
    """A company is named of which neither seat nor anything else is known."""
    for name in list(purposes(sheet))[:2]:
        told = cited(
            {"name": "Voorbeelddiensten Oost", "kind": "named", "does": "answers the telephone"}
        )
        after = sheet.put(told, "recipients", "example_services")
        after = after.add("example_services", "purposes", name, "recipients")
        expected = on("REG003", "recipients", "example_services")
        yield mutant(f"a company that nobody knows serves `{name}`", sheet, after, expected)


@operator()
def vendor_without_row(sheet: Sheet) -> Iterator[Mutant]:
    """The id of a vendor is none of the catalogue."""
    for name, told in recipients(sheet).items():
        if told.get("vendor"):
            after = sheet.put("no-such-vendor", "recipients", name, "vendor")
            expected = [on("REG009", "recipients", name, "vendor"), *_for_itself(sheet, name)]
            words = f"the vendor of `{name}` is in no catalogue"
            yield mutant(words, sheet, after, *expected, moving=("TRF001",))
