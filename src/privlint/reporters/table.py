"""The table of formats."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from privlint.report import Report
    from privlint.reporters.compared import Compared
    from privlint.reporters.layout import Layout
    from privlint.reporters.traced import Traced

REPORTERS = (
    "full",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "markdown",
    "html",
)
"""The formats that `--output-format` knows; each is the `render` of the module of its name."""


def render(name: str, report: Report, layout: Layout) -> str:
    """Return a report in one of the formats; the others are not even imported."""
    return "".join(pieces(name, report, layout))


def pieces(name: str, report: Report, layout: Layout) -> Iterator[str]:
    """Yield a report in one of the formats: piece by piece where the format can, else as a whole.

    A format that needs all findings at once holds them all.
    """
    module = import_module(f"privlint.reporters.{name}")
    if hasattr(module, "pieces"):
        yield from module.pieces(report, layout)
        return
    held = report.replace(findings=tuple(report.findings), suppressed=tuple(report.suppressed))
    yield module.render(held, layout)


TRACERS = ("text", "json", "html")
"""The formats of a trace; each is the `render` of `trace_<name>`."""


DIFFERS = ("text", "json", "markdown")
"""The formats of a comparison; each is the `render` of `diff_<name>`."""


def render_diff(name: str, compared: Sequence[Compared], layout: Layout) -> str:
    """Return comparisons in one of the formats."""
    module = import_module(f"privlint.reporters.diff_{name}")
    return cast("str", module.render(compared, layout))


def render_trace(name: str, traced: Traced, layout: Layout) -> str:
    """Return a trace in one of the formats."""
    module = import_module(f"privlint.reporters.trace_{name}")
    return cast("str", module.render(traced, layout))
