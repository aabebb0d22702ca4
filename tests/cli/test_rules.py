"""`privlint rules`: the list, whole or in part, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from privlint.catalogue import cards, citing

from ..conftest import privlint


def test_every_rule_is_listed_once_and_counted(tmp_path: Path) -> None:
    """In the order of the codes, those of the line itself among them."""
    *lines, last = privlint(tmp_path, "rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [card.code for card in cards()]
    assert last == f"{len(cards())} rules"


def test_the_list_can_be_narrowed(tmp_path: Path) -> None:
    """By any selector, and by severity."""
    done = privlint(tmp_path, "rules", "RET", "dpo-statement-missing", "--severity", "warning")
    *lines, last = done.stdout.splitlines()
    assert "DPO001" in {line.split()[0] for line in lines}
    assert {line.split()[1] for line in lines} == {"warning"}
    assert last.startswith(str(len(lines)))


def test_the_rules_of_an_article_can_be_listed(tmp_path: Path) -> None:
    """A line for each that cites it."""
    *lines, last = privlint(tmp_path, "rules", "GDPR 13(2)(d)").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [card.code for card in citing("GDPR 13(2)(d)")]
    assert last == f"{len(lines)} rules"


def test_the_list_for_programs_holds_whole_cards(tmp_path: Path) -> None:
    """A website or a spreadsheet can be made of it."""
    told = json.loads(privlint(tmp_path, "rules", "--output-format", "json").stdout)
    assert [card["code"] for card in told] == [card.code for card in cards()]
    wanted = {"code", "name", "title", "rationale", "severity", "certainty", "law", "remedy"}
    assert all(wanted | {"compliant", "violating"} <= set(card) for card in told)


def test_the_list_can_be_had_in_markdown(tmp_path: Path) -> None:
    """One row a rule."""
    lines = privlint(tmp_path, "rules", "RET001", "--output-format", "markdown").stdout.splitlines()
    assert len(lines) == 3
    assert lines[2].startswith("| RET001 | `retention-missing` | error | ")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(["RTE001"], "did you mean `RET001`?"), (["--severity", "fatal"], "is not one of")],
)
def test_what_there_is_not_exits_with_2(tmp_path: Path, arguments: list[str], says: str) -> None:
    """An empty list would look like an answer."""
    done = privlint(tmp_path, "rules", *arguments)
    assert done.returncode == 2
    assert says in done.stderr
