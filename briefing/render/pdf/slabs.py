"""What a page is filled with: slabs of a height, painted where pagination puts them.

A slab knows nothing of pages. It says how it may be kept, split and repeated; `pages.py` decides. Units are points, y
runs down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from briefing.document import Paragraph, Role
from briefing.render.pdf.ink import Ink
from briefing.render.pdf.lines import Line, Setter
from briefing.render.pdf.tags import Node
from briefing.style import Type

TAGS = {Role.TITLE: "H1", Role.HEADING: "H2"}


@dataclass(slots=True)
class SetText:
    """A paragraph in lines, set for `width`. `node` is its element in the tag tree, made when its first line is painted."""

    paragraph: Paragraph
    kind: Type
    lines: list[Line]
    width: float
    node: Node | None = None

    @property
    def height(self) -> float:
        return len(self.lines) * self.kind.leading

    @property
    def base(self) -> float:
        """From the top of the first line to its baseline."""
        return self.kind.leading / 2 + self.kind.size * 0.35

    def paint(self, ink: Ink, x: float, y: float, parent: Node | None) -> None:
        if parent is not None and self.node is None:
            tag = TAGS.get(self.paragraph.role, "P")
            self.node = ink.tags.child(parent, tag, lang=self.paragraph.lang)
        ink.anchor(self.paragraph.anchor, y)
        x = ink.left(x, self.width)
        for line in self.lines:
            ink.line(line, x, y + self.base, self.node if parent is not None else None)
            y += self.kind.leading

    def parts(self, room: float) -> tuple[SetText | None, SetText | None]:
        """The lines that fit into `room`, and the others; one alone is never left on either side."""
        count = int(room / self.kind.leading)
        if count >= len(self.lines):
            return self, None
        count = min(count, len(self.lines) - 2)
        if count < 2:
            return None, self
        rest = replace(self.paragraph, anchor="")
        return (
            SetText(self.paragraph, self.kind, self.lines[:count], self.width, self.node),
            SetText(rest, self.kind, self.lines[count:], self.width, self.node),
        )


class Paint(Protocol):
    def __call__(self, ink: Ink, y: float) -> None: ...


@dataclass(slots=True)
class Slab:
    """A stretch of the page. `before`: space above it, none at the head of a page. `keep`: never last on its page where
    another follows. `repeat`: what is painted again when the slab begins a page (header, band). `split` gives what
    fits into a room and the rest. `fresh`: begins a new page when the page is filled to that share."""

    height: float
    paint: Paint
    before: float = 0.0
    keep: bool = False
    repeat: tuple[Slab, ...] = ()
    split: Callable[[float], tuple[Slab, Slab] | None] | None = None
    fresh: float | None = None
    anchors: tuple[str, ...] = ()
    texts: tuple[SetText, ...] = ()
    section: str = ""


@dataclass(slots=True)
class Workshop:
    """What making slabs takes: the setter, the width of the text and where it begins."""

    setter: Setter
    left: float
    width: float
    paper: str

    def set(self, paragraph: Paragraph, width: float, kind: Type | None = None) -> SetText:
        kind = kind or self.setter.style.type(paragraph.role)
        return SetText(paragraph, kind, self.setter.lines(paragraph, kind, width), width)


def anchors_of(texts: tuple[SetText, ...], *names: str) -> tuple[str, ...]:
    return tuple(name for name in (*names, *(text.paragraph.anchor for text in texts)) if name)
