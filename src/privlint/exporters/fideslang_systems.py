"""The systems of a manifest: the shop, and whoever receives data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from privlint.record import Record

if TYPE_CHECKING:
    from privlint.exporters.ledger import Ledger
    from privlint.knowledge.facts import Facts
    from privlint.register import Address, Recipient, Register

_LINK = re.compile(
    r"https?://[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:/[\w.~:/?#@!$&'()*+,;=%-]*)?", re.ASCII
)
_GROUNDS = {"consent": "Explicit consent", "contract": "Contract", "law": "Authorised by law"}


def contact(node: Any, ledger: Ledger) -> dict[str, str]:
    """Return how somebody is reached."""
    told = {key: ledger.take(node, key) for key in ("name", "email", "phone")}
    return {
        key: value
        for key, value in {**told, "address": _line(node.address, ledger)}.items()
        if value is not None
    }


def _line(address: Address | None, ledger: Ledger) -> str | None:
    parts = [ledger.take(address, key) for key in ("street", "postcode", "city", "country")]
    return ", ".join(part for part in parts if part) or None


class Systems(Record):
    """Writes the systems of a register."""

    register: Register
    ledger: Ledger
    facts: Facts
    name: str
    """The key of the shop."""

    def shop(self, declarations: list[dict[str, Any]]) -> dict[str, Any]:
        """Return the system of the shop, with all that is declared for it."""
        register, take = self.register, self.ledger.take
        flows = list(dict.fromkeys(key for one in declarations for key in one.get("egress", ())))
        made: dict[str, Any] = {
            "fides_key": f"{self.name}.shop",
            "organization_fides_key": self.name,
            "name": register.shop.name,
            "system_type": "Service",
        }
        if register.controller is not None:
            made["responsibility"] = ["Controller"]
        if (policy := self._link(register.shop, "url")) is not None:
            made["privacy_policy"] = policy
        if register.cookies is not None and register.cookies.items:
            made["uses_cookies"] = True
            for cookie in register.cookies.items:
                self.ledger.mark(cookie)
        if measures := [self._measure(one) for one in self._measures()]:
            made["data_security_practices"] = "; ".join(measures)
        if joint := [take(one, "name") for one in register.joint_controllers if one.name]:
            made["joint_controller_info"] = "; ".join(joint)
        if flows:
            made["egress"] = [{"fides_key": key, "type": "system"} for key in flows]
        return {**made, **self._decisions(), "privacy_declarations": declarations}

    def _measures(self) -> tuple[Any, ...]:
        return self.register.security.measures if self.register.security is not None else ()

    def _measure(self, measure: Any) -> str:
        word: str = self.ledger.take(measure, "measure").replace("_", " ")
        of = self.ledger.take(measure, "of")
        return word if of is None else f"{word} ({of})"

    def _decisions(self) -> dict[str, Any]:
        decisions = self.register.automated_decisions
        if decisions is None or decisions.status is None:
            return {}
        made: dict[str, Any] = {"uses_profiling": self.ledger.take(decisions, "status") == "used"}
        grounds = [self.ledger.take(one, "ground") for one in decisions.decisions if one.ground]
        if grounds and made["uses_profiling"]:
            made["legal_basis_for_profiling"] = list(
                dict.fromkeys(_GROUNDS[one] for one in grounds)
            )
        return made

    def recipients(self) -> list[dict[str, Any]]:
        """Return a system for each recipient; one that gets no data is none, and so lost."""
        found = self.register.recipients.items()
        return [self._recipient(name, one) for name, one in found if one.relation is None]

    def _recipient(self, name: str, recipient: Recipient) -> dict[str, Any]:
        take = self.ledger.take
        role = self.facts.counterpart("role", recipient.role, "fideslang")
        called = take(recipient, "name")
        made: dict[str, Any] = {
            "fides_key": name,
            "organization_fides_key": self.name,
            "name": called,
            "description": take(recipient, "does"),
            "system_type": "Third Party",
            "legal_name": take(recipient, "legal_name"),
            "legal_address": _line(recipient.address, self.ledger),
            "privacy_policy": self._link(recipient, "policy"),
        }
        if role is not None:
            take(recipient, "role")
            made["responsibility"] = [role]
        transfers = [one for one in self.register.transfers_of(recipient) if one.happens]
        if transfers:
            made["does_international_transfers"] = True
            words = [take(one, "safeguard") for one in transfers]
            told = [self.facts.counterpart("safeguard", word, "fideslang") for word in words]
            made["legal_basis_for_transfers"] = [*dict.fromkeys(one for one in told if one)]
        for transfer in transfers:
            self.ledger.take(transfer, "status")
        return {
            **{key: value for key, value in made.items() if value is not None},
            "privacy_declarations": [],
        }

    def _link(self, node: Any, attribute: str) -> str | None:
        link: str | None = getattr(node, attribute)
        if link is None or not _LINK.fullmatch(link):
            return None
        self.ledger.take(node, attribute)
        return link
