"""Mentions + anchor -> Resolutions: one short function for each kind of timex, each noting the steps it took.

Steps are codes with their facts; the catalogue makes sentences of them when somebody asks. What can't be resolved gets the
code of the reason: nothing is guessed to avoid a gap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from briefing.dates.reader import for_reader
from briefing.dates.resolving import days, relative, reports, stretches, undated, units
from briefing.dates.resolving.context import Ahead, BeforeChrist, Context, Conventions, Unresolved
from briefing.model import Anchor, Genre, Interval, Mention, Resolution, Step
from briefing.timex import (
    Bound,
    Century,
    DateRange,
    Decade,
    Duration,
    FiscalYear,
    Holiday,
    Impossible,
    Nth,
    NumericDate,
    Offset,
    Part,
    PartialDate,
    Recurrence,
    Relative,
    Report,
    Season,
    TimeOfDay,
    Timex,
    Unit,
    Vague,
    Within,
)

Place = Callable[[Context, Any], Interval]
"""The days that a timex of one kind means. Raises Unresolved with the code of the reason."""

PLACES: dict[type, Place] = {
    PartialDate: days.partial,
    NumericDate: days.numeric,
    TimeOfDay: days.time,
    Relative: relative.relative,
    Offset: relative.offset,
    Nth: units.nth,
    Season: units.season,
    Holiday: units.holiday,
    Decade: units.decade,
    Century: units.century,
    FiscalYear: units.fiscal,
    Within: units.within,
    Report: reports.report,
    Part: stretches.part,
    Bound: stretches.bound,
    DateRange: stretches.date_range,
    Duration: undated.duration,
    Recurrence: undated.recurrence,
    Vague: undated.vague,
    Impossible: undated.impossible,
}


def place(context: Context, timex: Timex) -> Interval:
    """The days that a timex means. Raises Unresolved with the code of the reason."""
    return PLACES[type(timex)](context, timex)


def resolve(
    mentions: Iterable[Mention], anchor: Anchor, genre: Genre = Genre.NEWS, conventions: Conventions | None = None
) -> tuple[Resolution, ...]:
    """The mentions of one article, in reading order, resolved against its anchor and each other.

    `genre` AUTO counts as NEWS (`genre_of` decides by the text). Nothing is raised: a mention that gets no day has a `reason`.
    """
    context = Context(anchor, genre, conventions or Conventions(), place)
    found: list[Resolution] = []
    for mention, ahead in _with_what_follows(tuple(mentions)):
        context.begin(mention.tense, ahead, _listed(found[-1], mention) if found else None)
        found.append(_resolved(context, mention))
    return tuple(found)


def _resolved(context: Context, mention: Mention) -> Resolution:
    """One mention, after those before it. What its reader is refused, nothing counts from."""
    try:
        interval = context.place(mention.timex)
    except BeforeChrist as year:
        if year.year is not None:
            context.remember_before_christ(year.year)
        context.note("before-christ", year.value)
        return Resolution(mention, None, None, tuple(context.steps), reason=str(year))
    except Unresolved as why:
        return Resolution(mention, None, None, tuple(context.steps), reason=str(why))
    except (ValueError, OverflowError):
        return Resolution(mention, None, None, tuple(context.steps), reason="out-of-calendar")
    if not context.steps:
        context.steps.append(Step("stated", (interval,)))
    second = context.second if context.second != interval else None
    found = Resolution(mention, interval, context.basis, tuple(context.steps), second, None, context.problem)
    found = for_reader(found, narrative=context.narrative)
    if found.interval is not None:
        context.remember(interval, mention.timex)
    return found


_LISTED = 5  # characters between two weekdays of a list: " and ", ", "


def _listed(before: Resolution, mention: Mention) -> Interval | None:
    """The day of the weekday right before this one: "this *Saturday* and Sunday"."""
    near = mention.span.start - before.mention.span.end <= _LISTED
    if not near or before.interval is None or not before.interval.is_day or not names_weekday(before.mention.timex):
        return None
    return before.interval


# --------------------------------------------------------------------------- what follows a mention

_BESIDE = 6  # characters between two dates that share a year: " and ", " to ", "-"
_ENDED = range(7, 9)  # characters of " ended ", " ending "


def _with_what_follows(mentions: tuple[Mention, ...]) -> Iterator[tuple[Mention, Ahead]]:
    """Each mention in reading order, with what the text after it says about it."""
    ahead: list[Ahead] = []
    following: Mention | None = None
    shared: int | None = None
    course: tuple[int, int] | None = None
    for mention in reversed(mentions):
        shared = _shared_year(mention, following, shared)
        ahead.append(Ahead(shared, course, _period_end(mention, following)))
        following = mention
        course = _said_month(mention.timex) or course
    return zip(mentions, reversed(ahead), strict=True)


def _shared_year(mention: Mention, following: Mention | None, shared: int | None) -> int | None:
    """The year that the next date says for both, or shares itself: "*April*, *May* and June 1955"."""
    if following is None or following.span.start - mention.span.end > _BESIDE:
        return None
    return _said_year(following.timex) or shared


def _period_end(mention: Mention, following: Mention | None) -> PartialDate | None:
    """The day that a period is said to end on: "the quarter ended *Sept. 30*"."""
    if following is None or not isinstance(following.timex, PartialDate) or following.timex.day is None:
        return None
    return following.timex if following.span.start - mention.span.end in _ENDED else None


def names_weekday(timex: Timex) -> bool:
    """Whether a weekday is all that is said of the day."""
    match timex:
        case PartialDate(month=None, weekday=int()) | Relative(unit=Unit.DAY, name=int()):
            return True
        case TimeOfDay(of=of) if of is not None:
            return names_weekday(of)
        case _:
            return False


def _said_year(timex: Timex) -> int | None:
    """The year that a date says itself."""
    if isinstance(timex, PartialDate):
        return timex.year if timex.year and timex.month and not timex.short and not timex.bc else None
    if isinstance(timex, Season) and isinstance(timex.of, PartialDate):
        return None if timex.of.bc else timex.of.year
    return _said_year(timex.of) if isinstance(timex, Part) else None


def _said_month(timex: Timex) -> tuple[int, int] | None:
    """Year and month of a date that says both; years before Christ are negative, and need no month."""
    if isinstance(timex, PartialDate) and timex.year and timex.bc:
        return -timex.year, timex.month or 1
    if isinstance(timex, PartialDate) and timex.year and timex.month and not timex.short:
        return timex.year, timex.month
    return _said_month(timex.of) if isinstance(timex, Part) else None
