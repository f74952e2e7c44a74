"""The year that a date leaves open: "9 January", "in May", "'98". By the weekday, by the tense, or the nearest."""

from __future__ import annotations

from datetime import date

from briefing.dates.resolving.context import Context, Unresolved
from briefing.model import Granularity, Tense
from briefing.model import Part as IntervalPart
from briefing.timex import PartialDate

# Months behind and ahead of the anchor between which "9 January" or a bare "January" (True) keeps the anchor's year.
_YEAR_WINDOW = {
    (Tense.PAST, True): (-11, 3),
    (Tense.PAST, False): (-10, 3),
    (Tense.FUTURE, True): (-4, 8),
    (Tense.FUTURE, False): (-6, 6),
    (Tense.PRESENT, True): (-7, 5),
    (Tense.PRESENT, False): (-8, 4),
    (Tense.UNKNOWN, True): (-9, 4),
    (Tense.UNKNOWN, False): (-8, 4),
}
SLACK = 31  # days that a past date may lie ahead of its article: a paper of tomorrow, a date of another time zone
_FAR = 5  # years, before and after, in which a weekday is looked for where no publication day holds it
_BACKWARDS = 1.0  # how much further a month back is than a month ahead
_OUT_OF_YEAR = 10.0  # months more, where a bare year was said last and the month would lie outside of it
_TO_NEXT = 0.3  # how much the next full date weighs against the last one
_SHORT_AHEAD = 20  # a year of two digits lies at most so many years after the anchor


def full_year(context: Context, short: int) -> int:
    """Two digits: the year nearest the anchor that is not far ahead of it."""
    base = context.anchor.day.year if context.anchor.day else context.year() or 2000
    year = base // 100 * 100 + short
    return year - 100 if year > base + _SHORT_AHEAD else year


def missing_year(context: Context, timex: PartialDate) -> int:
    """The year of "9 January": by weekday, by tense, or the nearest."""
    assert timex.month is not None
    if context.ahead.shared_year is not None:
        context.note("year-shared", str(context.ahead.shared_year))
        return context.ahead.shared_year
    year = context.year()
    if year is None:
        raise Unresolved("no-year")
    base = _year_base(context)
    context.weaken(context.anchor.basis if context.last is None or not context.narrative else context.last_basis)
    if timex.weekday is not None and timex.day is not None:
        fitting = _weekday_year(context, timex.month, timex.day, timex.weekday, base)
        if fitting is not None:
            return fitting
    if context.anchor.day is None and not context.narrative:
        context.note("year-lent" if context.anchor.year else "year-from-previous", str(year))
        return year
    found = (
        narrative_year(context, year, timex.month)
        if context.narrative
        else _news_year(context, base, timex.month, timex.day)
    )
    if timex.day is not None:
        found = _with_that_day(found, timex.month, timex.day, 4 if context.narrative else 1)
    context.note("year-from-previous" if context.narrative else "year-from-anchor", str(found))
    return found


def _with_that_day(year: int, month: int, day: int, reach: int) -> int:
    """ "29 February": the nearest year that has it, the earlier of two, if one is within reach."""
    near = sorted(range(year - reach, year + reach + 1), key=lambda other: (abs(other - year), other))
    return next((other for other in near if _day(other, month, day)), year)


def _weekday_year(context: Context, month: int, day: int, weekday: int, base: date) -> int | None:
    """ "Tuesday (January 9)": the nearest year in which the weekday fits.

    News takes the anchor's year or one beside it, and none that has yet to come for what is told as past: else the date stands
    as written in the nearest year, and its weekday contradicts it.
    """
    news = context.anchor.day is not None and not context.narrative
    reach = 1 if news else _FAR
    around = [found for year in range(base.year - reach, base.year + reach + 1) if (found := _day(year, month, day))]
    fits = [found for found in around if found.weekday() == weekday]
    if news:
        looks_ahead = context.tense is Tense.FUTURE
        fits = [d for d in fits if (d - base).days <= SLACK or looks_ahead]
        fits = [d for d in fits if (d - base).days >= -SLACK or not looks_ahead]
    chosen = min(fits or (around if news else ()), key=lambda found: abs((found - base).days), default=None)
    if chosen is None:
        return None
    if fits:
        context.note("year-from-weekday", str(chosen.year))
    return chosen.year


def _year_base(context: Context) -> date:
    if context.narrative and context.last is not None:
        return context.last.begin
    if context.anchor.day is not None:
        return context.anchor.day
    return date(context.year() or 1, 7, 1)


def narrative_year(context: Context, year: int, month: int) -> int:
    """The year in which the month lies best between the date last mentioned and the next full one."""
    last, course = context.last, context.narrative_course()
    if last is None:
        return course[0] if course else year
    begin, end = _months(last.begin), _months(last.end)
    years = {year - 1, year, year + 1}
    if course is not None:
        years |= {course[0] - 1, course[0], course[0] + 1}

    def off_course(candidate: int) -> tuple[float, int]:
        at = candidate * 12 + month
        cost = (begin - at) * _BACKWARDS if at < begin else max(0, at - end)
        if cost and last.unit is Granularity.YEAR and last.part is IntervalPart.WHOLE:
            cost += _OUT_OF_YEAR
        if course is not None:
            cost += _TO_NEXT * abs(course[0] * 12 + course[1] - at)
        return cost, abs(candidate - year)

    return min(sorted(years), key=off_course)


def _news_year(context: Context, base: date, month: int, day: int | None) -> int:
    """The nearest; a bare month in the past tense lies behind, and nothing in the future tense lies far behind."""
    away = (month - base.month) if day is None else (month - base.month + (day - base.day) / 31)
    behind, ahead = _YEAR_WINDOW[context.tense, day is None]
    if away > ahead:
        return base.year - 1
    return base.year + 1 if away < behind else base.year


def _months(day: date) -> int:
    return day.year * 12 + day.month


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
