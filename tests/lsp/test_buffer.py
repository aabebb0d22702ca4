"""What is a register, and what is found in it while it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import DiagnosticSeverity, Position, Range

from privlint.lsp.buffer import Buffer
from privlint.lsp.diagnostics import diagnostics
from privlint.lsp.terms import terms_for

from ..conftest import ROOT, SMALL

BOMB = "privlint: 1\na: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("path", "text", "is_register"),
    [
        ("policies/shop.yaml", "", True),
        ("policies/shop.yml", "", True),
        ("shop.privacy.yaml", "", True),
        ("policies/shop.json", SMALL, False),
        ("policies/deep/shop.yaml", "a: 1", False),
        ("other.yaml", SMALL, True),
        ("other.yaml", "a:\n  privlint: 1\n", False),
        ("other.yaml", "# yaml-language-server: $schema=x/register.schema.json\n", True),
        ("compose.yaml", "services: {}\n", False),
        ("README.md", "privlint: 1\n", False),
    ],
)
def test_a_register_is_known_by_its_place_or_by_what_it_says(
    path: str, text: str, *, is_register: bool
) -> None:
    """Other YAML is left alone."""
    buffer = Buffer(f"file:///shop/{path}", text, path=f"/shop/{path}")
    assert buffer.is_register is is_register
    assert is_register or not diagnostics(buffer)


def test_a_buffer_without_a_file_is_a_register_if_it_is_yaml_and_says_so() -> None:
    """Editors give a name to what was never saved."""
    assert Buffer("untitled:Untitled-1", SMALL, language="yaml").is_register
    assert not Buffer("untitled:Untitled-1", SMALL, language="markdown").is_register


def test_a_finding_has_all_that_an_editor_can_show() -> None:
    """Range, severity, code, its page, its law, its further places."""
    text = (ROOT / "policies/kleine-toppers.yaml").read_text(encoding="utf-8")
    buffer = Buffer("file:///policies/kleine-toppers.yaml", text)
    told = diagnostics(buffer)
    assert len(told) == len(buffer.findings) > 10
    for one, finding in zip(told, buffer.findings, strict=True):
        assert one.range.start.line == finding.span.start_line - 1
        assert one.source == "privlint"
        assert one.code == finding.card.code
        assert one.code_description is not None
        assert one.code_description.href.endswith(
            f"#{finding.card.code.lower()}-{finding.card.name}"
        )
        assert one.message.startswith(finding.message)
        assert all(law in one.message for law in finding.law)
        assert len(one.related_information or ()) == len(finding.related)
    assert {one.severity for one in told} >= {DiagnosticSeverity.Error, DiagnosticSeverity.Warning}
    assert any(one.related_information for one in told)


def test_a_column_is_right_behind_an_emoji_and_with_other_line_ends() -> None:
    """Editors count units of UTF-16, and lines that end with CR LF."""
    for text in (SMALL, SMALL.replace("\n", "\r\n")):
        buffer = Buffer("file:///policies/a.yaml", text.replace("Small Shop, ", "🍒, contry: 1, "))
        (found,) = diagnostics(buffer)
        assert found.range == Range(Position(1, 17), Position(1, 23)), found


def test_what_is_not_yaml_is_one_finding_at_its_place() -> None:
    """With no others, which would speak of half a register."""
    (found,) = diagnostics(Buffer("file:///policies/a.yaml", f"{SMALL}dpo: [\n"))
    assert found.code == "INP008"
    assert found.severity is DiagnosticSeverity.Error


def test_a_finding_that_is_answered_for_is_not_shown() -> None:
    """Nor counted."""
    before = {one.card.code for one in Buffer("file:///policies/a.yaml", SMALL).findings}
    text = f"# privlint: ignore[CTL001] agreed\n{SMALL}"
    after = {one.card.code for one in Buffer("file:///policies/a.yaml", text).findings}
    assert before - after == {"CTL001"}


def test_the_text_of_the_statement_is_read_beside_the_register(tmp_path: Path) -> None:
    """As `privlint check` does."""
    (tmp_path / "statement.txt").write_text("Wij doen niets.\n", encoding="utf-8")
    text = SMALL.replace("language: nl", "language: nl, text: statement.txt").replace(
        "country: BE}", "country: BE}\ndpo: {status: not_appointed, cite: {section: none}}"
    )
    path = str(tmp_path / "shop.privacy.yaml")
    codes = {one.code for one in diagnostics(Buffer(f"file://{path}", text, path=path))}
    assert "TRC003" in codes


@pytest.mark.parametrize(
    ("text", "code"),
    [(BOMB, "INP010"), ("privlint: 1\n" + "a: b\n" * 400_001, "INP005"), ("\ud800: x", None)],
    ids=["bomb", "large", "half"],
)
def test_a_hostile_buffer_is_a_finding(text: str, code: str | None) -> None:
    """And nothing that is asked of it takes long or fails."""
    buffer = Buffer("file:///policies/a.yaml", text)
    found = diagnostics(buffer)
    assert code is None or [one.code for one in found] == [code]
    assert buffer.outline is not None


def test_the_terms_are_made_once_a_day() -> None:
    """Not once a keystroke."""
    assert terms_for("a.yaml") is terms_for("b.yaml")
