"""Where the command begins: the rest of it is loaded without compiling its patterns."""

from __future__ import annotations

from privlint.postponing import postponed

with postponed():
    from privlint.cli.main import main

__all__ = ["main"]
