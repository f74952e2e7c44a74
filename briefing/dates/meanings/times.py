"""Times and parts of a day: "3 p.m. EST Monday", "Monday night", "the next morning"."""

from __future__ import annotations

from dataclasses import replace

from briefing.dates.rule import Parts
from briefing.timex import (
    DateRange,
    From,
    Offset,
    Part,
    PartialDate,
    Relative,
    Stretch,
    TimeOfDay,
    Timex,
    Unit,
)


def clock_time(parts: Parts) -> Timex | None:
    """ "3:30 p.m. EST", with the day in `head` or `tail` where one is said."""
    hour, minute, second = parts.get("clock", (parts.get("hour"), None, None))
    if "minutes" in parts:
        minute = int(parts["minutes"])
    if hour is None or hour > 24:
        return None
    half = parts.get("half_day")
    if half == "AF" and hour < 12:
        hour += 12
    if half == "MO" and hour == 12:
        hour = 0
    return TimeOfDay(parts.get("tail", parts.get("head")), int(hour), minute, second, zone=parts.get("zone", ""))


Clock = tuple[int, int | None, int | None]
"""Hour, minute, second."""


def lent_half(begin: Clock, end: Clock) -> Clock:
    """ "8" of "8-10pm" is 20 o'clock, "11" of "11-2pm" is 11: in the half of the day that ends last before the other."""
    later = begin[0] % 12 + 12
    return (later, *begin[1:]) if (later, begin[1] or 0) < (end[0], end[1] or 0) else begin


def clock_range(parts: Parts) -> Timex | None:
    """ "9am-5pm", "8-10pm tonight"."""
    day = parts.get("tail", parts.get("head"))
    if isinstance(day, TimeOfDay):
        day = day.of
    first, last = parts["clocks"]
    return _from_to(day, first, last, parts.get("zone", ""))


def clock_to_clock(parts: Parts) -> Timex | None:
    """ "from 3 to 5 p.m."."""
    last = parts["clock"]
    first = parts["first_clock"] if "first_clock" in parts else lent_half((int(parts["first"]), None, None), last)
    return _from_to(None, first, last, parts.get("zone", ""))


def _from_to(day: Timex | None, first: Clock, last: Clock, zone: str) -> DateRange:
    return DateRange(
        TimeOfDay(day, first[0], first[1], first[2], zone=zone), TimeOfDay(day, last[0], last[1], last[2], zone=zone)
    )


def hour_of_day(parts: Parts) -> Timex | None:
    """ "at 7 tomorrow": an hour before a day that has no number of its own."""
    day = parts["tail"]
    numbered = isinstance(day, PartialDate) and (day.month is not None or day.day is not None)
    return clock_time(parts) if isinstance(day, PartialDate | Relative) and not numbered else None


def named_clock(parts: Parts) -> Timex | None:
    """ "noon", "midnight"."""
    return TimeOfDay(parts.get("tail", parts.get("head")), parts["named_clock"], 0)


def day_part(parts: Parts, *, shift: int | None = None) -> Timex | None:
    """ "Monday night", "this morning", "overnight"."""
    of = parts.get("head", parts.get("tail"))
    if of is None and shift is not None:
        of = Relative(shift, Unit.DAY)
    return TimeOfDay(of, part=parts["daypart"], stretch=parts.get("stretch"))


def part_after(parts: Parts, *, step: int = 0) -> Timex | None:
    """ "the next morning", "that night": a part of a day counted from the date last mentioned."""
    step = parts.get("step", step)
    day = Offset(abs(step), Unit.DAY, (step > 0) - (step < 0), From.PREVIOUS)
    return TimeOfDay(day, part=parts["daypart"], stretch=parts.get("stretch"))


def clock_in_part(parts: Parts) -> Timex | None:
    """ "8:30 yesterday evening": the part of the day says which half of it the hour is in."""
    part = parts.get("tail", parts.get("head"))
    time = named_clock({**parts, "tail": None}) if "named_clock" in parts else clock_time({**parts, "tail": None})
    if not isinstance(part, TimeOfDay) or part.part is None or not isinstance(time, TimeOfDay):
        return None
    late = part.part in ("AF", "EV") or (part.part == "NI" and (time.hour or 0) > 5)
    hour = (time.hour or 0) + (12 if late and (time.hour or 0) < 12 else 0)
    return replace(time, of=part.of, hour=hour)


def four_digit_clock(parts: Parts) -> Timex | None:
    """ "0630 GMT"."""
    hour, minute = divmod(int(parts["clock"]), 100)
    if hour > 24 or minute > 59:
        return None
    return TimeOfDay(parts.get("tail"), hour, minute, zone=parts.get("zone", ""))


def past_clock(parts: Parts) -> Timex | None:
    """ "half past six", "a quarter to nine": minutes before or after the hour."""
    hour, minute = divmod(int(parts["hour"]) * 60 + parts["past"], 60)
    return TimeOfDay(None, hour % 24, minute) if 1 <= int(parts["hour"]) <= 12 else None


def early_hours(parts: Parts) -> Timex | None:
    """ "the early hours of Monday (morning)"."""
    early = parts["stretch"] is Stretch.START
    day = parts["tail"].of if isinstance(parts["tail"], TimeOfDay) else parts["tail"]
    return TimeOfDay(day, part="MO" if early else "EV", stretch=parts["stretch"])


def part_of_day(parts: Parts) -> Timex | None:
    """ "the morning of the 5th"."""
    return TimeOfDay(PartialDate(day=parts["day"]), part=parts["daypart"])


def part_time(parts: Parts) -> Timex | None:
    """ "early Monday morning"."""
    return Part(parts["stretch"], parts["tail"])
