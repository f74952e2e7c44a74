"""What is known while one article is read, and what its next mention counts from: the anchor, the date last mentioned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from briefing.dates import calendar as cal
from briefing.model import Anchor, Basis, Genre, Granularity, Interval, Step, Tense
from briefing.model import Part as IntervalPart
from briefing.timex import DateRange, Offset, PartialDate, Relative, TimeOfDay, Timex, Unit

_LEAP_OF_YEARS = 5  # a bare year further ahead in a narrative is an aside


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a reader may declare. `day_first`: "01/09/22" is 1 September; None: as the language has it (English: not).
    `fiscal_start`: the month in which business years begin, named after the year in which they end. `southern` seasons."""

    day_first: bool | None = None
    fiscal_start: int = 1
    southern: bool = False


class Unresolved(Exception):
    """Why a timex has no interval: the code of the reason. Never leaves `resolve`."""


class BeforeChrist(Unresolved):
    """A date that `datetime` can't hold; `value` is its TIMEX3 value, and goes into the trace."""

    def __init__(self, value: str, year: int | None = None) -> None:
        super().__init__("out-of-calendar")
        self.value = value
        self.year = year


class Ahead(NamedTuple):
    """What the text after a mention says about it: the year that the next date says for both, year and month of the next
    full date (where a narrative is heading; before Christ negative), the day on which a period is said to end."""

    shared_year: int | None = None
    course: tuple[int, int] | None = None
    period_end: PartialDate | None = None


class Context:
    """What is known while one article is read: its anchor, the date last mentioned, the quarter that it reports on; and of
    the mention at hand its tense, what follows it, and the steps, basis, second reading and problem found so far.

    `place` gives the days of a timex inside another one."""

    __slots__ = (
        "_place", "ahead", "anchor", "basis", "before_christ", "conventions", "last", "last_basis", "last_day", "last_day_basis",
        "listed", "narrative", "problem", "report_guessed", "report_period", "second", "steps", "tense",
    )  # fmt: skip

    def __init__(
        self, anchor: Anchor, genre: Genre, conventions: Conventions, place: Callable[[Context, Timex], Interval]
    ) -> None:
        self._place = place
        self.anchor = anchor
        self.conventions = conventions
        self.narrative = genre is Genre.NARRATIVE
        self.last: Interval | None = None
        self.last_basis = Basis.STATED
        self.last_day: Interval | None = None
        self.last_day_basis = Basis.STATED
        self.report_period: Interval | None = None
        self.report_guessed = False
        self.before_christ: int | None = None
        self.begin(Tense.UNKNOWN, Ahead())

    def begin(self, tense: Tense, ahead: Ahead, listed: Interval | None = None) -> None:
        """The next mention; `listed` is the day of a weekday right before it."""
        self.tense = tense
        self.listed = listed
        self.ahead = ahead
        self.steps: list[Step] = []
        self.basis = Basis.STATED
        self.second: Interval | None = None
        self.problem: str | None = None

    def place(self, timex: Timex) -> Interval:
        """The days that a timex means. Raises Unresolved with the code of the reason."""
        return self._place(self, timex)

    def remember(self, interval: Interval, timex: Timex) -> None:
        """Keeps what the next mention may count from."""
        if self.narrative and not self._moves_on(interval, timex):
            return
        self.before_christ = None
        self.last, self.last_basis = interval, self.basis
        if interval.is_day:
            self.last_day, self.last_day_basis = interval, self.basis

    def remember_before_christ(self, year: int) -> None:
        """Keeps a year that no interval can hold, unless it is an aside."""
        if not self._flashback(year):
            self.before_christ = year

    def _flashback(self, year: int) -> bool:
        """Whether a year before Christ is an aside: the next one that is said lies nearer to the one before it."""
        if self.before_christ is None or self.ahead.course is None or self.ahead.course[0] > 0:
            return False
        following = -self.ahead.course[0]
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
            course = self.narrative_course()
            on_course = course is None or year <= course[0]
            return -1 <= year - self.last.end.year <= _LEAP_OF_YEARS and on_course
        return True

    # ------------------------------------------------------------------ what to count from

    def note(self, code: str, *facts: date | Interval | str) -> None:
        self.steps.append(Step(code, facts))

    def weaken(self, basis: Basis) -> None:
        """A date that rests on another is at best resolved, and inferred where that one is."""
        if basis is Basis.INFERRED:
            self.basis = Basis.INFERRED
        elif self.basis is Basis.STATED:
            self.basis = Basis.RESOLVED

    def anchor_day(self) -> date:
        """The publication day; in a narrative, and where there is none, the date last mentioned."""
        if self.narrative and self.last is not None:
            return self.previous().end
        if self.anchor.day is None:
            if not self.narrative and self.last is not None and self.last.unit > Granularity.WEEK:
                raise Unresolved("no-anchor")  # "in 2023 ... on Friday": a year or month carries no weekday
            return self.previous().end
        self.weaken(self.anchor.basis)
        self.note("counted-from-anchor", self.anchor.day)
        return self.anchor.day

    def told_day(self) -> date:
        """The day of telling, that "yesterday" and "two days ago" count from: no date of the text stands for it, but in a
        narrative."""
        if self.anchor.day is None and not self.narrative:
            raise Unresolved("no-anchor")
        return self.anchor_day()

    def previous(self, *, as_day: bool = False) -> Interval:
        """The date last mentioned (`as_day`: the last single day, if there was one), else the anchor."""
        last, basis = (self.last_day, self.last_day_basis) if as_day and self.last_day else (self.last, self.last_basis)
        if last is not None:
            self.weaken(basis)
            self.note("counted-from-previous", last)
            return last
        if self.anchor.day is None:
            raise Unresolved("no-anchor")
        self.weaken(self.anchor.basis)
        self.note("counted-from-anchor", self.anchor.day)
        return cal.day(self.anchor.day)

    def year(self) -> int | None:
        """The year that completes a date: the anchor's, the one last mentioned in a narrative, or a lent one."""
        if self.narrative and self.last is not None:
            return self.last.end.year
        if self.anchor.day is not None:
            return self.anchor.day.year
        if self.anchor.year is not None:
            return self.anchor.year
        return self.last.end.year if self.last is not None else None

    def narrative_course(self) -> tuple[int, int] | None:
        """Year and month of the next full date, where it is one of our era."""
        return self.ahead.course if self.ahead.course is not None and self.ahead.course[0] > 0 else None
