"""Runs that hold a date and something else, cut there: what a scraper has put side by side without a space or a line's end.

"Headline Published: 2 November 2021 The river ...", "Published8 November 2023", "November 8, 20235:49 PM UTC". Each piece is a block of its own, so that a date is
read, a byline is read, and both are quoted as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from briefing.sources.datelike import FULL_DATE
from briefing.sources.runs import Run

_IN_LINE = re.compile(
    r"(?:\b(?:first published|published|posted|date|updated)\b\W{0,3}(?:on\s+)?)?(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:"
    + FULL_DATE.pattern
    + r")(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4}\b)?)?(?:\W{0,3}\d+ min(?:ute)?s?(?: read|, \d+ secs?)?)?\s+(?=[\"“‘]?[A-Z])",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:on|in|of|since|until|till|by|from|to|before|after|for|at|and|the|last|next)\s*$", re.IGNORECASE
)
_HEAD = 300  # characters in which headline and date of a file in one line stand
_ONE_LINE_MIN = 15


def cut_at_date(text: str, runs: list[Run]) -> list[Run]:
    """A file whose first line holds all: "Headline Published: 2 November 2021 The river ..." is cut into three at the date."""
    if not runs or len(runs) > 1 or runs[0][1] - runs[0][0] < _HEAD:
        return runs
    start, end = runs[0]
    found = _IN_LINE.search(text, start, min(end, start + _HEAD))
    if found is None or not text[found.end() :].lstrip('"“‘')[:1].isupper():
        return runs
    title = text[start : found.start()].rstrip()
    if len(title) < _ONE_LINE_MIN or ". " in title or _PREPOSITION.search(title):
        return runs
    return [(start, start + len(title)), (found.start(), found.start() + len(found[0].rstrip())), (found.end(), end)]


_MONTH_NAME = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_DAY_FIRST = rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH_NAME}\.?,? (?:19|20)\d\d"
_MONTH_FIRST = rf"{_MONTH_NAME}\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
# Before a date and behind it: a word that runs into it, or a clock, a word or another date that it runs into.
_GLUED = re.compile(
    rf"(?<=[a-z])(?=(?:{_DAY_FIRST}|{_MONTH_FIRST})(?!\d{{3}}))"
    rf"|(?:(?<![\w.]){_DAY_FIRST}|(?<![A-Za-z]){_MONTH_FIRST})(?=\d{{1,2}}(?:[:.]\d\d| [A-Z])|[A-Z][a-z]{{2}})"
)
_LONGEST_GLUED = 160  # characters of a line of credits
_ANY_YEAR = re.compile(r"\d(?:(?<=1)9|(?<=2)0)\d\d")


def cut_glued(text: str, runs: list[Run]) -> list[Run]:
    """Short runs cut where a date runs into what stands before or behind it."""
    return [
        part
        for start, end in runs
        for part in (_parts(text, start, end) if end - start <= _LONGEST_GLUED else ((start, end),))
    ]


def _parts(text: str, start: int, end: int) -> Iterable[Run]:
    if _ANY_YEAR.search(text, start, end) is None:
        return ((start, end),)
    cuts = {found.end() for found in _GLUED.finditer(text, start, end)} - {start, end}
    return pairwise([start, *sorted(cuts), end])
