"""Timex + anchor -> Resolution: one short function for each kind of timex, each noting the steps it took.

Steps are codes with their facts; the catalogue makes sentences of them when somebody asks. What can't be resolved gets the
code of the reason: nothing is guessed to avoid a gap.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from typing import assert_never

from briefing.dates import calendar as cal
from briefing.dates.holidays import holiday_of
from briefing.dates.reader import for_reader
from briefing.model import Anchor, Basis, Genre, Granularity, Interval, Mention, Resolution, Step, Tense
from briefing.model import Part as IntervalPart
from briefing.timex import (
    Bound,
    Century,
    DateRange,
    Decade,
    Duration,
    FiscalYear,
    From,
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
    Stretch,
    TimeOfDay,
    Timex,
    Unit,
    Vague,
    Within,
)

_DAY = timedelta(days=1)
# "the nine months": what is compared with "a year earlier" is no longer a quarter
_LONGER_REPORTS = ((9, Unit.MONTH), (6, Unit.MONTH), (1, Unit.YEAR))
# Months behind and ahead of the anchor between which "9 January" or a bare "January" (True) keeps the anchor's year.
_YEAR_WINDOW = {
    (Tense.PAST, True): (-11, 3),
    (Tense.PAST, False): (-10, 3),
    (Tense.FUTURE, True): (-4, 8),
    (Tense.FUTURE, False): (-6, 6),
    (Tense.PRESENT, True): (-7, 5),
    (Tense.PRESENT, False): (-8, 4),
    (Tense.UNKNOWN, True): (-9, 4),
    (Tense.UNKNOWN, False): (-8, 4),
}
_LEAP_OF_YEARS = 5  # a bare year further ahead in a narrative is an aside
_BACKWARDS = 1.0  # how much further a month back is than a month ahead
_OUT_OF_YEAR = 10.0  # months more, where a bare year was said last and the month would lie outside of it
_TO_NEXT = 0.3  # how much the next full date weighs against the last one
_SHORT_AHEAD = 20  # a year of two digits lies at most so many years after the anchor


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a reader may declare. `day_first`: "01/09/22" is 1 September; None: as the language has it (English: not).
    `fiscal_start`: the month in which business years begin, named after the year in which they end. `southern` seasons."""

    day_first: bool | None = None
    fiscal_start: int = 1
    southern: bool = False


class Unresolved(Exception):
    """Why a timex has no interval: the code of the reason. Never leaves this module."""


class BeforeChrist(Unresolved):
    """A date that `datetime` can't hold; `value` is its TIMEX3 value, and goes into the trace."""

    def __init__(self, value: str, year: int | None = None) -> None:
        super().__init__("out-of-calendar")
        self.value = value
        self.year = year


def resolve(
    mentions: Iterable[Mention], anchor: Anchor, genre: Genre = Genre.NEWS, conventions: Conventions | None = None
) -> tuple[Resolution, ...]:
    """The mentions of one article, in reading order, resolved against its anchor and each other.

    `genre` AUTO counts as NEWS (`genre_of` decides by the text). Nothing is raised: a mention that gets no day has a `reason`.
    """
    context = Context(anchor, genre, conventions or Conventions())
    ahead: list[tuple[Mention, int | None, tuple[int, int] | None, PartialDate | None]] = []
    following: Mention | None = None
    shared: int | None = None
    course: tuple[int, int] | None = None
    for mention in reversed(tuple(mentions)):
        shared = _shared_year(mention, following, shared)
        ahead.append((mention, shared, course, _beside(mention, following)))
        following = mention
        course = _said_month(mention.timex) or course
    found = [context.resolve(*facts) for facts in reversed(ahead)]
    return tuple(for_reader(resolution, anchor, genre) for resolution in found)


_BESIDE = 6  # characters between two dates that share a year: " and ", " to ", "-"


def _shared_year(mention: Mention, following: Mention | None, shared: int | None) -> int | None:
    """The year that the next date says for both, or shares itself: "*April*, *May* and June 1955"."""
    if following is None or following.span.start - mention.span.end > _BESIDE:
        return None
    return _said_year(following.timex) or shared


def _beside(mention: Mention, following: Mention | None) -> PartialDate | None:
    """The day that a period is said to end on: "the quarter ended *Sept. 30*"."""
    if following is None or not isinstance(following.timex, PartialDate) or following.timex.day is None:
        return None
    return following.timex if following.span.start - mention.span.end in _ENDED else None


_NEAR_END = 20  # days
_ENDED = range(7, 9)  # characters of " ended ", " ending "


def _said_year(timex: Timex) -> int | None:
    """The year that a date says itself."""
    if isinstance(timex, PartialDate):
        return timex.year if timex.year and timex.month and not timex.short and not timex.bc else None
    if isinstance(timex, Season) and isinstance(timex.of, PartialDate):
        return timex.of.year
    return _said_year(timex.of) if isinstance(timex, Part) else None


def _said_month(timex: Timex) -> tuple[int, int] | None:
    """Year and month of a date that says both; years before Christ are negative, and need no month."""
    if isinstance(timex, PartialDate) and timex.year and timex.bc:
        return -timex.year, timex.month or 1
    if isinstance(timex, PartialDate) and timex.year and timex.month and not timex.short:
        return timex.year, timex.month
    return _said_month(timex.of) if isinstance(timex, Part) else None


class Context:
    """What is known while one article is read: its anchor, and the date last mentioned."""

    __slots__ = (
        "anchor", "basis", "before_christ", "beside", "conventions", "course", "last", "last_basis", "last_day", "last_day_basis", "narrative",
        "problem", "report_period", "second", "shared_year", "steps", "tense",
    )  # fmt: skip

    def __init__(self, anchor: Anchor, genre: Genre, conventions: Conventions) -> None:
        self.anchor = anchor
        self.conventions = conventions
        self.narrative = genre is Genre.NARRATIVE
        self.last: Interval | None = None
        self.last_basis = Basis.STATED
        self.last_day: Interval | None = None
        self.last_day_basis = Basis.STATED
        self.report_period: Interval | None = None
        self.before_christ: int | None = None
        self.beside: PartialDate | None = None
        self._begin(Tense.UNKNOWN, None, None)

    def _begin(self, tense: Tense, shared_year: int | None, course: tuple[int, int] | None) -> None:
        self.shared_year = shared_year
        self.course = course
        self.steps: list[Step] = []
        self.basis = Basis.STATED
        self.second: Interval | None = None
        self.problem: str | None = None
        self.tense = tense

    def resolve(
        self,
        mention: Mention,
        shared_year: int | None = None,
        course: tuple[int, int] | None = None,
        beside: PartialDate | None = None,
    ) -> Resolution:
        """One mention, after those before it. `shared_year` is the year that the next date says for both, `course` year and
        month of the next full date: where a narrative is heading."""
        self._begin(mention.tense, shared_year, course)
        self.beside = beside
        try:
            interval = self.place(mention.timex)
        except BeforeChrist as found:
            if found.year is not None and not self._flashback(found.year):
                self.before_christ = found.year
            self._note("before-christ", found.value)
            return Resolution(mention, None, None, tuple(self.steps), reason=str(found))
        except Unresolved as why:
            return Resolution(mention, None, None, tuple(self.steps), reason=str(why))
        except (ValueError, OverflowError):
            return Resolution(mention, None, None, tuple(self.steps), reason="out-of-calendar")
        self._remember(interval, mention.timex)
        if not self.steps:
            self.steps.append(Step("stated", (interval,)))
        return Resolution(
            mention,
            interval,
            self.basis,
            tuple(self.steps),
            self.second if self.second != interval else None,
            None,
            self.problem,
        )

    def _remember(self, interval: Interval, timex: Timex) -> None:
        """Keeps what the next mention may count from."""
        if self.narrative and not self._moves_on(interval, timex):
            return
        self.before_christ = None
        self.last, self.last_basis = interval, self.basis
        if interval.is_day:
            self.last_day, self.last_day_basis = interval, self.basis

    def _flashback(self, year: int) -> bool:
        """Whether a year before Christ is an aside: the next one that is said lies nearer to the one before it."""
        if self.before_christ is None or self.course is None or self.course[0] > 0:
            return False
        following = -self.course[0]
        return (
            abs(following - self.before_christ) < abs(following - year)
            and abs(year - self.before_christ) > _LEAP_OF_YEARS
        )

    def _moves_on(self, interval: Interval, timex: Timex) -> bool:
        """Whether a narrative goes on from this date: not from a stretch of years, nor from a year far off its course."""
        if isinstance(timex, DateRange | Relative | TimeOfDay) and not interval.is_day:
            return False
        if isinstance(timex, Offset) and timex.sign < 0 and timex.unit >= Unit.MONTH:
            return False
        if isinstance(timex, Relative) or interval.unit >= Granularity.DECADE:
            return False
        if interval.unit is Granularity.YEAR and self.last is not None:
            year = interval.begin.year
            if year == self.last.end.year and self.last.unit < Granularity.YEAR and interval.part is IntervalPart.WHOLE:
                return False  # the year of the day that was said says nothing new
            course = self._course()
            on_course = course is None or year <= course[0]
            return -1 <= year - self.last.end.year <= _LEAP_OF_YEARS and on_course
        return True

    # ------------------------------------------------------------------ what to count from

    def _note(self, code: str, *facts: date | Interval | str) -> None:
        self.steps.append(Step(code, facts))

    def _weaken(self, basis: Basis) -> None:
        """A date that rests on another is at best resolved, and inferred where that one is."""
        if basis is Basis.INFERRED:
            self.basis = Basis.INFERRED
        elif self.basis is Basis.STATED:
            self.basis = Basis.RESOLVED

    def _anchor_day(self) -> date:
        """The publication day; in a narrative, and where there is none, the date last mentioned."""
        if self.narrative and self.last is not None:
            return self._previous().end
        if self.anchor.day is None:
            if not self.narrative and self.last is not None and self.last.unit > Granularity.WEEK:
                raise Unresolved("no-anchor")  # "in 2023 ... on Friday": a year or month carries no weekday
            return self._previous().end
        self._weaken(self.anchor.basis)
        self._note("counted-from-anchor", self.anchor.day)
        return self.anchor.day

    def _told_day(self) -> date:
        """The day of telling, that "yesterday" and "two days ago" count from: no date of the text stands for it, but in a
        narrative."""
        if self.anchor.day is None and not self.narrative:
            raise Unresolved("no-anchor")
        return self._anchor_day()

    def _previous(self, *, as_day: bool = False) -> Interval:
        """The date last mentioned (`as_day`: the last single day, if there was one), else the anchor."""
        last, basis = (self.last_day, self.last_day_basis) if as_day and self.last_day else (self.last, self.last_basis)
        if last is not None:
            self._weaken(basis)
            self._note("counted-from-previous", last)
            return last
        if self.anchor.day is None:
            raise Unresolved("no-anchor")
        self._weaken(self.anchor.basis)
        self._note("counted-from-anchor", self.anchor.day)
        return cal.day(self.anchor.day)

    def _year(self) -> int | None:
        """The year that completes a date: the anchor's, the one last mentioned in a narrative, or a lent one."""
        if self.narrative and self.last is not None:
            return self.last.end.year
        if self.anchor.day is not None:
            return self.anchor.day.year
        if self.anchor.year is not None:
            return self.anchor.year
        return self.last.end.year if self.last is not None else None

    # ------------------------------------------------------------------ one function per kind

    def place(self, timex: Timex) -> Interval:
        """The days that a timex means. Raises Unresolved with the code of the reason."""
        match timex:
            case PartialDate():
                return self.partial(timex)
            case NumericDate():
                return self.numeric(timex)
            case Relative():
                return self.relative(timex)
            case Offset():
                return self.offset(timex)
            case Nth():
                return self.nth(timex)
            case Part():
                return self.part(timex)
            case Within():
                return self.within(timex)
            case Report():
                return self.report(timex)
            case TimeOfDay():
                return self.time(timex)
            case Season():
                return self.season(timex)
            case Holiday():
                return self.holiday(timex)
            case Decade():
                return self.decade(timex)
            case Century():
                if timex.bc:
                    raise BeforeChrist(f"BC{timex.number - 1:02d}")
                return cal.century(timex.number)
            case FiscalYear():
                return self.fiscal(timex)
            case DateRange():
                return self.range(timex)
            case Bound():
                inner = self.place(timex.of)
                return Interval(inner.first, None) if timex.after else Interval(None, inner.last)
            case Duration():
                if timex.parts and timex.parts[0] in _LONGER_REPORTS:
                    self.report_period = None
                if timex.age and self.narrative:
                    self._note("narrative")
                raise Unresolved("duration")
            case Recurrence():
                if timex.rate and self.narrative:
                    self._note("narrative")
                raise Unresolved("repetition")
            case Vague():
                if self.narrative:
                    self._note("narrative")
                raise Unresolved("vague")
            case Impossible():
                raise Unresolved("impossible-date")
            case _:
                assert_never(timex)

    def partial(self, timex: PartialDate) -> Interval:
        early = not timex.ad and not timex.short and (timex.year or 0) < 1000 and timex.weekday is None
        if timex.bc or (self.before_christ and early):
            year = timex.year or self.before_christ
            rest = "".join(f"-{part:02d}" for part in (timex.month, timex.day) if part)
            raise BeforeChrist(f"BC{year:04d}{rest}", year)
        year = self._full_year(timex.year) if timex.short and timex.year is not None else timex.year
        if timex.month is None:
            if timex.day is not None:
                return self._day_only(timex.day, timex.weekday)
            if year is not None:
                return cal.year(year)
            assert timex.weekday is not None
            return self._weekday(timex.weekday)
        if year is None:
            year = self._missing_year(timex)
        if timex.day is None:
            return cal.month(year, timex.month)
        try:
            day = date(year, timex.month, timex.day)
        except ValueError:
            raise Unresolved("impossible-date" if 1 <= year <= MAXYEAR else "out-of-calendar") from None
        if timex.weekday is not None and day.weekday() != timex.weekday:
            self.problem = "weekday-contradicts"
            self.second = cal.day(cal.weekday_near(day, timex.weekday, 0))
            self._note("weekday-contradicts", day, self.second)
        return cal.day(day)

    def _full_year(self, short: int) -> int:
        """Two digits: the year nearest the anchor that is not far ahead of it."""
        base = self.anchor.day.year if self.anchor.day else self._year() or 2000
        year = base // 100 * 100 + short
        return year - 100 if year > base + _SHORT_AHEAD else year

    def _missing_year(self, timex: PartialDate) -> int:
        """The year of "9 January": by weekday, by tense, or the nearest."""
        assert timex.month is not None
        if self.shared_year is not None:
            self._note("year-shared", str(self.shared_year))
            return self.shared_year
        year = self._year()
        if year is None:
            raise Unresolved("no-year")
        base = self._year_base()
        self._weaken(self.anchor.basis if self.last is None or not self.narrative else self.last_basis)
        if timex.weekday is not None and timex.day is not None:
            fits = [y for y in range(year - 5, year + 6) if _weekday(y, timex.month, timex.day) == timex.weekday]
            if fits:
                found = min(fits, key=lambda y: abs((date(y, timex.month or 1, timex.day or 1) - base).days))
                self._note("year-from-weekday", str(found))
                return found
        if self.anchor.day is None and not self.narrative:
            self._note("year-lent" if self.anchor.year else "year-from-previous", str(year))
            return year
        found = (
            self._narrative_year(year, timex.month) if self.narrative else self._news_year(base, timex.month, timex.day)
        )
        self._note("year-from-previous" if self.narrative else "year-from-anchor", str(found))
        return found

    def _year_base(self) -> date:
        if self.narrative and self.last is not None:
            return self.last.begin
        if self.anchor.day is not None:
            return self.anchor.day
        return date(self._year() or 1, 7, 1)

    def _narrative_year(self, year: int, month: int) -> int:
        """The year in which the month lies best between the date last mentioned and the next full one."""
        last, course = self.last, self._course()
        if last is None:
            return course[0] if course else year
        begin, end = _months(last.begin), _months(last.end)
        years = {year - 1, year, year + 1}
        if course is not None:
            years |= {course[0] - 1, course[0], course[0] + 1}

        def off_course(candidate: int) -> tuple[float, int]:
            at = candidate * 12 + month
            cost = (begin - at) * _BACKWARDS if at < begin else max(0, at - end)
            if cost and last.unit is Granularity.YEAR and last.part is IntervalPart.WHOLE:
                cost += _OUT_OF_YEAR
            if course is not None:
                cost += _TO_NEXT * abs(course[0] * 12 + course[1] - at)
            return cost, abs(candidate - year)

        return min(sorted(years), key=off_course)

    def _course(self) -> tuple[int, int] | None:
        """Year and month of the next full date, where it is one of our era."""
        return self.course if self.course is not None and self.course[0] > 0 else None

    def _news_year(self, base: date, month: int, day: int | None) -> int:
        """The nearest; a bare month in the past tense lies behind, and nothing in the future tense lies far behind."""
        away = (month - base.month) if day is None else (month - base.month + (day - base.day) / 31)
        behind, ahead = _YEAR_WINDOW[self.tense, day is None]
        if away > ahead:
            return base.year - 1
        return base.year + 1 if away < behind else base.year

    def _day_only(self, number: int, weekday: int | None) -> Interval:
        """ "Sunday the 9th", "the 9th": the nearest month that has it."""
        base = self._anchor_day()
        around = []
        for shift in (-1, 0, 1):
            there = cal.moved(base.replace(day=1), shift, Unit.MONTH)
            if number <= cal.month(there.year, there.month).end.day:
                around.append(there.replace(day=number))
        fits = [day for day in around if weekday is None or day.weekday() == weekday]
        if not fits:
            raise Unresolved("impossible-date")
        return cal.day(min(fits, key=lambda day: abs((day - base).days)))

    def _weekday(self, weekday: int) -> Interval:
        """A bare weekday: the anchor's own day if it is that one; behind it in the past tense, ahead in the future tense."""
        base = self._anchor_day()
        direction = 1 if self.tense is Tense.FUTURE else -1
        if self.narrative and self.last is not None:
            direction = 1
        found = cal.weekday_near(base, weekday, direction)
        self._note(
            "weekday-is-anchor" if found == base else "weekday-ahead" if found > base else "weekday-behind", found
        )
        return cal.day(found)

    def numeric(self, timex: NumericDate) -> Interval:
        """ "01/09/22": by the declared order; by the numbers where only one order has such a day."""
        month, day = timex.first, timex.second
        if self.conventions.day_first:
            month, day = day, month
        if month > 12 >= day:
            month, day = day, month
        self._note("day-first" if self.conventions.day_first else "month-first")
        if not 1 <= month <= 12 or not 1 <= day <= 31:
            raise Unresolved("impossible-date")
        return self.partial(PartialDate(timex.year, month, day, short=timex.short))

    def relative(self, timex: Relative) -> Interval:
        if self.before_christ is not None:
            raise Unresolved("out-of-calendar")
        if self.narrative and timex.unit <= Unit.DAY and timex.name is None:
            raise Unresolved("no-anchor")  # "today" in a history stands in somebody's speech
        base = self._told_day()
        if timex.name is not None:
            return self._relative_name(base, timex.shift, timex.unit, timex.name)
        if timex.unit is Unit.WEEKEND:
            return self._weekend(base, timex.shift)
        if timex.unit is Unit.WEEK and base.weekday() == 6 and not self.narrative:
            return self._week_of_sunday(base, timex.shift)
        return cal.unit_of(cal.moved(base, timex.shift, timex.unit), timex.unit)

    def _week_of_sunday(self, base: date, shift: int) -> Interval:
        """On a Sunday "this week" may be the one that begins next day or the one that ends that day."""
        behind, ahead = cal.week(base + 7 * shift * _DAY), cal.week(base + (7 * shift + 7) * _DAY)
        first, self.second = (ahead, behind) if self.tense is Tense.FUTURE or shift < 0 else (behind, ahead)
        self._note("week-of-sunday", first, self.second)
        return first

    def _weekend(self, base: date, shift: int) -> Interval:
        """The weekend behind, in the past tense or with "last"; the one ahead else. On its days it is the one that is."""
        here = cal.weekend(base)
        if shift == 0 and base in here:
            return here
        if shift < 0 or (shift == 0 and self.tense is not Tense.FUTURE):
            return cal.weekend(base - 7 * _DAY)
        return here if base < here.begin else cal.weekend(base + 7 * _DAY)

    def _relative_name(self, base: date, shift: int, unit: Unit, name: int) -> Interval:
        if unit is Unit.DAY:
            if shift == 0:
                return cal.day(cal.weekday_near(base, name, {Tense.FUTURE: 1, Tense.PAST: -1}.get(self.tense, 0)))
            return cal.day(cal.weekday_near(base + shift * _DAY, name, shift))
        around = [self._named(year, unit, name) for year in range(base.year - 2, base.year + 2)]
        if shift < 0:  # of a winter that goes on, the one before it
            return [interval for interval in around if interval.end < base][-1]
        if shift > 0:
            return next(interval for interval in around if interval.begin > base)
        return next((interval for interval in around if base in interval), around[2])

    def _named(self, year: int, unit: Unit, name: int) -> Interval:
        if unit is Unit.MONTH:
            return cal.month(year, name)
        if unit is Unit.SEASON:
            return cal.season(year, name, southern=self.conventions.southern)
        return cal.quarter(year, name)

    def offset(self, timex: Offset) -> Interval:
        if timex.count is None:
            raise Unresolved("vague")
        if isinstance(timex.base, PartialDate) and timex.origin is From.PREVIOUS:
            return self._neighbour_weekday(timex.base.weekday or 0, timex.sign)
        if timex.base is not None:
            base = self.place(timex.base)
            if timex.count == 0:
                return cal.unit_of(base.begin, timex.unit)
            moved = cal.moved(base.end if timex.sign > 0 else base.begin, timex.sign * timex.count, timex.unit)
            return cal.unit_of(moved, min(timex.unit, cal.UNIT.get(base.unit, timex.unit)))
        if timex.unit is Unit.YEAR and timex.count == 1 and timex.sign < 0 and self.report_period is not None:
            self._note("counted-from-report", self.report_period)
            return cal.shifted(self.report_period, -1, Unit.YEAR)
        if timex.origin is From.PREVIOUS:
            return self._from_previous(timex.sign * timex.count, timex.unit)
        base_day = self._told_day()
        unit = Unit.YEAR if timex.unit is Unit.DECADE else timex.unit
        return cal.unit_of(cal.moved(base_day, timex.sign * timex.count, timex.unit), unit)

    def _neighbour_weekday(self, weekday: int, sign: int) -> Interval:
        """ "the previous Friday": the next such day before or after the day last mentioned."""
        base = self._previous(as_day=True)
        return cal.day(cal.weekday_near((base.begin if sign < 0 else base.end) + sign * _DAY, weekday, sign))

    def _from_previous(self, count: float, unit: Unit) -> Interval:
        """ "the following day", "a year earlier", "that month"."""
        if self.before_christ is not None:
            if unit not in (Unit.YEAR, Unit.DECADE):
                raise Unresolved("out-of-calendar")
            year = self.before_christ - round(count) * (10 if unit is Unit.DECADE else 1)
            raise BeforeChrist(f"BC{year:04d}", year)
        base = self._previous(as_day=unit <= Unit.DAY)
        if unit is Unit.YEAR and base.unit is Granularity.QUARTER and count:
            return cal.shifted(base, round(count), unit)
        start = base.end if count > 0 else base.begin
        if unit <= Unit.HOUR:
            return cal.day(start)
        return cal.unit_of(cal.moved(start, count, unit), Unit.YEAR if unit is Unit.DECADE and count else unit)

    def nth(self, timex: Nth) -> Interval:
        if timex.of is not None:
            return self._nth_in(self.place(timex.of), timex)
        if timex.unit is Unit.QUARTER and self.shared_year is not None:
            return cal.quarter(self.shared_year, timex.index)
        base = self._anchor_day()
        if timex.unit not in (Unit.QUARTER, Unit.HALF):
            raise Unresolved("no-anchor")
        around = [self._nth_in(cal.year(year), timex) for year in range(base.year - 1, base.year + 2)]
        if self.tense is Tense.FUTURE:
            found = min(around, key=lambda interval: _distance(interval, base))
        else:
            found = [interval for interval in around if interval.begin <= base][-1]
        if timex.unit is Unit.QUARTER and found.end < base:
            self.report_period = found
        return found

    def _nth_in(self, whole: Interval, timex: Nth) -> Interval:
        """The n-th unit inside an interval."""
        first, last, index = whole.begin, whole.end, timex.index
        if timex.weekday is not None:
            found = cal.nth_weekday(whole, timex.weekday, index)
            if found is None:
                raise Unresolved("impossible-date")
            return cal.day(found)
        if timex.unit is Unit.QUARTER and whole.unit is Granularity.YEAR:
            return cal.quarter(first.year, index if index > 0 else 5 + index)
        if timex.unit is Unit.QUARTER and whole.unit is Granularity.CENTURY:
            quarter = first.replace(year=first.year + 25 * ((index if index > 0 else 5 + index) - 1))
            return Interval(quarter, last.replace(year=quarter.year + 24), Granularity.RANGE)
        if timex.unit is Unit.HALF:
            return _half(whole, index)
        if timex.unit is Unit.DAY:
            found = first + (index - 1) * _DAY if index > 0 else last + (index + 1) * _DAY
            return cal.day(found)
        if timex.unit is Unit.WEEK and whole.unit is Granularity.YEAR:
            return cal.week(date(first.year, 1, 4) + 7 * (index - 1) * _DAY)
        there = cal.moved(first, index - 1, timex.unit) if index > 0 else cal.moved(last, index + 1, timex.unit)
        return cal.unit_of(there, timex.unit)

    def within(self, timex: Within) -> Interval:
        """The smaller date, in the bigger unit."""
        whole = self.place(timex.of)
        if isinstance(timex.what, PartialDate) and timex.what.month is None and timex.what.weekday is not None:
            found = cal.nth_weekday(whole, timex.what.weekday, 1)
            if found is None:
                raise Unresolved("impossible-date")
            return cal.day(found)
        if isinstance(timex.what, Report):
            period = self._report_period()
            return cal.quarter(whole.begin.year, (period.begin.month + 2) // 3)
        return self.place(_in_year(timex.what, whole.begin.year))

    def report(self, timex: Report) -> Interval:
        """The quarter that the article speaks of, else the last that had ended; a year back for comparisons."""
        if timex.unit is None and self.report_period is None:
            return cal.year(self._anchor_day().year + timex.years)
        if timex.unit is Unit.QUARTER and not timex.years and self.beside is not None:
            # business quarters end on a weekend near the calendar's: on Oct. 1, on Aug. 26
            self.report_period = cal.unit_of(self.place(self.beside).end - _NEAR_END * _DAY, Unit.QUARTER)
            return self.report_period
        period = self._report_period()
        if timex.years:
            return cal.shifted(period, timex.years, Unit.YEAR)
        self.report_period = period
        return period

    def _report_period(self) -> Interval:
        if self.report_period is not None:
            self._note("counted-from-report", self.report_period)
            return self.report_period
        base = self._anchor_day()
        before = cal.unit_of(cal.moved(cal.unit_of(base, Unit.QUARTER).begin, -1, Unit.QUARTER), Unit.QUARTER)
        self._note("quarter-before", before)
        return before

    def part(self, timex: Part) -> Interval:
        """A stretch of another date; "later this week" is what is left of it after the anchor."""
        whole = self.place(timex.of)
        if whole.first is None or whole.last is None or timex.stretch is Stretch.ABOUT:
            return whole
        if timex.stretch in (Stretch.REST, Stretch.PAST):
            return self._rest(whole, ahead=timex.stretch is Stretch.REST)
        part = {Stretch.START: IntervalPart.START, Stretch.MID: IntervalPart.MID, Stretch.END: IntervalPart.END}[
            timex.stretch
        ]
        self._note("part-of-unit", whole)
        return _stretch(whole, part)

    def _rest(self, whole: Interval, *, ahead: bool) -> Interval:
        """From the day after the anchor to the end of the unit, or from its beginning to the anchor."""
        assert whole.first is not None
        assert whole.last is not None
        now = self.anchor.day if not self.narrative or self.last is None else self.last.end
        if self.second is not None:
            self.second = whole_rest(self.second, now, ahead=ahead)
        self._note("rest-of-unit", whole)
        return whole_rest(whole, now, ahead=ahead)

    def time(self, timex: TimeOfDay) -> Interval:
        """The day of a time of day; no day said: that of the anchor, in a narrative the day last mentioned."""
        if timex.of is not None:
            return self.place(timex.of)
        if self.narrative or self.anchor.day is None:
            return cal.day(self._previous(as_day=True).end)
        return cal.day(self._anchor_day())

    def season(self, timex: Season) -> Interval:
        southern = self.conventions.southern
        if timex.of is None and self.shared_year is not None:
            self._note("year-shared", str(self.shared_year))
            return cal.season(self.shared_year, timex.index, southern=southern)
        if timex.of is None and self.before_christ is not None:
            raise BeforeChrist(f"BC{self.before_christ:04d}-{('SP', 'SU', 'FA', 'WI')[timex.index]}")
        if timex.of is not None:
            return cal.season(self.place(timex.of).begin.year, timex.index, southern=southern)
        year = self._year()
        if year is None:
            raise Unresolved("no-year")
        base = self._anchor_day()
        if self.narrative:
            month = cal.season(year, timex.index, southern=southern).begin.month
            return cal.season(self._narrative_year(year, month), timex.index, southern=southern)
        around = [cal.season(y, timex.index, southern=southern) for y in range(base.year - 1, base.year + 2)]
        if self.tense is Tense.PAST:
            return [interval for interval in around if interval.begin <= base][-1]
        if self.tense is Tense.FUTURE:
            return next(interval for interval in around if interval.end >= base)
        return around[1]

    def holiday(self, timex: Holiday) -> Interval:
        if timex.shift:
            base = self._anchor_day()
            near = [holiday_of(timex.code, y) for y in range(base.year - 1, base.year + 2)]
            if timex.shift < 0:
                return [day for day in near if day.end < base][-1]
            return next(day for day in near if day.begin > base)
        if timex.of is not None:
            year = self.place(timex.of).begin.year
        else:
            base = self._anchor_day()
            near = [holiday_of(timex.code, y) for y in range(base.year - 1, base.year + 2)]
            return min(near, key=lambda interval: abs((interval.begin - base).days))
        return holiday_of(timex.code, year)

    def decade(self, timex: Decade) -> Interval:
        if timex.bc:
            raise BeforeChrist(f"BC{timex.year // 10:03d}")
        if not timex.short:
            return cal.decade(timex.year)
        first = self._full_year(timex.year) // 10 * 10
        now = self.anchor.day.year if self.anchor.day else first
        return cal.decade(first - 100 if first > now else first)

    def fiscal(self, timex: FiscalYear) -> Interval:
        if timex.year is None:
            number = self._anchor_day().year + timex.shift
        else:
            number = self._full_year(timex.year) if timex.short else timex.year
        start = self.conventions.fiscal_start
        if start == 1:
            return cal.year(number)
        return cal.months(number - 1, start, 12, Granularity.YEAR)

    def range(self, timex: DateRange) -> Interval:
        """Both ends; what one lacks, the other lends (a year said once, at the end)."""
        first_timex = timex.first
        if isinstance(first_timex, PartialDate) and first_timex.month is None and first_timex.weekday is not None:
            return self._weekday_range(first_timex, timex.last)
        last = self.place(timex.last)
        if isinstance(first_timex, PartialDate) and first_timex.year is None and first_timex.month is not None:
            year = last.begin.year - (1 if first_timex.month > last.begin.month else 0)
            first_timex = PartialDate(year, first_timex.month, first_timex.day, first_timex.weekday)
        if isinstance(first_timex, PartialDate) and first_timex.bc:
            raise BeforeChrist(f"BC{first_timex.year or 0:04d}", first_timex.year)
        first = self.place(first_timex)
        if first.first is None or last.last is None or first.first > last.last:
            raise Unresolved("impossible-date")
        return Interval(first.first, last.last, Granularity.RANGE)

    def _weekday_range(self, first_timex: PartialDate, last_timex: Timex) -> Interval:
        """ "Monday to Wednesday": the last is the next such day after the first."""
        first = self.place(first_timex)
        weekday = last_timex.weekday if isinstance(last_timex, PartialDate) else None
        if weekday is None or weekday == first_timex.weekday:
            raise Unresolved("impossible-date")
        return Interval(first.first, cal.weekday_near(first.end, weekday, 1), Granularity.RANGE)


def _months(day: date) -> int:
    return day.year * 12 + day.month


def _distance(interval: Interval, day: date) -> int:
    """Days between a day and an interval, 0 inside."""
    return max(0, (interval.begin - day).days, (day - interval.end).days)


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def _in_year(timex: Timex, year: int) -> Timex:
    """The same date, in a year."""
    if isinstance(timex, PartialDate):
        return replace(timex, year=year)
    if isinstance(timex, Part):
        return Part(timex.stretch, _in_year(timex.of, year))
    if isinstance(timex, Season | Nth | Holiday):
        return replace(timex, of=PartialDate(year))
    if isinstance(timex, DateRange):
        return replace(timex, first=_in_year(timex.first, year), last=_in_year(timex.last, year))
    return timex


def _half(whole: Interval, index: int) -> Interval:
    if whole.unit is Granularity.YEAR:
        return cal.half(whole.begin.year, 1 if index == 1 else 2)
    assert whole.first is not None
    assert whole.last is not None
    middle = whole.first + (whole.last - whole.first) // 2
    if index == 1:
        return Interval(whole.first, middle, whole.unit, IntervalPart.START)
    return Interval(middle + _DAY, whole.last, whole.unit, IntervalPart.END)


def _stretch(whole: Interval, part: IntervalPart) -> Interval:
    """A third of a unit: of a month days 1-10, 11-20, 21-; of a year four months; of anything else a third of its days."""
    assert whole.first is not None
    assert whole.last is not None
    place = (IntervalPart.START, IntervalPart.MID, IntervalPart.END).index(part)
    if whole.is_day:
        return Interval(whole.first, whole.last, whole.unit, part)
    if whole.unit is Granularity.MONTH:
        first = whole.first.replace(day=(1, 11, 21)[place])
        last = whole.last if place == 2 else whole.first.replace(day=(10, 20)[place])
    elif whole.unit is Granularity.DECADE:
        ends = ((0, 3), (4, 6), (7, 9))[place]
        first = whole.first.replace(year=whole.first.year + ends[0])
        last = whole.last.replace(year=whole.first.year + ends[1])
    elif whole.unit is Granularity.YEAR and whole.first.day == 1:
        return _part_of(cal.months(whole.first.year, whole.first.month + 4 * place, 4, Granularity.YEAR), part)
    else:
        length = (whole.last - whole.first).days + 1
        first = whole.first + (length * place // 3) * _DAY
        last = whole.first + (length * (place + 1) // 3 - 1) * _DAY
    return Interval(first, last, whole.unit, part)


def _part_of(interval: Interval, part: IntervalPart) -> Interval:
    return Interval(interval.first, interval.last, interval.unit, part)


def whole_rest(whole: Interval, now: date | None, *, ahead: bool) -> Interval:
    """What is left of `whole` after `now` (`ahead`) or was over by then; a third of it where `now` lies outside."""
    assert whole.first is not None
    assert whole.last is not None
    part = IntervalPart.END if ahead else IntervalPart.START
    if whole.is_day:
        return _part_of(whole, part)
    if now is not None and ahead and whole.first <= now < whole.last:
        return Interval(now + _DAY, whole.last, whole.unit, part)
    if now is not None and not ahead and whole.first <= now <= whole.last:
        return Interval(whole.first, max(whole.first, now), whole.unit, part)
    if now is not None and ahead and now < whole.first and whole.unit is Granularity.WEEK:
        return _part_of(whole, part)
    return _stretch(whole, part)
