"""What a reader may act on: Resolution -> Resolution, where the annotators' convention would mislead the reader of a note.

Annotators give "6.10 a.m." the day of the article, "the quarter" the one before, "since 2011" the year.
A reader of a timeline would be told a wrong day. So such an expression gets no interval but a reason; what the convention
says stays in `Resolution.assumed`, and the TIMEX3 writer takes it from there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.dates import calendar as cal
from briefing.model import Anchor, Genre, Interval, Resolution, Step, Tense
from briefing.timex import Bound, DateRange, Part, PartialDate, Report, Season, TimeOfDay, Timex

SLACK = 31  # days that a past date may lie ahead of its article: a paper of tomorrow, a date of another time zone


def for_reader(resolution: Resolution, anchor: Anchor, genre: Genre) -> Resolution:
    """The resolution as the reader gets it. A narrative tells its own dates and is left as it is."""
    interval, mention = resolution.interval, resolution.mention
    if interval is None or genre is Genre.NARRATIVE:
        return resolution
    why = _misleading(resolution)
    if why is not None:
        return replace(resolution, interval=None, second=None, basis=None, reason=why, assumed=interval)
    resolution = _own_weekday(resolution, anchor)
    interval = resolution.interval
    bound = mention.open_to
    if bound is None or interval is None or isinstance(mention.timex, Bound | DateRange):
        return resolution
    if interval.first is None or interval.last is None:
        return resolution
    opened = Interval(interval.first, None) if bound > 0 else Interval(None, interval.last)
    step = Step("open-after" if bound > 0 else "open-before", (interval,))
    return replace(
        resolution,
        interval=replace(opened, unit=interval.unit),
        steps=(*resolution.steps, step),
        assumed=resolution.assumed or interval,
    )


def _misleading(resolution: Resolution) -> str | None:
    """The code of why an interval that annotators would write says nothing to a reader, None where it does."""
    mention = resolution.mention
    timex, tense = mention.timex, mention.tense
    if _bare_time(timex):
        return "time-of-day"
    if isinstance(timex, Report) and any(step.code == "quarter-before" for step in resolution.steps):
        return "bare-unit"
    if isinstance(timex, Season) and timex.of is None and tense in (Tense.UNKNOWN, Tense.PRESENT):
        return "bare-season"
    return None


def _bare_time(timex: Timex) -> bool:
    """A time or part of the day of which no day is said."""
    match timex:
        case TimeOfDay(of=of):
            return of is None
        case Part(of=of) | Bound(of=of):
            return _bare_time(of)
        case DateRange(first=first, last=last):
            return _bare_time(first) and _bare_time(last)
        case _:
            return False


def _own_weekday(resolution: Resolution, anchor: Anchor) -> Resolution:
    """ "Tuesday (January 9)": a year is taken for its weekday's sake only if it is the anchor's or one beside it, and not
    one that has yet to come for what is told as past. Else the date stands as written in the nearest year, its weekday contradicts it,
    and both readings are kept."""
    timex = resolution.mention.timex
    if not isinstance(timex, PartialDate) or anchor.day is None or resolution.interval is None:
        return resolution
    if timex.year or not timex.month or not timex.day or timex.weekday is None:
        return resolution
    found, base = resolution.interval.begin, anchor.day
    ahead = (found - base).days
    tense = resolution.mention.tense
    told_as_past = tense is not Tense.FUTURE and ahead > SLACK
    if abs(found.year - base.year) <= 1 and not told_as_past and not (tense is Tense.FUTURE and ahead < -SLACK):
        return resolution
    near = _nearest(timex.month, timex.day, base)
    if near is None:
        return resolution
    second = cal.day(cal.weekday_near(near, timex.weekday, 0))
    step = Step("weekday-contradicts", (near, second))
    return replace(
        resolution,
        interval=cal.day(near),
        second=second,
        steps=(step,),
        problem="weekday-contradicts",
        assumed=resolution.interval,
    )


def _nearest(month: int, day: int, base: date) -> date | None:
    """The day of that name nearest to `base`, None where no year near has it (29 February)."""
    around = []
    for year in (base.year - 1, base.year, base.year + 1):
        try:
            around.append(date(year, month, day))
        except ValueError:
            continue
    return min(around, key=lambda found: abs((found - base).days), default=None)
