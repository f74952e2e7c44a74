"""Which pieces of a page are the article: pieces -> a kind and a reason for each.

By what pieces are like (length, links, punctuation), where they stand, and what their elements are called; never by one
site's phrases. First the box is found that holds the most running text for the least of anything else; then what
stands in it and is no part of the article is named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.model import BlockKind
from briefing.sources.page.dom import Box, Piece
from briefing.sources.page.naming import Name, furniture

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ENDS = re.compile(r"[.!?…。！？؟।:;][\"'”’»)\]]*$")
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Judged:
    """A piece with its kind and the code of why; plain body has none."""

    piece: Piece
    kind: BlockKind = BlockKind.BODY
    reason: str = ""


@dataclass(slots=True)
class _Page:
    pieces: Sequence[Piece]
    teasers: set[int] = field(default_factory=set)  # pieces that tell of other articles
    title: int | None = None  # the number of the piece that is the headline
    words: list[int] = field(default_factory=list)
    running: list[int] = field(default_factory=list)  # words of running text, 0 for anything else
    called: list[Name | None] = field(default_factory=list)


def judge(pieces: Sequence[Piece], titles: Sequence[str] = (), description: str = "") -> list[Judged]:
    """Every piece with its kind, in reading order. `titles` and `description` are what the page's head calls the article."""
    page = _Page(pieces)
    page.words = [len(_WORD.findall(piece.text)) for piece in pieces]
    page.running = [_running(piece, words) for piece, words in zip(pieces, page.words, strict=True)]
    page.title = find_title(pieces, titles)
    if page.title is not None and sum(page.running[: page.title]) > 0.4 * sum(page.running):
        page.title = None  # a headline stands above its article: this is one of the headings after it
    _drop_teasers(page)
    page.called = furniture(pieces, page.running, page.title)
    home = _home(page)
    judged = _sort_out(page, home)
    _name_standfirst(judged, page.title, description)
    return judged


def all_of_it(pieces: Sequence[Piece]) -> list[Judged]:
    """Every piece of markup that is an article and nothing else (a feed's entry): kinds by element alone."""
    judged = []
    for piece in pieces:
        tags = {box.tag for box in piece.box.ancestors()}
        kind, reason = BlockKind.BODY, ""
        if piece.box.tag in _HEADINGS:
            kind, reason = BlockKind.HEADLINE, "subheading"
        elif "figcaption" in tags:
            kind, reason = BlockKind.CAPTION, "element-figcaption"
        elif "blockquote" in tags:
            kind = BlockKind.QUOTE
        elif "li" in tags:
            kind = BlockKind.LIST
        judged.append(Judged(piece, kind, reason))
    return judged


def find_title(pieces: Sequence[Piece], titles: Sequence[str]) -> int | None:
    """The number of the piece that is the article's headline: a heading that the head's titles agree with, h1 first; else
    the only h1 of some length."""
    wanted = [set(_tokens(title)) for title in titles if title]
    best: tuple[float, int] | None = None
    for piece in pieces:
        tag = piece.box.tag
        if tag not in _HEADINGS and " headline " not in piece.box.names and " title " not in piece.box.names:
            continue
        if len(piece.text) > 400:
            continue
        likeness = max((_likeness(set(_tokens(piece.text)), other) for other in wanted), default=0.0)
        likeness += 0.2 * (tag == "h1") - 0.15 * (piece.linked > 0.8 * len(piece.text)) - 0.05 * (tag not in _HEADINGS)
        if likeness > 0.6 and (best is None or likeness > best[0] + 0.01):
            best = likeness, piece.number
    if best is not None:
        return best[1]
    first = [
        p.number for p in pieces if p.box.tag == "h1" and p.linked < 0.8 * len(p.text) and len(_tokens(p.text)) > 1
    ]
    return first[0] if len(first) == 1 else None


def _tokens(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _likeness(one: set[str], other: set[str]) -> float:
    """How much of the shorter of two titles is in the longer, and how long that is: 1 for the same words."""
    both = len(one & other)
    if not both:
        return 0.0
    return 0.7 * both / len(one) + 0.3 * both / len(other)


def _running(piece: Piece, words: int) -> int:
    """How many words of running text a piece is: sentences, not links."""
    if words < 6 or piece.box.tag in _HEADINGS or _MARKUP.match(piece.text):
        return 0
    share = piece.linked / max(1, len(piece.text))
    if share > 0.5 and not (piece.box.tag == "p" and words >= 20 and share < 0.7 and _ENDS.search(piece.text)):
        return 0
    if share > 0.3 and words < 20:
        return 0
    if not _ENDS.search(piece.text) and words < 20:
        return 0
    return words


_MARKUP = re.compile(r"<\w+ [^>]*=")


def _drop_teasers(page: _Page) -> None:
    """A linked heading and one paragraph in a box of their own, or a list item that opens with a link, is a teaser of
    another article: no running text."""
    held: dict[Box, int] = defaultdict(int)
    for piece, running in zip(page.pieces, page.running, strict=True):
        for box in piece.box.ancestors() if running else ():
            held[box] += 1
    for i, piece in enumerate(page.pieces):
        if not page.running[i]:
            continue
        if piece.box.tag == "li" and _opens_with_headline(piece):
            page.running[i] = 0
            page.teasers.add(i)
        elif (heading := _linked_heading(page, i)) is not None:
            card = _common(page.pieces[heading].box, piece.box)
            if card is not None and held[card] == 1:
                page.running[i] = 0
                page.teasers.update(range(heading, i + 1))


def _opens_with_headline(piece: Piece) -> bool:
    """Whether a linked headline stands before the text: several words, and a new sentence begins after them."""
    rest = piece.text[len(piece.opening) :].lstrip()
    words = len(_WORD.findall(piece.opening))
    return words > 3 and bool(rest) and (rest[0].isupper() or rest[0].isdigit()) and not _ENDS.search(piece.opening)


def _linked_heading(page: _Page, i: int) -> int | None:
    """The number of the heading, all of it a link, that stands over paragraph `i` with nothing but short lines between."""
    for before in range(i - 1, max(-1, i - 5), -1):
        piece = page.pieces[before]
        if page.running[before] or before == page.title:
            return None
        called = any(word in piece.box.names for word in (" title ", " headline ", " heading "))
        if (called or piece.box.tag in _HEADINGS) and piece.linked > 0.8 * len(piece.text):
            return before
    return None


def _common(one: Box, other: Box) -> Box | None:
    around = set(one.ancestors())
    return next((box for box in other.ancestors() if box in around), None)


def _home(page: _Page) -> Box | None:
    """The box with the most running text for the least of anything else."""
    worth: dict[Box, float] = defaultdict(float)
    for piece, words, running, called in zip(page.pieces, page.words, page.running, page.called, strict=True):
        if called is not None or piece.number in page.teasers:
            value = -0.2 * words
        elif running:
            value = float(running)
        elif piece.box.tag in _HEADINGS:
            value = 0.0
        else:
            value = -2.0 - words * (piece.linked / max(1, len(piece.text)))
        if page.title is not None and piece.number < page.title:
            value = min(value, 0.1 * value)
        for box in piece.box.ancestors():
            worth[box] += value
    if not worth:
        return None
    best = max(worth, key=lambda box: (worth[box], box.depth))
    return best if worth[best] > 0 else None


def _sort_out(page: _Page, home: Box | None) -> list[Judged]:
    judged = [Judged(piece) for piece in page.pieces]
    inside = {id(j) for j in judged if home is not None and any(box is home for box in j.piece.box.ancestors())}
    body = [i for i, j in enumerate(judged) if id(j) in inside and page.running[i] and page.called[i] is None]
    if page.title is not None and body and body[-1] > page.title:
        body = [i for i in body if i > page.title]
    first, last = (body[0], body[-1]) if body else (0, -1)
    for i, one in enumerate(judged):
        called = page.called[i]
        if i == page.title:
            one.kind, one.reason = BlockKind.HEADLINE, "title"
        elif called is not None:
            one.kind, one.reason = called.kind, called.reason
        elif i in page.teasers and one.piece.box.tag != "li":
            one.kind, one.reason = BlockKind.RELATED, "teaser"
        elif not first <= i <= last:
            one.kind, one.reason = _outside(one.piece, i < first)
        elif id(one) not in inside:
            one.kind, one.reason = BlockKind.OTHER, "outside"
        else:
            one.kind, one.reason = _inside(one.piece, page.words[i], page.running[i])
    return judged


_STANDFIRST = (
    " standfirst ",
    " dek ",
    " subtitle ",
    " subheadline ",
    " subhead ",
    " deck ",
    " lede ",
    " summary ",
    " excerpt ",
)


def _name_standfirst(judged: list[Judged], title: int | None, description: str) -> None:
    """What stands between headline and text and is called so, or is what the head gives as the description."""
    if title is None:
        return
    wanted = " ".join(_tokens(description))
    for one in judged[title + 1 : title + 12]:
        named = any(word in one.piece.box.names for word in _STANDFIRST)
        if one.kind is BlockKind.BODY and not one.reason and not named:
            return
        same = len(wanted) > 30 and " ".join(_tokens(one.piece.text)) == wanted
        if (named or same) and one.piece.linked < 0.5 * len(one.piece.text):
            one.kind, one.reason = BlockKind.STANDFIRST, "called-standfirst" if named else "description"


def _outside(piece: Piece, before: bool) -> tuple[BlockKind, str]:
    if piece.linked > 0.5 * len(piece.text):
        return BlockKind.MENU, "links"
    return (BlockKind.OTHER, "before-text" if before else "after-text")


# Lines within the text that tell of the article, not for it.
_ABOUT = re.compile(
    r"(?:(?:last )?(?:updated|published|posted|modified)\b|(?:written |words |posted )?by:? (?-i:(?=[A-Z]))"
    r"|(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,? )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d)",
    re.IGNORECASE,
)


def _inside(piece: Piece, words: int, running: int) -> tuple[BlockKind, str]:
    tag = piece.box.tag
    if tag in _HEADINGS:
        return BlockKind.HEADLINE, "subheading"
    if running:
        if any(box.tag == "blockquote" for box in piece.box.ancestors()):
            return BlockKind.QUOTE, ""
        return (BlockKind.LIST if tag == "li" else BlockKind.BODY), ""
    if words < 20 and _ABOUT.match(piece.text):
        return BlockKind.BYLINE, "byline-words"
    if piece.linked > 0.8 * len(piece.text):
        return BlockKind.RELATED, "links"
    return (BlockKind.LIST if tag in {"li", "dd", "dt", "td", "th"} else BlockKind.BODY), "" if words > 3 else "short"
