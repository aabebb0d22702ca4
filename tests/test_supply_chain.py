"""What privlint is made of, and what it keeps away from: the network, and code from a project."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .conftest import ROOT
from .house_rules.conftest import RULES

LOCK = ROOT / "requirements-dev.lock"
PINNED = re.compile(
    r"^([\w.-]+)==(\S+)([^\\]*)\\\n((?: +--hash=sha256:[0-9a-f]{64}.*\n)+)", re.MULTILINE
)

WATCHED = """
import sys
def watch(event, given):
    if event.startswith(("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.")):
        raise SystemExit(f"reached for the network: {event} {given}")
    if event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"):
        raise SystemExit(f"ran a program: {given}")
sys.addaudithook(watch)
"""
"""Whatever is reached for is seen by the interpreter itself, by whichever library it is done."""

COMMANDS = (
    "check",
    "check policies --output-format full --output-format sarif=x.sarif --statement shop.txt",
    "check --output-format html=x.html",
    "check --fix",
    "baseline create",
    "config show policies/shop.yaml",
    "explain RET001",
    "export policies/shop.yaml --to statement --lang nl",
    "export policies/shop.yaml --to ropa",
    "export policies/shop.yaml --to ropa --layout ico --output-format xlsx=x.xlsx",
    "init policies/other.yaml",
    "rules",
    "schema register",
    "suppressions",
    "test",
    "trace policies/shop.yaml --statement shop.txt --output-format html",
    "completions zsh",
)

REGISTER = """\
# yaml-language-server: $schema=https://privlint.example/register.schema.json
privlint: 1
shop: {name: Shop, country: BE, url: "https://shop.example"}
statement: {language: nl, text: shop.txt}
controller: {name: Shop, email: info@shop.example}
"""
STRANGERS = (
    "__future__", "click", "conftest", "datetime", "jsonschema", "pathspec", "privlint", "re",
    "regex", "rich", "rules", "setup", "sitecustomize", "typing", "usercustomize", "yaml",
)  # fmt: skip
"""Modules that a project may bring; none of them must be imported."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project that tries to have its own code run."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "shop.yaml").write_text(REGISTER, encoding="utf-8")
    for folder in (tmp_path, tmp_path / "policies"):
        (folder / "shop.txt").write_text("Privacy", encoding="utf-8")
    (tmp_path / "house.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "privlint.toml").write_text('rules = ["house.yaml"]\n', encoding="utf-8")
    for folder in (tmp_path, tmp_path / "policies"):
        for name in STRANGERS:
            trap = f"open({str(tmp_path / 'trapped')!r}, 'a').write(__name__)\n"
            (folder / f"{name}.py").write_text(trap, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_reaches_for_the_network_or_runs_a_program(command: str, project: Path) -> None:
    """Nor for what a URL in a register points to."""
    script = f"{WATCHED}\nfrom privlint.cli import main\nmain({command.split()!r})"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-P", "-c", script],
        cwd=project, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "reached" not in done.stderr
    assert "ran a program" not in done.stderr
    assert done.returncode in {0, 1}, done.stderr


def test_the_watch_sees_who_reaches_for_the_network() -> None:
    """The test above would fail."""
    script = f"{WATCHED}\nimport urllib.request\nurllib.request.urlopen('http://localhost:9')"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.stderr.startswith("reached for the network")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("how", ["script", "module"])
def test_no_code_of_the_project_is_imported(how: str, command: str, project: Path) -> None:
    """Whether privlint is started by its script or as a module, which looks here first."""
    script = str(Path(sys.executable).with_name("privlint"))
    started = [script] if how == "script" else [sys.executable, "-m", "privlint"]
    if how == "module":
        # Who has this in the folder where Python is started has replaced the program itself.
        (project / "privlint.py").unlink()
    done = subprocess.run(  # noqa: S603
        [*started, *command.split()], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode in {0, 1}, done.stderr
    assert not (project / "trapped").exists()


def requirements() -> Iterator[Requirement]:
    """Yield what the project asks for, by itself and in its extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for asked in (project["dependencies"], *project["optional-dependencies"].values()):
        yield from (one for one in map(Requirement, asked) if one.name != "privlint")


def test_every_requirement_is_bounded_and_locked() -> None:
    """At a version within its bounds, and by its hashes."""
    text = LOCK.read_text(encoding="utf-8")
    locked = {canonicalize_name(name): version for name, version, *_ in PINNED.findall(text)}
    assert len(locked) > 50
    for asked in requirements():
        assert any(one.operator in {"<", "=="} for one in asked.specifier), f"{asked} has no end"
        version = locked[canonicalize_name(asked.name)]
        assert asked.specifier.contains(version), f"{asked} is locked at {version}: see the lock"


def test_the_lock_names_nothing_but_versions_and_hashes() -> None:
    """No address from which it would have to be fetched, and nothing without a hash."""
    text = LOCK.read_text(encoding="utf-8")
    rest = PINNED.sub("", text)
    assert not [line for line in rest.splitlines() if line.strip() and "#" not in line.lstrip()[:1]]
    assert "://" not in text
