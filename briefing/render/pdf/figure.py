"""The timeline drawing on the page: shapes of the scene -> ink, one tagged figure with its words for who can't see it."""

from __future__ import annotations

from typing import assert_never

from briefing.document import Drawing
from briefing.render import scene
from briefing.render.pdf.faces import font_of
from briefing.render.pdf.ink import Ink
from briefing.render.pdf.lines import Look, joined
from briefing.render.pdf.slabs import Slab, Workshop
from briefing.render.pdf.tags import Node
from briefing.style import Face


def drawing_slab(drawing: Drawing, shop: Workshop) -> Slab:
    style = shop.setter.style
    made = scene.timeline_scene(drawing, style, shop.width, _measure)

    def paint(ink: Ink, y: float) -> None:
        box = (shop.left, ink.height - y - made.height, shop.left + made.width, ink.height - y)
        node = ink.tags.child(ink.tags.root, "Figure", alt=drawing.alt, box=box)
        for shape in made.shapes:
            _draw(shape, ink, shop, y, node)

    return Slab(made.height, paint, before=1.0)


def _measure(words: str, face: Face, size: float) -> float:
    return font_of(face).width(words, size)


def _draw(shape: scene.Shape, ink: Ink, shop: Workshop, y: float, node: Node) -> None:
    x = shop.left
    match shape:
        case scene.Words():
            _words(shape, ink, shop, y, node)
        case scene.Line():
            ink.tags.switch(node)
            ink.stroke(x + shape.x, y + shape.y, x + shape.x2, y + shape.y2, shape.width, shape.colour)
        case scene.Box():
            ink.tags.switch(node)
            ink.box(x + shape.x, y + shape.y, shape.width, shape.height, shape.fill, shape.stroke, shape.line)
        case scene.Sign():
            ink.tags.switch(node)
            ink.mark(shape.kind, x + shape.x, y + shape.y, shape.size, shape.colour)
        case _:
            assert_never(shape)


def _words(shape: scene.Words, ink: Ink, shop: Workshop, y: float, node: Node) -> None:
    """Words on their baseline; " …" behind a source's words is the tool's and is set in its type."""
    style = shop.setter.style
    tool = font_of(style.faces.tool)
    text, more = shape.text, ""
    if shape.source and text.endswith(scene.MORE):
        text, more = text.removesuffix(scene.MORE), scene.MORE
    look = Look(font_of(shape.face), shape.size, shape.colour, shape.target, source=shape.source)
    runs = list(shop.setter.letters(text, look))
    width = sum(run.width for run in runs) + (tool.width(more, shape.size) if more else 0.0)
    x = shop.left + shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.align]
    owner, base = node, y + shape.y
    if shape.target in ink.anchors:
        foot = ink.height - base - shape.size * 0.3
        owner = ink.tags.link(node, (x, foot, x + width, foot + shape.size * 1.3), shape.text, target=shape.target)
    ink.tags.switch(owner)
    for run in joined(runs):
        ink.words(run.text, run.look, x, base)
        x += run.width
    if more:
        ink.words(more, Look(tool, shape.size, shape.colour), x, base)
