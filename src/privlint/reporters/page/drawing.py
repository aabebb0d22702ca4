"""What the pictures share: labels that fit, tooltips, and the SVG that is part of the page.

Colours are classes, so that the page has them light and dark; no attribute has a register's words.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import drawsvg

from privlint.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 960
LINE = 16
"""Height of a line of text."""


def lines(words: str, width: int, most: int) -> list[str]:
    """Break a label into lines of so many characters; what does not fit is cut off."""
    return textwrap.wrap(
        printable(words), width, max_lines=most, placeholder=" ...", break_on_hyphens=False
    ) or [""]


def label(told: Iterable[str], x: float, y: float, **attributes: Any) -> drawsvg.Text:
    """Return lines of text, of which the first stands at a height."""
    return drawsvg.Text(list(told), 13, round(x, 1), round(y, 1), line_height=1.23, **attributes)


def titled(shape: drawsvg.DrawingElement, title: str) -> drawsvg.DrawingElement:
    """Give a shape the text that is shown when one points at it."""
    shape.append_title(printable(title))
    return shape


def box(x: float, y: float, width: float, height: float, kind: str) -> drawsvg.Rectangle:
    """Return a box with a class."""
    return drawsvg.Rectangle(
        round(x, 1), round(y, 1), round(width, 1), round(height, 1), rx=3, class_=kind
    )


def line(x: float, y: float, to_x: float, to_y: float, kind: str) -> drawsvg.Line:
    """Return a straight line with a class."""
    return drawsvg.Line(round(x, 1), round(y, 1), round(to_x, 1), round(to_y, 1), class_=kind)


def picture(shapes: Iterable[drawsvg.DrawingElement], height: float, name: str) -> str:
    """Return the SVG; `name` says what it shows, in words of ours."""
    drawing = drawsvg.Drawing(WIDTH, round(height), role="img", aria_label=name)
    for shape in shapes:
        drawing.append(shape)
    return str(drawing.as_svg(header="", skip_js=True, skip_css=True))
