"""What a reader may act on: Resolution -> Resolution, where the annotators' convention would mislead the reader of a note.

Annotators give "6.10 a.m." the day of the article, "the quarter" the one before, "since 2011" the year.
A reader of a timeline would be told a wrong day. So such an expression gets no interval but a reason; what the convention
says stays in `Resolution.assumed`, and the TIMEX3 writer takes it from there.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Interval, Resolution, Step, Tense
from briefing.timex import Bound, DateRange, From, Offset, Part, Season, TimeOfDay, Timex, Unit, Within


def for_reader(resolution: Resolution, *, narrative: bool) -> Resolution:
    """The resolution as the reader gets it. A narrative tells its own dates and is left as it is."""
    interval, mention = resolution.interval, resolution.mention
    if interval is None or narrative:
        return resolution
    why = _misleading(resolution)
    if why is not None:
        return replace(resolution, interval=None, second=None, basis=None, reason=why, assumed=interval)
    bound = mention.open_to
    if bound is None or isinstance(mention.timex, Bound | DateRange):
        return resolution
    if interval.first is None or interval.last is None:
        return resolution
    opened = Interval(interval.first, None) if bound > 0 else Interval(None, interval.last)
    step = Step("open-after" if bound > 0 else "open-before", (interval,))
    return replace(
        resolution,
        interval=replace(opened, unit=interval.unit),
        steps=(*resolution.steps, step),
        assumed=interval,
    )


def _misleading(resolution: Resolution) -> str | None:
    """The code of why an interval that annotators would write says nothing to a reader, None where it does."""
    mention = resolution.mention
    timex, tense = mention.timex, mention.tense
    if _bare_time(timex):
        return "time-of-day"
    if any(step.code == "quarter-before" for step in resolution.steps):
        return "bare-unit"
    if _of_nothing_said(timex) and all(step.code != "counted-from-previous" for step in resolution.steps):
        return "no-anchor"
    if isinstance(timex, Season) and timex.of is None and tense in (Tense.UNKNOWN, Tense.PRESENT):
        return "bare-season"
    return None


def _of_nothing_said(timex: Timex) -> bool:
    """ "the next day", "that week": counted from a date that the text must have said before. "a year earlier" needs none:
    a news text compares with its own year."""
    match timex:
        case Part(of=of) | TimeOfDay(of=of) | Within(of=of) if of is not None:
            return _of_nothing_said(of)
        case Offset(base=None, origin=From.PREVIOUS):
            return timex.sign >= 0 or timex.unit <= Unit.WEEK
        case _:
            return False


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
