"""A sentence cut into words and marks, each at its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.model import Span

TOKEN = re.compile(
    r"[a-z]{2,}(?![^\W_]|[-'’&][^\W_])"  # most words, found first for their number
    r"|(?:[A-Z]\.){2,}|(?:Mr|Ms|Mrs|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Prof|Rev|St|Adm|Cmdr|Sens|Reps|Brig|Cpl)\."
    r"|[^\W\d_]\.(?=\s)|[^\W_]+(?:[-'’&][^\W_]+)*|\d[\d.,]*|\S"
)
POSSESSIVE = re.compile(r"['’‘]s?$")
ENDINGS = frozenset("s'’‘")
OPENERS = frozenset("\"“”‘’'(«„[—–-")
ARABIC = re.compile(r"(?:al|el|ul|ur|as|ash|an|ad|at|ar|az)-[A-Z]")  # "Bashar al-Assad"


class Token(NamedTuple):
    """A word at its place; `bare` is it without a possessive ending; `first` where it begins a sentence or quotation.
    Every word of every article becomes one, so it is a bare tuple."""

    start: int
    end: int
    text: str
    bare: str
    first: bool
    capital: bool

    @property
    def lower(self) -> str:
        return self.bare.lower()


def tokens(text: str, span: Span) -> list[Token]:
    """The words and marks of a span, each at its place in `text`."""
    made: list[Token] = []
    fresh = True
    for match in TOKEN.finditer(text, span.start, span.end):
        word = match.group()
        start, end = match.span()
        bare = word
        if word[-1] in ENDINGS and len(word) > 2 and word[0].isalpha():
            bare = POSSESSIVE.sub("", word) or word
        if word in ("'", "’", "‘") and made and text[end : end + 1] == "s" and made[-1].end == start:
            continue
        capital = bare[0].isupper() or (len(bare) > 4 and "-" in bare[2:4] and ARABIC.match(bare) is not None)
        made.append(Token(start, end, word, bare, fresh, capital))
        fresh = (fresh and word in OPENERS) or word in (":", "“")
    return made
