"""Days with a name: fixed, counted from weekdays, from Easter, or by the moon (`moons.py`). Code -> the days of a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from briefing.dates import calendar as cal
from briefing.dates import moons
from briefing.model import Granularity, Interval

_Day = Callable[[int], date]


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches: Meeus's Julian computus, in the calendar of today."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _fixed(month: int, day: int) -> _Day:
    return lambda year: date(year, month, day)


def _easter(days: int) -> _Day:
    return lambda year: easter(year) + timedelta(days=days)


def _weekday(month: int, weekday: int, index: int, plus: int = 0) -> _Day:
    def found(year: int) -> date:
        day = cal.nth_weekday(cal.month(year, month), weekday, index)
        assert day is not None
        return day + timedelta(days=plus)

    return found


HOLIDAYS: dict[str, _Day] = {
    "new-year": _fixed(1, 1),
    "new-years-eve": _fixed(12, 31),
    "epiphany": _fixed(1, 6),
    "martin-luther-king": _weekday(1, 0, 3),
    "groundhog": _fixed(2, 2),
    "valentine": _fixed(2, 14),
    "presidents": _weekday(2, 0, 3),
    "patrick": _fixed(3, 17),
    "fool": _fixed(4, 1),
    "earth": _fixed(4, 22),
    "ash-wednesday": _easter(-46),
    "mardi-gras": _easter(-47),
    "palm-sunday": _easter(-7),
    "maundy-thursday": _easter(-3),
    "good-friday": _easter(-2),
    "easter": _easter(0),
    "easter-monday": _easter(1),
    "ascension": _easter(39),
    "pentecost": _easter(49),
    "may-day": _fixed(5, 1),
    "cinco-de-mayo": _fixed(5, 5),
    "mothers": _weekday(5, 6, 2),
    "memorial": _weekday(5, 0, -1),
    "fathers": _weekday(6, 6, 3),
    "juneteenth": _fixed(6, 19),
    "independence": _fixed(7, 4),
    "bastille": _fixed(7, 14),
    "labor": _weekday(9, 0, 1),
    "columbus": _weekday(10, 0, 2),
    "halloween": _fixed(10, 31),
    "all-saints": _fixed(11, 1),
    "all-souls": _fixed(11, 2),
    "guy-fawkes": _fixed(11, 5),
    "election": _weekday(11, 0, 1, plus=1),
    "veterans": _fixed(11, 11),
    "thanksgiving": _weekday(11, 3, 4),
    "cyber-monday": _weekday(11, 3, 4, plus=4),
    "black-friday": _weekday(11, 3, 4, plus=1),
    "christmas-eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing": _fixed(12, 26),
}


# By the moon: code -> the first days in a year (none, one, or two) and how many days it lasts.
MOVABLE: dict[str, tuple[Callable[[int], tuple[date, ...]], int]] = {
    "orthodox-easter": (lambda year: (orthodox_easter(year),), 1),
    "purim": (lambda year: (moons.passover(year) - timedelta(days=30),), 1),
    "passover": (lambda year: (moons.passover(year),), 8),
    "shavuot": (lambda year: (moons.passover(year) + timedelta(days=50),), 1),
    "rosh-hashanah": (lambda year: (moons.rosh_hashanah(year),), 1),
    "yom-kippur": (lambda year: (moons.rosh_hashanah(year) + timedelta(days=9),), 1),
    "sukkot": (lambda year: (moons.rosh_hashanah(year) + timedelta(days=14),), 7),
    "hanukkah": (lambda year: (moons.hanukkah(year),), 8),
    "ashura": (lambda year: moons.islamic_days(year, 1, 10), 1),
    "mawlid": (lambda year: moons.islamic_days(year, 3, 12), 1),
    "ramadan": (lambda year: moons.islamic_days(year, 9, 1), 30),
    "eid-al-fitr": (lambda year: moons.islamic_days(year, 10, 1), 1),
    "eid-al-adha": (lambda year: moons.islamic_days(year, 12, 10), 1),
    "lunar-new-year": (lambda year: (moons.lunar_new_year(year),), 1),
    "diwali": (lambda year: (moons.diwali(year),), 1),
}
# Their calendars go by sight of the moon, or differ from place to place: the days are an estimate.
ESTIMATED = frozenset({"ashura", "mawlid", "ramadan", "eid-al-fitr", "eid-al-adha", "diwali"})


def holidays_of(code: str, year: int) -> tuple[Interval, ...]:
    """The days of that name that begin in a year: one; of the Islamic calendar now and then two."""
    if code in HOLIDAYS:
        return (cal.day(HOLIDAYS[code](year)),)
    days, many = MOVABLE[code]
    return tuple(_lasting(first, many) for first in days(year))


def _lasting(first: date, many: int) -> Interval:
    return cal.day(first) if many == 1 else Interval(first, first + timedelta(days=many - 1), Granularity.RANGE)
