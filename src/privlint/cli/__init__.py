"""The command line: click, and nothing that could not be had without it."""

from privlint.cli.main import main

__all__ = ["main"]
