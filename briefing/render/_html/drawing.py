"""The timeline drawing as inline SVG, in widths that are shown at their natural size, so that no label shrinks.

What is drawn is decided in `render/scene.py`, as for paper; here units are CSS pixels (sixteen to a rem) and colours are
classes, so that dark and print follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal, assert_never

from briefing.document import Axis, Drawing
from briefing.render._html.markup import Html, tag
from briefing.render._html.pen import Pen
from briefing.render.direction import rtl
from briefing.render.scene import Box, Line, Scene, Shape, Sign, Words, timeline_scene
from briefing.style import Colours, Face, Style, Type

WIDTHS = (736, 592, 328, 256)  # units; the sheet shows the widest that fits
NARROW = 400
ROW, NARROW_ROW = 27.0, 30.0  # height of a row: a finger needs more
LINE = 18  # height of a line of the axis
SIZE = 14.0  # of labels; nothing on the page is smaller


def figure(drawing: Drawing, style: Style, pen: Pen, rails: Mapping[int, str], *, mirrored: bool = False) -> Html:
    """The drawing in all its widths, one of which is shown. `rails` are the dates of items in words; `mirrored`: time
    runs from right to left, as in a note that does."""
    known = {row.target: (row.number, row.mark) for row in drawing.rows}
    known |= {target: (number, mark) for column in drawing.columns for number, target, mark in column.items}
    links = {
        target: (pen.places.link(target), _name(pen, number, rails.get(number, ""), mark.label))
        for target, (number, mark) in known.items()
    }
    return tag("div", *(_svg(drawing, style, links, width, mirrored=mirrored) for width in WIDTHS), class_="drawing")


def _name(pen: Pen, number: int, day: str, basis: str) -> str:
    code = "drawing-item" if day else "drawing-item-bare"
    return pen.say(code, None, n=number, day=day, basis=basis)


def _svg(
    drawing: Drawing, style: Style, links: Mapping[str, tuple[str | None, str]], width: int, *, mirrored: bool
) -> Html:
    step = NARROW_ROW if width < NARROW else ROW
    look = _screen(style, step)
    axis, months = _narrow(drawing.axis, look, width) if width < NARROW else (drawing.axis, [])
    scene = timeline_scene(replace(drawing, axis=axis), look, width, measure)
    if mirrored:
        scene = replace(scene, shapes=tuple(_mirror(shape, width) for shape in scene.shapes))
        months = [_turned(month, width) for month in months]
    drawn: list[Html] = []
    for target, group in _grouped(scene, look):
        inner = Html(" ".join(_shape(shape) for shape in group))
        href, name = links.get(target, (None, ""))
        if href:
            inner = tag("a", _hit(group, width, step), inner, href=href, aria_label=f"{_shown(group)}, {name}")
        drawn.append(inner)
    height = round(scene.height)
    if months:
        height += LINE
        drawn += [_words(replace(month, y=height - 5)) for month in months]
    box = f"0 0 {width} {height}"
    return tag("svg", *drawn, class_=f"d{width}", viewBox=box, role="group", aria_label=drawing.alt)


def _narrow(axis: Axis, look: Style, width: int) -> tuple[Axis, list[Words]]:
    """Where "Sun 9" does not fit between its ticks, the weekday stands over the day, and the month on a third line."""
    face, ink = look.faces.tool, look.colours.ink
    tight = any(measure(cell.label, face, SIZE) > (cell.to - cell.at) * width - 4 for cell in axis.cells)
    if not tight or not any(" " in cell.label for cell in axis.cells):
        return axis, []
    cells, months, clear = [], list[Words](), 0.0
    for cell in axis.cells:
        label, _, under = cell.label.partition(" ")
        cells.append(replace(cell, label=label, under=under))
        start = max(cell.at * width, clear)
        if cell.under and start + (needed := measure(cell.under, face, SIZE)) <= width:
            months.append(Words(start, 0, cell.under, face, SIZE, ink))
            clear = start + needed + 6
    return replace(axis, cells=tuple(cells)), months


def _shown(group: list[Shape]) -> str:
    """The words of a group as they are read: number, opening words. A link's name begins with what is seen."""
    words = [shape for shape in group if isinstance(shape, Words)]
    return " ".join(shape.text for shape in sorted(words, key=lambda shape: shape.source))


def _hit(group: list[Shape], width: float, step: float) -> Html:
    """What answers a finger: the whole row, in the density form the mark and its number."""
    sign = next(shape for shape in group if isinstance(shape, Sign))
    whole = any(isinstance(shape, Words) and shape.source for shape in group)
    x, wide = (0.0, width) if whole else (sign.x - 12, 36.0)
    return tag("rect", x=_n(x), y=_n(sign.y - step / 2), width=_n(wide), height=_n(step), class_="hit")


def _grouped(scene: Scene, look: Style) -> Iterator[tuple[str, list[Shape]]]:
    """Shapes in their order, those of one item together with its target. A box and a mark come before their words."""
    waiting: list[Shape] = []
    current, group = "", list[Shape]()
    frame = look.colours.ink
    for shape in scene.shapes:
        if isinstance(shape, Sign) or (isinstance(shape, Box) and shape.stroke == frame):
            if group:
                yield current, group
                current, group = "", []
            waiting.append(shape)
        elif isinstance(shape, Words) and shape.target:
            if shape.target != current and group:
                yield current, group
                group = []
            current = shape.target
            group += [*waiting, shape]
            waiting = []
        else:
            if group:
                yield current, group
                current, group = "", []
            yield "", [shape]
    if group:
        yield current, group


def _shape(shape: Shape) -> Html:
    match shape:
        case Line():
            path = f"M{_n(shape.x)} {_n(shape.y)}L{_n(shape.x2)} {_n(shape.y2)}"
            return tag("path", d=path, class_=f"line {shape.colour}", stroke_width=_n(shape.width))
        case Box():
            fill = "ground" if shape.fill == "#FFFFFF" else shape.fill
            kind = f"box {fill}" + (" framed" if shape.stroke else "")
            place = {"x": _n(shape.x), "y": _n(shape.y), "width": _n(shape.width), "height": _n(shape.height)}
            return tag("rect", class_=kind, **place)
        case Words():
            return _words(shape)
        case Sign():
            half = shape.size / 2
            place = {"x": _n(shape.x - half), "y": _n(shape.y - half), "width": _n(shape.size)}
            return tag("use", href=f"#m-{shape.kind.value}", height=_n(shape.size), **place)
        case _:
            assert_never(shape)


def _mirror(shape: Shape, width: float) -> Shape:
    """The shape as a mirror at the drawing's middle shows it; words stay readable."""
    match shape:
        case Line():
            return replace(shape, x=width - shape.x, x2=width - shape.x2)
        case Box():
            return replace(shape, x=width - shape.x - shape.width)
        case Sign():
            return replace(shape, x=width - shape.x)
        case Words():
            return _turned(shape, width)
        case _:
            assert_never(shape)


def _turned(words: Words, width: float) -> Words:
    ends: dict[str, Literal["start", "middle", "end"]] = {"start": "end", "middle": "middle", "end": "start"}
    return replace(words, x=width - words.x, align=ends[words.align])


def _words(shape: Words) -> Html:
    """Words on their line. In SVG the start of words that run right to left is their right end."""
    kind = "s " if shape.source else "b " if "bold" in shape.face.name.lower() else ""
    leftward = shape.source and rtl(shape.text)
    align = {"start": "end", "end": "start"}.get(shape.align, shape.align) if leftward else shape.align
    anchor = None if align == "start" else align
    return tag(
        "text",
        shape.text,
        x=_n(shape.x),
        y=_n(shape.y),
        class_=kind + shape.colour,
        text_anchor=anchor,
        lang=shape.lang or None,
        direction="rtl" if leftward else None,
    )


def _screen(style: Style, step: float) -> Style:
    """The style with the sizes of the screen, and the names of colours instead of colours."""
    label = Type("source", SIZE + 0.5, step)
    axis = Type("tool", SIZE, LINE)
    names = Colours(ink="ink", accent="accent", secondary="secondary", tint="tint", hairline="hairline")
    return replace(style, colours=names, types=replace(style.types, label=label, axis=axis))


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


# --------------------------------------------------------------------------- widths of words


def measure(words: str, face: Face, size: float) -> float:
    """The width of words; a face that the reader's own machine brings is taken to be half as wide as it is high."""
    widths = _widths(face.file) if face.file else {}
    return (
        sum(widths.get(ord(character), 1000 if ord(character) > 0x2E7F else 530) for character in words) * size / 1000
    )


@cache
def _widths(file: Path) -> Mapping[int, float]:
    """Advance widths of a TrueType file in thousandths of its size, by code point."""
    from reportlab.pdfbase.ttfonts import TTFontFile

    widths: Mapping[int, float] = TTFontFile(str(file)).charWidths
    return widths
