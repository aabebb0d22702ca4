"""The table of targets."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from privlint.exporters.contract import Target

TARGETS = {
    "ropa": "the record of processing activities (Art. 30 GDPR)",
    "statement": "the privacy statement itself (Art. 13 GDPR), in four languages",
    "tilt": "the Transparency Information Language, as JSON",
    "dpv": "the Data Privacy Vocabulary of the W3C, as linked data",
    "fideslang": "a manifest in the language of Fides",
}
"""What `--to` knows, and what it is; each is the module of its name."""


def target(name: str) -> Target:
    """Return the module of a target; the others are not even imported."""
    return cast("Target", import_module(f"privlint.exporters.{name}"))
