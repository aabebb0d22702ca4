"""How single facts are written in TILT: within its patterns, or with a filler that is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from privlint import tilt
from privlint.annotated import annotated
from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.exporters.ledger import Ledger
    from privlint.knowledge.facts import Facts
    from privlint.register.node import Node
    from privlint.where import Where

Note = tuple[str, "str | None"]

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_PHONE = re.compile(r"\+*\(?\d{1,4}\)?[- ./\d]*", re.ASCII)
_LINK = re.compile(r"(?:[\w.~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+", re.ASCII)


class Scribe(Record):
    """Writes facts of a register into TILT, and keeps the ledger of what was taken."""

    ledger: Ledger
    facts: Facts

    def plain(self, word: str) -> str:
        """Write a word of the register's vocabulary for people: `order_completed` without `_`."""
        return word.replace("_", " ")

    def join(self, main: str | None, notes: Iterable[Note]) -> str:
        """Write a text with its notes; what is not stated is said to be so."""
        return annotated(main or tilt.NOT_STATED, notes)

    def notes(self, node: Node | None, *attributes: str) -> list[Note]:
        """Take fields as notes that are called by their keys."""
        found: list[Note] = []
        for attribute in attributes if node is not None else ():
            value = self.ledger.take(node, attribute)
            key = self.plain(attribute.rstrip("_"))
            found += [(key, told) for told in self._told(attribute, value)]
        return found

    def _told(self, attribute: str, value: Any) -> list[str]:
        if value is None or value == ():
            return []
        if isinstance(value, bool):
            return ["yes" if value else "no"]
        if isinstance(value, tuple):
            return [told for one in value for told in self._told(attribute, one)]
        text = getattr(value, "words", value)
        return [text if attribute in tilt.FREE else self.plain(text)]

    def fill(self, node: Node, attribute: str, asked: str) -> Any:
        """Return the filler for an address on the web, and tell of it."""
        self.ledger.fill((*node.where, node.FIELDS[attribute].key), asked)
        return tilt.URL

    def text(
        self, node: Node | None, attribute: str, where: Where, asked: str, else_: str | None = None
    ) -> str:
        """Take a text; where it is not stated, a filler or what is said instead stands in."""
        text: str | None = getattr(node, attribute, None)
        if text is not None:
            self.ledger.take(node, attribute)
            return text
        if else_ is None:
            self.ledger.fill((*where, attribute), asked)
        return else_ or tilt.NOT_STATED

    def address(self, node: Any, where: Where, asked: str) -> str:
        """Take an address on one line, or a filler."""
        line = self.one_line(node)
        if line is None:
            self.ledger.fill((*where, "address"), asked)
        return line or tilt.NOT_STATED

    def one_line(self, node: Any) -> str | None:
        """Take an address on one line from which its parts can be had back; `None`: not stated."""
        address = getattr(node, "address", None)
        if address is None or not address.stated:
            return None
        take = self.ledger.take
        parts = [take(address, key) for key in ("street", "postcode", "city", "country")]
        street, postcode, city, country = parts
        line = tilt.one_line((street, postcode, city, country))
        if tilt.parts_of(line) == (street, postcode, city, country):
            return line
        named = zip(("street", "postcode", "city", "country"), parts, strict=True)
        return self.join(line, named)

    def email(self, node: Any, where: Where, asked: str) -> str:
        """Take an e-mail address, or a filler where none is stated or it has not the form."""
        found = self.optional_email(node)
        if found is None:
            self.ledger.fill((*where, "email"), asked)
        return found or tilt.EMAIL

    def optional_email(self, node: Any) -> str | None:
        """Take an e-mail address that has the form of one."""
        email: str | None = getattr(node, "email", None)
        if email is None or not _EMAIL.fullmatch(email):
            return None
        self.ledger.take(node, "email")
        return email

    def phone(self, node: Any) -> dict[str, str]:
        """Take a phone number, where it is written as TILT wants it."""
        phone: str | None = getattr(node, "phone", None)
        if phone is None or not _PHONE.fullmatch(phone):
            return {}
        return {"phone": self.ledger.take(node, "phone")}

    def link(self, node: Any, attribute: str) -> str | None:
        """Take an address on the web, where it has the form of one."""
        link: str | None = getattr(node, attribute, None)
        if link is None or not _LINK.fullmatch(link):
            return None
        self.ledger.take(node, attribute)
        return link
