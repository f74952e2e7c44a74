"""Times and parts of a day: "3 p.m. EST Monday", "Monday night", "the next morning"."""

from __future__ import annotations

from dataclasses import replace

from briefing.dates.rule import Parts
from briefing.timex import (
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


def named_clock(parts: Parts) -> Timex | None:
    """ "noon", "midnight"."""
    return TimeOfDay(parts.get("tail", parts.get("head")), parts["named_clock"], 0)


def day_part(parts: Parts, *, shift: int | None = None) -> Timex | None:
    """ "Monday night", "this morning", "overnight"."""
    of = parts.get("head", parts.get("tail"))
    if of is None and shift is not None:
        of = Relative(shift, Unit.DAY)
    return TimeOfDay(of, part=parts["daypart"], stretch=parts.get("stretch"))


def part_after(parts: Parts) -> Timex | None:
    """ "the next morning", "that night": a part of a day counted from the date last mentioned."""
    step = parts.get("step", 0)
    day = Offset(abs(step), Unit.DAY, (step > 0) - (step < 0), From.PREVIOUS)
    return TimeOfDay(day, part=parts["daypart"], stretch=parts.get("stretch"))


def clock_in_part(parts: Parts) -> Timex | None:
    """ "8:30 yesterday evening": the part of the day says which half of it the hour is in."""
    part = parts.get("tail", parts.get("head"))
    time = clock_time({**parts, "tail": None})
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
    return TimeOfDay(parts.get("tail"), hour, minute, zone=parts["zone"])


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
