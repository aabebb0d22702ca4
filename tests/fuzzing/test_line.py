"""Whatever somebody writes: one answer, at a place in the file, and always the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import jsonschema_rs
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from privlint.cli.main import privlint
from privlint.fixing import mended
from privlint.linting import Checked, lint
from privlint.reporters import render
from privlint.reporters.layout import Layout
from privlint.running.run import report
from privlint.schema.store import schema

from ..conftest import ROOT, SMALL, terms
from .strategies import COMMENTS, YAML, nearly_registers, registers, shuffled, written

ALL = terms()
_REPORT = jsonschema_rs.validator_for(schema("report"))
_FEW = settings(max_examples=25)


def judged(text: str) -> Checked:
    """Check a text; no rule fails, and every place lies inside it."""
    done = lint("drawn.yaml", text.encode("utf-8", "surrogatepass"), ALL)
    assert [crash.error for asked in done.inputs for crash in asked.crashes] == []
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in done.findings:
        for span in (finding.span, *(place.span for place in finding.related)):
            assert (1, 1) <= span[:2] <= span[2:]
            assert span.end_line <= len(lines)
            assert span.end_column <= len(lines[span.end_line - 1]) + 1
    return done


@given(YAML)
def test_any_text_has_an_answer(text: str) -> None:
    """It is checked, or at least one finding says why it is not."""
    done = judged(text)
    assert done.inputs[0].is_checked or done.findings


@given(nearly_registers())
@_FEW
def test_a_register_that_is_nearly_right_has_an_answer(register: Any) -> None:
    """And the report of it is valid, twice the same."""
    first, second = (judged(written(register)) for _ in range(2))
    made = render("json", report([first], ALL), Layout())
    assert _REPORT.is_valid(json.loads(made))
    assert made == render("json", report([second], ALL), Layout())


@given(registers(), st.integers(0, 99))
@_FEW
def test_the_order_of_keys_changes_nothing(register: Any, seed: int) -> None:
    """Entries under ids are found by their ids; which of several is named first may differ."""
    other = shuffled(register, Random(seed))  # noqa: S311
    codes = [sorted({(f.card.code, f.severity) for f in judged(written(one)).findings})
             for one in (register, other)]  # fmt: skip
    assert codes[0] == codes[1]


@given(st.lists(COMMENTS, max_size=4), st.booleans())
def test_any_comment_has_an_answer(comments: list[str], own_line: bool) -> None:  # noqa: FBT001
    """It ignores what it says that it ignores, or a finding says why not; nothing else changes."""
    lines = SMALL.splitlines()
    text = "\n".join([*comments, *lines] if own_line else [f"{one} {c}" for one, c in
                     zip(lines, [*comments, "", "", ""], strict=False)])  # fmt: skip
    done = judged(text + "\n")
    bare = {(one.card.code, one.message) for one in judged(SMALL).findings}
    settled = {*done.settled.findings, *done.settled.suppressed}
    assert bare <= {(one.card.code, one.message) for one in settled}
    assert all(one.suppression and one.suppression.reason for one in done.settled.suppressed)


@given(nearly_registers())
@_FEW
def test_what_is_mended_is_no_worse(register: Any) -> None:
    """No fact is another, and no finding is there that was not there, once the file is readable."""
    text = written(register, indent=1)
    before = judged(text)
    done = mended(text.encode(), lambda source: lint("drawn.yaml", source, ALL))
    after = judged(done.source.decode())
    if before.inputs[0].is_checked:
        assert len(after.findings) <= len(before.findings)
        assert after.inputs[0].is_checked
    assert sorted(_leaves(json.loads(text))) == sorted(_leaves(json.loads(done.source)))


_LINES = st.sampled_from(
    [
        *('fail-on = "warning"', 'select = ["RET001"]', 'select = ["NO"]', "select = 1", "x = 1"),
        *(
            'files = ["*.yaml"]',
            'files = ["[", "**/["]',
            'as-of = "2023-02-30"',
            "max-warnings = -1",
        ),
        *('extend = "privlint.toml"', 'baseline = "/"', "[severity]", 'RET001 = "info"', "a = ["),
        *("ignore = ['RET001']", 'rules = ["nowhere.yaml"]', 'mandatory = ["ALL"]'),
        'ignore = [{rules = ["RET001", "NO"], reason = "x\\u001b[31m", until = "2027-02-30"}]',
        "per-file-ignores = {'*a*a*a*a*a*[' = [{rules = ['RET'], reason = ' '}]}",
        *("plugins = ['no']", "'\"'", "\x00", "jurisdictions = ['xx']", "é = 'é'"),
    ]
)


@given(st.lists(_LINES, max_size=5).map("\n".join))
@settings(max_examples=40)
def test_any_configuration_has_an_answer(text: str) -> None:
    """The exit code is in the table, and what is printed is safe to print."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "privlint.toml").write_text(text, encoding="utf-8")
        (Path(folder) / "shop.yaml").write_text(SMALL, encoding="utf-8")
        config = str(Path(folder) / "privlint.toml")
        asked = ["check", str(Path(folder) / "shop.yaml"), "--config", config]
        done = CliRunner().invoke(privlint, asked, standalone_mode=True)
    assert done.exception is None or isinstance(done.exception, SystemExit), text
    assert done.exit_code in {0, 1, 2, 4}
    assert "\x1b" not in done.output


def _leaves(data: Any) -> list[str]:
    if isinstance(data, dict | list):
        parts = data.values() if isinstance(data, dict) else data
        return [leaf for part in parts for leaf in _leaves(part)]
    return [json.dumps(data)]


def test_the_reader_holds_for_half_a_minute_of_fuzzing() -> None:
    """`python fuzz/reader.py` does the same for ten minutes."""
    pytest.importorskip("atheris", reason="atheris is not there: pip install atheris")
    seconds = os.environ.get("PRIVLINT_FUZZ_SECONDS", "30")
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(ROOT / "fuzz" / "reader.py"), seconds],
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-4000:]
