"""The pictures of the page, as markup: what is stated, known and silent looks different."""

from __future__ import annotations

import re

import pytest

from privlint.reporters import render
from privlint.reporters.layout import Layout

from ..conftest import SMALL
from .conftest import checked


def page(text: str) -> str:
    """Return the page of the small register with more in it."""
    return render("html", checked(f"{SMALL}{text}\n", "DPO001"), Layout())


def ribbons(text: str) -> list[str]:
    """Return how the ribbons of a page look."""
    return re.findall(r'class="flow (\w+ \w+)"', page(text))


LOOKS = [
    ("recipients: {post: {name: Post, country: BE}}", ["stated box", "stated inside"]),
    ("recipients: {post: {name: Post, country: US}}", ["stated box", "stated outside"]),
    ("recipients: {post: {name: Post}}", ["stated box", "silent gap"]),
    ("recipients: {post: {name: Post, country: BE, when: asked}}", ["sometimes box"]),
    ("recipients: {p: {name: P, vendor: bpost}}", ["stated box", "known inside"]),
    ("purposes: {one: {data: [{categories: [name]}]}}", ["silent gap"]),
]
"""Registers, and how ribbons of their pictures look."""


@pytest.mark.parametrize(("text", "looks"), LOOKS)
def test_a_ribbon_looks_as_sure_as_it_is(text: str, looks: list[str]) -> None:
    """Stated, stated for some cases, only known, or a silence; inside or outside the EEA."""
    drawn = ribbons(text)
    assert set(looks) <= set(drawn)
    assert "known" not in " ".join(drawn) or "known" in " ".join(looks)


def width(period: str) -> float:
    """Return how long the bar of a period is."""
    text = f"purposes: {{one: {{data: [{{categories: [name], retention: {{period: {period}}}}}]}}}}"
    (found,) = re.findall(r'width="([\d.]+)"[^>]*class="bar period"', page(text))
    return float(found)


def test_a_longer_period_has_a_longer_bar() -> None:
    """Up to the end of the scale, from where an arrow leads on."""
    lengths = [width(period) for period in ("PT1H", "P1D", "P30D", "P6M", "P1Y", "P7Y", "P30Y")]
    assert lengths == sorted(set(lengths))
    assert width("P99Y") == width("P100Y")


@pytest.mark.parametrize(
    ("told", "look"),
    [
        ("retention: {indefinite: true}", "bar indefinite"),
        ("retention: {until: unsubscribe}", "mark"),
        ("retention: {criterion: legal_duty}", "mark"),
        ("required: true", "gap"),
    ],
)
def test_what_has_no_period_is_no_bar(told: str, look: str) -> None:
    """For ever is one without an end; an event is named; a silence is a gap."""
    text = page(f"purposes: {{one: {{data: [{{categories: [name], {told}}}]}}}}")
    timeline = text.split('aria-label="How long')[1].split("</svg>")[0]
    assert f'class="{look}"' in timeline
    assert 'class="bar period"' not in timeline


def test_what_is_too_much_to_draw_is_told_in_a_table() -> None:
    """All of it, and the page says so."""
    text = page("recipients:\n" + "".join(f"  r{n}: {{name: R{n}}}\n" for n in range(100)))
    assert "There is too much to draw: see the table." in text
    assert all(f">R{n}</td>" in text for n in range(100))
    assert "<svg" not in text


def test_the_page_of_a_misshapen_register_draws_nothing() -> None:
    """What it means is not known."""
    assert "<svg" not in page("purposes: 1")
