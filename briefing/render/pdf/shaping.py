"""Words -> glyphs of one font at their places, as HarfBuzz sets them: letters joined, reordered, marks on their letters.

A `Shaped` keeps what each glyph stands for, so that the file can say it (`embed.py`). All lengths are parts of the type's
size (em). The library is loaded with the first words that need it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from briefing.render.pdf.bidi import mirror_images

HIGHEST: Final = 0.8  # em: no mark stands further off its line
KEPT: Final = 40  # characters of words that are kept once shaped
_RESTRICTED: Final = 0x0002  # OS/2 fsType: may not be embedded at all
_WHOLE_OR_BITMAPS: Final = 0x0300  # only the whole font may be, or only its bitmaps


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph `dx`, `dy` off the pen, which it moves on by `advance`. `text` is what it shows, "" beside one that says
    it: in words from the right with its letters from left to right, as they are seen. `at`: where it begins in its word."""

    at: int
    number: int
    advance: float
    dx: float
    dy: float
    text: str


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs from left to right of a word; `exact`: one for each letter, in the letters' order."""

    text: str
    glyphs: tuple[Glyph, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class Shaped:
    """Words from left to right, as they are seen; `leftward`: they run from the right. `letters`: in a face that is set
    letter by letter, whose glyphs have no numbers."""

    words: tuple[Word, ...]
    leftward: bool
    width: float
    letters: bool = False

    @property
    def seen(self) -> str:
        """The letters from left to right."""
        return "".join(glyph.text for word in self.words for glyph in word.glyphs)

    def __add__(self, other: Shaped) -> Shaped:
        """What `other` says is said after this."""
        words = (*other.words, *self.words) if self.leftward else (*self.words, *other.words)
        return Shaped(words, self.leftward, self.width + other.width, self.letters)

    def parts(self, width: float) -> Iterator[tuple[str, Shaped]]:
        """The words cut into parts of at most that width between two letters, in the order of reading, each with its text."""
        for word in self.words[::-1] if self.leftward else self.words:
            starts = sorted({glyph.at for glyph in word.glyphs})
            widths = dict.fromkeys(starts, 0.0)
            for glyph in word.glyphs:
                widths[glyph.at] += glyph.advance
            edges, used = [0], 0.0
            for start in starts:
                if used + widths[start] > width and start > edges[-1]:
                    edges.append(start)
                    used = 0.0
                used += widths[start]
            for start, end in pairwise([*edges, len(word.text)]):
                yield word.text[start:end], self._part(word, start, end)

    def _part(self, word: Word, start: int, end: int) -> Shaped:
        glyphs = tuple(replace(glyph, at=glyph.at - start) for glyph in word.glyphs if start <= glyph.at < end)
        part = Word(word.text[start:end], glyphs, word.exact)
        return Shaped((part,), self.leftward, sum(glyph.advance for glyph in glyphs), self.letters)


@dataclass(eq=False)
class Shaper:
    """A font file, and which of its fonts (several in a .ttc), as HarfBuzz reads it."""

    file: Path
    index: int = 0
    _known: dict[tuple[str, bool, str], Shaped] = field(default_factory=dict)

    @cached_property
    def face(self) -> Any:
        import uharfbuzz

        return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.file)), self.index)

    @cached_property
    def font(self) -> Any:
        import uharfbuzz

        return uharfbuzz.Font(self.face)

    @cached_property
    def name(self) -> str:
        """Its PostScript name, which tells the fonts of a file apart."""
        import uharfbuzz

        name = self.face.get_name(uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME) or self.file.stem
        return "".join(c for c in name if c.isascii() and (c.isalnum() or c == "-"))[:60] or "Font"

    @cached_property
    def codes(self) -> frozenset[int]:
        """The characters that it has a glyph for."""
        return frozenset(self.face.unicodes)

    @cached_property
    def scripts(self) -> frozenset[str]:
        """OpenType tags of the scripts that it has rules for: "arab", "dev2"."""
        return frozenset(self.face.get_table_script_tags("GSUB")) if "GSUB" in self.face.table_tags else frozenset()

    @property
    def embeddable(self) -> bool:
        """Whether its outlines can and may stand in a PDF."""
        tags = set(self.face.table_tags)
        if not tags & {"glyf", "CFF ", "CFF2"} or not tags >= {"head", "hmtx", "cmap"}:
            return False
        rights = bytes(self.face.reference_table("OS/2").data)[8:10] if "OS/2" in tags else b"\0\0"
        allowed = int.from_bytes(rights, "big")
        return not allowed & _WHOLE_OR_BITMAPS and allowed & 0xF != _RESTRICTED

    def shape(self, text: str, *, leftward: bool, lang: str = "") -> Shaped:
        """The words of a text in one direction. Those that stand between spaces are set each by itself."""
        key = (text, leftward, lang)
        made = self._known.get(key)
        if made is None:
            made = self._shaped(text, leftward=leftward, lang=lang)
            if len(text) < KEPT:
                self._known[key] = made
        return made

    def _shaped(self, text: str, *, leftward: bool, lang: str) -> Shaped:
        import uharfbuzz as hb

        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftward else "ltr"
        if lang:
            buffer.language = lang
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self.font, buffer)
        em = self.face.upem
        places = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        raw = [
            (info.codepoint, info.cluster, at.x_advance / em, at.x_offset / em, _near(at.y_offset / em, at.x_advance))
            for info, at in places
        ]
        glyphs, exact = _told(text, raw, leftward=leftward)
        if not leftward and not exact:
            glyphs = self._each(text, glyphs)
        width = sum(glyph.advance for glyph in glyphs)
        return Shaped((Word(text, glyphs, exact),), leftward, width)

    def _each(self, text: str, glyphs: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
        """The same glyphs, each with the letter that it is by itself, where it is one of its cluster's: for programs that
        don't ask what a word says as a whole."""
        starts = sorted({glyph.at for glyph in glyphs})
        made: list[Glyph] = []
        for start, end in pairwise([*starts, len(text)]):
            some = [glyph for glyph in glyphs if glyph.at == start]
            own = {self.font.get_nominal_glyph(ord(letter)): letter for letter in reversed(text[start:end])}
            said = [own.pop(glyph.number, "") for glyph in some]
            left = [letter for letter in text[start:end] if letter not in said]
            silent = next((n for n, letter in enumerate(said) if not letter), 0)
            said[silent] += "".join(left)
            made += [replace(glyph, text=letters) for glyph, letters in zip(some, said, strict=True)]
        return tuple(made)

    def outline(self, number: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
        """A glyph as lines and curves ("m", "l", "c", "h" with their points, in em)."""
        return _outline(self, number)


def _near(height: float, advance: float) -> float:
    """How far off the line a glyph stands: marks piled on each other stay within their line."""
    return height if advance else max(-HIGHEST, min(height, HIGHEST))


def _told(
    text: str, raw: list[tuple[int, int, float, float, float]], *, leftward: bool
) -> tuple[tuple[Glyph, ...], bool]:
    """The glyphs, each cluster's text with the first of them that has a width; whether all are one to one."""
    starts = sorted({cluster for _, cluster, *_ in raw})
    ends = dict(pairwise([*starts, len(text)]))  # empty where nothing of it is seen
    wide = {cluster: n for n, (_, cluster, advance, *_) in reversed(list(enumerate(raw))) if advance}
    bearer = {cluster: n for n, (_, cluster, *_) in reversed(list(enumerate(raw)))} | wide
    glyphs, exact = [], True
    for n, (number, cluster, advance, dx, dy) in enumerate(raw):
        shown = text[cluster : ends[cluster]] if bearer[cluster] == n else ""
        exact = exact and len(shown) == 1
        seen = shown[::-1].translate(mirror_images()) if leftward else shown
        glyphs.append(Glyph(cluster, number, advance, dx, dy, seen))
    return tuple(glyphs), exact and len(glyphs) == len(text)


@cache
def _outline(shaper: Shaper, number: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
    import uharfbuzz as hb

    em = shaper.face.upem
    path: list[tuple[str, tuple[float, ...]]] = []
    at = [0.0, 0.0]

    def add(operator: str, *points: float) -> None:
        scaled = tuple(point / em for point in points)
        if scaled:
            at[:] = scaled[-2:]
        path.append((operator, scaled))

    def quadratic(x1: float, y1: float, x: float, y: float) -> None:
        x0, y0 = at[0] * em, at[1] * em
        add("c", (x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3, (x + 2 * x1) / 3, (y + 2 * y1) / 3, x, y)

    draw = hb.DrawFuncs()
    draw.set_move_to_func(lambda x, y, _: add("m", x, y))
    draw.set_line_to_func(lambda x, y, _: add("l", x, y))
    draw.set_quadratic_to_func(lambda x1, y1, x, y, _: quadratic(x1, y1, x, y))
    draw.set_cubic_to_func(lambda x1, y1, x2, y2, x, y, _: add("c", x1, y1, x2, y2, x, y))
    draw.set_close_path_func(lambda _: add("h"))
    shaper.font.draw_glyph(number, draw, None)
    return tuple(path)
