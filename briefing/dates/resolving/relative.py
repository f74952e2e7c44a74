"""Counted from a day: "last week", "next March", "two days ago", "the following day"."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.dates import calendar as cal
from briefing.dates.resolving.context import BeforeChrist, Context, Unresolved
from briefing.dates.resolving.reports import report_period
from briefing.model import Granularity, Interval, Tense
from briefing.timex import From, Offset, PartialDate, Relative, Unit

_DAY = timedelta(days=1)


def relative(context: Context, timex: Relative) -> Interval:
    if context.before_christ is not None:
        raise Unresolved("out-of-calendar")
    if context.narrative and timex.unit <= Unit.DAY and timex.name is None:
        raise Unresolved("no-anchor")  # "today" in a history stands in somebody's speech
    base = context.told_day()
    if timex.name is not None:
        return _relative_name(context, base, timex.shift, timex.unit, timex.name)
    if timex.unit is Unit.WEEKEND:
        return _weekend(context, base, timex.shift)
    if timex.unit is Unit.WEEK and base.weekday() == 6 and not context.narrative:
        return _week_of_sunday(context, base, timex.shift)
    return cal.unit_of(cal.moved(base, timex.shift, timex.unit), timex.unit)


def _week_of_sunday(context: Context, base: date, shift: int) -> Interval:
    """On a Sunday "this week" may be the one that begins next day or the one that ends that day."""
    behind, ahead = cal.week(base + 7 * shift * _DAY), cal.week(base + (7 * shift + 7) * _DAY)
    first, context.second = (ahead, behind) if context.tense is Tense.FUTURE or shift < 0 else (behind, ahead)
    context.note("week-of-sunday", first, context.second)
    return first


def _weekend(context: Context, base: date, shift: int) -> Interval:
    """The weekend behind, in the past tense or with "last"; the one ahead else. On its days it is the one that is; on a
    Monday a clause that shows no tense looks back."""
    here = cal.weekend(base)
    if shift == 0 and base in here:
        return here
    back = context.tense is Tense.PAST or (context.tense is not Tense.FUTURE and base.weekday() == 0)
    if shift < 0 or (shift == 0 and back):
        return cal.weekend(base - 7 * _DAY)
    return here if base < here.begin else cal.weekend(base + 7 * _DAY)


def _relative_name(context: Context, base: date, shift: int, unit: Unit, name: int) -> Interval:
    if unit is Unit.DAY:
        if shift == 0:
            return cal.day(cal.weekday_near(base, name, {Tense.FUTURE: 1, Tense.PAST: -1}.get(context.tense, 0)))
        return cal.day(cal.weekday_near(base + shift * _DAY, name, shift))
    around = [_named(context, year, unit, name) for year in range(base.year - 2, base.year + 2)]
    if shift < 0:  # of a winter that goes on, the one before it
        return [interval for interval in around if interval.end < base][-1]
    if shift > 0:
        return next(interval for interval in around if interval.begin > base)
    return next((interval for interval in around if base in interval), around[2])


def _named(context: Context, year: int, unit: Unit, name: int) -> Interval:
    if unit is Unit.MONTH:
        return cal.month(year, name)
    if unit is Unit.SEASON:
        return cal.season(year, name, southern=context.conventions.southern)
    return cal.quarter(year, name)


def offset(context: Context, timex: Offset) -> Interval:
    if timex.count is None:
        raise Unresolved("vague")
    if isinstance(timex.base, PartialDate) and timex.origin is From.PREVIOUS:
        return _neighbour_weekday(context, timex.base.weekday or 0, timex.sign)
    if timex.base is not None:
        base = context.place(timex.base)
        if timex.count == 0:
            return cal.unit_of(base.begin - _beside_weekend(base.begin, timex.unit) * _DAY, timex.unit)
        moved = cal.moved(base.end if timex.sign > 0 else base.begin, timex.sign * timex.count, timex.unit)
        return cal.unit_of(moved, min(timex.unit, cal.UNIT.get(base.unit, timex.unit)))
    if timex.unit is Unit.YEAR and timex.count == 1 and timex.sign < 0 and context.report_period is not None:
        return cal.shifted(report_period(context), -1, Unit.YEAR)
    if timex.origin is From.PREVIOUS:
        return _from_previous(context, timex.sign * timex.count, timex.unit)
    base_day = context.told_day()
    unit = Unit.YEAR if timex.unit is Unit.DECADE else timex.unit
    return cal.unit_of(cal.moved(base_day, timex.sign * timex.count, timex.unit), unit)


def _beside_weekend(day: date, unit: Unit) -> int:
    """Days to go back for "Labor Day weekend": a Monday's and a Tuesday's is the one before."""
    return 7 if unit is Unit.WEEKEND and day.weekday() < 2 else 0


def _neighbour_weekday(context: Context, weekday: int, sign: int) -> Interval:
    """ "the previous Friday": the next such day before or after the day last mentioned."""
    base = context.previous(as_day=True)
    return cal.day(cal.weekday_near((base.begin if sign < 0 else base.end) + sign * _DAY, weekday, sign))


def _from_previous(context: Context, count: float, unit: Unit) -> Interval:
    """ "the following day", "a year earlier", "that month"."""
    if context.before_christ is not None:
        if unit not in (Unit.YEAR, Unit.DECADE):
            raise Unresolved("out-of-calendar")
        year = context.before_christ - round(count) * (10 if unit is Unit.DECADE else 1)
        raise BeforeChrist(f"BC{year:04d}", year)
    base = context.previous(as_day=unit <= Unit.DAY)
    if unit is Unit.YEAR and base.unit is Granularity.QUARTER and count:
        return cal.shifted(base, round(count), unit)
    start = base.end if count > 0 else base.begin
    if unit <= Unit.HOUR:
        return cal.day(start)
    return cal.unit_of(cal.moved(start, count, unit), Unit.YEAR if unit is Unit.DECADE and count else unit)
