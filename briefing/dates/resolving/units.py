"""Units by their place or their name: "the third quarter", "the first week of March", "summer", "Easter", "the '80s"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from briefing.dates import calendar as cal
from briefing.dates.holidays import ESTIMATED, holidays_of
from briefing.dates.resolving.context import BeforeChrist, Context, Unresolved
from briefing.dates.resolving.reports import report_period
from briefing.dates.resolving.years import full_year, narrative_year
from briefing.model import Granularity, Interval, Tense
from briefing.model import Part as IntervalPart
from briefing.timex import (
    Century,
    DateRange,
    Decade,
    FiscalYear,
    Holiday,
    Nth,
    Part,
    PartialDate,
    Report,
    Season,
    Timex,
    Unit,
    Within,
)

_DAY = timedelta(days=1)
_SEASONS = ("SP", "SU", "FA", "WI")


def nth(context: Context, timex: Nth) -> Interval:
    if timex.of is not None:
        return _nth_in(context.place(timex.of), timex)
    if timex.unit is Unit.QUARTER and context.ahead.shared_year is not None:
        return cal.quarter(context.ahead.shared_year, timex.index)
    base = context.anchor_day()
    if timex.unit not in (Unit.QUARTER, Unit.HALF):
        raise Unresolved("no-anchor")
    around = [_nth_in(cal.year(year), timex) for year in range(base.year - 1, base.year + 2)]
    if context.tense is Tense.FUTURE:
        found = min(around, key=lambda interval: _distance(interval, base))
    else:
        found = [interval for interval in around if interval.begin <= base][-1]
    if timex.unit is Unit.QUARTER and found.end < base:
        context.report_period, context.report_guessed = found, False
    return found


def _nth_in(whole: Interval, timex: Nth) -> Interval:
    """The n-th unit inside an interval."""
    first, last, index = whole.begin, whole.end, timex.index
    if timex.weekday is not None:
        found = cal.nth_weekday(whole, timex.weekday, index)
        if found is None:
            raise Unresolved("impossible-date")
        return cal.day(found)
    if timex.unit is Unit.QUARTER and whole.unit is Granularity.YEAR:
        return cal.quarter(first.year, index if index > 0 else 5 + index)
    if timex.unit is Unit.QUARTER and whole.unit is Granularity.CENTURY:
        quarter = first.replace(year=first.year + 25 * ((index if index > 0 else 5 + index) - 1))
        return Interval(quarter, last.replace(year=quarter.year + 24), Granularity.RANGE)
    if timex.unit is Unit.HALF:
        return _half(whole, index)
    if timex.unit is Unit.DAY:
        found = first + (index - 1) * _DAY if index > 0 else last + (index + 1) * _DAY
        return cal.day(found)
    if timex.unit is Unit.WEEK and whole.unit is Granularity.YEAR:
        return cal.week(date(first.year, 1, 4) + 7 * (index - 1) * _DAY)
    there = cal.moved(first, index - 1, timex.unit) if index > 0 else cal.moved(last, index + 1, timex.unit)
    return cal.unit_of(there, timex.unit)


def within(context: Context, timex: Within) -> Interval:
    """The smaller date, in the bigger unit."""
    whole = context.place(timex.of)
    if isinstance(timex.what, PartialDate) and timex.what.month is None and timex.what.weekday is not None:
        found = cal.nth_weekday(whole, timex.what.weekday, 1)
        if found is None:
            raise Unresolved("impossible-date")
        return cal.day(found)
    if isinstance(timex.what, Report):
        period = report_period(context)
        return cal.quarter(whole.begin.year, (period.begin.month + 2) // 3)
    return context.place(_in_year(timex.what, whole.begin.year))


def _in_year(timex: Timex, year: int) -> Timex:
    """The same date, in a year."""
    if isinstance(timex, PartialDate):
        return replace(timex, year=year)
    if isinstance(timex, Part):
        return Part(timex.stretch, _in_year(timex.of, year))
    if isinstance(timex, Season | Nth | Holiday):
        return replace(timex, of=PartialDate(year))
    if isinstance(timex, DateRange):
        return replace(timex, first=_in_year(timex.first, year), last=_in_year(timex.last, year))
    return timex


def season(context: Context, timex: Season) -> Interval:
    southern = context.conventions.southern
    if timex.of is None and context.ahead.shared_year is not None:
        context.note("year-shared", str(context.ahead.shared_year))
        return cal.season(context.ahead.shared_year, timex.index, southern=southern)
    if timex.of is None and context.before_christ is not None:
        raise BeforeChrist(f"BC{context.before_christ:04d}-{_SEASONS[timex.index]}")
    if isinstance(timex.of, PartialDate) and timex.of.bc:
        raise BeforeChrist(f"BC{timex.of.year or 0:04d}-{_SEASONS[timex.index]}", timex.of.year)
    if timex.of is not None:
        return cal.season(context.place(timex.of).begin.year, timex.index, southern=southern)
    year = context.year()
    if year is None:
        raise Unresolved("no-year")
    base = context.anchor_day()
    if context.narrative:
        month = cal.season(year, timex.index, southern=southern).begin.month
        return cal.season(narrative_year(context, year, month), timex.index, southern=southern)
    around = [cal.season(y, timex.index, southern=southern) for y in range(base.year - 1, base.year + 2)]
    if context.tense is Tense.PAST:
        return [interval for interval in around if interval.begin <= base][-1]
    if context.tense is Tense.FUTURE:
        return next(interval for interval in around if interval.end >= base)
    return around[1]


def holiday(context: Context, timex: Holiday) -> Interval:
    """The one of the year that is said, else the nearest, or the last or next one."""
    if timex.of is not None:
        near = holidays_of(timex.code, context.place(timex.of).begin.year)
        found = near[0] if near else None
    else:
        base = context.anchor_day()
        near = tuple(day for year in range(base.year - 1, base.year + 2) for day in holidays_of(timex.code, year))
        if timex.shift < 0:
            found = max((day for day in near if day.end < base), key=lambda day: day.end, default=None)
        elif timex.shift > 0:
            found = min((day for day in near if day.begin > base), key=lambda day: day.begin, default=None)
        else:
            found = _holiday_near(context, near, base)
    if found is None:
        raise Unresolved("out-of-calendar")
    if timex.code in ESTIMATED:
        context.note("holiday-estimated", found)
    return found


def _holiday_near(context: Context, near: tuple[Interval, ...], base: date) -> Interval | None:
    """The nearest; what is told as yet to come lies ahead, and what is told as past may be the one before."""
    ahead = [day for day in near if day.end >= base]
    if context.tense is Tense.FUTURE and ahead:
        return min(ahead, key=lambda day: day.begin)
    found = min(near, key=lambda day: abs((day.begin - base).days), default=None)
    if context.tense is Tense.PAST and found is not None and found.begin > base:
        context.second = max((day for day in near if day.end < base), key=lambda day: day.end, default=None)
    return found


def decade(context: Context, timex: Decade) -> Interval:
    if timex.bc:
        raise BeforeChrist(f"BC{timex.year // 10:03d}")
    if not timex.short:
        return cal.decade(timex.year)
    first = full_year(context, timex.year) // 10 * 10
    now = context.anchor.day.year if context.anchor.day else first
    return cal.decade(first - 100 if first > now else first)


def fiscal(context: Context, timex: FiscalYear) -> Interval:
    if timex.year is None:
        number = context.anchor_day().year + timex.shift
    else:
        number = full_year(context, timex.year) if timex.short else timex.year
    start = context.conventions.fiscal_start
    if start == 1:
        return cal.year(number)
    return cal.months(number - 1, start, 12, Granularity.YEAR)


def _half(whole: Interval, index: int) -> Interval:
    if whole.unit is Granularity.YEAR:
        return cal.half(whole.begin.year, 1 if index == 1 else 2)
    assert whole.first is not None
    assert whole.last is not None
    middle = whole.first + (whole.last - whole.first) // 2
    if index == 1:
        return Interval(whole.first, middle, whole.unit, IntervalPart.START)
    return Interval(middle + _DAY, whole.last, whole.unit, IntervalPart.END)


def _distance(interval: Interval, day: date) -> int:
    """Days between a day and an interval, 0 inside."""
    return max(0, (interval.begin - day).days, (day - interval.end).days)


def century(_: Context, timex: Century) -> Interval:
    if timex.bc:
        raise BeforeChrist(f"BC{timex.number - 1:02d}")
    return cal.century(timex.number)
