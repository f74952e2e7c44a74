"""The only file that draws: lines of runs, rules, marks and links on the pages of a canvas, each with its tag.

y is measured from the page's upper edge downwards, in points; the file measures upwards, and only this module knows.
Content is written as operators of its own (ISO 32000-1, 8 and 9): one text object for a line, colours and fonts set
only where they change.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any, Final

from briefing.document import MarkKind
from briefing.render.pdf.embed import Embedded
from briefing.render.pdf.faces import Font, font_of
from briefing.render.pdf.glyphs import drawn
from briefing.render.pdf.lines import MARK_GAP, Line
from briefing.render.pdf.pack import packed
from briefing.render.pdf.runs import Look, Run
from briefing.render.pdf.shaping import Shaped, Shaper
from briefing.render.pdf.tags import Node, Tags
from briefing.style import Style

RING: Final = 0.13  # of a mark's size: the width of its line
CURVE: Final = 0.5523  # of the radius: where the handles of a quarter circle stand


class Ink:
    """A canvas of pages of `width` by `height` points. `anchors` are those that links may lead to."""

    def __init__(
        self, style: Style, width: float, height: float, lang: str, anchors: frozenset[str], *, mirrored: bool = False
    ) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.useA85 = 0  # streams stay binary: a fifth smaller, and nothing mails PDF as text any more
        self.width, self.height, self.mirrored = width, height, mirrored
        self.file = io.BytesIO()
        canvas: Any = Canvas
        tool = font_of(style.faces.tool).name
        self.canvas = canvas(
            self.file,
            (width, height),
            invariant=1,
            pageCompression=1,
            lang=lang,
            initialFontName=tool,
            initialFontSize=9,
        )
        self.anchors = anchors
        self.tags = Tags(self.canvas, lang)
        self._named: set[str] = set()
        self._code: list[str] = self.canvas._code  # noqa: SLF001
        self._fonts: dict[tuple[Font, int], str] = {}
        self._embedded: dict[Shaper, Embedded] = {}

    def left(self, x: float, width: float) -> float:
        """Where what is laid out at `x` stands: on a mirrored page as far from the right edge."""
        return self.width - x - width if self.mirrored else x

    # ------------------------------------------------------------------ words

    def line(self, line: Line, x: float, base: float, node: Node | None) -> None:
        """A line of runs with its baseline at `base`; `node` is the paragraph it belongs to, None for page furniture."""
        for run in line:
            at, look = x + run.x, run.look
            if run.mark is not None:
                self._mark_run(run, at, base, node)
                continue
            owner = node
            if node is not None and look.url:
                owner = self.tags.link(node, self._box(run, at, base), run.text, url=look.url)
            elif node is not None and look.target in self.anchors:
                owner = self.tags.link(node, self._box(run, at, base), run.text, target=look.target)
            if owner is not None and run.shaped is not None and run.shaped.leftward and run.text.strip():
                owner = self.tags.child(owner, "Span", lang=look.lang, actual=run.text)
            elif owner is node is not None and look.lang and look.lang != node.lang:
                owner = self.tags.child(node, "Span", lang=look.lang)
            self.tags.switch(owner)
            self.words(run.text, look, at, base, shaped=run.shaped)

    def _mark_run(self, run: Run, x: float, base: float, node: Node | None) -> None:
        assert run.mark is not None
        size = run.width - MARK_GAP
        box = self._box(run, x, base)
        self.tags.switch(self.tags.child(node, "Figure", alt=run.mark.label, box=box) if node is not None else None)
        self.mark(run.mark.kind, x + size / 2, base - run.look.size * 0.34, size, run.look.colour)

    def words(
        self, text: str, look: Look, x: float, base: float, tracking: float = 0.0, shaped: Shaped | None = None
    ) -> None:
        if shaped is not None and not shaped.letters:
            self._code += drawn(shaped, self._font(look), look.size, (x, self.height - base), _rgb(look.colour))
            return
        text = shaped.seen if shaped is not None else text
        if look.font.shaped:
            assert look.font.shaper is not None
            self.words(text, look, x, base, shaped=look.font.shaper.shape(text, leftward=False))
            return
        code = [f"BT {_rgb(look.colour)} rg 1 0 0 1 {x:.2f} {self.height - base:.2f} Tm"]
        if tracking:
            code.append(f"{tracking:.2f} Tc")
        for name, shown in self._encoded(text, look.font):
            code.append(f"{name} {look.size:g} Tf ({shown}) Tj")
        if tracking:
            code.append("0 Tc")
        code.append("ET")
        self._code.append(" ".join(code))

    def _font(self, look: Look) -> Embedded:
        """The font that HarfBuzz sets, in this file."""
        shaper = look.font.shaper
        assert shaper is not None
        if shaper not in self._embedded:
            self._embedded[shaper] = Embedded(shaper, f"H{len(self._embedded) + 1}")
            self.canvas._doc.delayedFonts.append(self._embedded[shaper])  # noqa: SLF001
        return self._embedded[shaper]

    def _encoded(self, text: str, font: Font) -> list[tuple[str, str]]:
        """The text in the font's subsets: their names on the page, and the bytes escaped."""
        document, escape = self.canvas._doc, self.canvas._escape  # noqa: SLF001
        if not font.embedded:
            name = document.getInternalFontName(font.name)
            return [(name, escape(text.encode("cp1252", "replace")))]
        made: list[tuple[str, str]] = []
        for subset, shown in font.metal.splitString(text, document):
            key = (font, subset)
            if key not in self._fonts:
                self._fonts[key] = font.metal.getSubsetInternalName(subset, document)
            made.append((self._fonts[key], escape(shown)))
        return made

    def _box(self, run: Run, x: float, base: float) -> tuple[float, float, float, float]:
        y = self.height - base
        return x, y - run.look.size * 0.25, x + run.width, y + run.look.size * 0.8

    # ------------------------------------------------------------------ shapes

    def mark(self, kind: MarkKind, x: float, y: float, size: float, colour: str) -> None:
        """One of the four marks with its middle at x, y: disc, half disc, ring, diamond."""
        middle, width = self.height - y, size * RING
        r = (size - width) / 2
        rgb = _rgb(colour)
        code = [f"q {width:.3f} w {rgb} RG {rgb} rg 1 0 0 1 {x:.2f} {middle:.2f} cm"]
        if kind is MarkKind.DIFFER:
            code.append(f"0 {r:.3f} m {r:.3f} 0 l 0 {-r:.3f} l {-r:.3f} 0 l h S")
        else:
            h = r * CURVE
            left = f"0 {r:.3f} m {-h:.3f} {r:.3f} {-r:.3f} {h:.3f} {-r:.3f} 0 c {-r:.3f} {-h:.3f} {-h:.3f} {-r:.3f} 0 {-r:.3f} c"
            right = f"{h:.3f} {-r:.3f} {r:.3f} {-h:.3f} {r:.3f} 0 c {r:.3f} {h:.3f} {h:.3f} {r:.3f} 0 {r:.3f} c"
            code.append(f"{left} {right} h {'B' if kind is MarkKind.STATED else 'S'}")
            if kind is MarkKind.RESOLVED:
                code.append(f"{left} h f")
        self._code.append(" ".join((*code, "Q")))

    def picture(self, file: Path, x: float, y: float, height: float, node: Node) -> None:
        """A picture of that height, as wide as it then is."""
        from reportlab.lib.utils import ImageReader

        wide, high = ImageReader(str(file)).getSize()
        width = height * wide / high
        x = self.left(x, width)
        node.box = (x, self.height - y - height, x + width, self.height - y)
        self.tags.switch(node)
        self.canvas.drawImage(str(file), x, self.height - y - height, width, height, mask="auto")

    def rule(self, x: float, y: float, x2: float, y2: float, width: float, colour: str) -> None:
        """A line that carries no meaning: furniture of the page."""
        self.tags.switch(None)
        self.stroke(x, y, x2, y2, width, colour)

    def stroke(self, x: float, y: float, x2: float, y2: float, width: float, colour: str) -> None:
        x, x2 = self.left(x, 0), self.left(x2, 0)
        ends = f"{x:.2f} {self.height - y:.2f} m {x2:.2f} {self.height - y2:.2f} l S"
        self._code.append(f"{width:g} w {_rgb(colour)} RG {ends}")

    def box(
        self, x: float, y: float, width: float, height: float, fill: str = "", stroke: str = "", line: float = 0
    ) -> None:
        x = self.left(x, width)
        code = f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re"
        if fill:
            code = f"{_rgb(fill)} rg {code}"
        if stroke:
            code = f"{line:g} w {_rgb(stroke)} RG {code}"
        self._code.append(f"{code} {'B' if fill and stroke else 'f' if fill else 'S'}")

    # ------------------------------------------------------------------ pages

    def anchor(self, name: str, y: float) -> None:
        """Names the place `y` of this page, once."""
        if name and name not in self._named:
            self._named.add(name)
            self.canvas.bookmarkHorizontalAbsolute(name, round(self.height - y + 4, 2))

    def outline(self, title: str, anchor: str, level: int) -> None:
        if anchor in self._named:
            self.canvas.addOutlineEntry(title, anchor, level, closed=level > 0)

    def end_page(self) -> None:
        self.tags.end_page()
        self.canvas.showPage()
        self._code = self.canvas._code  # noqa: SLF001

    def finish(self) -> bytes:
        self.tags.finish()
        self.canvas.save()
        return packed(self.file.getvalue())


@cache
def _rgb(colour: str) -> str:
    """#1B3A5C as three numbers of a colour operator."""
    return " ".join(f"{int(colour[n : n + 2], 16) / 255:.3f}" for n in (1, 3, 5))
