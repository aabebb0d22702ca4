"""JSON as all formats write it: the same bytes everywhere, and safe in the log of a pipeline."""

from __future__ import annotations

import json
import re
from typing import Any


def encoded(value: Any, indent: int | None = 2) -> str:
    """Return plain data as JSON in ASCII, with a line break behind it.

    Pipelines obey `##[error]` and `##vso[...]` wherever they stand in a line of their log; in JSON
    two number signs only stand in a text, where they mean the same when they are escaped.
    """
    text = json.dumps(value, indent=indent, ensure_ascii=True)
    return _COMMAND.sub(r"#\\u0023", text) + "\n"


_COMMAND = re.compile(r"##(?=\w*\[)")
