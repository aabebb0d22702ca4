"""Citations as paths from the wide to the narrow, and which of two holds the other.

`GDPR 13(2)(a)` has the steps `GDPR`, `13`, `(2)`, `(a)`; `EDPB 05/2020 110-111` ends with a range.
A path holds every path that goes on where it ends. So `NL Tw 11.7a` is no part of `NL Tw 11.7`:
its last step is another one. Texts in, texts out: no law is known here.
"""

from __future__ import annotations

import re

_STEP = re.compile(r"\(\w+\)(?:(?:-|, ?)\(\w+\))*|[^\s(),]+")
"""A word of a label, `(2)`, `(1)-(3)`, `(1), (3)`."""
_RANGE = re.compile(r"(?P<stem>.{0,40}?)(?P<first>\d{1,9})-(?P=stem)(?P<last>\d{1,9})")
"""`29-31`, `VI.110-VI.115`; not `C-311/18`. With an end, or it would try every division."""
_RANK = re.compile(r"(\D*)(\d*)(.*)")

_ARTICLE = re.compile(r"\b(?:art\.?|articles?|artikel)\s*(?=\d)", re.IGNORECASE)
_POINT_FIRST = re.compile(r"(?P<point>(?:recital )?\d\S*(?:, \(\w+\))*)(?: (?P<label>.+))?")
_LABEL_FIRST = re.compile(r"(?P<label>\S+)(?P<point>.*)")
_GDPR = "GDPR"
_NAMES_OF_THE_GDPR = {"avg", "dsgvo", "gdpr", "rgpd"}
_CASE = re.compile(r"C-\d+/\d+", re.IGNORECASE)

_Rank = tuple[str, int, str]
_Step = tuple[tuple[_Rank, _Rank], ...]
"""The ranges that a step covers, each by its first and its last member."""


def spelled(asked: str) -> str:
    """Write a citation as rules do.

    `Art. 13(2)(a) AVG` and `13(2)(a)` are `GDPR 13(2)(a)`, `C-311/18` is `CJEU C-311/18`.
    """
    words = " ".join(_ARTICLE.sub("", asked).split())
    text = words.replace(" (", "(").replace(",(", ", (")
    if _CASE.match(text):
        return f"CJEU {text}"
    if turned := _POINT_FIRST.fullmatch(text):
        text = f"{turned['label'] or _GDPR} {turned['point']}"
    parts = _LABEL_FIRST.fullmatch(text)
    is_gdpr = parts is not None and parts["label"].casefold() in _NAMES_OF_THE_GDPR
    return f"{_GDPR}{parts['point']}" if parts is not None and is_gdpr else text


def meet(one: str, other: str) -> bool:
    """Tell whether two citations are of the same provision, or one of a part of the other.

    `GDPR 13` meets `GDPR 13(2)(a)` both ways round; `GDPR 14(1)-(3)` meets `GDPR 14(2)(f)`.
    """
    steps, others = _steps(one), _steps(other)
    if not steps or not others:
        return False
    return all(_share(step, another) for step, another in zip(steps, others, strict=False))


def is_part(narrow: str, wide: str) -> bool:
    """Tell whether a citation is of the provision that another names, or of a part of it."""
    return meet(narrow, wide) and len(_steps(narrow)) >= len(_steps(wide))


def wider(citation: str) -> str:
    """Return what a citation is a part of, which is empty for the first word of a label."""
    steps = list(_STEP.finditer(citation))
    return citation[: steps[-2].end()] if len(steps) > 1 else ""


def _steps(citation: str) -> list[_Step]:
    return [_step(match.group()) for match in _STEP.finditer(citation.casefold())]


def _step(text: str) -> _Step:
    if text.startswith("("):
        members = (member.split("-") for member in re.sub(r"[()\s]", "", text).split(","))
        return tuple((_rank(ends[0]), _rank(ends[-1])) for ends in members)
    if found := _RANGE.fullmatch(text):
        return ((_rank(found["stem"] + found["first"]), _rank(found["stem"] + found["last"])),)
    return ((_rank(text), _rank(text)),)


def _rank(member: str) -> _Rank:
    """Order `2` before `10`, `a` before `b`, `XII.12` before `XII.13`."""
    found = _RANK.fullmatch(member)
    stem, number, rest = found.groups() if found is not None else (member, "", "")
    return stem, int(number or 0), rest


def _share(step: _Step, other: _Step) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a in step for b in other)
