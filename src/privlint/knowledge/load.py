"""The compiler of the facts: from `data/*.yaml`, for people, to the two files that `tables` reads.

`python -m privlint.knowledge.load` rewrites them; a test holds them fresh. What code does not need
(sources of rows, notes) stays behind in the YAML. Days are ISO text, so that comparing days is
comparing strings.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from privlint.knowledge import answers, national, vocabulary
from privlint.knowledge.folding import fold
from privlint.knowledge.tables import FACTS, WORDS, Names, Raw, Rows

if TYPE_CHECKING:
    from privlint.knowledge.row import Row

DATA = Path(__file__).parent / "data"
COVERAGE = "coverage.yaml"
"""The file that no rule asks: it tells which rules ask for what. It is not compiled."""

PERIOD = ("country", "from", "until")
BORNE = (*PERIOD, "name", "authority")

FIELDS: dict[str, type[Row] | tuple[str, ...]] = {
    "authorities": answers.Authority,
    "bases": vocabulary.Basis,
    "categories": vocabulary.Category,
    "child_ages": national.ChildAge,
    "claims": vocabulary.Claim,
    "cookie_laws": national.CookieLaw,
    "countries": (),
    "dead_references": national.DeadReference,
    "decisions": answers.Decision,
    "foreign_authorities": BORNE,
    "former_authorities": BORNE,
    "former_names": answers.FormerName,
    "guidance": answers.RetentionGuidance,
    "instruments": answers.Instrument,
    "limitation": answers.LimitationPeriod,
    "mailboxes": ("names",),
    "marketing_laws": national.MarketingLaw,
    "membership": (*PERIOD, "transfers_only"),
    "misnomers": answers.Misnomer,
    "misspellings": BORNE,
    "non_duties": answers.NonDuty,
    "open_recipients": ("patterns",),
    "other_bodies": BORNE,
    "rights": vocabulary.Right,
    "statutory": answers.StatutoryPeriod,
    "undecided": PERIOD,
    "vendors": answers.Vendor,
}
"""Every table that rules compare, and the fields that are compiled: those of its answer."""

WORDING: dict[str, type[Row] | tuple[str, ...]] = {
    "articles": vocabulary.Article,
    "bases": ("words",),
    "categories": ("words",),
    "claims": ("patterns",),
    "counterparts": ("dpv", "fideslang", "tilt"),
    "countries": ("names",),
    "generic_interests": ("patterns", "stems"),
    "laws_on_books": ("patterns",),
    "notices": vocabulary.Notice,
    "phrases": ("kind", "words"),
    "placeholders": ("patterns",),
    "qualifiers": ("patterns",),
    "rights": ("words",),
    "sources": vocabulary.Source,
    "vague_purposes": ("patterns",),
}
"""The tables, and their fields, that hold words."""

NAMED = {
    "bodies": (
        "authorities",
        "former_authorities",
        "misspellings",
        "foreign_authorities",
        "other_bodies",
    ),
    "former_names": ("former_names",),
    "misnomers": ("misnomers",),
    "vendors": ("vendors",),
}
"""What can be found by a name that a statement gives it, and the tables that bear such names."""


class Compiled(NamedTuple):
    """The texts of the two compiled files."""

    facts: str
    words: str

    def write(self) -> None:
        """Write both files."""
        FACTS.write_text(self.facts, encoding="utf-8", newline="\n")
        WORDS.write_text(self.words, encoding="utf-8", newline="\n")


def sources() -> dict[str, Raw]:
    """Read the data files, by name."""
    return {path.name: _read(path) for path in sorted(DATA.glob("*.yaml"))}


def coverage() -> list[Raw]:
    """Read the lists of what the law and the literature ask for, with the rules that ask for it."""
    lists: list[Raw] = _read(DATA / COVERAGE)["coverage"]
    return lists


def _read(path: Path) -> Raw:
    import yaml  # noqa: PLC0415 - only the compiler needs it, and it costs more than all the facts

    content: Raw = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return content


def compile_facts() -> Compiled:
    """Compile the data files into the texts of the compiled ones, one row a line."""
    files = {name: content for name, content in sources().items() if name != COVERAGE}
    tables: dict[str, list[Raw]] = {
        name: rows
        for content in files.values()
        for name, rows in content.items()
        if isinstance(rows, list)
    }
    _follow_decisions(tables)
    # What was looked at later than the rest makes the rest no newer.
    checked = min(str(content["checked"]) for content in files.values() if "checked" in content)
    rows = {table: _compiled(tables[table], _keys(fields)) for table, fields in FIELDS.items()}
    words = {table: _compiled(tables[table], _keys(fields)) for table, fields in WORDING.items()}
    names = {
        what: _names({table: tables[table] for table in bearing}) for what, bearing in NAMED.items()
    }
    return Compiled(
        f'{{"checked":"{checked}",\n"rows":{_by_table(rows)},\n"names":{_by_table(names)}}}\n',
        f"{_by_table(words)}\n",
    )


def _keys(fields: type[Row] | tuple[str, ...]) -> tuple[str, ...]:
    """Tell which keys of a row an answer is made from; its field `since` is the key `from`."""
    if isinstance(fields, tuple):
        return fields
    return tuple("from" if field == "since" else field for field in fields.FIELDS)


def _compiled(rows: list[Raw], keys: tuple[str, ...]) -> dict[str, Raw]:
    """Keep, by id, what of each row is needed and known."""
    compiled = {}
    for written in rows:
        row = _flattened(written, keys)
        compiled[row["id"]] = {key: row[key] for key in keys if row.get(key) is not None}
    return compiled


def _flattened(row: Raw, keys: tuple[str, ...]) -> Raw:
    """Write `entity: {name: X}` as `entity_name: X`, `role: {is: X}` as `role: X`, days as text."""
    flat = dict(row)
    for key, value in row.items():
        if isinstance(value, dict) and (key not in keys or "is" in value):
            flat |= {f"{key}_{part}".removesuffix("_is"): known for part, known in value.items()}
    return {
        key: value.isoformat() if hasattr(value, "isoformat") else value
        for key, value in flat.items()
    }


def _follow_decisions(tables: dict[str, list[Raw]]) -> None:
    """Give an instrument that is an adequacy decision what is written once, at the decision."""
    decisions = {row["id"]: row for row in tables["decisions"]}
    for row in tables["instruments"]:
        if decision := decisions.get(row.get("decision", "")):
            same = ("act", "aliases", "country", "from", "until", "ended_by", "confidence")
            row |= {key: decision.get(key) for key in same}


def _names(tables: dict[str, list[Raw]]) -> dict[str, list[str]]:
    """Index rows by every name they bear, folded."""
    names: dict[str, list[str]] = {}
    for table, rows in tables.items():
        for row in rows:
            others = (*row.get("aliases", ()), *row.get("abbreviations", ()))
            borne = (row["name"], row.get("name_en") or row["name"], *others)
            for name in dict.fromkeys(map(fold, borne)):
                names.setdefault(name, []).append(f"{table}/{row['id']}")
    return dict(sorted(names.items()))


def _by_table(tables: Rows | Names) -> str:
    """Write tables so that a changed row is a changed line."""
    blocks = []
    for table, rows in tables.items():
        lines = (f"{_compact(key)}:{_compact(row)}" for key, row in rows.items())
        blocks.append(f'"{table}":{{\n' + ",\n".join(lines) + "\n}")
    return "{\n" + ",\n".join(blocks) + "\n}"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    compile_facts().write()
