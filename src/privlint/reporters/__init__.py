"""The formats of a report: each a pure function from the report to a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.reporters import concise, full, json

if TYPE_CHECKING:
    from collections.abc import Callable

    from privlint.reporters.layout import Layout
    from privlint.report import Report

REPORTERS: dict[str, Callable[[Report, Layout], str]] = {
    "full": full.render,
    "concise": concise.render,
    "json": json.render,
}
"""The formats by the name that `--output-format` knows."""
