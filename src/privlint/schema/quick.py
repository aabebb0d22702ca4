"""The validator that only says yes or no, loaded without what it does not need.

When it loads, jsonschema-rs reads the day on which it was built with `email.utils`, and that loads
sockets and a dozen modules more: as much as its own code costs. Nobody asks for that day here.
"""

from __future__ import annotations

import sys
from types import ModuleType

_READER_OF_DATES = "email.utils"


def _no_day(_: object) -> None:
    """Stand for `email.utils.parsedate_to_datetime`."""


_is_loaded = _READER_OF_DATES in sys.modules
if not _is_loaded:
    sys.modules[_READER_OF_DATES] = ModuleType(_READER_OF_DATES)
    vars(sys.modules[_READER_OF_DATES])["parsedate_to_datetime"] = _no_day
try:
    from jsonschema_rs import Draft202012Validator as QuickValidator
except (AttributeError, ImportError):
    # Another version may ask for more of it, and gets it.
    sys.modules.pop(_READER_OF_DATES)
    from jsonschema_rs import Draft202012Validator as QuickValidator
finally:
    if not _is_loaded:
        sys.modules.pop(_READER_OF_DATES, None)

__all__ = ["QuickValidator"]
