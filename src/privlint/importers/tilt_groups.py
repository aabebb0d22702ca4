"""From items to groups of data: kinds of data with the same fate stand together."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from privlint.importers.contract import Left

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = dict[str, Any]


def gathered(holder: Row | None, rows: list[Row], left: list[Left]) -> Row:
    """Put items at what lists them: a purpose, or what is said for everything (`None`).

    What is said for everything is about more than the data that are listed there: nothing that is
    said of those comes to stand at it.
    """
    made = dict(holder or {})
    bare = [row for row in rows if _is_bare(row)]
    listed = [row for row in rows if not _is_bare(row)]
    for row in bare:
        made["recipients"] = _more(made.get("recipients"), row["refs"])
        made["retention"] = row["retention"] or made.get("retention")
        made["legal_basis"] = _more(made.get("legal_basis"), row["bases"])
    is_shared = holder is not None and not bare and len({_key(row["bases"]) for row in listed}) == 1
    if is_shared:
        made["legal_basis"] = listed[0]["bases"]
    made["provision"] = list(_provisions(rows, left))
    made["data"] = _groups(listed, is_shared=is_shared)
    return {key: value for key, value in made.items() if value not in (None, [], {})}


def _is_bare(row: Row) -> bool:
    """Tell whether an item is about no data in particular."""
    category = row["category"]
    return row["group"] is None and not (category.get("is") or category.get("unnamed"))


def _more(known: list[Any] | None, others: Iterable[Any]) -> list[Any]:
    found = list(known or ())
    return found + [one for one in others if one not in found]


def _key(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _groups(rows: list[Row], *, is_shared: bool) -> list[Row]:
    found: dict[str, Row] = {}
    for row in rows:
        group: Row = {"when": row["category"].get("only_if"), "required": row["group_required"]}
        group |= {**row["source"], "retention": row["retention"], "recipients": row["refs"]}
        group["legal_basis"] = [] if is_shared else row["bases"]
        unnamed = row["category"].get("unnamed")
        # One group has one name for what it does not list; a second such item is a group more.
        key, number = _key([row["group"], group]), 0
        while unnamed and found.get(f"{key}{number}", {}).get("unnamed"):
            number += 1
        group = found.setdefault(f"{key}{number}", group)
        if unnamed:
            group["unnamed"] = unnamed
        if entry := _entry(row):
            group.setdefault("categories", []).append(entry)
    bare = [
        {key: one for key, one in group.items() if one not in (None, [], {})}
        for group in found.values()
    ]
    return [group for group in bare if group]


def _entry(row: Row) -> Row | str | None:
    kind = row["category"].get("is")
    said = {"when": row["category"].get("when"), "required": row["required"]}
    told = {key: value for key, value in said.items() if value is not None}
    return {"is": kind, **told} if kind and told else kind


def _provisions(rows: list[Row], left: list[Left]) -> list[Row]:
    """Return what is said of having to give data; limited to some where it is not for all."""
    told: dict[str, list[Row]] = {}
    for row in rows:
        told.setdefault(_key(row["provision"]), []).append(row)
    if len(told) == 1:
        provision = rows[0]["provision"] if rows else None
        return [] if provision is None else [provision]
    found: list[Row] = []
    for same in told.values():
        provision = same[0]["provision"]
        kinds = [row["category"].get("is") for row in same]
        if provision is None:
            continue
        if None in kinds:
            left.append(Left((), "that some data must be given could not be limited to them"))
        found.append({**provision, "categories": [kind for kind in kinds if kind]})
    return found
