"""`--lang` and `lang` of a configuration: which language counts, and what it changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..conftest import SMALL, privlint
from ..house_rules.conftest import house

DUTCH = "niemand is als verwerkingsverantwoordelijke genoemd"
ENGLISH = "nobody is named as responsible for the data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with one shop."""
    (tmp_path / "shop.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def check(folder: Path, *options: str) -> str:
    """Check the shop, and return what is told."""
    done = privlint(folder, "check", "shop.yaml", "--output-format", "concise", *options)
    assert done.stderr == ""
    return done.stdout


def test_without_a_language_all_is_english(folder: Path) -> None:
    """Whatever the language of the system is."""
    done = privlint(folder, "check", "shop.yaml", env={"LANG": "nl_NL.UTF-8", "LANGUAGE": "nl"})
    assert ENGLISH in done.stdout
    assert check(folder) == check(folder, "--lang", "en")


def test_the_option_counts_before_the_configuration(folder: Path) -> None:
    """And the configuration before English."""
    assert DUTCH in check(folder, "--lang", "nl")
    (folder / "privlint.toml").write_text('lang = "nl"\n', encoding="utf-8")
    assert DUTCH in check(folder)
    assert ENGLISH in check(folder, "--lang", "en")
    assert ENGLISH in check(folder, "--isolated")


@pytest.mark.parametrize("command", [["check", "shop.yaml"], ["explain", "RET001"], ["rules"]])
def test_an_unknown_language_lists_those_that_there_are(folder: Path, command: list[str]) -> None:
    """Nothing is checked first."""
    done = privlint(folder, *command, "--lang", "xx")
    assert done.returncode == 2
    assert done.stdout == ""
    assert f"--lang of {command[0]} cannot be 'xx': en, nl." in done.stderr


def test_an_unknown_language_of_a_configuration_is_told_with_its_place(folder: Path) -> None:
    """As any other value of a configuration that cannot be used."""
    (folder / "privlint.toml").write_text('lang = "xx"\n', encoding="utf-8")
    done = privlint(folder, "check", "shop.yaml")
    assert done.returncode == 2
    assert "privlint.toml:1:1: `xx`" in done.stderr
    assert "known are `en`, `nl`" in done.stderr


def test_what_is_remembered_has_no_language(folder: Path) -> None:
    """The same names of findings, and the same from the cache, in any order of languages."""
    for name in range(120):
        (folder / f"shop{name}.yaml").write_text(SMALL, encoding="utf-8")
    told = []
    for lang in ("nl", "en", "nl", "en"):
        done = privlint(
            folder, "check", ".", "--output-format", "json", "--lang", lang, "--cache-dir", "kept"
        )
        told.append(json.loads(done.stdout)["findings"])
    assert told[0] == told[2]
    assert told[1] == told[3]
    assert DUTCH in {one["message"] for one in told[0]}
    assert ENGLISH in {one["message"] for one in told[1]}
    for dutch, english in zip(told[0], told[1], strict=True):
        assert dutch["fingerprint"] == english["fingerprint"]
        assert {k for k in dutch if dutch[k] != english[k]} <= {
            "message",
            "remedy",
            "related",
            "fix",
        }


def test_a_baseline_of_one_language_counts_in_the_other(folder: Path) -> None:
    """It knows findings by rule and place."""
    created = privlint(folder, "baseline", "create", "shop.yaml")
    assert created.returncode == 0
    assert "niets gevonden" in check(folder, "--lang", "nl")
    assert "in de baseline" in check(folder, "--lang", "nl")


def test_rules_of_a_house_stay_as_they_are_written(folder: Path) -> None:
    """Among messages in Dutch."""
    (folder / "shop.yaml").write_text(
        SMALL + "recipients: {x: {name: Cheap Hosting, role: processor}}\n", encoding="utf-8"
    )
    told = check(house(folder), "--lang", "nl")
    assert "ACM002 Cheap Hosting is not an approved" in told
    assert DUTCH in told


def test_a_card_is_explained_in_dutch(folder: Path) -> None:
    """Its fixed words at least; code, name and examples stay."""
    done = privlint(folder, "explain", "RET001", "--lang", "nl")
    assert done.returncode == 0
    assert done.stdout.startswith("RET001 retention-missing\n")
    assert "ernst: fout" in done.stdout
    assert "Gemeld" in done.stdout
    listed = privlint(folder, "explain", "retention", "--lang", "nl")
    assert "`privlint explain CODE` geeft er één volledig weer." in listed.stdout
    (folder / "privlint.toml").write_text('lang = "nl"\n', encoding="utf-8")
    assert privlint(folder, "explain", "RET001").stdout == done.stdout


def test_rules_are_listed_in_dutch(folder: Path) -> None:
    """The severities, the certainties, and how many there are."""
    done = privlint(folder, "rules", "retention", "--lang", "nl")
    assert "waarschuwing  waarschijnlijk" in done.stdout
    assert done.stdout.rstrip().endswith(" regels")


def test_the_page_is_dutch(folder: Path) -> None:
    """It names its language, for who has it read out."""
    page = privlint(folder, "check", "shop.yaml", "--output-format", "html", "--lang", "nl").stdout
    assert '<html lang="nl">' in page
    assert "Bevindingen filteren" in page
    assert "Filter the findings" not in page


def test_severities_for_programs_stay(folder: Path) -> None:
    """A program compares them."""
    done = privlint(folder, "check", "shop.yaml", "--output-format", "json", "--lang", "nl")
    assert {one["severity"] for one in json.loads(done.stdout)["findings"]} <= {
        "error",
        "warning",
        "info",
    }
    log = privlint(folder, "check", "shop.yaml", "--output-format", "sarif", "--lang", "nl").stdout
    assert json.loads(log)["runs"][0]["language"] == "nl"
