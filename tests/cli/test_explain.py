"""`privlint explain`: every card, by any of its names, without the network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..conftest import privlint


def test_a_rule_is_explained_with_its_law_and_its_examples(tmp_path: Path) -> None:
    """What it finds, why, by which law, what would meet it, and what is flagged."""
    done = privlint(tmp_path, "explain", "RET001")
    assert done.returncode == 0
    assert done.stdout.startswith("RET001 retention-missing\n")
    for told in ("law: GDPR 13(2)(a)", "severity: error", "remedy: ", "Flagged", "Not flagged"):
        assert told in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("selectors", "first"),
    [
        (["retention-missing"], "RET001"),
        (["ret001"], "RET001"),
        (["misshapen"], "INP016"),
        (["quote-not-found"], "TRC001"),
        (["RET001", "DPO001", "RET001"], "DPO001"),
    ],
)
def test_a_card_is_found_by_any_of_its_names(
    tmp_path: Path, selectors: list[str], first: str
) -> None:
    """The cards of the line itself among them; each is told once, in the order of the codes."""
    done = privlint(tmp_path, "explain", *selectors, "--output-format", "json")
    codes = [card["code"] for card in json.loads(done.stdout)]
    assert codes[0] == first
    assert codes == sorted(set(codes))


def test_a_card_can_be_had_in_markdown(tmp_path: Path) -> None:
    """For a wiki or a ticket."""
    done = privlint(tmp_path, "explain", "DPO001", "--output-format", "markdown")
    assert done.stdout.startswith("## DPO001 dpo-statement-missing\n")


def test_a_whole_family_can_be_explained(tmp_path: Path) -> None:
    """By its folder or its letters."""
    by_name = privlint(tmp_path, "explain", "retention")
    assert by_name.stdout == privlint(tmp_path, "explain", "RET").stdout
    assert by_name.stdout.count("\nremedy: ") > 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["retention-mising"], "did you mean `retention-missing`?"),
        (["XYZ999"], "no rule answers to `XYZ999`"),
        ([], "Missing argument 'RULE...'"),
        (["RET001", "--output-format", "xml"], "'xml' is not one of"),
    ],
)
def test_what_there_is_not_exits_with_2(tmp_path: Path, arguments: list[str], says: str) -> None:
    """With what may have been meant."""
    done = privlint(tmp_path, "explain", *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""


def test_colour_can_be_asked_for(tmp_path: Path) -> None:
    """Even through a pipe, and it is not taken away on its way."""
    assert "\x1b[" in privlint(tmp_path, "explain", "RET001", "--color", "always").stdout
    assert "\x1b[" not in privlint(tmp_path, "explain", "RET001").stdout
