"""The configuration is found, read, and refused with a line where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from privlint.config import Config, ConfigError, find, load

FULL = 'rules = ["house/rules.yaml"]\nplugins = ["acme"]\njurisdictions = ["be", "NL"]\n'


def write(path: Path, text: str) -> Path:
    """Write a file, and the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_configuration_says_what_it_says(tmp_path: Path) -> None:
    """Files are meant from its own folder."""
    path = write(tmp_path / "privlint.toml", FULL)
    assert load(path) == Config(path, (tmp_path / "house" / "rules.yaml",), ("acme",), ("be", "NL"))


def test_the_closest_one_above_counts(tmp_path: Path) -> None:
    """And nothing of those further up."""
    write(tmp_path / "privlint.toml", FULL)
    assert find(tmp_path / "a" / "b").plugins == ("acme",)
    near = write(tmp_path / "a" / ".privlint.toml", 'jurisdictions = ["nl"]\n')
    assert find(tmp_path / "a" / "b") == Config(path=near, jurisdictions=("nl",))


def test_a_project_file_counts_where_it_speaks_of_privlint(tmp_path: Path) -> None:
    """Any other is passed by."""
    write(tmp_path / "privlint.toml", FULL)
    project = write(tmp_path / "a" / "pyproject.toml", '[project]\nname = "x"\n')
    assert find(tmp_path / "a").plugins == ("acme",)
    write(project, '[tool.privlint]\nplugins = ["other"]\n')
    assert find(tmp_path / "a") == Config(path=project, plugins=("other",))


def test_where_there_is_none_it_is_empty(tmp_path: Path) -> None:
    """Nothing is set."""
    assert find(tmp_path / "nowhere").rules == ()


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("privlint.toml", "rulse = []\n", "privlint.toml:1:1: `rulse` is not known at the top of"),
        ("privlint.toml", "\n\nplugin = []\n", "3:1: `plugin` is not known"),
        ("privlint.toml", "# rules\nrules = 'x'\n", "2:1: `rules` should be a list, and is text"),
        ("privlint.toml", 'rules = ["a"]\nplugins = [1]\n', "2:1: `plugins.0` should be text"),
        ("privlint.toml", 'jurisdictions = ["nld"]\n', "1:1: `nld` does not fit `jurisdictions.0`"),
        ("privlint.toml", 'rules = ["a", "a"]\n', "`rules` lists `a` twice"),
        ("privlint.toml", "rules = [\n", "this is not TOML: "),
        ("pyproject.toml", "[tool.privlint]\nrulse = []\n", "pyproject.toml:2:1: `rulse`"),
        ("pyproject.toml", "[tool]\nprivlint = 1\n", "2:1: the file should be a mapping"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    """File, line and column, and what may have been meant."""
    with pytest.raises(ConfigError) as caught:
        load(write(tmp_path / name, text))
    assert told in str(caught.value)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder, and what is not UTF-8."""
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path)
    (tmp_path / "privlint.toml").write_bytes(b"rules = ['\xff']\n")
    with pytest.raises(ConfigError, match="it is not UTF-8"):
        load(tmp_path / "privlint.toml")
