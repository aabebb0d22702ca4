"""Templates of messages: which one a message was made by, and the message in another language.

Rules write their messages as English f-strings and know of no other language. A message is
recognised by the fixed parts of a template, in their order; what stands between them are the
values. That takes a time linear in the message for each template, whatever a register puts into it.
"""

from __future__ import annotations

from string import Formatter

from privlint.record import Record

_QUOTES = {"`": "`", "“": "”", '"': '"'}
"""What stands between these are words of a register, or ids: they are never translated."""
_OPENING = tuple(" :;,(")
"""What a part begins with that is hung behind another."""


class Template(Record):
    """The fixed parts of a text, and the names of the values between them."""

    parts: tuple[str, ...]
    names: tuple[str, ...]
    quoted: frozenset[str]
    """The values that stand in quotes."""

    @property
    def weight(self) -> int:
        """How many letters are fixed: of two templates that match, the heavier is meant."""
        return sum(char.isalpha() for part in self.parts for char in part)

    @property
    def is_part(self) -> bool:
        """Tell whether it is made to be hung behind another text."""
        return self.parts[0].startswith(_OPENING)

    def hung(self) -> Template:
        """Return it with a value in front: that which it is hung behind."""
        return Template(("", *self.parts), ("", *self.names), self.quoted)

    def match(self, text: str) -> dict[str, str] | None:
        """Return the values of a text that was made by it; `None` if it was not."""
        first, *rest = self.parts
        if not rest:
            return {} if text == first else None
        last = rest.pop()
        end = len(text) - len(last)
        at = len(first)
        if at > end or not (text.startswith(first) and text.endswith(last)):
            return None
        values = []
        for part in rest:
            found = text.find(part, at, end)
            if found < 0:
                return None
            values.append(text[at:found])
            at = found + len(part)
        values.append(text[at:end])
        return dict(zip(self.names, values, strict=True))

    def filled(self, values: dict[str, str]) -> str:
        """Return the text with values in their places."""
        filled = [self.parts[0]]
        for name, part in zip(self.names, self.parts[1:], strict=True):
            filled += (values[name], part)
        return "".join(filled)


def template(text: str) -> Template:
    """Read a template as catalogues hold it: `{name}` for each value."""
    parts, names = [""], []
    for fixed, name, _, _ in Formatter().parse(text):
        parts[-1] += fixed
        if name is not None:
            names.append(name)
            parts.append("")
    around = zip(names, parts, parts[1:], strict=False)
    quoted = (
        name
        for name, before, after in around
        if before and after and _QUOTES.get(before[-1]) == after[0]
    )
    return Template(tuple(parts), tuple(names), frozenset(quoted))
