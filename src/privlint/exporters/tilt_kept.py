"""How long data are kept, as TILT holds it: periods, events and criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint import tilt
from privlint.exporters.periods import in_days
from privlint.register import Purpose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from privlint.exporters.tilt_texts import Scribe
    from privlint.register import CategoryEntry, DataGroup, RetentionEntry
    from privlint.register.statement import General

_AGGREGATION = {"first": "min", "last": "max"}


def storage(
    holder: Purpose | General,
    group: DataGroup | None,
    entry: CategoryEntry | None,
    scribe: Scribe,
) -> list[dict[str, Any]]:
    """Return how long data are kept: what stands at them, else at what lists them.

    What is said for everything stands at an item of its own.
    """
    own = group.retention if group is not None else None
    listed = holder.retention if group is None or isinstance(holder, Purpose) else None
    retention = own or listed
    if retention is None:
        return []
    meant = [one for one in retention.entries if _is_meant(one, holder, entry, scribe)]
    # What only has a cite or a note tells TILT nothing.
    told = [one for one in meant if one.period or _described(one, scribe) != tilt.KEPT]
    how = _AGGREGATION.get(retention.whichever or "")
    if how is not None and len(told) > 1:
        scribe.ledger.take(retention, "whichever")
        return [_stored(told, how, scribe)]
    return [_stored([one], "max", scribe) for one in told]


def _is_meant(
    kept: RetentionEntry,
    holder: Purpose | General,
    entry: CategoryEntry | None,
    scribe: Scribe,
) -> bool:
    """Tell whether an entry is about a kind of data at a purpose."""
    if isinstance(holder, Purpose):
        if kept.purposes and holder.id not in kept.purposes:
            return False
        met = [one for one in kept.of if entry is not None and one.id == entry.id]
        for one in met:
            scribe.ledger.take(one, "id")
        return bool(met) or not kept.of
    return True


def _stored(told: Sequence[RetentionEntry], how: str, scribe: Scribe) -> dict[str, Any]:
    temporal, conditional = [], []
    for one in told:
        # TILT knows no weeks.
        lifetime = in_days(one.period) if one.period is not None else None
        if lifetime is None:
            conditional.append(_described(one, scribe))
        else:
            scribe.ledger.take(one, "period")
            temporal.append({"description": _described(one, scribe), "ttl": lifetime})
    made: dict[str, Any] = {}
    if temporal:
        made["temporal"] = temporal
    if conditional:
        made["purposeConditional"] = conditional
    if any(one.legal_duty for one in told):
        obligation = scribe.facts.basis("legal_obligation")
        made["legalBasisConditional"] = [tilt.reference(obligation.article)] if obligation else []
    return {**made, "aggregationFunction": how}


def _described(kept: RetentionEntry, scribe: Scribe) -> str:
    keys = ("from_", "until", "criterion", "indefinite", "bound", "for_", "when", "legal_duty")
    notes = scribe.notes(kept, *keys, "law", "exception", "form", "then")
    if not isinstance(kept.parent and kept.parent.parent, Purpose) and kept.of:
        notes += [("of", scribe.ledger.take(one, "id")) for one in kept.of]
    return scribe.join(scribe.ledger.take(kept, "words") or tilt.KEPT, notes)
