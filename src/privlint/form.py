"""The cards of the faults that the line itself finds, before any law is asked.

Family `INP`: an input that cannot be checked. It is a finding like any other, with a place and a
remedy, and no option hides it. Family `TRC`: the thread from the register to the statement's text.
Family `KNO`: the facts that the rules are about to ask. Family `SUP`: ignores and the baseline.
Family `STY`: how a register is written, asked only of those who ask for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.rule import Card, Certainty, Flag, Severity
from privlint.where import ROOT

if TYPE_CHECKING:
    from privlint.knowledge.facts import Facts

_INPUTS = (
    (
        "INP001", "input-missing", "An input does not exist",
        "Check the path: it is taken from the folder in which the command runs.",
    ),
    (
        "INP002", "input-unreadable", "An input cannot be read",
        "Give the file permissions that let you read it.",
    ),
    (
        "INP003", "folder-without-registers", "A folder holds no register",
        "Name a folder with *.yaml or *.yml files, or the register itself.",
    ),
    (
        "INP004", "input-special", "An input is no ordinary file",
        "Name a file on disk; for standard input name `-`.",
    ),
    (
        "INP005", "input-too-large", "An input is larger than a register can be",
        "Divide it: a register describes one statement.",
    ),
    (
        "INP006", "input-not-utf-8", "An input is not UTF-8",
        "Save the file as UTF-8.",
    ),
    (
        "INP007", "control-character", "An input holds a character that YAML does not allow",
        "Remove the character; it is usually left over from copying.",
    ),
    (
        "INP008", "yaml-syntax", "An input is not YAML",
        "Mend the line; what follows it was not read.",
    ),
    (
        "INP009", "duplicate-key", "A key stands twice",
        "Keep one of the two, or bring both under one key: other readers keep only the last.",
    ),
    (
        "INP010", "too-many-entries", "An input grows beyond what a register can be",
        "Write the entries out, or divide the register; aliases are counted each time.",
    ),
    (
        "INP011", "recursive-anchor", "An anchor holds itself",
        "Write the entry out instead of pointing back to it.",
    ),
    (
        "INP012", "nested-too-deep", "An input is nested too deep",
        "No register needs so many levels; a bracket is probably not closed.",
    ),
    (
        "INP013", "yaml-feature-not-used", "An input uses what registers do not use",
        "Leave tags, merge keys and directives away: a register reads like JSON.",
    ),
    (
        "INP014", "input-empty", "An input is empty",
        "Start with `privlint: 1`.",
    ),
    (
        "INP015", "several-documents", "A file holds several documents",
        "Give each register a file of its own.",
    ),
    (
        "INP016", "misshapen", "A register does not have the shape of the format",
        "Follow the schema; an editor shows it under the cursor.",
    ),
    (
        "INP017", "ambiguous-scalar", "A value can be read in two ways",
        'Write it in quotes if it is text ("012"), or as JSON writes numbers.',
    ),
    (
        "INP018", "key-is-no-name", "A key is not a plain name",
        "Give the key a name.",
    ),
    (
        "INP019", "text-reordered", "An input is shown otherwise than it is",
        "Remove the character, or close the stretch on its line; right-to-left words need none.",
    ),
    (
        "INP020", "check-unfinished", "An input could not be checked to its end",
        "Check it alone, with --debug: a rule of your own takes too long, or too much memory.",
    ),
)  # fmt: skip

_TRACES = (
    (
        "TRC001", "quote-not-found", Severity.ERROR, "A quote is not in the text it is cited from",
        "Copy the words from the text, or name the section in which they stand.",
    ),
    (
        "TRC002", "quote-ambiguous", Severity.WARNING, "A quote stands twice in its section",
        "Quote a few more words, so that they stand only once.",
    ),
    (
        "TRC003", "section-unknown", Severity.ERROR, "A cite names a section that the text has not",
        "Name a section of `statement.sections`, or add its heading there.",
    ),
    (
        "TRC004", "heading-not-found", Severity.WARNING, "A heading is not in the text",
        "Copy the heading line from the text; headings stand in the order of the text.",
    ),
    (
        "TRC005", "statement-changed", Severity.WARNING, "The text is not the recorded one",
        "Read what changed, bring the register up to date, and record the new digest.",
    ),
    (
        "TRC006", "statement-not-recorded", Severity.INFO, "The digest of the text is not recorded",
        "Record it as `statement.sha256`, so that a change of the text is noticed.",
    ),
    (
        "TRC007", "passage-uncited", Severity.INFO, "Passages of the text are cited by nothing",
        "Cite them where their facts stand, or list them in `statement.passages_without_facts`.",
    ),
    (
        "TRC008", "statement-unreadable", Severity.ERROR, "The statement's text cannot be read",
        "Put the text beside the register, as UTF-8, or name it with --statement.",
    ),
)  # fmt: skip

_SUPPRESSIONS = (
    (
        "SUP001", "ignore-unused", Severity.WARNING, "An ignore silences nothing",
        "Remove it: what it stood for is mended, or stands elsewhere now.",
    ),
    (
        "SUP002", "ignore-of-unknown-rule", Severity.ERROR, "An ignore names a rule that is not",
        "Name rules by their code or name; `privlint rules` lists them.",
    ),
    (
        "SUP003", "ignore-without-reason", Severity.ERROR, "An ignore gives no reason",
        "Say in a few words why the finding does not count; until then it counts.",
    ),
    (
        "SUP004", "ignore-expired", Severity.WARNING, "An ignore is past its last day",
        "Mend what it was for, or decide anew and give it a later day.",
    ),
    (
        "SUP005", "ignore-malformed", Severity.ERROR, "A comment for privlint cannot be read",
        "Write `# privlint: ignore[CODE] reason (until YYYY-MM-DD, @owner)`.",
    ),
    (
        "SUP006", "baseline-entry-stale", Severity.WARNING, "An accepted finding is gone",
        "Run `privlint baseline prune`, so that it is not accepted when it comes back.",
    ),
    (
        "SUP007", "ignore-of-mandatory-rule", Severity.ERROR, "An ignore names a mandatory rule",
        "Mend what the rule found: whoever made it mandatory allows no ignore.",
    ),
)  # fmt: skip

_KNOWLEDGE = (
    (
        "KNO001", "knowledge-is-stale", Severity.WARNING,
        "What is known of the law is more than a year old",
        "Install a newer privlint, or look up by hand what has changed since.",
    ),
)  # fmt: skip

_STYLES = (
    (
        "STY001", "keys-out-of-order", Severity.INFO, "The sections stand in another order",
        "Move the sections into the order of the format; `--fix` does it.",
    ),
)  # fmt: skip

_UNCHECKED = "What cannot be read has not been checked, and is never counted as clean."
_UNTRACED = (
    "A register is worth what its faithfulness is worth: each entry can be followed to the text."
)
_OUTDATED = "Decisions fall, periods change and companies move: what was right need not be so now."

_UNANSWERED = (
    "What is not counted has somebody who answers for it, and a reason that still holds. No ignore"
    " hides this one."
)
_UNLIKE = (
    "Registers in one order are compared at a glance; the law does not care. It is asked only by"
    " its code, name or family, as in `--extend-select STY`."
)

_FAMILIES = {
    "INP": ("input", _UNCHECKED),
    "TRC": ("tracing", _UNTRACED),
    "KNO": ("knowledge", _OUTDATED),
    "SUP": ("suppression", _UNANSWERED),
    "STY": ("style", _UNLIKE),
}
"""By the letters of a code: the family, and why its faults matter."""


def _card(code: str, name: str, title: str, remedy: str, severity: Severity) -> Card:
    family, rationale = _FAMILIES[code[:3]]
    return Card(
        code=code,
        name=name,
        family=family,
        title=title,
        rationale=rationale,
        wrong_when="",
        severity=severity,
        certainty=Certainty.CERTAIN,
        law=(),
        remedy=remedy,
    )


INPUTS = {
    name: _card(code, name, title, remedy, Severity.ERROR) for code, name, title, remedy in _INPUTS
}
"""The cards of what cannot be checked, by name."""

TRACES = {
    name: _card(code, name, title, remedy, severity)
    for code, name, severity, title, remedy in _TRACES
}
"""The cards of the thread to the text, by name."""

SUPPRESSIONS = {
    name: _card(code, name, title, remedy, severity)
    for code, name, severity, title, remedy in _SUPPRESSIONS
}
"""The cards of ignores and of the baseline, by name."""

KNOWLEDGE = {
    name: _card(code, name, title, remedy, severity)
    for code, name, severity, title, remedy in _KNOWLEDGE
}
"""The cards of what the rules rest on, by name."""

OPTIONAL = {
    name: _card(code, name, title, remedy, severity)
    for code, name, severity, title, remedy in _STYLES
}
"""The cards that are asked for only by their code, name or family: `ALL` does not mean them."""

BESIDE = TRACES | KNOWLEDGE | OPTIONAL
"""The cards of what the line finds beside the rules, by name: they can be chosen like rules."""

UNHIDDEN = frozenset(
    card.code for card in (*INPUTS.values(), *SUPPRESSIONS.values(), TRACES["statement-unreadable"])
)
"""The codes that no ignore, no baseline and no severity hides: something was not checked, or what
hides things is wrong itself."""

OF_REASON = {
    "encoding": INPUTS["input-not-utf-8"],
    "control-character": INPUTS["control-character"],
    "syntax": INPUTS["yaml-syntax"],
    "duplicate-key": INPUTS["duplicate-key"],
    "too-many-nodes": INPUTS["too-many-entries"],
    "recursive-anchor": INPUTS["recursive-anchor"],
    "too-deep": INPUTS["nested-too-deep"],
    "tag": INPUTS["yaml-feature-not-used"],
    "merge-key": INPUTS["yaml-feature-not-used"],
    "directive": INPUTS["yaml-feature-not-used"],
    "empty": INPUTS["input-empty"],
    "several-documents": INPUTS["several-documents"],
    "ambiguous-scalar": INPUTS["ambiguous-scalar"],
    "reordered-text": INPUTS["text-reordered"],
    "unnamed-key": INPUTS["key-is-no-name"],
}
"""The card of each reason for which the reader gives up."""


def staleness(facts: Facts) -> tuple[tuple[Card, Flag], ...]:
    """Return a flag on the register as a whole if, on the day of the facts, they are old.

    For a day in the past they are never too old: they have been checked since.
    """
    if not facts.stale:
        return ()
    age = f"more than twelve months before {facts.day}"
    message = f"what is known of the law was checked last on {facts.checked}, {age}"
    return ((KNOWLEDGE["knowledge-is-stale"], Flag(ROOT, message)),)
