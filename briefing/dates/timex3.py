"""A resolution in the words of TIMEX3 (TimeML 1.2.1): type, value, mod. Conventions of annotators live here, not in `resolve`.

day 2022-01-09 · week 2022-W02 · weekend 2022-W02-WE · month 2022-01 · quarter 2022-Q1 · half 2022-H1 · season 2022-SU
year 2022 · decade 199 · century 18 · before Christ BC0044 · time 2022-01-09T15:00, 2022-01-09TNI
length P3D, PT6H, PXY · repetition P1W, XXXX-WXX-1 · vague PAST_REF, PRESENT_REF, FUTURE_REF
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing.model import Granularity, Interval, Resolution
from briefing.model import Part as IntervalPart
from briefing.timex import (
    Bound,
    Century,
    DateRange,
    Decade,
    Duration,
    FiscalYear,
    Holiday,
    Mod,
    Nth,
    Offset,
    Part,
    PartialDate,
    Recurrence,
    Relative,
    Report,
    Season,
    Stretch,
    TimeOfDay,
    Timex,
    Unit,
    Vague,
    Within,
)


@dataclass(frozen=True, slots=True)
class Timex3:
    """One TIMEX3: characters `start` to `end` of the text, type DATE, TIME, DURATION or SET, value, mod ("" for none)."""

    start: int
    end: int
    type: str
    value: str
    mod: str = ""


_SEASONS = ("SP", "SU", "FA", "WI")
_LETTER = {
    Unit.SECOND: "S", Unit.MINUTE: "M", Unit.HOUR: "H", Unit.DAY: "D", Unit.WEEKEND: "WE", Unit.WEEK: "W", Unit.MONTH: "M",
    Unit.QUARTER: "Q", Unit.SEASON: "S", Unit.HALF: "H", Unit.YEAR: "Y", Unit.DECADE: "DE", Unit.CENTURY: "CE", Unit.MILLENNIUM: "ML",
}  # fmt: skip
_STRETCH = {
    Stretch.START: "START", Stretch.MID: "MID", Stretch.END: "END", Stretch.REST: "END", Stretch.PAST: "START",
    Stretch.ABOUT: "APPROX",
}  # fmt: skip


def timex3(resolution: Resolution, *, every: bool = False) -> tuple[Timex3, ...]:
    """The TIMEX3 of a mention: one; two for a range, one for each end; none for what annotators leave out.

    In news they leave out ages ("a 61-year-old") and rates ("$2 million a year"), and everywhere words that hardly speak of time
    ("soon"), but in histories mark even "former". `every` gives those too.
    """
    mention = resolution.mention
    timex, start, end = mention.timex, mention.span.start, mention.span.end
    if isinstance(timex, DateRange) and timex.first_span and timex.last_span:
        values = _range_values(timex, resolution)
        return tuple(
            Timex3(start + a, start + b, "TIME" if isinstance(timex.first, TimeOfDay) else "DATE", value)
            for (a, b), value in zip((timex.first_span, timex.last_span), values, strict=True)
        )
    if not every and _left_out(timex, resolution):
        return ()
    kind, value, mod = value_of(timex, resolution.assumed or resolution.interval)
    if resolution.steps and resolution.steps[-1].code == "before-christ":
        value = str(resolution.steps[-1].facts[0])
    return (Timex3(start, end, kind, value, mod),)


def _left_out(timex: Timex, resolution: Resolution) -> bool:
    in_history = any(step.code == "narrative" for step in resolution.steps)
    match timex:
        case Duration():
            return timex.age and not in_history
        case Recurrence():
            return timex.rate and not in_history
        case Vague():
            return timex.weak and not (in_history and resolution.mention.text.lower() == "former")
        case _:
            return False


def _range_values(timex: DateRange, resolution: Resolution) -> tuple[str, str]:
    """The values of both ends; before Christ they come from the timex itself."""
    interval = resolution.assumed or resolution.interval
    if interval is None:
        return _open_value(timex.first), _open_value(timex.last)
    return _end_value(timex.first, interval.first), _end_value(timex.last, interval.last)


def _end_value(timex: Timex, day: date | None) -> str:
    if isinstance(timex, PartialDate) and day is not None and timex.day is None and timex.weekday is None:
        return f"{day.year:04d}" if timex.month is None else f"{day.year:04d}-{day.month:02d}"
    if isinstance(timex, Century) and day is not None:
        return f"{timex.number - 1:02d}"
    if isinstance(timex, TimeOfDay):
        return _time_value(timex, Interval(day, day) if day else None)
    return str(day) if day else ""


def value_of(timex: Timex, interval: Interval | None) -> tuple[str, str, str]:
    """Type, value and mod of a timex with its interval (None where it has none)."""
    if isinstance(timex, Duration):
        return "DURATION", duration_value(timex), timex.mod.value if timex.mod else ""
    if isinstance(timex, Recurrence):
        return "SET", _set_value(timex), ""
    if isinstance(timex, Vague):
        return "DATE", f"{timex.when.name}_REF", ""
    if isinstance(timex, TimeOfDay):
        return "TIME", _time_value(timex, interval), _STRETCH[timex.stretch] if timex.stretch else ""
    if isinstance(timex, Part):
        kind, value, _ = value_of(timex.of, interval)
        return kind, value, _STRETCH[timex.stretch]
    if isinstance(timex, Bound):
        return value_of(timex.of, interval)
    if isinstance(timex, Within):
        return value_of(timex.what, interval)
    mod = timex.mod.value if isinstance(timex, Offset) and timex.mod else ""
    return "DATE", _date_value(timex, interval), mod


def _date_value(timex: Timex, interval: Interval | None) -> str:
    if interval is not None:
        return interval_value(interval)
    return _open_value(timex)


def interval_value(interval: Interval) -> str:
    """ISO 8601 with TIMEX3's additions, by the grain that was said."""
    first, unit = interval.begin, interval.unit
    year = f"{first.year:04d}"
    if unit is Granularity.DAY or (unit is Granularity.RANGE and interval.is_day):
        return str(first)
    if unit in (Granularity.WEEK, Granularity.WEEKEND):
        iso = first.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}{'-WE' if unit is Granularity.WEEKEND else ''}"
    if unit is Granularity.MONTH:
        return f"{year}-{first.month:02d}"
    if unit is Granularity.QUARTER:
        middle = (
            first + (interval.end - first) // 2
        )  # a business quarter bears the number of the calendar's that it fills most
        return f"{middle.year:04d}-Q{(middle.month + 2) // 3}"
    if unit is Granularity.HALF:
        return f"{year}-H{1 if first.month < 7 else 2}"
    if unit is Granularity.SEASON:
        return _season_value(first)
    if unit is Granularity.DECADE:
        return year[:3]
    if unit is Granularity.CENTURY:
        return f"{(first.year - 1) // 100:02d}"
    if unit is Granularity.YEAR:
        # a business year, or half of a year that is not the calendar's, bears the number of the year in which it ends
        return f"{interval.end.year:04d}" if interval.part is IntervalPart.WHOLE else year
    return f"{first}/{interval.end}"


def _season_value(first: date) -> str:
    year = first.year - 1 if first.month < 3 else first.year
    return f"{year:04d}-{_SEASONS[(first.month - 3) % 12 // 3]}"


def _open_value(timex: Timex) -> str:
    """What can be said without an anchor: X for what is not known."""
    if isinstance(timex, DateRange):
        return f"{_open_value(timex.first)}/{_open_value(timex.last)}"
    if isinstance(timex, PartialDate):
        if timex.bc and timex.year is not None:
            month = f"-{timex.month:02d}" if timex.month else ""
            return f"BC{timex.year:04d}{month}{f'-{timex.day:02d}' if timex.day else ''}"
        if timex.month is None and timex.day is None and timex.weekday is not None:
            return f"XXXX-WXX-{timex.weekday + 1}"
        year = "XXXX" if timex.year is None else f"{timex.year:04d}"
        month = "" if timex.month is None else f"-{timex.month:02d}"
        return f"{year}{month}{'' if timex.day is None else f'-{timex.day:02d}'}"
    if isinstance(timex, Century):
        return f"{'BC' if timex.bc else ''}{timex.number - 1:02d}"
    if isinstance(timex, Decade):
        return f"XX{timex.year // 10}" if timex.short else f"{timex.year // 10}"
    if isinstance(timex, Report):
        return "XXXX-QX"
    if isinstance(timex, Season):
        return f"XXXX-{_SEASONS[timex.index]}"
    if isinstance(timex, Offset) and timex.count is None:
        return "PAST_REF" if timex.sign < 0 else "FUTURE_REF"
    if isinstance(timex, Nth) and timex.unit is Unit.QUARTER:
        return f"XXXX-Q{timex.index}" if timex.index > 0 else "XXXX-QX"
    if isinstance(timex, Offset | Relative):
        return {Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX", Unit.DAY: "XXXX-XX-XX"}.get(timex.unit, "XXXX")
    if isinstance(timex, FiscalYear) and timex.year:
        return f"{timex.year:04d}"
    if isinstance(timex, Holiday):
        return "XXXX-XX-XX"
    return "XXXX"


def _time_value(timex: TimeOfDay, interval: Interval | None) -> str:
    day = str(interval.begin) if interval else "XXXX-XX-XX"
    if timex.hour is None:
        return f"{day}T{timex.part or 'XX'}"
    clock = f"{timex.hour:02d}:{timex.minute or 0:02d}"
    if timex.second is not None:
        clock += f":{timex.second:02d}"
    return f"{day}T{clock}"


def duration_value(timex: Duration) -> str:
    """P3D, PT6H, P1Y6M, PXY; halves become the smaller unit where that is whole."""
    if not timex.parts:
        return "PXX"
    days, times = "", ""
    for count, unit in _whole_parts(timex.parts):
        number = "X" if count is None else f"{count:g}"
        if unit <= Unit.HOUR:
            times += f"{number}{_LETTER[unit]}"
        else:
            days += f"{number}{_LETTER[unit]}"
    return f"P{days}{'T' + times if times else ''}"


_SMALLER = {
    Unit.MILLENNIUM: (1000, Unit.YEAR),
    Unit.CENTURY: (100, Unit.YEAR),
    Unit.DECADE: (10, Unit.YEAR),
    Unit.YEAR: (12, Unit.MONTH),
    Unit.HOUR: (60, Unit.MINUTE),
    Unit.MINUTE: (60, Unit.SECOND),
    Unit.DAY: (24, Unit.HOUR),
}


def _whole_parts(parts: tuple[tuple[float | None, Unit], ...]) -> list[tuple[float | None, Unit]]:
    whole: list[tuple[float | None, Unit]] = []
    for count, unit in parts:
        if count is None or float(count).is_integer() or unit not in _SMALLER:
            whole.append((count, unit))
            continue
        factor, smaller = _SMALLER[unit]
        rest = round(count % 1 * factor, 4)
        if not rest.is_integer():
            whole.append((count, unit))
            continue
        if count >= 1:
            whole.append((int(count), unit))
        whole.append((int(rest), smaller))
    return whole


def _set_value(timex: Recurrence) -> str:
    if timex.weekday is not None:
        return f"XXXX-WXX-{timex.weekday + 1}{'T' + timex.part if timex.part else ''}"
    if timex.month is not None:
        return f"XXXX-{timex.month:02d}"
    if timex.season is not None:
        return f"XXXX-{_SEASONS[timex.season]}"
    if timex.part:
        return f"XXXX-XX-XXT{timex.part}"
    if timex.unit is Unit.WEEKEND:
        return "XXXX-WXX-WE"
    return duration_value(Duration(((timex.every, timex.unit),)))


__all__ = ["Mod", "Timex3", "duration_value", "interval_value", "timex3", "value_of"]
