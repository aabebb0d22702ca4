"""What the README shows is what the command prints."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from privlint.config import load
from privlint.examples import faults
from privlint.house_rules.collect import collect
from privlint.knowledge.facts import Knowledge
from privlint.running.setting import Setting

from .conftest import DAY, ROOT, Golden

README = ROOT / "README.md"
SESSION = re.compile(r"```console\n(\$ privlint .*?)```", re.DOTALL)
COMMAND = re.compile(r"^(\$ privlint .*\n)((?:(?!\$ ).*\n)*)", re.MULTILINE)


def printed(command: str) -> str:
    """Run a command of the README in the checkout, and return what it prints."""
    arguments = shlex.split(command.removeprefix("$ privlint "))
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "privlint", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


def test_the_output_in_the_readme_is_real(golden: Golden) -> None:
    """Every console session of the README prints what stands there; `[...]` stands for a cut."""
    text = README.read_text(encoding="utf-8")
    assert SESSION.search(text)
    golden.check(README, SESSION.sub(_session, text))


def _session(match: re.Match[str]) -> str:
    return f"```console\n{COMMAND.sub(_ran, match[1])}```"


def _ran(match: re.Match[str]) -> str:
    command, shown = match.groups()
    output = printed(command.strip())
    if shown.rstrip().endswith("[...]"):
        output = "".join(output.splitlines(keepends=True)[: shown.count("\n") - 1]) + "[...]\n"
    return f"{command}{output}"


@pytest.mark.parametrize(
    "command", [[], ["check"], ["explain"], ["rules"], ["trace"], ["test"], ["new-rule"]]
)
def test_help_is_given(command: list[str]) -> None:
    """Every command explains itself."""
    assert "Usage: privlint" in printed("$ privlint " + " ".join([*command, "--help"]))


def test_the_house_rules_in_the_readme_hold() -> None:
    """They can be loaded, and do what their examples show."""
    text = README.read_text(encoding="utf-8")
    (block,) = re.findall(r"```yaml\n([^\n]*house-rules\.schema\.json\n.*?)```", text, re.DOTALL)
    rules = collect({"house-rules.yaml": block.encode()}, ())
    assert [rule.card.code for rule in rules] == ["ACM001", "ACM002"]
    facts = Knowledge.load().as_of(DAY)
    assert [fault for rule in rules for fault in faults(rule, rules, facts)] == []


def test_the_configuration_in_the_readme_holds(tmp_path: Path) -> None:
    """Every key of it is known."""
    text = README.read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(rules = .*?)```", text, re.DOTALL)
    path = tmp_path / "privlint.toml"
    path.write_text(block, encoding="utf-8")
    assert load(path).listed("plugins") == ("acme",)


def test_the_whole_configuration_in_the_readme_holds(tmp_path: Path) -> None:
    """Every key and every rule of it is known, and it extends another."""
    text = README.read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(extend = .*?)```", text, re.DOTALL)
    (tmp_path / "shop").mkdir()
    (tmp_path / "privlint-base.toml").write_text("", encoding="utf-8")
    (tmp_path / "shop" / "privlint.toml").write_text(block, encoding="utf-8")
    terms = Setting().terms(f"{tmp_path}/shop/policies/draft-a.yaml")
    assert terms.allowed.mandatory == {"CTL001"}
    assert len(terms.allowed.ignores) == 2
