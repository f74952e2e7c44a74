"""The timeline drawing as a picture for Word: as print draws it, 220 dots to the inch."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
from PIL import Image, ImageColor

from briefing.document import Drawing
from briefing.render.pdf.figure import drawing_slab
from briefing.render.pdf.ink import Ink
from briefing.render.pdf.lines import Setter
from briefing.render.pdf.slabs import Workshop
from briefing.style import Style

DPI = 220
COLOURS = 64  # a drawing has five; the others are their blends at the edges


def figure_picture(drawing: Drawing, style: Style, width: float, *, mirrored: bool = False) -> tuple[bytes, float]:
    """A PNG of the drawing `width` millimetres wide, and its height in millimetres. Words that no font of this machine sets
    are left out: they stand in the table, in the reader's own."""
    shop = Workshop(Setter(style, lambda _: "", unset="", mirrored=mirrored), 0.0, width * 72 / 25.4, "")
    slab = drawing_slab(drawing, shop)
    ink = Ink(style, shop.width, slab.height, "", frozenset(), mirrored=mirrored)
    slab.paint(ink, 0.0)
    ink.end_page()
    page = pypdfium2.PdfDocument(ink.finish())[0]
    file = io.BytesIO()
    few = _in_few_colours(page.render(scale=DPI / 72).to_pil().convert("RGB"), style)
    few.save(file, "PNG", optimize=True, dpi=(DPI, DPI))
    return file.getvalue(), slab.height * 25.4 / 72


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
