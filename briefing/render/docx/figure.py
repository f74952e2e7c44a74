"""The timeline drawing as a picture for Word: the scene of `render/scene.py`, 220 dots to the inch."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any, assert_never

from PIL import Image, ImageColor, ImageDraw, ImageFont

from briefing.document import Drawing
from briefing.render.docx.marks import mark_mask
from briefing.render.scene import Box, Line, Measure, Shape, Sign, Words, timeline_scene
from briefing.style import Face, Style, load_style

DPI = 220
_FINE = 2  # drawn larger by this and shrunk, which smooths the edges
COLOURS = 64  # a drawing has five; the others are their blends at the edges
_ANCHOR = {"start": "ls", "middle": "ms", "end": "rs"}


def figure_picture(drawing: Drawing, style: Style, width: float) -> tuple[bytes, float]:
    """A PNG of the drawing `width` millimetres wide, and its height in millimetres."""
    scene = timeline_scene(drawing, style, width * 72 / 25.4, measure_with(style))
    scale = DPI / 72 * _FINE
    size = (round(scene.width * scale), round(scene.height * scale))
    picture = Image.new("RGB", size, "#FFFFFF")
    for shape in scene.shapes:
        _draw(shape, picture, style, scale)
    small = picture.resize((size[0] // _FINE, size[1] // _FINE), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    _in_few_colours(small, style).save(file, "PNG", optimize=True, dpi=(DPI, DPI))
    return file.getvalue(), scene.height * 25.4 / 72


def _in_few_colours(picture: Any, style: Style) -> Any:
    """The picture with a palette, a third of its size; the colours of the style and white stay exactly as they are."""
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    palette = few.getpalette()
    ours = [getattr(style.colours, name) for name in ("ink", "accent", "tint")]
    for colour in ("#FFFFFF", *ours):
        wanted = ImageColor.getrgb(colour)
        places = range(0, len(palette), 3)
        near = min(places, key=lambda at: sum(abs(palette[at + k] - wanted[k]) for k in range(3)))
        palette[near : near + 3] = wanted
    few.putpalette(palette)
    return few


def measure_with(style: Style) -> Measure:
    return lambda words, face, size: float(_font(face, size * 8, style).getlength(words)) / 8


def _font(face: Face, pixels: float, style: Style) -> Any:
    """The face at that size. One that only PDF readers have is stood in for by ours of the same role."""
    if face.file is not None:
        return _opened(face.file, pixels)
    role = next((name for name in ("source", "title", "strong") if getattr(style.faces, name) == face), "tool")
    file = getattr(load_style("standard").faces, role).file
    return _opened(file, pixels)


@cache
def _opened(file: Path, pixels: float) -> Any:
    return ImageFont.truetype(str(file), pixels, layout_engine=ImageFont.Layout.BASIC)


def _draw(shape: Shape, picture: Any, style: Style, scale: float) -> None:
    draw = ImageDraw.Draw(picture)
    match shape:
        case Line():
            ends = [value * scale for value in (shape.x, shape.y, shape.x2, shape.y2)]
            draw.line(ends, fill=shape.colour, width=max(1, round(shape.width * scale)))
        case Box():
            corners = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
            line = round(shape.line * scale)
            draw.rectangle([v * scale - (line and 1) for v in corners], shape.fill or None, shape.stroke or None, line)
        case Words():
            font = _font(shape.face, shape.size * scale, style)
            place = (shape.x * scale, shape.y * scale)
            draw.text(place, shape.text, fill=shape.colour, font=font, anchor=_ANCHOR[shape.align])
        case Sign():
            side = round(shape.size * scale)
            corner = (round((shape.x - shape.size / 2) * scale), round((shape.y - shape.size / 2) * scale))
            picture.paste(shape.colour, corner, mark_mask(shape.kind, side))
        case _:
            assert_never(shape)
