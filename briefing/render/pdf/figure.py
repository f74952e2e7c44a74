"""The timeline drawing on the page: shapes of the scene -> ink, one tagged figure with its words for who can't see it."""

from __future__ import annotations

from typing import assert_never

from briefing.document import Drawing
from briefing.render import scene
from briefing.render.pdf.faces import font_of
from briefing.render.pdf.ink import Ink
from briefing.render.pdf.runs import Look
from briefing.render.pdf.slabs import Slab, Workshop
from briefing.render.pdf.tags import Node
from briefing.style import Face


def drawing_slab(drawing: Drawing, shop: Workshop) -> Slab:
    style = shop.setter.style

    def measure(words: str, face: Face, size: float) -> float:
        if font_of(face).has(words):
            return font_of(face).width(words, size)
        source = face in (style.faces.source, style.faces.title)
        return shop.setter.phrase((words, Look(font_of(face), size, "", source=source)))[1]

    made = scene.timeline_scene(drawing, style, shop.width, measure)

    def paint(ink: Ink, y: float) -> None:
        left = ink.left(shop.left, made.width)
        box = (left, ink.height - y - made.height, left + made.width, ink.height - y)
        node = ink.tags.child(ink.tags.root, "Figure", alt=drawing.alt, box=box)
        for shape in made.shapes:
            _draw(shape, ink, shop, y, node)

    return Slab(made.height, paint, before=1.0)


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
            ink.mark(shape.kind, ink.left(x + shape.x, 0), y + shape.y, shape.size, shape.colour)
        case _:
            assert_never(shape)


def _words(shape: scene.Words, ink: Ink, shop: Workshop, y: float, node: Node) -> None:
    """Words on their baseline; " …" behind a source's words is the tool's and is set in its type."""
    tool = font_of(shop.setter.style.faces.tool)
    text, more = shape.text, ""
    if shape.source and text.endswith(scene.MORE):
        text, more = text.removesuffix(scene.MORE), scene.MORE
    look = Look(font_of(shape.face), shape.size, shape.colour, shape.target, lang=shape.lang, source=shape.source)
    words = [(text, look), *([(more, Look(tool, shape.size, shape.colour))] if more else [])]
    line, width = shop.setter.phrase(*words)
    x = ink.left(shop.left + shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.align], width)
    owner, base = node, y + shape.y
    if shape.target in ink.anchors:
        foot = ink.height - base - shape.size * 0.3
        owner = ink.tags.link(node, (x, foot, x + width, foot + shape.size * 1.3), shape.text, target=shape.target)
    ink.tags.switch(owner)
    for run in line:
        ink.words(run.text, run.look, x + run.x, base, shaped=run.shaped)
