"""From the name in a statement to the company or the authority that bears it, as of a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from privlint.knowledge.answers import AuthorityMatch, NameKind
from privlint.knowledge.folding import fold
from privlint.knowledge.load import Tables

_BRACKETS = re.compile(r"\(([^()]*)\)")
_LEGAL_FORMS = frozenset(
    "ab ag as bv bvba cv gmbh inc limited llc ltd nv oy plc sa sarl sas se spa sprl srl vof vzw".split(),
)
_TELLING = 8
"""So many letters must a name have to be recognised inside a longer one: not `AP`, not `Garante`."""


def covers(row: dict[str, Any], day: str) -> bool:
    """Tell whether a row holds on a day (ISO); a row without a start has always held."""
    return row.get("from", "") <= day <= row.get("until", "9")


def spellings(name: str) -> Iterator[str]:
    """Yield what to look a company up by, the surest first: its name, without brackets, without its legal form."""
    yield fold(name)
    bare = fold(_BRACKETS.sub(" ", name))
    yield bare
    words = fold(bare.replace(" b v", " bv").replace(" n v", " nv").replace(" s a", " sa")).split()
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    yield " ".join(words)
    yield from (fold(inside) for inside in _BRACKETS.findall(name))


def match_authority(tables: Tables, name: str, day: str) -> AuthorityMatch:
    """Judge the name of an authority on a day; of several names in one text the best kind counts."""
    matches = [match for row_ids in _borne(tables, name) if (match := _judged(tables, row_ids, day))]
    order = ("current", "former", "typo", "outside_eea", "not_an_authority")
    unknown = AuthorityMatch(kind="unknown", countries=())
    return min(matches, key=lambda match: order.index(match.kind), default=unknown)


def _borne(tables: Tables, name: str) -> list[list[list[str]]]:
    """Find the bearers of the whole name; failing that, of the names that stand inside it."""
    bodies = tables.names["bodies"]
    whole = [bodies[spelling] for spelling in spellings(name) if spelling in bodies]
    if whole:
        return whole
    rest, found = f" {fold(name)} ", []
    for known in sorted(bodies, key=len, reverse=True):
        if len(known) >= _TELLING and f" {known} " in rest:
            found.append(bodies[known])
            rest = rest.replace(f" {known} ", "  ")
    return found


def _judged(tables: Tables, bearers: list[list[str]], day: str) -> AuthorityMatch | None:
    """Judge one name by the rows that bear it: an authority before a former name, that before the rest."""
    for wanted in ("authorities", "former_authorities", "misspellings", "foreign_authorities", "other_bodies"):
        rows = [tables.rows[table][row_id] for table, row_id in bearers if table == wanted]
        rows = [row for row in rows if day <= row.get("until", "9") or wanted == "former_authorities"]
        if rows:
            return _match(tables, wanted, rows, day)
    return None


def _match(tables: Tables, table: str, rows: list[dict[str, Any]], day: str) -> AuthorityMatch:
    row = rows[0]
    countries = tuple(dict.fromkeys(row["country"] for row in rows))
    kinds: dict[str, NameKind] = {
        "authorities": "current",
        "former_authorities": "current" if covers(row, day) else "former",
        "misspellings": "typo",
        "foreign_authorities": "outside_eea",
        "other_bodies": "not_an_authority",
    }
    kind = kinds[table]
    followed = kind in {"former", "typo"}
    right = tables.rows["authorities"][row["authority"]] if followed else row
    return AuthorityMatch.read(
        {
            "kind": kind,
            "country": countries[0] if len(countries) == 1 else None,
            "countries": list(countries),
            "right_name": right["name"] if len(rows) == 1 else None,
            "until": row.get("until") if kind == "former" else None,
        },
    )
