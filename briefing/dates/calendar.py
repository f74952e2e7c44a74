"""Calendar units as intervals: the week of a day, a quarter, a season, the n-th Monday. Pure arithmetic.

Weeks run Monday to Sunday (ISO 8601). A season begins with its first month (meteorological); a winter is named after the year
in which it begins. Raises ValueError or OverflowError outside of the years 1 to 9999.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from briefing.model import Granularity, Interval
from briefing.timex import Unit

GRAIN = {
    Unit.SECOND: Granularity.DAY,
    Unit.MINUTE: Granularity.DAY,
    Unit.HOUR: Granularity.DAY,
    Unit.DAY: Granularity.DAY,
    Unit.WEEKEND: Granularity.WEEKEND,
    Unit.WEEK: Granularity.WEEK,
    Unit.MONTH: Granularity.MONTH,
    Unit.QUARTER: Granularity.QUARTER,
    Unit.SEASON: Granularity.SEASON,
    Unit.HALF: Granularity.HALF,
    Unit.YEAR: Granularity.YEAR,
    Unit.DECADE: Granularity.DECADE,
    Unit.CENTURY: Granularity.CENTURY,
    Unit.MILLENNIUM: Granularity.CENTURY,
}
UNIT = {
    grain: unit for unit, grain in GRAIN.items() if unit not in (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.MILLENNIUM)
}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_DAY = timedelta(days=1)


def day(when: date) -> Interval:
    return Interval(when, when, Granularity.DAY)


def month(year: int, number: int) -> Interval:
    return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]), Granularity.MONTH)


def year(number: int) -> Interval:
    return Interval(date(number, 1, 1), date(number, 12, 31), Granularity.YEAR)


def months(first_year: int, first_month: int, many: int, grain: Granularity) -> Interval:
    """`many` whole months from one on."""
    end_year, end_month = divmod(first_year * 12 + first_month - 1 + many - 1, 12)
    last = date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1])
    return Interval(date(first_year, first_month, 1), last, grain)


def quarter(of: int, number: int) -> Interval:
    return months(of, 3 * number - 2, 3, Granularity.QUARTER)


def half(of: int, number: int) -> Interval:
    return months(of, 6 * number - 5, 6, Granularity.HALF)


def season(of: int, index: int, *, southern: bool = False) -> Interval:
    """0 spring, 1 summer, 2 autumn, 3 winter."""
    first = 3 * ((index + 2 if southern else index) % 4) + 3
    return months(of, first, 3, Granularity.SEASON)


def decade(first: int) -> Interval:
    return Interval(date(max(first, 1), 1, 1), date(first + 9, 12, 31), Granularity.DECADE)


def century(number: int) -> Interval:
    """The 19th century: 1801 to 1900."""
    return Interval(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31), Granularity.CENTURY)


def week(when: date) -> Interval:
    monday = when - _DAY * when.weekday()
    return Interval(monday, monday + 6 * _DAY, Granularity.WEEK)


def weekend(when: date) -> Interval:
    """The weekend of the week of `when`."""
    monday = when - _DAY * when.weekday()
    return Interval(monday + 5 * _DAY, monday + 6 * _DAY, Granularity.WEEKEND)


def unit_of(when: date, unit: Unit) -> Interval:
    """The calendar unit that holds a day."""
    if unit <= Unit.DAY:
        return day(when)
    if unit is Unit.WEEKEND:
        return weekend(when)
    if unit is Unit.WEEK:
        return week(when)
    if unit is Unit.MONTH:
        return month(when.year, when.month)
    if unit is Unit.QUARTER:
        return quarter(when.year, (when.month + 2) // 3)
    if unit is Unit.HALF:
        return half(when.year, 1 if when.month < 7 else 2)
    if unit is Unit.DECADE:
        return decade(when.year // 10 * 10)
    if unit in (Unit.CENTURY, Unit.MILLENNIUM):
        return century((when.year + 99) // 100)
    return year(when.year)


def moved(when: date, count: float, unit: Unit) -> date:
    """A day so many units away; a month's day that is missing becomes its last ("31 March" minus one month)."""
    if unit <= Unit.HOUR:
        return when + timedelta(days=int(count * {1: 1, 2: 60, 3: 3600}[int(unit)] / 86_400))  # whole days, to zero
    if unit is Unit.DAY:
        return when + timedelta(days=round(count))
    if unit in (Unit.WEEK, Unit.WEEKEND):
        return when + timedelta(days=round(7 * count))
    many = round({**_MONTHS, Unit.SEASON: 3, Unit.MILLENNIUM: 12000}[unit] * count)
    to_year, to_month = divmod(when.year * 12 + when.month - 1 + many, 12)
    return date(to_year, to_month + 1, min(when.day, monthrange(to_year, to_month + 1)[1]))


def shifted(interval: Interval, count: int, unit: Unit) -> Interval:
    """The same kind of interval, `count` units away: a quarter a year earlier."""
    assert interval.first is not None
    return unit_of(moved(interval.first, count, unit), UNIT[interval.unit])


def nth_weekday(interval: Interval, weekday: int, index: int) -> date | None:
    """The n-th such weekday in an interval (-1: the last), None where it has none."""
    first, last = interval.begin, interval.end
    if index > 0:
        found = first + _DAY * ((weekday - first.weekday()) % 7 + 7 * (index - 1))
    else:
        found = last - _DAY * ((last.weekday() - weekday) % 7 + 7 * (-index - 1))
    return found if first <= found <= last else None


def weekday_near(when: date, weekday: int, direction: int) -> date:
    """The latest such weekday on or before `when` (-1), or the earliest on or after it (+1); 0: the nearest."""
    before = when - _DAY * ((when.weekday() - weekday) % 7)
    if direction < 0 or before == when:
        return before
    after = before + 7 * _DAY
    return after if direction > 0 or after - when < when - before else before
