"""Whether data are kept longer than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.comparison.fact import Delta
from privlint.comparison.words import kept
from privlint.knowledge.durations import period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from privlint.difference import How
    from privlint.register import RetentionEntry
    from privlint.where import Where

_SILENT = "not told"


def retention_change(
    subject: str,
    old: Sequence[RetentionEntry],
    new: Sequence[RetentionEntry],
    places: tuple[Where, Where],
) -> Delta:
    """Return the change of how long `subject` is kept; `places` serve where nothing is told."""
    was, now = (" and ".join(map(kept, entries)) or _SILENT for entries in (old, new))
    verb = _direction(old, new)
    message = f"how long {subject} are kept was {was}, and is {now}"
    if verb in {"longer", "shorter"}:
        message = f"{subject} are kept {verb}: {was} before, now {now}"
    return Delta(
        "retention", verb, message,
        old[0].where if old else places[0], new[0].where if new else places[1],
    )  # fmt: skip


def _direction(old: Sequence[RetentionEntry], new: Sequence[RetentionEntry]) -> How:
    """Tell whether one period became longer; `other` where that cannot be said for sure."""
    if len(old) != 1 or len(new) != 1:
        return "other"
    (was,), (now,) = old, new
    if now.indefinite and not was.indefinite and was.period:
        return "longer"
    if was.indefinite and not now.indefinite and now.period:
        return "shorter"
    before, after = period(was.period or ""), period(now.period or "")
    asked = [(e.from_, e.until, e.bound, e.for_, e.when) for e in (was, now)]
    if before is None or after is None or asked[0] != asked[1]:
        return "other"
    if after.shortest > before.longest:
        return "longer"
    return "shorter" if after.longest < before.shortest else "other"
