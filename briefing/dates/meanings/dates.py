"""Written dates and ranges: "January 9, 2022", "the 1990s", "44 BC", "January 9-11"."""

from __future__ import annotations

from briefing.dates.rule import Parts
from briefing.timex import (
    Century,
    DateRange,
    Decade,
    Impossible,
    Nth,
    NumericDate,
    PartialDate,
    TimeOfDay,
    Timex,
    Unit,
)

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def partial_date(parts: Parts, *, bc: bool = False, ad: bool = False) -> Timex | None:
    """From any of year, year2, month, day, weekday. A day that no year has becomes Impossible."""
    month, day = parts.get("month"), parts.get("day")
    year, short = parts.get("year"), parts.get("year2")
    if day is not None and (day < 1 or day > (31 if month is None else _DAYS[month - 1])):
        return Impossible(f"{day}/{month}")
    if year is None and short is not None:
        return PartialDate(short, month, day, parts.get("weekday"), short=True)
    return PartialDate(year, month, day, parts.get("weekday"), bc=bc, ad=ad)


def iso_date(parts: Parts) -> Timex | None:
    """ "2022-01-09", "20220109", with a time or without."""
    words = parts["isodate"]
    if isinstance(words, tuple):  # a compact date
        words = f"{words[0]:08d}"
        words = f"{words[:4]}-{words[4:6]}-{words[6:]}"
    year, month, day = int(words[:4]), int(words[5:7]), int(words[8:10])
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return Impossible(words)
    date = PartialDate(year, month, day)
    if len(words) <= 10:
        return date
    clock = words[11:]
    second = int(clock[6:8]) if clock[5:6] == ":" else None
    zone = next((clock[at:] for at, c in enumerate(clock) if c in "zZ+-"), "")
    return TimeOfDay(date, int(clock[:2]), int(clock[3:5]), second, zone=zone.upper())


def iso_week(parts: Parts) -> Timex | None:
    year, week = parts["isoweek"]
    return Nth(week, Unit.WEEK, PartialDate(year)) if 1 <= week <= 53 else Impossible(f"{year}-W{week}")


def year_month(parts: Parts) -> Timex | None:
    year, month = parts["isomonth"]
    if month == (year + 1) % 100:  # "2006-07" is a season, not a month
        return DateRange(PartialDate(year), PartialDate(year + 1))
    return PartialDate(year, month)


def year_first(parts: Parts) -> Timex | None:
    year, month, day = parts["ymdslash"]
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return Impossible(f"{year}/{month}/{day}")
    return PartialDate(year, month, day)


def numeric_date(parts: Parts, *, day_first: bool = False) -> Timex | None:
    """ "01/09/22": which number is the day is settled by the declared order; with dots it is the first."""
    first, second, year = parts["numbers"]
    if day_first:
        return (
            partial_date({"year": year, "month": second, "day": first})
            if 1 <= second <= 12
            else Impossible(f"{first}.{second}.")
        )
    return NumericDate(first, second, year, short=year < 100)


def year_range(parts: Parts) -> Timex | None:
    """ "1914-18", "1939–1945": an end of two digits is of the same century."""
    first, last = parts["yearrange"]
    if last < 100:
        last += first // 100 * 100
    return DateRange(PartialDate(first), PartialDate(last)) if last > first else None


def day_range(parts: Parts) -> Timex | None:
    """ "January 9-11", "30 June to 2 July": what one end lacks, the other lends."""
    first_day, last_day = parts["days"] if "days" in parts else (parts["day"], parts["last"])
    first_month = parts.get("month", parts.get("last_month"))
    last_month = parts.get("last_month", first_month)
    year = parts.get("year")
    first_year = parts.get("first_year", year)
    first = partial_date({"year": first_year, "month": first_month, "day": first_day})
    last = partial_date({"year": year, "month": last_month, "day": last_day})
    if first_month == last_month and first_day >= last_day and first_year == year:
        return None
    return DateRange(first, last) if first and last else None


def month_range(parts: Parts) -> Timex | None:
    """ "January-March 2021", "from May to July"."""
    year = parts.get("year")
    return DateRange(PartialDate(parts.get("first_year", year), parts["month"]), PartialDate(year, parts["last_month"]))


def decade(parts: Parts) -> Timex | None:
    """ "the 1990s"; "the 1800s" are a century, "the 2000s" ten years."""
    if "decade" in parts:
        first = int(parts["decade"])
        return Century(first // 100 + 1) if first % 100 == 0 and first < 2000 else Decade(first)
    return Decade(int(parts["shortdecade"]), short=True)


def decade_s(parts: Parts) -> Timex | None:
    """ "the 1990's"."""
    return decade(parts) if int(parts["decade"]) % 10 == 0 else None


def century(parts: Parts, *, bc: bool = False) -> Timex | None:
    return Century(int(parts["ordinal"]), bc=bc) if 1 <= parts["ordinal"] <= 30 else None


def named_date(parts: Parts) -> Timex | None:
    """ "D-Day"."""
    year, month, day = parts["nameddate"]
    return PartialDate(year, month, day)


def nine_eleven(parts: Parts) -> Timex | None:
    return PartialDate(2001, 9, 11) if parts["numbers"] == (9, 11) else None


def september_11(parts: Parts) -> Timex | None:
    return PartialDate(2001, 9, 11) if (parts["month"], parts["day"]) == (9, 11) else None


def spoken_decade(parts: Parts) -> Timex | None:
    """ "the nineteen eighties"."""
    return Decade(parts["century"] * 100 + parts["shortdecade"])


def year_to_year(parts: Parts) -> Timex | None:
    """ "from 1939 to 1945"."""
    first, last = int(parts["first"]), int(parts["last"])
    return DateRange(PartialDate(first), PartialDate(last)) if last > first else None


def centuries(parts: Parts) -> Timex | None:
    """ "the 12th and 13th centuries"."""
    first, last = int(parts["ordinal"]), int(parts["last_ordinal"])
    return DateRange(Century(first), Century(last)) if 1 <= first < last <= 30 else None


def early_year(parts: Parts) -> Timex | None:
    """ "the year 79": two or three digits."""
    return PartialDate(int(parts["year"]), ad=True) if 10 <= parts["year"] < 1000 else None


def years_bc(parts: Parts) -> Timex | None:
    """ "480-479 BC"."""
    first, last = parts["years"] if "years" in parts else (parts["first"], parts["last"])
    return DateRange(PartialDate(int(first), bc=True), PartialDate(int(last), bc=True)) if first > last else None


def decade_bc(parts: Parts) -> Timex | None:
    number = int(parts["decade"])
    return Decade(number, bc=True) if number >= 10 else None


def days_of(parts: Parts) -> Timex | None:
    """ "May 4 and 5": two days that touch are a range; others are left to their own rules."""
    first, last = parts["day"], parts["last"]
    return day_range(parts) if last == first + 1 else None


def slash_day(parts: Parts) -> Timex | None:
    """ "on 12/10", "Sun 12/10"."""
    first, second = parts["numbers"]
    possible = 1 <= min(first, second) <= 12 and max(first, second) <= 31 and (first, second) != (24, 7)
    return NumericDate(first, second, None, weekday=parts.get("weekday")) if possible else None


def weekday_range(parts: Parts) -> Timex | None:
    """ "Monday to Wednesday"."""
    return DateRange(PartialDate(weekday=parts["weekday"]), PartialDate(weekday=parts["last_weekday"]))
