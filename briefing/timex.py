"""The language-neutral value of a time expression: what a rule of any language makes, before an anchor is known.

A closed set of small kinds; one kind may hold another ("the end of *last March*", "*Monday* night"). Numbers count as people
do: months 1-12, weekdays 0 = Monday to 6, quarters 1-4, `Nth.index` from 1, -1 for the last one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum


class Unit(IntEnum):
    """What is counted, finest first."""

    SECOND = 1
    MINUTE = 2
    HOUR = 3
    DAY = 4
    WEEKEND = 5
    WEEK = 6
    MONTH = 7
    QUARTER = 8
    SEASON = 9
    HALF = 10
    YEAR = 11
    DECADE = 12
    CENTURY = 13
    MILLENNIUM = 14


class Stretch(Enum):
    """Which stretch of a unit is meant. REST: from the anchor to its end ("later this week"); PAST: up to the anchor;
    ABOUT: the whole, not quite exactly ("around 1910")."""

    START = "start"
    MID = "mid"
    END = "end"
    REST = "rest"
    PAST = "past"
    ABOUT = "about"


class Mod(Enum):
    """How exact a number is, in the words of TIMEX3."""

    APPROX = "APPROX"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


class From(Enum):
    """What an offset counts from: the publication ("ago"), the date last mentioned ("later"), or what the genre says."""

    PUBLICATION = "publication"
    PREVIOUS = "previous"
    EITHER = "either"


class When(Enum):
    """The three times of vague words."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date with gaps: "Sunday (January 9)", "May 2021", "Monday". `weekday` counts from 0 = Monday.

    `short`: the year was written with two digits ("'98"), the century is still open. `bc`: years before Christ, `ad`:
    said to be after.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    short: bool = False
    bc: bool = False
    ad: bool = False


@dataclass(frozen=True, slots=True)
class NumericDate:
    """ "01/09/22", "Sun 1/9": which number is the day is declared elsewhere. `short` as in PartialDate; `year` None for "01/09"."""

    first: int
    second: int
    year: int | None
    short: bool = False
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """ "the 1990s"; `short`: "the '90s", the century is still open."""

    year: int
    short: bool = False
    bc: bool = False


@dataclass(frozen=True, slots=True)
class Century:
    """ "the 19th century" is number 19."""

    number: int
    bc: bool = False


@dataclass(frozen=True, slots=True)
class Relative:
    """A calendar unit counted from the anchor's own: "last week" (-1), "this month" (0), "next Monday" (+1, weekday 0).

    `name` is the month, weekday, season or quarter where one is named. `again` doubles: "the week before last".
    """

    shift: int
    unit: Unit
    name: int | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """One of the units inside another: "the third quarter", "the first week of March", "the last Monday in May".

    `of` None: in the year that the anchor gives. `weekday` for days of the week, `fiscal` for fiscal quarters and years.
    """

    index: int
    unit: Unit
    of: Timex | None = None
    weekday: int | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """0 spring, 1 summer, 2 autumn, 3 winter, of a year, or of the nearest."""

    index: int
    of: Timex | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day with a name; `code` is its row in `holidays.py`; `shift` -1: the last one before the anchor."""

    code: str
    of: Timex | None = None
    shift: int = 0


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """ "fiscal 1990": the business year that ends in it. `year` None: the anchor's, shifted."""

    year: int | None
    shift: int = 0
    short: bool = False


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units before (-) or after (+) a day: "two weeks ago", "the following day", "ten days after Christmas".

    `count` None: a number not said ("some years ago", "months later"). `base` the other date, None: see `origin`.
    """

    count: float | None
    unit: Unit
    sign: int
    origin: From = From.PUBLICATION
    base: Timex | None = None
    mod: Mod | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of another date: "early last week", "the end of March", "later this week"."""

    stretch: Stretch
    of: Timex


@dataclass(frozen=True, slots=True)
class Within:
    """A date that lacks a bigger unit, and that unit: "*April* next year", "*Monday* of last week", "*May 3* of that year"."""

    what: Timex
    of: Timex


@dataclass(frozen=True, slots=True)
class Report:
    """The period that an article reports on: "the quarter", "the latest period"; `years` -1: "the year-ago quarter".

    `unit` None where it is not said ("the year-earlier results")."""

    unit: Unit | None
    years: int = 0


@dataclass(frozen=True, slots=True)
class DateRange:
    """From one date to another, both included. The spans are places of the two inside the mention's own text."""

    first: Timex
    last: Timex
    first_span: tuple[int, int] | None = None
    last_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """Open at one end: "since 2014" (`after`), "by Friday"."""

    of: Timex
    after: bool


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A clock time or part of the day; `of` its day, None: the day of the anchor. `part`: "MO", "AF", "EV", "NI", "MI", "DT"."""

    of: Timex | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str | None = None
    zone: str = ""
    stretch: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time. `parts` are counts of units, biggest first; a count None is one not said ("for years").

    `ends`: -1 the stretch that ends now ("the past three months"), +1 the one that begins now, 0 anywhere.
    `age`: of a person or a thing ("a 61-year-old").
    """

    parts: tuple[tuple[float | None, Unit], ...]
    ends: int = 0
    mod: Mod | None = None
    age: bool = False


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Again and again: "weekly", "every Monday" (`weekday`), "twice a year". `every` counts units from one to the next.

    `rate`: so much for each unit ("$2 million a year"), no event that comes again."""

    every: float
    unit: Unit
    weekday: int | None = None
    month: int | None = None
    season: int | None = None
    part: str | None = None
    times: int = 1
    rate: bool = False


@dataclass(frozen=True, slots=True)
class Vague:
    """ "now", "recently", "in the near future". `weak`: words that hardly speak of time ("soon", "former")."""

    when: When
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Impossible:
    """Written as a date, but no calendar has it: "31 February", "99/99/2021"."""

    words: str


Timex = (
    PartialDate
    | NumericDate
    | Decade
    | Century
    | Relative
    | Nth
    | Season
    | Holiday
    | FiscalYear
    | Offset
    | Part
    | Within
    | Report
    | DateRange
    | Bound
    | TimeOfDay
    | Duration
    | Recurrence
    | Vague
    | Impossible
)
