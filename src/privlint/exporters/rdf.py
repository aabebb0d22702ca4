"""A graph of RDF as a tree of things, written as JSON-LD and as Turtle, the same each time.

A thing is a mapping from terms to values; terms are written with their prefix (`dpv:hasName`).
Names within the document are relative (`#purposes.orders`), so it can be put anywhere.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIXES = {
    "dct": "http://purl.org/dc/terms/",
    "dpv": "https://w3id.org/dpv#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "loc": "https://w3id.org/dpv/loc#",
    "pd": "https://w3id.org/dpv/pd#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_INDENT = "    "
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029]')


class Iri(Record):
    """A term with its prefix, or the name of a thing of this document."""

    name: str


class Typed(Record):
    """A text of a type, such as a day."""

    text: str
    type: str


class Thing(Record):
    """Something of which things are said; without a name where nobody refers to it."""

    types: tuple[str, ...]
    said: tuple[tuple[str, Any], ...]
    name: str | None = None


def thing(types: list[str], said: list[tuple[str, Any]], name: str | None = None) -> Thing:
    """Make a thing of what is said of it; what is `None` is not said."""
    told = tuple((term, value) for term, value in said if value is not None)
    return Thing(tuple(dict.fromkeys(types)), told, name)


def term(iri: str) -> str:
    """Write the address of a term with its prefix."""
    for prefix, begin in PREFIXES.items():
        if iri.startswith(begin):
            return f"{prefix}:{iri.removeprefix(begin)}"
    raise ValueError(iri)


def json_ld(things: list[Thing]) -> str:
    """Write things as JSON-LD, which needs nothing from elsewhere."""
    graph = [_object(one) for one in things]
    return json.dumps({"@context": PREFIXES, "@graph": graph}, ensure_ascii=False, indent=2) + "\n"


def _object(one: Thing) -> dict[str, Any]:
    made: dict[str, Any] = {} if one.name is None else {"@id": f"#{one.name}"}
    made["@type"] = list(one.types)
    for said, value in one.said:
        made.setdefault(said, []).append(_value(value))
    return {key: value[0] if _is_single(key, value) else value for key, value in made.items()}


def _is_single(key: str, value: Any) -> bool:
    return key != "@id" and isinstance(value, list) and len(value) == 1


def _value(value: Any) -> Any:
    if isinstance(value, Thing):
        return _object(value)
    if isinstance(value, Iri):
        return {"@id": value.name}
    return {"@value": value.text, "@type": value.type} if isinstance(value, Typed) else value


def turtle(things: list[Thing]) -> str:
    """Write things as Turtle."""
    heads = (f"@prefix {prefix}: <{begin}> .\n" for prefix, begin in PREFIXES.items())
    bodies = (f"\n<#{one.name}>\n{''.join(_lines(one, 1))} .\n" for one in things)
    return "".join((*heads, *bodies))


def _lines(one: Thing, depth: int) -> Iterator[str]:
    pad = _INDENT * depth
    yield f"{pad}a {', '.join(one.types)}"
    for said, value in one.said:
        yield f" ;\n{pad}{said} {_term(value, depth)}"


def _term(value: Any, depth: int) -> str:
    if isinstance(value, Thing):
        return f"[\n{''.join(_lines(value, depth + 1))}\n{_INDENT * depth}]"
    if isinstance(value, Iri):
        return f"<{value.name}>" if value.name.startswith("#") else value.name
    if isinstance(value, Typed):
        return f"{_quoted(value.text)}^^{value.type}"
    return _quoted(value)


def _quoted(text: str) -> str:
    escaped = _ESCAPED.sub(_escape, text)
    return f'"{escaped}"'


def _escape(found: re.Match[str]) -> str:
    known = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return known.get(found[0]) or f"\\u{ord(found[0]):04X}"
