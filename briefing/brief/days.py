"""Days and intervals in the words of a language: Interval -> "Tue 11 – Sun 16 Jan 2022".

Three forms: *rail* (weekday and short month, the year always there), *short* (no weekday), *long* (months in full).
The patterns are rows of the catalogue; nothing here knows a language.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefing.catalogue import Catalogue
from briefing.model import Granularity, Interval, Part

Form = Literal["rail", "short", "long"]


@dataclass(frozen=True, slots=True)
class Days:
    """Words dates by the catalogue's rows; `order` is "dmy" or "mdy"; `north`: seasons of the northern hemisphere."""

    words: Catalogue
    order: str = "dmy"
    north: bool = True

    def day(self, day: date, form: str = "rail") -> str:
        """One day: form full, long, rail, short or bare."""
        return self._fill(f"{self.order}.{form}", day, day)

    def interval(self, it: Interval, form: Form = "rail") -> str:
        """An interval as its unit is said; an open end as "since" or "by"."""
        if it.first is None:
            return self._say("by", it=self.day(it.end, form))
        if it.last is None:
            return self._say("since", it=self._unit(it.first, it.first, it.unit, form) or self.day(it.first, form))
        if it.is_day:
            return self.day(it.first, form)
        said = self._unit(it.first, it.last, it.unit, form)
        if said is None:
            return self._range(it.first, it.last, form)
        return said if it.part is Part.WHOLE else self._say(it.part.value, it=said)

    def axis_day(self, day: date) -> str:
        return self._fill("axis_day", day, day)

    def axis_date(self, day: date) -> str:
        return self._fill(f"{self.order}.axis", day, day)

    def axis_month(self, day: date) -> str:
        return self._fill("axis_mon", day, day)

    def month(self, day: date, form: Form = "long") -> str:
        return self._fill("month_long" if form == "long" else "month", day, day)

    def _unit(self, first: date, last: date, unit: Granularity, form: Form) -> str | None:
        """The name of a calendar unit, None where it has none of its own (weeks, ranges)."""
        match unit:
            case Granularity.YEAR:
                return self._say("year", y=first.year)
            case Granularity.MONTH if (first.year, first.month) == (last.year, last.month):
                return self.month(first, form)
            case Granularity.QUARTER:
                return self._say("quarter_long" if form == "long" else "quarter", n=first.month // 3 + 1, y=first.year)
            case Granularity.HALF:
                return str(self.words.raw("dates.half")[first.month > 6]).format(y=first.year)
            case Granularity.SEASON:
                return self._season(first, last)
            case Granularity.DECADE:
                return self._say("decade", y=first.year // 10 * 10)
            case Granularity.CENTURY:
                return self._century(first)
            case _:
                return None

    def _season(self, first: date, last: date) -> str:
        number = (first.month % 12 // 3 + (0 if self.north else 2)) % 4
        season = self.words.raw("dates.seasons")[number]
        if first.year == last.year:
            return self._say("season", season=season, y=first.year)
        return self._say("season_over", season=season, y=first.year, yy2=f"{last.year % 100:02}")

    def _century(self, first: date) -> str:
        number = (first.year - 1) // 100 + 1 if first.year % 100 else first.year // 100 + 1
        key = f"dates.ordinals.{number}"
        return self._say("century", n=number, th=self.words.raw(key if self.words.has(key) else "dates.ordinals.other"))

    def _range(self, first: date, last: date, form: Form) -> str:
        if first.day == 1 and last.day == monthrange(last.year, last.month)[1] and (last - first).days > 31:
            if first.month == 1 and last.month == 12:
                return self._say("years" if first.year < last.year else "year", y=first.year, y2=last.year)
            return self._say("month_range", it=self.month(first, form), it2=self.month(last, form))
        same = "other" if first.year != last.year else "year" if first.month != last.month else "month"
        return self._fill(f"{self.order}.{form}_{same}", first, last)

    def _fill(self, row: str, first: date, last: date) -> str:
        raw = self.words.raw
        return self._say(
            row,
            d=first.day,
            wd=raw("dates.weekdays_short")[first.weekday()],
            weekday=raw("dates.weekdays")[first.weekday()],
            mon=raw("dates.months_short")[first.month - 1],
            month=raw("dates.months")[first.month - 1],
            y=first.year,
            d2=last.day,
            wd2=raw("dates.weekdays_short")[last.weekday()],
            mon2=raw("dates.months_short")[last.month - 1],
            month2=raw("dates.months")[last.month - 1],
            y2=last.year,
        )

    def _say(self, row: str, **facts: object) -> str:
        return self.words.say(f"dates.{row}", None, **facts)
