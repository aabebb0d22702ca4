"""Draw a row for each thing that is kept, on a scale from a day to decades."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import drawsvg

from privlint.knowledge.durations import period
from privlint.reporters.page.drawing import LINE, WIDTH, box, label, line, lines, picture, titled
from privlint.reporters.page.timeline import data, told
from privlint.reporters.page.timeline import label as kept_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from privlint.data_map import Storage
    from privlint.reporters.layout import Words

_LEFT, _RIGHT = 350, WIDTH - 40
_HEAD = 30
_BAR = 12
_CHARACTERS = 44
"""Of a line of a label."""
_TOLD = 78
"""Of what is said beside a bar."""
_TICKS = (
    (0, "0"),
    (1, "1 day"),
    (7, "1 week"),
    (30, "1 month"),
    (182, "6 months"),
    (365, "1 year"),
    (730, "2 years"),
    (1826, "5 years"),
    (3652, "10 years"),
    (10957, "30 years"),
)
"""Days, and how long that is."""
_STEP = (_RIGHT - _LEFT) / (len(_TICKS) - 1)


def bars(found: Sequence[Storage], name: str, words: Words) -> str:
    """Return the picture."""
    rows: list[drawsvg.DrawingElement] = []
    y = float(_HEAD)
    for one in found:
        named = lines(kept_for(one, words), _CHARACTERS, 2)
        which = lines(data(one, words), _CHARACTERS, 2)
        height = max((len(named) + len(which)) * LINE + 8, 44)
        rows.append(line(0, y, WIDTH, y, "rule"))
        rows.append(label(named, 0, y + 16))
        rows.append(label(which, 0, y + 16 + len(named) * LINE, class_="soft"))
        rows += _said(one, y, told(one, words))
        y += height
    return picture((*_scale(y, words), *rows), y, name)


def _scale(bottom: float, words: Words) -> Iterator[drawsvg.DrawingElement]:
    for n, (_, length) in enumerate(_TICKS):
        x = _LEFT + n * _STEP
        yield line(x, _HEAD - 6, x, bottom, "tick")
        yield label([words.part(length)], x, _HEAD - 12, text_anchor="middle", class_="soft scale")


def _said(one: Storage, y: float, words: str) -> Iterator[drawsvg.DrawingElement]:
    """Yield how long, in words above and as a bar, a frame or a gap below."""
    top = y + 22
    if one.kind in {"silent", "unseen"}:
        yield titled(box(_LEFT, y + 8, _RIGHT - _LEFT, 26, "gap"), words)
        yield label(lines(words, _TOLD, 1), _LEFT + 8, y + 25)
        return
    if one.kind in {"until", "criterion"}:
        yield titled(_diamond(_LEFT + 7, y + 21), words)
        yield label(lines(words, _TOLD, 1), _LEFT + 20, y + 25, class_="over")
        return
    yield label(lines(words, _TOLD, 1), _LEFT, y + 16, class_="over")
    end = _RIGHT if one.kind == "indefinite" else _at(one.period)
    yield titled(box(_LEFT, top, max(2, end - _LEFT), _BAR, f"bar {one.kind}"), words)
    if one.kind == "indefinite" or one.bound == "at_least" or end >= _RIGHT:
        middle = top + _BAR / 2
        yield line(end, middle, end + 18, middle, "open")
        yield line(end + 18, middle, end + 12, middle - 5, "open")
        yield line(end + 18, middle, end + 12, middle + 5, "open")


def _diamond(x: float, y: float) -> drawsvg.Lines:
    return drawsvg.Lines(x - 6, y, x, y - 6, x + 6, y, x, y + 6, close=True, class_="mark")


def _at(written: str) -> float:
    """Return where on the scale a period ends; one that is longer than the scale, at its end."""
    length = period(written)
    days = 0.0 if length is None else (length.shortest + length.longest) / 2
    for n, ((low, _), (high, _)) in enumerate(pairwise(_TICKS)):
        if days <= high:
            return _LEFT + (n + (days - low) / (high - low)) * _STEP
    return _RIGHT
