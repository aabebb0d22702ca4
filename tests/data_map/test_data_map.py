"""What a picture of a register shows: what it says, what it leaves open, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from privlint.data_map import DataMap, Flow, Storage, data_map
from privlint.knowledge.facts import Knowledge
from privlint.linting import lint
from privlint.register.build import build
from privlint.source.reader import read

from ..conftest import DAY, SMALL, terms

FACTS = Knowledge.load().as_of(DAY)
POST = "recipients: {post: {name: The Post, country: BE}}\n"


def drawn(text: str) -> DataMap:
    """Draw up the map of the small register with more in it."""
    document = read(f"{SMALL}{text}\n".encode())
    return data_map(build(document.data, document.written), FACTS)


def named(flow: Flow) -> tuple[str, str, str, tuple[str, ...]]:
    """Return what a flow is for and who gets what."""
    return flow.origin.kind, flow.party.kind, flow.party.name, flow.data


def long(kept: Storage) -> tuple[str, tuple[str, ...], str]:
    """Return how long which data are kept."""
    return kept.kind, kept.data, kept.period or kept.until or kept.criterion


FLOWS: list[Any] = [
    ("", []),
    (
        f"{POST}purposes: {{one: {{data: [{{categories: [name], recipients: [post]}}]}}}}",
        [("purpose", "named", "The Post", ("name",))],
    ),
    (
        "purposes: {one: {data: [{categories: [name], recipients: []}]}}",
        [("purpose", "nobody", "", ("name",))],
    ),
    (
        "purposes: {one: {data: [{categories: [name]}]}}",
        [("purpose", "silent", "", ("name",))],
    ),
    (
        "purposes: {one: {data: [{categories: [name]}]}}\ntodo: [purposes.one.recipients]",
        [("purpose", "unseen", "", ("name",))],
    ),
    (
        f"{POST}purposes: {{one: {{data: [{{categories: [name]}}], recipients: [post]}}}}",
        [("purpose", "named", "The Post", ("name",))],
    ),
    (f"{POST}general: {{recipients: [post]}}", [("general", "named", "The Post", ())]),
    (POST, [("untied", "named", "The Post", ())]),
    (
        f"{POST}cookies: {{items: [{{name: seen, provider: post}}]}}",
        [("online", "named", "The Post", ())],
    ),
    ("storage: [{place: EEA}]", [("general", "shop", "", ())]),
    ("general: {transfers: [{country: US}]}", [("general", "unnamed", "", ())]),
    (
        "purposes: {one: {data: [{categories: [name], recipients: [nowhere]}]}}",
        [("purpose", "named", "nowhere", ("name",))],
    ),
]
"""Registers, and who gets which data for what."""


@pytest.mark.parametrize(("text", "wanted"), FLOWS)
def test_a_flow_is_drawn_as_it_is_stated_and_a_silence_as_one(text: str, wanted: Any) -> None:
    """To whom it is said that data go, to nobody, or without a word."""
    assert [named(flow) for flow in drawn(text).flows] == wanted


def test_what_is_said_of_one_recipient_in_several_groups_is_one_flow() -> None:
    """It holds for some case only where all of it does."""
    groups = "[{categories: [name], recipients: [{to: post, when: asked}]}, %s]"
    certain = groups % "{categories: [email], recipients: [post]}"
    (flow,) = drawn(f"{POST}purposes: {{one: {{data: {certain}}}}}").flows
    assert (flow.data, flow.is_sometimes) == (("name", "email"), False)
    asked = groups % "{categories: [email], recipients: [post], when: asked}"
    (flow,) = drawn(f"{POST}purposes: {{one: {{data: {asked}}}}}").flows
    assert flow.is_sometimes


def test_a_place_that_is_only_known_is_told_apart_from_one_that_is_stated() -> None:
    """What the statement says of it comes first, and is not repeated as known."""
    silent = "recipients: {g: {name: G, vendor: google-analytics}}"
    (flow,) = drawn(silent).flows
    assert flow.party.whereabouts
    assert all(one.known for one in flow.party.whereabouts)
    assert "US" in {one.place for one in flow.party.whereabouts}
    telling = silent.replace("google-analytics", "google-analytics, transfers: [{country: US}]")
    places = {one.place: one.known for one in drawn(telling).flows[0].party.whereabouts}
    assert places["US"] is None
    assert places["IE"] is not None
    excluded = "[{country: US, status: excluded}]"
    places = {
        one.place: one.known
        for one in drawn(telling.replace("[{country: US}]", excluded)).flows[0].party.whereabouts
    }
    assert places["US"] is not None


def test_software_on_the_shops_own_server_sends_nothing_to_its_maker() -> None:
    """Nobody receives anything through it, so nothing is drawn."""
    assert drawn("recipients: {g: {vendor: google-analytics, self_hosted: true}}").flows == ()


STORAGE: list[Any] = [
    ("retention: {period: P7Y}", [("period", ("name",), "P7Y")]),
    ("retention: {indefinite: true}", [("indefinite", ("name",), "")]),
    ("retention: {until: unsubscribe}", [("until", ("name",), "unsubscribe")]),
    ("retention: {criterion: legal_duty}", [("criterion", ("name",), "legal_duty")]),
    ("required: true", [("silent", ("name",), "")]),
]
"""What is said of a group of data, and what is drawn of it."""


@pytest.mark.parametrize(("told", "wanted"), STORAGE)
def test_how_long_data_are_kept_is_drawn_as_it_is_stated(told: str, wanted: Any) -> None:
    """A period, no end, an event, a criterion, or silence."""
    made = drawn(f"purposes: {{one: {{data: [{{categories: [name], {told}}}]}}}}")
    assert [long(kept) for kept in made.storage] == wanted


def test_what_nobody_has_looked_at_is_no_silence() -> None:
    """Whoever writes the register listed it as still to do."""
    text = "purposes: {one: {data: [{categories: [name]}]}}\ntodo: [%s]"
    for path in ("purposes", "purposes.one", "purposes.one.retention", "purposes.one.data"):
        assert [kept.kind for kept in drawn(text % path).storage] == ["unseen"], path
    for path in ("cookies", "purposes.two", "purposes.one.legal_basis"):
        assert [kept.kind for kept in drawn(text % path).storage] == ["silent"], path


def test_a_period_for_everything_leaves_no_gap_at_a_purpose() -> None:
    """It is drawn once, for everything."""
    text = "purposes: {one: {data: [{categories: [name]}]}}\ngeneral: {retention: {period: P2Y}}"
    assert [(kept.origin.kind, kept.kind) for kept in drawn(text).storage] == [
        ("general", "period")
    ]


def test_what_is_said_for_some_purposes_is_not_said_for_everything() -> None:
    """It is drawn at each of them."""
    some = "retention: {criterion: as_needed, purposes: [one, two]}"
    names = "{one: {title: A}, two: {title: B}, three: {title: C}}"
    made = drawn(f"purposes: {names}\ngeneral: {{{some}}}")
    assert [(kept.origin.title, kept.kind) for kept in made.storage] == [
        ("A", "criterion"),
        ("B", "criterion"),
        ("C", "silent"),
    ]


def test_cookies_and_recipients_have_their_own_periods() -> None:
    """Named as what they are, and by who keeps the data."""
    made = drawn(
        "recipients: {post: {name: The Post, retention: {period: P1Y}}}\n"
        "cookies: {items: [{name: seen, duration: {period: P13M}}]}"
    )
    assert [(kept.holder, kept.data, kept.length) for kept in made.storage] == [
        ("The Post", (), "1 year"),
        ("", ("seen",), "13 months"),
    ]


def test_nothing_is_drawn_up_where_no_format_asks() -> None:
    """Most runs draw nothing, and do not pay for it."""
    asked = terms("DPO001")
    assert lint("a.yaml", SMALL.encode(), asked).inputs[0].data_map is None
    wanted = asked.replace(wants_data_maps=True)
    assert lint("a.yaml", SMALL.encode(), wanted).inputs[0].data_map == drawn("")


@pytest.mark.parametrize("count", [4000])
def test_a_register_of_thousands_of_entries_is_drawn_up_as_well(count: int) -> None:
    """Each thing is looked at once, not with each other one."""
    recipients = "".join(f"  r{n}: {{name: R{n}}}\n" for n in range(count))
    storage = "".join(f"  - {{place: BE, by: r{n}}}\n" for n in range(count))
    made = drawn(f"recipients:\n{recipients}storage:\n{storage}")
    assert len(made.flows) == count
    assert all(len(flow.party.whereabouts) == 1 for flow in made.flows)
