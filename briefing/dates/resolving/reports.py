"""The period that an article reports on: "the quarter", "the year-ago period"."""

from __future__ import annotations

from datetime import timedelta

from briefing.dates import calendar as cal
from briefing.dates.resolving.context import Context
from briefing.model import Interval
from briefing.timex import Report, Unit

_DAY = timedelta(days=1)
_NEAR_END = 20  # days


def report(context: Context, timex: Report) -> Interval:
    """The quarter that the article speaks of, else the last that had ended; a year back for comparisons."""
    if timex.unit is None and context.report_period is None:
        return cal.year(context.anchor_day().year + timex.years)
    if timex.unit is Unit.QUARTER and not timex.years and context.ahead.period_end is not None:
        # business quarters end on a weekend near the calendar's: on Oct. 1, on Aug. 26
        context.report_period = cal.unit_of(
            context.place(context.ahead.period_end).end - _NEAR_END * _DAY, Unit.QUARTER
        )
        return context.report_period
    period = report_period(context)
    if timex.years:
        return cal.shifted(period, timex.years, Unit.YEAR)
    context.report_period = period
    return period


def report_period(context: Context) -> Interval:
    if context.report_period is not None:
        context.note("counted-from-report", context.report_period)
        return context.report_period
    base = context.anchor_day()
    before = cal.unit_of(cal.moved(cal.unit_of(base, Unit.QUARTER).begin, -1, Unit.QUARTER), Unit.QUARTER)
    context.note("quarter-before", before)
    return before
