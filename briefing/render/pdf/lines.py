"""Words -> lines: inlines of a paragraph are measured, bound and broken to a width.

A line is a list of runs with their places. What may never be parted is one *chain*: a citation with the word before it,
a mark with the word after it. A word wider than its column is broken anywhere, an address behind / ? & - _ . first.
Lines hang on nothing but the paragraph, its type, the width and the words of its places, so they are kept and used again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, assert_never

from briefing.document import Cite, Cut, Inline, Jump, Link, Mark, Paragraph, Ref, Text, Voice
from briefing.render.pdf.faces import Font, font_of
from briefing.render.pdf.scripts import needs_shaping, passages, pieces, script_of
from briefing.render.safe import printable
from briefing.style import Style, Type

CUT: Final = "[…]"
URL_LINES: Final = 2
LONGEST: Final = 20_000  # characters of one paragraph that are set; more is no sentence
MARK: Final = 0.78  # of the size around
MARK_GAP: Final = 1.8  # points that a mark stands off its word, beside the space
SMALLEST: Final = 9.0
_ADDRESS = re.compile(r"[^/?&\-_.]*[/?&\-_.]+|[^/?&\-_.]+")
# Scripts without spaces between words: every character may begin a line, closing marks excepted.
_WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\u0e00-\u0e7f"
_UNSPACED = re.compile(f"[{_WIDE}]")
_TOKENS = re.compile(" +|[^ ]+")
_LETTERS = re.compile(f" +|[{_WIDE}]|[^ {_WIDE}]+")
_NO_START: Final = "、。，．！？）」』】〉》：；”’"


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
    """Words in one look at `x` of their line; or a mark; or a place, whose words may change when pages are known."""

    __slots__ = ("look", "mark", "ref", "text", "width", "x")

    def __init__(
        self, text: str, look: Look, width: float, x: float = 0.0, ref: Ref | None = None, mark: Mark | None = None
    ) -> None:
        self.text, self.look, self.width, self.x = text, look, width, x
        self.ref, self.mark = ref, mark

    @property
    def plain(self) -> bool:
        return self.ref is None and self.mark is None


class Chain:
    """Runs that stay together, and the width of the space before them."""

    __slots__ = ("runs", "space", "width")

    def __init__(self, runs: list[Run], space: float, width: float) -> None:
        self.runs, self.space, self.width = runs, space, width


Line = list[Run]
Place = Callable[[Ref], str]


@dataclass(slots=True)
class Setter:
    """Sets paragraphs in the types of a style. `place` words a `Ref`; lines once set are kept in `known`."""

    style: Style
    place: Place
    unset: str = "[{n}: {script}]"
    known: dict[tuple[object, ...], list[Line]] = field(default_factory=dict)
    held: list[Paragraph] = field(
        default_factory=list
    )  # keeps the paragraphs of `known` alive, so that ids stay theirs

    def lines(self, paragraph: Paragraph, kind: Type, width: float) -> list[Line]:
        places = tuple(self.place(inline) for inline in paragraph.inlines if isinstance(inline, Ref))
        key = (id(paragraph), id(kind), round(width, 2), places)
        if key not in self.known:
            self.held.append(paragraph)
            chains = list(self._chains(paragraph, kind, width))
            self.known[key] = _broken(chains, width, _hang(chains))
        return self.known[key]

    # ------------------------------------------------------------------ chains

    def _chains(self, paragraph: Paragraph, kind: Type, width: float) -> Iterator[Chain]:
        """Tokens of all inlines, joined to chains where no line may break between them."""
        chain: Chain | None = None
        space, glue = 0.0, False
        for inline in paragraph.inlines:
            if isinstance(inline, Cite | Cut) and chain is not None:
                glue = True
            link = isinstance(inline, Link)
            for run in self._runs(inline, kind, paragraph.lang, width):
                if run.text[:1] == " ":
                    space = run.width / len(run.text)
                    continue
                if chain is not None and (glue or not space) and not (link or _may_begin(run.text)):
                    _bind(chain, run, space)
                else:
                    if chain is not None:
                        yield chain
                    chain = Chain([run], space, run.width)
                space, glue = 0.0, isinstance(inline, Mark)
        if chain is not None:
            yield chain

    def _runs(self, inline: Inline, kind: Type, lang: str, width: float) -> Iterator[Run]:
        match inline:
            case Text():
                yield from self.letters(printable(inline.text[:LONGEST]), self._text_look(inline, kind, lang))
            case Cite():
                form = self.style.citation
                font, size = font_of(self.style.face(form)), form.size(kind.size)
                text = f"[{inline.number}]"
                yield Run(text, Look(font, size, self.style.colour(form), inline.target), font.width(text, size))
            case Cut():
                look = self._look(kind, source=False)
                yield Run(CUT, look, look.font.width(CUT, look.size))
            case Mark():
                look = Look(self._look(kind).font, kind.size, self.style.colours.ink)
                yield Run("", look, kind.size * MARK + MARK_GAP, mark=inline)
            case Jump():
                yield from self.letters(inline.text, self._jump_look(inline, kind))
            case Ref():
                look = self._look(kind, target=inline.target)
                text = self.place(inline)
                yield Run(text, look, look.font.width(text, look.size), ref=inline)
            case Link():
                yield from self._address(inline, kind, width * URL_LINES * 0.85)
            case _:
                assert_never(inline)

    def letters(self, text: str, look: Look) -> Iterator[Run]:
        """The words in the look's own font; where that can't show them in another's, or a note that they are not set."""
        if look.font.has(text) and not needs_shaping(text):
            yield from _split(text, look)
            return
        tool = Look(font_of(self.style.faces.tool), max(SMALLEST, look.size * 0.9), self.style.colours.secondary)
        for index, (words, script) in enumerate(passages(text)):
            if index:
                yield from _split(" ", look)
            if script:
                yield from _split(self._unset(words, script), tool)
                continue
            for piece, font in pieces(words, look.font):
                if font is None:
                    yield from _split(self._unshown(piece), tool)
                else:
                    yield from _split(piece, look if font is look.font else replace(look, font=font))

    def _unshown(self, piece: str) -> str:
        """Words of a script that no font has by their number, single signs by their code."""
        letter = next((letter for letter in piece if letter.isalpha()), "")
        end = " " if piece.endswith(" ") else ""
        if letter:
            return self._unset(piece, script_of(letter)) + end
        return "".join(f"[U+{ord(sign):04X}]" for sign in piece[:20] if sign != " ") + end

    def _unset(self, words: str, script: str) -> str:
        return self.unset.replace("{n}", str(len(words.split()))).replace("{script}", script.capitalize())

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

    def _address(self, link: Link, kind: Type, room: float) -> Iterator[Run]:
        """The address in parts that may stand on lines of their own; where it is too long its middle is left out."""
        look = self._look(kind, url=link.url)
        text = printable(link.text)
        if (whole := look.font.width(text, look.size)) > room:
            kept = max(int(len(text) * room / whole / 2) - 1, 8)
            text = f"{text[:kept]}…{text[-kept:]}"
        for part in _ADDRESS.findall(text):
            yield Run(part, look, look.font.width(part, look.size))


def _split(text: str, look: Look) -> Iterator[Run]:
    """Words and spaces; scripts without spaces character by character."""
    width, size = look.font.width, look.size
    tokens = _TOKENS if text.isascii() or _UNSPACED.search(text) is None else _LETTERS
    for token in tokens.findall(text):
        yield Run(token, look, width(token, size))


def joined(runs: list[Run]) -> list[Run]:
    """Neighbours of one look as one run."""
    made: list[Run] = []
    for run in runs:
        if made and made[-1].look is run.look:
            made[-1] = Run(made[-1].text + run.text, run.look, made[-1].width + run.width)
        else:
            made.append(run)
    return made


def _may_begin(text: str) -> bool:
    """Whether a line may begin with this token although no space stands before it."""
    return text[:1] > "\u0dff" and bool(_UNSPACED.match(text)) and text[0] not in _NO_START


def _bind(chain: Chain, run: Run, space: float) -> None:
    """The run joins the chain; a space between them no longer breaks."""
    if space:
        chain.runs.append(Run(" ", _unled(chain.runs[-1].look), space))
    chain.runs.append(run)
    chain.width += space + run.width


def _unled(look: Look) -> Look:
    """The look of a space: a link ends with its last word."""
    return look if not look.leads else Look(look.font, look.size, look.colour, lang=look.lang, source=look.source)


# --------------------------------------------------------------------------- breaking


def _hang(chains: list[Chain]) -> float:
    """Where a paragraph begins with a mark, its later lines stand below its first word."""
    first = chains[0].runs if chains else []
    return first[0].width + first[1].width if len(first) > 2 and first[0].mark is not None else 0.0


def _broken(chains: list[Chain], width: float, hang: float) -> list[Line]:
    """First fit, ragged right; lines after the first are indented by `hang`."""
    lines: list[Line] = []
    line: list[Chain] = []
    used, room = 0.0, width
    narrow = max(width - hang, 20.0)
    for whole in chains:
        for chain in (whole,) if whole.width <= narrow else _narrowed(whole, narrow):
            space = chain.space if line else 0.0
            if line and used + space + chain.width > room + 0.01:
                lines.append(_placed(line, hang if lines else 0.0))
                _spaced(lines[-1], chain)
                line, used, room, space = [], 0.0, width - hang, 0.0
            line.append(chain)
            used += space + chain.width
    if line:
        lines.append(_placed(line, hang if lines else 0.0))
    return lines


def _placed(chains: list[Chain], x: float) -> Line:
    """Runs at their places; neighbours of one look become one run with the spaces between them."""
    line: Line = []
    last: Run | None = None
    for index, chain in enumerate(chains):
        gap = chain.space if index else 0.0
        for run in chain.runs:
            if gap:
                if last is not None and last.plain and (not last.look.leads or last.look is run.look):
                    last.text += " "
                    last.width += gap
                x += gap
                gap = 0.0
            if last is not None and last.look is run.look and last.plain and run.plain:
                last.text += run.text
                last.width += run.width
            else:
                last = Run(run.text, run.look, run.width, x, run.ref, run.mark)
                line.append(last)
            x += run.width
    return line


def _spaced(line: Line, following: Chain) -> None:
    """Between words of two lines stands a space that nobody sees: copied and read aloud they stay two words."""
    last = line[-1]
    if not following.space:
        return
    if last.plain and not last.look.leads:
        last.text += " "
    else:
        line.append(Run(" ", _unled(last.look), 0.0, last.x + last.width))


def _narrowed(chain: Chain, width: float) -> Iterator[Chain]:
    """A chain wider than its column in pieces: first between its runs, then within a word."""
    space = chain.space
    piece: list[Run] = []
    used = 0.0
    for run in (part for whole in chain.runs for part in _cut(whole, width)):
        if piece and used + run.width > width:
            yield Chain(piece, space, used)
            piece, used, space = [], 0.0, 0.0
        piece.append(run)
        used += run.width
    if piece:
        yield Chain(piece, space, used)


def _cut(run: Run, width: float) -> Iterator[Run]:
    """A word too wide for its column in parts that fit: linear in its length."""
    if run.width <= width or run.mark is not None:
        yield run
        return
    look, start, used = run.look, 0, 0.0
    for index, letter in enumerate(run.text):
        step = look.font.width(letter, look.size)
        if used + step > width and index > start:
            yield Run(run.text[start:index], look, used)
            start, used = index, 0.0
        used += step
    yield Run(run.text[start:], look, used)
