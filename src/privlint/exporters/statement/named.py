"""What the parts of a register are called in a statement: data, recipients, purposes, bases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.statement.blocks import Span, Text, in_words, own
from privlint.exporters.statement.labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.exporters.statement.blocks import Cell
    from privlint.exporters.statement.telling import Telling
    from privlint.register import (
        CategoryEntry,
        LegalBasis,
        Purpose,
        Recipient,
        RecipientRef,
        Withdrawal,
    )


def data(t: Telling, entries: Sequence[CategoryEntry]) -> Text:
    """Name kinds of data, each with the statement's own word where the register keeps it."""
    return t.listed([_kind(t, entry) for entry in entries])


def _kind(t: Telling, entry: CategoryEntry) -> Text:
    label = t.label("data", entry.id)
    is_same = (entry.words or "").casefold() == in_words(label).casefold()
    return t.with_when(label, None if is_same else entry.words, entry.when)


def recipient(t: Telling, name: str) -> Text:
    """Name a recipient by its id."""
    found = t.register.recipients.get(name)
    return own(name) if found is None else called(found)


def called(one: Recipient) -> Text:
    """Name a recipient as the register does; by its id where it is nameless."""
    return own(one.name or one.legal_name or one.words or str(one.where[-1]))


def recipients(t: Telling, names: Iterable[str]) -> Text:
    """Name several recipients by their ids."""
    return t.listed([recipient(t, name) for name in names])


def received(t: Telling, refs: Iterable[RecipientRef]) -> Cell:
    """Name who receives data, each on a line with what limits it."""
    return tuple(_received(t, ref) for ref in refs)


def _received(t: Telling, ref: RecipientRef) -> Text:
    text = t.with_when(recipient(t, ref.to), ref.when, ref.for_)
    if ref.categories:
        text = t.say("{what}, only: {limits}", what=text, limits=data(t, ref.categories))
    for basis in ref.legal_basis:
        text = t.say("{what}. Legal basis: {basis}", what=text, basis=on(t, basis))
    return text


def purpose(t: Telling, one: Purpose) -> Text:
    """Name a purpose by its title, else by its kind."""
    if one.title is not None:
        return own(one.title)
    if one.kind is not None:
        return t.label("purpose", one.kind)
    return t.gap(t.word("the purpose"), (*one.where, "title"))


def purposes(t: Telling, names: Iterable[str]) -> Text:
    """Name several purposes by their ids."""
    known = t.register.purposes
    return t.apart(*(purpose(t, known[n]) if n in known else own(n) for n in names))


def on(t: Telling, basis: LegalBasis) -> Text:
    """Name a legal basis with all that is said of it."""
    text = t.label("basis_short", basis.basis)
    details = tuple(_details(t, basis))
    if details:
        text = t.say("{label}: {text}", label=text, text=t.apart(*details))
    return t.with_when(text, basis.when)


def _details(t: Telling, basis: LegalBasis) -> Iterable[Text]:
    if basis.explicit:
        yield t.say("explicit")
    if basis.reason:
        yield own(basis.reason)
    yield from _interest(t, basis)
    if basis.law:
        yield own(basis.law)
    elif basis.basis == "legal_obligation":
        yield t.gap(t.word("which law"), (*basis.where, "law"))
    if basis.article_9:
        yield t.label("article_9", basis.article_9)
    if basis.of:
        yield t.say("only for: {limits}", limits=data(t, basis.of))
    if basis.channels:
        yield t.labels("way", basis.channels)


def _interest(t: Telling, basis: LegalBasis) -> Iterable[Text]:
    if basis.interest:
        yield own(basis.interest)
    elif basis.basis == "legitimate_interests":
        yield t.gap(t.word("which interests"), (*basis.where, "interest"))
    if basis.whose:
        yield t.labels("whose", basis.whose)


def withdrawal(t: Telling, one: Withdrawal) -> Text:
    """Tell how consent is withdrawn."""
    if one.how:
        how = t.listed([way(t, each, one.words) for each in one.how])
    else:
        how = own(one.words) if one.words else t.gap(t.word("how"), (*one.where, "how"))
    text = t.say("You withdraw it: {how}.", how=how)
    if one.exceptions:
        text = (*text, Span(" "), *t.say("Exceptions: {text}.", text=own(one.exceptions)))
    return text


def way(t: Telling, term: str, words: str | None) -> Text:
    """Name a way, in the register's words where its vocabulary has no word for it."""
    return own(words) if term == "other" and words else t.label("way", term)


def worded(t: Telling, vocabulary: str, term: str, words: str | None) -> Text:
    """Name a term, in the register's words where the vocabulary has no name for it."""
    if term in LABELS[vocabulary]:
        return t.label(vocabulary, term)
    return own(words or term.replace("_", " "))
