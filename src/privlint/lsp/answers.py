"""The questions of an editor, and the answers in the words of the protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from privlint.lsp import ids
from privlint.lsp.actions import actions
from privlint.lsp.completion import Sort, completions
from privlint.lsp.diagnostics import diagnostic
from privlint.lsp.hover import hover
from privlint.lsp.symbols import Sort as SymbolSort
from privlint.lsp.symbols import symbols

if TYPE_CHECKING:
    from collections.abc import Callable

    from privlint.lsp.buffer import Buffer
    from privlint.lsp.symbols import Symbol

_KINDS = {
    Sort.KEY: types.CompletionItemKind.Property,
    Sort.WORD: types.CompletionItemKind.EnumMember,
    Sort.ID: types.CompletionItemKind.Reference,
    Sort.RULE: types.CompletionItemKind.Constant,
}
_SYMBOLS = {
    SymbolSort.SECTION: types.SymbolKind.Module,
    SymbolSort.ENTRY: types.SymbolKind.Object,
    SymbolSort.ITEM: types.SymbolKind.Struct,
    SymbolSort.FIELD: types.SymbolKind.Field,
}


def _markdown(text: str) -> types.MarkupContent:
    return types.MarkupContent(types.MarkupKind.Markdown, text)


def _hover(buffer: Buffer, asked: types.HoverParams) -> types.Hover | None:
    told = hover(buffer, buffer.positions.offset(asked.position))
    if told is None:
        return None
    return types.Hover(_markdown(told.markdown), buffer.positions.range(told.start, told.end))


def _completion(buffer: Buffer, asked: types.CompletionParams) -> types.CompletionList:
    offered = completions(buffer, buffer.positions.offset(asked.position))
    items = [
        types.CompletionItem(
            label=choice.label,
            kind=_KINDS[choice.sort],
            detail=choice.detail or None,
            documentation=_markdown(choice.about) if choice.about else None,
            sort_text=f"{number:04}",
            filter_text=choice.label,
            text_edit=types.TextEdit(buffer.positions.range(choice.start, choice.end), choice.text),
            # The text brings its own indentation.
            insert_text_mode=types.InsertTextMode.AsIs,
        )
        for number, choice in enumerate(offered)
    ]
    return types.CompletionList(is_incomplete=False, items=items)


def _definition(buffer: Buffer, asked: types.DefinitionParams) -> types.Location | None:
    found = ids.named(buffer.outline, buffer.positions.offset(asked.position))
    place = ids.declaration(buffer.outline, found[0]) if found is not None else None
    return None if place is None else _location(buffer, place)


def _references(buffer: Buffer, asked: types.ReferenceParams) -> list[types.Location] | None:
    found = ids.named(buffer.outline, buffer.positions.offset(asked.position))
    if found is None:
        return None
    places = list(ids.uses(buffer.outline, found[0]))
    own = ids.declaration(buffer.outline, found[0])
    if own is not None and asked.context.include_declaration:
        places = [own, *places]
    return [_location(buffer, place) for place in places]


def _prepare_rename(
    buffer: Buffer, asked: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder:
    name, place = _renamable(buffer, asked.position)
    return types.PrepareRenamePlaceholder(
        buffer.positions.range(place.start, place.end), placeholder=name.id
    )


def _rename(buffer: Buffer, asked: types.RenameParams) -> types.WorkspaceEdit:
    name, _ = _renamable(buffer, asked.position)
    places = ids.renamed(buffer.outline, name, asked.new_name)
    edits = [
        types.TextEdit(buffer.positions.range(place.start, place.end), asked.new_name)
        for place in places
    ]
    return types.WorkspaceEdit(changes={buffer.uri: edits})


def _renamable(buffer: Buffer, position: types.Position) -> tuple[ids.Named, ids.Place]:
    found = ids.named(buffer.outline, buffer.positions.offset(position))
    if found is None:
        raise ids.RenameError("only ids of recipients, purposes and documents can be renamed")
    if ids.declaration(buffer.outline, found[0]) is None:
        raise ids.RenameError(f"`{found[0].id}` has no entry in `{found[0].section}`")
    return found


def _code_actions(buffer: Buffer, asked: types.CodeActionParams) -> list[types.CodeAction]:
    wanted = asked.context.only
    kind = types.CodeActionKind.QuickFix
    if wanted is not None and not any(f"{kind.value}.".startswith(f"{one}.") for one in wanted):
        return []
    start = buffer.positions.offset(asked.range.start)
    end = buffer.positions.offset(asked.range.end)
    return [
        types.CodeAction(
            title=action.title,
            kind=kind,
            diagnostics=[diagnostic(buffer, action.finding)],
            is_preferred=True if action.mends else None,
            edit=types.WorkspaceEdit(
                changes={
                    buffer.uri: [
                        types.TextEdit(
                            buffer.positions.range(change.start, change.end), change.text
                        )
                        for change in action.changes
                    ]
                }
            ),
        )
        for action in actions(buffer, start, end)
    ]


def _symbols(buffer: Buffer, _: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    return [_symbol(buffer, one) for one in symbols(buffer)]


def _symbol(buffer: Buffer, symbol: Symbol) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=symbol.name,
        detail=symbol.detail or None,
        kind=_SYMBOLS[symbol.sort],
        range=buffer.positions.range(symbol.start, symbol.end),
        selection_range=buffer.positions.range(symbol.key_start, symbol.key_end),
        children=[_symbol(buffer, one) for one in symbol.below],
    )


def _location(buffer: Buffer, place: ids.Place) -> types.Location:
    return types.Location(buffer.uri, buffer.positions.range(place.start, place.end))


ANSWERS: tuple[tuple[str, Callable[[Buffer, Any], Any], Any], ...] = (
    (types.TEXT_DOCUMENT_HOVER, _hover, None),
    (
        types.TEXT_DOCUMENT_COMPLETION,
        _completion,
        types.CompletionOptions(trigger_characters=[" ", "[", "{", ","]),
    ),
    (types.TEXT_DOCUMENT_DEFINITION, _definition, None),
    (types.TEXT_DOCUMENT_REFERENCES, _references, None),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, _prepare_rename, None),
    (types.TEXT_DOCUMENT_RENAME, _rename, None),
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        _code_actions,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    ),
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _symbols, None),
)
"""By the name of the question: what answers it of a register, and what the editor is told of it."""
