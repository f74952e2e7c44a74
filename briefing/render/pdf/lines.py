"""Words -> lines: inlines of a paragraph are measured, bound and broken to a width.

A line is a list of runs with their places. What may never be parted is one *chain*: a citation with the word before it,
a mark with the word after it. A word wider than its column is broken anywhere, an address behind / ? & - _ . first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, assert_never

from briefing.document import Cite, Cut, Inline, Jump, Link, Mark, Paragraph, Ref, Text, Voice
from briefing.render.pdf.faces import Font, font_of
from briefing.render.safe import printable
from briefing.style import CitationType, Style, Type

CUT: Final = "[…]"
URL_LINES: Final = 2
LONGEST: Final = 20_000  # characters of one paragraph that are set; more is no sentence
MARK: Final = 0.78  # of the size around
MARK_GAP: Final = 1.8  # points that a mark stands off its word, beside the space
_TOKENS = re.compile(r" +|[^ ]+")
_ADDRESS = re.compile(r"[^/?&\-_.]*[/?&\-_.]+|[^/?&\-_.]+")
# Scripts without spaces between words: every character may begin a line, closing marks excepted.
_WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\u0e00-\u0e7f"
_UNSPACED = re.compile(f"[{_WIDE}]")
_LETTERS = re.compile(f" +|[{_WIDE}]|[^ {_WIDE}]+")
_NO_START: Final = "、。，．！？）」』】〉》：；”’"

Place = Callable[[Ref], str]


@dataclass(slots=True)
class Run:
    """Words in one font at `x` of their line, or a mark. `target` an anchor, `url` an address that they lead to."""

    text: str
    font: Font
    size: float
    colour: str
    width: float
    x: float = 0.0
    target: str = ""
    url: str = ""
    ref: Ref | None = None
    mark: Mark | None = None
    lang: str = ""
    source: bool = False

    def like(self, other: Run) -> bool:
        return (
            self.font is other.font
            and self.size == other.size
            and self.colour == other.colour
            and self.target == other.target
            and self.url == other.url
            and self.lang == other.lang
            and self.source == other.source
            and self.ref is other.ref is None
            and self.mark is other.mark is None
        )


@dataclass(slots=True)
class Chain:
    """Runs that stay together, and the width of the space before them (0: a line may break there without a space)."""

    runs: list[Run]
    space: float
    width: float
    splits: bool = False  # a part of an address or of a script without spaces


Line = list[Run]


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets inlines in the types of a style. `place` words a `Ref` as long as pages are not known."""

    style: Style
    place: Place
    anchors: frozenset[str]

    def lines(self, paragraph: Paragraph, kind: Type, width: float) -> list[Line]:
        chains = list(self._chains(paragraph, kind, width))
        hang = 0.0
        if chains and chains[0].runs[0].mark is not None and len(chains) > 1:
            hang = chains[0].width - sum(r.width for r in chains[0].runs[2:]) if len(chains[0].runs) > 2 else 0.0
        return _broken(chains, width, hang)

    # ------------------------------------------------------------------ chains

    def _chains(self, paragraph: Paragraph, kind: Type, width: float) -> Iterator[Chain]:
        """Tokens of all inlines, joined to chains where no line may break between them."""
        chain: Chain | None = None
        space, glue = 0.0, False
        for inline in paragraph.inlines:
            if isinstance(inline, Cite | Cut) and chain is not None:
                glue = True
            for token in self._tokens(inline, kind, paragraph.lang, width):
                if token.text[:1] == " ":
                    space = token.width / len(token.text)
                    continue
                if chain is not None and (glue or not space) and not token_splits(inline, token):
                    _bind(chain, token, space)
                else:
                    if chain is not None:
                        yield chain
                    chain = Chain([token], space, token.width, token_splits(inline, token))
                space, glue = 0.0, isinstance(inline, Mark)
        if chain is not None:
            yield chain

    def _tokens(self, inline: Inline, kind: Type, lang: str, width: float) -> Iterator[Run]:
        match inline:
            case Text():
                yield from self._words(inline, kind, lang)
            case Cite():
                yield self._citation(f"[{inline.number}]", inline.target, kind)
            case Cut():
                yield self._run(CUT, kind, strong=False, source=False, scale=1.0)
            case Mark():
                width = kind.size * MARK + MARK_GAP
                yield Run("", self._font(kind, False), kind.size, self.style.colours.ink, width, mark=inline)
            case Jump():
                yield from self._jump(inline, kind)
            case Ref():
                run = self._run(self.place(inline), kind, strong=False)
                yield replace(run, target=self._known(inline.target), ref=inline)
            case Link():
                yield from self._address(inline, kind, width * URL_LINES * 0.85)
            case _:
                assert_never(inline)

    def _words(self, text: Text, kind: Type, lang: str) -> Iterator[Run]:
        source = text.voice is Voice.SOURCE
        foreign = kind.face in ("source", "title") and not source
        scale = self.style.citation.scale if foreign and kind.face == "source" else 1.0
        model = self._run("", kind, strong=text.strong, source=source, scale=scale)
        colour = self.style.colours.secondary if text.quiet else model.colour
        model = replace(model, colour=colour, lang=text.lang or lang, source=source)
        for token in _tokens(printable(text.text[:LONGEST])):
            yield replace(model, text=token, width=model.font.width(token, model.size))

    def _jump(self, jump: Jump, kind: Type) -> Iterator[Run]:
        model = self._run("", kind, strong=jump.strong)
        colour = self.style.colours.secondary if jump.quiet else model.colour
        if jump.quiet:
            model = replace(model, font=font_of(self.style.faces.tool), size=max(9.0, kind.size * 0.9))
        model = replace(model, target=self._known(jump.target), colour=colour)
        for token in _tokens(jump.text):
            yield replace(model, text=token, width=model.font.width(token, model.size))

    def _address(self, link: Link, kind: Type, room: float) -> Iterator[Run]:
        """The address in parts that may stand on lines of their own; where it is too long its middle is left out."""
        model = replace(self._run("", kind, strong=False), url=link.url, colour=self.style.colours.accent)
        text = printable(link.text)
        if (whole := model.font.width(text, model.size)) > room:
            kept = int(len(text) * room / whole / 2) - 1
            text = f"{text[:kept]}…{text[-kept:]}"
        for part in _ADDRESS.findall(text):
            yield replace(model, text=part, width=model.font.width(part, model.size))

    def _citation(self, text: str, target: str, kind: Type) -> Run:
        form = self.style.citation
        font = font_of(self.style.face(form))
        size = form.size(kind.size)
        colour = self.style.colour(form)
        return Run(text, font, size, colour, font.width(text, size), target=self._known(target))

    def _run(self, text: str, kind: Type, *, strong: bool, source: bool | None = None, scale: float = 1.0) -> Run:
        font = self._font(kind, strong, source)
        size = max(9.0, kind.size * scale)
        return Run(text, font, size, self.style.colour(kind), font.width(text, size))

    def _font(self, kind: Type | CitationType, strong: bool, source: bool | None = False) -> Font:
        return font_of(self.style.face(kind, source=source, strong=strong))

    def _known(self, anchor: str) -> str:
        """Only anchors that the document has are linked: a dead link would spoil the file."""
        return anchor if anchor in self.anchors else ""


def token_splits(inline: Inline, token: Run) -> bool:
    """Whether a line may break before this token although no space stands there."""
    if isinstance(inline, Link):
        return True
    return bool(token.text) and bool(_UNSPACED.match(token.text)) and token.text[0] not in _NO_START


def _tokens(text: str) -> list[str]:
    """Words and spaces; scripts without spaces character by character."""
    return (_TOKENS if _UNSPACED.search(text) is None else _LETTERS).findall(text)


def _bind(chain: Chain, token: Run, space: float) -> None:
    """The token joins the chain; a space between them no longer breaks."""
    if space:
        last = chain.runs[-1]
        gap = replace(last, text=" ", width=space, ref=None, mark=None, target="", url="")
        chain.runs.append(gap)
    chain.runs.append(token)
    chain.width += space + token.width


# --------------------------------------------------------------------------- breaking


def _broken(chains: list[Chain], width: float, hang: float) -> list[Line]:
    """First fit, ragged right; lines after the first are indented by `hang`."""
    lines: list[Line] = []
    line: list[Chain] = []
    used, room = 0.0, width
    for chain in (part for whole in chains for part in _narrowed(whole, max(width - hang, 20.0))):
        space = chain.space if line else 0.0
        if line and used + space + chain.width > room + 0.01:
            lines.append(_placed(line, hang if lines else 0.0))
            line, used, room, space = [], 0.0, width - hang, 0.0
        line.append(chain)
        used += space + chain.width
    if line:
        lines.append(_placed(line, hang if lines else 0.0))
    return lines


def _placed(chains: list[Chain], x: float) -> Line:
    """Runs at their places; neighbours alike become one run with their spaces."""
    line: Line = []
    for index, chain in enumerate(chains):
        if index and chain.space:
            last = line[-1]
            line.append(replace(last, text=" ", width=chain.space, x=x, ref=None, mark=None, target="", url=""))
            x += chain.space
        for run in chain.runs:
            line.append(replace(run, x=x))
            x += run.width
    merged: Line = []
    for run in line:
        last_run = merged[-1] if merged else None
        if last_run is not None and (last_run.like(run) or (run.text == " " and _bridges(last_run, run))):
            last_run.text += run.text
            last_run.width += run.width
        else:
            merged.append(run)
    return merged


def _bridges(last: Run, gap: Run) -> bool:
    """Whether a space may simply lengthen the run before it; a link ends with its word."""
    return last.ref is None and last.mark is None and not last.target and not last.url and last.font is gap.font


def _narrowed(chain: Chain, width: float) -> Iterator[Chain]:
    """A chain wider than its column in pieces: first between its runs, then within a word."""
    if chain.width <= width:
        yield chain
        return
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
    font, size, start, used = run.font, run.size, 0, 0.0
    for index, letter in enumerate(run.text):
        step = font.width(letter, size)
        if used + step > width and index > start:
            yield replace(run, text=run.text[start:index], width=used)
            start, used = index, 0.0
        used += step
    yield replace(run, text=run.text[start:], width=used)
