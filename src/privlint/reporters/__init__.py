"""The formats of a report: each a pure function from the report to a text."""

from privlint.reporters.table import (
    DIFFERS,
    REPORTERS,
    TRACERS,
    pieces,
    render,
    render_diff,
    render_trace,
)

__all__ = ["DIFFERS", "REPORTERS", "TRACERS", "pieces", "render", "render_diff", "render_trace"]
