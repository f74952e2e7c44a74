"""Lines that may say when an article was published -> clues, each of a kind that says where on the page it stands.

A date between headline and first paragraph dates the article; one beside a related headline, in a comment, in the site's banner
or in a copyright line does not. `dates/publication.py` reads and ranks them; nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model import BlockKind, Clue, Span
from briefing.sources.datelike import FULL_DATE, day_without_year, full_date
from briefing.sources.lines import BY, Line
from briefing.sources.mainpart import Place

_LABEL = re.compile(
    r"\b(?:published|posted|publication date|date|issued|released|created|added|written)\b\s*(?:on|at|in|by|:|\||-)?",
    re.IGNORECASE,
)
_LABEL_AND_DATE = re.compile(
    r"\b(?:published|posted|updated)\b\W*(?:on\W+)?(?:\w+day,?\s+)?(?:" + FULL_DATE.pattern + ")", re.IGNORECASE
)
# A date that a scraper has put behind the line above it without a space.
_GLUED = re.compile(
    r"[a-z?!.…)](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?i:"
    + FULL_DATE.pattern
    + r")(?:,? \d{1,2}[:.]\d\d.{0,8})?$"
)
_UPDATED = re.compile(r"^\W*(?:last )?(?:updated|modified|edited|revised)\b", re.IGNORECASE)
_POST = re.compile(r"^\s*[—–-]\s|\(@\w+\)")  # the signature under a post that the article quotes
_CREATED = re.compile(r"^(?:created|published|first published|posted|date published|publication date)\b", re.IGNORECASE)
_BANNER, _NEAR = (
    8,
    15,
)  # lines at the top of a page that show the day it is looked at; lines above the text that belong to it
_WEEKDAY = 12  # letters: a date with its weekday and "AM EST", and nothing else
_WEEKDAY_NAME = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)\w*,? ", re.IGNORECASE)
_CLOSE, _TOP, _MENUS = 4, 60, 2  # lines above the text, lines at the top of a page, menu lines between banner and text
_SITE = frozenset({BlockKind.MENU, BlockKind.NOTICE})
_FIGURE = re.compile(r"\d")  # a day, a year, or a "1."
_LONGEST_IN_TEXT = 140
_LONGEST = 220  # characters: a longer line is no line of a date
_LONGEST_UNLABELLED = 100  # characters of a line in the text that is there to show a date and has no word that says so
_BESIDE = 75  # characters that may stand beside the date in such a line
_ABOVE, _BELOW = 2, 7  # lines above the headline, and below the first paragraph, in which the article's date may stand
_ASIDE, _MOST_ASIDES = (
    frozenset({"line:related", "line:comment", "line:today"}),
    12,
)  # dates of other things: enough to show
_AFTER = 10  # lines below the last paragraph in which "Published ..." may stand


def date_clues(
    lines: Sequence[Line], places: Sequence[Place], headline: int | None, start: int | None
) -> Iterator[Clue]:
    """Every line that shows a date, and the dateline that opens the text. `start` is the first paragraph."""
    first = len(lines) if start is None else start
    last = max((n for n, place in enumerate(places) if place is Place.BODY), default=len(lines))
    asides = 0
    banner = _banner(lines, first)
    for n, (line, place) in enumerate(zip(lines, places, strict=True)):
        if len(line.text) <= (_LONGEST_IN_TEXT if place is Place.BODY else _LONGEST) and _shows_date(line, place):
            kind = "line:today" if n == banner else _kind(n, line, place, first, last, headline)
            asides += kind in _ASIDE
            if kind not in _ASIDE or asides <= _MOST_ASIDES:
                yield Clue(kind, line.text, _where(n), Span(line.start, line.end))


def _banner(lines: Sequence[Line], first: int) -> int | None:
    """The line that shows the day on which the page was looked at: a date and its weekday alone at the top, with menus between
    it and a date right above the text."""
    if not any(full_date(line.text) and len(line.text) < _BESIDE for line in lines[max(0, first - _CLOSE) : first]):
        return None
    top = min(first - _CLOSE, _TOP)
    at = next((n for n in range(top) if (line := lines[n]).kind is None and _is_day_alone(line.text)), None)
    menus = sum(line.kind is not None and line.kind.kind in _SITE for line in lines[at:first]) if at is not None else 0
    return at if menus >= _MENUS else None


def _is_day_alone(text: str) -> bool:
    date = full_date(text) if len(text) < _BESIDE else None
    return date is not None and _WEEKDAY_NAME.match(text) is not None and len(text) - (date[1] - date[0]) <= _WEEKDAY


def _where(n: int) -> str:
    return f"block {n + 1}"


def _shows_date(line: Line, place: Place) -> bool:
    """Whether a line is there to show a date. In the article itself it holds little else; a sentence with a date is none."""
    text = line.text
    if not _FIGURE.search(text):
        return False
    if line.kind and line.kind.kind is BlockKind.COPYRIGHT:
        return True
    if place is Place.BODY and len(text) > _LONGEST_UNLABELLED and not _is_labelled(text):
        return False
    if full_date(text) is None:
        return place is not Place.BODY and len(text) < 60 and day_without_year(text)
    if place is not Place.BODY and (_LABEL_AND_DATE.search(text) or _CREATED.match(text)):
        return True
    if place is Place.BEFORE and _GLUED.search(text):
        return True
    beside = len(FULL_DATE.sub("", text))
    return beside <= (_BESIDE if place is not Place.BODY or _is_labelled(text) else _BESIDE // 2)


def _is_labelled(text: str) -> bool:
    return bool(_LABEL.match(text) or BY.match(text) or _UPDATED.match(text))


def _kind(n: int, line: Line, place: Place, first: int, last: int, headline: int | None) -> str:
    """The kind of clue a date is by the line's words and its place on the page."""
    text = line.text
    kind = line.kind.kind if line.kind else None
    if kind is BlockKind.COPYRIGHT:
        return "line:copyright"
    if _UPDATED.search(text):
        return "line:updated"
    if _POST.search(text):
        return "line:related"
    head = headline if headline is not None else max(0, first - _BELOW)
    lone = sum(c.isalpha() for c in FULL_DATE.sub("", text)) <= _WEEKDAY
    if head < n <= first + _BELOW and (place is not Place.AFTER or lone or _is_labelled(text)):
        return _of_head(text)
    if n <= head:
        near = head - _ABOVE <= n or (n > _BANNER and first - n <= _NEAR)
        return "line:date" if near or not lone else "line:today"
    if n > last and kind is None and (_LABEL.match(text) if n <= last + _AFTER else _CREATED.match(text)):
        return "line:published"
    return "line:comment" if kind is BlockKind.COMMENT else "line:related"


def _of_head(text: str) -> str:
    if _LABEL.search(text):
        return "line:published"
    return "line:byline" if BY.match(text) else "line:dateline"
