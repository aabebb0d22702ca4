"""Advertising (Art. 21(2) to (4) GDPR, Art. 13 ePrivacy Directive)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mutations.mutant import Found, Mutant, mutant, on, operator
from mutations.reading import bases, cited, groups, kinds, kinds_of, purposes

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_INTEREST = {
    "basis": "legitimate_interests",
    "interest": "to tell those who bought before of what is new",
    "whose": ["controller"],
}


def _mailings(sheet: Sheet) -> Iterator[str]:
    """Yield the purposes for which messages go out by e-mail."""
    for name, purpose in purposes(sheet).items():
        channels = (purpose.get("marketing") or {}).get("channels", ())
        if any(_named(channel) == "email" for channel in channels):
            yield name


def _named(channel: Any) -> str:
    return str(channel["channel"] if isinstance(channel, dict) else channel)


@operator()
def mail_without_address(sheet: Sheet) -> Iterator[Mutant]:
    """Messages go out by e-mail, and the address is not among the data any more."""
    for name in _mailings(sheet):
        after = sheet
        for group in groups(sheet, "purposes", name):
            told = sheet.many(*group, "categories")
            rest = [c for c in told if (c["is"] if isinstance(c, dict) else c) != "email"]
            if rest and rest != told:
                after = after.put(rest, *group, "categories")
            elif not rest:
                after = after.put(["customer_number"], *group, "categories")
        listed = any("email" in kinds(sheet, *group) for group in groups(sheet, "general"))
        if "email" in kinds_of(sheet, name) and not listed:
            expected = on("MKT001", "purposes", name)
            words = f"the e-mail address is not among the data of `{name}`"
            yield mutant(words, sheet, after, expected)


def _on(sheet: Sheet, name: str, *told: dict[str, Any]) -> Sheet:
    """Let a mailing rest on one basis, with nothing said of whom else it reaches."""
    bare = sheet.drop_all([*bases(sheet, name), ("purposes", name, "data_subjects")])
    return bare.put(list(told), "purposes", name, "legal_basis")


_CONDITIONS = {
    "audience": ["customers"],
    "own_similar_products": True,
    "objection_at_collection": True,
}


@operator()
def mail_to_customers(sheet: Sheet) -> Iterator[Mutant]:
    """Without consent only customers may be written to (Art. 13(2) ePrivacy)."""
    for name in _mailings(sheet):
        marketing: Where = ("purposes", name, "marketing")
        ground = _on(sheet, name, {"basis": "soft_opt_in"})
        for key, value in _CONDITIONS.items():
            ground = ground.put(value, *marketing, key)
        for n in range(len(ground.many(*marketing, "channels"))):
            way = {"channel": "email", "opt_out": "a link in each message"}
            ground = ground.put(way, *marketing, "channels", n)
        ground = ground.drop_all(_whose(ground, name)).fresh()
        for audience in (["prospects"], ["customers", "contest_entrants"]):
            after = ground.put(audience, *marketing, "audience")
            words = f"`{name}` goes without consent to {' and '.join(audience)}"
            yield mutant(words, ground, after, on("MKT002", "purposes", name))
        after = ground.drop_all([(*marketing, key) for key in _CONDITIONS])
        words = f"`{name}` goes without consent, to whom is not said"
        yield mutant(words, ground, after, on("MKT002", "purposes", name))


def _whose(sheet: Sheet, name: str) -> list[Where]:
    return [(*group, "data_subjects") for group in groups(sheet, "purposes", name)]


@operator()
def mail_on_interest(sheet: Sheet) -> Iterator[Mutant]:
    """Messages lean on an interest or on a contract instead of consent (Art. 13(1) ePrivacy)."""
    for name in _mailings(sheet):
        ground = sheet.drop_all([*_whose(sheet, name), ("purposes", name, "data_subjects")]).fresh()
        after = _on(ground, name, _INTEREST).put(
            ["prospects"], "purposes", name, "marketing", "audience"
        )
        expected = [on("MKT006", "purposes", name), *_no_objection(sheet)]
        words = f"`{name}` goes to anybody, on the shop's own interest"
        yield mutant(words, ground, after, *expected, moving=("MKT006",))


def _no_objection(sheet: Sheet) -> Iterator[Found]:
    """Yield the right to object where interests are now weighed, and it is not named."""
    if not sheet.at("rights", "object") and not sheet.at("rights", "object_direct_marketing"):
        yield on("RIG005", "rights")


@operator()
def no_way_out(sheet: Sheet) -> Iterator[Mutant]:
    """Advertising is sent on no consent, and how to stop it is told no more."""
    told: list[Where] = [("rights", "object"), ("rights", "object_direct_marketing")]
    for channel in ("email", "post", "phone"):
        if channel in _channels(sheet):
            continue  # what else comes by it tells how to stop it
        way = {"channel": channel, "opt_out": "a word to the shop"}
        letters = {
            "title": "Send a catalogue to those who bought before",
            "kind": "marketing",
            "legal_basis": [{"basis": "soft_opt_in" if channel == "email" else "contract"}],
            "data_subjects": ["customers"],
            "marketing": {"channels": [way], **_CONDITIONS},
            "data": [
                {
                    "categories": ["name", "email", "phone", "address"],
                    "source": "data_subject",
                    "retention": {"until": "objection"},
                    "recipients": [],
                }
            ],
        }
        quiet = sheet.drop_all(told)
        ground = quiet.put(cited(letters), "purposes", "catalogue").fresh()
        place: Where = ("purposes", "catalogue", "marketing")
        after = ground.drop(*place, "channels", 0, "opt_out")
        words = f"a catalogue comes by {channel}, and nothing tells how to stop it"
        yield mutant(words, ground, after, on("MKT003", *place))
        right = after.fresh().put({"status": "named", "placement": "own_section"}, *told[1])
        words = f"a catalogue comes by {channel}, and one can object to it"
        mended = on("MKT003", *place, "channels", 0)
        yield mutant(words, after.fresh(), right, *_list_of_numbers(right), mended=(mended,))


def _channels(sheet: Sheet) -> set[str]:
    """Return the channels by which advertising comes."""
    return {
        _named(told)
        for where in sheet.holds("channels")
        if "marketing" in where
        for told in sheet.many(*where)
    }


def _list_of_numbers(sheet: Sheet) -> Iterator[Found]:
    """Yield calls in Belgium of which the list of those who want none is not told."""
    markets = {sheet.at("shop", "country"), *sheet.many("shop", "sells_to")}
    if "phone" in _channels(sheet) and "BE" in markets:
        yield on("BEL005", "purposes", "catalogue", "marketing")


@operator()
def said_to_send_none(sheet: Sheet) -> Iterator[Mutant]:
    """The statement says that data serve no marketing, and tells of some."""
    n = len(sheet.many("claims"))
    after = sheet.put({"claim": "no_marketing"}, "claims", n)
    kinds = ("newsletter", "marketing")
    words = "data are said to serve no marketing"
    if purposes(sheet, *kinds):
        yield mutant(words, sheet, after, on("MKT004", "claims", n))


@operator()
def said_not_to_go_to_advertisers(sheet: Sheet) -> Iterator[Mutant]:
    """Data are said never to be shared for commercial ends, and an advertiser gets some."""
    pixel = {
        "name": "Example Ads",
        "kind": "named",
        "country": "IE",
        "role": "joint_controller",
        "does": "shows advertising to those who visited the shop",
    }
    joint = {"recipient": "ads", "essence": "each answers the requests that it receives"}
    purpose = {
        "title": "Show advertising elsewhere to those who visited the shop",
        "kind": "marketing",
        "legal_basis": [
            {
                "basis": "consent",
                "withdrawal": {
                    "how": ["cookie_tool"],
                    "any_time": True,
                    "earlier_processing_stays_lawful": True,
                },
            }
        ],
        "data_subjects": ["visitors"],
        "data": [
            {
                "categories": ["cookie_id", "pages_visited"],
                "source": "observed",
                "retention": {"period": "P90D", "from": "collection"},
                "recipients": ["ads"],
            }
        ],
    }
    ground = sheet.put(cited(pixel), "recipients", "ads").put(cited(purpose), "purposes", "ads")
    ground = ground.add(joint, "joint_controllers").fresh()
    n = len(sheet.many("claims"))
    after = ground.put({"claim": "never_share_for_commercial_purposes"}, "claims", n)
    words = "data never go to others for commercial ends, and an advertiser gets some"
    yield mutant(words, ground, after, on("MKT005", "claims", n))
