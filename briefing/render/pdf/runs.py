"""Words in one look -> runs: pieces of one font and one direction that a line is made of.

A paragraph is a list of bits, one for each inline. Where any of them is written from the right, all get levels (`bidi.py`)
before they are cut into runs. A run keeps its words in the order in which they are read; where it stands is settled with its
line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from briefing.document import Cite, Cut, Inline, Mark, Ref
from briefing.render.breaks import tokens
from briefing.render.pdf.bidi import OBJECT, base_level, levels, mirror_images, runs_left, visual
from briefing.render.pdf.faces import Font
from briefing.render.pdf.scripts import JOINERS, Wish, needs_shaping, pieces
from briefing.render.pdf.shaping import Glyph, Shaped, Word

_UNSEEN = dict.fromkeys(map(ord, JOINERS))  # a face that is set letter by letter would show a box


@dataclass(frozen=True, eq=False)
class Look:
    """How a run is set, and where it leads: `target` an anchor, `url` an address."""

    font: Font
    size: float
    colour: str
    target: str = ""
    url: str = ""
    lang: str = ""
    source: bool = False

    @property
    def leads(self) -> bool:
        return bool(self.target or self.url)


class Run:
    """Words in one look at `x` of their line; or a mark; or a place, whose words may change when pages are known.
    `level` is that of their direction, `shaped` their glyphs where letters alone don't say how they are set."""

    __slots__ = ("level", "look", "mark", "ref", "shaped", "text", "width", "x")

    def __init__(
        self,
        text: str,
        look: Look,
        width: float,
        x: float = 0.0,
        ref: Ref | None = None,
        mark: Mark | None = None,
        level: int = 0,
        shaped: Shaped | None = None,
    ) -> None:
        self.text, self.look, self.width, self.x = text, look, width, x
        self.ref, self.mark = ref, mark
        self.level, self.shaped = level, shaped

    @property
    def plain(self) -> bool:
        return self.ref is None and self.mark is None

    def copy(self, x: float) -> Run:
        return Run(self.text, self.look, self.width, x, self.ref, self.mark, self.level, self.shaped)

    def joins(self, other: Run) -> bool:
        """Whether `other` may be said in one breath with this."""
        alike = self.look is other.look and self.level == other.level and self.plain and other.plain
        return (
            alike
            and (self.shaped is None) == (other.shaped is None)
            and (self.shaped is not None or not self.level & 1)
        )

    def join(self, other: Run) -> None:
        self.text += other.text
        self.width += other.width
        if self.shaped is not None and other.shaped is not None:
            self.shaped += other.shaped


class Bit:
    """The words of one inline in one look. `own`: they are the sentence itself, not put into it by the tool. `plain`: the
    look's own font sets them letter by letter."""

    __slots__ = ("inline", "levels", "look", "own", "plain", "text")

    def __init__(
        self, text: str, look: Look, inline: Inline | None = None, *, own: bool = False, plain: bool = False
    ) -> None:
        self.text, self.look, self.inline, self.own, self.plain = text, look, inline, own, plain
        self.levels: Sequence[int] | None = None

    @property
    def whole(self) -> bool:
        """Whether it is never parted."""
        return isinstance(self.inline, Cite | Cut | Ref | Mark)


# --------------------------------------------------------------------------- direction


def directed(bits: list[Bit]) -> int:
    """Give each bit the levels of its characters where any is written from the right; the paragraph's own level.
    A paragraph runs as the source's words do that it begins with; the tool's words run from the left."""
    if all(bit.plain or not runs_left(bit.text) for bit in bits):
        return 0
    said = [bit for bit in bits if bit.text.strip() and not bit.whole]
    base = base_level(said[0].text) if said and (said[0].own or all(base_level(bit.text) for bit in said)) else 0
    groups = _isolates(bits)
    texts = ["".join(bit.text for bit in group) for group in groups]
    outer = levels("".join(_framed(text) for text in texts), base)
    at = 0
    for group, text in zip(groups, texts, strict=True):
        framed = _framed(text)
        around = outer[at : at + len(framed)]
        at += len(framed)
        words = text.strip(" ")
        if words and not group[0].whole:
            place = framed.index(OBJECT)
            own = base_level(words)
            outside = around[place]
            # Only what runs the other way is raised: no sign parts two isolates here, and raised neighbours would turn as one.
            around[place : place + 1] = levels(words, outside if outside & 1 == own else outside + 1)
        _share(group, around)
    return base


def _isolates(bits: list[Bit]) -> list[list[Bit]]:
    """Neighbouring bits of the tool's running words together, each other bit by itself."""
    groups: list[list[Bit]] = []
    for before, bit in zip([None, *bits], bits, strict=False):
        running = before is not None and not (bit.own or bit.whole or before.own or before.whole)
        if running:
            groups[-1].append(bit)
        else:
            groups.append([bit])
    return groups


def _framed(text: str) -> str:
    """What stands in the paragraph for an isolate: spaces around it are the paragraph's."""
    words = text.strip(" ")
    return text.replace(words, OBJECT, 1) if words else text or OBJECT


def _share(group: list[Bit], made: Sequence[int]) -> None:
    at = 0
    for bit in group:
        bit.levels = made[at : at + len(bit.text)] or [made[min(at, len(made) - 1)]]
        at += len(bit.text)


# --------------------------------------------------------------------------- runs


def runs_of(bit: Bit, near: str) -> Iterator[Run]:
    """The bit's words and spaces: of one direction and font each, scripts without spaces in pieces that may be parted."""
    text, look = bit.text, bit.look
    if bit.levels is None and (bit.plain or (look.font.has(text) and not needs_shaping(text))):
        yield from plain_runs(text, look)
        return
    wish = wish_of(look, near)
    start = 0
    for level, group in groupby(bit.levels if bit.levels is not None else [0] * len(text)):
        end = start + len(list(group))
        for piece, font in pieces(text[start:end], look.font, wish, leftward=bool(level & 1)):
            if font is None:
                words = "".join(f"[U+{ord(sign):04X}]" for sign in piece[:20] if sign != " ")
                yield from plain_runs(words, look, level + (level & 1))
                continue
            own = look if font is look.font else _in_font(look, font)
            yield from (run for token in tokens(piece) if (run := _set(token, own, level)) is not None)
        start = end


def plain_runs(text: str, look: Look, level: int = 0) -> Iterator[Run]:
    """Words and spaces that are set letter by letter."""
    width, size = look.font.width, look.size
    for token in tokens(text):
        yield Run(token, look, width(token, size), level=level)


def wish_of(look: Look, near: str) -> Wish:
    heavy = "bold" in look.font.name.partition(":")[0].lower()
    return Wish(near, look.source, heavy, look.lang)


def _set(token: str, look: Look, level: int) -> Run | None:
    """A word or a space as its font sets it; None where nothing of it is seen."""
    font, leftward = look.font, bool(level & 1)
    if font.shaper is not None and (font.shaped or needs_shaping(token)):
        shaped = font.shaper.shape(token, leftward=leftward, lang=look.lang)
        return Run(token, look, shaped.width * look.size, level=level, shaped=shaped)
    token = token.translate(_UNSEEN)
    if not token:
        return None
    if leftward:
        return Run(token, look, font.width(token, look.size), level=level, shaped=_by_letters(token, font))
    return Run(token, look, font.width(token, look.size), level=level)


def _by_letters(token: str, font: Font) -> Shaped:
    """Signs of a face that is set letter by letter, in words from the right: each as it is seen in a mirror."""
    glyphs = tuple(
        Glyph(at, 0, font.width(sign, 1.0), 0.0, 0.0, sign.translate(mirror_images()))
        for at, sign in reversed(list(enumerate(token)))
    )
    return Shaped((Word(token, glyphs, exact=True),), leftward=True, width=font.width(token, 1.0), letters=True)


@cache
def _in_font(look: Look, font: Font) -> Look:
    return replace(look, font=font)


def unled(look: Look) -> Look:
    """The look of a space: a link ends with its last word."""
    return look if not look.leads else _unled(look)


@cache
def _unled(look: Look) -> Look:
    return replace(look, target="", url="")


# --------------------------------------------------------------------------- the order on the line


def ordered(line: list[Run], x: float) -> None:
    """Give each run its place from `x` on: as it is read, or where any runs from the right, as it is seen."""
    order = visual([run.level for run in line]) if any(run.level for run in line) else range(len(line))
    for place in order:
        line[place].x = x
        x += line[place].width


def joined(runs: list[Run]) -> list[Run]:
    """Neighbours of one look and direction as one run."""
    made: list[Run] = []
    for run in runs:
        if made and made[-1].joins(run):
            made[-1].join(run)
        else:
            made.append(run.copy(run.x))
    return made
