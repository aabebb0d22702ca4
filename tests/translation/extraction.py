"""Collect what catalogues have to hold: texts of cards, templates of messages, words of reports.

Rules are not marked for translation: whatever reads like a text in the file of a rule, outside its
card and its docstrings, is a template of its messages or a part of one.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

import privlint
from privlint import form
from privlint.catalogue import catalogue
from privlint.report import Unasked
from privlint.reporters.answers import BASELINE
from privlint.rule import Card, Certainty, Severity
from privlint.schema.store import schema
from privlint.translation.catalogues import CARDS, MESSAGES
from privlint.translation.messages import FIXES, JOINTS, SHARED
from privlint.translation.reports import PARTS
from privlint.translation.templates import template
from privlint.translation.words import REPORT

SOURCES = Path(privlint.__file__).parent

FAMILIES = {
    "INP": (
        "source/[!s]*.py", "source/scalars.py", "schema/shape.py", "schema/wording.py",
        "running/inputs.py", "running/patience.py", "running/workers.py",
    ),
    "KNO": ("form.py",),
    "STY": ("key_order.py",),
    "SUP": (
        "suppression/comments.py", "suppression/ignores.py", "suppression/standing.py",
        "running/accounts.py",
    ),
    "TRC": ("tracing.py", "source/statement.py", "running/statements.py"),
    FIXES: ("finding.py", "key_order.py", "suppression/standing.py"),
    SHARED: ("nearest.py",),
}  # fmt: skip
"""Where the messages of the line's own faults are written, and what several share: patterns."""

_DEFS = schema("register")["$defs"]


def _spoken(*lists: list[str]) -> Iterator[str]:
    """Yield ids as rules write them into messages."""
    return (one.replace("_", " ") for ids in lists for one in ids)


INSERTED = (
    *(f"{{n}} {unit}" for unit in ("year", "years", "month", "months", "week", "weeks")),
    *(f"{{n}} {unit}" for unit in ("day", "days", "hour", "hours", "minute", "minutes")),
    *(f"{kind} cookies" for kind in _spoken(_DEFS["cookie"]["properties"]["kind"]["enum"])),
    "cookies of no stated kind",
    *_spoken(_DEFS["legal_basis"]["properties"]["basis"]["enum"]),
    *_spoken(
        _DEFS["channels"]["items"]["enum"],
        _DEFS["controller"]["properties"]["channels"]["items"]["properties"]["channel"]["enum"],
    ),
)
"""What several rules put into their messages, and no text of one file holds."""

WORDS = {
    "COO004": ("statistics", "personalisation", "advertising", "social"),
    "COO008": ("content", *_spoken(_DEFS["embed"]["properties"]["what"]["enum"])),
    "CON001": ("everything",),
    "CON002": ("everything",),
    "CPL003": (" once",),
    "CTL004": ("e-mail",),
    "DAT002": (
        "health", "belief",
        "pharmacy", "medical_aids", "dietary", "erotic", "religious", "political", "lgbt",
    ),
    "INP": ("text", "nothing"),
    "MKT002": ("prospects", "visitors"),
    "RET005": tuple(_spoken(_DEFS["retention_entry"]["properties"]["from"]["enum"])),
    "RET006": ("{kinds} is kept", "{kinds} are kept"),
    "RET009": tuple(_spoken(_DEFS["retention_entry"]["properties"]["until"]["enum"])),
    "RIG002": ("erasure", "rectification"),
}  # fmt: skip
"""Single words that a rule puts into its messages, and ids that it writes as words."""

KNOWN = {
    "decisions": "name",
    "instruments": "name",
    "statutory": "duty",
    "misnomers": "why",
    "non_duties": "why",
    "dead_references": "now",
    "former_names": "now",
}
"""Fields of the legal facts that stand in messages."""

COMMANDS = ("cli/asked.py", "cli/explain.py")
"""What says something beside reports."""

NO_TEXTS = frozenset(
    {
        "data protection officer", "délégué à la protection",
        "exceeded maximum nesting depth",
        "{instance} does not match {pattern}",
        "# privlint: ignore[RET001] reason (until 2027-03-01, @owner)",
        "in force", "no rule", "no reason", "say why",
        "{stem}{ending}", "{transfer_safeguard}-{transfer_generation}",
    }
)  # fmt: skip
"""What reads like a text, and is compared with, or shown as it is."""

_LAW = re.compile(
    r"(GDPR|CJEU|EDPB|WP\d+|NL|BE)\b"
    r"|(found|did not find|could not find|mapping values|block sequence) "  # libyaml's own
)
_TEMPLATE = re.compile(r"[^{}]*(\{\w+\}[^{}]*)*")


def cards() -> tuple[Card, ...]:
    """Return every card there is, by code."""
    own = (form.INPUTS, form.TRACES, form.SUPPRESSIONS, form.KNOWLEDGE, form.OPTIONAL)
    found = [*(rule.card for rule in catalogue()), *(c for kind in own for c in kind.values())]
    return tuple(sorted(found, key=lambda card: card.code))


def extracted() -> dict[str, Catalog]:
    """Collect what the catalogues of each domain have to hold."""
    of_cards, messages = Catalog(), Catalog()
    for card in cards():
        for part in PARTS:
            if text := getattr(card, part):
                of_cards.add(text, context=f"{card.code} {part}")
    for context, text in _texts():
        messages.add(text, context=context, flags=["python-brace-format"] * ("{" in text))
    for text in _marked():
        many = isinstance(text, tuple)
        shown = text[0] if isinstance(text, tuple) else text
        flags = ["python-brace-format"] * ("{" in shown)
        messages.add(text if many else shown, context=REPORT, flags=flags)
    return {CARDS: of_cards, MESSAGES: messages}


def _texts() -> Iterator[tuple[str, str]]:
    for rule in catalogue():
        module = rule.check.__module__.replace(".", "/")
        for text in templates(SOURCES.parent / f"{module}.py"):
            yield rule.card.code, text
    yield from ((code, word) for code, words in WORDS.items() for word in words)
    for context, names in FAMILIES.items():
        for path in (path for name in names for path in sorted(SOURCES.glob(name))):
            for text in templates(path):
                # Titles of fixes are sentences; messages start small.
                if (context == FIXES) == text[:1].isupper():
                    yield context, text
    yield from ((SHARED, text) for text in (*JOINTS[2:], *INSERTED, *_known()))


def _known() -> Iterator[str]:
    rows = json.loads((SOURCES / "knowledge/compiled.json").read_text(encoding="utf-8"))["rows"]
    for table, field in KNOWN.items():
        found = rows[table].values() if isinstance(rows[table], dict) else rows[table]
        yield from sorted({row[field] for row in found if " " in row.get(field, "")})


def templates(path: Path) -> list[str]:
    """Return the texts of a file, each value in them as `{name}`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in tree.body if path.name != "form.py" or _is_function(node)]
    found = dict.fromkeys(text for node in functions for text in _of(node))
    return [text for text in found if _is_text(text)]


def _is_function(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef)


def _of(node: ast.AST) -> Iterator[str]:
    """Yield the texts below a node, without docstrings, decorators and annotations."""
    if isinstance(node, ast.JoinedStr):
        yield _template(node)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.sub(r"\{\}", "{value}", node.value)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    for child in _below(node):
        yield from _of(child)


def _below(node: ast.AST) -> Iterable[ast.AST]:
    if isinstance(node, ast.JoinedStr):
        return [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return node.body
    annotation = getattr(node, "annotation", None)
    return [child for child in ast.iter_child_nodes(node) if child is not annotation]


def _template(node: ast.JoinedStr) -> str:
    """Write an f-string with a name for each value."""
    text = ""
    names: list[str] = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value).replace("{", "{{").replace("}", "}}")
        elif isinstance(part, ast.FormattedValue):
            name = _named(part.value)
            number = names.count(name) + 1
            names.append(name)
            text += f"{{{name}{number if number > 1 else ''}}}"
    return text


def _named(value: ast.AST) -> str:
    """Name a value: by its variable and fields, else by the first name in it."""
    if isinstance(value, ast.Name):
        return value.id.strip("_").lower()
    if isinstance(value, ast.Attribute):
        return f"{_named(value.value)}_{value.attr}".removeprefix("self_").strip("_")
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name | ast.Attribute):
        return _named(value.func) if isinstance(value.func, ast.Name) else "value"
    return "value"


def _is_text(text: str) -> bool:
    """Tell whether this is said to people: words with a space, or values with words or signs."""
    if "\\" in text or "\n" in text or _LAW.match(text) or text in NO_TEXTS:
        return False
    if not _TEMPLATE.fullmatch(text):
        return False
    read = template(text)
    if not read.weight:
        return bool(set(read.names) - read.quoted) and (len(read.names) > 1 or read.is_part)
    return " " in text.strip() if not read.names else any(" " in part for part in read.parts)


def holders(text: str) -> list[str]:
    """Return the names of the values of a text."""
    return sorted(template(text).names)


def _marked() -> Iterator[str | tuple[str, str]]:
    """Yield the fixed words of reports: what is said, counted or marked in them."""
    for path in (*sorted((SOURCES / "reporters").rglob("*.py")), *map(SOURCES.joinpath, COMMANDS)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else (node.func.id if isinstance(node.func, ast.Name) else "")
            )
            if name in {"say", "mark"}:
                yield from _constants(node.args[:1])
            elif name == "count":
                texts = [*_constants(node.args[:2])]
                if len(texts) == 2:
                    yield texts[0], texts[1]

    yield from (one.word for one in (*Severity, *Certainty))
    yield from (why.value for why in Unasked)
    yield from sorted({card.family.replace("_", " ") for card in cards()})
    yield from (BASELINE, "comment", "configuration")


def _constants(nodes: Iterable[ast.AST]) -> Iterator[str]:
    return (n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str))
