"""Shaped words -> operators of a page's content (ISO 32000-1, 9.4).

Glyphs are drawn from left to right, which is what every program expects that copies or searches words from the right. A mark
on such a letter is drawn as its outline, and its letter says both: as a glyph of its own, off the line and without a width,
it would be taken for another line or a space. Words from the left whose letters change places say as a whole what they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.render.pdf.embed import Embedded
from briefing.render.pdf.shaping import Glyph, Shaped, Word

Place = tuple[float, float]


def drawn(shaped: Shaped, font: Embedded, size: float, at: Place, colour: str) -> Iterator[str]:
    """The operators that set the words at a place (points, from the lower left corner)."""
    yield f"BT /{font.name} {size:g} Tf {colour} rg 1 0 0 1 {at[0]:.2f} {at[1]:.2f} Tm"
    pen = _Pen(font, size)
    marks: list[tuple[int, float, float]] = []
    for word in shaped.words:
        if not shaped.leftward and not word.exact:
            yield from pen.flush()
            yield f"/Span <</ActualText <FEFF{word.text.encode('utf-16-be', 'replace').hex().upper()}>>> BDC"
            pen.word(word, told=False)
            yield from pen.flush()
            yield "EMC"
        else:
            marks += pen.word(word, told=True)
    yield from pen.flush()
    yield "ET"
    for number, dx, dy in marks:
        yield from _outline(font, number, size, (at[0] + dx * size, at[1] + dy * size), colour)


class _Pen:
    """Collects glyphs until their height over the line changes. Lengths are in em."""

    def __init__(self, font: Embedded, size: float) -> None:
        self.font, self.size = font, size
        self.code: list[str] = []
        self.shown: list[str] = []
        self.rise = 0.0
        self.at = self.wanted = 0.0  # where the file's pen stands, and where the words' does

    def word(self, word: Word, *, told: bool) -> list[tuple[int, float, float]]:
        """Sets the glyphs of a word; comes back with those that have to be drawn as outlines. `told`: each glyph says what
        it is, else the word does."""
        outlined = []
        for glyph in word.glyphs:
            if told and not glyph.text and not glyph.advance:
                outlined.append((glyph.number, self.wanted + glyph.dx, glyph.dy))
            else:
                self._glyph(glyph, told=told)
            self.wanted += glyph.advance
        return outlined

    def _glyph(self, glyph: Glyph, *, told: bool) -> None:
        code = self.font.code(glyph.number, glyph.text, told=told)
        rise = round(glyph.dy * self.size, 2)
        if rise != self.rise:
            self._end()
            self.code.append(f"{rise:g} Ts")
            self.rise = rise
        back = round((self.at - self.wanted - glyph.dx) * 1000)
        if back:
            self.shown.append(str(back))
            self.at -= back / 1000
        self.shown.append(f"<{code:04X}>")
        self.at += self.font.width(glyph.number) / 1000

    def _end(self) -> None:
        if self.shown:
            self.code.append(f"[{''.join(self.shown).replace('><', '')}] TJ")
            self.shown = []

    def flush(self) -> list[str]:
        """The operators so far; afterwards type stands on the line again."""
        self._end()
        if self.rise:
            self.code.append("0 Ts")
            self.rise = 0.0
        code, self.code = self.code, []
        return code


def _outline(font: Embedded, number: int, size: float, at: Place, colour: str) -> Iterator[str]:
    path = [
        " ".join((*(f"{point * size:.2f}" for point in points), operator))
        for operator, points in font.shaper.outline(number)
    ]
    if path:
        yield f"q {colour} rg 1 0 0 1 {at[0]:.2f} {at[1]:.2f} cm {' '.join(path)} f Q"
