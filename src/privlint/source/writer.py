"""Write plain data as YAML that the reader reads back as the same data."""

from __future__ import annotations

import re
from typing import Any

_PLAIN = re.compile(r"[A-Za-z][\w.-]*(?: [\w.-]+)*", re.ASCII)
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What gives the letters that follow another direction."""
_NOT_TEXT = frozenset({"true", "false", "null"})
_WIDTH = 100


def write(data: Any) -> str:
    """Return data as YAML in blocks; what another reader could take for no text has quotes."""
    import yaml  # noqa: PLC0415 - nobody but who writes a register pays for it

    class Dumper(yaml.CSafeDumper):
        """Decides on quotes by what the register's reader says."""

        def ignore_aliases(self, _: Any) -> bool:
            """Write what occurs twice twice."""
            return True

    def text(dumper: Dumper, value: str) -> yaml.ScalarNode:
        is_plain = _PLAIN.fullmatch(value) and value.lower() not in _NOT_TEXT
        style = None if is_plain else '"'
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    Dumper.add_representer(str, text)
    made: str = yaml.dump(
        data, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, indent=2
    )
    # Whatever has them is in quotes. As they are, the reader refuses some of them.
    return _DIRECTION.sub(lambda found: f"\\u{ord(found[0]):04x}", made)
