"""The activities of a record: each purpose, what is said for everything, cookies, and embeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters import labels
from privlint.exporters.ropa.saying import flat
from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.register import (
        CategoryEntry,
        Cookie,
        DataGroup,
        Embed,
        General,
        LegalBasis,
        Purpose,
        RecipientRef,
        Register,
        Retention,
    )
    from privlint.where import Where

_GENERAL = "Said for everything, tied to no purpose"
_COOKIES = "Cookies, and what else is stored on or read from the device"
_EMBEDS = "Content of others in the pages"


class Part(Record):
    """Data of an activity that share their source, retention and recipients."""

    where: Where
    stated: frozenset[str]
    """Which keys are written, so that an empty list is told from silence."""
    name: str = ""
    group: DataGroup | None = None
    categories: tuple[CategoryEntry, ...] = ()
    retention: Retention | None = None
    recipients: tuple[RecipientRef, ...] = ()
    receivers: tuple[str, ...] = ()
    """Ids of recipients that are named without more."""
    bases: tuple[LegalBasis, ...] = ()
    purpose: str | None = None


class Activity(Record):
    """A row of the record."""

    title: str
    where: Where
    parts: tuple[Part, ...]
    holder: Purpose | General | None = None
    """What says something of all its parts."""

    @property
    def receivers(self) -> tuple[str, ...]:
        """The ids of all that receive some of its data."""
        refs = list(self.holder.recipients) if self.holder is not None else []
        refs += [ref for part in self.parts for ref in part.recipients]
        named = (to for part in self.parts for to in part.receivers)
        return tuple(dict.fromkeys((*(ref.to for ref in refs), *named)))

    @property
    def bases(self) -> tuple[LegalBasis, ...]:
        """Every legal basis that is stated in it."""
        holder = self.holder
        own: tuple[LegalBasis, ...] = getattr(holder, "legal_basis", ())
        marketing = getattr(holder, "marketing", None)
        channels = marketing.channels if marketing is not None else ()
        of_channels = tuple(basis for channel in channels for basis in channel.legal_basis)
        return (*own, *(basis for part in self.parts for basis in part.bases), *of_channels)


def activities(register: Register) -> Iterator[Activity]:
    """Yield the activities in the order of the register."""
    for purpose in register.purposes.values():
        yield _of(title_of(purpose), purpose)
    general = register.general
    # What a fact has beside its content makes no row.
    if general is not None and general.stated - {"cite", "note", "words", "provision"}:
        yield _of(_GENERAL, general)
    cookies = register.cookies
    if cookies is not None and cookies.items:
        yield Activity(_COOKIES, cookies.where, tuple(map(_of_cookie, cookies.items)))
    if register.embeds:
        yield Activity(_EMBEDS, ("embeds",), tuple(map(_of_embed, register.embeds)))


def title_of(purpose: Purpose) -> str:
    """Return what a purpose is called."""
    named = purpose.title or labels.PURPOSES.get(purpose.kind or "") or purpose.words
    return flat(named or purpose.id.replace("_", " "))


def _of(title: str, holder: Purpose | General) -> Activity:
    parts = tuple(
        Part(
            where=group.where,
            stated=group.stated,
            group=group,
            categories=group.categories,
            retention=group.retention,
            recipients=group.recipients,
            bases=group.legal_basis,
        )
        for group in holder.data
    )
    return Activity(title, holder.where, parts, holder)


def _of_cookie(cookie: Cookie) -> Part:
    kind = labels.COOKIES[cookie.kind or "unspecified"]
    return Part(
        where=cookie.where,
        stated=cookie.stated,
        name=f"{flat(cookie.name)}, {kind}" if cookie.name else kind,
        categories=cookie.data,
        retention=cookie.duration,
        receivers=cookie.provider,
        bases=cookie.legal_basis,
        purpose=cookie.purpose,
    )


def _of_embed(embed: Embed) -> Part:
    return Part(
        where=embed.where,
        stated=embed.stated,
        name=labels.EMBEDS[embed.what],
        categories=embed.collects,
        retention=embed.retention,
        receivers=embed.recipients,
        bases=embed.legal_basis,
        purpose=embed.purpose,
    )
