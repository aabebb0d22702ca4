"""The parts of a register in plain words: data, bases, periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters import labels, period_labels

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.knowledge.facts import Facts
    from privlint.register import CategoryEntry, LegalBasis, Retention, RetentionEntry

FOR_ALL = "said for everything: {}"

_ARTICLES = {"GDPR": "Art.", "ePrivacy": "ePrivacy Directive Art."}
"""How a citation of a law begins for people."""


def flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def quoted(words: str) -> str:
    """Return words of the statement as such."""
    return f'"{flat(words)}"'


def told(name: str, *asides: str | None) -> str:
    """Return a name with what is said of it in brackets."""
    said = ", ".join(aside for aside in asides if aside)
    return f"{name} ({said})" if said else name


def cited(citation: str) -> str:
    """Return a citation as people write it: `Art. 6(1)(b) GDPR`."""
    law, _, point = citation.partition(" ")
    if law == "GDPR":
        return f"Art. {point} GDPR"
    return f"{_ARTICLES.get(law, law)} {point}"


def if_so(when: str | None) -> str | None:
    """Return a condition as an aside."""
    if when in {"possibly", "otherwise"}:
        return when
    return f"condition: {flat(when)}" if when else None


def listed(names: Iterable[str]) -> str:
    """Return names as a list on one line, each once."""
    return "; ".join(dict.fromkeys(names))


class Saying:
    """Says the parts of a register with the names that the knowledge has for them."""

    def __init__(self, facts: Facts) -> None:
        """Ask the names of these facts."""
        self._facts = facts

    def country(self, code: str) -> str:
        """Name a country, or a place that stands for several."""
        return labels.PLACES.get(code) or self._facts.country_name(code)

    def kind(self, entry: CategoryEntry) -> str:
        """Say a kind of data, with the statement's own word where it is kept apart."""
        known = self._facts.category(entry.id)
        words = self._facts.words(known).get("en", ()) if known is not None else ()
        words = words or (entry.id.replace("_", " "),)
        given = {True: "must be given", False: "may be left out"}.get(entry.required)  # type: ignore[arg-type]
        own = quoted(entry.words) if entry.words else None
        return told(words[0], own, given, if_so(entry.when))

    def kinds(self, entries: Iterable[CategoryEntry]) -> str:
        """Say kinds of data as a list."""
        return listed(map(self.kind, entries))

    def limited(self, entries: tuple[CategoryEntry, ...]) -> str | None:
        """Say as an aside that something is only of some kinds of data."""
        return f"only of: {self.kinds(entries)}" if entries else None

    def basis(self, basis: LegalBasis) -> str:
        """Say a legal basis, with its article and all that is told of it."""
        known = self._facts.basis(basis.basis)
        name = "a ground that is none of those of the law"
        if known is not None:
            name = f"{self._facts.words(known)['en'][0]}, {cited(known.article)}"
        named = flat(basis.reason or basis.words or "") if basis.basis == "unnamed" else ""
        asides = (
            quoted(named) if named else None,
            "explicit" if basis.explicit else None,
            labels.COLLECTED.get(basis.collected or ""),
            f"interest: {flat(basis.interest)}" if basis.interest else None,
            f"law: {flat(basis.law)}" if basis.law else None,
            self.limited(basis.of),
            if_so(basis.when),
        )
        return told(name, *asides)

    def special(self, basis: LegalBasis) -> str | None:
        """Say the condition for special data that is stated with a legal basis."""
        if basis.article_9 is None:
            return None
        known = self._facts.basis(basis.article_9)
        name = labels.ARTICLE_9[basis.article_9]
        return f"{name}, {cited(known.article)}" if known is not None else name

    def retention(self, retention: Retention, purposes: dict[str, str]) -> str:
        """Say how long data are kept; `purposes` are what purposes are called, by id."""
        return self._periods(retention, retention.entries, purposes)

    def retention_of(self, retention: Retention, purpose: str) -> str:
        """Say what is said for everything, as far as one purpose is meant."""
        meant = [one for one in retention.entries if not one.purposes or purpose in one.purposes]
        return self._periods(retention, meant, None)

    def _periods(
        self,
        retention: Retention,
        entries: Iterable[RetentionEntry],
        purposes: dict[str, str] | None,
    ) -> str:
        said = [self._period(entry, purposes) for entry in entries]
        which = period_labels.WHICHEVER.get(retention.whichever or "")
        return "; ".join(said) + (f", {which}" if which and len(said) > 1 else "")

    def _period(self, entry: RetentionEntry, purposes: dict[str, str] | None) -> str:
        ends = [self._length(entry)] if entry.period else []
        ends += [f"until {period_labels.UNTIL[entry.until]}"] if entry.until else []
        ends += [period_labels.CRITERIA[entry.criterion]] if entry.criterion else []
        ends += ["for ever"] if entry.indefinite else []
        own = "other" in {entry.from_, entry.until, entry.criterion} or not ends
        asides = (
            quoted(entry.words) if own and entry.words else None,
            period_labels.FORMS.get(entry.form or ""),
            period_labels.THEN.get(entry.then or ""),
            "as a law demands" if entry.legal_duty else None,
            f"law: {flat(entry.law)}" if entry.law else None,
            "an exception" if entry.exception else None,
            self.limited(entry.of),
            f"for: {flat(entry.for_)}" if entry.for_ else None,
            "only for: " + listed(purposes.get(to, to) for to in entry.purposes)
            if entry.purposes and purposes is not None
            else None,
            if_so(entry.when),
        )
        return told(", ".join(ends) or "in words only", *asides)

    def _length(self, entry: RetentionEntry) -> str:
        bound = period_labels.BOUNDS.get(entry.bound or "")
        start = f"from {period_labels.FROM[entry.from_]}" if entry.from_ else None
        return " ".join(part for part in (bound, entry.length, start) if part)
