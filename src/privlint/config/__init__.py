"""What is set in a file: which one counts, and what it says."""

from privlint.config.reading import NAMES, ConfigError, beside
from privlint.config.values import ADDED, DEFAULT, Config, Set, effective, load

__all__ = [
    "ADDED",
    "DEFAULT",
    "NAMES",
    "Config",
    "ConfigError",
    "Set",
    "beside",
    "effective",
    "load",
]
