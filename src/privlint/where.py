"""A place inside a register: the keys and list positions that lead to it, never a line.

`("purposes", "newsletter", "data", 0)` is the first group of data of the purpose `newsletter`.
Only `source.document.Document` turns a `Where` into lines and columns.
"""

from __future__ import annotations

Where = tuple["str | int", ...]

ROOT: Where = ()


def pointer(where: Where) -> str:
    """Write a place as a JSON Pointer (RFC 6901): `/purposes/newsletter/data/0`."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in where)


def dotted(where: Where) -> str:
    """Write a place as people say it, and as `todo` holds it: `purposes.newsletter.data.0`."""
    return ".".join(map(str, where))
