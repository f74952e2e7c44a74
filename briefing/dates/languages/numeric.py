"""Dates and numbers written in digits, the same in every language: what shape a cluster of digits has, and its value."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from briefing.dates.meanings import dates
from briefing.dates.meanings.times import lent_half
from briefing.dates.rule import Example, Fits, Meaning, Rule

# A cluster of digits -> the first shape that fits it. A shape is a word class that a row can name ("{day} {month} {year}").
# Longer clusters than this are no dates: telephone numbers, digests, addresses.
LONGEST = 40

_CLOCK = r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?"
_MERIDIEM = r" ?[ap]\.? ?m\.?"

SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("0day", r"0[1-9]"),  # 05
        ("hour", r"0|1\d|2[0-4]|[1-9]"),  # fit for a clock, a day or a month
        ("day", r"2[5-9]|3[01]"),
        ("short", r"3[2-9]|[4-9]\d"),  # 98: a year of two digits
        ("year", r"1[0-9]\d\d|20[0-9]\d"),
        ("zeroclock", r"0\d[0-5]\d"),  # 0630: a time before a zone
        ("count4", r"2[1-3][0-5]\d"),
        ("three", r"[1-9]\d\d"),
        ("count", r"\d{1,3}(?:,\d{3})+|\d{1,6}"),
        ("decimal", r"\d{1,6}\.\d{1,3}|\d{1,3}[½¼¾]"),
        ("ordinal", r"(?:[12]?1st|[12]?2nd|[12]?3rd|[12]?[04-9]th|1[123]th|30th|31st)"),
        ("bigordinal", r"[1-9]?\d?\d(?:st|nd|rd|th)"),
        ("decade", r"1[0-9]\d0s|20[0-9]0s"),
        ("shortdecade", r"'?[1-9]0s"),
        ("bcdecade", r"[1-9]\d0s"),
        ("shortyear", r"'\d\d"),
        (
            "isodate",
            r"[12]\d{3}-(?:0\d|1[0-2])-(?:[0-3]\d)(?:T[0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?",
        ),
        ("isoweek", r"[12]\d{3}-?W[0-5]\d"),
        ("isomonth", r"(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])"),
        ("ymdslash", r"(?:1[5-9]|20)\d\d(?:/[01]?\d/|\.[01]\d\.)[0-3]?\d"),
        ("slashdate", r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)"),
        ("dashdate", r"\d{1,2}-\d{1,2}-\d{4}"),
        ("dotdate", r"\d{1,2}\.\d{1,2}\.\d{4}"),
        ("slashday", r"\d{1,2}/\d{1,2}"),
        ("meridiem", rf"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d(?::[0-5]\d)?)?{_MERIDIEM}"),
        ("meridiem", r"(?:1[0-2]|[1-9]):?[0-5]\d[ap](?:\.?m\.?)?"),
        ("hourp", r"(?:1[0-2]|[1-9])[ap]"),
        (
            "clockrange",
            rf"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?(?: ?[ap]\.?m\.?)?[-–](?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?(?:{_MERIDIEM}|[ap])",
        ),
        ("clock", r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"),
        ("yearrange", r"(?:1[0-9]|20)\d\d[-–/](?:(?:1[0-9]|20)\d\d|\d\d)"),
        ("dayrange", r"(?:0?[1-9]|[12]\d|3[01])[-–](?:0?[1-9]|[12]\d|3[01])"),
        ("ordinalrange", r"\d{1,2}(?:st|nd|rd|th)[-–]\d{1,2}(?:st|nd|rd|th)"),
        ("countrange", r"\d{1,3}[-–]\d{1,3}"),
        ("compactdate", r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"),
    )
)

# class that rows name -> the shapes in it
CLASSES: dict[str, frozenset[str]] = {
    "day": frozenset({"hour", "0day", "day"}),
    "year": frozenset({"year"}),
    "year2": frozenset({"short", "0day", "hour", "day"}),
    "hour": frozenset({"hour", "0day"}),
    "countrange": frozenset({"countrange", "dayrange"}),
    "threedigits": frozenset({"three"}),
    "digits": frozenset({"hour", "0day", "day", "short", "year", "three", "count", "count4", "decimal"}),
    "ordinalday": frozenset({"ordinal"}),
    "ordinaldigits": frozenset({"ordinal", "bigordinal"}),
} | {
    name: frozenset({name})
    for name in (
        "decade", "shortdecade", "bcdecade", "shortyear", "isodate", "isoweek", "isomonth", "ymdslash", "slashdate", "dashdate", "dotdate", "slashday",
        "meridiem", "hourp", "clockrange", "clock", "zeroclock", "count4", "yearrange", "dayrange", "ordinalrange", "compactdate",
    )
}  # fmt: skip


_ANY_SHAPE = re.compile("|".join(f"({pattern.pattern})" for _, pattern in SHAPES), re.IGNORECASE)


def shape(cluster: str) -> str | None:
    """The name of the first shape that fits `cluster` (no white space around it), None where it is no date and no number."""
    found = _ANY_SHAPE.fullmatch(cluster) if len(cluster) <= LONGEST else None
    return SHAPES[found.lastindex - 1][0] if found is not None and found.lastindex is not None else None


def number(text: str) -> float:
    """The number that a cluster begins with: "1,200" 1200, "2.5" 2.5, "9th" 9, "1990s" 1990."""
    found = re.match(r"\d[\d,]*(?:\.\d+)?", text.lstrip("'"))
    assert found is not None
    value = float(found.group().replace(",", "")) + {"½": 0.5, "¼": 0.25, "¾": 0.75}.get(text[-1], 0)
    return int(value) if value.is_integer() else value


def numbers(text: str) -> tuple[int, ...]:
    """All whole numbers of a cluster, in order: "2022-01-09" -> (2022, 1, 9)."""
    return tuple(map(int, re.findall(r"\d+", text)))


def clock(text: str) -> tuple[int, int | None, int | None]:
    """Hour, minute, second of "3:30", "3 p.m.", "15.30"; 24-hour."""
    values = numbers(text)
    if len(values) == 1 and values[0] > 100:  # "1030pm"
        values = divmod(values[0], 100)
    hour = values[0]
    low = text.lower()
    if "p" in low and hour < 12:
        hour += 12
    elif "a" in low and hour == 12:
        hour = 0
    return hour, values[1] if len(values) > 1 else None, values[2] if len(values) > 2 else None


def clocks(text: str) -> tuple[tuple[int, int | None, int | None], ...]:
    """Both ends of "9am-5pm", "8-10pm": what the first does not say, the second lends, where it then comes before it."""
    first, last = re.split("[-–]", text)
    end = clock(last)
    begin = clock(first)
    return (begin if re.search("[ap]", first.lower()) else lent_half(begin, end)), end


_WHOLE = (
    "threedigits",
    "zeroclock",
    "count4",
    "day",
    "year",
    "year2",
    "hour",
    "ordinalday",
    "ordinaldigits",
    "decade",
    "shortdecade",
    "bcdecade",
    "shortyear",
    "digits",
)

# class -> its value as rows' meanings get it
VALUES: dict[str, Callable[[str], object]] = dict.fromkeys(_WHOLE, number) | {
    "meridiem": clock,
    "hourp": clock,
    "clock": clock,
    "clockrange": clocks,
    **{
        name: numbers
        for name in CLASSES
        if name not in _WHOLE and name not in {"meridiem", "hourp", "clockrange", "clock", "isodate"}
    },
    "isodate": lambda text: text,
}


def _row(
    name: str,
    says: str,
    pattern: str,
    means: Meaning,
    *examples: tuple[str, str],
    gives: str = "day",
    rejects: tuple[str, ...] = (),
    fits: Fits | None = None,
) -> Rule:
    made = tuple(Example(*example) for example in examples)
    return Rule(f"numeric/{name}", says, pattern, means, gives, made, rejects, fits)


def _no_version(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "version 1.2.2014" numbers a release."""
    return start == 0 or tokens[start - 1].strip(" ").lower() not in ("version", "v", "release")


# Rows that every language shares.
RULES: tuple[Rule, ...] = (
    _row("iso", "date in ISO 8601", "{isodate}", dates.iso_date, ("2022-01-09", "2022-01-09"), rejects=("1-2-3", "ISO 2022-13-45")),
    _row("compact", "date in eight digits", "{isodate:compactdate}", dates.iso_date, ("20220109", "2022-01-09")),
    _row("iso-week", "week in ISO 8601", "{isoweek}", dates.iso_week, ("2022-W02", "2022-01-10/2022-01-16"), gives="period"),
    _row("iso-month", "month in ISO 8601", "{isomonth}", dates.year_month, ("2022-01", "2022-01-01/2022-01-31"), gives="period"),
    _row("year-first", "year, month, day in digits", "{ymdslash}", dates.year_first, ("2022/1/9", "2022-01-09")),
    _row("slashes", "date in digits, the order as declared", "{numbers:slashdate}", dates.numeric_date, ("01/09/22", "2022-01-09"),
         rejects=("24/7", "1/1/1/1/1", "a 50/50 chance")),
    _row("hyphens", "date in digits, the order as declared", "{numbers:dashdate}", dates.numeric_date, ("01-09-2022", "2022-01-09"),
         rejects=("1-2-3", "call 555-12-1234")),
    _row("dots", "day, month and year in digits", "{numbers:dotdate}", partial(dates.numeric_date, day_first=True), ("09.01.2022", "2022-01-09"),
         rejects=("version 1.2.22.4", "version 1.2.2014"), fits=_no_version),
)  # fmt: skip
