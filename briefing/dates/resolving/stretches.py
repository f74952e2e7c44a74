"""Stretches: "later this week", "the end of March", "from January 9 to 11", "since 2014"."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.dates import calendar as cal
from briefing.dates.resolving.context import BeforeChrist, Context, Unresolved
from briefing.model import Granularity, Interval
from briefing.model import Part as IntervalPart
from briefing.timex import Bound, DateRange, Part, PartialDate, Stretch, Timex

_DAY = timedelta(days=1)


def part(context: Context, timex: Part) -> Interval:
    """A stretch of another date; "later this week" is what is left of it after the anchor."""
    whole = context.place(timex.of)
    if whole.first is None or whole.last is None or timex.stretch is Stretch.ABOUT:
        return whole
    if timex.stretch in (Stretch.REST, Stretch.PAST):
        return _rest(context, whole, ahead=timex.stretch is Stretch.REST)
    part = {Stretch.START: IntervalPart.START, Stretch.MID: IntervalPart.MID, Stretch.END: IntervalPart.END}[
        timex.stretch
    ]
    context.note("part-of-unit", whole)
    return _stretch(whole, part)


def _rest(context: Context, whole: Interval, *, ahead: bool) -> Interval:
    """From the day after the anchor to the end of the unit, or from its beginning to the anchor."""
    assert whole.first is not None
    assert whole.last is not None
    now = context.anchor.day if not context.narrative or context.last is None else context.last.end
    if context.second is not None:
        context.second = whole_rest(context.second, now, ahead=ahead)
    context.note("rest-of-unit", whole)
    return whole_rest(whole, now, ahead=ahead)


def date_range(context: Context, timex: DateRange) -> Interval:
    """Both ends; what one lacks, the other lends (a year said once, at the end)."""
    first_timex = timex.first
    if isinstance(first_timex, PartialDate) and first_timex.month is None and first_timex.weekday is not None:
        return _weekday_range(context, first_timex, timex.last)
    last = context.place(timex.last)
    if isinstance(first_timex, PartialDate) and first_timex.year is None and first_timex.month is not None:
        year = last.begin.year - (1 if first_timex.month > last.begin.month else 0)
        first_timex = PartialDate(year, first_timex.month, first_timex.day, first_timex.weekday)
    if isinstance(first_timex, PartialDate) and first_timex.bc:
        raise BeforeChrist(f"BC{first_timex.year or 0:04d}", first_timex.year)
    first = context.place(first_timex)
    if first.first is None or last.last is None or first.first > last.last:
        raise Unresolved("impossible-date")
    return Interval(first.first, last.last, Granularity.RANGE)


def _weekday_range(context: Context, first_timex: PartialDate, last_timex: Timex) -> Interval:
    """ "Monday to Wednesday": the last is the next such day after the first."""
    first = context.place(first_timex)
    weekday = last_timex.weekday if isinstance(last_timex, PartialDate) else None
    if weekday is None or weekday == first_timex.weekday:
        raise Unresolved("impossible-date")
    return Interval(first.first, cal.weekday_near(first.end, weekday, 1), Granularity.RANGE)


def _stretch(whole: Interval, part: IntervalPart) -> Interval:
    """A third of a unit: of a month days 1-10, 11-20, 21-; of a year four months; of anything else a third of its days."""
    assert whole.first is not None
    assert whole.last is not None
    place = (IntervalPart.START, IntervalPart.MID, IntervalPart.END).index(part)
    if whole.is_day:
        return Interval(whole.first, whole.last, whole.unit, part)
    if whole.unit is Granularity.MONTH:
        first = whole.first.replace(day=(1, 11, 21)[place])
        last = whole.last if place == 2 else whole.first.replace(day=(10, 20)[place])
    elif whole.unit is Granularity.DECADE:
        ends = ((0, 3), (4, 6), (7, 9))[place]
        first = whole.first.replace(year=whole.first.year + ends[0])
        last = whole.last.replace(year=whole.first.year + ends[1])
    elif whole.unit is Granularity.YEAR and whole.first.day == 1:
        return _part_of(cal.months(whole.first.year, whole.first.month + 4 * place, 4, Granularity.YEAR), part)
    else:
        length = (whole.last - whole.first).days + 1
        first = whole.first + (length * place // 3) * _DAY
        last = whole.first + (length * (place + 1) // 3 - 1) * _DAY
    return Interval(first, last, whole.unit, part)


def _part_of(interval: Interval, part: IntervalPart) -> Interval:
    return Interval(interval.first, interval.last, interval.unit, part)


def whole_rest(whole: Interval, now: date | None, *, ahead: bool) -> Interval:
    """What is left of `whole` after `now` (`ahead`) or was over by then; a third of it where `now` lies outside."""
    assert whole.first is not None
    assert whole.last is not None
    part = IntervalPart.END if ahead else IntervalPart.START
    if whole.is_day:
        return _part_of(whole, part)
    if now is not None and ahead and whole.first <= now < whole.last:
        return Interval(now + _DAY, whole.last, whole.unit, part)
    if now is not None and not ahead and whole.first <= now <= whole.last:
        return Interval(whole.first, max(whole.first, now), whole.unit, part)
    if now is not None and ahead and now < whole.first and whole.unit is Granularity.WEEK:
        return _part_of(whole, part)
    return _stretch(whole, part)


def bound(context: Context, timex: Bound) -> Interval:
    inner = context.place(timex.of)
    return Interval(inner.first, None) if timex.after else Interval(None, inner.last)
