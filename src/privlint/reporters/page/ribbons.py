"""Lay out three columns of boxes, with ribbons between them that cross as little as is cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import drawsvg

from privlint.reporters.page.drawing import LINE, WIDTH, box, label, lines, picture, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from privlint.reporters.page.flows import Box, Columns, Link

_EDGES = ((0, 300), (400, 640), (760, WIDTH))
"""The left and right edge of each column."""
_CHARACTER = 7.4
"""How wide a character is taken to be."""
_SPACE = 10
"""Between two boxes, and around the text in them."""
_LINES = 3
"""Of a label; what is cut off is shown when one points at it, and in the table."""
_Key = tuple[str, str]


class _Laid:
    """A box with its place, which gives its ribbons theirs, from the top down."""

    def __init__(self, made: Box, column: int, ribbons: int) -> None:
        left, right = _EDGES[column]
        self.box, self.column, self.left, self.right = made, column, left, right
        width = int((right - left - 2 * _SPACE) / _CHARACTER)
        self.text = lines(made.label, width, _LINES)
        if made.note:
            self.text.append(made.note)
        self.height = max(len(self.text) * LINE + _SPACE, ribbons + 6)
        self.y = 0.0
        self.rank = (column, 0)
        self._used = {True: 0.0, False: 0.0}
        self._ribbons = ribbons

    def take(self, width: float, *, leaves: bool) -> float:
        """Return the middle of the next ribbon on a side."""
        at = self._used[leaves]
        self._used[leaves] += width
        return self.y + 3 + at + width / 2

    def shapes(self) -> Iterator[drawsvg.DrawingElement]:
        """Yield the box and its text."""
        yield titled(
            box(self.left, self.y, self.right - self.left, self.height, f"node {self.box.kind}"),
            self.box.label,
        )
        top = self.y + (self.height - len(self.text) * LINE) / 2 + 12
        yield label(self.text, self.left + _SPACE, top)


def ribbons(columns: Columns, name: str) -> str:
    """Return the picture."""
    laid = _laid(columns)
    heights = []
    for boxes in laid:
        y = 4.0
        for n, each in enumerate(boxes):
            each.y, each.rank = y, (each.column, n)
            y += each.height + _SPACE
        heights.append(y)
    height = max(heights)
    for boxes, used in zip(laid, heights, strict=True):
        for each in boxes:
            each.y += (height - used) / 2
    by_key = {each.box.key: each for boxes in laid for each in boxes}
    shapes = [*_bands(columns.links, by_key)]
    shapes += (shape for each in by_key.values() for shape in each.shapes())
    return picture(shapes, height, name)


def _laid(columns: Columns) -> list[list[_Laid]]:
    """Return the boxes of each column, in an order in which few ribbons cross."""
    order: dict[_Key, float] = {}
    laid = []
    for n, boxes in enumerate(columns.boxes):
        made = [_Laid(each, n, _needed(each.key, columns.links)) for each in boxes.values()]
        if n:
            made.sort(key=lambda each: _middle(each.box.key, columns.links, order))
        order.update({each.box.key: rank for rank, each in enumerate(made)})
        laid.append(made)
    return laid


def _middle(key: _Key, links: Iterable[Link], order: dict[_Key, float]) -> float:
    """Return how far down those stand, on average, from which ribbons come."""
    ranks = [order[link.start] for link in links if link.end == key]
    return sum(ranks) / len(ranks) if ranks else 0.0


def _needed(key: _Key, links: Iterable[Link]) -> int:
    """Return how much room the ribbons of a box take on the fuller side."""
    into = sum(_width(link) for link in links if link.end == key)
    out = sum(_width(link) for link in links if link.start == key)
    return max(into, out)


def _width(link: Link) -> int:
    return 2 + min(link.weight, 12)


def _bands(links: Iterable[Link], laid: dict[_Key, _Laid]) -> Iterator[drawsvg.DrawingElement]:
    """Yield the ribbons, each at the end of a box in the order of where it goes."""
    ordered = sorted(links, key=lambda link: (laid[link.start].rank, laid[link.end].rank))
    starts = {link: laid[link.start].take(_width(link), leaves=True) for link in ordered}
    ordered.sort(key=lambda link: (laid[link.end].rank, laid[link.start].rank))
    for link in ordered:
        start, end = laid[link.start], laid[link.end]
        y, to_y = starts[link], end.take(_width(link), leaves=False)
        bend = (end.left - start.right) / 2
        kind = f"flow {link.kind} {end.box.kind}"
        path = drawsvg.Path(class_=kind, stroke_width=max(2, _width(link) - 1))
        y, to_y = round(y, 1), round(to_y, 1)
        path.M(start.right, y)
        path.C(start.right + bend, y, end.left - bend, to_y, end.left, to_y)
        yield titled(path, link.title)
