"""Each option of `check` that chooses, gates or tells, as a user gives it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from privlint.cli.exit_codes import CLEAN, FOUND, NO_INPUTS, UNCHECKED, USAGE
from tests.conftest import privlint
from tests.suppression.conftest import REGISTER

DAY = ("--as-of", "2026-11-22")
MILD = ("--config", "mild.toml")
FEW = ("--select", "RET001,CON001,DPO001")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a folder with one register, in which three things are found."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "a.yaml").write_text(REGISTER)
    (tmp_path / "mild.toml").write_text('select = ["RET001"]\nseverity = {RET001 = "warning"}\n')
    return tmp_path


def told(folder: Path, *arguments: str) -> list[str]:
    """Return the codes that a check tells."""
    done = privlint(folder, "check", *DAY, "--output-format", "jsonl", *arguments)
    assert done.returncode in {CLEAN, FOUND}, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return [row["code"] for row in rows if "message" in row and row["suppressed"] is None]


ROWS = [
    (("--select", "RET001"), ["RET001"]),
    (("--select", "retention-missing"), ["RET001"]),
    ((*FEW,), ["DPO001", "RET001", "CON001"]),
    ((*FEW, "--ignore", "RET001"), ["DPO001", "CON001"]),
    (("--select", "RET,CON001", "--ignore", "RET"), ["CON001"]),
    (("--select", "RET001", "--extend-select", "CON001"), ["RET001", "CON001"]),
    ((*FEW, "--per-file-ignores", "policies/*:RET001,DPO001"), ["CON001"]),
    ((*FEW, "--per-file-ignores", "drafts/*:RET001"), ["DPO001", "RET001", "CON001"]),
    ((*FEW, "--min-severity", "error"), ["RET001", "CON001"]),
    (("--select", "ALL", "--ignore", "ALL", "--mandatory", "CON001"), ["CON001"]),
    ((*FEW, "--exclude", "drafts"), ["DPO001", "RET001", "CON001"]),
]


@pytest.mark.parametrize(("arguments", "found"), ROWS, ids=" ".join)
def test_selection(shop: Path, arguments: tuple[str, ...], found: list[str]) -> None:
    """What is selected is asked, and nothing else."""
    assert told(shop, *arguments) == found


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--select", "RET001"), FOUND),
        (("--select", "RET001", "--fail-on", "never"), CLEAN),
        (("--select", "RET001", "--exit-zero"), CLEAN),
        (("--select", "DPO001", "--fail-on", "info"), CLEAN),
        ((*MILD,), CLEAN),
        ((*MILD, "--fail-on", "warning"), FOUND),
        ((*MILD, "--max-warnings", "1"), CLEAN),
        ((*MILD, "--max-warnings", "0"), FOUND),
        ((*MILD, "--max-warnings", "0", "--exit-zero"), CLEAN),
        (("gone.yaml", "--exit-zero"), UNCHECKED),
        (("gone.yaml", "--fail-on", "never"), UNCHECKED),
        (("policies/a.yaml", "--exclude", "policies", "--force-exclude"), CLEAN),
        (("policies/a.yaml", "--exclude", "policies", "--select", "RET001"), FOUND),
        (("--exclude", "policies"), NO_INPUTS),
        (("--max-warnings", "-1"), USAGE),
        (("--select", ""), USAGE),
        (("--per-file-ignores", "RET001"), USAGE),
        (("--min-severity", "eror"), USAGE),
        (("-q", "-v"), USAGE),
        (("--mandatory", "RTE001"), USAGE),
        (("--baseline", "gone.json"), USAGE),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else str(one),
)
def test_gates(shop: Path, arguments: tuple[str, ...], code: int) -> None:
    """Each exit code is the one of the table, and no gate hides what could not be checked."""
    done = privlint(shop, "check", *DAY, *arguments)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_the_configuration_says_the_same(shop: Path) -> None:
    """Each option that a project sets once has a key of its name."""
    config = shop / "privlint.toml"
    mild = (shop / "mild.toml").read_text()
    config.write_text(f'fail-on = "warning"\noutput-format = "concise"\n{mild}')
    done = privlint(shop, "check", *DAY)
    assert done.returncode == FOUND
    assert done.stdout.startswith("policies/a.yaml:4:1: RET001")
    config.write_text(f"max-warnings = 0\n{mild}")
    assert privlint(shop, "check", *DAY).returncode == FOUND
    assert privlint(shop, "check", *DAY, "--max-warnings", "5").returncode == CLEAN
    assert privlint(shop, "check", *DAY, "--isolated", "--exit-zero").stdout.count("-->") > 5


def test_ignores_of_the_configuration_obey_what_comments_obey(shop: Path) -> None:
    """They need a reason, they expire, and unused ones are found, at their place in the file."""
    (shop / "privlint.toml").write_text(
        'select = ["RET001", "CON001", "DPO001"]\n'
        'ignore = ["DPO001", {rules = ["RET001"], reason = "on paper", owner = "@me"}]\n'
        "[per-file-ignores]\n"
        '"policies/*" = [{rules = ["CON001"], reason = "form", until = "2020-01-01"}]\n'
        '"policies/a.yaml" = [{rules = ["consent-withdrawal-not-mentioned"], reason = "x"}]\n'
    )
    done = privlint(shop, "check", *DAY, "--output-format", "concise")
    lines = [line.split(": ")[1].split()[0] for line in done.stdout.splitlines()[:-1]]
    assert lines == ["DPO001", "SUP003", "SUP004"]
    assert "privlint.toml:2:12: SUP003" in done.stdout
    assert "privlint.toml:4:17: SUP004" in done.stdout


def test_an_unused_ignore_of_the_configuration_is_told_only_when_all_was_checked(
    shop: Path,
) -> None:
    """A hook that is given one file cannot know."""
    (shop / "policies" / "b.yaml").write_text(REGISTER.replace("[{basis: consent}]", "[]"))
    (shop / "privlint.toml").write_text(
        'select = ["COO001"]\nignore = [{rules = ["COO001"], reason = "no cookies"}]\n'
    )
    assert "SUP001" not in privlint(shop, "check", *DAY, "policies/a.yaml").stdout
    assert "SUP001" in privlint(shop, "check", *DAY).stdout
    assert "SUP001" not in privlint(shop, "check", *DAY, "--select", "RET001").stdout


def test_each_register_has_its_own_configuration(shop: Path) -> None:
    """The closest one above it, wherever the command runs."""
    (shop / "privlint.toml").write_text('select = ["RET001"]\n')
    (shop / "other").mkdir()
    (shop / "other" / "b.yaml").write_text(REGISTER)
    (shop / "other" / ".privlint.toml").write_text('select = ["CON001"]\n')
    done = privlint(shop, "check", *DAY, "policies", "other", "--output-format", "concise")
    assert [line.split(": ")[1].split()[0] for line in done.stdout.splitlines()[:-1]] == [
        "RET001",
        "CON001",
    ]


def test_quiet_and_verbose(shop: Path) -> None:
    """One tells nothing but findings, the other what is set, on standard error."""
    quiet = privlint(shop, "check", *DAY, *FEW, "-q", "--output-format", "concise")
    assert len(quiet.stdout.splitlines()) == 3
    (shop / "privlint.toml").write_text("")
    verbose = privlint(shop, "check", *DAY, *FEW, "-v")
    assert "privlint: configuration privlint.toml: 1 register" in verbose.stderr
    assert verbose.stdout == privlint(shop, "check", *DAY, *FEW).stdout


def test_statistics_and_suppressed(shop: Path) -> None:
    """How often each rule found something; and what is not counted, with the reason."""
    done = privlint(shop, "check", *DAY, *FEW, "--statistics")
    assert "RET001" in done.stdout
    assert "-->" not in done.stdout
    path = shop / "policies" / "a.yaml"
    path.write_text(REGISTER.replace("consent}]", "consent}] # privlint: ignore[CON001] a form"))
    assert "a form" not in privlint(shop, "check", *DAY, *FEW, "-q").stdout
    assert "a form" in privlint(shop, "check", *DAY, *FEW, "--show-suppressed").stdout


def test_the_default_format_adapts(shop: Path) -> None:
    """In a log of GitHub Actions it is annotations; in a pipe it has no colour."""
    in_log = privlint(shop, "check", *DAY, *FEW, env={"GITHUB_ACTIONS": "true"})
    assert in_log.stdout.startswith("::")
    piped = privlint(shop, "check", *DAY, *FEW)
    assert piped.stdout.startswith("warning[DPO001]")
    assert "\x1b" not in piped.stdout


def test_a_baseline_is_made_kept_and_pruned(shop: Path) -> None:
    """Create, then nothing counts; what is new counts; what is gone is found, and pruned."""
    name = "privlint-baseline.json"
    assert privlint(shop, "baseline", "update", *FEW).returncode == USAGE
    made = privlint(shop, "baseline", "create", *FEW, "--reason", "before", "--owner", "@me")
    assert made.returncode == CLEAN, made.stderr
    assert made.stdout == f"{name}: 3 accepted, 3 of them new, 0 taken out\n"
    assert privlint(shop, "baseline", "create", *FEW).returncode == USAGE
    assert privlint(shop, "check", *FEW, "-q").stdout == ""
    entries = json.loads((shop / name).read_text())["accepted"]
    assert {(one["reason"], one["owner"]) for one in entries} == {("before", "@me")}

    path = shop / "policies" / "a.yaml"
    path.write_text(REGISTER.replace("consent}]", "consent, withdrawal: {how: [email]}}]"))
    stale = privlint(shop, "check", *FEW, "--output-format", "concise")
    assert f"{name}:" in stale.stdout
    assert "SUP006 CON001 at purposes.newsletter.legal_basis[consent]" in stale.stdout
    assert "SUP006" not in privlint(shop, "check", "--select", "RET001").stdout
    pruned = privlint(shop, "baseline", "prune", *FEW)
    assert pruned.stdout == f"{name}: 2 accepted, 0 of them new, 1 taken out\n"
    assert privlint(shop, "check", *FEW, "-q").stdout == ""

    path.write_text(REGISTER)
    assert "CON001" in privlint(shop, "check", *FEW).stdout
    updated = privlint(shop, "baseline", "update", *FEW, "--reason", "later")
    assert updated.stdout == f"{name}: 3 accepted, 1 of them new, 0 taken out\n"
    reasons = {
        one["rule"]: one["reason"] for one in json.loads((shop / name).read_text())["accepted"]
    }
    assert reasons == {"CON001": "later", "RET001": "before", "DPO001": "before"}


def test_a_baseline_says_nothing_of_what_was_not_checked(shop: Path) -> None:
    """Neither is its entry stale, nor is it pruned."""
    (shop / "policies" / "b.yaml").write_text(REGISTER)
    assert privlint(shop, "baseline", "create", *FEW).returncode == CLEAN
    (shop / "policies" / "b.yaml").write_text("privlint: 1\nshop: {name: b}\n")
    only = privlint(shop, "check", *FEW, "policies/a.yaml", "-q")
    assert only.stdout == ""
    assert "6 accepted" in privlint(shop, "baseline", "prune", *FEW, "policies/a.yaml").stdout
    (shop / "policies" / "b.yaml").unlink()
    assert "3 accepted" in privlint(shop, "baseline", "prune", *FEW).stdout


def test_a_broken_baseline_stops_the_run(shop: Path) -> None:
    """With its place, and exit code 2."""
    (shop / "privlint-baseline.json").write_text("{\n<<<<<<< HEAD\n")
    done = privlint(shop, "check", *FEW)
    assert done.returncode == USAGE
    assert "privlint-baseline.json:2:1: this is not JSON" in done.stderr


def test_the_list_of_suppressions(shop: Path) -> None:
    """Every ignore with reason, owner, last day, and whether it is used."""
    text = REGISTER.replace(
        "consent}]", "consent}] # privlint: ignore[CON001, DPO001] a form (until 2099-01-01, @me)"
    )
    (shop / "policies" / "a.yaml").write_text(text)
    privlint(shop, "baseline", "create", "--select", "RET001", "--reason", "old")
    done = privlint(shop, "suppressions", *FEW)
    assert done.stdout.splitlines() == [
        "policies/a.yaml:7: CON001 (1 found, until 2099-01-01, @me): a form",
        "policies/a.yaml:7: DPO001 (unused, until 2099-01-01, @me): a form",
        "privlint-baseline.json:4: RET001 at policies/a.yaml: purposes (1 found): old",
        "3 suppressions.",
    ]
    rows = json.loads(privlint(shop, "suppressions", "--output-format", "json").stdout)
    assert [row["state"] for row in rows] == ["used", "unused", "used"]
    few = privlint(shop, "suppressions", "--select", "RET001").stdout
    assert "CON001 (not asked" in few


def test_the_configuration_is_shown_with_the_origin_of_each_value(shop: Path) -> None:
    """What is printed can be read as a configuration again."""
    (shop / "base.toml").write_text('mandatory = ["RET001"]\n')
    (shop / "privlint.toml").write_text(
        'extend = "base.toml"\nselect = ["RET"]\n[severity]\nRET001 = "info"\n'
    )
    done = privlint(shop, "config", "show", "policies/a.yaml")
    assert done.returncode == CLEAN
    assert 'select = ["RET"]  # privlint.toml:2:1' in done.stdout
    assert 'mandatory = ["RET001"]  # base.toml:1:1' in done.stdout
    assert 'fail-on = "error"  # default' in done.stdout
    (shop / "again.toml").write_text(done.stdout)
    again = privlint(shop, "config", "show", "--config", "again.toml")
    assert again.returncode == CLEAN, again.stderr
    assert 'select = ["RET"]  # again.toml' in again.stdout
    told_ = json.loads(privlint(shop, "config", "show", "--output-format", "json").stdout)
    assert told_["values"]["select"] == [{"value": ["RET"], "origin": "privlint.toml:2:1"}]
    (shop / "privlint.toml").write_text("selcet = []\n")
    wrong = privlint(shop, "config", "show")
    assert wrong.returncode == USAGE
    assert "privlint.toml:1:1: `selcet` is not known" in wrong.stderr
    assert "did you mean `select`?" in wrong.stderr


def test_a_path_that_leads_nowhere_stops_no_other(shop: Path) -> None:
    """It is told as an input, with exit code 4."""
    long = "x" * 300 + "/a.yaml"
    done = privlint(shop, "check", *DAY, *FEW, long, "policies", "--output-format", "concise")
    assert done.returncode == UNCHECKED, done.stderr
    assert "INP002" in done.stdout
    assert "RET001" in done.stdout


def test_nothing_hides_that_a_text_could_not_be_read(shop: Path) -> None:
    """Neither the baseline, nor a severity, nor an ignore; and each command says so."""
    text = REGISTER.replace("statement: {", "statement: {text: gone.txt, ")
    assert text != REGISTER
    comment = "# privlint: ignore[TRC008] it is on its way\n"
    (shop / "policies" / "a.yaml").write_text(comment + text)
    (shop / "privlint.toml").write_text('min-severity = "error"\nseverity = {TRC008 = "info"}\n')
    gone = "policies/gone.txt cannot be checked"
    for command in ("baseline create", "baseline update", "suppressions", "check --diff"):
        done = privlint(shop, *command.split())
        assert (done.returncode, gone in done.stderr) == (4, True), command
    base = json.loads((shop / "privlint-baseline.json").read_text())
    assert "TRC008" not in {entry["rule"] for entry in base["accepted"]}
    by_hand = {"register": "policies/a.yaml", "at": "statement.text", "rule": "TRC008"}
    base["accepted"].append({**by_hand, "reason": "by hand"})
    (shop / "privlint-baseline.json").write_text(json.dumps(base))
    done = privlint(shop, "check", "--output-format", "concise")
    assert done.returncode == 4
    assert ": TRC008 policies/gone.txt cannot be read" in done.stdout
