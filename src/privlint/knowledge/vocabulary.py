"""The closed vocabularies: kinds of data, legal bases, rights, claims, and what citations point to.

A row holds what rules compare. What statements call it, in which language, is asked for apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from privlint.knowledge.folding import fold
from privlint.knowledge.lookup import Lookup, remembered
from privlint.knowledge.row import Row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from privlint.knowledge.answers import Confidence


class Category(Row):
    """A kind of data, as the register names it."""

    id: str
    group: str
    flags: frozenset[str]
    """Of special, criminal, national_id, online_identifier, identifies, location, ..."""
    dpv: str


class Basis(Row):
    """A basis of GDPR art. 6(1), a condition of art. 9(2), or what ePrivacy law permits."""

    id: str
    kind: Literal["basis", "special", "permission"]
    article: str
    """As rules cite it."""
    dpv: str | None
    rights: tuple[str, ...]
    """The rights that exist where data are processed on it."""


class Right(Row):
    """A right of the data subject."""

    id: str
    article: str
    info_duty: str | None
    """The point of GDPR art. 13 that asks to mention it, if one does."""
    dpv: str


class Claim(Row):
    """A telling sentence of the closed vocabulary."""

    id: str
    contradicts: tuple[str, ...]
    """The codes of the rules that hold it against the rest of the register."""


_EUR_LEX = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:"


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

    @property
    def link(self) -> str | None:
        """Where the whole text can be read; `None` where no address is known."""
        return f"{_EUR_LEX}{self.celex}" if self.celex else None


class Notice(Row):
    """Whether people are told when a statement changes in a way, and why."""

    id: str
    tell: Literal["yes", "no", "decide"]
    why: str
    law: tuple[str, ...]
    confidence: Confidence


class Article(Row):
    """An article of the GDPR by what it is made of; `recital` counts the recitals."""

    id: str
    paragraphs: int
    """How many are numbered; 0: the article is not divided."""
    points: dict[str, int] | None
    """How many have a letter, by the number of the paragraph."""


_TABLES: dict[type[Row], str] = {Basis: "bases", Category: "categories", Right: "rights"}


class Vocabularies(Lookup):
    """The questions about words and what they stand for."""

    __slots__ = ()

    def category(self, category_id: str) -> Category | None:
        """Return a kind of data by its id."""
        return self._one(Category, "categories", category_id)

    def basis(self, basis_id: str) -> Basis | None:
        """Return a legal basis, a condition of art. 9(2), or an ePrivacy permission by its id."""
        return self._one(Basis, "bases", basis_id)

    def right(self, right_id: str) -> Right | None:
        """Return a right of the data subject by its id."""
        return self._one(Right, "rights", right_id)

    @remembered
    def rights_on_any_basis(self) -> frozenset[str]:
        """Return the rights that exist whatever the basis of GDPR art. 6(1) is."""
        rows = self._tables.rows["bases"].values()
        return frozenset.intersection(
            *(frozenset(r["rights"]) for r in rows if r["kind"] == "basis")
        )

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim by its id."""
        return self._one(Claim, "claims", claim_id)

    @remembered
    def claims(self) -> tuple[Claim, ...]:
        """Return all claims."""
        return tuple(Claim.read(row) for row in self._tables.rows["claims"].values())

    def words(self, row: Category | Basis | Right) -> Mapping[str, tuple[str, ...]]:
        """Return what statements call it, by language: `nl`, `fr`, `de`, `en`."""
        known = self._tables.words[_TABLES[type(row)]][row.id]["words"]
        return {language: tuple(words) for language, words in known.items()}

    def counterpart(self, vocabulary: str, word: str | None, target: str) -> str | None:
        """Return what a word of the register is called in `dpv`, `fideslang` or `tilt`.

        `None` where the target has no word that says no more than it.
        """
        row = self._tables.words["counterparts"].get(f"{vocabulary}/{word}", {})
        found: str | None = row.get(target)
        return found

    @remembered
    def vocabulary(self, name: str) -> tuple[str, ...]:
        """Return the words of a vocabulary that has counterparts elsewhere: `purpose`, `role`."""
        ids = (row.partition("/") for row in self._tables.words["counterparts"])
        return tuple(word for vocabulary, _, word in ids if vocabulary == name)

    def patterns(self, claim: Claim) -> Mapping[str, str]:
        """Return regular expressions that help a person to find a claim; they decide nothing."""
        patterns: dict[str, str] = self._tables.words["claims"][claim.id]["patterns"]
        return patterns

    @remembered
    def period_wording(self, words: str) -> str | None:
        """Tell what a wording of a retention period amounts to, to help a person encode it.

        `circular` says nothing, `unnamed_period` points to a period that is not told, `indefinite`
        has no end, `event` ends with something that the reader recognises; `None`: not known.
        """
        text = f" {fold(words)} "
        known = (
            (len(phrase), row["kind"])
            for row in self._tables.words["phrases"].values()
            for phrases in row["words"].values()
            for phrase in map(fold, phrases)
            if f" {phrase} " in text
        )
        return max(known, default=(0, None))[1]

    @remembered
    def is_vague_purpose(self, label: str, language: str) -> bool:
        """Tell whether a label is of the kind that WP260 (12) finds to say nothing on its own."""
        row = self._tables.words["vague_purposes"].get(language, {})
        return any(re.search(known, label, re.IGNORECASE) for known in row.get("patterns", ()))

    @remembered
    def is_generic_interest(self, named: str) -> bool:
        """Tell whether a legitimate interest is named in words that fit any business.

        The whole name has to be of that kind; in which language it is written does not matter.
        """
        text = fold(named)
        rows = self._tables.words["generic_interests"].values()
        # A pattern takes half a millisecond to compile, and few names come near to one.
        near = (row for row in rows if any(stem in text for stem in row["stems"]))
        known = (pattern for row in near for pattern in row["patterns"].values())
        return any(re.fullmatch(pattern, text) for pattern in known)

    @remembered
    def is_law_on_books(self, named: str) -> bool:
        """Tell whether words name a law on tax or on keeping books, in whatever language."""
        rows = self._tables.words["laws_on_books"].values()
        known = (pattern for row in rows for pattern in row["patterns"].values())
        return any(re.search(pattern, named, re.IGNORECASE) for pattern in known)

    def qualifiers(self, passage: str, language: str | None) -> list[str]:
        """Return the words of a passage that leave open whether or when something is done.

        WP260 (13) asks to avoid them. None are known in other languages than `nl fr de en`.
        """
        known = self._qualifying(language)
        return [] if known is None else [found[0] for found in known.finditer(passage)]

    def placeholders(self, passage: str) -> list[str]:
        """Return what a model left to be filled in, and nobody did."""
        return [found[0] for found in self._unfilled().finditer(passage)]

    @remembered
    def _qualifying(self, language: str | None) -> re.Pattern[str] | None:
        rows = self._tables.words["qualifiers"]
        return _any_of(rows[language]["patterns"]) if language in rows else None

    @remembered
    def _unfilled(self) -> re.Pattern[str]:
        rows = self._tables.words["placeholders"].values()
        return _any_of([pattern for row in rows for pattern in row["patterns"]])

    def source(self, citation: str) -> Source | None:
        """Resolve a citation: `GDPR 13(1)(f)` is the source `GDPR`, its point `13(1)(f)`.

        A citation is a label, or a label and a point. The longest label wins: `NL Tw 11.7a` is no
        point of `NL Tw 11.7`. `None` if no source bears such a label.
        """
        rows = self._tables.words["sources"].values()
        labels = {row["label"]: row for row in rows if _cites(citation, row["label"])}
        if not labels:
            return None
        label = max(labels, key=len)
        return Source.read(labels[label] | {"point": citation[len(label) :].strip() or None})

    @remembered
    def citable(self, law: tuple[str, ...]) -> tuple[str, ...]:
        """Return the citations that could be made on the day.

        Guidance and decisions of authorities that came later are left out. Judgments are not: they
        say what the law has meant all along.
        """
        if (
            self._iso >= self._tables.checked
        ):  # nothing that is known came later, and words cost to read
            return law
        return tuple(citation for citation in law if not self._came_later(citation))

    def _came_later(self, citation: str) -> bool:
        source = self.source(citation)
        if source is None or source.since is None or source.kind in {"case", "law"}:
            return False
        return source.since > self.day

    def sources(self) -> tuple[Source, ...]:
        """Return all that can be cited."""
        return tuple(Source.read(row) for row in self._tables.words["sources"].values())

    def notice(self, what: str, how: str) -> Notice:
        """Return whether a change is told, by what changed (`retention`) and how (`longer`)."""
        rows = self._tables.words["notices"]
        raw = rows.get(f"{what} {how}") or rows.get(what) or rows["other"]
        found = Notice.read(raw)
        return found.replace(law=self.citable(found.law))

    def gdpr_article(self, number: str) -> Article | None:
        """Return what an article of the GDPR is made of, if there is such an article."""
        row = self._tables.words["articles"].get(number)
        return None if row is None else Article.read(row)


def _cites(citation: str, label: str) -> bool:
    return citation == label or citation.startswith((f"{label} ", f"{label}("))


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    """Return what finds any of some wordings; each begins where a word does, or with a sign.

    To be told where to begin spares two thirds of the time.
    """
    return re.compile(rf"(?:\b|(?=\W))(?=\S)(?:{'|'.join(patterns)})", re.IGNORECASE)
