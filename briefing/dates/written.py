"""Written dates: the calendar days in a string that is known to be, or to hold, a date. Never for prose.

A header, a meta value, a byline, a label ("Published: 10 Jan 2022"). English, ISO, RFC 2822, numeric and East Asian
forms are read here at once; other languages' month words are cut out here and given to dateparser, which is imported
only then (it takes a tenth of a second).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from briefing.model import Span

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# The years a news text is dated with on the web, in an archive or a scan; anything else is a number.
FIRST_YEAR, LAST_YEAR = 1800, 2100


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A date as written: `span` in the string it was found in. `days` holds one day; two where the order of day and
    month is open ("03/04/2022"); none where it names no day of the calendar or has no year (`month` and `day` then
    say what it has). `weekday` as written, 0 = Monday. `universal`: a machine's time in UTC ("Z", "+00:00");
    `bare_clock`: a time of day without a zone behind it."""

    span: Span
    days: tuple[date, ...]
    weekday: int | None = None
    universal: bool = False
    bare_clock: bool = False
    month: int | None = None
    day: int | None = None

    @property
    def weekday_fits(self) -> bool:
        return self.weekday is None or any(day.weekday() == self.weekday for day in self.days)


_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.(?= ))?"
_YEAR = r"(?P<year>\d{4})"
_CLOCK = r"(?:[T ]+(?P<clock>\d{1,2}):\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?P<zone>Z\b|UTC|GMT|[+-]\d{2}:?\d{2})?)?"

_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 2022-01-10T21:05:11Z, 2022/1/10, 2022.01.10
        r"(?<![\d./-])" + _YEAR + r"(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)" + _CLOCK,
        # 2022. 1. 10., as in Korean
        r"(?<![\d./-])" + _YEAR + r"\. (?P<month>\d{1,2})\. (?P<day>\d{1,2})(?!\d)",
        # 20220110, 20220110T210511Z
        r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?:T?\d{4,6}(?P<zone>Z)?)?(?!\d)",
        # Mon, 10 Jan 2022 21:05:11 -0500; 10th of January, 2022; 10-Jan-2022
        r"(?<![\w/])" + _WEEKDAY + _DAY + r"(?:\s+of)?[\s-]*" + _MONTH + r"\b\.?,?[\s-]*" + _YEAR + r"(?!\d)" + _CLOCK,
        # Monday, January 10th, 2022; January 10, 20225:01 AM, where a page's elements stand close
        r"(?<!\w)"
        + _WEEKDAY
        + _MONTH
        + r"\b\.?[\s-]*"
        + _DAY
        + r"\b\s*,?[\s-]*"
        + _YEAR
        + r"(?:(?!\d)|(?=\d{1,2}:\d\d))",
        # 2022 January 10, 2022-Jan-10
        r"(?<![\d./-])" + _YEAR + r",?[\s-]+" + _MONTH + r"\b\.?[\s-]+" + _DAY + r"\b",
        # Mon Jan 10 21:05:11 UTC 2022
        r"\b" + _WEEKDAY + _MONTH + r"\s+" + _DAY + r"\s+[\d:]{5,8}\s+(?:(?P<zone>[A-Z]{2,5}|[+-]\d{4})\s+)?" + _YEAR,
        # 10 Jan '22, Jan 10 '22
        r"\b" + _DAY + r"\s+" + _MONTH + r"\b\.?,?\s+['’](?P<year>\d{2})\b",
        r"\b" + _MONTH + r"\b\.?\s+" + _DAY + r"\b,?\s+['’](?P<year>\d{2})\b",
        # 10.01.2022, 01/10/2022, 10-01-2022, 10/01/22
        r"(?<![\d./-])(?P<one>\d{1,2})(?P<sep>[./-])\s?(?P<two>\d{1,2})(?P=sep)\s?(?P<year>\d{4}|\d{2})(?![\d/]|[.-]\d)",
        # 2022年1月10日, 2022년 1월 10일
        _YEAR + r"\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]",
        # 10 tháng 1 năm 2022, 10 tháng 1, 2022
        r"\b(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?:\s*,\s*|\s+năm\s+)" + _YEAR + r"(?!\d)",
    )
)
_NO_YEAR = re.compile(
    r"(?<![\w/])" + _WEEKDAY + r"(?:" + _MONTH + r"\b\.?\s+" + _DAY + r"|(?P<day2>\d{1,2})\s+"
    + _MONTH.replace("<month>", "<month2>") + r"\b\.?)(?![\w:/])",
    re.IGNORECASE,
)  # fmt: skip
# A word of any script, with the signs that stand over, under and behind its letters, or shortened: जनवरी, ม.ค.
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0980-\u109f\u1780-\u17ff])"
_NAME = rf"{_LETTER}{{2,14}}|{_LETTER}{{1,3}}\.{_LETTER}{{1,3}}"
# How the months are called from Beirut to Baghdad, and what dateparser knows them by.
_LEVANTINE = {
    "كانون الثاني": "يناير", "شباط": "فبراير", "آذار": "مارس", "نيسان": "أبريل", "أيار": "مايو", "حزيران": "يونيو", "تموز": "يوليو",
    "آب": "أغسطس", "أيلول": "سبتمبر", "تشرين الأول": "أكتوبر", "تشرين الثاني": "نوفمبر", "كانون الأول": "ديسمبر",
}  # fmt: skip
_LEVANTINE_NAME = re.compile("|".join(_LEVANTINE))
_LEVANTINE_FORM = rf"(?:{_LEVANTINE_NAME.pattern})(?:\s*/\s*{_LETTER}{{2,8}})?"
# A day, a word that may be a month, and a year, in any script: what dateparser is asked about.
_FOREIGN = re.compile(
    rf"\b(?:\d{{1,2}}[.º°er]{{0,2}}\s*(?:de\s+|d['’]\s*|ta['’]\s*)?(?:{_LEVANTINE_FORM}|{_NAME})\.?[,،]?\s*(?:de\s+|del\s+)?\d{{4}}"
    rf"|(?:{_NAME})\.?\s+\d{{1,2}}\.?,?\s+(?:de\s+)?\d{{4}}"
    rf"|\d{{4}}\.?\s+(?:m\.\s+)?(?:{_NAME})\.?\s+\d{{1,2}})\b"
)


def written_days(text: str, language: str = "", order: str | None = None) -> tuple[WrittenDay, ...]:
    """All dates written in `text`, in reading order, none inside another.

    `order` is "dmy" or "mdy" where known. `language` (ISO 639-1) is asked for month words other than English ones;
    where it is "" none are read: asking all languages takes seconds, and some language has a month for any word.
    """
    found: list[WrittenDay] = []
    foreign = _read_foreign(text, language, order) if language not in {"", "en"} else ()
    for one in (*_read_forms(text, order, language), *foreign):
        if not any(one.span.start < other.span.end and other.span.start < one.span.end for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.span))


def days_without_year(text: str) -> tuple[WrittenDay, ...]:
    """Month and day with no year beside them: "GENEVA, Jan 10 (Reuters)"."""
    found = []
    for match in _NO_YEAR.finditer(text):
        month, day = match["month"] or match["month2"], match["day"] or match["day2"]
        if 1 <= int(day) <= 31:
            weekday = _weekday(match)
            found.append(WrittenDay(Span(*match.span()), (), weekday, month=MONTHS[month.lower()], day=int(day)))
    return tuple(found)


def day_of_epoch(digits: str) -> date | None:
    """The UTC day of a machine's count of seconds, or milliseconds, since 1970; None for another number."""
    if not re.fullmatch(r"\d{10}|\d{13}", digits):
        return None
    seconds = int(digits) // (1000 if len(digits) == 13 else 1)
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date()


# Languages whose papers count the years by another calendar as well: "14/10/65", "20/10/00" don't say which. An Ethiopian date in
# figures may be seven or eight years off with four figures, too.
_OTHER_YEARS = frozenset({"th", "fa", "ps", "ckb", "ne", "am", "ti"})
_ETHIOPIAN = frozenset({"am", "ti"})


def _is_of_other_calendar(groups: dict[str, str | None], language: str) -> bool:
    if language not in _OTHER_YEARS:
        return False
    return len(groups["year"] or "") == 2 or (language in _ETHIOPIAN and groups.get("one") is not None)


def _read_forms(text: str, order: str | None, language: str) -> Iterator[WrittenDay]:
    for form in _FORMS:
        for match in form.finditer(text):
            days = _days(match, order, language)
            groups = match.groupdict()
            if days is None or _is_of_other_calendar(groups, language):
                continue
            zone = (groups.get("zone") or "").upper().replace(":", "")
            universal = zone in {"Z", "UTC", "GMT", "+0000", "-0000"}
            bare = not zone and groups.get("clock") is not None
            yield WrittenDay(Span(*match.span()), days, _weekday(match), universal, bare)


def _weekday(match: re.Match[str]) -> int | None:
    word = match.groupdict().get("weekday")
    return WEEKDAYS.index(word.lower()) if word else None


def _days(match: re.Match[str], order: str | None, language: str) -> tuple[date, ...] | None:
    """The days a match may mean; () for an impossible one ("31 April"), None where it is no date at all."""
    groups = match.groupdict()
    year = int(groups["year"])
    if len(groups["year"]) == 2:
        year += 2000 if year < 70 else 1900
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if groups.get("one") is None:
        month = groups["month"]
        number = int(month) if month.isdigit() else MONTHS[month.lower()]
        if number > 12 and month.isdigit():
            return None
        return _real(year, number, int(groups["day"]))
    one, two = int(groups["one"]), int(groups["two"])
    if max(one, two) > 31 or min(one, two) > 12:
        return None
    pairs = {"dmy": ((two, one),), "mdy": ((one, two),)}.get(order or "", ((one, two), (two, one)))
    if groups["sep"] == ".":  # 10.01.2022: whoever writes points writes the day first, but for some Americans
        pairs = ((two, one), (one, two)) if language == "en" and order is None else ((two, one),)
        pairs = ((one, two),) if language == "en" and order == "mdy" else pairs
    days = tuple(dict.fromkeys(day for month, day_ in pairs for day in _real(year, month, day_)))
    # The order given does not fit "25/12/2022": the other one is the only one it can have.
    return days or tuple(day for month, day_ in ((one, two), (two, one)) for day in _real(year, month, day_))


def _real(year: int, month: int, day: int) -> tuple[date, ...]:
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()


def _read_foreign(text: str, language: str, order: str | None) -> Iterator[WrittenDay]:
    for match in _FOREIGN.finditer(text):
        written = _LEVANTINE_NAME.sub(lambda name: _LEVANTINE[name[0]], match[0].partition("/")[0])
        written = f"{written} {match[0][-4:]}" if "/" in match[0] else written
        day = _ask_dateparser(written, language, order)
        if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR:
            yield WrittenDay(Span(*match.span()), (day,))


def _ask_dateparser(text: str, language: str, order: str | None) -> date | None:
    parser = _parser(language, order)
    try:
        data = parser.get_date_data(text) if parser is not None else None
    except (ValueError, OverflowError):
        return None
    return data.date_obj.date() if data is not None and data.date_obj is not None else None


_SPELT = {"no": "nb"}  # what dateparser calls a language otherwise


@cache
def _parser(language: str, order: str | None) -> Any:
    """A parser of full, absolute dates; None for a language that dateparser does not know."""
    from dateparser.date import DateDataParser

    settings: dict[str, Any] = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001 - never used for a full date; keeps the clock out
    }
    if order:
        settings["DATE_ORDER"] = order.upper()
    try:
        return DateDataParser(languages=[_SPELT.get(language, language)], settings=settings)
    except ValueError:
        return None
