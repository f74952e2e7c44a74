"""The only file that draws: lines of runs, rules, marks and links on the pages of a canvas, each with its tag.

y is measured from the page's upper edge downwards, in points; the canvas measures upwards, and only this file knows.
"""

from __future__ import annotations

import io
from typing import Any, Final

from briefing.document import MarkKind
from briefing.render.pdf.faces import font_of
from briefing.render.pdf.lines import MARK_GAP, Line, Run
from briefing.render.pdf.tags import Node, Tags
from briefing.style import Style

RING: Final = 0.13  # of a mark's size: the width of its line


class Ink:
    """A canvas of pages of `width` by `height` points."""

    def __init__(self, style: Style, width: float, height: float, lang: str) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.width, self.height = width, height
        self.file = io.BytesIO()
        canvas: Any = Canvas
        self.canvas = canvas(
            self.file,
            pagesize=(width, height),
            invariant=1,
            pageCompression=1,
            lang=lang,
            initialFontName=font_of(style.faces.tool).name,
            initialFontSize=9,
        )
        self.style = style
        self.tags = Tags(self.canvas, lang)
        self._pages: dict[str, str] = {}

    # ------------------------------------------------------------------ words

    def line(self, line: Line, x: float, base: float, node: Node | None) -> None:
        """A line of runs with its baseline at `base`; `node` is the paragraph it belongs to, None for page furniture."""
        for run in line:
            owner = node
            if node is not None and (run.target or run.url):
                owner = self.tags.link(node, self._link(run, x + run.x, base))
            elif node is not None and run.mark is not None:
                owner = self.tags.child(node, "Figure", alt=run.mark.label, box=self._box(run, x + run.x, base))
            elif node is not None and run.lang and run.lang != node.lang:
                owner = self.tags.child(node, "Span", lang=run.lang)
            with self.tags.content(owner):
                if run.mark is not None:
                    size = run.width - MARK_GAP
                    self.mark(run.mark.kind, x + run.x + size / 2, base - run.size * 0.34, size, run.colour)
                else:
                    self.words(run, x + run.x, base)

    def words(self, run: Run, x: float, base: float, tracking: float = 0.0) -> None:
        text = self.canvas.beginText(x, self.height - base)
        text.setFont(run.font.name, run.size)
        text.setFillColor(run.colour)
        if tracking:
            text.setCharSpace(tracking)
        text.textOut(run.text)
        if tracking:
            text.setCharSpace(0)
        self.canvas.drawText(text)

    def _box(self, run: Run, x: float, base: float) -> tuple[float, float, float, float]:
        y = self.height - base
        return x, y - run.size * 0.25, x + run.width, y + run.size * 0.8

    def _link(self, run: Run, x: float, base: float) -> str:
        """A link over the run; its name in the file."""
        return self.tags.annotation(self._box(run, x, base), run.text, target=run.target, url=run.url)

    def jump(self, x: float, top: float, width: float, height: float, target: str, words: str, node: Node) -> Node:
        """A link over a stretch of the drawing."""
        box = (x, self.height - top - height, x + width, self.height - top)
        return self.tags.link(node, self.tags.annotation(box, words, target=target, url=""))

    # ------------------------------------------------------------------ shapes

    def mark(self, kind: MarkKind, x: float, y: float, size: float, colour: str) -> None:
        """One of the four marks with its middle at x, y: disc, half disc, ring, diamond."""
        canvas, middle = self.canvas, self.height - y
        width = size * RING
        radius = (size - width) / 2
        canvas.saveState()
        canvas.setLineWidth(width)
        canvas.setStrokeColor(colour)
        canvas.setFillColor(colour)
        if kind is MarkKind.DIFFER:
            path = canvas.beginPath()
            path.moveTo(x, middle + radius)
            for px, py in ((x + radius, middle), (x, middle - radius), (x - radius, middle)):
                path.lineTo(px, py)
            path.close()
            canvas.drawPath(path, stroke=1, fill=0)
        else:
            canvas.circle(x, middle, radius, stroke=1, fill=int(kind is MarkKind.STATED))
            if kind is MarkKind.RESOLVED:
                path = canvas.beginPath()
                path.moveTo(x, middle + radius)
                path.arcTo(x - radius, middle - radius, x + radius, middle + radius, 90, 180)
                path.close()
                canvas.drawPath(path, stroke=0, fill=1)
        canvas.restoreState()

    def rule(self, x: float, y: float, x2: float, y2: float, width: float, colour: str) -> None:
        """A line; it carries no meaning that is not said in words."""
        with self.tags.content(None):
            self.stroke(x, y, x2, y2, width, colour)

    def stroke(self, x: float, y: float, x2: float, y2: float, width: float, colour: str) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.setStrokeColor(colour)
        self.canvas.line(x, self.height - y, x2, self.height - y2)

    def box(
        self, x: float, y: float, width: float, height: float, fill: str = "", stroke: str = "", line: float = 0
    ) -> None:
        if fill:
            self.canvas.setFillColor(fill)
        if stroke:
            self.canvas.setStrokeColor(stroke)
            self.canvas.setLineWidth(line)
        self.canvas.rect(x, self.height - y - height, width, height, stroke=int(bool(stroke)), fill=int(bool(fill)))

    # ------------------------------------------------------------------ pages

    def anchor(self, name: str, y: float) -> None:
        """Names the place `y` of this page, once."""
        if name and name not in self._pages:
            self._pages[name] = name
            self.canvas.bookmarkHorizontalAbsolute(name, self.height - y + 4)

    def outline(self, title: str, anchor: str, level: int) -> None:
        if anchor in self._pages:
            self.canvas.addOutlineEntry(title, anchor, level, closed=level > 0)

    def end_page(self) -> None:
        self.tags.end_page()
        self.canvas.showPage()

    def finish(self) -> bytes:
        self.tags.finish()
        self.canvas.save()
        return self.file.getvalue()
