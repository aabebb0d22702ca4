"""Rules of one's own in every command, and the options that say which are asked."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ..conftest import SMALL, privlint
from ..house_rules.conftest import RULES, house

SHOP = SMALL + "recipients: {x: {name: Cheap Hosting, role: processor}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a house with two rules and one shop."""
    (tmp_path / "shop.yaml").write_text(SHOP, encoding="utf-8")
    return house(tmp_path)


def test_they_are_asked_like_the_built_in_ones(folder: Path) -> None:
    """In every format, and chosen by code, name, family and prefix."""
    for selector in ("ACM002", "processor-not-approved", "acme", "ACM"):
        done = privlint(
            folder, "check", "shop.yaml", "--select", selector, "--output-format", "concise"
        )
        assert done.returncode == 1
        assert "shop.yaml:4:14: ACM002 Cheap Hosting is not an approved" in done.stdout
    done = privlint(folder, "check", "shop.yaml", "--output-format", "json")
    codes = {finding["code"] for finding in json.loads(done.stdout)["findings"]}
    assert {"ACM002", "DPO001"} <= codes
    done = privlint(folder, "check", "shop.yaml", "--ignore", "acme")
    assert "ACM002" not in done.stdout


def test_they_are_found_from_a_folder_below(folder: Path) -> None:
    """The closest configuration above counts, or the one that is named, or none."""
    below = folder / "a" / "b"
    below.mkdir(parents=True)
    asked = ("check", str(folder / "shop.yaml"), "--select", "acme")
    assert "ACM002" in privlint(below, *asked).stdout
    isolated = privlint(below, *asked, "--isolated")
    assert (isolated.returncode, "no rule answers to `acme`" in isolated.stderr) == (2, True)
    named = privlint(below, *asked, "--config", str(folder / "privlint.toml"))
    assert "ACM002" in named.stdout
    both = privlint(below, *asked, "--isolated", "--config", str(folder / "privlint.toml"))
    assert both.returncode == 2


def test_they_are_explained_and_listed(folder: Path) -> None:
    """With everything that the file tells."""
    told = privlint(folder, "explain", "ACM001").stdout
    assert "Data policy 4.2" in told
    assert "  purposes:\n    newsletter:\n" in told
    assert "2 rules" in privlint(folder, "rules", "acme").stdout
    listed = json.loads(privlint(folder, "rules", "--output-format", "json").stdout)
    assert {"ACM001", "RET001"} <= {card["code"] for card in listed}


@pytest.mark.parametrize("command", [("check", "shop.yaml"), ("rules",), ("test",)])
def test_what_is_wrong_with_them_stops_every_command(
    folder: Path, command: tuple[str, ...]
) -> None:
    """With file, line and column; nothing is checked by half of the rules."""
    house(folder, RULES.replace("severity: error", "severity: eror"))
    done = privlint(folder, *command)
    assert (done.returncode, done.stdout) == (2, "")
    assert "house.yaml:32:15: `eror` cannot stand for" in done.stderr
    house(folder, config='rules = ["nowhere.yaml"]\n')
    done = privlint(folder, *command)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere.yaml" in done.stderr


def test_a_house_rule_that_fails_is_named(folder: Path) -> None:
    """As a built-in one would be; the others go on."""
    endless = f"match('{'a' * 60}b', '(a|aa)+')"
    house(folder, RULES.replace("!match(@.name, 'Plain Hosting|Plain Mail')", endless))
    done = privlint(folder, "check", "shop.yaml")
    assert done.returncode == 5
    assert "rule ACM002 (processor-not-approved)" in done.stdout
    assert "DPO001" in done.stdout


def test_a_pattern_that_is_none_is_told_before_anything_is_checked(folder: Path) -> None:
    """With the place of the condition."""
    house(folder, RULES.replace("'Plain Hosting|Plain Mail'", "'('"))
    done = privlint(folder, "check", "shop.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "house.yaml:37:16: `condition` is not understood" in done.stderr


def test_their_examples_are_tested(folder: Path) -> None:
    """Nothing is found in the compliant one, and the marked lines of the other are flagged."""
    done = privlint(folder, "test")
    assert (done.returncode, done.stdout) == (0, "2 rules tested, 0 faults.\n")
    house(folder, RULES.replace("P3Y,", "P1Y,"))
    done = privlint(folder, "test")
    assert done.returncode == 1
    assert "house.yaml:27: ACM001: violating example: this line is marked, and" in done.stdout
    house(folder, RULES.replace("Plain Hosting|", ""))
    done = privlint(folder, "test")
    assert "house.yaml:39: ACM002: compliant example: ACM002 flags this line" in done.stdout
    (folder / "other.yaml").write_text(RULES, encoding="utf-8")
    assert privlint(folder, "test", "other.yaml").returncode == 0
    assert privlint(folder, "test", "nowhere.yaml").returncode == 2
    house(folder, config="")
    done = privlint(folder, "test")
    assert (done.returncode, "There are no rules of your own" in done.stderr) == (3, True)


def test_an_example_that_is_no_register_is_told(folder: Path) -> None:
    """With the line in the file of rules."""
    house(folder, RULES.replace("{period: P3Y, from: unsubscribe}", "{perod: P3Y}"))
    done = privlint(folder, "test")
    assert done.returncode == 1
    assert "house.yaml:27: ACM001: violating example: `perod` is not known in" in done.stdout


@pytest.mark.parametrize(
    ("asked", "is_run"),
    [((), False), (("--jurisdiction", "nl"), True), (("--jurisdiction", "BE,NL"), True)],
)
def test_the_rules_of_a_country_can_be_asked_for(
    folder: Path,
    asked: tuple[str, ...],
    is_run: bool,  # noqa: FBT001
) -> None:
    """The Dutch rules are asked of a Belgian shop only where somebody says so."""
    done = privlint(folder, "check", "shop.yaml", "--isolated", "--output-format", "json", *asked)
    not_run = {one["code"] for one in json.loads(done.stdout)["rules_not_run"]}
    assert ("NLD001" not in not_run) is is_run
    assert "BEL001" not in not_run
    house(folder, config='jurisdictions = ["nl"]\n')
    done = privlint(folder, "check", "shop.yaml", "--output-format", "json")
    assert "NLD001" not in {one["code"] for one in json.loads(done.stdout)["rules_not_run"]}


def test_a_country_without_rules_is_refused(folder: Path) -> None:
    """And those that have some are named."""
    done = privlint(folder, "check", "shop.yaml", "--jurisdiction", "de")
    assert done.returncode == 2
    assert "there are no rules of `de`; there are of be, nl" in done.stderr


def test_what_a_file_says_does_not_steer_the_terminal(folder: Path) -> None:
    """Neither a colour nor a line that a pipeline obeys gets through an error."""
    house(folder, config='"a\\u001b[31m\\n::error::x" = 1\n')
    done = privlint(folder, "check", "shop.yaml")
    assert done.returncode == 2
    assert r"`a\u001b[31m\u000a::error::x` is not known" in done.stderr
    house(folder, config='rules = ["a\\n::error::x\\u0000"]\n')
    assert r"the rules in" in privlint(folder, "check", "shop.yaml").stderr
    assert "\n::error" not in privlint(folder, "check", "shop.yaml").stderr


def test_rules_that_are_no_file_or_huge_are_refused(folder: Path) -> None:
    """At once, whatever they are."""
    os.mkfifo(folder / "pipe")
    with (folder / "huge.yaml").open("wb") as file:
        file.truncate(300_000_000)
    for name, told in (
        ("pipe", "it is a pipe, a socket or a device"),
        ("huge.yaml", "2,000,000 are allowed"),
        (".", "it is a folder"),
        ("gone.yaml", "there is no such file"),
        ("-", "there is no such file"),
    ):
        done = privlint(folder, "test", "--", name)
        assert (done.returncode, told in done.stderr) == (2, True), done.stderr


def test_files_are_tested_whatever_is_configured(folder: Path) -> None:
    """A broken configuration is no reason not to test the file that is named."""
    house(folder, config="rulse = 1\n")
    assert privlint(folder, "test", "house.yaml").returncode == 0
    assert privlint(folder, "test").returncode == 2


def test_a_rule_that_fails_on_its_example_is_told(folder: Path) -> None:
    """With its line, and the others are tested all the same."""
    pattern = "!match(@.name, 'Plain Hosting|Plain Mail')"
    house(folder, RULES.replace(pattern, "search(@.name, '(?R)')"))
    done = privlint(folder, "test")
    assert done.returncode == 1
    assert "ACM002: compliant example: a rule fails here: TimeoutError" in done.stdout
    assert "2 rules tested" in done.stdout


def test_a_jurisdiction_has_to_be_named(folder: Path) -> None:
    """Nothing is not taken for what is configured, which is told with its file."""
    done = privlint(folder, "check", "shop.yaml", "--jurisdiction", " ,")
    assert (done.returncode, "names no country" in done.stderr) == (2, True)
    house(folder, config='jurisdictions = ["de"]\n')
    done = privlint(folder, "check", "shop.yaml")
    assert "privlint.toml: there are no rules of `de`" in done.stderr
