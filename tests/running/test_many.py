"""Many registers, however they are checked, give the same bytes in every format."""

from __future__ import annotations

import shutil
from multiprocessing import get_all_start_methods
from pathlib import Path

import pytest

from privlint.reporters import REPORTERS, render
from privlint.reporters.layout import Layout
from privlint.running import many, run, workers
from privlint.running.means import MANY, Means
from privlint.running.setting import Options, Setting

from ..conftest import DAY, ROOT, SMALL

LAYOUT = Layout(shows_suppressed=True)
CONFIG = """\
baseline = "privlint-baseline.json"
ignore = [{rules = ["RET001"], reason = "later", owner = "@shop", until = "2027-01-01"}, "RET002"]
[severity]
DPO001 = "info"
"""
BASELINE = """\
{"version": 1, "accepted": [
  {"register": "shop1.yaml", "at": "dpo", "rule": "DPO001", "reason": "known", "owner": "@shop"},
  {"register": "shop1.yaml", "at": "gone", "rule": "DPO001", "reason": "known"}
]}
"""
IGNORED = "# privlint: ignore[CTR001, TRF001] asked on the phone (until 2027-03-01, @legal)\n"
ODD = {
    "empty.yaml": b"",
    "latin.yaml": "a: é\n".encode("latin-1"),
    "shape.yaml": b"privlint: 1\nshpo: {}\n",
    "syntax.yaml": b"a: [1\n",
    "marked.yaml": b"\xef\xbb\xbf" + IGNORED.encode() + SMALL.encode(),
    "returns.yaml": SMALL.replace("\n", "\r\n").encode(),
    "textless.yaml": SMALL.replace("nl}", "nl, text: no.txt}").encode(),
    "misspelt.yaml": SMALL.replace("statement", "statment").encode(),
}


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in a folder with the five shops, odd files, a configuration and a baseline."""
    monkeypatch.chdir(tmp_path)
    for number, shop in enumerate(sorted((ROOT / "policies").glob("*.yaml"))):
        shutil.copy(shop, f"shop{number}.yaml")
    for name, content in ODD.items():
        Path(name).write_bytes(content)
    Path("privlint.toml").write_text(CONFIG, encoding="utf-8")
    Path("privlint-baseline.json").write_text(BASELINE, encoding="utf-8")
    return [*sorted(path.name for path in tmp_path.glob("*.yaml")), "nowhere.yaml"]


def rendered(paths: list[str], means: Means) -> dict[str, str]:
    """Check the files, and return the report in each format."""
    setting = Setting(Options(as_of=DAY, wants_digests=True))
    report = run.run(paths, setting, means=means)
    assert report.crashes == ()
    return {name: render(name, report, LAYOUT) for name in REPORTERS}


@pytest.fixture
def expected(paths: list[str]) -> dict[str, str]:
    """Return the reports of a run over so few files that nothing is done to make it quick."""
    assert len(paths) < MANY
    return rendered(paths, Means())


@pytest.mark.parametrize("method", ["here", "fork", "spawn"])
def test_the_reports_are_the_same_whoever_checks(
    paths: list[str], expected: dict[str, str], method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process itself, processes forked from it, and processes that begin anew."""
    if method not in {"here", *get_all_start_methods()}:
        pytest.skip("this system cannot fork")
    monkeypatch.setattr(run, "MANY", 1)
    monkeypatch.setattr(many, "MANY", 1)
    monkeypatch.setattr(workers, "METHOD", method)
    assert rendered(paths, Means(jobs=1 if method == "here" else 2)) == expected


def test_the_reports_are_the_same_from_the_cache(
    paths: list[str], expected: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """When it is made, and when it is used."""
    monkeypatch.setattr(run, "MANY", 1)
    means = Means(remembers=True, cache_dir=tmp_path / "kept")
    assert rendered(paths, means) == expected
    asked: list[int] = []
    monkeypatch.setattr(many._Work, "__call__", _noting(asked))  # noqa: SLF001 - what is saved
    assert rendered(paths, means) == expected
    # What could not be checked is looked at again.
    unchecked = {"empty.yaml", "latin.yaml", "shape.yaml", "syntax.yaml", "nowhere.yaml"}
    assert {paths[number] for number in asked} == {*unchecked, "textless.yaml", "misspelt.yaml"}


def _noting(asked: list[int]) -> object:
    check = many._Work.__call__  # noqa: SLF001

    def note(work: many._Work, number: int) -> object:
        asked.append(number)
        return check(work, number)

    return note


def test_a_file_that_has_changed_since_it_was_checked_shows_no_other_lines(
    paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines are read when the report is written; rather none than those of another text."""
    monkeypatch.setattr(run, "MANY", 1)
    report = run.run(paths, Setting(Options(as_of=DAY)), means=Means())
    Path("shop0.yaml").write_text("# other words\n" * 900, encoding="utf-8")
    assert "other words" not in render("full", report, Layout())


def test_work_that_fails_in_another_process_fails_here() -> None:
    """A fault of privlint's own is not taken for a killed process."""
    pool: workers.Workers[int] = workers.Workers(_divide, 2, 60)
    pool.begin()
    with pool, pytest.raises(workers.WorkError, match="ZeroDivisionError"):
        list(pool.answers(range(3)))


def _divide(number: int) -> int:
    return 1 // number
