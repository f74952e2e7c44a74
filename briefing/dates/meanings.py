"""What rows of every language mean: captured words -> a neutral timex. Rows fix their constants with `functools.partial`.

Every function takes the parts of a match by their names in the pattern and returns None where they are no date after all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from briefing.dates.rule import Meaning, Parts
from briefing.timex import (
    Bound,
    Century,
    DateRange,
    Decade,
    Duration,
    FiscalYear,
    From,
    Holiday,
    Impossible,
    Mod,
    Nth,
    NumericDate,
    Offset,
    Part,
    PartialDate,
    Recurrence,
    Relative,
    Report,
    Season,
    Stretch,
    TimeOfDay,
    Timex,
    Unit,
    Vague,
    When,
    Within,
)

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def partial_date(parts: Parts, *, bc: bool = False, ad: bool = False) -> Timex | None:
    """From any of year, year2, month, day, weekday. A day that no year has becomes Impossible."""
    month, day = parts.get("month"), parts.get("day")
    year, short = parts.get("year"), parts.get("year2")
    if day is not None and (day < 1 or day > (31 if month is None else _DAYS[month - 1])):
        return Impossible(f"{day}/{month}")
    if year is None and short is not None:
        return PartialDate(short, month, day, parts.get("weekday"), short=True)
    return PartialDate(year, month, day, parts.get("weekday"), bc=bc, ad=ad)


def iso_date(parts: Parts) -> Timex | None:
    """ "2022-01-09", "20220109", with a time or without."""
    words = parts["isodate"]
    if isinstance(words, tuple):  # a compact date
        words = f"{words[0]:08d}"
        words = f"{words[:4]}-{words[4:6]}-{words[6:]}"
    year, month, day = int(words[:4]), int(words[5:7]), int(words[8:10])
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return Impossible(words)
    date = PartialDate(year, month, day)
    if len(words) <= 10:
        return date
    clock = words[11:]
    second = int(clock[6:8]) if clock[5:6] == ":" else None
    zone = next((clock[at:] for at, c in enumerate(clock) if c in "zZ+-"), "")
    return TimeOfDay(date, int(clock[:2]), int(clock[3:5]), second, zone=zone.upper())


def iso_week(parts: Parts) -> Timex | None:
    year, week = parts["isoweek"]
    return Nth(week, Unit.WEEK, PartialDate(year)) if 1 <= week <= 53 else Impossible(f"{year}-W{week}")


def year_month(parts: Parts) -> Timex | None:
    year, month = parts["isomonth"]
    if month == (year + 1) % 100:  # "2006-07" is a season, not a month
        return DateRange(PartialDate(year), PartialDate(year + 1))
    return PartialDate(year, month)


def year_first(parts: Parts) -> Timex | None:
    year, month, day = parts["ymdslash"]
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return Impossible(f"{year}/{month}/{day}")
    return PartialDate(year, month, day)


def numeric_date(parts: Parts, *, day_first: bool = False) -> Timex | None:
    """ "01/09/22": which number is the day is settled by the declared order; with dots it is the first."""
    first, second, year = parts["numbers"]
    if day_first:
        return (
            partial_date({"year": year, "month": second, "day": first})
            if 1 <= second <= 12
            else Impossible(f"{first}.{second}.")
        )
    return NumericDate(first, second, year, short=year < 100)


def year_range(parts: Parts) -> Timex | None:
    """ "1914-18", "1939–1945": an end of two digits is of the same century."""
    first, last = parts["yearrange"]
    if last < 100:
        last += first // 100 * 100
    return DateRange(PartialDate(first), PartialDate(last)) if last > first else None


def day_range(parts: Parts) -> Timex | None:
    """ "January 9-11", "30 June to 2 July": what one end lacks, the other lends."""
    first_day, last_day = parts["days"] if "days" in parts else (parts["day"], parts["last"])
    first_month = parts.get("month", parts.get("last_month"))
    last_month = parts.get("last_month", first_month)
    year = parts.get("year")
    first_year = parts.get("first_year", year)
    first = partial_date({"year": first_year, "month": first_month, "day": first_day})
    last = partial_date({"year": year, "month": last_month, "day": last_day})
    if first_month == last_month and first_day >= last_day and first_year == year:
        return None
    return DateRange(first, last) if first and last else None


def month_range(parts: Parts) -> Timex | None:
    """ "January-March 2021", "from May to July"."""
    year = parts.get("year")
    return DateRange(PartialDate(parts.get("first_year", year), parts["month"]), PartialDate(year, parts["last_month"]))


def between(parts: Parts) -> Timex | None:
    """Two dates read on their own; the later lends its year, month to the earlier, or the other way round."""
    first, last = parts["head"], parts["tail"]
    return DateRange(first, last)


def decade(parts: Parts) -> Timex | None:
    """ "the 1990s"; "the 1800s" are a century, "the 2000s" ten years."""
    if "decade" in parts:
        first = int(parts["decade"])
        return Century(first // 100 + 1) if first % 100 == 0 and first < 2000 else Decade(first)
    return Decade(int(parts["shortdecade"]), short=True)


def century(parts: Parts, *, bc: bool = False) -> Timex | None:
    return Century(int(parts["ordinal"]), bc=bc) if 1 <= parts["ordinal"] <= 30 else None


def day_name(parts: Parts) -> Timex | None:
    """ "yesterday": days counted from the anchor."""
    return Relative(parts["deictic"], Unit.DAY)


def relative(parts: Parts, *, shift: int | None = None, unit: Unit | None = None) -> Timex | None:
    """ "last week", "this month", "next year"."""
    said = parts["unit"] if unit is None else unit
    return Relative(parts["shift"] if shift is None else shift, said)


def relative_name(parts: Parts, *, shift: int | None = None) -> Timex | None:
    """ "last Monday", "next March", "this summer"."""
    step = parts["shift"] if shift is None else shift
    for label, unit in (
        ("weekday", Unit.DAY),
        ("month", Unit.MONTH),
        ("season", Unit.SEASON),
        ("quarter", Unit.QUARTER),
    ):
        if label in parts:
            return Relative(step, unit, parts[label])
    return None


def neighbour(parts: Parts, *, sign: int | None = None) -> Timex | None:
    """ "the following day", "that year": counted from the date last mentioned."""
    step = parts["step"] if sign is None else sign
    weekday = parts.get("weekday")
    if weekday is not None:
        return Offset(1, Unit.DAY, step, From.PREVIOUS, base=PartialDate(weekday=weekday))
    return Offset(abs(step), parts["unit"], (step > 0) - (step < 0), From.PREVIOUS)


def offset(
    parts: Parts, *, sign: int | None = None, origin: From = From.PUBLICATION, open_count: bool = False
) -> Timex | None:
    """ "two weeks ago", "three days later", "ten days after @date"; `open_count`: the number is not said."""
    step = parts["side"] if sign is None else sign
    many = None if open_count else parts.get("count", 1)
    unit: Unit = parts["unit"]
    if "unit_size" in parts:
        many = None if many is None else many * parts["unit_size"]
    base = parts.get("tail")
    return Offset(many, unit, step, origin, base, mod=parts.get("mod"))


def part_of(parts: Parts, *, stretch: Stretch | None = None) -> Timex | None:
    """ "early next year", "the end of March"."""
    of = parts["tail"] if "tail" in parts else parts["head"]
    return Part(parts["stretch"] if stretch is None else stretch, of)


def nth(parts: Parts, *, unit: Unit | None = None, index: int | None = None, fiscal: bool = False) -> Timex | None:
    """ "the third quarter (of @date)", "the first week of March", "the last Monday in May"."""
    place = parts["ordinal"] if index is None else index
    inner = parts.get("tail", parts.get("head"))
    if inner is None:
        inner = _year_said(parts)
    said = parts["unit"] if unit is None and "weekday" not in parts else unit or Unit.DAY
    return Nth(place, said, inner, parts.get("weekday"), fiscal or "fiscal" in parts)


def _year_said(parts: Parts) -> Timex | None:
    """The year beside a season, a holiday or a quarter, in four digits or two; None where there is none."""
    if parts.get("year") is None and parts.get("year2") is None:
        return None
    return partial_date({label: parts[label] for label in ("year", "year2") if label in parts})


def season(parts: Parts) -> Timex | None:
    inner = parts.get("tail", parts.get("head"))
    if inner is None:
        inner = _year_said(parts)
    return Season(parts["season"], inner)


def holiday(parts: Parts) -> Timex | None:
    inner = parts.get("tail", parts.get("head"))
    if inner is None:
        inner = _year_said(parts)
    return Holiday(parts["holiday"], inner)


def fiscal_year(parts: Parts) -> Timex | None:
    if "year2" in parts:
        return FiscalYear(parts["year2"], short=True)
    return FiscalYear(parts.get("year"), parts.get("shift", 0))


def duration(parts: Parts, *, ends: int | None = None, mod: Mod | None = None, age: bool = False) -> Timex | None:
    """ "three months", "a year and a half", "61-year-old". `half` adds half of the unit."""
    count = parts.get("count", 1)
    unit: Unit = parts["unit"]
    if "half" in parts and count is not None:
        count += 0.5
    if "unit_size" in parts and count is not None:
        count *= parts["unit_size"]
    pieces: tuple[tuple[float | None, Unit], ...] = ((count, unit),)
    if "unit2" in parts:
        pieces += ((parts["count2"], parts["unit2"]),)
    return Duration(pieces, parts.get("reach", 0) if ends is None else ends, parts.get("mod", mod), age)


def unknown_length(parts: Parts, *, unit: Unit | None = None) -> Timex | None:
    """ "for years": the unit is said, the number is not."""
    return Duration(((None, parts["unit"] if unit is None else unit),), parts.get("reach", 0))


def recurrence(parts: Parts, *, every: float | None = None, times: int | None = None) -> Timex | None:
    """ "every two weeks", "each Monday", "twice a year"."""
    gap = parts.get("count", 1) if every is None else every
    often = int(parts.get("times", 1) if times is None else times)
    if "weekday" in parts:
        return Recurrence(gap, Unit.WEEK, weekday=parts["weekday"], part=parts.get("daypart"), times=often)
    if "month" in parts:
        return Recurrence(gap, Unit.YEAR, month=parts["month"], times=often)
    if "daypart" in parts:
        return Recurrence(gap, Unit.DAY, part=parts["daypart"], times=often)
    return Recurrence(gap, parts["unit"], times=often)


def rate(parts: Parts) -> Timex | None:
    """ "$2 million a year"."""
    return Recurrence(1, parts["unit"], rate=True)


def adverb(parts: Parts, *, rate: bool = False) -> Timex | None:
    """ "weekly", "biennial": the word holds count and unit."""
    every, unit = parts["rhythm"]
    return Recurrence(every, unit, rate=rate)


def vague(parts: Parts, *, when: When | None = None, weak: bool = False) -> Timex | None:
    return Vague(parts["vague"] if when is None else when, weak)


def clock_time(parts: Parts) -> Timex | None:
    """ "3:30 p.m. EST", with the day in `head` or `tail` where one is said."""
    hour, minute, second = parts.get("clock", (parts.get("hour"), None, None))
    if "minutes" in parts:
        minute = int(parts["minutes"])
    if hour is None or hour > 24:
        return None
    half = parts.get("half_day")
    if half == "AF" and hour < 12:
        hour += 12
    if half == "MO" and hour == 12:
        hour = 0
    return TimeOfDay(parts.get("tail", parts.get("head")), int(hour), minute, second, zone=parts.get("zone", ""))


def named_clock(parts: Parts) -> Timex | None:
    """ "noon", "midnight"."""
    return TimeOfDay(parts.get("tail", parts.get("head")), parts["named_clock"], 0)


def day_part(parts: Parts, *, shift: int | None = None) -> Timex | None:
    """ "Monday night", "this morning", "overnight"."""
    of = parts.get("head", parts.get("tail"))
    if of is None and shift is not None:
        of = Relative(shift, Unit.DAY)
    return TimeOfDay(of, part=parts["daypart"], stretch=parts.get("stretch"))


def within(parts: Parts) -> Timex | None:
    """ "April next year", "Monday of last week"."""
    return Within(parts["head"], parts["tail"])


def approximate(parts: Parts) -> Timex | None:
    """ "around 1910"."""
    return Part(Stretch.ABOUT, parts["tail"])


def report(parts: Parts, *, years: int = 0, unit: Unit | None = None) -> Timex | None:
    """ "the latest quarter", "the year-ago period"."""
    return Report(parts.get("unit", unit), years)


def report_nth(parts: Parts) -> Timex | None:
    """ "the year-ago third quarter"."""
    return Nth(parts["ordinal"], Unit.QUARTER, Relative(-1, Unit.YEAR))


def part_of_date(parts: Parts) -> Timex | None:
    """ "early Monday"; but "earlier Monday" is that Monday, read by itself."""
    later = parts["stretch"] in (Stretch.REST, Stretch.PAST)
    if later and isinstance(parts["tail"], PartialDate) and parts["tail"].weekday is not None:
        return None
    return part_of(parts)


def offset_to(parts: Parts, *, sign: int) -> Timex | None:
    """ "two years ago this month", "a year ago Monday": counted from a day, week or month of now."""
    near = parts["tail"]
    if not isinstance(near, Relative | PartialDate):
        return None
    if isinstance(near, PartialDate) and (near.weekday is None or near.month is not None):
        return None
    return Offset(parts.get("count", 1), parts["unit"], sign, base=near, mod=parts.get("mod"))


def shift_half(parts: Parts) -> Timex | None:
    """A half, "this year's first half"."""
    return Nth(parts["ordinal"], Unit.HALF, Relative(parts["shift"], Unit.YEAR))


def holiday_week(parts: Parts) -> Timex | None:
    """ "Christmas week"."""
    return Offset(0, parts["unit"], 0, base=Holiday(parts["holiday"]))


def unit_of_date(parts: Parts) -> Timex | None:
    """ "the week of March 6": the unit that holds the day."""
    return Offset(0, parts["unit"], 0, base=parts["tail"])


def part_after(parts: Parts) -> Timex | None:
    """ "the next morning", "that night": a part of a day counted from the date last mentioned."""
    step = parts.get("step", 0)
    day = Offset(abs(step), Unit.DAY, (step > 0) - (step < 0), From.PREVIOUS)
    return TimeOfDay(day, part=parts["daypart"], stretch=parts.get("stretch"))


def days_of(parts: Parts) -> Timex | None:
    """ "May 4 and 5": two days that touch are a range; others are left to their own rules."""
    first, last = parts["day"], parts["last"]
    return day_range(parts) if last == first + 1 else None


def years_bc(parts: Parts) -> Timex | None:
    """ "480-479 BC"."""
    first, last = parts["years"] if "years" in parts else (parts["first"], parts["last"])
    return DateRange(PartialDate(int(first), bc=True), PartialDate(int(last), bc=True)) if first > last else None


def decade_bc(parts: Parts) -> Timex | None:
    number = int(parts["decade"])
    return Decade(number, bc=True) if number >= 10 else None


def duration_range(parts: Parts) -> Timex | None:
    """ "two to three weeks": at least the first."""
    count = parts["counts"][0] if "counts" in parts else parts["count"]
    return Duration(((count, parts["unit"]),), parts.get("reach", 0), Mod.EQUAL_OR_MORE)


def bound(parts: Parts, *, after: bool) -> Timex | None:
    return Bound(parts["tail"], after)


def inner(parts: Parts) -> Timex | None:
    """The match inside, as it is."""
    return parts.get("tail", parts.get("head"))  # type: ignore[no-any-return]


def always(timex: Timex) -> Callable[[Mapping[str, Any]], Timex]:
    """A row whose words have one meaning."""
    return lambda _parts: timex


def spoken_decade(parts: Parts) -> Timex | None:
    """ "the nineteen eighties"."""
    return Decade(parts["century"] * 100 + parts["shortdecade"])


def year_to_year(parts: Parts) -> Timex | None:
    """ "from 1939 to 1945"."""
    first, last = int(parts["first"]), int(parts["last"])
    return DateRange(PartialDate(first), PartialDate(last)) if last > first else None


def weekday_of_week(parts: Parts) -> Timex | None:
    """ "Monday of last week"."""
    return Within(PartialDate(weekday=parts["weekday"]), Relative(parts["shift"], Unit.WEEK))


def weekday_weeks(parts: Parts, *, shift: int) -> Timex | None:
    """ "a week ago Monday", "Monday week": a week further than the nearest."""
    return Offset(1, Unit.WEEK, shift, base=Relative(shift, Unit.DAY, parts["weekday"]))


def relative_day(parts: Parts) -> Timex | None:
    """ "last Oct. 23"."""
    return Within(
        PartialDate(month=parts["month"], day=parts["day"]), Relative(parts["shift"], Unit.MONTH, parts["month"])
    )


def within_same(parts: Parts) -> Timex | None:
    """ "August of that year"."""
    return Within(parts["head"], Offset(0, parts["unit"], 0, From.PREVIOUS))


def within_shift(parts: Parts) -> Timex | None:
    """ "April next year"; a date that has its year needs no other."""
    if isinstance(parts["head"], Offset) or (isinstance(parts["head"], PartialDate) and parts["head"].year is not None):
        return None
    return Within(parts["head"], Relative(parts["shift"], parts["unit"]))


YEAR_END = Part(Stretch.END, Relative(0, Unit.YEAR))
SOME_TIME = Duration(())
WEEKENDS = Recurrence(1, Unit.WEEKEND)


def shift_quarter(parts: Parts) -> Timex | None:
    """ "next year's first quarter"."""
    return Nth(parts["ordinal"], Unit.QUARTER, Relative(parts["shift"], Unit.YEAR))


def quarter_of_year(parts: Parts) -> Timex | None:
    """ "Q3 2021", "Q3"."""
    inner = partial_date(parts) if "year" in parts or "year2" in parts else None
    return Nth(parts["quarter"], Unit.QUARTER, inner)


def report_year(parts: Parts) -> Timex | None:
    """ "the 1988 quarter": the one that is reported on, in that year."""
    return Within(Report(Unit.QUARTER), PartialDate(int(parts["year"])))


def half(parts: Parts, *, index: int = 0) -> Timex | None:
    """ "the second half"."""
    return Nth(index or parts["ordinal"], Unit.HALF)


def shift_holiday(parts: Parts) -> Timex | None:
    """ "last Thanksgiving"."""
    return Holiday(parts["holiday"], shift=parts["shift"])


def named_date(parts: Parts) -> Timex | None:
    """ "D-Day"."""
    year, month, day = parts["nameddate"]
    return PartialDate(year, month, day)


def nine_eleven(parts: Parts) -> Timex | None:
    return PartialDate(2001, 9, 11) if parts["numbers"] == (9, 11) else None


def september_11(parts: Parts) -> Timex | None:
    return PartialDate(2001, 9, 11) if (parts["month"], parts["day"]) == (9, 11) else None


def fraction_duration(parts: Parts) -> Timex | None:
    """ "half an hour", "a quarter of a century"."""
    return Duration(((parts["fraction"], parts["unit"]),), mod=parts.get("mod"))


_PARTED = {
    Unit.MILLENNIUM: (1000, Unit.YEAR),
    Unit.CENTURY: (100, Unit.YEAR),
    Unit.DECADE: (10, Unit.YEAR),
    Unit.YEAR: (12, Unit.MONTH),
}


def fraction_ago(parts: Parts) -> Timex | None:
    """ "half a century ago": fifty years."""
    size, unit = _PARTED.get(parts["unit"], (1, parts["unit"]))
    count = parts["fraction"] * size
    return Offset(round(count) if size > 1 else count, unit, -1, mod=parts.get("mod"))


def centuries(parts: Parts) -> Timex | None:
    """ "the 12th and 13th centuries"."""
    first, last = int(parts["ordinal"]), int(parts["last_ordinal"])
    return DateRange(Century(first), Century(last)) if 1 <= first < last <= 30 else None


def early_year(parts: Parts) -> Timex | None:
    """ "the year 79": two or three digits."""
    return PartialDate(int(parts["year"]), ad=True) if 10 <= parts["year"] < 1000 else None


def quarter_of_century(parts: Parts) -> Timex | None:
    """ "the last quarter of the 18th century"."""
    return Nth(parts["ordinal"], Unit.QUARTER, parts["tail"]) if isinstance(parts["tail"], Century) else None


def shift_year_month(parts: Parts) -> Timex | None:
    """ "last year in December"."""
    return Within(PartialDate(month=parts["month"]), Relative(parts["shift"], parts["unit"]))


def past_decade(parts: Parts) -> Timex | None:
    """ "the past decade": the ten years up to now, not a decade of the calendar."""
    return Duration(((10, Unit.YEAR),), parts["reach"])


def ended(parts: Parts) -> Timex | None:
    """ "the year ended March 31"."""
    return Duration(((1, parts["unit"]),))


def every(parts: Parts) -> Timex | None:
    """ "Mondays", "Tuesday nights", "twice a year"."""
    if "weekday" in parts:
        return Recurrence(1, Unit.WEEK, weekday=parts["weekday"], part=parts.get("daypart"))
    return Recurrence(1, parts["unit"])


def clock_in_part(parts: Parts) -> Timex | None:
    """ "8:30 yesterday evening": the part of the day says which half of it the hour is in."""
    part = parts.get("tail", parts.get("head"))
    time = clock_time({**parts, "tail": None})
    if not isinstance(part, TimeOfDay) or part.part is None or not isinstance(time, TimeOfDay):
        return None
    late = part.part in ("AF", "EV") or (part.part == "NI" and (time.hour or 0) > 5)
    hour = (time.hour or 0) + (12 if late and (time.hour or 0) < 12 else 0)
    return replace(time, of=part.of, hour=hour)


def four_digit_clock(parts: Parts) -> Timex | None:
    """ "0630 GMT"."""
    hour, minute = divmod(int(parts["clock"]), 100)
    if hour > 24 or minute > 59:
        return None
    return TimeOfDay(parts.get("tail"), hour, minute, zone=parts["zone"])


def past_clock(parts: Parts) -> Timex | None:
    """ "half past six", "a quarter to nine": minutes before or after the hour."""
    hour, minute = divmod(int(parts["hour"]) * 60 + parts["past"], 60)
    return TimeOfDay(None, hour % 24, minute) if 1 <= int(parts["hour"]) <= 12 else None


def early_hours(parts: Parts) -> Timex | None:
    """ "the early hours of Monday (morning)"."""
    early = parts["stretch"] is Stretch.START
    day = parts["tail"].of if isinstance(parts["tail"], TimeOfDay) else parts["tail"]
    return TimeOfDay(day, part="MO" if early else "EV", stretch=parts["stretch"])


def part_of_day(parts: Parts) -> Timex | None:
    """ "the morning of the 5th"."""
    return TimeOfDay(PartialDate(day=parts["day"]), part=parts["daypart"])


def fortnight(parts: Parts) -> Timex | None:
    """ "a fortnight"."""
    return Duration(((2 * parts.get("count", 1), Unit.WEEK),))


def fortnight_ago(parts: Parts) -> Timex | None:
    """ "a fortnight ago"."""
    return Offset(2 * parts.get("count", 1), Unit.WEEK, -1)


def slash_day(parts: Parts) -> Timex | None:
    """ "on 12/10"."""
    first, second = parts["numbers"]
    possible = 1 <= min(first, second) <= 12 and max(first, second) <= 31 and (first, second) != (24, 7)
    return NumericDate(first, second, None) if possible else None


def weekday_range(parts: Parts) -> Timex | None:
    """ "Monday to Wednesday"."""
    return DateRange(PartialDate(weekday=parts["weekday"]), PartialDate(weekday=parts["last_weekday"]))


def season_years(parts: Parts) -> Timex | None:
    """ "the winter of 1941-42"."""
    first, last = parts["years"]
    return Season(3, PartialDate(first)) if parts["season"] == 3 and (last - first - 1) % 100 == 0 else None


def part_time(parts: Parts) -> Timex | None:
    """ "early Monday morning"."""
    return Part(parts["stretch"], parts["tail"])


__all__ = ["Meaning"]
