"""The timeline drawing as a picture for Word: the scene of `render/scene.py`, 220 dots to the inch."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, assert_never

from PIL import Image, ImageColor, ImageDraw, ImageFont, features

from briefing.document import Drawing
from briefing.render.docx.marks import mark_mask
from briefing.render.pdf.faces import Font, font_of
from briefing.render.pdf.scripts import Wish, clusters, needs_shaping, other_font, pieces
from briefing.render.scene import Box, Line, Measure, Shape, Sign, Words, timeline_scene
from briefing.style import Face, Style, load_style

DPI = 220
_FINE = 2  # drawn larger by this and shrunk, which smooths the edges
COLOURS = 64  # a drawing has five; the others are their blends at the edges


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
    def measure(words: str, face: Face, size: float) -> float:
        return sum(_length(piece, size) for piece in _pieces(words, face, style))

    return measure


# --------------------------------------------------------------------------- letters


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one font file; `shaped` where letters change with their neighbours or run from the right."""

    words: str
    file: Path
    shaped: bool = False
    index: int = 0  # of the font in a file of several


def _pieces(words: str, face: Face, style: Style) -> tuple[Piece, ...]:
    """The words in the face, else in one font of the system that has them all, else in several. Words of a script that
    has to be shaped, and no font for them all, are left out: they stand in the table."""
    own, file = font_of(face), face.file or _stand_in(face, style)
    if own.has(words):
        return (Piece(words, file),)
    wish = Wish(near=style.folder / "fonts")
    others = [other_font(cluster, wish) for cluster in clusters(words) if not own.has(cluster) and cluster != " "]
    shaped = needs_shaping(words)
    if shaped and not features.check("raqm"):
        return ()
    for font in dict.fromkeys(others):
        if font is not None and font.has(words):
            return (_in_other(words, font, shaped=shaped),)
    if shaped:
        return ()
    return tuple(
        Piece(part, file) if font is own else _in_other(part, font)
        for part, font in pieces(words, own, wish)
        if font is not None
    )


def _stand_in(face: Face, style: Style) -> Path:
    """A face that only PDF readers have is stood in for by ours of the same role."""
    role = next((name for name in ("source", "title", "strong") if getattr(style.faces, name) == face), "tool")
    ours: Face = getattr(load_style("standard").faces, role)
    assert ours.file is not None
    return ours.file


def _in_other(words: str, font: Font, *, shaped: bool = False) -> Piece:
    assert font.shaper is not None
    return Piece(words, font.shaper.file, shaped, font.shaper.index)


def _length(piece: Piece, size: float) -> float:
    return float(_opened(piece, size * 8).getlength(piece.words)) / 8


def _opened(piece: Piece, pixels: float) -> Any:
    return _font(piece.file, piece.index, pixels, piece.shaped)


@cache
def _font(file: Path, index: int, pixels: float, shaped: bool) -> Any:
    layout = ImageFont.Layout.RAQM if shaped else ImageFont.Layout.BASIC
    return ImageFont.truetype(str(file), pixels, index, layout_engine=layout)


# --------------------------------------------------------------------------- shapes


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
            parts = _pieces(shape.text, shape.face, style)
            width = sum(_length(piece, shape.size) for piece in parts)
            x = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.align]
            for piece in parts:
                font = _opened(piece, shape.size * scale)
                draw.text((x * scale, shape.y * scale), piece.words, fill=shape.colour, font=font, anchor="ls")
                x += _length(piece, shape.size)
        case Sign():
            side = round(shape.size * scale)
            corner = (round((shape.x - shape.size / 2) * scale), round((shape.y - shape.size / 2) * scale))
            picture.paste(shape.colour, corner, mark_mask(shape.kind, side))
        case _:
            assert_never(shape)
