"""The format `jsonl`: one JSON object a finding, on a line of its own, and then the summary."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from privlint.reporters.encoding import encoded
from privlint.reporters.plain_data import counts, failures, fields, fingerprinted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.report import Report
    from privlint.reporters.layout import Layout


def render(report: Report, layout: Layout) -> str:
    """Return a line for each finding, with the fields of `json`; the last has the key `summary`."""
    return "".join(pieces(report, layout))


def pieces(report: Report, _: Layout) -> Iterator[str]:
    """Yield the report line by line: there may be hundreds of thousands."""
    objects = (fields(*named) for named in fingerprinted(report))
    unchecked = [asked.path for asked in report.unchecked]
    last = {"summary": counts(report), "unchecked": unchecked, "failures": failures(report)}
    yield from (encoded(one, indent=None) for one in chain(objects, (last,)))
