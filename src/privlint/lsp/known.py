"""What is known of a value: of a vendor, a kind of data, a country, a legal basis, an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.knowledge.answers import Answer
from privlint.lsp.grammar import forms, refers_to
from privlint.lsp.ids import Named, declared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from privlint.knowledge.facts import Facts
    from privlint.lsp.outline import Value
    from privlint.where import Where


def about(where: Where, text: str, root: Value, facts: Facts) -> str:
    """Return what is known of the value at a place, as Markdown; empty where nothing is."""
    sections = refers_to(where)
    if sections:
        told = (_entry(root, Named(text, section)) for section in sections)
        return next(filter(None, told), "")
    key = next((step for step in reversed(where) if isinstance(step, str)), "")
    names = {name for form in forms(where) for name in form.names}
    kinds = ("category", "country") if names & {"category", "country"} else (key,)
    return next(filter(None, (_KNOWN.get(kind, _nothing)(text, facts) for kind in kinds)), "")


def is_vendor(where: Where) -> bool:
    """Tell whether the value at a place is an id of the vendor catalogue."""
    return where[-1:] == ("vendor",)


def _entry(root: Value, name: Named) -> str:
    entry = declared(root, name)
    if entry is None:
        return ""
    values = {part.key: part.value.text for part in entry.value.parts}
    title = values.get("name") or values.get("title") or ""
    lines = [f"**{name.id}**: {title}" if title else f"**{name.id}**"]
    told = ("kind", "role", "vendor", "country", "does", "url")
    lines += [f"{key}: {values[key]}" for key in told if values.get(key)]
    return "  \n".join((*lines, f"an entry of `{name.section}`"))


def _vendor(text: str, facts: Facts) -> str:
    vendor = facts.vendor(text)
    if vendor is None:
        return ""
    lines = [
        f"**{vendor.name}** ({vendor.category.replace('_', ' ')})",
        f"{vendor.entity_name}, {facts.country_name(vendor.entity_country)}",
    ]
    if vendor.parent_name:
        seat = facts.country_name(vendor.parent_country or "")
        lines.append(f"parent: {vendor.parent_name}{f', {seat}' if seat else ''}")
    lines.append(f"usually {vendor.role.replace('_', ' ')} (confidence {vendor.role_confidence})")
    places = ", ".join(map(facts.country_name, vendor.third_countries))
    lines.append(f"data can go outside the EEA: {places or 'no such place is known'}")
    return "  \n".join(lines)


def _category(text: str, facts: Facts) -> str:
    category = facts.category(text)
    if category is None:
        return ""
    flags = ", ".join(sorted(flag.replace("_", " ") for flag in category.flags))
    lines = [f"**{category.id}** ({category.group.replace('_', ' ')})"]
    lines += [f"marked: {flags}"] if flags else []
    return "  \n".join((*lines, *_wordings(facts.words(category))))


def _basis(text: str, facts: Facts) -> str:
    basis = facts.basis(text)
    if basis is None:
        return ""
    rights = ", ".join(right.replace("_", " ") for right in basis.rights)
    lines = [f"**{basis.id}**: {basis.article}"]
    lines += [f"rights: {rights}"] if rights else []
    return "  \n".join((*lines, *_wordings(facts.words(basis))))


def _claim(text: str, facts: Facts) -> str:
    claim = facts.claim(text)
    if claim is None or not claim.contradicts:
        return ""
    return f"**{claim.id}**: held against the rest by {', '.join(claim.contradicts)}"


def _country(text: str, facts: Facts) -> str:
    if not facts.is_country(text):
        return ""
    inside = {Answer.YES: ", inside the EEA", Answer.NO: ", outside the EEA"}
    return f"**{text}**: {facts.country_name(text)}{inside.get(facts.eea(text), '')}"


def _safeguard(text: str, facts: Facts) -> str:
    known = facts.instrument(text)
    if known is None:
        return ""
    state = "in force" if known.in_force else f"no longer in force (until {known.until})"
    return f"**{known.name}**, {known.act}: {state}"


def _nothing(_: str, __: Facts) -> str:
    return ""


_KNOWN: dict[str, Callable[[str, Facts], str]] = {
    "vendor": _vendor,
    "category": _category,
    "basis": _basis,
    "limited_to": _basis,
    "article_9": _basis,
    "claim": _claim,
    "country": _country,
    "safeguard": _safeguard,
}


def _wordings(words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for language, known in words.items():
        yield f"{language}: {', '.join(known)}"
