"""Other tools on files of the same size, each in an environment of its own, fetched by name."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import corpus
from timing import Cost, beside, table

SCHEMA = Path(__file__).parents[1] / "schemas" / "register.schema.json"
_FROM_PYPI = ("check-jsonschema", "yamllint", "zizmor")
_FROM_NPM = ("ajv-cli", "@stoplight/spectral-cli")
_RUNS = 3
_CONCISE = ("--output-format", "concise", "--no-cache")


def install(folder: Path) -> None:
    """Fetch the peers from PyPI and npm, each into a folder of its own, if it is not there."""
    for name in _FROM_PYPI:
        if not (folder / name).exists():
            _run(sys.executable, "-m", "venv", str(folder / name))
            _run(str(folder / name / "bin" / "pip"), "install", "--quiet", name)
    for name in _FROM_NPM:
        at = folder / name.rpartition("/")[2]
        if not at.exists():
            at.mkdir(parents=True)
            _run("npm", "install", "--silent", "--prefix", str(at), name)


def _run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603


def compare(privlint: str, tools: Path, folder: Path, count: int) -> None:
    """Print what the peers cost over `count` files, as multiples of what privlint costs."""
    registers, workflows = folder / "registers", folder / "workflows"
    for each in (registers, workflows):
        each.mkdir()
    corpus.write(registers, count)
    corpus.write_workflows(workflows, count)
    ruleset = folder / "ruleset.json"
    ruleset.write_text(json.dumps(_ruleset()), encoding="utf-8")
    files = str(registers / "*.yaml")
    node = {name: tools / name / "node_modules" / ".bin" for name in ("ajv-cli", "spectral-cli")}
    python = {name: str(tools / name / "bin" / name) for name in _FROM_PYPI}
    check = [python["check-jsonschema"], "--schemafile", str(SCHEMA)]
    ajv = [str(node["ajv-cli"] / "ajv"), "validate", "--spec=draft2020", "--strict=false"]
    spectral = [str(node["spectral-cli"] / "spectral"), "lint", "--ruleset", str(ruleset)]
    commands = {
        "privlint": [privlint, "check", str(registers), *_CONCISE],
        "check-jsonschema": [*check, *_files(registers)],
        "yamllint": [python["yamllint"], str(registers)],
        "zizmor, on workflows": [python["zizmor"], "--offline", *_files(workflows)],
        "ajv-cli": [*ajv, "--validate-formats=false", "-s", str(SCHEMA), "-d", files],
        "spectral": [*spectral, files],
    }
    costs: dict[str, Cost] = beside(commands, _RUNS if count == 1 else 1)
    table(f"{count:,} files, whole command", costs, "privlint")


def _files(folder: Path) -> list[str]:
    return [str(path) for path in sorted(folder.iterdir())]


def _ruleset() -> dict[str, object]:
    """Return what makes spectral hold a file against the schema of registers."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    options = {"schema": schema, "dialect": "draft2020-12", "allErrors": True}
    shape = {"given": "$", "then": {"function": "schema", "functionOptions": options}}
    return {"rules": {"shape": {"severity": "error", **shape}}}
