"""The closed vocabularies as answers: kinds of data, legal bases, rights, claims, and what citations point to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from privlint.knowledge.answers import Confidence
from privlint.knowledge.row import Row


class Category(Row):
    """A kind of data, as the register names it."""

    id: str
    group: str
    flags: frozenset[str]
    """Of special, criminal, national_id, online_identifier, identifies, location, financial, profiling, children, third_party, ..."""
    dpv: str
    words: Mapping[str, tuple[str, ...]]
    """What statements call it, by language."""


class Basis(Row):
    """A legal basis: of GDPR art. 6(1) or 9(2), or a permission of the ePrivacy Directive beside them."""

    id: str
    kind: Literal["basis", "special", "permission"]
    article: str
    """As rules cite it."""
    dpv: str | None
    rights: tuple[str, ...]
    """The rights that exist where data are processed on it."""
    words: Mapping[str, tuple[str, ...]]


class Right(Row):
    """A right of the data subject."""

    id: str
    article: str
    info_duty: str | None
    """The point of GDPR art. 13 that asks to mention it, if one does."""
    dpv: str
    words: Mapping[str, tuple[str, ...]]


class Claim(Row):
    """A telling sentence of the closed vocabulary."""

    id: str
    contradicts: tuple[str, ...]
    """The codes of the rules that hold it against the rest of the register."""
    patterns: Mapping[str, str]
    """Regular expressions by language that help a person to find it; they decide nothing."""


class Source(Row):
    """What a citation points to."""

    id: str
    label: str
    """How rules cite it."""
    title: str
    kind: Literal["law", "guidance", "decision", "case"]
    point: str | None
    """The article, paragraph or recital that the citation adds to the label."""
    celex: str | None
    since: date | None
    until: date | None
    confidence: Confidence
