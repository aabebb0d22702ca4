"""The record of processing activities (Art. 30 GDPR), in the columns that authorities ask for."""

from privlint.exporters.ropa.target import FORMATS, LANGUAGES, LAYOUTS, export

__all__ = ["FORMATS", "LANGUAGES", "LAYOUTS", "export"]
