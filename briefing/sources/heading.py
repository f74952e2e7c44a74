"""Which line is the headline: lines with their places -> an index, or None.

A headline speaks of what the article speaks of, stands above it near a byline or a date, and often a second time on the page. Menus
and the headlines of other articles do one of these by chance, seldom all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.model import BlockKind
from briefing.sources.lines import BY, FULL_DATE, FUNCTION_WORDS, Line, ending_of
from briefing.sources.mainpart import Place

_WORD = re.compile(r"[^\W_]{3,}")
_LONG = 300  # characters of a paragraph that are looked at
_STEM = 5  # letters that two words must share to be taken for one
_BACK = 150  # lines before the article in which its headline may stand
_OPENING = 6  # paragraphs that a headline's words are looked for in
_CLOSE = 4  # lines between two paragraphs of one text
_LEAST = 0.5  # score below which no line is a headline
_PATH = re.compile(r"[»›>]|\s/\s|^Home\b")
_LONE_LABEL = re.compile(r"^(?:by|date|published|updated)\W*$|^.{0,30}\bago$", re.IGNORECASE)
# What a byline or date so many lines below adds to a headline's score.
_CREDIT_BONUS = {0: 2.2, 1: 1.4, 2: 1.2, 3: 0.8, 4: 0.6, 5: 0.5}
_FAR_CREDIT = 14
_SENTENCE = 100  # characters: a whole sentence longer than this is the article's, not its headline
_STANDFIRST_WORDS = 6
_YEAR = re.compile(r"\d\d")
_FAR_ECHO = 2000  # lines of a page that are searched for it
_LONGEST_ECHO = 300  # characters of a line that repeats the headline
_BESIDE_DATE = 60  # characters that may stand beside the date in a line of credits
# Furniture words that a headline may hold by chance.
_MISTAKEN = frozenset({BlockKind.NOTICE, BlockKind.RELATED, BlockKind.COMMENT})
_RUN_TOGETHER = re.compile(r"[a-z]{3}[A-Z][a-z]{2}")  # links put side by side without a space
_LONG_ENOUGH = 20  # characters of a line that can't be a part of another by chance
_AT_ONCE = 3  # lines between the top of the file and its text
_NAME = re.compile(r"^(?:[A-Z][\w'’.-]+ ){1,2}[A-Z][\w'’-]+$")
_SECOND_LOOK = 1.3  # by how much a line above may score less than what is then its standfirst
_WORDIER, _LONGER, _STANDFIRST = 3.5, 1.3, 95  # the same right above one that is so many times longer, and so long


def headline(lines: Sequence[Line], places: Sequence[Place], first: int | None) -> int | None:
    """The index of the headline, None where no line before the text, which begins at `first`, looks like one."""
    if first is None:
        return next((n for n, line in enumerate(lines) if _may_be_headline(line)), None)
    opening = [line for line, place in zip(lines[first:], places[first:], strict=True) if place is Place.BODY]
    told = {stem for line in opening[:_OPENING] for stem in _stems(line.text[:_LONG])}
    begin = max(0, first - _BACK)
    page = _Page(lines, first, told, [is_credit(line) for line in lines[:first]])
    candidates = [
        n for n in range(begin, first) if _may_be_headline(lines[n]) and not (page.credits[n] and _is_short(lines[n]))
    ]
    scores = {n: _score(n, page) for n in candidates}
    at = max(scores, key=lambda n: (scores[n], -n), default=None)
    if at is None:
        return None
    if scores[at] < _LEAST:  # a short text under one line
        return candidates[0] if candidates[0] == 0 and first <= _AT_ONCE and not lines[0].is_prose else None
    return _whole(_above_standfirst(at, lines, scores), lines, candidates)


class _Page(NamedTuple):
    """What a headline is judged by: the lines, where the text begins, the stems of its words, which lines are credits."""

    lines: Sequence[Line]
    first: int
    told: set[str]
    credits: list[bool]


def start_of(lines: Sequence[Line], places: Sequence[Place]) -> int | None:
    """Where the text proper begins: the first paragraph with another close behind; else the first line of the article."""
    body = [n for n, place in enumerate(places) if place is Place.BODY]
    full = [n for n in body if lines[n].cell == "paragraph"]
    for n, following in pairwise(full):
        if following - n <= _CLOSE:
            return n
    return full[0] if full else body[0] if body else None


def _stems(text: str) -> set[str]:
    """The beginnings of the words that carry meaning."""
    return {word[:_STEM] for word in _WORD.findall(text.lower()) if word not in FUNCTION_WORDS}


def _may_be_headline(line: Line) -> bool:
    text = line.text
    words = text.count(" ") + 1
    if not 2 <= words <= 32 or len(text) > 220 or text[0].islower() or text[-1] in "-–—" or BY.match(text):
        return False
    if line.is_prose and len(text) > _SENTENCE:
        return False
    return line.kind is None or line.kind.kind in _MISTAKEN


def _is_short(line: Line) -> bool:
    return line.text.count(" ") < 11


def _score(at: int, page: _Page) -> float:
    """How much a line looks like the headline of the article."""
    line = page.lines[at]
    text = line.text
    own = _stems(text)
    shared = len(own & page.told)
    words = text.count(" ") + 1
    score = 2.2 * shared / max(4, len(own)) + 0.35 * min(shared, 6)
    score += 1.0 if len(text) >= 15 and (line.shape[5] or _stands_again(at, page.lines)) else 0.0
    score += _CREDIT_BONUS.get(_lines_to_credit(at, page), 0.0)
    score += 0.4 if any(page.credits[max(0, at - 2) : at]) else 0.0
    score -= 1.5 if _PATH.search(text) else 0.0
    score -= {"stop": 1.6, "colon": 1.2, "dots": 0.8}.get(ending_of(text), 0.0)
    score -= 2.0 if line.kind else 0.0
    score -= 0.9 if words <= 2 else 0.5 if words == 3 else 0.5 if words > 20 else 0.0
    score -= 0.7 if shared <= 1 and _NAME.match(text) else 0.0
    score -= 1.0 if len(_RUN_TOGETHER.findall(text)) > 1 or text[-1] == "|" else 0.0
    between = [
        other
        for n, other in enumerate(page.lines[at + 1 : page.first], at + 1)
        if not other.kind and not page.credits[n]
    ]
    return score - 0.15 * min(10, sum(len(other.text) >= 50 for other in between)) - 0.02 * min(40, len(between))


def _lines_to_credit(at: int, page: _Page) -> int:
    """How many lines stand between a line and the next byline or date, furniture and one standfirst not counted."""
    count, standfirst = 0, False
    for n in range(at + 1, min(at + _FAR_CREDIT, page.first)):
        if page.credits[n]:
            return count
        line = page.lines[n]
        if line.kind is None:
            if not standfirst and line.text.count(" ") >= _STANDFIRST_WORDS:
                standfirst = True
            else:
                count += 1
    return _FAR_CREDIT


def _stands_again(at: int, lines: Sequence[Line]) -> bool:
    """Whether the line stands inside another one: "Home World ...", "Share all options for: ..."."""
    text = lines[at].text
    return any(
        n != at and len(text) < len(line.text) < _LONGEST_ECHO and text in line.text
        for n, line in enumerate(lines[:_FAR_ECHO])
    )


def _above_standfirst(at: int, lines: Sequence[Line], scores: dict[int, float]) -> int:
    """A standfirst tells the story in more words than the headline right above it; the headline is the one without a stop."""
    for n in range(at - 1, max(-1, at - 5), -1):
        text = lines[n].text
        if (
            n in scores
            and not lines[n].kind
            and text.count(" ") >= 2
            and not _NAME.match(text)
            and not _PATH.search(text)
        ):
            longer = len(lines[at].text) > max(_STANDFIRST, _LONGER * len(text))
            near = _WORDIER if n == at - 1 and longer and text.count(" ") >= 4 else _SECOND_LOOK
            return n if len(text) < 1.2 * len(lines[at].text) and scores[n] >= scores[at] - near else at
        if n in scores or len(text) > 60:
            return at
    return at


def _whole(at: int, lines: Sequence[Line], candidates: Sequence[int]) -> int:
    """The line that a shortened headline ("St. Lawrence elects a new ...") is the beginning of, or that stands at the end of a
    path ("HomeNewsSt. Lawrence elects ...")."""
    text = lines[at].text
    for n in candidates:
        if n != at and len(lines[n].text) >= _LONG_ENOUGH and text.endswith(lines[n].text):
            return n
    if ending_of(lines[at].text) != "dots":
        return at
    start = lines[at].text.rstrip("….").strip()
    return next((n for n in candidates if n != at and len(start) > 15 and lines[n].text.startswith(start)), at)


def is_credit(line: Line) -> bool:
    """A line of byline or date, as stands beside headlines."""
    text = line.text
    if len(text) >= 140:
        return False
    if BY.match(text) or (len(text) < 45 and _LONE_LABEL.match(text)):
        return True
    if not _YEAR.search(text):
        return False
    date = FULL_DATE.search(text)
    return date is not None and len(text) - (date.end() - date.start()) <= _BESIDE_DATE
