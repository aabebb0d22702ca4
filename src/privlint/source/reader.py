"""Read a register: YAML that means what the same JSON would mean, with a place for everything.

Plain scalars are `true`, `false`, `null`, numbers as JSON writes them, and otherwise text: the
country code NO stays "NO" and a date stays text. Where JSON and the YAML 1.2 core schema would
read a scalar differently (`012`, `+1`, `0o7`, `~`), the reader asks for quotes instead of guessing.

libyaml's event stream is composed into data here, since `yaml.load` keeps no
places, takes three times as long, and follows nesting until the stack ends.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable
from typing import Any

import yaml

from privlint.record import Record
from privlint.source.characters import BOM, forbidden, reordering, unusual
from privlint.source.document import Document, LineTable, Part, Span
from privlint.source.scalars import SUSPECT, WORDS, AmbiguousError, meaning
from privlint.source.wording import syntax_message


class Limits(Record):
    """What a register may cost to read: bytes, nodes after aliases, and levels of nesting."""

    size: int = 2_000_000
    nodes: int = 50_000
    depth: int = 64


class _Anchored(Record):
    """What an anchor stands for."""

    data: Any
    part: Part
    nodes: int
    is_complete: bool


class ReadError(Exception):
    """A register that cannot be read: the reason's name, what is wrong, and where."""

    def __init__(
        self, reason: str, message: str, span: Span, related: tuple[tuple[str, Span], ...] = ()
    ) -> None:
        """`reason` names the card of `privlint.form`; `related` are labelled further places."""
        super().__init__(message)
        self.reason = reason
        self.message = message
        self.span = span
        self.related = related


_LONGEST_ECHO = 60
_ANCHOR = re.compile(r"&\S+(?:[ \t\r\n]+(?:#.*)?)*")
_NESTED = "exceeded maximum nesting depth"
"""What libyaml says beyond a thousand levels, since it has a limit of its own."""

_TAG = "tags (!) are not used in registers"
_SCALAR: Any = yaml.ScalarEvent
_MAPPING_END: Any = yaml.MappingEndEvent
_SEQUENCE_END: Any = yaml.SequenceEndEvent
_NODES = {yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent}

DEFAULT_LIMITS = Limits()


def read(source: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read the bytes of a register; raises `ReadError` where that cannot be done."""
    text = decode(source)
    try:
        return _composed(text, text, limits)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(text, error) from None
    except yaml.YAMLError as error:
        raise ReadError("syntax", f"this is not YAML: {error}", Span(1, 1, 1, 1)) from None


def _composed(text: str, part: str, limits: Limits) -> Document:
    """Compose the text, or the part of it that is read."""
    try:
        return _Composer(text, limits).document(part)
    except yaml.MarkedYAMLError as error:
        if error.problem != _NESTED or error.problem_mark is None or part is not text:
            raise
        # libyaml reads ahead, and gives up before it has told of the brackets that it read.
        return _composed(text, text[: error.problem_mark.index], limits)


def decode(source: bytes) -> str:
    """Decode a file as UTF-8, without a byte-order mark and without control characters."""
    try:
        text = source.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8").removeprefix(BOM)
        span = LineTable(before + " ").span(len(before), len(before) + 1)
        message = f"byte {error.start} (0x{source[error.start]:02x}) is not UTF-8"
        if source.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            message = "the file is UTF-16"
        raise ReadError("encoding", message, span) from None
    rest = unusual(source)
    at = forbidden(text) if forbidden(rest) is not None else None
    if at is not None:
        message = f"the character U+{ord(text[at]):04X} is not allowed"
        raise ReadError("control-character", message, LineTable(text).span(at, at + 1))
    at = reordering(text) if rest else None
    if at is not None:
        message = f"the character U+{ord(text[at]):04X} makes the line read otherwise than it is"
        raise ReadError("reordered-text", message, LineTable(text).span(at, at + 1))
    return text


class _Composer:
    """Composes data and places from events, and stops at the first thing a register cannot hold.

    Nesting is followed by calls, as deep as the limit allows and no deeper.
    """

    def __init__(self, text: str, limits: Limits) -> None:
        self._text = text
        self._limits = limits
        self._left = limits.nodes
        """How many more nodes there may be."""
        self._anchors: dict[str, _Anchored] = {}
        self._aliased: dict[int, Part] = {}
        self._next: Callable[[], Any] = lambda: None

    def document(self, part: str) -> Document:
        """Compose from the events of the text, or of the part of it that is read."""
        parser = yaml.CSafeLoader(part)
        self._next = parser.get_event
        found = None
        try:
            for event in iter(self._next, None):
                kind = type(event)
                if kind is yaml.DocumentStartEvent:
                    self._begin(event, is_second=found is not None)
                elif kind in _NODES:
                    found = self._node(event, 0)
        finally:
            # Without its parser nothing holds on to the text.
            del self._next
            parser.dispose()
        if found is None or found[0] is None:
            raise ReadError("empty", "the file holds no register", Span(1, 1, 1, 1))
        return Document(self._text, *found, self._aliased)

    def _begin(self, event: Any, *, is_second: bool) -> None:
        at = event.start_mark.index
        if is_second:
            raise self._error("several-documents", "a second document starts here", at, at + 3)
        if event.tags or (event.version and tuple(event.version) != (1, 2)):
            message = "a YAML directive changes how the file is read"
            raise self._error("directive", message, at, at + 1)

    def _node(self, event: Any, depth: int) -> tuple[Any, Part]:
        """Compose what an event begins."""
        kind = type(event)
        if kind is yaml.MappingStartEvent:
            found = self._mapping(event, depth)
        elif kind is yaml.SequenceStartEvent:
            found = self._sequence(event, depth)
        elif kind is yaml.ScalarEvent:
            found = self._scalar(event)
        else:
            found = self._alias(event)
        self._left -= 1
        if self._left < 0:
            raise self._too_many(found[1])
        return found

    def _mapping(self, event: Any, depth: int) -> tuple[Any, Part]:
        data: dict[str, Any] = {}
        parts: dict[str, Any] = {}
        start, left = self._open(event, data, parts, depth), self._left
        take = self._next
        # Three of four events are taken in this loop.
        while type(entry := take()) is not _MAPPING_END:
            if type(entry) is not _SCALAR:
                at, end = entry.start_mark.index, entry.end_mark.index
                raise self._error("unnamed-key", "a key must be a plain name", at, end)
            key, at, end = entry.value, entry.start_mark.index, entry.end_mark.index
            if entry.tag is not None:
                raise self._error("tag", _TAG, at, end)
            if entry.anchor is not None:
                at = self._anchored(entry, key, at, end)
            if not key or key == "<<" or key in data:
                raise self._no_key(parts, key, at, end)
            entry = take()
            if type(entry) is _SCALAR:
                value, part = self._scalar(entry)
                self._left -= 1
                if self._left < 0:
                    raise self._too_many(part)
            else:
                value, part = self._node(entry, depth + 1)
            data[key] = value
            parts[key] = (at, end, part)
        return self._close(event, data, (start, entry.end_mark.index, parts), left)

    def _sequence(self, event: Any, depth: int) -> tuple[Any, Part]:
        data: list[Any] = []
        parts: list[Part] = []
        start, left = self._open(event, data, parts, depth), self._left
        take = self._next
        while type(entry := take()) is not _SEQUENCE_END:
            value, part = self._node(entry, depth + 1)
            data.append(value)
            parts.append(part)
        return self._close(event, data, (start, entry.end_mark.index, parts), left)

    def _open(self, event: Any, data: Any, parts: Any, depth: int) -> int:
        """Return where a collection starts; until it is closed, its anchor cannot be used."""
        start: int = event.start_mark.index
        end, anchor = event.end_mark.index, event.anchor
        if event.tag is not None:
            raise self._error("tag", _TAG, start, end)
        if depth >= self._limits.depth:
            message = f"nested more than {self._limits.depth} levels deep"
            raise self._error("too-deep", message, start, start + 1)
        if anchor is not None:
            self._anchors[anchor] = _Anchored(data, (start, end, parts), 0, is_complete=False)
        return start

    def _close(self, event: Any, data: Any, part: Part, left: int) -> tuple[Any, Part]:
        if event.anchor is not None:
            nodes = left - self._left + 1
            self._anchors[event.anchor] = _Anchored(data, part, nodes, is_complete=True)
        return data, part

    def _scalar(self, event: Any) -> tuple[Any, Part]:
        start, end, value = event.start_mark.index, event.end_mark.index, event.value
        if event.tag is not None:
            raise self._error("tag", _TAG, start, end)
        if not event.style and (value in WORDS or value[0] in SUSPECT):
            value = self._plain(value, start, end)
        if event.anchor is not None:
            start = self._anchored(event, value, start, end)
        return value, (start, end, None)

    def _anchored(self, event: Any, value: Any, start: int, end: int) -> int:
        """Keep what an anchor names; return where the scalar starts, behind its mark."""
        if found := _ANCHOR.match(self._text, start):
            start = min(found.end(), end)
        self._anchors[event.anchor] = _Anchored(value, (start, end, None), 1, is_complete=True)
        return start

    def _alias(self, event: Any) -> tuple[Any, Part]:
        start, end = event.start_mark.index, event.end_mark.index
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            raise self._error("syntax", f"the alias *{event.anchor} has no anchor", start, end)
        if not anchored.is_complete:
            message = f"the anchor &{event.anchor} holds itself"
            raise self._error("recursive-anchor", message, start, end)
        self._left -= anchored.nodes - 1
        if anchored.part[2] is None:
            self._aliased[start] = anchored.part
        return anchored.data, (start, end, anchored.part[2])

    def _plain(self, value: str, start: int, end: int) -> Any:
        try:
            return meaning(value)
        except AmbiguousError as error:
            message = f"`{_short(value)}` can be read in two ways: {error}"
            raise self._error("ambiguous-scalar", message, start, end) from None

    def _no_key(self, parts: dict[str, Any], key: str, start: int, end: int) -> ReadError:
        if key == "<<":
            return self._error("merge-key", "merge keys (<<) are not used in registers", start, end)
        if not key:
            return self._error("unnamed-key", "a key without a name", start, end + 1)
        first = self._span(*parts[key][:2])
        message = f"the key `{_short(key)}` stands twice"
        return ReadError("duplicate-key", message, self._span(start, end), (("first here", first),))

    def _too_many(self, part: Part) -> ReadError:
        message = f"more than {self._limits.nodes} entries, aliases counted each time"
        return self._error("too-many-nodes", message, part[0], part[0] + 1)

    def _span(self, start: int, end: int) -> Span:
        return LineTable(self._text).span(start, end)

    def _error(self, reason: str, message: str, start: int, end: int) -> ReadError:
        return ReadError(reason, message, self._span(start, end))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_ECHO else f"{text[:_LONGEST_ECHO]}..."


def _syntax_error(text: str, error: yaml.MarkedYAMLError) -> ReadError:
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(text)) if mark is not None else 0
    message = syntax_message(error.problem or str(error))
    return ReadError("syntax", message, LineTable(text).span(at, at + 1))
