"""The cells whose content the statement tells of once, for all its activities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters import labels
from privlint.exporters.ropa.gaps import gap
from privlint.exporters.ropa.receiving import Receiving
from privlint.exporters.ropa.saying import Saying, flat, if_so, listed, quoted, told
from privlint.exporters.ropa.sheet import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.ropa.activities import Activity
    from privlint.exporters.ropa.sheet import Cell
    from privlint.knowledge.facts import Facts
    from privlint.register import AutomatedDecision, Register

_RIGHTS = (
    "information", "access", "rectification", "erasure", "restriction", "portability", "object",
    "object_direct_marketing", "no_automated_decision", "withdraw_consent",
    "notification_to_recipients",
)  # fmt: skip


class Everywhere:
    """Fills the cells that are alike, or nearly so, for all activities of a register."""

    def __init__(self, register: Register, facts: Facts, saying: Saying) -> None:
        """Ask a register, and the names that the knowledge has."""
        self._register = register
        self._facts = facts
        self._saying = saying
        self._receiving = Receiving(register, facts, saying)

    def location(self) -> Cell:
        """Say where data are kept."""
        found = [self._receiving.storage(one) for one in self._register.storage]
        return lines(*found) if found else gap(self._register, ("storage",))

    def security(self) -> Cell:
        """Say how data are secured."""
        security = self._register.security
        measures = security.measures if security is not None else ()
        found = [
            told(
                labels.MEASURES[one.measure],
                quoted(one.words) if one.measure == "other" and one.words else None,
                f"of: {flat(one.of)}" if one.of else None,
            )
            for one in measures
        ]
        if security is not None and security.guarantee:
            found.append(f"promised: {flat(security.guarantee)}")
        return lines(*found) if found else gap(self._register, ("security", "measures"))

    def joint(self) -> Cell:
        """Say who decides together with the controller."""
        found = []
        for one in self._register.joint_controllers:
            known = self._receiving.name(one.recipient) if one.recipient else None
            name = flat(one.name) if one.name else known or "somebody who is not named"
            contact = one.contact
            found.append(
                told(
                    name,
                    f"for: {flat(one.for_)}" if one.for_ else None,
                    f"arrangement: {flat(one.essence)}" if one.essence else None,
                    contact.email or contact.url if contact is not None else None,
                )
            )
        return lines(*found) if found else gap(self._register, ("joint_controllers",))

    def rights(self) -> Cell:
        """Say which rights the statement tells of."""
        rights = self._register.rights
        found = [key for key in _RIGHTS if rights is not None and getattr(rights, key) is not None]
        named = []
        for key in found:
            known = self._facts.right(key)
            words = self._facts.words(known).get("en") if known is not None else None
            named.append(words[0] if words else key.replace("_", " "))
        return lines(*named) if named else gap(self._register, ("rights",))

    def decisions(self, activity: Activity) -> Cell:
        """Say what is decided by machine, and which profiles are made."""
        found = [*self._profiling(activity), *map(self._decision, self._decided(activity))]
        told_of = self._register.automated_decisions
        if told_of is not None and told_of.status == "none":
            found.append("none, as the statement says")
        places = (("automated_decisions",), (*activity.where, "profiling"))
        return lines(*found) if found else gap(self._register, *places)

    def combination(self, activity: Activity) -> Cell:
        """Say whether data are combined."""
        profiling = getattr(activity.holder, "profiling", None)
        if profiling is None or profiling.combined is None:
            return gap(self._register, (*activity.where, "profiling", "combined"))
        return lines("yes" if profiling.combined else "no, as the statement says")

    def technologies(self) -> Cell:
        """Say which techniques the statement names."""
        cookies = self._register.cookies
        named = cookies.technologies if cookies is not None else ()
        found = [labels.TECHNOLOGIES[one] for one in named]
        return lines(*found) if found else gap(self._register, ("cookies", "technologies"))

    def _decided(self, activity: Activity) -> Iterator[AutomatedDecision]:
        told_of = self._register.automated_decisions
        for one in told_of.decisions if told_of is not None else ():
            if not one.purposes or activity.where[-1] in one.purposes:
                yield one

    def _decision(self, one: AutomatedDecision) -> str:
        by = (to if to == "controller" else self._receiving.name(to) for to in one.by)
        return told(
            flat(one.what),
            f"by: {listed(by)}" if one.by else None,
            "not automatic, as the statement says" if one.automated == "no" else None,
            f"logic: {flat(one.logic)}" if one.logic else None,
            f"consequence: {flat(one.consequence)}" if one.consequence else None,
            if_so(one.when),
        )

    def _profiling(self, activity: Activity) -> list[str]:
        profiling = getattr(activity.holder, "profiling", None)
        if profiling is None:
            return []
        content = f"content: {flat(profiling.content)}" if profiling.content else None
        effect = f"effect: {flat(profiling.effect)}" if profiling.effect else None
        return [told("profiling", content, effect)]
