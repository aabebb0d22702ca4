"""What libyaml reports, in words for people who do not know its grammar."""

from __future__ import annotations

_WORDS = {
    "found character that cannot start any token": (
        "a character that must stand in quotes here, or a tab where spaces are needed"
    ),
    "mapping values are not allowed in this context": (
        "a colon where none can be; a text with a colon needs quotes, or the indentation is off"
    ),
    "did not find expected key": (
        "a key was expected here; the indentation is off, or a quote is not closed above"
    ),
    "did not find expected '-' indicator": "a list item was expected here; the indentation is off",
    "did not find expected ',' or ']'": "a list in brackets is not closed",
    "did not find expected ',' or '}'": "a mapping in braces is not closed",
    "did not find expected <document start>": (
        "a text that belongs to no key; the indentation is off, or it needs quotes"
    ),
    "could not find expected ':'": "a key without its colon",
    "did not find expected node content": "a value was expected here",
    "did not find expected comment or line break": (
        "after | or > only a comment can stand; a text that starts with one of them needs quotes"
    ),
    "did not find expected alphabetic or numeric character": (
        "an anchor or alias without a name; a text that starts with & or * needs quotes"
    ),
    "block sequence entries are not allowed in this context": (
        "a list item where none can be; a list starts on a line of its own"
    ),
    "found a tab character that violates indentation": "a tab where spaces are needed",
    "found unexpected ':'": "a colon where none can be; a text with a colon needs quotes",
    "found unexpected end of stream": "a quoted text is not closed",
    "found invalid Unicode character escape code": (
        "an escape that is no character; where JSON escapes a pair, YAML takes \\U and eight digits"
    ),
    "found unknown escape character": "a backslash in double quotes that is no escape",
}


def syntax_message(problem: str) -> str:
    """Say what libyaml found; in its own words where there are no better ones."""
    return f"not YAML: {_WORDS.get(problem, problem)}"
