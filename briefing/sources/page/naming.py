"""What the boxes of a page are called -> what that makes the pieces in them: menu, share, related, notice, comment.

Names are trusted as far as they leave an article over: a box that holds most of a page's running text, or its headline, is
no furniture, and a word that would take away almost everything is no name of furniture on this page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.model import BlockKind
from briefing.sources.page.dom import Box, Piece

# What elements are called that hold no part of the article, by kind: whole words of class, id and role.
_CALLED = {
    BlockKind.COMMENT: "comment comments commentlist commentary disqus respond replies livefyre viafoura coral fbcomments",
    BlockKind.RELATED: (
        "related relateds recommended recommend recommendation recommendations recirc recirculation outbrain taboola "
        "trending popular mostpopular mostread readmore morestories readnext upnext latest teaser teasers promo promos "
        "promobox carousel slider prevnext postnav crosslinks seealso suggested similar trc zergnet revcontent aside"
    ),
    BlockKind.SHARE: (
        "share shares sharing sharebar sharebuttons sharetools social socials sharedaddy addthis addtoany sharethis "
        "follow followus"
    ),
    BlockKind.NOTICE: (
        "newsletter newsletters subscribe subscription signup optin cookie cookies consent gdpr ccpa paywall regwall "
        "banner alert modal popup overlay ad ads advert adverts advertisement advertorial adunit sponsor sponsored dfp "
        "adsense donate donation disclaimer disclosure"
    ),
    BlockKind.MENU: (
        "nav navbar navigation navlinks menu menus breadcrumb breadcrumbs pagination pager toc sidebar widget widgets "
        "toolbar topbar masthead tags tagcloud topics taglist"
    ),
    BlockKind.FOOTER: "footer colophon",
    BlockKind.CAPTION: "caption captions figcaption credit credits photocredit imagecredit",
    BlockKind.BYLINE: (
        "byline bylines author authors authorbox bio biography contributor contributors meta postmeta entrymeta dateline "
        "timestamp"
    ),
}
_KIND_OF = {word: kind for kind, words in _CALLED.items() for word in words.split()}
_BY_TAG = {
    "nav": BlockKind.MENU,
    "menu": BlockKind.MENU,
    "footer": BlockKind.FOOTER,
    "aside": BlockKind.RELATED,
    "figcaption": BlockKind.CAPTION,
    "form": BlockKind.NOTICE,
    "button": BlockKind.MENU,
}

# A box that holds this share of the page's running text is no furniture, whatever it is called.
_TOO_MUCH = {BlockKind.COMMENT: 0.85, BlockKind.FOOTER: 0.8}
_TOO_MUCH_ELSE = 0.5
_MOST_WRONG = 3  # names of furniture that may be wrong on one page
_LEAST_LEFT = 0.15  # of the page's running text that names must leave over


class Name(NamedTuple):
    """What a box is called: the kind that this makes its text, the reason's code, and the word or element that says so."""

    kind: BlockKind
    reason: str
    word: str


def furniture(pieces: Sequence[Piece], running: Sequence[int], title: int | None) -> list[Name | None]:
    """What each piece is called by the boxes around it, None for what is called nothing. `running` are the words of running
    text of each piece, `title` the number of the headline's."""
    held: dict[Box, int] = defaultdict(int)
    for piece, words in zip(pieces, running, strict=True):
        for box in piece.box.ancestors() if words else ():
            held[box] += words
    sacred = frozenset(pieces[title].box.ancestors()) if title is not None else frozenset()
    but: set[str] = set()
    called = _called_by(pieces, held, sum(running), sacred, but)
    while len(but) < _MOST_WRONG and (word := _takes_all(called, running)):
        but.add(word)
        called = _called_by(pieces, held, sum(running), sacred, but)
    return called


def _takes_all(called: Sequence[Name | None], running: Sequence[int]) -> str:
    """The word that takes away most of the running text, where names leave next to none over; else ""."""
    taken: dict[str, int] = defaultdict(int)
    left = 0
    for name, words in zip(called, running, strict=True):
        if name is None:
            left += words
        elif name.kind not in _TOO_MUCH:
            taken[name.word] += words
    if left >= _LEAST_LEFT * sum(running) or not taken:
        return ""
    return max(taken, key=lambda word: (taken[word], word))


def _called_by(
    pieces: Sequence[Piece], held: Mapping[Box, int], total: int, sacred: Collection[Box], but: Collection[str]
) -> list[Name | None]:
    """What each piece is called, leaving out the words in `but`; the outermost name counts."""
    known: dict[Box, Name | None] = {}
    for piece in pieces:
        path = []
        around: Box | None = piece.box
        while around is not None and around not in known:
            path.append(around)
            around = around.parent
        outer = known[around] if around is not None else None
        for box in reversed(path):
            own = _called(box)
            if own is not None and (own.word in but or box in sacred or _is_article(box, own, held, total)):
                own = None
            outer = known[box] = outer or own
    return [known[piece.box] for piece in pieces]


def _is_article(box: Box, own: Name, held: Mapping[Box, int], total: int) -> bool:
    """Whether a box is part of the article in spite of its name: it holds most of the page's running text, or quotes a
    post of a social network (which stands in a blockquote; buttons do not)."""
    if held.get(box, 0) > _TOO_MUCH.get(own.kind, _TOO_MUCH_ELSE) * total:
        return True
    return own.kind is BlockKind.SHARE and box.element.find(".//blockquote") is not None


def _called(box: Box) -> Name | None:
    if box.tag in {"html", "body"}:
        return None
    kind = _BY_TAG.get(box.tag)
    if kind is not None:
        return Name(kind, f"element-{box.tag}", box.tag)
    return kind_by_name(box.names)


@lru_cache(maxsize=20_000)
def kind_by_name(names: str) -> Name | None:
    if " elementor " in names and " widget " in names:
        names = names.replace(" widget ", " ")
    for word in names.split():
        if (kind := _KIND_OF.get(word)) is not None:
            return Name(kind, f"called-{kind.value}", word)
    return None
