"""A new register is valid at once, tells nothing that was not said, and is filled in by steps."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from privlint.finding import Finding
from privlint.running.run import run
from privlint.schema.shape import misshapen
from privlint.schema.store import schema, schema_path
from privlint.source.reader import read

from ..conftest import privlint, terms

SECTION = re.compile(r"^(?:# )?([a-z_]+):", re.MULTILINE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder of a shop."""
    shop = tmp_path / "Toy Shop"
    shop.mkdir()
    return shop


def begun(folder: Path, *options: str) -> Path:
    """Begin a register, and return its file."""
    done = privlint(folder, "init", "policies/toys.yaml", *options)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "policies" / "toys.yaml"


def blocks(text: str) -> list[str]:
    """Divide a register into its sections."""
    return text.split("\n\n")


def name_of(block: str) -> str | None:
    """Return the key of a section, whether it is commented out or not."""
    found = SECTION.search(block)
    return found[1] if found else None


def uncommented(block: str) -> str:
    """Take `# ` away from the lines of a section that are no explanation."""
    lines = block.splitlines()
    return "\n".join(line if line.startswith("##") else line.removeprefix("# ") for line in lines)


def test_a_new_register_runs_at_once(folder: Path) -> None:
    """It lies where `check` finds it; only the list of what is to be done is told."""
    done = privlint(folder, "init")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("policies/toy-shop.yaml\npolicies/register.schema.json\n")
    checked = privlint(folder, "check", "--jurisdiction", "be,nl", "--output-format", "concise")
    assert checked.returncode == 0
    finding, *_ = checked.stdout.splitlines()
    assert re.match(r"policies/toy-shop\.yaml:\d+:1: REG002 ", finding)
    assert "; 1 note" in checked.stdout


@pytest.mark.parametrize("options", [[], ["--name", "Toys", "--country", "be", "--language", "NL"]])
def test_a_new_register_has_no_finding_but_the_list(folder: Path, options: list[str]) -> None:
    """Whatever is given at the beginning."""
    report = run([str(begun(folder, *options))], terms())
    assert [finding.card.code for finding in report.findings] == ["REG002"]
    assert report.crashes == ()


def test_a_new_register_says_nothing_that_was_not_said(folder: Path) -> None:
    """What has to stand there is listed as not looked at."""
    data = read(begun(folder).read_bytes()).data
    assert set(data) == {"privlint", "shop", "statement", "todo"}
    assert set(data["todo"]) >= {"shop.name", "shop.country", "statement"}
    assert data["statement"] == {"note": "not read yet"}


def test_what_is_given_stands_there_and_off_the_list(folder: Path) -> None:
    """Country and language are taken in either case."""
    data = read(
        begun(folder, "--name", 'Toys "R": #1', "--country", "be", "--language", "NL").read_bytes()
    ).data
    assert data["shop"] == {"name": 'Toys "R": #1', "country": "BE"}
    assert data["statement"] == {"language": "nl"}
    assert not {"shop.name", "shop.country"} & set(data["todo"])


def test_every_section_of_the_format_is_there_and_on_the_list(folder: Path) -> None:
    """A new section of the schema asks for one here."""
    text = begun(folder).read_text(encoding="utf-8")
    sections = [name for name in map(name_of, blocks(text)) if name]
    known = [*schema("register")["properties"]]
    assert sections == known
    todo = read(text.encode()).data["todo"]
    assert [name for name in todo if "." not in name] == [
        name for name in known if name not in {"privlint", "shop", "todo"}
    ]


def test_it_can_be_filled_in_section_by_section(folder: Path) -> None:
    """After each step it is of the right shape, and what is still listed is not judged."""
    parts = blocks(begun(folder).read_text(encoding="utf-8"))
    for number, part in enumerate(parts):
        name = name_of(part)
        if name in {None, "privlint", "todo"}:
            continue
        parts[number] = uncommented(part)
        parts[-1] = re.sub(rf"^  - {name}(\..*)?\n?", "", parts[-1], flags=re.MULTILINE)
        if not parts[-1].rstrip().endswith("todo:"):
            text = "\n\n".join(parts)
            document = read(text.encode())
            assert misshapen(document) == (), name
            assert name in document.data
            report = _judged(folder, text)
            waiting = set(document.data["todo"])
            assert not {str(finding.where[0]) for finding in report if finding.where} & waiting
    assert misshapen(read("\n\n".join(parts[:-1]).encode())) == ()
    codes = {finding.card.code for finding in _judged(folder, "\n\n".join(parts[:-1]) + "\n")}
    assert "REG002" not in codes


def _judged(folder: Path, text: str) -> tuple[Finding, ...]:
    path = folder / "filled.yaml"
    path.write_text(text, encoding="utf-8")
    report = run([str(path)], terms())
    assert report.crashes == ()
    return tuple(report.findings)


def test_what_is_taken_off_the_list_is_judged(folder: Path) -> None:
    """Also where it is absent: then the statement is silent."""
    register = begun(folder)
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("  - complaint\n", ""), encoding="utf-8")
    done = privlint(folder, "check", "--output-format", "concise")
    assert done.returncode == 1
    assert "CPL001" in done.stdout or "complain" in done.stdout


def test_the_schema_lies_beside_it(folder: Path) -> None:
    """Where the first line points, so that editors find it without a network."""
    register = begun(folder)
    first = register.read_text(encoding="utf-8").splitlines()[0]
    name = first.removeprefix("# yaml-language-server: $schema=")
    assert (register.parent / name).read_bytes() == schema_path("register").read_bytes()


def test_a_schema_that_is_there_is_left_as_it_is(folder: Path) -> None:
    """It may be of another version, and somebody's; how to renew it is told."""
    (folder / "policies").mkdir()
    beside = folder / "policies" / "register.schema.json"
    beside.write_text("{}", encoding="utf-8")
    done = privlint(folder, "init")
    assert done.returncode == 0
    assert "privlint schema register > policies/register.schema.json" in done.stdout
    assert beside.read_text(encoding="utf-8") == "{}"


def test_a_register_that_is_there_is_not_written_over(folder: Path) -> None:
    """Unless one insists."""
    (folder / "shop.yaml").write_text("precious", encoding="utf-8")
    done = privlint(folder, "init", "shop.yaml")
    assert done.returncode == 2
    assert "shop.yaml is there already (--force replaces it)" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["shop.yaml"]
    assert (folder / "shop.yaml").read_text(encoding="utf-8") == "precious"
    assert privlint(folder, "init", "shop.yaml", "--force").returncode == 0
    assert (folder / "shop.yaml").read_text(encoding="utf-8") != "precious"


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        ([], "policies/toy-shop.yaml"),
        (["--name", "Bébé & Co."], "policies/bébé-co.yaml"),
        (["."], "toy-shop.yaml"),
        (["shops/"], "shops/toy-shop.yaml"),
        (["a/b/toys.privacy.yml"], "a/b/toys.privacy.yml"),
    ],
)
def test_the_file_is_where_one_looks_for_it(
    folder: Path, arguments: list[str], written: str
) -> None:
    """Missing folders are made, and nothing else is left."""
    done = privlint(folder, "init", *arguments)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == written
    files = {path for path in folder.rglob("*") if path.is_file()}
    register = folder / written
    assert files == {register, register.with_name("register.schema.json")}
    assert misshapen(read(register.read_bytes())) == ()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["toys"], "toys is no folder, and no .yaml file: write toys.yaml, or toys/"),
        (["toys.json"], "write toys.json.yaml"),
        (["file/toys.yaml"], "file cannot be written: File exists"),
        ([f"{'x' * 300}.yaml"], "cannot be written: File name too long"),
        (["toys.yaml", "--country", "UK"], "`UK` cannot stand for `shop.country`"),
        (["toys.yaml", "--language", "nl: x"], "does not fit `statement.language`"),
        (["toys.yaml", "--name", "a\x1bb"], "`a\\u001bb` holds what cannot be printed"),
        (["toys.yaml", "--name", ""], "shop.name"),
    ],
)
def test_what_cannot_be_written_exits_with_2(
    folder: Path, arguments: list[str], message: str
) -> None:
    """It is said what it is, and nothing is left behind."""
    (folder / "file").touch()
    done = privlint(folder, "init", *arguments)
    assert done.returncode == 2
    assert message in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert [path.name for path in folder.iterdir()] == ["file"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_folder_that_cannot_be_written_to_exits_with_2(folder: Path) -> None:
    """With its path."""
    folder.chmod(0o500)
    done = privlint(folder, "init")
    folder.chmod(0o700)
    assert done.returncode == 2
    assert "policies cannot be written: Permission denied" in done.stderr
