"""What looks like a date in a line of a page, whatever it dates: a full date, a day without its year, figures with slashes.

Every date holds a figure, and most lines hold none: a pattern is tried where a figure stands and nowhere else, in lower case.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.sources.months import names_month
from briefing.sources.scripts import is_foreign

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
    r"|\b(?:19|20)\d\d\. \d{1,2}\. \d{1,2}\b"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-](?:(?:19|20)\d\d|\d\d)\b|\b(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}"
    rf"|\b(?:19|20)\d\d\s+{MONTH}\w*\.?\s+\d{{1,2}}\b|\d{{4}}\s*[年년]|\b\d{{1,2}}\s+tháng\s+\d{{1,2}}\b.{{1,6}}?\d{{4}}\b"
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


# A line that holds a day, a month's word or two and a year, in this order or from the end, in figures of any script, and little
# else. In Latin letters nothing else may stand in it but a weekday before it and a clock: "Top 10 films 2022" is a headline.
_WORD = r"[^\W\d_][^\s\d,،;:/()«»\"]{0,14}"
_CLOCK = r"(?:[\s,،|–—-]+\d{1,2}[:.]\d\d)?"
_WEEKDAY_BEHIND = r"(?:,?\s+(?:pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar))?"  # Turkish
_BARE_DATE = re.compile(
    rf"(?:{_WORD},\s+)?\d{{1,2}}\.?\s+(?:de\s+)?{_WORD},?\s+(?:de\s+)?\d{{4}}\.?{_WEEKDAY_BEHIND}{_CLOCK}"
    rf"|\d{{4}}\.\s+{_WORD}\s+\d{{1,2}}\.{_CLOCK}|\d{{4}} m\. {_WORD} \d{{1,2}}(?: d\.)?{_CLOCK}",
    re.IGNORECASE,
)
_DATE_IN_SCRIPT = re.compile(
    rf"(?:{_WORD}[,،:]?\s+){{0,3}}(?:\d{{1,2}}(?:\.|-?{_WORD})?[,،]?\s+(?:{_WORD}[\s/,،]+){{1,4}}\d{{4}}|\d{{4}}[.,]?\s+(?:{_WORD}\s+){{1,3}}\d{{1,2}}"
    rf"|{_WORD}\s+\d{{1,2}}(?:-?{_WORD})?[,،]\s+\d{{4}})[,.،]?(?:\s*{_WORD}){{0,2}}{_CLOCK}(?:\s*{_WORD})?"
)
_LONGEST_DATE = 60  # characters


def full_date(text: str) -> tuple[int, int] | None:
    """Start and end of the first date with day, month and year in a line; of a whole line that is one in a language whose
    months aren't known here."""
    return (_FULL.find(_lower(text)) or _foreign_date(text)) if _FIGURES.search(text) else None


def _foreign_date(text: str) -> tuple[int, int] | None:
    if len(text) > _LONGEST_DATE:
        return None
    form = _DATE_IN_SCRIPT if is_foreign(text) else _BARE_DATE
    return (0, len(text)) if form.fullmatch(text) and names_month(text) else None


def day_without_year(text: str) -> bool:
    """Whether a line holds a day and its month."""
    return _NO_YEAR.find(_lower(text)) is not None


def shows_date(text: str) -> bool:
    """Whether a line holds what may be a date: a day of a month, figures with slashes, a year."""
    if _FIGURES.search(text) is None:
        return False
    return _DATE_LIKE.find(_lower(text)) is not None or _foreign_date(text) is not None


def _lower(text: str) -> str:
    """A text in lower case of the same length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
