"""The filters of the findings. Without a script they are not shown, and all findings are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from privlint.escaping import in_html
from privlint.reporters.page.findings import provisions
from privlint.reporters.page.markup import spoken
from privlint.rule import Certainty, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from privlint.finding import Finding

_CERTAINTIES = {
    Certainty.CERTAIN: "certain",
    Certainty.LIKELY: "likely",
    Certainty.ASK: "a question for a person",
}


def filters(findings: Sequence[Finding], families: Iterable[str]) -> str:
    """Return a row of choices that combine: only what all of them allow is shown."""
    law = dict.fromkeys(name for finding in findings for name in provisions(finding))
    severities = {one.word: one.word for one in reversed(Severity)}
    certainties = {one.word: told for one, told in _CERTAINTIES.items()}
    count = f"{len(findings):,}"
    states = {"counted": "that count", "suppressed": "suppressed"}
    return "\n".join(
        (
            '<section id="filters" aria-labelledby="filters-title" hidden>',
            '<h2 id="filters-title">Filter the findings</h2>',
            '<div class="choices">',
            _choice("severity", "Severity", severities),
            _choice("family", "Family", {one: spoken(one) for one in families}),
            _choice("law", "Article", {one: one for one in sorted(law, key=_by_number)}),
            _choice("certainty", "Certainty", certainties),
            _choice("state", "State", states),
            '<button type="button" id="reset">Show all</button>',
            "</div>",
            f'<p id="shown" role="status">{count} of {count} findings shown</p>',
            "</section>",
        )
    )


def _choice(name: str, label: str, choices: Mapping[str, str]) -> str:
    told = "".join(
        f'<option value="{in_html(value)}">{in_html(words)}</option>'
        for value, words in choices.items()
    )
    return (
        f'<label for="by-{name}">{label} <select id="by-{name}" name="{name}" autocomplete="off">'
        f'<option value="">all</option>{told}</select></label>'
    )


def _by_number(name: str) -> list[tuple[bool, int, str]]:
    """Sort `GDPR 9` before `GDPR 13`, and the GDPR before all else."""
    parts = re.findall(r"\d+|\D+", name)
    numbered = [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]
    return [(not name.startswith("GDPR"), 0, ""), *numbered]
