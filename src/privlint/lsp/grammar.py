"""What the schema of registers allows at a place, and what it says of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from privlint.record import Record
from privlint.schema.store import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.where import Where

_DEFINED = "#/$defs/"


class Form(Record):
    """One of the forms that a value can have: a part of the schema, and what is told on the way."""

    schema: dict[str, Any]
    told: tuple[str, ...]
    """The descriptions that lead to it, the closest first."""
    names: tuple[str, ...]
    """The definitions of the schema that lead to it."""

    @property
    def keys(self) -> dict[str, Any]:
        """The keys of a mapping that has fixed ones."""
        return self.schema.get("properties") or {}

    @property
    def choices(self) -> list[Any]:
        """The words of which one has to stand there."""
        if "const" in self.schema:
            return [self.schema["const"]]
        return [True, False] if self.type == "boolean" else self.schema.get("enum", [])

    @property
    def type(self) -> str:
        """What JSON calls it; empty for a word of several and for what can be two things."""
        told = self.schema.get("type")
        return told if isinstance(told, str) else ""


@lru_cache(maxsize=4096)
def forms(where: Where) -> tuple[Form, ...]:
    """Return the forms that the value at a place can have; none where the schema knows none."""
    if not where:
        return tuple(_expand(schema("register")))
    inner = (_step(form, where[-1]) for form in forms(where[:-1]))
    return tuple(form for part in inner if part is not None for form in _expand(part))


def described(where: Where) -> str:
    """Return what the schema says of a key: what it is, and what its value is, as Markdown."""
    found = forms(where)
    if not found:
        return ""
    common = [text for text in found[0].told if all(text in form.told for form in found)]
    return "\n\n".join(common or found[0].told[:1])


def shaped(where: Where) -> str:
    """Return in few words what the value at a place can be."""
    words = dict.fromkeys(word for form in forms(where) if (word := _word(form)))
    return " or ".join(words)


def refers_to(where: Where) -> tuple[str, ...]:
    """Return the sections of which the value at a place is an id; none where it is no id."""
    if not any("id" in form.names for form in forms(where)):
        return ()
    key = next((step for step in reversed(where) if isinstance(step, str)), "")
    return _SECTIONS.get(key, ("recipients",))


SECTIONS: dict[str, Where] = {
    "recipients": ("recipients",),
    "purposes": ("purposes",),
    "documents": ("statement", "documents"),
}
"""Where the entries stand that have ids."""

_SECTIONS = {
    "purposes": ("purposes",),
    "about": ("recipients", "purposes"),
    "details_in": ("documents",),
}
"""To what the keys refer that hold ids, where it is not to recipients."""

_TYPES = {"object": "a mapping", "array": "a list", "boolean": "true or false", "string": "text"}


def _word(form: Form) -> str:
    if form.type:
        return _TYPES.get(form.type, f"a {form.type}")
    return "one of some words" if len(form.choices) > 1 else ""


def _step(form: Form, step: str | int) -> Any:
    if isinstance(step, int):
        return form.schema.get("items")
    others = form.schema.get("additionalProperties")
    return form.keys.get(step, others if isinstance(others, dict) else None)


def _expand(
    part: dict[str, Any], told: tuple[str, ...] = (), names: tuple[str, ...] = ()
) -> Iterator[Form]:
    description = part.get("description")
    if description and description not in told:
        told = (*told, description)
    if "$ref" in part:
        name = str(part["$ref"]).removeprefix(_DEFINED)
        yield from _expand(schema("register")["$defs"][name], told, (*names, name))
    elif "anyOf" in part:
        for one in part["anyOf"]:
            yield from _expand(one, told, names)
    else:
        yield Form(part, told, names)
