"""The job for GitLab: its shape, and what its script runs, whatever its inputs hold."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from privlint.version import HOME, VERSION

from ..conftest import ROOT, SMALL
from .conftest import TEMPLATE, program, run

SPEC, JOBS = TEMPLATE
((NAME, JOB),) = JOBS.items()
INPUTS: dict[str, Any] = SPEC["spec"]["inputs"]
STAND_IN = """\
#!/bin/sh
# Makes an environment whose pip only tells what it was asked for.
[ "$1 $2 $3" = "-I -m venv" ] || exit 9
mkdir -p "$4/bin"
cat > "$4/bin/python" <<'END'
#!/bin/sh
if [ "$3" = pip ]; then
  printf '%s\\n' "led to ${PYTHONPATH-nothing}" "$@" > "$ASKED_OF_PIP"
  exit
fi
exec "$REAL_PYTHON" "$@"
END
chmod +x "$4/bin/python"
"""


def job(python: str, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the script of the job in a folder, as a runner does."""
    programs = folder.parent / "bin"
    programs.mkdir(exist_ok=True)
    (programs / "python3").write_text(STAND_IN, encoding="utf-8")
    (programs / "python3").chmod(0o700)
    values = {name: inputs.get(name, told["default"]) for name, told in INPUTS.items()}
    variables = {
        name: re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda found: values[found[1]], told["value"])
        for name, told in JOB["variables"].items()
    }
    asked = {"ASKED_OF_PIP": str(folder.parent / "pip"), "REAL_PYTHON": python}
    path = {"PATH": f"{programs}:/usr/bin:/bin", "PYTHONPATH": "."}
    (script,) = JOB["script"]
    return run(["sh", "-e", "-c", script], folder, {**variables, **asked, **path})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder with nothing in it."""
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


def test_the_template_is_valid(tmp_path: Path) -> None:
    """What it takes and what it makes, each as GitLab's schema has it."""
    for number, part in enumerate(TEMPLATE):
        path = tmp_path / f"{number}.yml"
        path.write_text(yaml.safe_dump(part), encoding="utf-8")
        schema = ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
        done = run([program("check-jsonschema"), *schema, str(path)], tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr


def test_every_input_is_used_and_none_stands_in_the_script() -> None:
    """They reach the script as variables, which GitLab does not expand once more."""
    used = re.findall(r"\$\[\[ inputs\.([\w-]+) \]\]", json.dumps(JOBS))
    assert set(used) == set(INPUTS)
    assert "$[[" not in "".join(JOB["script"])
    assert all(told["expand"] is False for told in JOB["variables"].values())


def test_the_template_installs_the_release_it_came_with(python: str, project: Path) -> None:
    """Whoever pins the template by its tag pins privlint."""
    assert INPUTS["version"]["default"] == VERSION
    head = (ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8").partition("spec:")[0]
    assert f"{HOME}/raw/v{VERSION}/ci/gitlab.yml" in head
    job(python, project)
    asked = (project.parent / "pip").read_text(encoding="utf-8").splitlines()
    assert asked[-1] == f"privlint=={VERSION}"
    assert asked[:2] == ["led to nothing", "-I"]


@pytest.mark.parametrize(
    ("version", "is_one"), [("1.2.3", True), ("1.0rc1", True), ("x", False), ("1 --pre", False)]
)
def test_a_version_is_a_version(version: str, is_one: bool) -> None:  # noqa: FBT001
    """GitLab refuses what the pattern does not match."""
    assert bool(re.search(INPUTS["version"]["regex"], version)) is is_one


def test_findings_fail_the_job_and_are_written_for_the_merge_request(
    python: str, project: Path
) -> None:
    """The two reports that the job hands over are those that were written."""
    (project / "shop.privacy.yaml").write_text(SMALL, encoding="utf-8")
    done = job(python, project)
    assert done.returncode == 1, done.stderr
    assert "--> shop.privacy.yaml:" in done.stdout
    reports = JOB["artifacts"]["reports"]
    written = {path.name for path in project.iterdir()} - {"shop.privacy.yaml"}
    assert written == set(reports.values())
    (first, *_) = json.loads((project / reports["codequality"]).read_text(encoding="utf-8"))
    assert first["location"]["path"] == "shop.privacy.yaml"
    assert JOB["artifacts"]["when"] == "always"


def test_the_gate_and_further_options_are_handed_on(python: str, project: Path) -> None:
    """`fail-on` decides; options are split at blanks."""
    (project / "small.yaml").write_text(SMALL, encoding="utf-8")
    inputs = {"paths": "small.yaml", "args": "--select DPO --output-format json=a.json"}
    done = job(python, project, **inputs, **{"fail-on": "never"})
    assert done.returncode == 0, done.stderr
    found = json.loads((project / "a.json").read_text(encoding="utf-8"))["findings"]
    assert {finding["family"] for finding in found} == {"dpo"}
    done = job(python, project, paths="small.yaml", baseline="no such.json")
    assert done.returncode == 2
    assert "no such.json" in done.stderr


@pytest.mark.parametrize(
    "name", ["two words.yaml", "; touch pwned; #.yaml", "$(touch pwned).yaml", "--x.yaml", "*.yaml"]
)
def test_a_name_is_a_name_and_nothing_else(name: str, python: str, project: Path) -> None:
    """It is checked whatever it looks like; nothing is run, expanded, or taken for an option."""
    (project / name).write_text(SMALL, encoding="utf-8")
    (project / "other.yaml").write_text("a: [", encoding="utf-8")
    done = job(python, project, paths=f"{name}\n")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "1 register checked" in " ".join(done.stdout.split())
    assert not (project / "pwned").exists()


def test_what_cannot_be_checked_fails_the_job(python: str, project: Path) -> None:
    """With the exit code of privlint."""
    (project / "broken.yaml").write_text("privlint: [1\n", encoding="utf-8")
    assert job(python, project, paths="broken.yaml", **{"fail-on": "never"}).returncode == 4
    assert job(python, project).returncode == 3
