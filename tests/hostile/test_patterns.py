"""No regular expression of the code base takes for ever, whatever it is held against."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from privlint.running.globs import spec

from ..conftest import SMALL
from ..house_rules.conftest import RULES, house
from .attack import attack
from .patterns import attacks, every

pytestmark = pytest.mark.hostile

PATTERNS = every()
FEW, MANY = 1_000, 4_000
TIMES = 9
"""Linear is 4 times as much, quadratic 16 times."""
AT_ONCE = 0.003
"""CPU seconds that no other question is asked about: a square of 4,000 steps takes more."""
FIRST = (25, 100, 400)
"""With fewer repetitions first: what doubles with each would not come back from more."""
TRIES = 4


def spent(run: Callable[[str], Any], text: str) -> float:
    """Return the CPU seconds of holding a pattern against a text."""
    start = time.process_time()
    run(text)
    return time.process_time() - start


def outgrows(run: Callable[[str], Any], start: str, pump: str) -> bool:
    """Tell whether the work grows faster than the text; asked again, a machine may be busy."""

    def text(signs: int) -> str:
        return start + pump * (signs // len(pump)) + "\0"

    for _ in range(TRIES):
        if any(spent(run, text(signs)) > 0.02 for signs in FIRST):
            continue
        many = spent(run, text(MANY))
        if many < AT_ONCE or many < TIMES * spent(run, text(FEW)):
            return False
    return True


def growing(pattern: str, *, is_anchored: bool) -> list[tuple[str, str]]:
    """Return the beginnings and repetitions on which a pattern outgrows the text."""
    compiled = re.compile(pattern, re.IGNORECASE)
    run = compiled.match if is_anchored else compiled.search
    return [attack for attack in attacks(pattern) if outgrows(run, *attack)]


@pytest.mark.parametrize("place", PATTERNS)
def test_the_work_of_a_pattern_grows_with_the_text(place: str) -> None:
    """On repeated words and signs of its own, with an end that does not fit."""
    pattern = PATTERNS[place]
    assert growing(pattern.text, is_anchored=pattern.is_anchored) == [], pattern.text


@pytest.mark.parametrize("pattern", [r"(a|aa)+$", r"\s+x", r"a*b?a*c", r"x.*y.*z.*0", r"(\d+)W"])
def test_what_grows_faster_is_seen(pattern: str) -> None:
    """With the square of the length, its cube, and for ever."""
    assert growing(pattern, is_anchored=False)


def test_the_patterns_are_found() -> None:
    """Those of the code, of the schemas and of the knowledge."""
    assert len(PATTERNS) > 300
    assert {place.split(":")[0].split("#")[0] for place in PATTERNS} > {
        "source/reader.py",
        "suppression/comments.py",
        "house_rules/query.py",
        "register.schema.json",
        "config.schema.json",
        "house-rules.schema.json",
        "claims.yaml",
    }


NAME = f"{'a' * 240}.yaml"
STARS = f"{'*a' * 20}*b.yaml"
DEEP = f"{'a/' * 60}shop.yaml"
FOLDERS = f"{'**/a/' * 12}b.yaml"


@pytest.mark.parametrize(("pattern", "name"), [(STARS, NAME), (FOLDERS, DEEP)])
@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("privlint.toml", "files = ['{}', '*.yaml']"),
        ("privlint.toml", "exclude = ['{}']"),
        ("privlint.toml", "per-file-ignores = {{'{}' = ['RET001']}}"),
        (".gitignore", "{}"),
    ],
    ids=["files", "exclude", "per-file-ignores", "gitignore"],
)
def test_patterns_of_file_names_cannot_take_for_ever(
    tmp_path: Path, pattern: str, name: str, file: str, content: str
) -> None:
    """In a configuration and in .gitignore, held against a name that was made for it."""
    (tmp_path / file).write_text(content.format(pattern), encoding="utf-8")
    path = tmp_path / "policies" / name
    path.parent.mkdir(parents=True)
    path.write_text(SMALL, encoding="utf-8")
    done = attack(tmp_path, *([] if content.startswith("files") else ["."]))
    assert "1 register checked" in done.output


_PARTS = ("a", "b", "*", "**", "*a*b", "a*a*", "?", "[ab]", "*a*a*b*", "*.a*.b", "a*b*a", "\\*a*")
_NAMES = ("a", "b", "aa", "ab", "aab", "abab", "aaab", "x.ab.b", "ba.aab.b", "*ab", "b.a.b")
_JOINED = st.lists(st.sampled_from(_PARTS), min_size=1, max_size=5).map("/".join)


@given(_JOINED, st.lists(st.sampled_from(_NAMES), min_size=1, max_size=6).map("/".join))
def test_patterns_of_file_names_mean_what_they_mean_in_git(pattern: str, path: str) -> None:
    """As pathspec reads them, which tries every division."""
    for told in (pattern, f"/{pattern}", f"{pattern}/"):
        for name in (path, f"{path}/"):
            wanted = GitIgnoreSpec.from_lines([told]).match_file(name)
            assert spec((told,)).match_file(name) == wanted


def test_a_pattern_of_a_house_rule_has_an_end_to_its_patience(tmp_path: Path) -> None:
    """One that doubles with each letter: the rule has failed, and the register is judged."""
    slow = "search(@.name, '(a|aa)+$')"
    rules = RULES.replace("\"!match(@.name, 'Plain Hosting|Plain Mail')\"", slow)
    house(tmp_path, rules)
    named = f"recipients: {{host: {{role: processor, name: {'a' * 60}b}}}}\n"
    (tmp_path / "shop.yaml").write_text(SMALL + named, encoding="utf-8")
    done = attack(tmp_path, "shop.yaml", seconds=2)
    assert done.code == 5
    assert "1 register checked" in done.output
