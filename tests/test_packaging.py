"""The wheel holds all that the main job needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


@pytest.mark.parametrize(
    ("lang", "title"),
    [("nl", "Privacyverklaring"), ("fr", "Déclaration"), ("de", "Datenschutzerklärung")],
)
def test_the_wheel_writes_statements_in_other_languages(
    installed: Path, tmp_path: Path, lang: str, title: str
) -> None:
    """The catalogues ship with it, compiled, and so does the page."""
    (tmp_path / "shop.yaml").write_text(BAD, encoding="utf-8")
    command = [str(installed / "privlint"), "export", "shop.yaml", "--to", "statement"]
    done = run([*command, "--lang", lang, "--output-format", "html"], tmp_path)
    assert done.returncode == 0, done.stderr
    assert title in done.stdout
    assert "pip install 'privlint[reading]'" in done.stderr


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
