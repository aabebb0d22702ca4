"""Rules of a house are read from YAML, and errors are told with their lines."""

from __future__ import annotations

from typing import Any

import pytest

from privlint.house_rules.load import HouseRulesError, line_of, load
from privlint.judging import judge
from privlint.knowledge.facts import Knowledge
from privlint.rule import Certainty, Severity

from ..conftest import DAY
from .conftest import RULES, register_of


def raised(source: str, register: bytes | None = None) -> list[tuple[str, str, Any]]:
    """Return code, message and place of what the rules find."""
    rules = load("house.yaml", source.encode())
    judged = judge(register_of(register), Knowledge.load().as_of(DAY), rules)
    assert judged.crashes == ()
    return [(card.code, flag.message, flag.where) for card, flag in judged.raised]


def test_a_card_tells_what_the_file_says() -> None:
    """All that readers are told of a built-in rule they are told of this one."""
    first, second = (rule.card for rule in load("house.yaml", RULES.encode()))
    assert (first.code, first.name, first.family) == (
        "ACM001", "newsletter-data-kept-too-long", "acme",
    )  # fmt: skip
    assert first.title == "Newsletter data are kept for more than 24 months"
    assert (first.severity, first.certainty) == (Severity.WARNING, Certainty.CERTAIN)
    assert (second.severity, second.certainty) == (Severity.ERROR, Certainty.LIKELY)
    assert first.law == ("Data policy 4.2",)
    assert first.wrong_when.startswith("Wrong when")


def test_a_rule_flags_what_it_selects() -> None:
    """With what was found in the message, at the key that the rule names."""
    assert raised(RULES) == []
    small = (
        b"privlint: 1\nshop: {name: S, country: BE}\nstatement: {}\n"
        b"recipients: {x: {name: Cheap, role: processor}}\n"
        b"purposes: {news: {kind: newsletter, data: "
        b"[{categories: [email], retention: [{period: P1Y}, {period: P5Y}]}]}}\n"
    )
    assert raised(RULES, small) == [
        (
            "ACM001",
            "the data of `news` are kept for P5Y",
            ("purposes", "news", "data", 0, "retention", 1, "period"),
        ),
        ("ACM002", "Cheap is not an approved processor", ("recipients", "x")),
    ]


@pytest.mark.parametrize(
    ("message", "select", "told"),
    [
        ("{name} in {country}", "$.recipients.host", "Plain Hosting in BE"),
        ("{nothing} there", "$.recipients.host", "not stated there"),
        ("{transfers}", "$.recipients.mailer", "not stated"),
        ("{guest_checkout}", "$.account", "true"),
        ("{sells_to}", "$.shop", "BE, NL"),
        ("`{value}` of `{id}`", "$.recipients.host.name", "`Plain Hosting` of `host`"),
        ("{0} {} {Name}", "$.shop", "{0} {} {Name}"),
    ],
)
def test_a_message_is_filled_with_what_was_found(message: str, select: str, told: str) -> None:
    """Keys of the part, the id of the nearest entry, a bare value; nothing is run."""
    source = (
        RULES.replace("$.recipients[?@.role == 'processor']", select)
        .replace("    condition: \"!match(@.name, 'Plain Hosting|Plain Mail')\"\n", "")
        .replace('"{name} is not an approved processor"', f'"{message}"')
    )
    assert [found[1] for found in raised(source)] == [told]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("severity: warning", "severity: grave", "9:15: `grave` cannot stand for"),
        (
            "    remedy: Keep",
            "    remdy: Keep",
            "11:5: `remdy` is not known in `rules.ACM001`; did",
        ),
        ("ACM001:", "acm1:", "4:3: `acm1`"),
        ("longer(@.period", "longr(@.period", "13:16: `condition` is not understood at its char"),
        ("select: $.recipients", "select: recipients", "36:13: `select` is not understood"),
        ("certainty: likely", "certainty: ask", "32:15: a rule that only asks is never an error"),
        (
            "title: A processor",
            'title: "\\e[31m"\n    wrong_when: A',
            "30:12: the character U+001B",
        ),
        ("law: [Proc", 'law: ["\\u202e", Proc', "34:5: the character U+202E is not allowed in"),
        ("title: A processor is not on the list", 'title: " "', "30:12: ` ` does not fit"),
        (
            "severity: error",
            "until: '2018-01-01'\n    severity: error",
            "32:12: `until` lies before",
        ),
        (
            "'P24M'",
            "'24 months'",
            "13:16: `condition` is not understood at its character 1: longer",
        ),
        (
            "'P24M'",
            "24",
            "13:16: `condition` is not understood at its character 1: longer(): no ISO",
        ),
        ("privlint: 1", "privlint: 2", "1:11: `privlint` can only be `1`"),
        ("rules:\n", "rules:\n  <<: {}\n", "4:3: "),
    ],
)
def test_what_is_wrong_is_told_with_its_place(old: str, new: str, told: str) -> None:
    """File, line, column, and what may have been meant."""
    assert old in RULES
    with pytest.raises(HouseRulesError) as caught:
        load("house.yaml", RULES.replace(old, new, 1).encode())
    assert f"house.yaml:{told}" in str(caught.value)


def test_the_place_of_an_example_is_known() -> None:
    """So that a failing example can be found: in a block, or behind its key."""
    lines = RULES.splitlines()
    first = line_of(RULES.encode(), "ACM001", "violating")
    assert first is not None
    assert lines[first - 1] == "      purposes:"
    behind = line_of(RULES.encode(), "ACM002", "compliant")
    assert behind is not None
    assert lines[behind - 1].startswith("    compliant:")
    assert line_of(RULES.encode(), "ACM003", "violating") is None


def test_what_stands_on_one_line_stays_there() -> None:
    """Nothing that a file says can begin a line of the report, which a pipeline might obey."""
    source = RULES.replace("title: A processor is not on the list", 'title: "A\\n::error::b"')
    source = source.replace('"{name} is not an', '"{name}\\n::error:: is not an')
    rules = load("house.yaml", source.replace("remedy: Have", 'remedy: "Have\\n\\n"  #').encode())
    assert (rules[1].card.title, rules[1].card.remedy) == ("A ::error::b", "Have")
    small = (
        b"privlint: 1\nshop: {name: S, country: BE}\nstatement: {}\n"
        b"recipients: {x: {name: Cheap, role: processor}}\n"
    )
    assert raised(source, small)[0][1] == "Cheap ::error:: is not an approved processor"
