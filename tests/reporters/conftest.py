"""What the tests of the formats share: reports of small registers."""

from __future__ import annotations

from privlint.linting import lint
from privlint.report import Report
from privlint.running.run import report
from privlint.terms import Terms

from ..conftest import terms


def checked(
    text: str | bytes, *selectors: str, path: str = "shop.yaml", on: Terms | None = None
) -> Report:
    """Check one register, and report on it."""
    asked = (on or terms(*selectors)).replace(wants_digests=True, wants_data_maps=True)
    source = text.encode() if isinstance(text, str) else text
    return report([lint(path, source, asked)], asked)
