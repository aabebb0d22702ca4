"""Mend many registers, each by what is set for it. Nothing is written here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.fixing import mended
from privlint.record import Record
from privlint.running.accounts import Judged
from privlint.running.checking import check_source, faulty, named, refused, released
from privlint.running.discovery import STANDARD_INPUT
from privlint.running.inputs import Refusal, load
from privlint.running.patience import TooLongError, ringing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.linting import Checked
    from privlint.running.setting import Setting


class Mending(Record):
    """A file, and what it would be with its findings mended."""

    path: str
    before: bytes | None
    """Its bytes as they were read; `None` where it gave none."""
    after: bytes | None
    was: Judged
    """What is found as it is."""
    now: Judged
    """What is left when it is mended."""
    count: int
    """How many findings are mended."""

    @property
    def is_changed(self) -> bool:
        """Whether anything would be written."""
        return self.after != self.before


def mend_each(
    paths: Iterable[str],
    setting: Setting,
    seconds: float,
    *,
    stdin_name: str,
    statement: str | None,
) -> list[Mending]:
    """Read the files, and mend what can be mended of each by itself, in so many seconds each."""
    return [_mending(path, setting, seconds, stdin_name, statement) for path in paths]


def _mending(
    path: str, setting: Setting, seconds: float, stdin_name: str, statement: str | None
) -> Mending:
    name = stdin_name if path == STANDARD_INPUT else path
    terms, config = setting.terms(name), setting.config_for(name)

    def judged(checked: Checked) -> Judged:
        return Judged(name, released(checked), config, terms)

    def check(source: bytes) -> Checked:
        return check_source(path, source, terms, stdin_name=stdin_name, statement=statement)

    source = load(path, terms.limits.size)
    if isinstance(source, Refusal):
        found = judged(refused(path, source, stdin_name=stdin_name))
        return Mending(path, None, None, found, found, 0)
    try:
        with ringing(seconds):
            done = mended(source, check)
    except TooLongError as error:
        found = judged(faulty(named(path, stdin_name), "check-unfinished", str(error)))
        return Mending(path, None, None, found, found, 0)
    return Mending(path, source, done.source, judged(done.was), judged(done.checked), done.count)
