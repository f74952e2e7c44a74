"""Days that follow the moon: Hebrew and Islamic calendars, Lunar New Year, Diwali. A year of ours -> its days.

The Hebrew calendar is arithmetic and exact; the Islamic one is its civil form, and sight of the moon may set a day a day or two
apart. Both are those of Reingold and Dershowitz, *Calendrical Calculations*. New moons and the solstice are those of Meeus,
*Astronomical Algorithms* (chapters 49 and 27), good to minutes; Lunar New Year is the second new moon after the winter
solstice at Beijing, Diwali the evening before the new moon that the sun meets in the Indian Libra.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from math import radians, sin

_HEBREW_EPOCH = -1_373_427  # day of the first year, counted like date.toordinal()
_ISLAMIC_EPOCH = 227_013  # the day before Thursday 15 July 622, Julian
_LUNAR_YEAR = 354
_PASSOVER_TO_NEW_YEAR = 163  # days, always
_BEIJING = timedelta(hours=8)
_EVENING_IN_INDIA = timedelta(hours=12, minutes=50)  # about 18:20 there, in universal time
_JULIAN_EPOCH = (datetime(2000, 1, 1, 12, tzinfo=UTC), 2_451_545.0)


# --------------------------------------------------------------------------- the Hebrew calendar


def _molad_day(year: int) -> int:
    """Days from the epoch to the new year of a Hebrew year, before the calendar's postponements by a neighbour."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _hebrew_year(year: int) -> int:
    """The first day of a Hebrew year."""
    before, here, after = (_molad_day(y) for y in (year - 1, year, year + 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + delay


def rosh_hashanah(year: int) -> date:
    return date.fromordinal(_hebrew_year(year + 3761))


def passover(year: int) -> date:
    return rosh_hashanah(year) - timedelta(days=_PASSOVER_TO_NEW_YEAR)


def hanukkah(year: int) -> date:
    """25 Kislev: the month before it has a day more in a full year."""
    first = _hebrew_year(year + 3761)
    full = (_hebrew_year(year + 3762) - first) % 10 == 5
    return date.fromordinal(first + 83 + full)


# --------------------------------------------------------------------------- the Islamic calendar


def _islamic(year: int, month: int, day: int) -> int:
    return day + 29 * (month - 1) + month // 2 + (year - 1) * _LUNAR_YEAR + (3 + 11 * year) // 30 + _ISLAMIC_EPOCH


def islamic_days(year: int, month: int, day: int) -> tuple[date, ...]:
    """A day of the Islamic year, in a year of ours: once or twice, as its year is eleven days shorter."""
    first = date(year, 1, 1).toordinal()
    near = (first - _ISLAMIC_EPOCH) * 30 // 10_631
    found = (_islamic(lunar, month, day) for lunar in range(max(near, 1), near + 4))
    return tuple(date.fromordinal(one) for one in found if first <= one <= date(year, 12, 31).toordinal())


# --------------------------------------------------------------------------- new moons


def _moment(julian_day: float) -> datetime:
    start, epoch = _JULIAN_EPOCH
    return start + timedelta(days=julian_day - epoch)


def _new_moon(k: int) -> datetime:
    """The k-th new moon after that of 6 January 2000, in universal time."""
    t = k / 1236.85
    sun = radians(2.5534 + 29.10535670 * k)
    moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    node = radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
    e = 1 - 0.002516 * t
    return _moment(
        2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t
        - 0.40720 * sin(moon) + 0.17241 * e * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
        + 0.00739 * e * sin(moon - sun) - 0.00514 * e * sin(moon + sun) + 0.00208 * e * e * sin(2 * sun)
        - 0.00111 * sin(moon - 2 * node) - 0.00057 * sin(moon + 2 * node) + 0.00056 * e * sin(2 * moon + sun)
    )  # fmt: skip


def new_moon_after(moment: datetime) -> datetime:
    """The first new moon after a moment."""
    k = int((moment - _moment(2_451_550.1)).days / 29.530588861) - 1
    while _new_moon(k) <= moment:
        k += 1
    return _new_moon(k)


def _solstice(year: int) -> datetime:
    """The winter solstice of a year, good to a quarter of an hour."""
    y = (year - 2000) / 1000
    return _moment(2_451_900.05952 + 365_242.74049 * y - 0.06223 * y * y - 0.00823 * y**3)


def lunar_new_year(year: int) -> date:
    """The second new moon after the day of the solstice; the third where the second falls before 21 January."""
    day = (_solstice(year - 1) + _BEIJING).replace(hour=23, minute=59) - _BEIJING
    found = new_moon_after(new_moon_after(day))
    if (found + _BEIJING).date() < date(year, 1, 21):
        found = new_moon_after(found)
    return (found + _BEIJING).date()


def diwali(year: int) -> date:
    """The last evening in India before the new moon between 17 October and 15 November."""
    moon = new_moon_after(datetime(year, 10, 17, tzinfo=UTC))
    return (moon - _EVENING_IN_INDIA).date()
