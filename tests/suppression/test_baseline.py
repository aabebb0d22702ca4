"""The baseline accepts what was found on a day, wherever its lines have gone since."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from privlint.suppression.baseline import Baseline, BaselineError, Entry, accepted, load, written
from tests.conftest import DAY
from tests.suppression.conftest import REGISTER, counted, settled

NAME = "policies/a.yaml"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def of(text: str, *selectors: str, **changed: object) -> Baseline:
    """Return a baseline of all that is found in a register."""
    entries = accepted(settled(text, *selectors).findings, Baseline(Path("b.json"), ()))
    return Baseline(Path("b.json"), [one.replace(reason="old", **changed) for one in entries])


def test_what_was_accepted_does_not_count() -> None:
    """It is told with its reason where that is asked for."""
    base = of(REGISTER)
    assert counted(REGISTER, baseline=base) == []
    done = settled(REGISTER, baseline=base)
    assert {one.suppression.kind for one in done.suppressed if one.suppression} == {"baseline"}


def test_it_survives_moved_lines_and_keys_in_another_order() -> None:
    """A place is told by ids."""
    head, purposes = REGISTER.split("purposes:")
    moved = f"purposes: # first\n\n{purposes}{head}".replace(
        "purposes: # first\n\n\n", "purposes:\n"
    )
    assert len(counted(moved)) == 3
    assert counted(moved, baseline=of(REGISTER)) == []


def test_items_of_a_list_are_told_by_what_they_say() -> None:
    """A group of data keeps its entry when another one is written before it."""
    group = "      - categories: [email]\n        source: data_subject\n"
    kept = "      - {categories: [address, name], source: data_subject, retention: {period: P1Y}}\n"
    first, second = REGISTER.replace(group, group + kept), REGISTER.replace(group, kept + group)
    (entry,) = of(first, "RET001").entries
    assert entry.at == "purposes.newsletter.data[email].retention"
    assert counted(second, "RET001", baseline=of(first, "RET001")) == []


def test_what_is_new_counts() -> None:
    """Another rule, another place, or one more of the same."""
    base = of(REGISTER, "RET001", "DPO001")
    assert counted(REGISTER, baseline=base) == ["CON001 7"]
    twice = of(REGISTER)
    none = Baseline(twice.path, [one.replace(register="policies/b.yaml") for one in twice.entries])
    assert len(counted(REGISTER, baseline=none)) == 3


@pytest.mark.parametrize(
    "changed", [{"until": date(2026, 11, 21)}, {"reason": ""}], ids=["expired", "no reason"]
)
def test_an_entry_obeys_what_comments_obey(changed: dict[str, object]) -> None:
    """A reason, and a last day."""
    base = Baseline(Path("b.json"), [one.replace(**changed) for one in of(REGISTER).entries])
    assert len(counted(REGISTER, baseline=base)) == 3
    assert date(2026, 11, 21) < DAY


def test_a_mandatory_rule_is_not_accepted() -> None:
    """Whatever the baseline says."""
    found = counted(REGISTER, baseline=of(REGISTER), mandatory=frozenset({"CON001"}))
    assert found == ["CON001 7"]


def test_it_is_sorted_and_has_an_entry_a_line(tmp_path: Path) -> None:
    """So that a diff shows what was accepted; and what was written is read back."""
    entries = [
        Entry("b.yaml", "x", "RET001", 2, "why", "@me", date(2027, 1, 2)),
        Entry("a.yaml", "y", "RET001", 1, 'a \u2028 "reason"'),
        Entry("a.yaml", "y", "CON001", 1, "why"),
    ]
    text = written(entries)
    rows = [line for line in text.splitlines() if '"rule"' in line]
    assert [row.split('"rule": ')[1][:8] for row in rows] == ['"CON001"', '"RET001"', '"RET001"']
    (tmp_path / "b.json").write_text(text, encoding="utf-8")
    base = load(tmp_path / "b.json")
    assert sorted(base.entries, key=lambda one: one.key) == sorted(entries, key=lambda one: one.key)
    assert [span.start_line for span in base.spans().values()] == [4, 5, 6]
    assert written([]) == '{\n  "version": 1,\n  "accepted": []\n}\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "b.json:1:1: this is not JSON"),
        ("{\n<<<<<<< HEAD\n", "b.json:2:1: this is not JSON"),
        ("[" * 100_000, "b.json: this cannot be read"),
        ('{"version": 1}', "`accepted` is missing"),
        ('{"version": 2, "accepted": []}', "`version` can only be `1`"),
        ('{"version": 1, "accepted": [{"register": "a"}]}', "`at` is missing"),
        (
            (
                '{"version": 1, "accepted": [{"register": "a", "at": "", "rule": "RET001",'
                ' "reason": "x", "until": "2026-02-30"}]}'
            ),
            "`2026-02-30` is no day",
        ),
    ],
)
def test_a_broken_one_is_refused_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    """Half a merge accepts nothing."""
    (tmp_path / "b.json").write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError) as caught:
        load(Path("b.json"))
    assert told in str(caught.value)


def test_one_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """Missing, a folder, or not UTF-8."""
    with pytest.raises(BaselineError, match="no such file"):
        load(Path("nowhere.json"))
    with pytest.raises(BaselineError, match="it is no file"):
        load(tmp_path)
    (tmp_path / "b.json").write_bytes(b"\xff")
    with pytest.raises(BaselineError, match="not UTF-8"):
        load(Path("b.json"))
