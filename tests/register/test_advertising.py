"""By which ways advertising comes, what carries it, and of which one learns how to stop it."""

from __future__ import annotations

import pytest

from privlint.register import Register
from privlint.register.advertising import (
    carried_by,
    channels_of,
    lacks_way_out,
    subjects_of,
    untold_ways,
    without_way_out,
)
from privlint.register.build import build
from privlint.source.reader import read

SHOP = "privlint: 1\nshop: {name: Test, country: BE}\nstatement: {}\n"
ON_INTEREST = "legal_basis: [{basis: legitimate_interests}]"
ON_CONSENT = "legal_basis: [{basis: consent}]"


def written(text: str) -> Register:
    """Build a register from a shop and what is written below it."""
    document = read(f"{SHOP}{text}".encode())
    return build(document.data, document.written)


def one(told: str) -> str:
    """Write a purpose of advertising."""
    return f"purposes: {{one: {{kind: marketing, {told}}}}}\n"


WAYS = [
    ("on an interest", one(f"{ON_INTEREST}, marketing: {{channels: [post]}}"), ["post"]),
    ("on nothing that is told", one("marketing: {channels: [post]}"), ["post"]),
    ("on consent", one(f"{ON_CONSENT}, marketing: {{channels: [post]}}"), []),
    (
        "on consent for this way",
        one("marketing: {channels: [{channel: post, legal_basis: [{basis: consent}]}]}"),
        [],
    ),
    (
        "on consent for everything",
        one("marketing: {channels: [post]}") + f"general: {{{ON_CONSENT}}}",
        [],
    ),
    ("with a way out of it", one("marketing: {channels: [{channel: post, opt_out: a line}]}"), []),
    ("with a way out of the purpose", one("marketing: {channels: [post], opt_out: a line}"), []),
    (
        "with a way out of all",
        one("marketing: {channels: [post]}") + "marketing: {opt_out: a line}",
        [],
    ),
    (
        "with a right to object to it",
        one("marketing: {channels: [post]}") + "rights: {object_direct_marketing: {}}",
        [],
    ),
    (
        "with a right that comes up in passing",
        one("marketing: {channels: [post]}")
        + "rights: {object_direct_marketing: {status: mentioned}}",
        ["post"],
    ),
    ("of all advertising", one(ON_INTEREST) + "marketing: {channels: [sms]}", ["sms"]),
    ("of all advertising, on consent", one(ON_CONSENT) + "marketing: {channels: [sms]}", []),
    (
        "of all advertising and of a purpose",
        one(f"{ON_INTEREST}, marketing: {{channels: [sms]}}") + "marketing: {channels: [sms]}",
        ["sms"],
    ),
]


@pytest.mark.parametrize(("what", "text", "bare"), WAYS, ids=[what for what, _, _ in WAYS])
def test_a_way_without_a_way_out_is_one_that_nothing_tells_how_to_stop(
    what: str, text: str, bare: list[str]
) -> None:
    """Consent is taken back, and a right is a way out of all."""
    assert [channel.channel for channel in without_way_out(written(text))] == bare, what


LACKING = [
    (one(f"{ON_INTEREST}, marketing: {{channels: [post]}}"), True),
    (one(f"{ON_INTEREST}, marketing: {{channels: [website]}}"), False),
    (one(f"{ON_INTEREST}, marketing: {{content: offers}}"), True),
    (one(f"{ON_CONSENT}, marketing: {{content: offers}}"), False),
    (one("marketing: {content: offers}"), False),
    (one(f"{ON_INTEREST}, marketing: {{opt_out: a line}}"), False),
    (one(f"{ON_INTEREST}, marketing: {{}}") + "marketing: {channels: [post]}", True),
    (one(ON_INTEREST), False),
]


@pytest.mark.parametrize(("text", "lacks"), LACKING)
def test_advertising_lacks_a_way_out_where_it_reaches_people(text: str, *, lacks: bool) -> None:
    """Posts for everybody reach nobody in particular."""
    register = written(text)
    assert lacks_way_out(register.purposes["one"], register) is lacks


def test_ways_that_are_not_told_are_those_of_no_channel() -> None:
    """Where all advertising has channels, those are the ways."""
    text = one(f"{ON_INTEREST}, marketing: {{content: offers}}")
    register = written(text)
    assert untold_ways(register) == (register.purposes["one"].marketing,)
    assert untold_ways(written(f"{text}marketing: {{channels: [post]}}")) == ()


def test_messages_rest_on_what_is_said_of_their_way_or_of_all_or_of_the_addresses() -> None:
    """What is said of the proof of consent carries none."""
    told = """
purposes:
  one:
    legal_basis: [{basis: consent, channels: [email]}, {basis: contract}, DUTY]
    data:
      - {categories: [email], legal_basis: [{basis: public_task}]}
      - {categories: [consent_record], legal_basis: [{basis: vital_interests}]}
"""
    duty = "{basis: legal_obligation, of: [consent_record]}"
    purpose = written(told.replace("DUTY", duty)).purposes["one"]
    assert [basis.basis for basis in carried_by("email", (purpose,))] == ["consent"]
    assert [basis.basis for basis in carried_by("post", (purpose,))] == ["contract"]
    bare = written(told.replace("{basis: contract}, DUTY", duty)).purposes["one"]
    assert [basis.basis for basis in carried_by("post", (bare,))] == ["public_task"]


def test_a_purpose_of_marketing_uses_the_ways_of_all_advertising_too() -> None:
    """Its own word on a way comes first."""
    text = one("marketing: {channels: [{channel: post, opt_out: a line}]}")
    register = written(f"{text}marketing: {{channels: [post, sms]}}")
    found = channels_of(register.purposes["one"], register)
    assert [(channel.channel, channel.opt_out) for channel in found] == [
        ("post", "a line"),
        ("sms", None),
    ]


def test_whose_data_they_are_stands_at_the_data_or_at_the_purpose() -> None:
    """What is nearer to the data counts."""
    at_purpose = "data_subjects: [customers]"
    assert subjects_of(written(one(at_purpose)).purposes["one"]) == {"customers"}
    text = one(f"{at_purpose}, data: [{{categories: [email], data_subjects: [prospects]}}]")
    assert subjects_of(written(text).purposes["one"]) == {"prospects"}
