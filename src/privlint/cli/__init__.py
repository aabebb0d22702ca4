"""The command line: click, and nothing that could not be had without it."""

from privlint.cli.start import main

__all__ = ["main"]
