"""Whether the two examples of a rule show what they say: they are its tests and its documentation.

An example is a fragment of a register, laid over a small lawful one (`plain.yaml`) as a merge
patch (RFC 7396): null removes a key, lists are replaced. In the violating example a line that is
marked `# <- RET001` is flagged by that rule; no other line is, and nothing in the compliant one.
"""

from __future__ import annotations

import inspect
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from privlint.judging import judge
from privlint.register.build import build
from privlint.schema.shape import misshapen
from privlint.source.reader import ReadError, read
from privlint.source.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from privlint.knowledge.facts import Facts
    from privlint.rule import Rule
    from privlint.source.document import Document

_PACKAGE = Path(__file__).parent
_MARK = re.compile(r"#\s*<-\s*([A-Z]{3}\d{3}(?:\s*,\s*[A-Z]{3}\d{3})*)")

Mark = tuple[int, str]
"""A line of an example, from 1, and the code of a rule that flags it."""


class ExampleError(ValueError):
    """An example that is no fragment of a register; `line` is the place in it, from 1."""

    def __init__(self, message: str, line: int) -> None:
        """Say what is wrong, and on which line."""
        super().__init__(message)
        self.line = line


def plain_path() -> Path:
    """Return the path of the register that examples are laid over."""
    shipped = _PACKAGE / "plain.yaml"
    beside = _PACKAGE.parents[1] / "tests" / "registers" / shipped.name
    return shipped if shipped.exists() else beside


def marks(example: str) -> frozenset[Mark]:
    """Return the lines that an example marks."""
    return frozenset(
        (number, code.strip())
        for number, line in enumerate(inspect.cleandoc(example).splitlines(), start=1)
        for mark in _MARK.findall(line)
        for code in mark.split(",")
    )


def flags(example: str, text: str, rules: Iterable[Rule], facts: Facts) -> frozenset[Mark]:
    """Return the lines of an example that rules flag; `text` is that of its statement, if any.

    Raises `ExampleError`, and whatever a rule raises.
    """
    fragment = _fragment(example)
    document = _laid_over_plain(fragment)
    register = build(document.data, document.written)
    told = Text(text, register.statement.sections) if text else None
    judged = judge(register, facts, rules, told)
    for crash in judged.crashes:
        raise crash.error
    return frozenset(
        (fragment.locate(flag.where).start_line, card.code) for card, flag in judged.raised
    )


def faults(rule: Rule, rules: Iterable[Rule], facts: Facts) -> Iterator[tuple[str, int, str]]:
    """Yield what is wrong with the examples of a rule: which one, on which line, and what."""
    card, rules = rule.card, tuple(rules)
    for name, example, text in (
        ("compliant", card.compliant, card.compliant_text),
        ("violating", card.violating, card.violating_text),
    ):
        wanted = marks(example) if name == "violating" else frozenset()
        if name == "violating" and card.code not in {code for _, code in wanted}:
            yield name, 1, f"no line is marked `# <- {card.code}`"
        try:
            found = flags(example, text, rules, facts)
        except ExampleError as error:
            yield name, error.line, str(error)
            continue
        except Exception as error:  # noqa: BLE001 - the other rules are to be tested all the same
            yield name, 1, f"a rule fails here: {type(error).__name__}: {error}"
            continue
        for line, code in sorted(found - wanted):
            yield name, line, f"{code} flags this line, and it is not marked"
        for line, code in sorted(wanted - found):
            yield name, line, f"this line is marked, and {code} does not flag it"


def merged(target: Any, patch: Any) -> Any:
    """Apply a merge patch (RFC 7396)."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


def _fragment(example: str) -> Document:
    try:
        return read(inspect.cleandoc(example).encode())
    except ReadError as error:
        raise ExampleError(error.message, error.span.start_line) from None


def _laid_over_plain(fragment: Document) -> Document:
    data = merged(_plain(), fragment.data)
    document = read(json.dumps(data, ensure_ascii=False).encode())
    for wrong in misshapen(document):
        raise ExampleError(wrong.message, fragment.locate(wrong.where).start_line)
    return document


@cache
def _plain() -> Any:
    return read(plain_path().read_bytes()).data
