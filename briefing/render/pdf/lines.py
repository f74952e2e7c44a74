"""Words -> lines: inlines of a paragraph are measured, bound and broken to a width.

A line is a list of runs with their places, in the order in which they are read. What may never be parted is one *chain*: a
citation with the word before it, a mark with the word after it. A word wider than its column is broken anywhere, an address
behind / ? & - _ . first. Lines hang on nothing but the paragraph, its type, the width and the words of its places, so they
are kept and used again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, assert_never
from urllib.parse import quote

from briefing.document import Cite, Cut, Inline, Jump, Link, Mark, Paragraph, Ref, Text, Voice
from briefing.render.breaks import may_begin
from briefing.render.pdf.faces import font_of
from briefing.render.pdf.runs import Bit, Look, Run, directed, joined, ordered, plain_runs, runs_of, unled, wish_of
from briefing.render.pdf.scripts import script_name, words_of
from briefing.render.safe import printable
from briefing.style import Style, Type

CUT: Final = "[…]"
SOFT_HYPHEN: Final = "\u00ad"
URL_LINES: Final = 2
LONGEST: Final = 20_000  # characters of one paragraph that are set; more is no sentence
MARK: Final = 0.78  # of the size around
MARK_GAP: Final = 1.8  # points that a mark stands off its word, beside the space
SMALLEST: Final = 9.0
_ADDRESS = re.compile(r"[^/?&\-_.]*[/?&\-_.]+|[^/?&\-_.]+")


class Chain:
    """Runs that stay together, and the space before them, None where there is none."""

    __slots__ = ("runs", "space", "width")

    def __init__(self, runs: list[Run], space: Run | None, width: float) -> None:
        self.runs, self.space, self.width = runs, space, width

    @property
    def gap(self) -> float:
        return self.space.width if self.space is not None else 0.0


Line = list[Run]
Place = Callable[[Ref], str]


@dataclass(slots=True)
class Setter:
    """Sets paragraphs in the types of a style. `place` words a `Ref`; lines once set are kept in `known`.
    `mirrored`: the whole note runs from the right, so lines of the tool's words end at the right edge too."""

    style: Style
    place: Place
    unset: str = "[{n}: {script}]"
    mirrored: bool = False
    known: dict[tuple[object, ...], list[Line]] = field(default_factory=dict)
    held: list[Paragraph] = field(
        default_factory=list
    )  # keeps the paragraphs of `known` alive, so that ids stay theirs
    near: str = field(init=False)  # where the style keeps fonts of its own

    def __post_init__(self) -> None:
        self.near = str(self.style.folder / "fonts")

    def lines(self, paragraph: Paragraph, kind: Type, width: float) -> list[Line]:
        places = tuple(self.place(inline) for inline in paragraph.inlines if isinstance(inline, Ref))
        key = (id(paragraph), id(kind), round(width, 2), places)
        if key not in self.known:
            self.held.append(paragraph)
            bits = [bit for inline in paragraph.inlines for bit in self._bits(inline, kind, paragraph.lang)]
            leftward = directed(bits) == 1
            chains = list(self._chains(bits, width))
            self.known[key] = _broken(chains, width, _hang(chains), right=leftward or self.mirrored)
        return self.known[key]

    def phrase(self, *words: tuple[str, Look]) -> tuple[Line, float]:
        """Words, each in its look, on one line, and how wide they are."""
        bits = [bit for text, look in words for bit in self._words(text, look)]
        directed(bits)
        line = joined([run for bit in bits for run in runs_of(bit, self.near)])
        ordered(line, 0.0)
        return line, sum(run.width for run in line)

    # ------------------------------------------------------------------ bits

    def _bits(self, inline: Inline, kind: Type, lang: str) -> Iterator[Bit]:
        match inline:
            case Text():
                yield from self._words(printable(inline.text[:LONGEST]), self._text_look(inline, kind, lang))
            case Cite():
                form = self.style.citation
                font, size = font_of(self.style.face(form)), form.size(kind.size)
                yield Bit(f"[{inline.number}]", Look(font, size, self.style.colour(form), inline.target), inline)
            case Cut():
                yield Bit(CUT, self._look(kind, source=False), inline)
            case Mark():
                yield Bit("", Look(self._look(kind).font, kind.size, self.style.colours.ink), inline)
            case Jump():
                yield from self._words(inline.text, self._jump_look(inline, kind))
            case Ref():
                yield Bit(self.place(inline), self._look(kind, target=inline.target), inline)
            case Link():
                yield Bit(printable(inline.text), self._look(kind, url=inline.url), inline)
            case _:
                assert_never(inline)

    def _words(self, text: str, look: Look) -> Iterator[Bit]:
        """The words in the look's own font or another; for words that none sets rightly a note that says so. Words are
        not hyphenated: where they could be is not shown."""
        text = text.replace(SOFT_HYPHEN, "")
        if look.font.has(text) and (text.isascii() or max(text) < "\u0300"):
            yield Bit(text, look, own=look.source, plain=True)
            return
        tool = Look(font_of(self.style.faces.tool), max(SMALLEST, look.size * 0.9), self.style.colours.secondary)
        for index, (words, script) in enumerate(words_of(text, look.font, wish_of(look, self.near))):
            if index:
                yield Bit(" ", look, own=look.source)
            yield Bit(self._unset(words, script), tool) if script else Bit(words, look, own=look.source)

    def _unset(self, words: str, script: str) -> str:
        return self.unset.replace("{n}", str(len(words.split()))).replace("{script}", script_name(script))

    # ------------------------------------------------------------------ chains

    def _chains(self, bits: list[Bit], width: float) -> Iterator[Chain]:
        """Runs of all bits, joined to chains where no line may break between them."""
        chain: Chain | None = None
        space: Run | None = None
        glue = False
        for bit in bits:
            if isinstance(bit.inline, Cite | Cut) and chain is not None:
                glue = True
            link = isinstance(bit.inline, Link)
            for run in self._runs(bit, width):
                if run.text[:1] == " ":
                    space = _single(run)
                    continue
                if chain is not None and (glue or (space is None and not link and not _parts(chain, run))):
                    _bind(chain, run, space)
                else:
                    if chain is not None:
                        yield chain
                    chain = Chain([run], space, run.width)
                space, glue = None, isinstance(bit.inline, Mark)
        if chain is not None:
            yield chain

    def _runs(self, bit: Bit, width: float) -> Iterator[Run]:
        look, inline = bit.look, bit.inline
        level = bit.levels[0] if bit.levels else 0
        if isinstance(inline, Mark):
            yield Run("", look, look.size * MARK + MARK_GAP, mark=inline, level=level)
        elif isinstance(inline, Link):
            yield from self._address(bit, width * URL_LINES * 0.85, level)
        elif bit.whole:
            ref = inline if isinstance(inline, Ref) else None
            yield Run(bit.text, look, look.font.width(bit.text, look.size), ref=ref, level=level)
        else:
            yield from runs_of(bit, self.near)

    def _address(self, bit: Bit, room: float, level: int) -> Iterator[Run]:
        """The address in parts that may stand on lines of their own; where it is too long its middle is left out."""
        look, text = bit.look, bit.text
        if not look.font.has(text):  # an address may be written so as well, and can be typed
            text = "".join(c if look.font.has(c) else quote(c, errors="replace") for c in text)
        if (whole := look.font.width(text, look.size)) > room:
            kept = max(int(len(text) * room / whole / 2) - 1, 8)
            text = f"{text[:kept]}…{text[-kept:]}"
        for part in _ADDRESS.findall(text):
            yield Run(part, look, look.font.width(part, look.size), level=level)

    # ------------------------------------------------------------------ looks

    def _text_look(self, text: Text, kind: Type, lang: str) -> Look:
        """A voice that is not the type's own is set a little smaller in running words, so that both look alike."""
        source = text.voice is Voice.SOURCE
        smaller = not source and kind.face == "source"
        size = max(SMALLEST, kind.size * self.style.citation.scale) if smaller else kind.size
        colour = self.style.colours.secondary if text.quiet else self.style.colour(kind)
        font = font_of(self.style.face(kind, source=source, strong=text.strong))
        return Look(font, size, colour, lang=text.lang or lang, source=source)

    def _jump_look(self, jump: Jump, kind: Type) -> Look:
        if jump.quiet:
            size = max(SMALLEST, kind.size * 0.9)
            return Look(font_of(self.style.faces.tool), size, self.style.colours.secondary, jump.target)
        font = font_of(self.style.face(kind, source=False, strong=jump.strong))
        return Look(font, kind.size, self.style.colour(kind), jump.target)

    def _look(self, kind: Type, *, source: bool = False, target: str = "", url: str = "") -> Look:
        font = font_of(self.style.face(kind, source=source))
        return Look(font, kind.size, self.style.colours.accent if url else self.style.colour(kind), target, url)


def extent(line: Line) -> tuple[float, float]:
    """Where a line's words begin, and how wide they are."""
    start = min((run.x for run in line), default=0.0)
    return start, max((run.x + run.width for run in line), default=0.0) - start


def _single(space: Run) -> Run:
    """Several spaces are one, wherever they stand."""
    if len(space.text) == 1:
        return space
    return next(plain_runs(" ", space.look, space.level)) if space.shaped is None else space


def _parts(chain: Chain, run: Run) -> bool:
    """Whether a line may end between two runs although no space stands between them."""
    return run.text > "" and may_begin(run.text, chain.runs[-1].text)


def _bind(chain: Chain, run: Run, space: Run | None) -> None:
    """The run joins the chain; a space between them no longer breaks."""
    if space is not None:
        chain.runs.append(
            Run(" ", unled(chain.runs[-1].look), space.width, level=space.level) if space.shaped is None else space
        )
        chain.width += space.width
    chain.runs.append(run)
    chain.width += run.width


# --------------------------------------------------------------------------- breaking


def _hang(chains: list[Chain]) -> float:
    """Where a paragraph begins with a mark, its later lines stand below its first word."""
    first = chains[0].runs if chains else []
    return first[0].width + first[1].width if len(first) > 2 and first[0].mark is not None else 0.0


def _broken(chains: list[Chain], width: float, hang: float, *, right: bool) -> list[Line]:
    """First fit, ragged right, or where `right` ragged left; lines after the first are indented by `hang`."""
    lines: list[Line] = []
    line: list[Chain] = []
    used, room = 0.0, width
    narrow = max(width - hang, 20.0)

    def end() -> None:
        indent = hang if lines else 0.0
        lines.append(_placed(line, max(width - indent - used, 0.0) if right else indent))

    for whole in chains:
        for chain in (whole,) if whole.width <= narrow else _narrowed(whole, narrow):
            space = chain.gap if line else 0.0
            if line and used + space + chain.width > room + 0.01:
                end()
                _spaced(lines[-1], chain)
                line, used, room, space = [], 0.0, width - hang, 0.0
            line.append(chain)
            used += space + chain.width
    if line:
        end()
    return lines


def _placed(chains: list[Chain], x: float) -> Line:
    """Runs at their places; neighbours of one look become one run with the spaces between them."""
    line: Line = []
    for index, chain in enumerate(chains):
        gap = chain.space if index else None
        for run in chain.runs:
            last = line[-1] if line else None
            if gap is not None and last is not None:
                if _takes(last, gap, run):
                    last.text += " "
                    last.width += gap.width
                elif last.joins(gap):
                    last.join(gap)
                else:
                    last = gap.copy(0.0)
                    last.look = unled(last.look)
                    line.append(last)
                gap = None
            if last is not None and last.joins(run):
                last.join(run)
            else:
                line.append(run.copy(0.0))
    ordered(line, x)
    return line


def _takes(last: Run, gap: Run, following: Run) -> bool:
    """Whether a space may be said with what stands before it, in whatever look it was."""
    upright = last.plain and last.shaped is None and gap.shaped is None and last.level == gap.level
    return upright and (not last.look.leads or last.look is following.look)


def _spaced(line: Line, following: Chain) -> None:
    """Between words of two lines stands a space that nobody sees: copied and read aloud they stay two words."""
    last = line[-1]
    if following.space is None or any(run.level for run in line):
        return
    if last.plain and last.shaped is None and not last.look.leads:
        last.text += " "
    else:
        line.append(Run(" ", unled(last.look), 0.0, last.x + last.width))


def _narrowed(chain: Chain, width: float) -> Iterator[Chain]:
    """A chain wider than its column in pieces: first between its runs, then within a word."""
    space = chain.space
    piece: list[Run] = []
    used = 0.0
    for run in (part for whole in chain.runs for part in _cut(whole, width)):
        if piece and used + run.width > width:
            yield Chain(piece, space, used)
            piece, used, space = [], 0.0, None
        piece.append(run)
        used += run.width
    if piece:
        yield Chain(piece, space, used)


def _cut(run: Run, width: float) -> Iterator[Run]:
    """A word too wide for its column in parts that fit: linear in its length."""
    if run.width <= width or run.mark is not None:
        yield run
        return
    look = run.look
    if run.shaped is not None:
        for text, shaped in run.shaped.parts(width / look.size):
            yield Run(text, look, shaped.width * look.size, level=run.level, shaped=shaped)
        return
    start, used = 0, 0.0
    for index, letter in enumerate(run.text):
        step = look.font.width(letter, look.size)
        if used + step > width and index > start:
            yield Run(run.text[start:index], look, used, level=run.level)
            start, used = index, 0.0
        used += step
    yield Run(run.text[start:], look, used, level=run.level)
