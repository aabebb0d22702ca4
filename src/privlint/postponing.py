"""What a short run loads and does not use: compiled, or loaded, when it is first asked.

A check of one register loads some sixty regular expressions, most of them of other packages, and
asks a handful. One of PyYAML alone, for its reader in Python that the C reader replaces, takes as
long as fifty modules of our own. Of some modules other packages use no more than a function.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

_MODULES = (
    "base64",  # of PyYAML's constructor, which builds nothing here
    "inspect",  # of click, to write help
    "ipaddress",  # of `urllib.parse`, which `pathlib` loads for the addresses of files
)

_OF_PYTHON = frozenset({"json", "locale", "platform", "textwrap", "urllib"})
_PATIENT = frozenset({"click", "privlint", "yaml"}) | _OF_PYTHON
"""Whose patterns wait: these ask a pattern by its methods. Others hand it to functions of `re`,
which take nothing but a pattern; `gettext` does."""

_compile = re.compile


class Postponed:
    """Stands for a pattern, and compiles it when anything is asked of it."""

    def __init__(self, pattern: Any, flags: int = 0) -> None:
        """Take what `re.compile` takes."""
        self._said = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Compile, and keep what was asked for, so that it costs nothing the next time."""
        answer = getattr(_compile(*self._said), name)
        self.__dict__[name] = answer
        return answer


class _Module(ModuleType):
    """Stands for a module, and loads it when anything is asked of it.

    `importlib.util.LazyLoader` would do, but Python asks any module that is imported twice whether
    it is complete, and takes that for a question.
    """

    def __getattr__(self, name: str) -> Any:
        """Load, and hold what the module holds."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        loaded = import_module(self.__name__)
        vars(self).update(vars(loaded))
        return getattr(loaded, name)


def _later(pattern: Any, flags: int = 0) -> Any:
    """Stand for `re.compile` while modules are loaded."""
    package, _, _ = sys._getframe(1).f_globals.get("__name__", "").partition(".")  # noqa: SLF001
    return Postponed(pattern, flags) if package in _PATIENT else _compile(pattern, flags)


@contextmanager
def postponed() -> Iterator[None]:
    """Postpone the patterns, and some modules, that are loaded meanwhile."""
    for name in _MODULES:
        sys.modules.setdefault(name, _Module(name))
    outer = re.compile
    re.compile = _later
    try:
        yield
    finally:
        re.compile = outer
