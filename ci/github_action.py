"""What the GitHub action does: install privlint by itself, check, and tell the workflow.

The inputs come as `INPUT_*` variables, never as text of a script, so that nothing in them is run.
Only the standard library is at hand here: this runs before anything is installed. It is started
with `python -I`, and starts Python so itself: what lies in the folder that is checked, which is
that of a stranger's pull request, is never imported.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
"""The checkout of the action: the privlint of the very ref that the workflow pins."""

USAGE = 2
"""The exit code of privlint for a wrong option; here also for one that cannot be installed."""
REPORTED = frozenset({0, 1, 4, 5})
"""The exit codes with which privlint has written its reports."""

VERSION = re.compile(r"[0-9][0-9A-Za-z.!+]*")
COUNTS = {"errors": "error", "warnings": "warning", "notes": "info"}
"""Outputs of the action, by what the report calls them."""


class InputError(Exception):
    """An input of the action that cannot be used, or a privlint that cannot be had."""


def main() -> int:
    """Install, check and tell; return the exit code of privlint."""
    folder = Path(tempfile.mkdtemp(prefix="privlint-", dir=os.environ.get("RUNNER_TEMP")))
    report = folder / "report.json"
    try:
        arguments = check_arguments(report)
        python = install(folder / "venv", wanted(given("version")))
    except InputError as error:
        sys.stdout.write(f"::error title=privlint::{escaped(str(error))}\n")
        code = USAGE
    else:
        sys.stdout.flush()
        code = run([python, *arguments])
    tell(outputs(code, report))
    return code


def check_arguments(report: Path) -> list[str]:
    """Return what is asked of Python: to run `privlint check` with what the inputs say."""
    arguments = ["-I", "-X", "utf8", "-m", "privlint", "check"]
    arguments += ["--output-format=github", f"--output-format=json={report}"]
    if given("sarif"):
        arguments.append(f"--output-format=sarif={given('sarif')}")
    arguments += [f"--{name}={given(name)}" for name in ("fail-on", "baseline") if given(name)]
    try:
        arguments += shlex.split(given("args"))
    except ValueError as error:
        raise InputError(f"the input `args` cannot be split into words: {error}") from None
    paths = [line.strip() for line in given("paths").splitlines() if line.strip()]
    # Behind `--`, a name that starts with a dash is a name.
    return [*arguments, "--", *paths]


def given(name: str) -> str:
    """Return an input without the blanks around it; an input that was not given is empty."""
    return os.environ.get(f"INPUT_{name.upper().replace('-', '_')}", "").strip()


def wanted(version: str) -> str:
    """Return what pip is to install: a release, or the checkout of the action."""
    if not version:
        return str(CHECKOUT)
    if not VERSION.fullmatch(version):
        raise InputError(f"the input `version` is no version, such as 1.2.3: {version}")
    return f"privlint=={version}"


def install(folder: Path, requirement: str) -> str:
    """Install privlint into an environment of its own, and return the Python of that."""
    python = str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    pip = [python, "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for command in ([sys.executable, "-I", "-m", "venv", str(folder)], [*pip, requirement]):
        if run(command):
            raise InputError(f"{requirement} could not be installed; the log says why")
    return python


def run(command: list[str]) -> int:
    """Run a command, and return its exit code as a shell would."""
    # pip starts Pythons without -I, and PYTHONPATH may lead into the project.
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    code = subprocess.run(command, env=env, check=False).returncode  # noqa: S603 - no shell
    return code if code >= 0 else 128 - code


def outputs(code: int, report: Path) -> dict[str, str]:
    """Return the outputs of the action; what a run that did not come to it cannot tell is empty."""
    told = {"exit-code": str(code), **dict.fromkeys([*COUNTS, "report", "sarif-file"], "")}
    if code in REPORTED and report.exists():
        summary = json.loads(report.read_text(encoding="utf-8"))["summary"]
        told |= {name: str(summary[word]) for name, word in COUNTS.items()}
        told |= {"report": str(report), "sarif-file": given("sarif")}
    return told


def tell(told: dict[str, str]) -> None:
    """Write outputs where the runner reads them; no value can end itself and begin another."""
    path = os.environ.get("GITHUB_OUTPUT")
    if not path:
        return
    with Path(path).open("a", encoding="utf-8", newline="\n") as file:
        for name, value in told.items():
            end = f"end_{secrets.token_hex(16)}"
            file.write(f"{name}<<{end}\n{value}\n{end}\n")


def escaped(text: str) -> str:
    """Write a text so that it is one command to the runner, and no more."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


if __name__ == "__main__":
    sys.exit(main())
