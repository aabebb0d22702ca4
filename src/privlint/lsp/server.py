"""The language server: hears of an editor's buffers, and tells what is in them.

Nothing that goes wrong while it answers ends it: the editor gets a line in its log, and no answer.
"""

from __future__ import annotations

import asyncio
import logging
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException
from pygls.lsp.server import LanguageServer

from privlint.lsp import answers
from privlint.lsp.buffer import Buffer
from privlint.lsp.diagnostics import diagnostics
from privlint.lsp.ids import RenameError
from privlint.lsp.terms import forget
from privlint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

    from pygls.workspace import TextDocument

Answer = TypeVar("Answer")

DELAY = 0.15
"""Seconds without a keystroke after which a buffer is checked."""

_REFUSED = -32803
"""The code of the protocol for a request that is understood, and cannot be granted."""


class Server(LanguageServer):
    """Holds the buffers, and the checks that wait for somebody to stop typing."""

    def __init__(self) -> None:
        """Make a server that answers what `serve` registers."""
        # Whole texts and not changes: what a line is, is then told in one place, `Positions`.
        super().__init__("privlint", VERSION, types.TextDocumentSyncKind.Full)
        self._buffers: dict[str, Buffer] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self.is_leaving = False
        """Whether the editor has said that it will go."""

    def buffer(self, uri: str) -> Buffer:
        """Return what the editor holds of a file now."""
        document = self.workspace.get_text_document(uri)
        held = self._buffers.get(uri)
        if held is None or held.version != document.version or held.source is not document.source:
            held = self._buffers[uri] = _buffer(document, self.workspace.position_encoding)
        return held

    def check_soon(self, uri: str) -> None:
        """Check a buffer when nobody has typed for a moment."""
        self._forget_check(uri)
        self._waiting[uri] = asyncio.get_running_loop().call_later(DELAY, self._check_later, uri)

    def check(self, uri: str) -> None:
        """Check a buffer now, and show what is found."""
        self._forget_check(uri)
        buffer = self.buffer(uri)
        found = diagnostics(buffer)
        told = types.PublishDiagnosticsParams(uri, found, buffer.version)
        self.text_document_publish_diagnostics(told)
        for crash in buffer.crashes if buffer.is_register else ():
            self.say(f"rule {crash.card.code} ({crash.card.name}) failed: {crash.error!r}")

    def check_anew(self, uri: str) -> None:
        """Check a buffer although its text is the same: what lies beside it may not be."""
        forget()
        self._buffers.pop(uri, None)
        self.check(uri)

    def close(self, uri: str) -> None:
        """Forget a buffer, and show nothing of it any more."""
        self._forget_check(uri)
        self._buffers.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def say(self, message: str) -> None:
        """Write into the editor's log that something failed."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, message))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log what could not be read; who asked for something has been answered already."""
        if source is not FeatureRequestError:
            self.say(f"privlint could not read a message: {type(error).__name__}: {error}")

    def _forget_check(self, uri: str) -> None:
        waiting = self._waiting.pop(uri, None)
        if waiting is not None:
            waiting.cancel()

    def _check_later(self, uri: str) -> None:
        try:
            self.check(uri)
        except Exception as error:  # noqa: BLE001 - whatever it is, the server lives on
            self.say(_failed("check", error))


def _buffer(document: TextDocument, encoding: str | None) -> Buffer:
    return Buffer(
        document.uri,
        document.source,
        path=document.path if document.uri.startswith("file:") else None,
        language=document.language_id,
        version=document.version,
        encoding=encoding,
    )


def _failed(what: str, error: Exception) -> str:
    return f"privlint failed at {what}, and this is its own fault: {type(error).__name__}: {error}"


def _steady(server: Server, answer: Callable[[Any], Answer]) -> Callable[[Any], Answer | None]:
    """Let an answer fail without harm; only a refusal reaches whoever asked."""

    @wraps(answer)
    def ask(asked: Any) -> Answer | None:
        try:
            return answer(asked)
        except RenameError as refusal:
            raise JsonRpcException(str(refusal), _REFUSED) from None
        except Exception as error:  # noqa: BLE001 - whatever it is, the server lives on
            server.say(_failed(answer.__name__, error))
            return None

    return ask


def make() -> Server:
    """Return a server that answers everything it can."""
    server = Server()

    def opened(asked: types.DidOpenTextDocumentParams | types.DidSaveTextDocumentParams) -> None:
        server.check_anew(asked.text_document.uri)

    def changed(asked: types.DidChangeTextDocumentParams) -> None:
        server.check_soon(asked.text_document.uri)

    def closed(asked: types.DidCloseTextDocumentParams) -> None:
        server.close(asked.text_document.uri)

    def left(_: None) -> None:
        server.is_leaving = True

    events: dict[str, Callable[[Any], None]] = {
        types.TEXT_DOCUMENT_DID_OPEN: opened,
        types.TEXT_DOCUMENT_DID_SAVE: opened,
        types.TEXT_DOCUMENT_DID_CHANGE: changed,
        types.TEXT_DOCUMENT_DID_CLOSE: closed,
        types.SHUTDOWN: left,
    }
    for method, hear in events.items():
        server.feature(method)(_steady(server, hear))
    for method, answer, options in answers.ANSWERS:
        server.feature(method, options)(_steady(server, _of_registers(server, answer)))
    return server


def _of_registers(
    server: Server, answer: Callable[[Buffer, Any], Answer]
) -> Callable[[Any], Answer | None]:
    """Let a question be asked of registers only."""

    @wraps(answer)
    def ask(asked: Any) -> Answer | None:
        buffer = server.buffer(asked.text_document.uri)
        return answer(buffer, asked) if buffer.is_register else None

    return ask


def serve() -> int:
    """Serve one editor over standard input and output; return 0 if it said goodbye, else 1."""
    # What goes wrong is told to the editor, which shows it; nobody reads the standard error.
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    server = make()
    server.start_io()
    return 0 if server.is_leaving else 1
