"""The server as an editor meets it: a process that is spoken to over its standard streams."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import LanguageClient

from privlint.lsp import server as module
from privlint.lsp.buffer import Buffer
from privlint.lsp.server import Server

from ..conftest import SMALL
from .editing import SHOP
from .test_buffer import BOMB

URI = "file:///shop/policies/shop.yaml"
PATIENCE = 60
"""Seconds after which something that was asked for is not coming any more."""


class Editor:
    """A client with one file open."""

    def __init__(self, client: LanguageClient) -> None:
        """Listen to what the server tells without being asked."""
        self.client = client
        self.log: list[str] = []
        self._published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(
            lambda told: self._published.put_nowait(told)  # noqa: PLW0108 - pygls marks it
        )
        client.feature(types.WINDOW_LOG_MESSAGE)(lambda told: self.log.append(told.message))

    async def start(self, encodings: list[types.PositionEncodingKind] | None = None) -> Any:
        """Start the command and greet it."""
        await self.client.start_io(sys.executable, "-m", "privlint", "lsp", "--stdio")
        general = types.GeneralClientCapabilities(position_encodings=encodings)
        prepared = types.RenameClientCapabilities(prepare_support=True)
        texts = types.TextDocumentClientCapabilities(rename=prepared)
        known = types.ClientCapabilities(general=general, text_document=texts)
        answer = await self.client.initialize_async(types.InitializeParams(capabilities=known))
        self.client.initialized(types.InitializedParams())
        return answer

    async def open(self, text: str, uri: str = URI) -> Sequence[types.Diagnostic]:
        """Open a file, and return what is found in it."""
        item = types.TextDocumentItem(uri, "yaml", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return (await self.published(uri)).diagnostics

    async def type(self, text: str, version: int, uri: str = URI) -> Sequence[types.Diagnostic]:
        """Replace the text, and return what is found in it."""
        document = types.VersionedTextDocumentIdentifier(version, uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        asked = types.DidChangeTextDocumentParams(document, [change])
        self.client.text_document_did_change(asked)
        return (await self.published(uri, version)).diagnostics

    async def published(
        self, uri: str, version: int | None = None
    ) -> types.PublishDiagnosticsParams:
        """Return the next that is found in a file, of a version if one is named."""
        while True:
            told = await asyncio.wait_for(self._published.get(), PATIENCE)
            if told.uri == uri and version in {None, told.version}:
                return told

    async def leave(self) -> int | None:
        """Say goodbye, and return the exit code."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await asyncio.wait_for(self.client.stop(), PATIENCE)  # type: ignore[no-untyped-call]
        process = self.client._server  # noqa: SLF001 - pygls has no other way to it
        return None if process is None else process.returncode


def with_editor(play: Callable[[Editor], Awaitable[None]]) -> None:
    """Play a scene with an editor, which leaves at its end."""

    async def run() -> None:
        editor = Editor(LanguageClient("tests", "1"))
        try:
            await play(editor)
        finally:
            code = await editor.leave()
        assert code == 0

    asyncio.run(run())


def at(find: str, *, after: str = "", text: str = SHOP) -> types.Position:
    """Return the position inside the first such text after another."""
    return Buffer(URI, text).positions.position(text.index(find, text.index(after)) + 1)


DOCUMENT = types.TextDocumentIdentifier(URI)


def test_an_editor_is_told_what_the_server_can() -> None:
    """When they greet each other."""

    async def play(editor: Editor) -> None:
        told = await editor.start([types.PositionEncodingKind.Utf8])
        can = told.capabilities
        assert told.server_info.name == "privlint"
        assert can.position_encoding == types.PositionEncodingKind.Utf8
        assert can.hover_provider
        assert can.completion_provider.trigger_characters
        assert can.definition_provider
        assert can.references_provider
        assert can.rename_provider.prepare_provider
        assert list(can.code_action_provider.code_action_kinds) == ["quickfix"]
        assert can.document_symbol_provider

    with_editor(play)


def test_findings_follow_what_is_typed() -> None:
    """At opening, while typing, while it is no YAML, when it is saved and when it is closed."""

    async def play(editor: Editor) -> None:
        await editor.start()
        first = {one.code for one in await editor.open(SHOP)}
        assert "INP008" not in first
        assert "INP016" in {one.code for one in await editor.type(f"{SHOP}colour: red\n", 2)}
        assert {one.code for one in await editor.type(f"{SHOP}colour: [\n", 3)} == {"INP008"}
        assert {one.code for one in await editor.type(SHOP, 4)} == first
        saved = types.DidSaveTextDocumentParams(DOCUMENT)
        editor.client.text_document_did_save(saved)
        assert {one.code for one in (await editor.published(URI)).diagnostics} == first
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(DOCUMENT))
        assert not (await editor.published(URI)).diagnostics
        assert editor.log == []

    with_editor(play)


def test_saving_looks_again_at_what_lies_beside_the_register(tmp_path: Path) -> None:
    """The statement's text may have changed although the register has not."""
    uri = (tmp_path / "shop.privacy.yaml").as_uri()
    text = SMALL.replace("language: nl", "language: nl, text: statement.txt")

    async def play(editor: Editor) -> None:
        await editor.start()
        assert "TRC008" in {one.code for one in await editor.open(text, uri)}
        (tmp_path / "statement.txt").write_text("Wij doen niets.\n", encoding="utf-8")
        saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri))
        editor.client.text_document_did_save(saved)
        found = {one.code for one in (await editor.published(uri)).diagnostics}
        assert found
        assert "TRC008" not in found

    with_editor(play)


def test_everything_that_can_be_asked_is_answered() -> None:
    """Hover, completion, definition, references, rename, actions, symbols."""

    async def play(editor: Editor) -> None:
        await editor.start()
        found = await editor.open(SHOP)
        ask = editor.client
        use = at("carrier", after="recipients: [")

        told = await ask.text_document_hover_async(types.HoverParams(DOCUMENT, use))
        assert told is not None
        assert isinstance(told.contents, types.MarkupContent)
        assert "Plain Parcels" in told.contents.value

        target = await ask.text_document_definition_async(types.DefinitionParams(DOCUMENT, use))
        assert isinstance(target, types.Location)
        assert target.range.start == types.Position(7, 2)

        context = types.ReferenceContext(include_declaration=True)
        asked = types.ReferenceParams(context, DOCUMENT, use)
        places = await ask.text_document_references_async(asked)
        assert [place.range.start.line for place in places or ()] == [7, 19, 25, 26]

        prepared = await ask.text_document_prepare_rename_async(
            types.PrepareRenameParams(DOCUMENT, use)
        )
        assert isinstance(prepared, types.PrepareRenamePlaceholder)
        assert prepared.placeholder == "carrier"
        edit = await ask.text_document_rename_async(types.RenameParams(DOCUMENT, use, "courier"))
        assert edit is not None
        assert [one.new_text for one in (edit.changes or {})[URI]] == ["courier"] * 4

        line = next(one.range for one in found if one.range.start.line > 0)
        context_of = types.CodeActionContext(diagnostics=found)
        actions = await ask.text_document_code_action_async(
            types.CodeActionParams(DOCUMENT, line, context_of)
        )
        assert any(one.title.startswith("Ignore ") for one in actions or ())

        symbols = await ask.text_document_document_symbol_async(
            types.DocumentSymbolParams(DOCUMENT)
        )
        assert "recipients" in [one.name for one in symbols or ()]

        typed = SHOP.replace("    title: Send", "    leg\n    title: Send")
        await editor.type(typed, 2)
        offered = await ask.text_document_completion_async(
            types.CompletionParams(DOCUMENT, types.Position(21, 7))
        )
        assert isinstance(offered, types.CompletionList)
        (basis,) = [one for one in offered.items if one.label == "legal_basis"]
        assert isinstance(basis.text_edit, types.TextEdit)
        assert basis.text_edit.range == types.Range(types.Position(21, 4), types.Position(21, 7))
        assert editor.log == []

    with_editor(play)


def test_a_rename_that_cannot_be_is_refused_with_its_reason() -> None:
    """As an answer, and not in the log: nothing has failed."""

    async def play(editor: Editor) -> None:
        await editor.start()
        await editor.open(SHOP)
        use = at("carrier", after="recipients: [")
        ask = editor.client
        with pytest.raises(JsonRpcException, match="`host` is taken"):
            await ask.text_document_rename_async(types.RenameParams(DOCUMENT, use, "host"))
        with pytest.raises(JsonRpcException, match="only ids"):
            await ask.text_document_prepare_rename_async(
                types.PrepareRenameParams(DOCUMENT, types.Position(0, 0))
            )
        assert editor.log == []

    with_editor(play)


def test_what_goes_wrong_is_logged_and_the_server_lives_on(tmp_path: Path) -> None:
    """Here it is asked about a file that is not open and not there."""

    async def play(editor: Editor) -> None:
        await editor.start()
        ghost = types.TextDocumentIdentifier((tmp_path / "ghost.yaml").as_uri())
        asked = types.HoverParams(ghost, types.Position(0, 0))
        assert await editor.client.text_document_hover_async(asked) is None
        assert len(editor.log) == 1
        assert "failed at _hover" in editor.log[0]
        assert "Traceback" not in editor.log[0]
        assert await editor.open(SMALL)

    with_editor(play)


def test_hostile_buffers_are_answered() -> None:
    """Too large, too many, no register; with CR LF and with emoji before the column."""

    async def play(editor: Editor) -> None:
        await editor.start()
        assert [one.code for one in await editor.open(BOMB)] == ["INP010"]
        large = "privlint: 1\n" + "a: [b, {c: d}]\n" * 140_000
        assert [one.code for one in await editor.type(large, 2)] == ["INP005"]
        hover = types.HoverParams(DOCUMENT, types.Position(0, 0))
        told = await editor.client.text_document_hover_async(hover)
        assert told is not None
        deep = "[" * 100_000
        assert [one.code for one in await editor.type(deep, 3)] == ["INP012"]
        await editor.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(DOCUMENT)
        )
        other = "file:///shop/compose.yaml"
        assert not await editor.open("services: {}\n", other)
        text = SMALL.replace("Small Shop, ", "🍒, contry: 1, ").replace("\n", "\r\n")
        (found,) = await editor.type(text, 4)
        assert found.range == types.Range(types.Position(1, 17), types.Position(1, 23))
        assert editor.log == []

    with_editor(play)


def test_an_editor_that_is_gone_ends_the_server() -> None:
    """With the code that the protocol asks for."""

    async def run() -> int:
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "privlint", "lsp", stdin=pipe, stdout=pipe, stderr=pipe
        )
        _, said = await asyncio.wait_for(process.communicate(b""), PATIENCE)
        assert said == b""
        return process.returncode or 0

    assert asyncio.run(run()) == 1


def test_a_check_waits_for_the_last_keystroke(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each keystroke puts it off; one that was put off does not come."""
    shown: list[int | None] = []

    async def run() -> None:
        server, is_shown = Server(), asyncio.Event()

        def show(told: types.PublishDiagnosticsParams) -> None:
            shown.append(told.version)
            is_shown.set()

        monkeypatch.setattr(module, "DELAY", 0.01)
        monkeypatch.setattr(server, "buffer", lambda uri: Buffer(uri, SMALL, version=len(shown)))
        monkeypatch.setattr(server, "text_document_publish_diagnostics", show)
        for _ in range(5):
            server.check_soon(URI)
        await asyncio.wait_for(is_shown.wait(), PATIENCE)
        server.check_soon(URI)
        server.close(URI)
        await asyncio.sleep(0.05)

    asyncio.run(run())
    assert shown == [0, None]


def test_a_check_that_fails_is_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Although nobody asked for it at that moment; and so is a rule that fails."""
    said: list[str] = []

    async def run() -> None:
        server, is_said = Server(), asyncio.Event()
        monkeypatch.setattr(module, "DELAY", 0)

        def say(told: str) -> None:
            said.append(told)
            is_said.set()

        monkeypatch.setattr(server, "say", say)
        server.check_soon(URI)
        await asyncio.wait_for(is_said.wait(), PATIENCE)

    asyncio.run(run())
    assert "failed at check" in said[0]

    card = SimpleNamespace(code="ABC001", name="some-rule")
    crash = SimpleNamespace(card=card, error=ValueError("no"))
    buffer = SimpleNamespace(is_register=True, findings=(), crashes=(crash,), version=1)
    server = Server()
    monkeypatch.setattr(server, "buffer", lambda _: buffer)
    monkeypatch.setattr(server, "say", said.append)
    monkeypatch.setattr(server, "text_document_publish_diagnostics", lambda _: None)
    server.check(URI)
    assert said[1] == "rule ABC001 (some-rule) failed: ValueError('no')"
