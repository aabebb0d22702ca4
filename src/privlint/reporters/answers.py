"""Who answers for a finding that does not count, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import printable

if TYPE_CHECKING:
    from privlint.finding import Suppression
    from privlint.reporters.layout import Words

BASELINE = "baseline"
"""The kind of what was found once and accepted; the other kinds are ignores."""


def answer(suppression: Suppression, words: Words) -> str:
    """Say why a finding does not count, by whom, until when, and where that is written."""
    said = [suppression.owner] if suppression.owner else []
    if suppression.until is not None:
        said.append(words.say("until {day}", day=suppression.until.isoformat()))
    if suppression.path:
        line = f":{suppression.span.start_line}" if suppression.span is not None else ""
        place = f"{suppression.path}{line}"
        if suppression.kind == BASELINE:
            said.append(words.say("accepted in {place}", place=place))
        else:
            said.append(words.say("ignored in {place}", place=place))
    else:
        said.append(words.say("by the {kind}", kind=words.say(suppression.kind)))
    reason = suppression.reason or words.say("no reason is given")
    return printable(f"{reason} ({', '.join(said)})")
