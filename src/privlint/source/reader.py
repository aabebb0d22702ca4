"""Read a register: YAML that means what the same JSON would mean, with a place for everything.

Plain scalars are `true`, `false`, `null`, numbers as JSON writes them, and otherwise text: the
country code NO stays "NO" and a date stays text. Where JSON and the YAML 1.2 core schema would
read a scalar differently (`012`, `+1`, `0o7`, `~`), the reader asks for quotes instead of guessing.

libyaml's event stream is turned into data by a builder of our own, since `yaml.load` keeps no
places, takes three times as long, and follows nesting until the stack ends.
"""

from __future__ import annotations

import math
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable
from typing import Any

import yaml

from privlint.record import Record
from privlint.source.characters import BOM, forbidden, reordering
from privlint.source.document import Document, LineTable, Part, Span
from privlint.source.unfinished import Anchored, Open
from privlint.source.wording import syntax_message


class Limits(Record):
    """What a register may cost to read: bytes, nodes after aliases, and levels of nesting."""

    size: int = 2_000_000
    nodes: int = 50_000
    depth: int = 64


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


_WORDS = {"true": True, "false": False, "null": None, "": None}
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?", re.ASCII)
_AMBIGUOUS = re.compile(
    r"~|Null|NULL|True|TRUE|False|FALSE"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    r"|[-+]?\d+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?",
    re.ASCII,
)
_SUSPECT = frozenset("-+.~0123456789NTF")
"""What begins a plain scalar that may be a number, or read in two ways."""
_LONGEST_NUMBER = len("-2.2250738585072014e-308")  # as long as a number of 64 bits can be
_LONGEST_ECHO = 60
_ANCHOR = re.compile(r"&\S+(?:[ \t\r\n]+(?:#.*)?)*")
_NESTED = "exceeded maximum nesting depth"
"""What libyaml says beyond a thousand levels, since it has a limit of its own."""

DEFAULT_LIMITS = Limits()


def read(source: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read the bytes of a register; raises `ReadError` where that cannot be done."""
    text = decode(source)
    try:
        return _build(text, text, limits)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(text, error) from None
    except yaml.YAMLError as error:
        raise ReadError("syntax", f"this is not YAML: {error}", Span(1, 1, 1, 1)) from None


def _build(text: str, part: str, limits: Limits) -> Document:
    """Build from the events of the text, or of the part of it that is read."""
    try:
        return _Builder(text, limits).build(part)
    except yaml.MarkedYAMLError as error:
        if error.problem != _NESTED or error.problem_mark is None or part is not text:
            raise
        # libyaml reads ahead, and gives up before it has told of the brackets that it read.
        return _build(text, text[: error.problem_mark.index], limits)


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
    at = forbidden(text)
    if at is not None:
        message = f"the character U+{ord(text[at]):04X} is not allowed"
        raise ReadError("control-character", message, LineTable(text).span(at, at + 1))
    at = reordering(text)
    if at is not None:
        message = f"the character U+{ord(text[at]):04X} makes the line read otherwise than it is"
        raise ReadError("reordered-text", message, LineTable(text).span(at, at + 1))
    return text


class _Builder:
    """Turns events into data and places, and stops at the first thing a register cannot hold."""

    def __init__(self, text: str, limits: Limits) -> None:
        self._text = text
        self._limits = limits
        self._nodes = 0
        self._most_nodes = limits.nodes
        self._stack: list[Open] = []
        self._holder: Open | None = None
        """The last of the stack."""
        self._anchors: dict[str, Anchored] = {}
        self._aliased: dict[int, Part] = {}
        self._result: tuple[Any, Part] | None = None

    def build(self, part: str) -> Document:
        """Build from the events of the text, or of the part of it that is read."""
        handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping_start,
            yaml.SequenceStartEvent: self._sequence_start,
            yaml.MappingEndEvent: self._collection_end,
            yaml.SequenceEndEvent: self._collection_end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document_start,
        }
        parser = yaml.CSafeLoader(part)
        try:
            for event in iter(parser.get_event, None):
                handler = handlers.get(type(event))
                if handler is not None:
                    handler(event)
        finally:
            parser.dispose()
        if self._result is None or self._result[0] is None:
            raise ReadError("empty", "the file holds no register", Span(1, 1, 1, 1))
        data, root = self._result
        return Document(self._text, data, root, self._aliased)

    def _document_start(self, event: Any) -> None:
        at = event.start_mark.index
        if self._result is not None:
            raise self._error("several-documents", "a second document starts here", at, at + 3)
        if event.tags or (event.version and tuple(event.version) != (1, 2)):
            raise self._error(
                "directive", "a YAML directive changes how the file is read", at, at + 1
            )

    def _scalar(self, event: Any) -> None:
        # Three of four events come by here.
        start, end = event.start_mark.index, event.end_mark.index
        value, anchor = event.value, event.anchor
        if event.tag is not None:
            raise self._error("tag", "tags (!) are not used in registers", start, end)
        if anchor is not None and (found := _ANCHOR.match(self._text, start)):
            # The mark is that of the anchor; the value stands behind it.
            start = min(found.end(), end)
        holder = self._holder
        is_key = holder is not None and holder.is_mapping and holder.key is None
        if not is_key and not event.style and (value in _WORDS or value[0] in _SUSPECT):
            value = self._plain(value, start, end)
        part = (start, end, None)
        if anchor is not None:
            self._anchors[anchor] = Anchored(value, part, 1, is_complete=True)
        if holder is None or not is_key:
            self._put(value, part)
        elif not value or value == "<<" or value in holder.data:
            raise self._no_key(holder, value, start, end)
        else:
            holder.key, holder.key_start, holder.key_end = value, start, end

    def _no_key(self, holder: Open, key: str, start: int, end: int) -> ReadError:
        if key == "<<":
            return self._error("merge-key", "merge keys (<<) are not used in registers", start, end)
        if not key:
            return self._error("unnamed-key", "a key without a name", start, end + 1)
        earlier = holder.part[2][key]
        first = self._span(earlier[0], earlier[1])
        message = f"the key `{_short(key)}` stands twice"
        return ReadError("duplicate-key", message, self._span(start, end), (("first here", first),))

    def _plain(self, value: str, start: int, end: int) -> Any:
        if value in _WORDS:
            return _WORDS[value]
        if _AMBIGUOUS.fullmatch(value):
            is_number = _NUMBER.fullmatch(value) is not None
            if is_number and len(value) <= _LONGEST_NUMBER:
                number = float(value) if any(c in ".eE" for c in value) else int(value)
                if math.isfinite(number):
                    return number
            way = "write it in quotes" if is_number else "write it in quotes, or as JSON would"
            message = f"`{_short(value)}` can be read in two ways: {way}"
            raise self._error("ambiguous-scalar", message, start, end)
        return value

    def _mapping_start(self, event: Any) -> None:
        self._open({}, {}, event)

    def _sequence_start(self, event: Any) -> None:
        self._open([], [], event)

    def _open(self, data: Any, parts: Any, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if event.tag is not None:
            raise self._error("tag", "tags (!) are not used in registers", start, end)
        self._refuse_as_key(start, end)
        if len(self._stack) >= self._limits.depth:
            message = f"nested more than {self._limits.depth} levels deep"
            raise self._error("too-deep", message, start, start + 1)
        opened = Open(data, (start, end, parts), event.anchor, self._nodes)
        if event.anchor:
            self._anchors[event.anchor] = Anchored(data, opened.part, 0, is_complete=False)
        self._stack.append(opened)
        self._holder = opened

    def _collection_end(self, event: Any) -> None:
        closed = self._stack.pop()
        self._holder = self._stack[-1] if self._stack else None
        start, _, parts = closed.part
        part = (start, event.end_mark.index, parts)
        if closed.anchor:
            nodes = self._nodes - closed.first_node + 1
            self._anchors[closed.anchor] = Anchored(closed.data, part, nodes, is_complete=True)
        self._put(closed.data, part)

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self._refuse_as_key(start, end)
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            raise self._error("syntax", f"the alias *{event.anchor} has no anchor", start, end)
        if not anchored.is_complete:
            message = f"the anchor &{event.anchor} holds itself"
            raise self._error("recursive-anchor", message, start, end)
        self._nodes += anchored.nodes - 1
        if anchored.part[2] is None:
            self._aliased[start] = anchored.part
        self._put(anchored.data, (start, end, anchored.part[2]))

    def _refuse_as_key(self, start: int, end: int) -> None:
        holder = self._holder
        if holder is not None and holder.is_mapping and holder.key is None:
            raise self._error("unnamed-key", "a key must be a plain name", start, end)

    def _put(self, value: Any, part: Part) -> None:
        self._nodes += 1
        if self._nodes > self._most_nodes:
            message = f"more than {self._most_nodes} entries, aliases counted each time"
            raise self._error("too-many-nodes", message, part[0], part[0] + 1)
        holder = self._holder
        if holder is None:
            self._result = (value, part)
        elif holder.key is None:
            holder.data.append(value)
            holder.part[2].append(part)
        else:
            holder.data[holder.key] = value
            holder.part[2][holder.key] = (holder.key_start, holder.key_end, part)
            holder.key = None

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
