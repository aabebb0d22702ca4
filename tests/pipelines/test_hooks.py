"""The hooks run in the real pre-commit, on the files that they are meant for."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ..conftest import ROOT, SMALL
from .conftest import HOOKS, run

if TYPE_CHECKING:
    import subprocess

CLEAN = (ROOT / "tests" / "registers" / "plain.yaml").read_text(encoding="utf-8")
IDENTITY = ["-c", "user.name=scratch", "-c", "user.email=scratch@example.org"]
TEXT = "We use your name to deliver the order.\n"
CITING = """\
privlint: 1
shop: {{name: Small Shop, country: BE}}
statement: {{language: en, text: small.txt}}
purposes:
  orders:
    title: Orders
    cite: {{section: preamble, quote: "{quote}"}}
"""


class Project:
    """A repository with both hooks; their environment is built once for all tests."""

    def __init__(self, folder: Path, home: Path, source: Path) -> None:
        """Make an empty repository that takes its hooks from another."""
        self.folder = folder
        self._home = home
        self._source = source
        (folder / "policies").mkdir(parents=True)
        run(["git", "init", "--quiet"], folder)
        self.use(*({"id": name} for name in HOOKS))

    def use(self, *hooks: dict[str, Any]) -> None:
        """Configure hooks."""
        commit = run(["git", "rev-parse", "HEAD"], self._source).stdout.strip()
        repo = {"repo": str(self._source), "rev": commit, "hooks": [*hooks]}
        self.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [repo]}))

    def write(self, name: str, text: str) -> None:
        """Write a file, and stage it."""
        (self.folder / name).write_text(text, encoding="utf-8")
        assert run(["git", "add", "."], self.folder).returncode == 0

    def hook(self, name: str, *files: str) -> subprocess.CompletedProcess[str]:
        """Run a hook on all files, or on some."""
        command = [sys.executable, "-m", "pre_commit", "run", name, "--verbose"]
        command += files or ["--all-files"]
        return run(command, self.folder, {"PRE_COMMIT_HOME": str(self._home)})


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a commit of the checkout as it is now, and a home for environments."""
    folder = tmp_path_factory.mktemp("hooks")
    listed = run(["git", "ls-files", "-z", "-co", "--exclude-standard"], ROOT).stdout
    for name in listed.rstrip("\0").split("\0"):
        if (ROOT / name).is_file():
            (folder / "repo" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / "repo" / name)
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "Snapshot"]):
        done = run(["git", *IDENTITY, *command], folder / "repo")
        assert done.returncode == 0, done.stderr
    return folder / "repo", folder / "home"


@pytest.fixture
def project(tmp_path: Path, hooks: tuple[Path, Path]) -> Project:
    """Return an empty project with both hooks."""
    repository, home = hooks
    return Project(tmp_path / "scratch", home, repository)


def test_a_bad_register_stops_the_commit_and_a_good_one_does_not(project: Project) -> None:
    """Other YAML is not looked at."""
    project.write("policies/good.yaml", CLEAN)
    project.write("other.yaml", "a: 1\n")
    good = project.hook("privlint")
    assert good.returncode == 0, good.stdout + good.stderr
    assert "1 register checked" in " ".join(good.stdout.split())
    project.write("policies/bad.yaml", SMALL)
    bad = project.hook("privlint")
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "policies/bad.yaml:" in bad.stdout
    assert "policies/good.yaml:" not in bad.stdout


def test_a_quote_that_is_not_in_the_text_stops_the_commit(project: Project) -> None:
    """And nothing else does: the gaps of the statement are the other hook's."""
    project.write("policies/small.txt", TEXT)
    project.write("policies/small.yaml", CITING.format(quote="your name"))
    good = project.hook("privlint-trace")
    assert good.returncode == 0, good.stdout + good.stderr
    project.write("policies/small.yaml", CITING.format(quote="your shoe size"))
    bad = project.hook("privlint-trace")
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "error[TRC001]" in bad.stdout
    codes = set(re.findall(r"^(?:error|warning|info)\[(\w{3})", bad.stdout, re.MULTILINE))
    assert codes == {"TRC"}


def test_a_register_without_a_text_has_nothing_to_trace(project: Project) -> None:
    """A register whose text is not at hand, and one that names a text that is not there."""
    project.write("policies/bad.yaml", SMALL)
    assert project.hook("privlint-trace").returncode == 0
    project.write("policies/citing.yaml", CITING.format(quote="your name"))
    assert project.hook("privlint-trace").returncode == 1


def test_a_text_that_changes_can_have_all_registers_looked_at(project: Project) -> None:
    """With the settings that the documentation shows: the hook runs, though no register changed."""
    project.use({"id": "privlint-trace", "files": "^policies/", "pass_filenames": False})
    project.write("policies/small.yaml", CITING.format(quote="your name"))
    project.write("policies/small.txt", TEXT)
    assert project.hook("privlint-trace").returncode == 0
    project.write("policies/small.txt", "Another statement.\n")
    bad = project.hook("privlint-trace", "--files", "policies/small.txt")
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "error[TRC001]" in bad.stdout


def test_what_the_configuration_excludes_is_left_alone(project: Project) -> None:
    """pre-commit names every file by hand; `exclude` counts all the same."""
    project.write("policies/bad.yaml", SMALL)
    project.write("privlint.toml", 'exclude = ["policies/bad.yaml"]\n')
    for name in HOOKS:
        done = project.hook(name)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", HOOKS)
@pytest.mark.parametrize(
    ("path", "is_register"),
    [
        ("policies/shop.yaml", True),
        ("policies/shop.yml", True),
        ("shops/one/policies/shop.yaml", True),
        ("shop.privacy.yaml", True),
        ("legal/shop.privacy.yml", True),
        ("policies/readme.md", False),
        ("policies/shop.txt", False),
        ("policies/drafts/shop.yaml", False),
        (".github/workflows/ci.yaml", False),
        ("my-policies/shop.yaml", False),
        ("privacy.yaml", False),
    ],
)
def test_a_hook_looks_at_registers_only(name: str, path: str, is_register: bool) -> None:  # noqa: FBT001
    """The pattern matches where registers lie, and no other YAML."""
    assert bool(re.search(HOOKS[name]["files"], path)) is is_register
