"""The cells of an activity: what each column says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters import labels
from privlint.exporters.ropa.activities import title_of
from privlint.exporters.ropa.everywhere import Everywhere
from privlint.exporters.ropa.gaps import NOT_STATED, gap, is_waiting
from privlint.exporters.ropa.receiving import Receiving
from privlint.exporters.ropa.saying import FOR_ALL, Saying, flat, if_so, listed, quoted, told
from privlint.exporters.ropa.sheet import Line, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from privlint.exporters.contract import Subject
    from privlint.exporters.ropa.activities import Activity, Part
    from privlint.exporters.ropa.sheet import Cell

NOBODY = "nobody, as the statement says"
_SENSITIVE = {"special": "special category", "criminal": "criminal data", "national_id": "number"}
"""Flags of kinds of data that the law sets apart (Art. 9, 10 and 87 GDPR)."""


class Cells:
    """Fills the cells of one register."""

    def __init__(self, subject: Subject) -> None:
        """Ask a register, and the names that the knowledge has."""
        self.register = subject.register
        self.facts = subject.facts
        self.say = Saying(subject.facts)
        self.receive = Receiving(subject.register, subject.facts, self.say)
        self._titles = {name: title_of(one) for name, one in self.register.purposes.items()}
        self.everywhere = Everywhere(self.register, subject.facts, self.say)

    def purpose(self, activity: Activity) -> Cell:
        """Say what it is for."""
        holder = activity.holder
        if holder is None:
            return self._by_part(activity, "purpose", lambda part: part.purpose)
        if holder is not self.register.general:
            return lines(told(activity.title, if_so(getattr(holder, "when", None))))
        aims = [flat(one.words) for one in getattr(holder, "purposes", ()) if one.words]
        return lines(*aims) or gap(self.register, (*activity.where, "purposes"))

    def description(self, activity: Activity) -> Cell:
        """Say it in the statement's own words, with the sort of purpose."""
        holder = activity.holder
        kind = labels.PURPOSES.get(getattr(holder, "kind", None) or "")
        words = [quoted(holder.words)] if holder is not None and holder.words else []
        found = [*([f"sort: {kind}"] if kind else []), *words]
        return lines(*found) if found else gap(self.register, activity.where)

    def bases(self, activity: Activity) -> Cell:
        """Say the legal bases."""
        own = [self.say.basis(one) for one in getattr(activity.holder, "legal_basis", ())]
        marketing = getattr(activity.holder, "marketing", None)
        for channel in marketing.channels if marketing is not None else ():
            said = listed(map(self.say.basis, channel.legal_basis))
            own += [f"for {labels.CHANNELS[channel.channel]}: {said}"] if said else []
        general = self.register.general
        wide = [self.say.basis(one) for one in general.legal_basis] if general is not None else []
        return self._by_part(
            activity,
            "legal_basis",
            lambda part: listed(map(self.say.basis, part.bases)),
            own=own,
            wide=wide,
        )

    def categories(self, activity: Activity) -> Cell:
        """Say the kinds of data."""
        return self._by_part(activity, "data", self._kinds, numbered=True)

    def _kinds(self, part: Part) -> str | None:
        group = part.group
        named = [self.say.kinds(part.categories)] if part.categories else []
        if group is not None and group.unnamed:
            named.append(f"data that are not named: {quoted(group.unnamed)}")
        said = "; ".join(named)
        if part.name:
            said = f"{part.name}: {said or NOT_STATED}"
        if group is None:
            return said
        called = listed(labels.CALLED[one] for one in group.called)
        return said and told(said, f"called: {called}" if called else None, if_so(group.when))

    def sensitive(self, activity: Activity) -> Cell:
        """Say which of the data the law sets apart."""
        entries = [entry for part in activity.parts for entry in part.categories]
        if not entries:
            return gap(self.register, (*activity.where, "data"))
        found: list[str] = []
        for entry in entries:
            known = self.facts.category(entry.id)
            flags = known.flags if known is not None else frozenset[str]()
            found += [
                told(self.say.kind(entry), name) for f, name in _SENSITIVE.items() if f in flags
            ]
        return lines(*(dict.fromkeys(found) or ("none of the kinds that are listed",)))

    def subjects(self, activity: Activity) -> Cell:
        """Say whose data they are."""
        general = self.register.general
        return self._by_part(
            activity,
            "data_subjects",
            lambda part: self._people(part.group.data_subjects if part.group is not None else ()),
            own=self._several(getattr(activity.holder, "data_subjects", ())),
            wide=self._several(general.data_subjects if general is not None else ()),
        )

    def _several(self, subjects: Sequence[str]) -> list[str]:
        return [self._people(subjects)] if subjects else []

    def _people(self, subjects: Sequence[str]) -> str:
        return listed(labels.SUBJECTS[one] for one in subjects)

    def source(self, activity: Activity) -> Cell:
        """Say where the data come from."""
        return self._by_part(activity, "source", self._source)

    def _source(self, part: Part) -> str | None:
        group = part.group
        if group is None:
            return None
        named = [labels.SOURCES[one] for one in group.source]
        own = quoted(group.source_words) if group.source_words else None
        said = told(listed(named) or "in words only", own) if named or own else ""
        ways = [f"held by {self.receive.name(group.held_by)}"] if group.held_by else []
        ways += [f"through {self.receive.name(to)}" for to in group.via]
        return "; ".join(filter(None, (said, *ways)))

    def retention(self, activity: Activity) -> Cell:
        """Say how long data are kept."""
        holder, general = activity.holder, self.register.general
        own, wide = [], []
        if holder is not None and holder.retention is not None:
            own = [self.say.retention(holder.retention, self._titles)]
        if general is not None and general.retention is not None:
            meant = self.say.retention_of(general.retention, str(activity.where[-1]))
            wide = [meant] if meant else []
        return self._by_part(
            activity,
            "retention",
            lambda part: (
                self.say.retention(part.retention, self._titles)
                if part.retention is not None
                else None
            ),
            own=own,
            wide=wide,
        )

    def recipients(self, activity: Activity) -> Cell:
        """Say who receives the data."""
        holder, general = activity.holder, self.register.general
        own = [self.receive.reference(ref) for ref in holder.recipients] if holder else []
        if holder is not None and "recipients" in holder.stated and not holder.recipients:
            own = [NOBODY]
        wide = [self.receive.reference(ref) for ref in general.recipients] if general else []
        is_nobody = "recipients" in self.register.stated and not self.register.recipients
        is_nobody |= general is not None and "recipients" in general.stated and not wide
        return self._by_part(
            activity,
            "recipients",
            self._receivers,
            own=own,
            wide=[NOBODY] if is_nobody else wide,
        )

    def _receivers(self, part: Part) -> str | None:
        if "recipients" in part.stated and not part.recipients and not part.receivers:
            return NOBODY
        named = map(self.receive.name, part.receivers)
        return listed((*map(self.receive.reference, part.recipients), *named))

    def _by_part(  # noqa: PLR0913 - the levels at which a statement can say something
        self,
        activity: Activity,
        key: str,
        said: Callable[[Part], str | None],
        *,
        own: Sequence[str] = (),
        wide: Sequence[str] = (),
        numbered: bool = False,
    ) -> Cell:
        """Say what is said of each part, of all of them, and failing that of everything.

        `numbered`: number the parts also where the same is said of them.
        """
        texts = [said(part) for part in activity.parts]
        where = (*activity.where, key)
        if activity.holder is self.register.general:
            wide = ()
        if not any(texts):
            return self._of_all(activity, key, own, wide)
        if len(set(texts)) == 1 and not (numbered and len(texts) > 1):
            return lines(texts[0] or "", *own)
        silent = [Line(FOR_ALL.format(listed(wide)))] if wide else gap(self.register, where)
        numbers: dict[Line, list[int]] = {}
        for number, (part, text) in enumerate(zip(activity.parts, texts, strict=True), 1):
            line = Line(text or "")
            if not text and not own:
                is_left = is_waiting(self.register, (*part.where, key))
                (line,) = gap(self.register, (*part.where, key)) if is_left else silent
            if line.text:
                numbers.setdefault(line, []).append(number)
        found = (
            line.replace(text=f"({', '.join(map(str, those))}) {line.text}")
            for line, those in numbers.items()
        )
        return (*found, *lines(*own))

    def _of_all(
        self, activity: Activity, key: str, own: Sequence[str], wide: Sequence[str]
    ) -> Cell:
        if own:
            return lines(*own)
        places = [(*activity.where, key), *((*part.where, key) for part in activity.parts)]
        if key == "recipients":
            places.append(("recipients",))
        if wide and not any(is_waiting(self.register, place) for place in places):
            return lines(*(FOR_ALL.format(one) for one in wide))
        return gap(self.register, *places)
