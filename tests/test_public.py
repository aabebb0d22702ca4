"""What a program gets that imports privlint is what the command tells."""

from __future__ import annotations

import gc
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import privlint

from .conftest import DAY, ROOT

if TYPE_CHECKING:
    from pathlib import Path

SHOP = ROOT / "policies" / "kleine-toppers.yaml"


def test_it_finds_what_the_command_finds(capfd: pytest.CaptureFixture[str]) -> None:
    """The same findings, at the same places."""
    report = privlint.lint(SHOP, as_of=DAY, isolated=True)
    told = [
        f"{one.path}:{one.span.start_line}:{one.span.start_column}: {one.card.code}"
        for one in report.findings
    ]
    asked = [str(SHOP), "--as-of", DAY.isoformat(), "--isolated", "-q"]
    subprocess.run(  # noqa: S603
        [sys.executable, "-m", "privlint", "check", *asked, "--output-format", "concise"],
        check=False,
    )
    printed = capfd.readouterr().out.splitlines()
    assert told
    assert [" ".join(line.split(" ")[:2]) for line in printed] == told
    assert isinstance(report, privlint.Report)
    assert {type(one) for one in report.findings} == {privlint.Finding}


def test_it_takes_rules_and_folders(tmp_path: Path) -> None:
    """As the options of the command do; what cannot be read is told, and does not raise."""
    (tmp_path / "a.yaml").write_text(SHOP.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text("a: [", encoding="utf-8")
    report = privlint.lint(tmp_path, select=["FRM002"], as_of=DAY)
    assert [one.card.family for one in report.findings] == ["statement_form", "input"]
    assert [one.is_checked for one in report.inputs] == [True, False]
    assert not privlint.lint(tmp_path / "a.yaml", ignore=["ALL"], as_of=DAY).findings


def test_what_means_nothing_raises(tmp_path: Path) -> None:
    """With a `ValueError` that says what to do."""
    with pytest.raises(ValueError, match=r"no rule answers to `RET999`"):
        privlint.lint(SHOP, select=["RET999"])
    (tmp_path / "privlint.toml").write_text("selekt = []", encoding="utf-8")
    (tmp_path / "a.yaml").write_text("privlint: 1", encoding="utf-8")
    with pytest.raises(ValueError, match=r"privlint\.toml:1:1: .*did you mean `select`"):
        privlint.lint(tmp_path / "a.yaml")


def test_there_is_what_is_told_and_no_more() -> None:
    """Every name is there; another is refused as Python refuses it."""
    assert all(getattr(privlint, name) is not None for name in privlint.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'check'"):
        _ = privlint.check


def test_the_program_that_asks_keeps_its_ways() -> None:
    """Nothing of it is kept from being collected."""
    before = gc.get_freeze_count()
    privlint.lint(SHOP, as_of=DAY)
    assert gc.get_freeze_count() == before
