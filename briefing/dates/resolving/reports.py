"""The period that an article reports on: "the quarter", "the year-ago period"."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.dates import calendar as cal
from briefing.dates.resolving.context import Context
from briefing.model import Granularity, Interval
from briefing.timex import Report, Unit

_DAY = timedelta(days=1)
_NEAR_END = 10  # days: business quarters end on a weekend near the calendar's, on Oct. 1, on Sept. 24


def report(context: Context, timex: Report) -> Interval:
    """The quarter that the article speaks of, else the last that had ended; a year back for comparisons."""
    if timex.unit is None and context.report_period is None:
        return cal.year(context.anchor_day().year + timex.years)
    if timex.unit is Unit.QUARTER and not timex.years and context.ahead.period_end is not None:
        context.report_period = quarter_ended(context.place(context.ahead.period_end).end)
        context.report_guessed = False
        return context.report_period
    period = report_period(context)
    if timex.years:
        return cal.shifted(period, timex.years, Unit.YEAR)
    context.report_period = period
    return period


def quarter_ended(last: date) -> Interval:
    """The three months up to a day; the quarter of the calendar where that ends about the same day."""
    for shift in (-_NEAR_END, 0):
        near = cal.unit_of(last + shift * _DAY, Unit.QUARTER)
        if abs((near.end - last).days) <= _NEAR_END:
            return near
    return Interval(cal.moved(last + _DAY, -3, Unit.MONTH), last, Granularity.QUARTER)


def report_period(context: Context) -> Interval:
    """The quarter reported on, if the article named one; else the one before the publication, which is a guess."""
    if context.report_period is not None:
        context.note("counted-from-report", context.report_period)
        if context.report_guessed:
            context.note("quarter-before", context.report_period)
        return context.report_period
    base = context.anchor_day()
    before = cal.unit_of(cal.moved(cal.unit_of(base, Unit.QUARTER).begin, -1, Unit.QUARTER), Unit.QUARTER)
    context.note("quarter-before", before)
    context.report_guessed = True
    return before
