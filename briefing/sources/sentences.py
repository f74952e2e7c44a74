"""Quotable blocks -> sentences, each with the code of why it can't be quoted, if it can't.

Sentences never reach over a block's end. What a scraper has cut in two is found by rule (a block that begins in lower case, ends
on "Ms.", leaves a quotation open ...) and marked; it is never joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from briefing.model import QUOTABLE, Article, Block, BlockKind, Sentence, Span
from briefing.sources.verbs import has_finite_verb

_STOP_INSIDE = re.compile(r"[.!?…][\"”’')\]]*\s")
# Between two sentences of any script: a stop, a space and a letter that isn't small, or a stop that needs no space behind it.
_PLAIN_END = re.compile(
    r"(?<!\b\w)(?<!\d)[.!?…؟۔][\"”’»')\]]*\s+(?=[\"“„«‘'(\[]*[^\W\d_])|(?:[。！？।॥։።။។៕፧]|(?<!\d)[．｡])[」』”\"’»')\]]*\s*"
)
_GREEK_QUESTION = re.compile(r"[;\u037e][\"”’»')\]]*\s+(?=[\"“„«‘'(\[]*[^\W\d_])")
_OWN_STOPS = re.compile(r"[。！？।॥۔؟։።။។៕፧．｡]")  # stops of scripts that no English sentence has
_SURE_END = re.compile(r"\b([a-z]{4,})\.[\"”’)]*\s+(?=[\"“‘(]*[A-Z])")
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|Gen|Lt|Col|Sgt|Capt|Cpl|Maj|Adm|Cmdr|Sen|Rep|Gov|Pres|Prof|Rev|Hon|Amb|Supt|Insp|Fr|Sr|St|Messrs)\.?$"
)
_MAY_END = re.compile(
    r"(?:\b(?:[A-Za-z]\.){2,}|\b(?:Inc|Corp|Co|Ltd|Jr|Bros|No|etc|Jan|Feb|Aug|Sept|Oct|Nov|Dec|vs)\.)$"
)
_ABBREVIATIONS = (
    "lt",
    "gov",
    "gen",
    "sen",
    "rep",
    "col",
    "sgt",
    "capt",
    "cmdr",
    "adm",
    "maj",
    "bn",
    "mn",
    "pct",
    "approx",
    "messrs",
    "supt",
    "insp",
    "dept",
    "brig",
)
_SHORTENED = frozenset(_ABBREVIATIONS) | frozenset("assn asst cent corp prof hosp intl natl univ dist".split())
_PARTICLES = re.compile(
    r"(?:al|el|bin|ibn|de|del|della|der|den|di|da|dos|du|la|le|van|von|ten|ter|zu)[ -](?=\w*[A-Z])|[a-z]{1,2}[A-Z]"
)
# words after which an English sentence must go on
_GOES_ON = re.compile(
    r"\b(?:a|an|the|of|to|in|on|at|by|for|from|with|into|and|or|but|that|which|who|whose|as|than|if|because|between|"
    r"his|her|its|their|our|my|is|are|was|were|be|been|will|would|has|have|had|can|could|should|may|might|must|not|very)$"
)
_QUOTES = re.compile('[“„«”»"‘’]')
_TAIL = 24  # characters: longer than any word that tells by standing at the end
_OPENERS = "\"'“‘„«([…. -–—"
_LONGEST_JOINED = 400  # characters: the longest sentence made by keeping a quotation whole


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the quotable blocks, in reading order. Spans are in the text as read; wrapped lines stay inside."""
    text = article.text
    blocks = [block for block in article.blocks if block.kind in QUOTABLE]
    words = [block.span.of(text) for block in blocks]
    return tuple(
        sentence
        for n, block in enumerate(blocks)
        for sentence in _of_block(
            block, words[n], words[n - 1] if n else "", words[n + 1] if n + 1 < len(words) else "", article.language
        )
    )


def _of_block(block: Block, text: str, before: str, after: str, language: str) -> Iterator[Sentence]:
    spans = _spans(text, language)
    opened = -1 if after and _opens_with_quotation(after) else _left_open(text)
    bracket = _left_open_bracket(text)
    last = len(spans) - 1
    for n, (start, end) in enumerate(spans):
        words = text[start:end]
        tail = words[-_TAIL:]
        broken = None
        if n == 0 and block.kind is not BlockKind.LIST and begins_small(words):
            broken = "lower-case-start"
        elif n == last and _TITLE.search(tail):
            broken = "ends-on-title"
        elif n == 0 and before and _TITLE.search(before[-_TAIL:]):
            broken = "after-title"
        elif language == "en" and n == last and block.kind is not BlockKind.LIST and _GOES_ON.search(tail):
            broken = "ends-in-the-middle"
        elif language == "en" and n == 0 and block.kind is not BlockKind.LIST and _GOES_ON.search(before[-_TAIL:]):
            broken = "after-the-middle"
        elif 0 <= opened < end:
            broken = "open-quotation"
        elif 0 <= bracket < end:
            broken = "open-bracket"
        elif n == last and after and block.kind is not BlockKind.LIST and begins_small(after):
            broken = "cut-by-next"
        elif language == "en" and not has_finite_verb(words):
            broken = "no-finite-verb"
        may_break_off = broken is None and n == last and bool(_MAY_END.search(tail))
        yield Sentence(Span(start, end).shifted(block.span.start), block.number, broken, may_break_off)


# --------------------------------------------------------------------------- spans


def _spans(text: str, language: str) -> list[tuple[int, int]]:
    """Start and end of each sentence in one block's text."""
    if "\n" in text:
        text = text.replace("\n", " ")
    own = not text.isascii() and _OWN_STOPS.search(text) is not None
    if not own and language != "el" and not _STOP_INSIDE.search(text):
        return [(0, len(text))]
    english = language == "en" or (language == "" and not own)
    cuts = _by_model(text) if english else _plain(text, question=language == "el")
    spans = [(a, a + len(text[a:b].rstrip())) for a, b in cuts if text[a:b].strip()]
    return _quotations_whole(text, spans)


def _by_model(text: str) -> Iterator[tuple[int, int]]:
    """The model's sentences, cut once more behind a plain word and a full stop before a capital: whatever the model thinks
    of a rare word behind the stop, words of two sentences are never one quotation."""
    for start, end in _english().span_tokenize(text):
        here = start
        for stop in _SURE_END.finditer(text, start, end):
            if stop.group(1).lower() not in _SHORTENED and stop.end() < end:
                yield here, stop.end()
                here = stop.end()
        yield here, end


def _plain(text: str, *, question: bool = False) -> list[tuple[int, int]]:
    """Sentences of languages without a model: after a full stop before a capital, or a letter of a script that has none, not
    after a figure or an initial. `question`: also after the semicolon that is the Greek question mark."""
    stops = [*_PLAIN_END.finditer(text), *(_GREEK_QUESTION.finditer(text) if question else ())]
    ends = sorted(stop.end() for stop in stops if not text[stop.end() :].lstrip(_OPENERS)[:1].islower())
    starts = [0, *ends]
    return [(a, b) for a, b in zip(starts, [*ends, len(text)], strict=True) if a < b]


@cache
def _english() -> Any:
    from nupunkt.models import load_default_model

    model = load_default_model()
    model.add_abbreviations(list(_ABBREVIATIONS))
    return model


def _quotations_whole(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A quotation of several sentences stays one with its attribution, unless that grows too long."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and end - found[-1][0] <= _LONGEST_JOINED and _left_open(text[found[-1][0] : found[-1][1]]) >= 0:
            closes = _left_open(text[found[-1][0] : end]) < 0
            if closes:
                found[-1] = (found[-1][0], end)
                continue
        found.append((start, end))
    return found


# --------------------------------------------------------------------------- marks of a cut


def begins_small(text: str) -> bool:
    """Whether words begin in lower case: "limit its troop presence"; not "iPhone sales", not "al-Shabab"."""
    bare = text.lstrip(_OPENERS)
    return bare[:1].islower() and not _PARTICLES.match(bare)


def _opens_with_quotation(text: str) -> bool:
    return text[:1] in {'"', "“", "‘", "«", "„", "'"}


def _left_open(text: str) -> int:
    """Where a quotation begins that is not closed to the end, -1 if none is. A sign between two letters, or after one and
    before none, is an apostrophe."""
    open_at: list[int] = []
    single = -1
    for mark in _QUOTES.finditer(text):
        at, sign = mark.start(), mark[0]
        if sign in "“„«":
            open_at.append(at)
        elif sign in "”»" and open_at:
            open_at.pop()
        elif sign == '"':
            if open_at:
                open_at.pop()
            else:
                open_at.append(at)
        elif sign == "‘" and not (at and text[at - 1].isalnum()):
            single = at
        elif sign == "’" and not text[at + 1 : at + 2].isalnum():
            single = -1
    return open_at[0] if open_at else single


def _left_open_bracket(text: str) -> int:
    at = text.rfind("(")
    return at if at >= 0 and text.count("(") > text.count(")") and ")" not in text[at:] else -1
