"""What the documentation shows can be copied: it is valid, and names only what exists."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from privlint.version import HOME, VERSION

from ..conftest import ROOT, privlint
from .conftest import ACTION, HOOKS, TEMPLATE, program, run

PAGE = ROOT / "docs" / "pipelines.md"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NAMED = re.compile(r"(?:#|//) (\S+)\n")
"""The first line of a block says which file it is."""

SCHEMAS = {
    ".github/workflows/": ["--builtin-schema", "vendor.github-workflows"],
    ".gitlab-ci.yml": ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
    "azure-pipelines.yml": ["--builtin-schema", "vendor.azure-pipelines"],
    "privlint.toml": ["--schemafile", str(ROOT / "schemas" / "config.schema.json")],
    "register.schema.json": ["--schemafile", str(ROOT / "schemas" / "register.schema.json")],
    "house-rules.schema.json": ["--schemafile", str(ROOT / "schemas" / "house-rules.schema.json")],
}
COMMAND = re.compile(r"(?<![\w/-])(?:\S*/bin/)?privlint ([a-z][a-z-]*(?: [a-z]+)?)\b(.*)")
OPTION = re.compile(r"(?<!\S)--[a-z][a-z-]*")


class Snippet(NamedTuple):
    """A block of a page: where it begins, its language, and what it holds."""

    page: Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        """Name it in a list of tests."""
        return f"{self.page.name}:{self.line}"

    @property
    def file(self) -> str:
        """The file that it is, or a part of."""
        told = NAMED.match(self.text)
        schema = re.match(r"# yaml-language-server: \$schema=\S*/(\S+)\n", self.text)
        if told or schema:
            return told[1] if told else schema[1] if schema else ""
        if self.language == "toml":
            return "pyproject.toml" if "[project" in self.text else "privlint.toml"
        return ".pre-commit-config.yaml" if self.text.startswith("repos:\n") else ""


def snippets(page: Path) -> Iterator[Snippet]:
    """Yield the blocks of a page."""
    text = page.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        yield Snippet(page, text.count("\n", 0, found.start()) + 2, found[1], found[2])


SNIPPETS = [one for page in (ROOT / "README.md", PAGE) for one in snippets(page)]
DATA = [one for one in SNIPPETS if one.language in {"yaml", "toml"}]
SHELL = [one for one in SNIPPETS if one.language in {"", "sh", "console", "groovy"}]


def loaded(file: str, page: Path = PAGE) -> list[Any]:
    """Return what the blocks of a page hold that are such a file."""
    return [yaml.safe_load(one.text) for one in DATA if one.page == page and one.file == file]


def steps() -> list[dict[str, Any]]:
    """Return the steps of the workflows that are shown."""
    workflows = loaded(".github/workflows/privacy.yml")
    return [one for told in workflows for job in told["jobs"].values() for one in job["steps"]]


@pytest.mark.parametrize("snippet", DATA, ids=str)
def test_a_file_that_is_shown_is_valid(snippet: Snippet, tmp_path: Path) -> None:
    """By the schema of what it is; a part that is no whole file can at least be read."""
    path = tmp_path / f"file.{snippet.language}"
    path.write_text(snippet.text, encoding="utf-8")
    if snippet.file == ".pre-commit-config.yaml":
        done = run([program("pre-commit"), "validate-config", str(path)], tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
        return
    schema = next((told for name, told in SCHEMAS.items() if snippet.file.startswith(name)), None)
    assert schema or snippet.page != PAGE, "say in the first line which file this is"
    if schema is None:
        (tomllib.loads if snippet.language == "toml" else yaml.safe_load)(snippet.text)
        return
    done = run([program("check-jsonschema"), *schema, str(path)], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("snippet", SHELL, ids=str)
def test_a_command_that_is_shown_can_be_read_by_a_shell(snippet: Snippet) -> None:
    """`bash -n` reads it; of a session only what is typed, of a Jenkinsfile what `sh` is given."""
    script = snippet.text
    if snippet.language == "console":
        script = "\n".join(re.findall(r"^\$ (.*)$", script, re.MULTILINE))
    elif snippet.language == "groovy":
        assert script.count("{") == script.count("}")
        script = "\n".join(re.findall(r"sh '''\n(.*?)'''", script, re.DOTALL))
    assert script.strip()
    done = run(["bash", "-n", "-c", script], ROOT)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("snippet", SNIPPETS, ids=str)
def test_the_options_that_are_shown_exist(snippet: Snippet) -> None:
    """`--help` of the command tells of each."""
    for command, options in commands(snippet.text):
        told = options_of(command)
        assert options <= told, f"privlint {command} has no {options - told}"


def commands(text: str) -> Iterator[tuple[str, set[str]]]:
    """Yield the commands of a block, with the options that they are given."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        found = COMMAND.search(line.partition("#")[0])
        if found is None:
            continue
        rest = [found[2]]
        for further in lines[number + 1 :]:
            if not further.strip().startswith("--"):
                break
            rest.append(further.strip())
        first, _, second = found[1].partition(" ")
        command = f"{first} {second}" if first in {"baseline", "config"} and second else first
        yield command, set(OPTION.findall(" ".join(rest).partition("&&")[0]))


@cache
def options_of(command: str) -> frozenset[str]:
    """Return the options of a command."""
    done = privlint(ROOT, *command.split(), "--help")
    assert done.returncode == 0, f"there is no command {command}: {done.stderr}"
    return frozenset(re.findall(r"(?<![\w-])--[a-z][a-z-]*", done.stdout))


def test_options_are_looked_for_where_commands_go_on() -> None:
    """The test above sees the second line of a folded command, and what is no option of it."""
    text = "- >-\n  privlint check --no-such\n  --output-format junit=a.xml\nwhen: --never\n"
    assert [*commands(text)] == [("check", {"--no-such", "--output-format"})]
    assert "--no-such" not in options_of("check")


def test_every_version_that_is_shown_is_the_one_at_hand() -> None:
    """A release changes them all."""
    text = "".join(one.text for one in SNIPPETS)
    shown = re.findall(
        r"privlint==(\S+)|privlint@v(\S+)|privlint/raw/v([^/]+)/"
        rf"|repo: {re.escape(HOME)}\n +rev: v(\S+)",
        text,
    )
    assert len(shown) >= 8
    assert {version for found in shown for version in found if version} == {VERSION}


def test_the_hooks_that_are_shown_exist() -> None:
    """Each with its place in the table."""
    repos = [repo for told in loaded(".pre-commit-config.yaml") for repo in told["repos"]]
    assert {repo["repo"] for repo in repos} == {HOME}
    assert {hook["id"] for repo in repos for hook in repo["hooks"]} == set(HOOKS)
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in text for name in HOOKS)


def test_the_audit_of_the_workflows_that_are_shown_finds_nothing(tmp_path: Path) -> None:
    """Tags are shown, since they can be read; else what is copied is as strict as what we use."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    shown = [one for one in DATA if one.file.startswith(".github/workflows/")]
    for number, one in enumerate(shown):
        (folder / f"{number}.yml").write_text(one.text, encoding="utf-8")
    tags = {"rules": {"unpinned-uses": {"config": {"policies": {"*": "ref-pin"}}}}}
    (tmp_path / "zizmor.yml").write_text(yaml.safe_dump(tags), encoding="utf-8")
    done = run([program("zizmor"), "--offline", "--no-progress", "."], tmp_path)
    assert shown
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_is_shown_with_inputs_that_it_has() -> None:
    """And every input and every output has its place in a table."""
    owner = HOME.removeprefix("https://github.com/")
    (used,) = (one for one in steps() if one.get("uses", "").startswith(f"{owner}@"))
    assert set(used["with"]) <= set(ACTION["inputs"])
    rows = "\n".join(re.findall(r"^\| (`.*?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    listed = set(re.findall(r"`([\w-]+)`", rows)) - set(HOOKS)
    assert listed == set(ACTION["inputs"]) | set(ACTION["outputs"])
    read = re.findall(r"steps\.privlint\.outputs\.([\w-]+)", json.dumps(steps()))
    assert read
    assert set(read) <= set(ACTION["outputs"])


def test_the_template_is_shown_with_inputs_that_it_has() -> None:
    """All of them are named on the page."""
    inputs = set(TEMPLATE[0]["spec"]["inputs"])
    (included,) = (told["include"][0] for told in loaded(".gitlab-ci.yml") if "include" in told)
    assert set(included["inputs"]) <= inputs
    assert (ROOT / included["remote"].partition(f"/v{VERSION}/")[2]).is_file()
    (sentence,) = re.findall(r"Its inputs are (.*?);", PAGE.read_text(encoding="utf-8"))
    assert set(re.findall(r"`([\w-]+)`", sentence)) == inputs
