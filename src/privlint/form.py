"""The cards of the faults that the line itself finds, before any law is asked.

Family `INP`: an input that cannot be checked. It is a finding like any other, with a place and a
remedy, and no option hides it.
"""

from __future__ import annotations

from privlint.rule import Card, Certainty, Severity

_DECLARED = (
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
)  # fmt: skip

CARDS = {
    name: Card(
        code=code,
        name=name,
        family="input",
        title=title,
        rationale="What cannot be read has not been checked, and is never counted as clean.",
        wrong_when="",
        severity=Severity.ERROR,
        certainty=Certainty.CERTAIN,
        law=(),
        remedy=remedy,
    )
    for code, name, title, remedy in _DECLARED
}
"""The cards by name."""

OF_REASON = {
    "encoding": CARDS["input-not-utf-8"],
    "control-character": CARDS["control-character"],
    "syntax": CARDS["yaml-syntax"],
    "duplicate-key": CARDS["duplicate-key"],
    "too-many-nodes": CARDS["too-many-entries"],
    "recursive-anchor": CARDS["recursive-anchor"],
    "too-deep": CARDS["nested-too-deep"],
    "tag": CARDS["yaml-feature-not-used"],
    "merge-key": CARDS["yaml-feature-not-used"],
    "directive": CARDS["yaml-feature-not-used"],
    "empty": CARDS["input-empty"],
    "several-documents": CARDS["several-documents"],
    "ambiguous-scalar": CARDS["ambiguous-scalar"],
    "unnamed-key": CARDS["key-is-no-name"],
}
"""The card of each reason for which the reader gives up."""
