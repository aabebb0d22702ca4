"""What a configuration says, what it extends, and where each value is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from privlint.config import ADDED, DEFAULT, Config, ConfigError, effective, load
from privlint.rule import Severity
from privlint.running.discovery import USUAL
from privlint.running.setting import OptionError, Options, Setting
from privlint.schema.store import schema
from privlint.terms import Terms


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> Path:
    """Write a file here, and the folders it needs."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def asked(**options: Any) -> Terms:
    """Return the terms of a register beside the configuration."""
    return Setting(Options(**options)).terms("a.yaml")


def codes(terms: Terms) -> set[str]:
    """Return the codes of the rules that are asked."""
    return {rule.card.code for rule in terms.rules}


def test_what_it_extends_counts_where_it_is_silent() -> None:
    """Selections, ignores, severities, rules and plugins add up."""
    write("base/privlint.toml", 'select = ["RET"]\nmandatory = ["DPO001"]\nas-of = "2025-01-01"\n')
    write(
        "privlint.toml", 'extend = "base/privlint.toml"\nselect = ["CON"]\nmandatory = ["CTL001"]'
    )
    found = load(Path("privlint.toml"))
    assert found.listed("select") == ("CON",)
    assert found.listed("mandatory") == ("CTL001", "DPO001")
    assert found.one("as-of") == "2025-01-01"
    assert found.values["as-of"][0].origin == "base/privlint.toml:3:1"
    assert found.origin("mandatory", "DPO001") == "base/privlint.toml:2:15"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('extend = "gone.toml"', "privlint.toml:1:1: there is no file gone.toml"),
        ('extend = "privlint.toml"', "privlint.toml:1:1: privlint.toml extends itself"),
        ('extend = "other.toml"', "other.toml:1:1: privlint.toml extends itself"),
    ],
)
def test_what_cannot_be_extended_is_told(text: str, told: str) -> None:
    """A file that is not there, and a circle."""
    write("privlint.toml", text)
    write("other.toml", 'extend = "privlint.toml"')
    with pytest.raises(ConfigError) as caught:
        load(Path("privlint.toml"))
    assert str(caught.value) == told


def test_there_is_no_cascade() -> None:
    """The closest file counts alone."""
    write("privlint.toml", 'select = ["RET"]\nmin-severity = "error"\n')
    write("shops/privlint.toml", 'select = ["CON"]\n')
    setting = Setting()
    assert setting.terms("shops/a.yaml").allowed.min_severity == Severity.INFO
    assert {code[:3] for code in codes(setting.terms("shops/deep/a.yaml"))} == {"CON"}
    assert {code[:3] for code in codes(setting.terms("a.yaml"))} == {"RET"}
    assert {code[:3] for code in codes(setting.terms("shops/../a.yaml"))} == {"RET"}


def test_the_command_line_wins() -> None:
    """Over the configuration, which wins over the defaults."""
    write("privlint.toml", 'select = ["RET"]\nmin-severity = "error"\nextend-select = ["DPO001"]\n')
    terms = asked(select=("CON001",), min_severity=Severity.WARNING)
    assert codes(terms) == {"CON001", "DPO001"}
    assert terms.allowed.min_severity == Severity.WARNING
    assert len(codes(asked(is_isolated=True))) > 100


def test_a_mandatory_rule_is_asked_whatever_else_is_said() -> None:
    """By --select, by --ignore, or for some files."""
    write("privlint.toml", 'mandatory = ["DPO001"]\n')
    assert codes(asked(ignore=("ALL",))) == {"DPO001"}
    terms = asked(mandatory=("RET001",), per_file_ignores=(("*.yaml", ("ALL",)),))
    assert codes(terms) == {"DPO001", "RET001"}


def test_rules_are_ignored_for_some_files() -> None:
    """By a pattern as in .gitignore."""
    setting = Setting(Options(per_file_ignores=(("/drafts/", ("RET", "DPO001")),)))
    assert "RET001" not in codes(setting.terms("drafts/a.yaml"))
    assert "RET001" in codes(setting.terms("a.yaml"))


def test_a_severity_is_lowered_or_a_warning_raised() -> None:
    """By code or name."""
    write("privlint.toml", '[severity]\nRET001 = "info"\nretention-indefinite = "error"\n')
    severities = asked().allowed.severities
    assert severities["RET001"] == Severity.INFO
    assert len(severities) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('select = ["RET", "RTE001"]', "privlint.toml:1:19: no rule answers to `RTE001`; did you"),
        ('extend-select = ["INP016"]', "privlint.toml:1:19: `INP016` is no choice"),
        ('\nmandatory = ["SUP001"]', "privlint.toml:2:15: `SUP001` is no choice"),
        ('[severity]\nRETX01 = "info"', "privlint.toml:2:1: no rule answers to `RETX01`"),
        ('[severity]\nRET = "info"', "privlint.toml:2:1: `RET` is more than one rule"),
        ('[severity]\nRET001 = "erorr"', "did you mean `error`?"),
        ('[severity]\nDPO001 = "error"', "privlint.toml:2:1: DPO001 asks a question"),
        (
            'jurisdictions = ["de"]',
            "privlint.toml: there are no rules of `de`; there are of be, nl",
        ),
        ('as-of = "2026-02-30"', "privlint.toml:1:1: `2026-02-30` is no day"),
        ('as-of = "2017-01-01"', "privlint.toml:1:1: 2017-01-01 lies before 2018-05-25"),
        ("selcet = []", "privlint.toml:1:1: `selcet` is not known at the top of the file; did you"),
        ('ignore = [{rules = ["RET001"]}]', "`reason` is missing"),
        ('ignore = [{rules = ["RET001"], reason = "x", until = "soon"}]', "`soon`"),
    ],
)
def test_what_cannot_be_set_is_told_with_its_place(text: str, told: str) -> None:
    """File, line and column, and what may have been meant."""
    write("privlint.toml", text)
    with pytest.raises(ConfigError) as caught:
        asked()
    assert told in str(caught.value)


def test_what_the_command_line_has_wrong_is_told_as_such() -> None:
    """It has no file."""
    with pytest.raises(OptionError, match="no rule answers to `RTE001`"):
        asked(select=("RTE001",))


def test_the_schema_tells_the_defaults() -> None:
    """`config show` prints them, and editors show them."""
    values = effective(Config())
    assert values["files"][0].value == list(USUAL)
    assert values["select"][0].value == ["ALL"]
    assert {one.origin for sets in values.values() for one in sets} == {DEFAULT}
    assert set(schema("config")["properties"]) >= ADDED
    description = json.dumps(schema("config"))
    assert all(key in description for key in ADDED)


@pytest.mark.parametrize("name", ["x" * 300, "circle"])
def test_a_folder_that_cannot_be_looked_into_has_no_configuration(name: str) -> None:
    """What is wrong with it is told of the register, and stops no other."""
    Path("circle").symlink_to("circle")
    assert Setting().config_for(f"{name}/a.yaml").path is None
