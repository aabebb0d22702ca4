"""The statement itself, written from the register: short on top, in full below, gaps shown."""

from privlint.exporters.statement.target import FORMATS, LANGUAGES, LAYOUTS, export

__all__ = ["FORMATS", "LANGUAGES", "LAYOUTS", "export"]
