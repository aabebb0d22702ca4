"""The facts in `data/*.yaml`, compiled into one file that is read in about a millisecond.

`python -m privlint.knowledge.load` rewrites the compiled form; a test holds it fresh. What code
does not need (sources, notes, postal habits) stays behind in the YAML, for people. Days are ISO
text on both sides of the compiler, so that comparing them is comparing strings.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from privlint.knowledge import answers, vocabulary
from privlint.knowledge.folding import fold
from privlint.knowledge.row import Row

DATA = Path(__file__).parent / "data"
COMPILED = Path(__file__).parent / "compiled.json"

Raw = dict[str, Any]


class Tables(NamedTuple):
    """The compiled facts."""

    checked: str
    """The newest day on which a row was checked."""
    rows: dict[str, dict[str, Raw]]
    """Table, id, row."""
    names: dict[str, dict[str, list[list[str]]]]
    """What is named (`vendors`, `bodies`, ...), folded name, the (table, id) pairs that bear it."""


class Membership(Row):
    """A time in which a territory was inside the EEA's law of data protection."""

    id: str
    country: str
    since: str
    until: str


class BorneName(Row):
    """A name that stands, or stood, for an authority, or for a body that is none."""

    id: str
    name: str
    country: str
    authority: str | None
    since: str
    until: str


class CountryName(Row):
    """A country's code and its names."""

    id: str
    names: dict[str, str]


class Phrase(Row):
    """Words that statements use, and what they amount to."""

    id: str
    kind: str
    words: dict[str, list[str]]


ROWS: dict[str, type[Row]] = {
    "authorities": answers.Authority,
    "bases": vocabulary.Basis,
    "categories": vocabulary.Category,
    "child_ages": answers.ChildAge,
    "claims": vocabulary.Claim,
    "cookie_laws": answers.CookieLaw,
    "countries": CountryName,
    "dead_references": answers.DeadReference,
    "decisions": answers.Decision,
    "foreign_authorities": BorneName,
    "former_authorities": BorneName,
    "former_names": answers.FormerName,
    "guidance": answers.RetentionGuidance,
    "instruments": answers.Instrument,
    "limitation": answers.LimitationPeriod,
    "marketing_laws": answers.MarketingLaw,
    "membership": Membership,
    "misnomers": answers.Misnomer,
    "misspellings": BorneName,
    "non_duties": answers.NonDuty,
    "other_bodies": BorneName,
    "phrases": Phrase,
    "rights": vocabulary.Right,
    "sources": vocabulary.Source,
    "statutory": answers.StatutoryPeriod,
    "undecided": CountryName,
    "vendors": answers.Vendor,
}
"""Every table of the data files, and the answer that its rows become; only those fields are compiled."""

NAMED = {
    "bodies": ("authorities", "former_authorities", "misspellings", "foreign_authorities", "other_bodies"),
    "former_names": ("former_names",),
    "misnomers": ("misnomers",),
    "vendors": ("vendors",),
}
"""What can be found by the name a statement gives it, and the tables that bear those names."""


def read() -> Tables:
    """Read the compiled facts."""
    return Tables(**json.loads(COMPILED.read_bytes()))


def compile_facts() -> str:
    """Compile the data files into the text of the compiled form, one row a line."""
    import yaml  # noqa: PLC0415 - only the compiler needs it, and importing it costs more than all facts

    sources = [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in sorted(DATA.glob("*.yaml"))]
    tables: dict[str, list[Raw]] = {}
    for source in sources:
        tables |= {name: rows for name, rows in source.items() if name in ROWS}
    _follow_decisions(tables)
    checks = [str(row["checked"]) for rows in (*tables.values(), sources) for row in rows if "checked" in row]
    rows = {table: {row["id"]: _compiled(row, ROWS[table]) for row in tables[table]} for table in sorted(tables)}
    names = {what: _names({table: tables[table] for table in bearing}) for what, bearing in NAMED.items()}
    return _text(Tables(checked=max(checks), rows=rows, names=names))


def _compiled(row: Raw, answer: type[Row]) -> Raw:
    """Keep what the answer holds and is known; `entity: {name: X}` is its field `entity_name`; days are ISO text."""
    for field, value in list(row.items()):
        if isinstance(value, dict) and (field not in answer.__slots__ or "is" in value):
            row |= {f"{field}_{part}".removesuffix("_is"): known for part, known in value.items()}
    keys = ("from" if field == "since" else field for field in answer.__slots__)
    kept = {key: row[key] for key in keys if row.get(key) is not None}
    return {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in kept.items()}


def _follow_decisions(tables: dict[str, list[Raw]]) -> None:
    """Give an instrument that is a decision on adequacy that decision's act and days: they are written once."""
    decisions = {row["id"]: row for row in tables["decisions"]}
    for row in tables["instruments"]:
        if decision := decisions.get(row.get("decision", "")):
            row |= {key: decision.get(key) for key in ("act", "aliases", "from", "until", "ended_by", "confidence")}


def _names(tables: dict[str, list[Raw]]) -> dict[str, list[list[str]]]:
    """Index rows by every name they bear, folded."""
    names: dict[str, list[list[str]]] = {}
    for table, rows in tables.items():
        for row in rows:
            borne = (row["name"], row.get("name_en") or row["name"], *row.get("aliases", ()), *row.get("abbreviations", ()))
            for name in dict.fromkeys(map(fold, borne)):
                names.setdefault(name, []).append([table, row["id"]])
    return dict(sorted(names.items()))


def _text(tables: Tables) -> str:
    """Write the tables so that a changed fact is a changed line."""

    def block(members: dict[str, Any]) -> str:
        lines = (f"{json.dumps(key, ensure_ascii=False)}:{_compact(value)}" for key, value in members.items())
        return "{\n" + ",\n".join(lines) + "\n}"

    groups = {
        group: "{\n" + ",\n".join(f'"{name}":{block(members)}' for name, members in getattr(tables, group).items()) + "\n}"
        for group in ("rows", "names")
    }
    return f'{{"checked":"{tables.checked}",\n"rows":{groups["rows"]},\n"names":{groups["names"]}}}\n'


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    COMPILED.write_text(compile_facts(), encoding="utf-8", newline="\n")
