"""Selectors and conditions are JSONPath, and tell where they are not."""

from __future__ import annotations

from datetime import date

import pytest

from privlint.house_rules.query import QueryError, ask, check_query

from ..conftest import DAY
from .conftest import view


def found(select: str, condition: str | None = None, day: date = DAY) -> list[str]:
    """Return where a query finds something, as dotted paths."""
    return [".".join(map(str, one.location)) for one in ask(view(), select, condition, day)]


@pytest.mark.parametrize(
    ("select", "condition", "places"),
    [
        ("$", None, [""]),
        ("$", "!@.dpo", []),
        ("$", "@.dpo.status == 'not_appointed'", [""]),
        ("$.recipients[?@.role == 'processor']", None, ["recipients.host", "recipients.mailer"]),
        ("$.recipients[*]", "@.role == 'processor' && !@.sub_processors", ["recipients.mailer"]),
        ("$.recipients[*]", "@.transfers[?@.safeguard == 'scc']", ["recipients.mailer"]),
        ("$.recipients[*].country", "outside_eea(@)",
         ["recipients.carrier.country", "recipients.mailer.country"]),
        ("$.recipients[*]", "match(@.name, 'Plain (Mail|Hosting)')",
         ["recipients.host", "recipients.mailer"]),
        ("$.recipients[*]", "search(@.name, 'tax')", ["recipients.tax_authority"]),
        ("$.purposes[*].data[*].retention.entries[*]", "longer(@.period, 'P2Y')",
         ["purposes.tax.data.0.retention.entries.0"]),
        ("$.purposes[*].data[*].retention.entries[*]", "shorter(@.period, 'P1Y')",
         ["purposes.security.data.0.retention.entries.0"]),
        ("$.purposes[*]", "@.kind == 'tax' && $.shop.country == 'BE'", ["purposes.tax"]),
        ("$.account", "@.guest_checkout == true", ["account"]),
        ("$.nowhere.at[*].all", "@.x", []),
    ],
)  # fmt: skip
def test_a_query_finds_what_it_asks_for(
    select: str, condition: str | None, places: list[str]
) -> None:
    """`@` is the part that was selected, `$` the whole register."""
    assert found(select, condition) == places


def test_the_eea_is_that_of_the_day() -> None:
    """The United Kingdom was inside until the end of its bridge."""
    condition = "@.shop.country == 'BE' && outside_eea('GB')"
    assert found("$", condition, date(2021, 6, 27)) == []
    assert found("$", condition, date(2021, 6, 28)) == [""]


@pytest.mark.parametrize("absent", ["@.nothing", "@.purposes", "@.privlint"])
def test_what_is_no_text_is_never_longer_nor_outside(absent: str) -> None:
    """Silence, a mapping and a number have no period and no country."""
    for function in ("longer({}, 'P1D')", "shorter({}, 'P1D')", "outside_eea({})"):
        assert found("$", function.format(absent)) == []


@pytest.mark.parametrize(
    ("select", "condition", "offset"),
    [
        ("purposes", None, 0),
        ("$.purposes[", None, 11),
        ("$.purposes[?@.kind = 'x']", None, 19),
        ("$", "@.a ==", 6),
        ("$", "nothing(@)", 0),
        ("$", "longer(@.a)", 0),
        ("$", "@.a] | $.b[", 5),
        ("$", "@.a], [0", 4),
        ("$", "@.a][?@.b", 0),
        ("$", "", 0),
    ],
)
def test_what_is_no_query_is_told_with_its_place(
    select: str, condition: str | None, offset: int
) -> None:
    """At which character it goes wrong; nothing is run that was not understood."""
    with pytest.raises(QueryError) as caught:
        check_query(select, condition)
    assert caught.value.offset == offset


def test_a_pattern_cannot_take_for_ever() -> None:
    """One that would try every way of dividing a text is stopped."""
    text = "a" * 60 + "b"
    with pytest.raises(TimeoutError):
        list(ask(view(), "$", f"match('{text}', '(a|aa)+')", DAY))


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("(" * 1000 + "@.a" + ")" * 1000, "nested too deep"),
        ("match(@.name, '[')", "match(): this is no pattern: unterminated character set"),
        ("search(@.name, @.pattern)", "search(): its pattern has to stand in quotes"),
        ("search(@.name, '(((a{100}){100}){100})')", "search(): the pattern repeats too often"),
        (
            f"search(@.name, '{'(' * 3000 + ')' * 3000}')",
            "search(): the pattern is nested too deep",
        ),
        ("shorter(@.period, 'a year')", "shorter(): no ISO 8601 period"),
    ],
)
def test_what_could_only_fail_is_refused_before_it_is_asked(condition: str, told: str) -> None:
    """And what would never hold."""
    with pytest.raises(QueryError) as caught:
        check_query("$", condition)
    assert told in str(caught.value)


def test_a_selector_cannot_find_without_end() -> None:
    """It can name the same parts again and again."""
    with pytest.raises(QueryError, match="more than 50,000 parts"):
        list(ask(view(), "$['purposes','purposes']" + "[*,*,*,*,*,*,*,*]" * 6, None, DAY))
