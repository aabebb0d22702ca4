"""Who is responsible and how to reach it (Art. 13(1)(a), 26, 27 GDPR), and the DPO (13(1)(b))."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mutations.mutant import Mutant, mutant, on, operator

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_WAYS = ("email", "phone", "contact_form", "channels", "address", "url")


def _contacts(sheet: Sheet) -> list[Where]:
    """Return every place where an e-mail address, a number, a form or a postal address stands."""
    holders: list[Where] = [
        ("controller",),
        ("controller", "privacy_contact"),
        *(("contacts", n) for n in range(len(sheet.many("contacts")))),
        *(
            ("rights", "exercise", "contact", n)
            for n in range(len(sheet.many("rights", "exercise", "contact")))
        ),
    ]
    return [(*holder, way) for holder in holders for way in _WAYS if (*holder, way) != _SITE]


_SITE = ("controller", "url")
"""The address of the shop itself: one is there already."""


def _unreachable(sheet: Sheet) -> Sheet:
    """Leave only the name and the town of the controller."""
    country = sheet.at("controller", "address", "country")
    bare = sheet.drop_all(_contacts(sheet))
    return bare.put({"city": "Gent"} | ({"country": country} if country else {}), *_ADDRESS)


_ADDRESS = ("controller", "address")


@operator()
def no_controller(sheet: Sheet) -> Iterator[Mutant]:
    """Nothing is said of the controller any more."""
    after = sheet.drop("controller")
    yield mutant("who is responsible is not said at all", sheet, after, on("CTL001"))


@operator()
def no_name(sheet: Sheet) -> Iterator[Mutant]:
    """The address stays, and neither a name nor a trade name nor a person."""
    after = sheet.drop_all(
        [("controller", key) for key in ("name", "trade_names", "natural_person")]
    )
    yield mutant(
        "the controller has an address and no name", sheet, after, on("CTL001", "controller")
    )


@operator()
def only_the_shop_front(sheet: Sheet) -> Iterator[Mutant]:
    """The controller has no other name than the shop, no legal form and no person behind it."""
    shop = sheet.at("shop", "name")
    after = sheet.drop_all([("controller", key) for key in ("legal_form", "natural_person")])
    after = after.put(shop, "controller", "name")
    yield mutant(
        "the controller bears the shop's name, without legal form or person",
        sheet,
        after,
        on("CTL002", "controller", "name"),
    )


@operator()
def a_company_behind_the_shop_front(sheet: Sheet) -> Iterator[Mutant]:
    """The shop's name with a legal form is the name of a company."""
    after = sheet.put("bv", "controller", "legal_form")
    after = after.put(f"{sheet.at('shop', 'name')} bv", "controller", "name")
    yield mutant("the controller is a company of the shop's name", sheet, after)


@operator()
def nothing_to_reach_it_by(sheet: Sheet) -> Iterator[Mutant]:
    """A name and a town are left."""
    expected = on("CTL003", "controller")
    yield mutant("no address, number or form is given", sheet, _unreachable(sheet), expected)


@operator()
def one_way_only(sheet: Sheet) -> Iterator[Mutant]:
    """Of all ways of contact one is left."""
    bare = _unreachable(sheet)
    ways = {
        "an e-mail address": bare.put("info@shop.example", "controller", "email"),
        "a postal address": bare.put("Dorpsstraat 1", *_ADDRESS, "street"),
        "a form": bare.yes("controller", "contact_form"),
    }
    for way, after in ways.items():
        yield mutant(f"{way} is the one way of contact", sheet, after, on("CTL004", "controller"))


@operator()
def one_way_and_nothing_in_writing(sheet: Sheet) -> Iterator[Mutant]:
    """Rights are named, and the one way to use them leaves nothing in hand (Art. 12(2))."""
    rights = sheet.at("rights")
    how = [("rights", right, "how") for right in rights]
    ground = sheet.drop_all(
        [*how, ("rights", "exercise", "channels"), ("rights", "exercise", "contact")]
    )
    yield mutant("how to use the rights is not said; the shop has addresses", sheet, ground)
    ground = ground.fresh()
    after = _unreachable(ground).put("+32 9 123 45 67", "controller", "phone")
    yield mutant(
        "a telephone number is the one way of contact, also for requests",
        ground,
        after,
        on("CTL004", "controller"),
        on("RIG011", "rights"),
    )


@operator()
def two_ways(sheet: Sheet) -> Iterator[Mutant]:
    """Two different ways are as good as four."""
    after = _unreachable(sheet).put("info@shop.example", "controller", "email")
    after = after.put("Dorpsstraat 1", *_ADDRESS, "street")
    yield mutant("e-mail and post are the two ways of contact", sheet, after)


@operator()
def joint_controllers(sheet: Sheet) -> Iterator[Mutant]:
    """Somebody decides with the shop (Art. 26(2))."""
    told = {"name": "Example Events", "essence": "each answers the requests that it receives"}
    ground = sheet.add(told, "joint_controllers")
    yield mutant("a joint controller is named with the essence", sheet, ground)
    ground = ground.fresh()
    yield mutant(
        "the essence of the joint arrangement is gone",
        ground,
        ground.drop("joint_controllers", 0, "essence"),
        on("CTL005", "joint_controllers", 0),
    )


@operator()
def a_recipient_decides_too(sheet: Sheet) -> Iterator[Mutant]:
    """A recipient is called joint controller, and nothing tells who does what."""
    for name, recipient in sheet.at("recipients").items():
        if recipient.get("relation") or recipient.get("kind") == "authority":
            continue  # no recipient of the shop's data
        after = sheet.put("joint_controller", "recipients", name, "role")
        expected = on("CTL005", "recipients", name, "role")
        yield mutant(f"`{name}` decides together with the shop", sheet, after, expected)


@operator()
def seated_outside(sheet: Sheet) -> Iterator[Mutant]:
    """The controller is seated outside the EEA, sells into it, and has no establishment there."""
    sells = sheet.put([sheet.at("shop", "country")], "shop", "sells_to").fresh()
    for country in ("US", "GB", "IN"):
        after = sells.put(country, *_ADDRESS, "country")
        after = after.no("controller", "established_in_eea")
        yield mutant(
            f"the controller is in {country} without an establishment or a representative here",
            sells,
            after,
            on("CTL006", "controller"),
        )
    told = {"name": "Example Representatives", "email": "eu@representative.example"}
    ground = after.put(told, "controller", "representative")
    yield mutant("a controller in India names its representative", sells, ground)
    ground = ground.fresh()
    yield mutant(
        "the representative has a name only",
        ground,
        ground.drop("controller", "representative", "email"),
        on("CTL007", "controller", "representative"),
    )


@operator()
def established_here(sheet: Sheet) -> Iterator[Mutant]:
    """A seat elsewhere in the EEA is a seat here."""
    for country in ("DE", "NO"):
        after = sheet.put(country, *_ADDRESS, "country")
        yield mutant(f"the controller is seated in {country}", sheet, after)


@operator()
def no_word_on_a_dpo(sheet: Sheet) -> Iterator[Mutant]:
    """Whether there is a data protection officer is not said any more, or now is."""
    if sheet.at("dpo"):
        yield mutant("nothing is said of a DPO", sheet, sheet.drop("dpo"), on("DPO001"))
    else:
        after = sheet.put({"status": "not_appointed"}, "dpo")
        yield mutant("no DPO is appointed, as is said", sheet, after, mended=(on("DPO001"),))


@operator()
def dpo_appointed(sheet: Sheet) -> Iterator[Mutant]:
    """A DPO is appointed, and can be reached or not (Art. 37(7))."""
    ways = {
        "email": "dpo@shop.example",
        "phone": "+32 9 123 45 67",
        "url": "https://shop.example/dpo",
        "address": {"street": "Dorpsstraat 1", "postcode": "9000", "city": "Gent"},
    }
    for way, at in ways.items():
        ground = sheet.put({"status": "appointed", way: at}, "dpo")
        yield mutant(f"a DPO is appointed and has a {way}", sheet, ground)
    named = sheet.put({"status": "appointed", "name": "Example Advisers"}, "dpo")
    yield mutant("of the appointed DPO only a name is given", sheet, named, on("DPO002", "dpo"))
    town = named.put({"city": "Gent"}, "dpo", "address")
    yield mutant("of the appointed DPO only a town is given", sheet, town, on("DPO002", "dpo"))


@operator()
def person_behind_it(sheet: Sheet) -> Iterator[Mutant]:
    """The controller is told as a person, without the name of the shop."""
    after = sheet.drop_all(("controller", key) for key in ("name", "trade_names"))
    after = after.put("the owner, by name", "controller", "natural_person")
    yield mutant("the controller is told as a person", sheet, after, mended=(on("CTL002"),))


@operator()
def arrangement_with_a_recipient(sheet: Sheet) -> Iterator[Mutant]:
    """A recipient decides with the shop, and the essence of the arrangement is told."""
    for name, recipient in [*sheet.at("recipients").items()][:4]:
        if not recipient.get("relation") and recipient.get("kind") != "authority":
            told = {"recipient": name, "essence": "each answers the requests that it receives"}
            after = sheet.put("joint_controller", "recipients", name, "role")
            after = after.add(told, "joint_controllers")
            words = f"`{name}` decides together with the shop, and how is told"
            yield mutant(words, sheet, after, moving=("REC007", "TRF001"))
