"""On what terms a register is judged while it is written."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from privlint.catalogue import cards, catalogue
from privlint.config import ConfigError
from privlint.running.setting import OptionError, Options, Setting
from privlint.suppression.baseline import BaselineError
from privlint.terms import Terms, today

if TYPE_CHECKING:
    from datetime import date

    from privlint.rule import Card


def terms_for(path: str) -> Terms:
    """Return the terms for the register at a path, by the configuration closest above it.

    They are made when a register is opened or saved, not at each keystroke. Where the configuration
    or the baseline cannot be used there is still something to show: `privlint check` tells what is
    wrong with it.
    """
    try:
        return _of_day(today(), is_isolated=False).terms(path)
    except (ConfigError, BaselineError, OptionError):
        return _of_day(today(), is_isolated=True).terms(path)


def cards_for(path: str) -> tuple[Card, ...]:
    """Return every card that can be named in the register at a path, each once."""
    ours = frozenset(catalogue())
    return cards(rule for rule in terms_for(path).rules if rule not in ours)


def forget() -> None:
    """Read configurations and baselines again when they are asked for next."""
    _of_day.cache_clear()


@lru_cache(maxsize=2)
def _of_day(_: date, *, is_isolated: bool) -> Setting:
    return Setting(Options(is_isolated=is_isolated, without_baseline=is_isolated))
