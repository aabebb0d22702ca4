"""The wheel holds all that the main job needs, and the hook runs in the real pre-commit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from .conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

GOOD = (ROOT / "tests" / "registers" / "plain.yaml").read_text(encoding="utf-8")
BAD = "privlint: 1\nshop: {name: Bad Shop, country: NL}\nstatement: {language: nl}\n"


def run(
    command: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command, and keep what it prints."""
    environment = {**os.environ, **(env or {})}
    for name in ("PYTHONPATH", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        environment.pop(name, None)
    return subprocess.run(  # noqa: S603
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it into an empty environment, return its folder of programs."""
    folder = tmp_path_factory.mktemp("wheel")
    build = run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)], ROOT
    )
    assert build.returncode == 0, build.stdout + build.stderr
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    install = run([str(programs / "pip"), "install", "--quiet", str(wheel)], folder)
    assert install.returncode == 0, install.stdout + install.stderr
    return programs


def test_the_wheel_does_the_main_job_from_any_folder(installed: Path, tmp_path: Path) -> None:
    """What was installed from the wheel needs neither the checkout nor the folder it lies in."""
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    done = run([str(installed / "privlint"), "check", "policies/"], tmp_path)
    assert done.returncode == 1, done.stderr
    for register in (ROOT / "policies").glob("*.yaml"):
        assert f"--> policies/{register.name}:" in done.stdout
    assert done.stderr == ""


def test_the_wheel_refuses_what_is_misshapen(installed: Path, tmp_path: Path) -> None:
    """The schema ships with the wheel, and so does what explains it."""
    (tmp_path / "shop.yaml").write_text(BAD + "dpo: {status: apointed}\n", encoding="utf-8")
    done = run([str(installed / "privlint"), "check", "shop.yaml"], tmp_path)
    assert done.returncode == 4
    assert "did you mean `appointed`?" in " ".join(done.stdout.split())


def test_the_wheel_brings_what_the_commands_read(installed: Path, tmp_path: Path) -> None:
    """The schema, the register to begin with, and the manual page."""
    begun = run([str(installed / "privlint"), "init", "shop.yaml"], tmp_path)
    assert begun.returncode == 0, begun.stderr
    schema = (ROOT / "schemas" / "register.schema.json").read_bytes()
    assert (tmp_path / "register.schema.json").read_bytes() == schema
    assert run([str(installed / "privlint"), "check", "shop.yaml"], tmp_path).returncode == 0
    page = installed.parent / "share" / "man" / "man1" / "privlint.1"
    assert page.read_bytes() == (ROOT / "docs" / "man" / "privlint.1").read_bytes()


PLUGIN = """\
from privlint.register import Register
from privlint.rule import Severity, flag, rule


@rule(
    "ACM001",
    judges=Register,
    severity=Severity.WARNING,
    law=("House policy 1",),
    remedy="Sell something else.",
    compliant="{}",
    violating="shop: {name: Bad Shop}  # <- ACM001",
)
def shop_called_bad(register, facts):
    \"\"\"A shop is called bad.

    Nobody would buy there.

    Wrong when the name is meant as a joke.
    \"\"\"
    if "Bad" in register.shop.name:
        yield flag(register.shop, "the shop calls itself bad", at="name")
"""


def test_an_installed_package_can_bring_rules(installed: Path, tmp_path: Path) -> None:
    """It is loaded where a configuration names it, and its rules are like the built-in ones."""
    (site,) = installed.parent.glob("lib/python*/site-packages")
    package = site / "acme_privacy"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "rules.py").write_text(PLUGIN, encoding="utf-8")
    told = site / "acme_privacy-1.0.dist-info"
    told.mkdir()
    told.joinpath("METADATA").write_text("Name: acme-privacy\nVersion: 1.0\n", encoding="utf-8")
    offer = "[privlint.rules]\nacme = acme_privacy.rules\n"
    told.joinpath("entry_points.txt").write_text(offer, encoding="utf-8")
    (tmp_path / "shop.yaml").write_text(BAD, encoding="utf-8")
    command = [str(installed / "privlint"), "check", "shop.yaml", "--output-format", "concise"]
    assert "ACM001" not in run(command, tmp_path).stdout
    (tmp_path / "privlint.toml").write_text('plugins = ["acme"]\n', encoding="utf-8")
    assert "shop.yaml:2:14: ACM001 the shop calls itself bad" in run(command, tmp_path).stdout
    tested = run([str(installed / "privlint"), "test"], tmp_path)
    assert (tested.returncode, tested.stdout) == (0, "1 rule tested, 0 faults.\n")


TORN = """\
privlint: 1
shop: {name: Small Shop, country: BE}
statement:
  language: nl
  text: shop.txt
  sections: {"1": Who we are}
  cite: {section: "1", quote: "words that stand nowhere"}
"""
"""A register whose quote is not in its text."""


def test_the_hook_runs_in_the_real_pre_commit(tmp_path: Path) -> None:
    """`pre-commit try-repo` finds what is wrong in a bad register and passes a good one."""
    repository = tmp_path / "scratch"
    policies = repository / "policies"
    policies.mkdir(parents=True)
    identity = ["-c", "user.name=scratch", "-c", "user.email=scratch@example.org"]
    assert run(["git", "init", "--quiet"], repository).returncode == 0
    (policies / "good.yaml").write_text(GOOD, encoding="utf-8")
    (repository / "other.yaml").write_text("a: 1\n", encoding="utf-8")
    run(["git", "add", "."], repository)
    run(["git", *identity, "commit", "--quiet", "-m", "Add a register"], repository)
    environment = {"PRE_COMMIT_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "privlint"]
    command += ["--all-files", "--verbose"]

    good = run(command, repository, environment)
    assert good.returncode == 0, good.stdout + good.stderr

    (policies / "bad.yaml").write_text(BAD, encoding="utf-8")
    run(["git", "add", "."], repository)
    bad = run(command, repository, environment)
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "policies/bad.yaml:" in bad.stdout
    assert "policies/good.yaml:" not in bad.stdout

    (policies / "bad.yaml").write_text(TORN, encoding="utf-8")
    (policies / "shop.txt").write_text("Who we are\nWe are a small shop.\n", encoding="utf-8")
    run(["git", "add", "."], repository)
    torn = run([*command[:-3], "privlint-trace", *command[-2:]], repository, environment)
    assert torn.returncode == 1, torn.stdout + torn.stderr
    assert "TRC001" in torn.stdout
    assert "CTL001" not in torn.stdout


@pytest.mark.parametrize(
    ("path", "is_register"),
    [
        ("policies/shop.yaml", True),
        ("policies/shop.yml", True),
        ("shops/one/policies/shop.yaml", True),
        ("shop.privacy.yaml", True),
        ("legal/shop.privacy.yml", True),
        ("policies/readme.md", False),
        ("policies/drafts/shop.yaml", False),
        (".github/workflows/ci.yaml", False),
        ("my-policies/shop.yaml", False),
        ("privacy.yaml", False),
    ],
)
def test_the_hook_looks_at_registers_only(path: str, is_register: bool) -> None:  # noqa: FBT001
    """The hook's pattern matches where registers lie, and no other YAML."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["privlint", "privlint-trace"]
    assert {bool(re.search(hook["files"], path)) for hook in hooks} == {is_register}
