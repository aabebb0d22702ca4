"""`privlint lsp`: the language server, which editors start."""

from __future__ import annotations

import gc

import click

from privlint.cli.grouped import Command, option

_MISSING = "The language server needs a package that is not installed: pip install 'privlint[lsp]'"


@click.command(cls=Command, examples=(("What an editor is told to start", "privlint lsp --stdio"),))
@option("--stdio", group="Running", is_flag=True, help="Changes nothing: it talks in no other way.")
def lsp(*, stdio: bool) -> int:  # noqa: ARG001 - editors pass it
    """Serve an editor over standard input and output, in the Language Server Protocol.

    It shows findings while a register is typed, tells what a field or a rule means, completes keys,
    words and ids, finds and renames ids, and offers what mends a finding or answers for it.
    Exits with 0 if the editor took its leave, and with 1 if it was gone.
    """
    try:
        # Only this command needs it, and it takes as long to load as ten registers to check.
        from privlint.lsp.server import serve  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name not in {"pygls", "lsprotocol"}:
            raise
        raise click.UsageError(_MISSING) from None
    # A server runs for days: here what is left over has to be looked for.
    gc.enable()
    return serve()
