"""Fonts of a style as this writer needs them: how wide words are, and which characters a face has.

reportlab sets a box for a missing glyph without any error, so every run is split by what its face can show.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from briefing.render.pdf.shaping import Shaper
from briefing.style import Face


@dataclass(eq=False)
class Font:
    """A font under a name of its own. Either reportlab sets it letter by letter (`metal`, None for a face that readers
    bring; `glyphs` are widths of 1 point size, in points), or HarfBuzz does (`glyphs` is empty)."""

    name: str
    glyphs: dict[int, float]
    metal: Any = None  # reportlab's own font, None for one that readers bring
    shaper: Shaper | None = None  # None for one that readers bring

    @property
    def embedded(self) -> bool:
        return self.metal is not None

    @property
    def shaped(self) -> bool:
        """Whether it is set by HarfBuzz only."""
        return self.shaper is not None and self.metal is None

    @cached_property
    def codes(self) -> frozenset[int]:
        """The characters that it has."""
        return self.shaper.codes if self.shaper is not None and self.metal is None else frozenset(self.glyphs)

    _words: dict[str, float] = field(default_factory=dict)

    def width(self, words: str, size: float) -> float:
        """How wide `words` are at `size`, both in points."""
        known = self._words.get(words)
        if known is None:
            glyphs, blank = self.glyphs, self.glyphs.get(32, 0.25)
            known = sum(glyphs.get(ord(c), blank) for c in words)
            if len(words) < 40:
                self._words[words] = known
        return known * size

    def has(self, words: str) -> bool:
        return self.codes >= set(map(ord, words))


@cache
def font_of(face: Face) -> Font:
    """The font of a face, read once. A file is registered under its path, so that styles never mix."""
    from reportlab.pdfbase import pdfmetrics

    if face.file is None:
        metrics = pdfmetrics.getFont(face.name)
        widths = {code: metrics.widths[byte[0]] / 1000 for code, byte in _latin()}
        return Font(face.name, widths)
    from reportlab.pdfbase.ttfonts import TTFont

    name = f"{face.name}:{face.file.resolve()}"
    made: Any = TTFont(name, str(face.file), shapable=False)
    pdfmetrics.registerFont(made)
    widths = {code: width / 1000 for code, width in made.face.charWidths.items()}
    widths.setdefault(0xA0, widths.get(32, 0.25))
    return Font(name, widths, made, Shaper(face.file))


@cache
def shaped_font(shaper: Shaper) -> Font:
    """A font that HarfBuzz sets, whatever the words are."""
    return Font(f"{shaper.name}:{shaper.file}:{shaper.index}", {}, shaper=shaper)


def _latin() -> list[tuple[int, bytes]]:
    """What a reader's own font can show: the characters of its one-byte encoding."""
    found = []
    for byte in range(32, 256):
        try:
            found.append((ord(bytes([byte]).decode("cp1252")), bytes([byte])))
        except UnicodeDecodeError:
            continue
    return found
