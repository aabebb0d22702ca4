"""The configuration is found, read, and refused with a line where it is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from privlint.config import Config, ConfigError, load
from privlint.running.setting import Setting

FULL = 'rules = ["house/rules.yaml"]\nplugins = ["acme"]\njurisdictions = ["be", "NL"]\n'


def write(path: Path, text: str) -> Path:
    """Write a file, and the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def find(folder: Path) -> Config:
    """Return the configuration that counts in a folder."""
    return Setting().config_of(str(folder))


def test_a_configuration_says_what_it_says(tmp_path: Path) -> None:
    """Files are meant from its own folder."""
    path = write(tmp_path / "privlint.toml", FULL)
    said = load(path)
    assert said.path == path
    assert said.listed("rules") == (str(tmp_path / "house" / "rules.yaml"),)
    assert said.listed("plugins") == ("acme",)
    assert said.listed("jurisdictions") == ("be", "NL")
    assert said.one("min-severity") is None


def test_the_closest_one_above_counts(tmp_path: Path) -> None:
    """And nothing of those further up."""
    write(tmp_path / "privlint.toml", FULL)
    assert find(tmp_path / "a" / "b").listed("plugins") == ("acme",)
    near = write(tmp_path / "a" / ".privlint.toml", 'jurisdictions = ["nl"]\n')
    assert find(tmp_path / "a" / "b").path == near


def test_a_project_file_counts_where_it_speaks_of_privlint(tmp_path: Path) -> None:
    """Any other is passed by."""
    write(tmp_path / "privlint.toml", FULL)
    project = write(tmp_path / "a" / "pyproject.toml", '[project]\nname = "x"\n')
    assert find(tmp_path / "a").listed("plugins") == ("acme",)
    write(project, '[tool.privlint]\nplugins = ["other"]\n')
    assert find(tmp_path / "a").listed("plugins") == ("other",)


def test_where_there_is_none_it_is_empty(tmp_path: Path) -> None:
    """Nothing is set."""
    assert find(tmp_path / "nowhere").listed("rules") == ()


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("privlint.toml", "rulse = []\n", "privlint.toml:1:1: `rulse` is not known at the top of"),
        ("privlint.toml", "\n\nplugin = []\n", "3:1: `plugin` is not known"),
        ("privlint.toml", "# rules\nrules = 'x'\n", "2:1: `rules` should be a list, and is text"),
        ("privlint.toml", 'rules = ["a"]\nplugins = [1]\n', "2:12: `plugins.0` should be text"),
        (
            "privlint.toml",
            'jurisdictions = ["nld"]\n',
            "1:19: `nld` does not fit `jurisdictions.0`",
        ),
        ("privlint.toml", 'rules = ["a", "a"]\n', "`rules` lists `a` twice"),
        ("privlint.toml", "rules = [\n", "this is not TOML: "),
        ("privlint.toml", "rules = [2020-01-01]\n", "1:10: `2020-01-01` is a date: write text"),
        ("privlint.toml", "a = 1\nrules = @\n", "privlint.toml:2:9: this is not TOML: "),
        ("privlint.toml", f"rules = {'1' * 5000}\n", "this is not TOML: "),
        ("privlint.toml", f"rules = {'[' * 5000}\n", "this is nested too deep"),
        ("privlint.toml", f"{'a.' * 2000}a = 1\n", "this is nested too deep"),
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


@pytest.mark.parametrize(
    "text",
    [
        "[tool]\nprivlint.plugins = ['x']\n",
        "[tool]\nprivlint = {plugins = ['x']}\n",
        "tool = {privlint = {plugins = ['x']}}\n",
        "['tool' . \"privlint\"]\nplugins = ['x']\n",
        "\ufeff[tool.privlint]\r\nplugins = ['x']\r\n",
    ],
)
def test_a_table_counts_however_it_is_written(tmp_path: Path, text: str) -> None:
    """TOML has many ways to write one, and none is passed by in silence."""
    (tmp_path / "pyproject.toml").write_bytes(text.encode())
    assert find(tmp_path).listed("plugins") == ("x",)


@pytest.mark.parametrize(
    "text", ["# tool.privlint\n", "tool = 1\n# privlint\n", "[tool]\nprivlints = 1\n", "\udcff[[["]
)
def test_a_project_file_that_only_names_it_is_passed_by(tmp_path: Path, text: str) -> None:
    """What stands further up counts; a file of other tools may be broken."""
    write(tmp_path / "privlint.toml", FULL)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "pyproject.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert find(tmp_path / "a").listed("plugins") == ("acme",)


def test_what_is_no_file_is_told_at_once(tmp_path: Path) -> None:
    """A pipe is not waited for, a link is followed, and none is taken for no configuration."""
    path = tmp_path / "privlint.toml"
    os.mkfifo(path)
    with pytest.raises(ConfigError, match="it is no file"):
        find(tmp_path)
    path.unlink()
    path.symlink_to("gone")
    with pytest.raises(ConfigError, match="no such file"):
        find(tmp_path)
    path.unlink()
    path.symlink_to(path.name)
    with pytest.raises(ConfigError, match="too many levels"):
        find(tmp_path)
    path.unlink()
    path.mkdir()
    assert find(tmp_path).path != path


def test_a_huge_one_is_not_read(tmp_path: Path) -> None:
    """Nobody writes a megabyte by hand."""
    path = tmp_path / "privlint.toml"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    with pytest.raises(ConfigError, match="300,000,000 bytes, and 1,000,000 are allowed"):
        load(path)
