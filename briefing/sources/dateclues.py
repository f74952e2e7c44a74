"""Lines that may say when an article was published -> clues, each of a kind that says where on the page it stands.

A date between headline and first paragraph dates the article; one beside a related headline, in a comment, in the site's banner
or in a copyright line does not. `dates/publication.py` reads and ranks them; nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model import BlockKind, Clue, Span
from briefing.sources.lines import BY, Line
from briefing.sources.mainpart import Place

_MONTHS = (
    r"jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|out|fév|avr|aoû|mär|maj"
    r"|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru"
)
_FULL = re.compile(
    rf"\b(?:{_MONTHS})\w*\.?,?\s+\d{{1,2}}(?:st|nd|rd|th)?\b,?.{{0,24}}?\b(?:19|20)\d\d\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?\s*(?:of |de )?-?(?:{_MONTHS})\w*\.?,?[\s-]*(?:de )?(?:19|20)\d\d\b"
    rf"|\b\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:(?:19|20)\d\d|\d\d)\b|\b(?:19|20)\d\d[/.-]\d{{1,2}}[/.-]\d{{1,2}}"
    rf"|\b(?:19|20)\d\d\s+(?:{_MONTHS})\w*\.?\s+\d{{1,2}}\b|\d{{4}}\s*[年년]",
    re.IGNORECASE,
)
_NO_YEAR = re.compile(
    rf"\b(?:{_MONTHS})\w*\.?\s+\d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:{_MONTHS})\w*\b", re.IGNORECASE
)
# "GENEVA, Jan 10 (Reuters) -": capitals, perhaps a country, a date, perhaps an agency, a dash
_DATELINE = re.compile(
    r"^(?P<all>(?:[A-Z][\w.'’/-]+[ ,]+){0,5}(?:\((?P<agency>[A-Z][\w ]{1,20})\)\s*[-–—,]*\s*)?"
    rf"(?P<date>(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,? )?(?:(?:{_MONTHS})\w*\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{_MONTHS})\w*)\.?(?:,?\s+(?:19|20)\d\d)?)"
    r"\s*(?:[(/](?P<agency2>[^)/]{2,30})[)/])?)\s*[-–—:]",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:published|posted|first published|publication date|date|issued|released|created|added)\b\s*(?:on\b|at\b|:|\||-)?",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"^\W*(?:last )?(?:updated|modified|edited|revised)\b", re.IGNORECASE)
_LONGEST = 220  # characters: a longer line is no line of a date
_AROUND = 4  # lines above a headline in which its date may stand


def date_clues(lines: Sequence[Line], places: Sequence[Place], headline: int | None) -> Iterator[Clue]:
    """Every line outside of the article's sentences that shows a date, and the dateline that opens it."""
    first = next((n for n, place in enumerate(places) if place is Place.BODY), len(lines))
    for n, (line, place) in enumerate(zip(lines, places, strict=True)):
        if n == first and (match := _DATELINE.match(line.text[:120])):
            yield Clue("line:dateline", match["all"], _where(n), Span(line.start, line.start + len(match["all"])))
        elif len(line.text) <= _LONGEST and _shows_date(line, place):
            yield Clue(_kind(n, line, place, first, headline), line.text, _where(n), Span(line.start, line.end))


def _where(n: int) -> str:
    return f"block {n + 1}"


def _shows_date(line: Line, place: Place) -> bool:
    if not any(c.isdigit() for c in line.text):
        return False
    if place is Place.BODY and (line.cell in {"paragraph", "sentence"} or len(line.text) > 90):
        return False
    return bool(
        _FULL.search(line.text)
        or (len(line.text) < 60 and _NO_YEAR.search(line.text))
        or "©" in line.text
        or "opyright" in line.text
    )


def _kind(n: int, line: Line, place: Place, first: int, headline: int | None) -> str:
    """The kind of clue a date is by the line's words and its place on the page."""
    text = line.text
    kind = line.kind.kind if line.kind else None
    if kind is BlockKind.COPYRIGHT:
        return "line:copyright"
    if _UPDATED.search(text):
        return "line:updated"
    if kind is BlockKind.COMMENT and n > first:
        return "line:comment"
    head = headline if headline is not None else max(0, first - 1)
    if head < n <= first:
        return "line:published" if _LABEL.search(text) else "line:byline" if BY.match(text) else "line:dateline"
    if head - _AROUND <= n <= head:
        return "line:byline-date"
    if n < head:
        return "line:today"
    if place is Place.BODY or place is Place.BETWEEN:
        return "line:date" if n <= first + 3 else "line:related"
    return "line:after" if _LABEL.search(text) else "line:related"
