"""The formats of a report: each a pure function from the report to a text."""

from privlint.reporters.table import REPORTERS, TRACERS, render, render_trace

__all__ = ["REPORTERS", "TRACERS", "render", "render_trace"]
