"""A JSON document that is read part by part: of each part it is known what was never asked for."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from privlint.annotated import Text, divided
from privlint.importers.contract import Left, RefusedError
from privlint.source.document import FILE_START, LineTable
from privlint.source.reader import Limits, ReadError, decode, read
from privlint.tilt import FILLERS
from privlint.where import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.source.document import Document
    from privlint.where import Where

_LIMITS = Limits(nodes=1_000_000)
"""A document that repeats what it says for each kind of data is longer than a register."""
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB]..)\\u([dD][c-fC-F]..)")
_ALONE = re.compile(r"(?<!\\)((?:\\\\)*)\\u[dD][89a-fA-F]..")


def read_json(source: bytes) -> Document:
    """Read JSON, with the places of all that is in it. Raises `RefusedError`."""
    try:
        text = decode(source)
        json.loads(text)
        return read(_as_yaml(text).encode("utf-8", "replace"), _LIMITS)
    except json.JSONDecodeError as error:
        span = LineTable(error.doc).span(error.pos, error.pos)
        raise RefusedError(f"this is not JSON: {_lower(error.msg)}", span) from None
    except ReadError as error:
        raise RefusedError(error.message, error.span) from None
    except (RecursionError, ValueError):
        raise RefusedError("it is nested too deeply to be read", FILE_START) from None


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]


def _as_yaml(text: str) -> str:
    """Write JSON so that YAML reads the same, on the same lines."""
    text = _PAIR.sub(_joined, text)
    text = _ALONE.sub(r"\1\\ufffd", text)
    return "".join(
        one if one.isprintable() or one in "\n\r\t" else f"\\u{ord(one):04x}" for one in text
    )


def _joined(pair: re.Match[str]) -> str:
    number = 0x10000 + ((int(pair[2], 16) & 0x3FF) << 10) + (int(pair[3], 16) & 0x3FF)
    return f"{pair[1]}\\U{number:08x}"


class Part:
    """An object of the document, or an absent one; reading what has another type is refused."""

    def __init__(self, document: Document, data: Any, where: Where = ()) -> None:
        """Take the data at a place."""
        if not isinstance(data, dict):
            raise _wrong(document, where, "an object")
        self._document = document
        self._data: dict[str, Any] = data
        self.where = where
        self._asked: dict[str, list[Part]] = {}

    def get(self, key: str, kind: type | tuple[type, ...], called: str) -> Any:
        """Return what stands under a key, or `None`. Raises `RefusedError` for another type."""
        self._asked.setdefault(key, [])
        value = self._data.get(key)
        is_number = isinstance(value, bool) and kind is not bool
        if value is not None and (not isinstance(value, kind) or is_number):
            raise _wrong(self._document, (*self.where, key), called)
        return value

    def text(self, key: str) -> str | None:
        """Return a text; `None` where it is absent, empty or a filler."""
        text: str | None = self.get(key, str, "a text")
        return None if not text or text in FILLERS else text

    def told(self, key: str) -> Text:
        """Return a text and its notes; an empty one where nothing is told."""
        text = divided(self.get(key, str, "a text") or "")
        return Text("", text.notes) if text.main in FILLERS else text

    def flag(self, key: str) -> bool | None:
        """Return yes, no, or `None` for nothing."""
        flag: bool | None = self.get(key, bool, "true or false")
        return flag

    def texts(self, key: str) -> list[str]:
        """Return a list of texts."""
        return [
            self._text(key, n, one) for n, one in enumerate(self.get(key, list, "a list") or ())
        ]

    def _text(self, key: str, number: int, value: Any) -> str:
        if not isinstance(value, str):
            raise _wrong(self._document, (*self.where, key, number), "a text")
        return value

    def part(self, key: str) -> Part:
        """Return an object; an empty one where it is absent."""
        if known := self._asked.get(key):
            return known[0]
        value = self.get(key, dict, "an object")
        made = Part(self._document, {} if value is None else value, (*self.where, key))
        self._asked[key] = [made]
        return made

    def parts(self, key: str) -> list[Part]:
        """Return a list of objects."""
        if known := self._asked.get(key):
            return known
        listed = enumerate(self.get(key, list, "a list") or ())
        made = [Part(self._document, value, (*self.where, key, n)) for n, value in listed]
        self._asked[key] = made
        return made

    def needed(self, key: str) -> None:
        """Refuse a document that has not a key by which it is known."""
        if key not in self._data:
            raise RefusedError(
                f"this is no TILT document: it has no `{key}`", self._document.locate(self.where)
            )

    def unread(self) -> Iterator[Left]:
        """Yield what nobody asked for."""
        for key, value in self._data.items():
            is_filler = isinstance(value, str | int) and value in FILLERS
            if key not in self._asked and value not in (None, "", [], {}) and not is_filler:
                where = (*self.where, key)
                yield Left(where, f"a register has no place for `{dotted(where)}`")
            for part in self._asked.get(key, ()):
                yield from part.unread()


def _wrong(document: Document, where: Where, wanted: str) -> RefusedError:
    at = f"`{dotted(where)}`" if where else "the document"
    span = document.locate(where)
    return RefusedError(f"this is no TILT document: {at} has to be {wanted}", span)
