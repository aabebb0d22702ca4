"""A runner of GitHub's, as far as the action needs one, and programs that judge the files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml

from ..conftest import ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
TEMPLATE = [*yaml.safe_load_all((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))]
"""The template of GitLab: what it takes, and the job."""

HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
STRANGERS = ("json", "pip", "privlint", "re", "subprocess", "tempfile", "venv")
"""Modules that a pull request may bring; none of them must be imported."""


class Ran(NamedTuple):
    """What came of a step."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str


def program(name: str) -> str:
    """Return a program of the environment that the tests run in."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


def run(
    command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, in an environment without what would lead Python or git astray."""
    silent = {name: value for name, value in os.environ.items() if name not in _ASTRAY}
    return subprocess.run(  # noqa: S603
        command,
        cwd=folder,
        env={**silent, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


_ASTRAY = {
    "PYTHONPATH",
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GITHUB_ACTIONS",
    "GITHUB_OUTPUT",
    "GITHUB_STEP_SUMMARY",
    "FORCE_COLOR",
}


def step(folder: Path, inputs: Mapping[str, str], env: Mapping[str, str] | None = None) -> Ran:
    """Run the step of the action in a folder, as a runner does."""
    unknown = set(inputs) - set(ACTION["inputs"])
    assert not unknown, unknown
    (wanted,) = ACTION["runs"]["steps"]
    values = {name: inputs.get(name, told["default"]) for name, told in ACTION["inputs"].items()}
    kept = folder.parent / f"{folder.name}-runner"
    kept.mkdir(exist_ok=True)
    for name in ("output", "summary"):
        (kept / name).write_text("", encoding="utf-8")
    (kept / "step.sh").write_text(wanted["run"], encoding="utf-8")
    mapped = {name: _filled(text, values) for name, text in wanted["env"].items()}
    told = {
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_ACTIONS": "true",
        "GITHUB_OUTPUT": str(kept / "output"),
        "GITHUB_STEP_SUMMARY": str(kept / "summary"),
        "RUNNER_TEMP": str(kept),
    }
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(kept / "step.sh")]
    done = run(shell, folder, {**told, **mapped, **(env or {})})
    summary = (kept / "summary").read_text(encoding="utf-8")
    outputs = read_outputs((kept / "output").read_text(encoding="utf-8"))
    return Ran(done.returncode, done.stdout + done.stderr, outputs, summary)


def _filled(text: str, inputs: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found[1]], text)


def read_outputs(text: str) -> dict[str, str]:
    """Read the file of outputs as the runner does: `name<<end`, the value, `end`."""
    found: dict[str, str] = {}
    lines = iter(text.splitlines())
    for line in lines:
        name, separator, end = line.partition("<<")
        assert separator, f"no output: {line}"
        value = []
        for part in lines:
            if part == end:
                break
            value.append(part)
        found[name] = "\n".join(value)
    return found


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Run the whole action once, on a project that holds modules of a stranger."""
    folder = tmp_path_factory.mktemp("action") / "project"
    (folder / "policies").mkdir(parents=True)
    (folder / "policies" / "small.yaml").write_text(SMALL, encoding="utf-8")
    for name in STRANGERS:
        (folder / f"{name}.py").write_text('open("imported", "w")\n', encoding="utf-8")
    done = step(folder, {"sarif": "privlint.sarif"}, {"PYTHONPATH": "."})
    assert not (folder / "imported").exists()
    assert (folder / "privlint.sarif").exists(), done.log
    return done


@pytest.fixture(scope="session")
def python(checked: Ran) -> str:
    """Return the Python into whose environment the action has installed privlint."""
    found = Path(checked.outputs["report"]).parent / "venv" / "bin" / "python"
    assert found.exists()
    return str(found)
