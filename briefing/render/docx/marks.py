"""The four marks as small pictures: disc, half disc, ring, diamond; the same shapes as in print."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from PIL import Image, ImageDraw

from briefing.document import MarkKind

PIXELS = 96  # of the finished picture's side: 900 dpi at 2.7 mm, sharp in print
_FINE = 4  # drawn larger by this and shrunk, which smooths the edges


@cache
def mark_picture(kind: MarkKind, colour: str) -> bytes:
    """A PNG of the mark in `colour` ("#RRGGBB") on nothing."""
    picture = Image.new("RGBA", (PIXELS, PIXELS), colour)
    picture.putalpha(mark_mask(kind, PIXELS))
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


@cache
def mark_mask(kind: MarkKind, pixels: int) -> Any:
    """Where the mark is inked, `pixels` wide and high (an image of greys)."""
    side = pixels * _FINE
    mask = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(mask)
    edge, line = side * 0.06, round(side * 0.13)
    box = (edge, edge, side - edge, side - edge)
    if kind is MarkKind.DIFFER:
        middle = side / 2
        points = ((middle, edge), (side - edge, middle), (middle, side - edge), (edge, middle))
        draw.line((*points, points[0], points[1]), fill=255, width=line, joint="curve")
    else:
        draw.ellipse(box, outline=255, width=line, fill=255 if kind is MarkKind.STATED else None)
        if kind is MarkKind.RESOLVED:
            draw.pieslice(box, 90, 270, fill=255)
    return mask.resize((pixels, pixels), Image.Resampling.LANCZOS)
