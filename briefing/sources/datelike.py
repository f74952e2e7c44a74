"""What looks like a date in a line of a page, whatever it dates: a full date, a day without its year, figures with slashes.

Every date holds a figure, and most lines hold none: a pattern is tried where a figure stands and nowhere else, in lower case.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# The beginnings of month names in the languages that are met most.
_MONTHS = """
    jan feb mar apr may mai jun jul aug sep oct okt nov dec dez déc ene abr ago dic gen mag giu lug set ott out fév avr aoû mär maj
    янв фев мар апр май мая июн июл авг сен окт ноя дек січ лют бер кві тра чер лип сер вер жов лис гру
    sty lut kwi cze lip sie wrz paź lis gru
"""


def _one_of(words: set[str]) -> str:
    """A pattern for any of the words that tries each first letter once."""
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[0], set()).add(word[1:])
    ways = [first if "" in rest else first + _one_of(rest) for first, rest in sorted(rests.items())]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


MONTH = _one_of(set(_MONTHS.split()))
_ENGLISH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
# A date with day, month and year: what follows the month, and what begins with a figure.
_DAY_AND_YEAR = r"\d{1,2}(?:st|nd|rd|th)?\b,?.{0,24}?\b(?:19|20)\d\d\b"
_FROM_FIGURE = (
    rf"\b\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?\s*(?:of |de )?-?{MONTH}\w*\.?,?[\s-]*(?:de )?(?:19|20)\d\d\b"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-](?:(?:19|20)\d\d|\d\d)\b|\b(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}"
    rf"|\b(?:19|20)\d\d\s+{MONTH}\w*\.?\s+\d{{1,2}}\b|\d{{4}}\s*[年년]"
)
FULL_DATE = re.compile(rf"\b{MONTH}\w*(?:\.,?\s*|,?\s+){_DAY_AND_YEAR}|{_FROM_FIGURE}", re.IGNORECASE)


class _Way(NamedTuple):
    """A date found from its first figure: the month right before it with what must follow, or all behind it."""

    month_before: re.Pattern[str]
    after_month: re.Pattern[str]
    from_figure: re.Pattern[str]

    def find(self, text: str) -> tuple[int, int] | None:
        """Start and end of the first such date in a text in lower case."""
        for figure in _FIGURES.finditer(text):
            at = figure.start()
            month = (
                self.month_before.search(text, max(0, at - _LONGEST_MONTH), at)
                if text[at - 1 : at] in _BEFORE_DAY
                else None
            )
            if month and (rest := self.after_month.match(text, at)):
                return month.start(), rest.end()
            if found := self.from_figure.match(text, at):
                return found.span()
        return None


_FIGURES = re.compile(r"\d+")
_BEFORE_DAY = " .\t\xa0\u2009\u202f"
_LONGEST_MONTH = 24  # characters of a month's name and what stands between it and its day
_FULL = _Way(re.compile(rf"\b{MONTH}\w*(?:\.,?\s*|,?\s+)$"), re.compile(_DAY_AND_YEAR), re.compile(_FROM_FIGURE))
_NO_YEAR = _Way(
    re.compile(rf"\b{MONTH}\w*\.?\s+$"),
    re.compile(r"\d{1,2}\b"),
    re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s+{MONTH}\w*\b"),
)
_DATE_LIKE = _Way(
    re.compile(rf"\b{_ENGLISH}[a-z]*\.? $"),
    re.compile(r"\d{1,2}\b"),
    re.compile(
        rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? {_ENGLISH}[a-z]*|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|(?:19|20)\d\d)\b"
    ),
)


def full_date(text: str) -> tuple[int, int] | None:
    """Start and end of the first date with day, month and year in a line."""
    return _FULL.find(_lower(text)) if _FIGURES.search(text) else None


def day_without_year(text: str) -> bool:
    """Whether a line holds a day and its month."""
    return _NO_YEAR.find(_lower(text)) is not None


def shows_date(text: str) -> bool:
    """Whether a line holds what may be a date: a day of a month, figures with slashes, a year."""
    return _FIGURES.search(text) is not None and _DATE_LIKE.find(_lower(text)) is not None


def _lower(text: str) -> str:
    """A text in lower case of the same length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
