"""Calendar dates with gaps: "January 9", "Monday", "the 9th", "01/09/22"."""

from __future__ import annotations

from datetime import MAXYEAR, date

from briefing.dates import calendar as cal
from briefing.dates.resolving.context import BeforeChrist, Context, Unresolved
from briefing.dates.resolving.years import full_year, missing_year
from briefing.model import Interval, Tense
from briefing.timex import NumericDate, PartialDate, TimeOfDay, Unit


def partial(context: Context, timex: PartialDate) -> Interval:
    early = not timex.ad and not timex.short and (timex.year or 0) < 1000 and timex.weekday is None
    if timex.bc or (context.before_christ and early):
        year = timex.year or context.before_christ
        rest = "".join(f"-{part:02d}" for part in (timex.month, timex.day) if part)
        raise BeforeChrist(f"BC{year:04d}{rest}", year)
    year = full_year(context, timex.year) if timex.short and timex.year is not None else timex.year
    if timex.month is None:
        if timex.day is not None:
            return _day_only(context, timex.day, timex.weekday)
        if year is not None:
            return cal.year(year)
        assert timex.weekday is not None
        return _weekday(context, timex.weekday)
    if year is None:
        year = missing_year(context, timex)
    if timex.day is None:
        return cal.month(year, timex.month)
    try:
        day = date(year, timex.month, timex.day)
    except ValueError:
        raise Unresolved("impossible-date" if 1 <= year <= MAXYEAR else "out-of-calendar") from None
    if timex.weekday is not None and day.weekday() != timex.weekday:
        context.problem = "weekday-contradicts"
        context.second = cal.day(cal.weekday_near(day, timex.weekday, 0))
        context.note("weekday-contradicts", day, context.second)
    return cal.day(day)


def _day_only(context: Context, number: int, weekday: int | None) -> Interval:
    """ "the 9th": in the nearest month that has it, behind or ahead where the clause says so. "Friday the 13th": the nearest
    that is one, within a year."""
    base = context.anchor_day()
    reach = 2 if weekday is None else 12
    around = []
    for shift in range(-reach, reach + 1):
        there = cal.moved(base.replace(day=1), shift, Unit.MONTH)
        if number <= cal.month(there.year, there.month).end.day:
            around.append(there.replace(day=number))
    fits = [day for day in around if weekday is None or day.weekday() == weekday]
    if not fits:
        raise Unresolved("impossible-date")
    told = [day for day in fits if (day >= base if context.tense is Tense.FUTURE else day <= base)]
    if context.tense in (Tense.PAST, Tense.FUTURE) and told and not context.narrative:
        fits = told
    return cal.day(min(fits, key=lambda day: abs((day - base).days)))


def _weekday(context: Context, weekday: int) -> Interval:
    """A bare weekday: the anchor's own day if it is that one; behind it in the past tense, ahead in the future tense."""
    base = context.anchor_day()
    if context.listed is not None:
        found = cal.weekday_near(context.listed.end, weekday, 1)
        if found <= base or context.tense is not Tense.PAST:
            context.note("weekday-listed", context.listed, found)
            return cal.day(found)
    direction = 1 if context.tense is Tense.FUTURE else -1
    if context.narrative and context.last is not None:
        direction = 1
    found = cal.weekday_near(base, weekday, direction)
    context.note("weekday-is-anchor" if found == base else "weekday-ahead" if found > base else "weekday-behind", found)
    return cal.day(found)


def numeric(context: Context, timex: NumericDate) -> Interval:
    """ "01/09/22": by the declared order; by the numbers where only one order has such a day."""
    month, day = timex.first, timex.second
    if context.conventions.day_first:
        month, day = day, month
    if month > 12 >= day:
        month, day = day, month
    context.note("day-first" if context.conventions.day_first else "month-first")
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        raise Unresolved("impossible-date")
    return partial(context, PartialDate(timex.year, month, day, timex.weekday, short=timex.short))


def time(context: Context, timex: TimeOfDay) -> Interval:
    """The day of a time of day; no day said: that of the anchor, in a narrative the day last mentioned."""
    if timex.of is not None:
        return context.place(timex.of)
    if context.narrative or context.anchor.day is None:
        return cal.day(context.previous(as_day=True).end)
    return cal.day(context.anchor_day())
