"""What came of one file, and what it depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from privlint.running.bodies import Bodies
    from privlint.running.packing import Packed
    from privlint.running.seen import Seen
    from privlint.running.statements import Look


class Outcome(NamedTuple):
    """What came of one file."""

    packed: Packed
    before: Seen | None
    """What the file was before it was read; `None` for one that could not be looked at."""
    sha256: str | None
    beside: tuple[Look, ...] = ()
    """The other files that were looked for, and what they were."""
    began: int = 0
    """When it was looked at, in nanoseconds."""
    lasts: bool = False
    """Whether the same would come of it again: not where a rule or the machine failed."""

    def laid_down(self, bodies: Bodies) -> Outcome:
        """Return it with what was found lying where there is room for thousands."""
        body = self.packed.body
        kept = bodies.add(body) if isinstance(body, bytes) else body
        return self._replace(packed=self.packed._replace(body=kept))
