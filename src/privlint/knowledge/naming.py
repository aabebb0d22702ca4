"""From the name in a statement to the company or the authority that bears it, as of a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from privlint.knowledge.answers import AuthorityMatch, NameKind
from privlint.knowledge.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.knowledge.tables import Raw, Tables

_BRACKETS = re.compile(r"\(([^()]*)\)")
_DOTTED = re.compile(r"\b([a-z])\.(?=[a-z]\b)", re.IGNORECASE)
_LEGAL_FORMS = frozenset(
    {"ab", "ag", "as", "bv", "bvba", "cv", "gmbh", "inc", "limited", "llc", "ltd", "nv", "oy"}
    | {"plc", "sa", "sarl", "sas", "se", "spa", "sprl", "srl", "vof", "vzw"},
)
_TELLING = 8
"""A name of fewer letters is not looked for inside a longer one: `AP` stands in many words."""

_UNKNOWN = AuthorityMatch(kind="unknown", country=None, countries=(), right_name=None, until=None)


def spellings(name: str) -> Iterator[str]:
    """Yield what to look a name up by, the surest first.

    That is the name, the name without what is in brackets, that without its legal form, and what
    is in brackets.
    """
    yield fold(name)
    bare = _BRACKETS.sub(" ", name)
    yield fold(bare)
    words = fold(_DOTTED.sub(r"\1", bare)).split()
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    yield " ".join(words)
    yield from map(fold, _BRACKETS.findall(name))


def match_authority(tables: Tables, name: str, day: str) -> AuthorityMatch:
    """Judge the name of an authority on a day (ISO); of several in one text the best counts."""
    matches = [_judged(tables, bearers, day) for bearers in _borne(tables, name)]
    order = ("current", "former", "typo", "outside_eea", "not_an_authority", "unknown")
    return min(matches, key=lambda match: order.index(match.kind), default=_UNKNOWN)


def _borne(tables: Tables, name: str) -> list[list[str]]:
    """Find the bearers of the whole name; failing that, of the names that stand inside it."""
    bodies = tables.names["bodies"]
    for spelling in spellings(name):
        if spelling in bodies:
            return [bodies[spelling]]
    rest, found = f" {fold(name)} ", []
    for known in sorted(bodies, key=len, reverse=True):
        if len(known) >= _TELLING and f" {known} " in rest:
            found.append(bodies[known])
            rest = rest.replace(f" {known} ", "  ")
    return found


def _judged(tables: Tables, bearers: list[str], day: str) -> AuthorityMatch:
    """Judge one name by the rows that bear it: an authority before its former name, and so on."""
    kinds: dict[str, NameKind] = {
        "authorities": "current",
        "former_authorities": "former",
        "misspellings": "typo",
        "foreign_authorities": "outside_eea",
        "other_bodies": "not_an_authority",
    }
    for table, kind in kinds.items():
        ids = (bearer.partition("/")[2] for bearer in bearers if bearer.startswith(f"{table}/"))
        rows = [tables.rows[table][row_id] for row_id in ids]
        rows = [row for row in rows if kind == "former" or day <= row.get("until", "9")]
        if rows:
            return _match(tables, kind, rows, day)
    return _UNKNOWN


def _match(tables: Tables, kind: NameKind, rows: list[Raw], day: str) -> AuthorityMatch:
    """Describe what bears the name; several rows mean several countries."""
    row = rows[0]
    if kind == "former" and day <= row["until"]:
        kind = "current"
    changed = kind in {"former", "typo"}
    right = tables.rows["authorities"][row["authority"]] if changed else row
    countries = tuple(dict.fromkeys(row["country"] for row in rows if "country" in row))
    return AuthorityMatch.read(
        {
            "kind": kind,
            "country": countries[0] if len(countries) == 1 else None,
            "countries": list(countries),
            "right_name": right["name"] if len(rows) == 1 else None,
            "until": row["until"] if kind == "former" else None,
        },
    )
