"""Counted from a day: "last week", "the following day", "two weeks ago", "April next year"."""

from __future__ import annotations

from briefing.dates.rule import Parts
from briefing.timex import (
    From,
    Offset,
    Part,
    PartialDate,
    Relative,
    Timex,
    Unit,
    Within,
)


def day_name(parts: Parts) -> Timex | None:
    """ "yesterday": days counted from the anchor."""
    return Relative(parts["deictic"], Unit.DAY)


def relative(parts: Parts, *, shift: int | None = None, unit: Unit | None = None) -> Timex | None:
    """ "last week", "this month", "next year"."""
    said = parts["unit"] if unit is None else unit
    return Relative(parts["shift"] if shift is None else shift, said)


def relative_name(parts: Parts, *, shift: int | None = None) -> Timex | None:
    """ "last Monday", "next March", "this summer"."""
    step = parts["shift"] if shift is None else shift
    for label, unit in (
        ("weekday", Unit.DAY),
        ("month", Unit.MONTH),
        ("season", Unit.SEASON),
        ("quarter", Unit.QUARTER),
    ):
        if label in parts:
            return Relative(step, unit, parts[label])
    return None


def neighbour(parts: Parts, *, sign: int | None = None) -> Timex | None:
    """ "the following day", "that year": counted from the date last mentioned."""
    step = parts["step"] if sign is None else sign
    weekday = parts.get("weekday")
    if weekday is not None:
        return Offset(1, Unit.DAY, step, From.PREVIOUS, base=PartialDate(weekday=weekday))
    return Offset(abs(step), parts["unit"], (step > 0) - (step < 0), From.PREVIOUS)


def stretch_of_same(parts: Parts) -> Timex | None:
    """ "later in the day": of the day last mentioned."""
    return Part(parts["stretch"], Offset(0, parts["unit"], 0, From.PREVIOUS))


def offset(
    parts: Parts, *, sign: int | None = None, origin: From = From.PUBLICATION, open_count: bool = False
) -> Timex | None:
    """ "two weeks ago", "three days later", "ten days after @date"; `open_count`: the number is not said."""
    step = parts["side"] if sign is None else sign
    many = None if open_count else parts.get("count", 1)
    unit: Unit = parts["unit"]
    if "unit_size" in parts:
        many = None if many is None else many * parts["unit_size"]
    base = parts.get("tail")
    return Offset(many, unit, step, origin, base, mod=parts.get("mod"))


def fraction_ago(parts: Parts) -> Timex | None:
    """ "half a century ago": fifty years."""
    size, unit = _PARTED.get(parts["unit"], (1, parts["unit"]))
    count = parts["fraction"] * size
    return Offset(round(count) if size > 1 else count, unit, -1, mod=parts.get("mod"))


_PARTED = {
    Unit.MILLENNIUM: (1000, Unit.YEAR),
    Unit.CENTURY: (100, Unit.YEAR),
    Unit.DECADE: (10, Unit.YEAR),
    Unit.YEAR: (12, Unit.MONTH),
}


def fortnight_ago(parts: Parts) -> Timex | None:
    """ "a fortnight ago"."""
    return Offset(2 * parts.get("count", 1), Unit.WEEK, -1)


def weekday_of_week(parts: Parts) -> Timex | None:
    """ "Monday of last week"."""
    return Within(PartialDate(weekday=parts["weekday"]), Relative(parts["shift"], Unit.WEEK))


def weekdays_ago(parts: Parts) -> Timex | None:
    """ "two Mondays ago": the last but one."""
    return Offset(parts["count"] - 1, Unit.WEEK, -1, base=Relative(-1, Unit.DAY, parts["weekday"]))


def weekday_weeks(parts: Parts, *, shift: int) -> Timex | None:
    """ "a week ago Monday", "Monday week": so many weeks further than the nearest."""
    return Offset(parts.get("count", 1), Unit.WEEK, shift, base=Relative(shift, Unit.DAY, parts["weekday"]))


def relative_day(parts: Parts) -> Timex | None:
    """ "last Oct. 23"."""
    return Within(
        PartialDate(month=parts["month"], day=parts["day"]), Relative(parts["shift"], Unit.MONTH, parts["month"])
    )


def within_same(parts: Parts) -> Timex | None:
    """ "August of that year"."""
    return Within(parts["head"], Offset(0, parts["unit"], 0, From.PREVIOUS))


def within_shift(parts: Parts) -> Timex | None:
    """ "April next year"; a date that has its year needs no other."""
    if isinstance(parts["head"], Offset) or (isinstance(parts["head"], PartialDate) and parts["head"].year is not None):
        return None
    return Within(parts["head"], Relative(parts["shift"], parts["unit"]))


def offset_to(parts: Parts, *, sign: int) -> Timex | None:
    """ "two years ago this month", "a year ago Monday": counted from a day, week or month of now."""
    near = parts["tail"]
    if not isinstance(near, Relative | PartialDate):
        return None
    if isinstance(near, PartialDate) and (near.weekday is None or near.month is not None):
        return None
    return Offset(parts.get("count", 1), parts["unit"], sign, base=near, mod=parts.get("mod"))


def shift_year_month(parts: Parts) -> Timex | None:
    """ "last year in December"."""
    return Within(PartialDate(month=parts["month"]), Relative(parts["shift"], parts["unit"]))


def unit_of_date(parts: Parts) -> Timex | None:
    """ "the week of March 6": the unit that holds the day."""
    return Offset(0, parts["unit"], 0, base=parts["tail"])
