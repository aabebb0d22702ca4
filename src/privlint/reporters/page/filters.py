"""The filters of the findings. Without a script they are not shown, and all findings are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from privlint.escaping import in_html
from privlint.reporters.layout import mark
from privlint.reporters.page.findings import provisions
from privlint.reporters.page.markup import spoken
from privlint.rule import Certainty, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from privlint.finding import Finding
    from privlint.reporters.layout import Words

_CERTAINTIES = {
    Certainty.CERTAIN: mark("certain"),
    Certainty.LIKELY: mark("likely"),
    Certainty.ASK: mark("a question for a person"),
}


def filters(findings: Sequence[Finding], families: Iterable[str], words: Words) -> str:
    """Return a row of choices that combine: only what all of them allow is shown."""
    law = dict.fromkeys(name for finding in findings for name in provisions(finding))
    say = words.say
    severities = {one.word: say(one.word) for one in reversed(Severity)}
    certainties = {one.word: say(told) for one, told in _CERTAINTIES.items()}
    count = words.number(len(findings))
    told = say("{shown} of {all} findings shown")
    shown = told.format(shown=count, all=count)
    states = {"counted": say("that count"), "suppressed": say("suppressed")}
    return "\n".join(
        (
            '<section id="filters" aria-labelledby="filters-title" hidden>',
            f'<h2 id="filters-title">{say("Filter the findings")}</h2>',
            '<div class="choices">',
            _choice("severity", say("Severity"), severities, say("all")),
            _choice(
                "family", say("Family"), {one: say(spoken(one)) for one in families}, say("all")
            ),
            _choice(
                "law", say("Article"), {one: one for one in sorted(law, key=_by_number)}, say("all")
            ),
            _choice("certainty", say("Certainty"), certainties, say("all")),
            _choice("state", say("State"), states, say("all")),
            f'<button type="button" id="reset">{say("Show all")}</button>',
            "</div>",
            f'<p id="shown" role="status" data-told="{in_html(told)}">{shown}</p>',
            "</section>",
        )
    )


def _choice(name: str, label: str, choices: Mapping[str, str], everything: str) -> str:
    told = "".join(
        f'<option value="{in_html(value)}">{in_html(words)}</option>'
        for value, words in choices.items()
    )
    return (
        f'<label for="by-{name}">{label} <select id="by-{name}" name="{name}" autocomplete="off">'
        f'<option value="">{everything}</option>{told}</select></label>'
    )


def _by_number(name: str) -> list[tuple[bool, int, str]]:
    """Sort `GDPR 9` before `GDPR 13`, and the GDPR before all else."""
    parts = re.findall(r"\d+|\D+", name)
    numbered = [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]
    return [(not name.startswith("GDPR"), 0, ""), *numbered]
