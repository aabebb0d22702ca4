"""Comments that ignore a finding: where they reach, and what is wrong with them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.suppression.conftest import REGISTER, counted, settled

ALL = ["DPO001 1", "RET001 4", "CON001 7"]


def with_comment(line: int, comment: str, *, above: bool = False) -> str:
    """Put a comment at the end of a line, or on a line of its own above it."""
    lines = REGISTER.splitlines()
    if above:
        indent = len(lines[line - 1]) - len(lines[line - 1].lstrip())
        lines.insert(line - 1, " " * indent + comment)
    else:
        lines[line - 1] += f"  {comment}"
    return "\n".join(lines) + "\n"


def test_without_a_comment_all_is_found() -> None:
    """Else the other tests would prove nothing."""
    assert counted(REGISTER) == ALL


@pytest.mark.parametrize(
    "name", ["CON001", "consent-withdrawal-not-mentioned", "con-001", "con001"]
)
def test_a_comment_at_the_end_of_a_line_covers_what_starts_there(name: str) -> None:
    """By code or by name, however that is written."""
    text = with_comment(7, f"# privlint: ignore[{name}] said in the form")
    assert counted(text) == ["DPO001 1", "RET001 4"]
    (found,) = settled(text).suppressed
    assert found.suppression is not None
    assert (found.suppression.kind, found.suppression.reason) == ("comment", "said in the form")
    assert found.suppression.path == "policies/a.yaml"


def test_a_comment_above_a_key_covers_it_and_what_is_below() -> None:
    """And nothing beside it."""
    text = with_comment(5, "# privlint: ignore[CON001] said in the form", above=True)
    assert counted(text) == ["DPO001 1", "RET001 4"]
    beside = with_comment(3, "# privlint: ignore[CON001] said in the form", above=True)
    assert counted(beside) == ["DPO001 1", "SUP001 3", "RET001 5", "CON001 8"]


def test_a_comment_before_the_first_key_covers_the_file() -> None:
    """What is absent has no line of its own."""
    text = f"# privlint: ignore[DPO001, CON001, RET001] a shop on paper\n{REGISTER}"
    assert counted(text) == []
    assert len(settled(text).suppressed) == 3


def test_a_comment_at_the_end_of_the_first_line_covers_what_has_that_line() -> None:
    """An absent DPO is told there, and a purpose further down is not covered."""
    text = with_comment(1, "# privlint: ignore[DPO001] a small shop")
    assert counted(text) == ["RET001 4", "CON001 7"]


def test_owner_and_last_day_are_read() -> None:
    """In any order, at the end."""
    for tail in ("(until 2027-03-01, @legal)", "(@legal, until 2027-03-01)"):
        (found,) = settled(with_comment(7, f"# privlint: ignore[CON001] a form {tail}")).suppressed
        assert found.suppression is not None
        assert found.suppression.owner == "@legal"
        assert found.suppression.until == date(2027, 3, 1)
        assert found.suppression.reason == "a form"


def test_brackets_that_say_something_else_belong_to_the_reason() -> None:
    """Not every bracket is a term."""
    (found,) = settled(with_comment(7, "# privlint: ignore[CON001] a form (see page 2)")).suppressed
    assert found.suppression is not None
    assert found.suppression.reason == "a form (see page 2)"


@pytest.mark.parametrize(
    ("comment", "code", "told"),
    [
        ("ignore[CON001]", "SUP003", "the ignore of `CON001` gives no reason"),
        ("ignore[CON001] (until 2027-03-01)", "SUP003", "gives no reason"),
        ("ignore[CON001] say why", "SUP003", "gives no reason"),
        ("ignore[CON001] form (until 2026-11-21)", "SUP004", "counted until 2026-11-21"),
        ("ignore[CON01] form", "SUP002", "no rule answers to `CON01`; did you mean `CON001`?"),
        ("ignore[CON] form", "SUP002", "`CON` is more than one rule"),
        ("ignore[consent] form", "SUP002", "`consent` is more than one rule"),
        ("ignore[ALL] form", "SUP002", "`ALL` is more than one rule"),
        ("ignore[INP016] form", "SUP002", "`INP016` cannot be ignored"),
        ("ignore[SUP003] form", "SUP002", "`SUP003` cannot be ignored"),
        ("ignore[]", "SUP005", "it names no rule"),
        ("ignore form", "SUP005", "this comment cannot be read"),
        ("ignore", "SUP005", "this comment cannot be read"),
        ("disable[CON001] form", "SUP005", "this comment cannot be read"),
        ("ignore[CON001 form", "SUP005", "this comment cannot be read"),
        ("ignore[CON001] form (until tomorrow)", "SUP005", "`tomorrow` is no day"),
        ("ignore[CON001] form (until 2027-02-30)", "SUP005", "`2027-02-30` is no day"),
        ("ignore[CON001] form (@legal, x)", "SUP005", "`x` is neither"),
        ("ignore[CON001] form until 2027-03-01", "SUP005", "stands in brackets at the end"),
    ],
)
def test_what_is_wrong_with_a_comment_is_found_and_hides_nothing(
    comment: str, code: str, told: str
) -> None:
    """The finding that was to be ignored is there as well."""
    found = settled(with_comment(7, f"# privlint: {comment}")).findings
    wrong = [one for one in found if one.card.code == code]
    assert [told in one.message for one in wrong] == [True]
    assert wrong[0].span.start_line == 7
    assert "CON001" in {one.card.code for one in found}


def test_the_last_day_still_counts() -> None:
    """An ignore is over on the day after."""
    text = with_comment(7, "# privlint: ignore[CON001] a form (until 2026-11-22)")
    assert counted(text) == ["DPO001 1", "RET001 4"]
    assert counted(text, day=date(2026, 11, 23)) == [*ALL, "SUP004 7"]


def test_an_unused_ignore_is_found_only_if_its_rule_was_asked() -> None:
    """A run of a few rules says nothing of the others."""
    text = with_comment(9, "# privlint: ignore[CON001] a form")
    assert "SUP001 9" in counted(text)
    assert "SUP001 9" not in counted(text, "RET001", "DPO001")


def test_of_two_rules_only_the_unused_one_is_told_and_taken_out() -> None:
    """The fix leaves the other, and every other byte."""
    text = with_comment(7, "# privlint: ignore[DPO001, CON001] a form")
    (found,) = [one for one in settled(text).findings if one.card.code == "SUP001"]
    assert found.message == "nothing is found here by `DPO001`"
    assert found.fix is not None
    (edit,) = found.fix.edits
    mended = text[: edit.start] + edit.text + text[edit.end :]
    assert mended == with_comment(7, "# privlint: ignore[CON001] a form")


@pytest.mark.parametrize("above", [True, False])
def test_the_fix_of_an_unused_ignore_leaves_nothing_behind(*, above: bool) -> None:
    """Neither a space at the end of a line, nor an empty line."""
    text = with_comment(9, "# privlint: ignore[CON001] a form", above=above)
    (found,) = [one for one in settled(text).findings if one.card.code == "SUP001"]
    assert found.fix is not None
    (edit,) = found.fix.edits
    assert text[: edit.start] + edit.text + text[edit.end :] == REGISTER


def test_a_mandatory_rule_cannot_be_ignored() -> None:
    """Neither here nor anywhere else."""
    text = with_comment(7, "# privlint: ignore[CON001] a form")
    assert counted(text, mandatory=frozenset({"CON001"})) == [*ALL, "SUP007 7"]


@pytest.mark.parametrize(
    "value",
    [
        '"x # privlint: ignore[CON001] no comment"',
        "'x # privlint: ignore[CON001] no comment'",
        "x#privlint:ignore[CON001]",
        "|\n      x # privlint: ignore[CON001] no comment\n      # privlint: ignore[CON001] x",
        '"x\n    # privlint: ignore[CON001] no comment"',
    ],
)
def test_a_hash_inside_a_text_is_no_comment(value: str) -> None:
    """Quoted, plain, or in a block."""
    text = REGISTER.replace("    kind:", f"    title: {value}\n    kind:")
    assert {code.split()[0] for code in counted(text)} == {"DPO001", "RET001", "CON001"}
    assert settled(text).suppressed == ()


def test_the_head_of_a_block_of_text_can_carry_one() -> None:
    """It stands behind the bar, before the text begins."""
    comment = "# privlint: ignore[CON001] a form"
    text = REGISTER.replace("    kind:", f"    title: | {comment}\n      x\n    kind:")
    assert "SUP001 6" in counted(text)


def test_a_comment_behind_a_text_of_several_lines_covers_where_it_began() -> None:
    """There is no other place for it."""
    text = REGISTER.replace("nl}", 'nl,\n  title: "a\n  b"} # privlint: ignore[FRM001] a draft')
    assert counted(text, "FRM001") == ["FRM001 3", "SUP001 5"]
    moved = REGISTER.replace("language: nl}", 'language: "n\\\n  l"} # privlint: ignore[FRM001] x')
    assert counted(moved, "FRM001") == []


def test_a_key_that_is_commented_out_is_no_ignore() -> None:
    """`# privlint: 1` is the first line of many a draft."""
    assert counted(f"# privlint: 1\n#privlint: 2\n{REGISTER}") == [
        "DPO001 3",
        "RET001 6",
        "CON001 9",
    ]


def test_two_ignores_stand_in_one_comment() -> None:
    """Each has its own reason."""
    text = with_comment(1, "# privlint: ignore[DPO001] small # privlint: ignore[CTL001] draft")
    assert counted(text, "DPO001", "CTL001") == []


def test_a_comment_above_nothing_is_told() -> None:
    """It may have lost its key."""
    text = f"{REGISTER}# privlint: ignore[CON001] a form\n"
    (found,) = [one for one in settled(text).findings if one.card.code == "SUP005"]
    assert found.message == "nothing stands under this comment that it could speak of"


def test_a_comment_above_an_item_covers_the_item() -> None:
    """Lists have no keys."""
    text = with_comment(9, "# privlint: ignore[SRC001, DAT001] an item", above=True)
    assert not [code for code in counted(text, "RET001") if "RET" in code and "9" in code]


def test_lines_end_as_they_like() -> None:
    """With CR LF, a BOM, and no line break at the end."""
    text = with_comment(7, "# privlint: ignore[CON001] a form").replace("\n", "\r\n").rstrip()
    assert counted(f"\ufeff{text}") == ["DPO001 1", "RET001 4"]


def test_a_thousand_comments_cost_no_more_each() -> None:
    """Every one is found."""
    lines = "\n".join(f"# privlint: ignore[X{n}] x" for n in range(1000))
    assert len(counted(f"{lines}\n{REGISTER}")) == 1003
