"""Parts of years and days with a name: "early next year", "the third quarter", "the summer of 2020", "Easter"."""

from __future__ import annotations

from briefing.dates.meanings.dates import partial_date
from briefing.dates.rule import Parts
from briefing.timex import (
    Century,
    DateRange,
    FiscalYear,
    From,
    Holiday,
    Nth,
    Offset,
    Part,
    PartialDate,
    Relative,
    Report,
    Season,
    Stretch,
    Timex,
    Unit,
    Within,
)


def part_of(parts: Parts, *, stretch: Stretch | None = None) -> Timex | None:
    """ "early next year", "the end of March"."""
    of = parts["tail"] if "tail" in parts else parts["head"]
    return Part(parts["stretch"] if stretch is None else stretch, of)


def part_of_date(parts: Parts) -> Timex | None:
    """ "early Monday"; but "earlier Monday" is that Monday, read by itself, and "late 1967 to 1969" begins late in 1967."""
    if isinstance(parts["tail"], DateRange) and isinstance(parts["tail"].first, PartialDate):
        return None
    later = parts["stretch"] in (Stretch.REST, Stretch.PAST)
    if later and isinstance(parts["tail"], PartialDate) and parts["tail"].weekday is not None:
        return None
    return part_of(parts)


def mid_month(parts: Parts) -> Timex | None:
    """ "mid-may"."""
    return Part(Stretch.MID, PartialDate(month=parts["month"]))


def nth(parts: Parts, *, unit: Unit | None = None, index: int | None = None, fiscal: bool = False) -> Timex | None:
    """ "the third quarter (of @date)", "the first week of March", "the last Monday in May"."""
    place = parts["ordinal"] if index is None else index
    inner = parts.get("tail", parts.get("head"))
    if inner is None:
        inner = _year_said(parts)
    said = parts["unit"] if unit is None and "weekday" not in parts else unit or Unit.DAY
    return Nth(place, said, inner, parts.get("weekday"), fiscal or "fiscal" in parts)


def _year_said(parts: Parts) -> Timex | None:
    """The year beside a season, a holiday or a quarter, in four digits or two; None where there is none."""
    if parts.get("year") is None and parts.get("year2") is None:
        return None
    return partial_date({label: parts[label] for label in ("year", "year2") if label in parts})


def season(parts: Parts) -> Timex | None:
    return Season(parts["season"], parts.get("tail", parts.get("head", _year_said(parts))))


def same_season(parts: Parts) -> Timex | None:
    """ "that autumn"."""
    return Within(Season(parts["season"]), Offset(0, Unit.YEAR, 0, From.PREVIOUS))


def season_bc(parts: Parts) -> Timex | None:
    """ "the spring of 480 BC"."""
    return Season(parts["season"], PartialDate(int(parts["year"]), bc=True))


def season_years(parts: Parts) -> Timex | None:
    """ "the winter of 1941-42"."""
    first, last = parts["years"]
    return Season(3, PartialDate(first)) if parts["season"] == 3 and (last - first - 1) % 100 == 0 else None


def holiday(parts: Parts) -> Timex | None:
    inner = parts.get("tail", parts.get("head"))
    if inner is None:
        inner = _year_said(parts)
    return Holiday(parts["holiday"], inner)


def holiday_week(parts: Parts) -> Timex | None:
    """ "Christmas week"."""
    return Offset(0, parts["unit"], 0, base=Holiday(parts["holiday"]))


def shift_holiday(parts: Parts) -> Timex | None:
    """ "last Thanksgiving"."""
    return Holiday(parts["holiday"], shift=parts["shift"])


def fiscal_year(parts: Parts) -> Timex | None:
    if "year2" in parts:
        return FiscalYear(parts["year2"], short=True)
    return FiscalYear(parts.get("year"), parts.get("shift", 0))


def report(parts: Parts, *, years: int = 0, unit: Unit | None = None) -> Timex | None:
    """ "the latest quarter", "the year-ago period"."""
    return Report(parts.get("unit", unit), years)


def report_nth(parts: Parts) -> Timex | None:
    """ "the year-ago third quarter"."""
    return Nth(parts["ordinal"], Unit.QUARTER, Relative(-1, Unit.YEAR))


def report_year(parts: Parts) -> Timex | None:
    """ "the 1988 quarter": the one that is reported on, in that year."""
    return Within(Report(Unit.QUARTER), PartialDate(int(parts["year"])))


def quarter_of_year(parts: Parts) -> Timex | None:
    """ "Q3 2021", "Q3"."""
    inner = partial_date(parts) if "year" in parts or "year2" in parts else None
    return Nth(parts["quarter"], Unit.QUARTER, inner)


def quarter_of_century(parts: Parts) -> Timex | None:
    """ "the last quarter of the 18th century"."""
    return Nth(parts["ordinal"], Unit.QUARTER, parts["tail"]) if isinstance(parts["tail"], Century) else None


def shift_quarter(parts: Parts) -> Timex | None:
    """ "next year's first quarter"."""
    return Nth(parts["ordinal"], Unit.QUARTER, Relative(parts["shift"], Unit.YEAR))


def shift_half(parts: Parts) -> Timex | None:
    """A half, "this year's first half"."""
    return Nth(parts["ordinal"], Unit.HALF, Relative(parts["shift"], Unit.YEAR))


def half(parts: Parts, *, index: int = 0) -> Timex | None:
    """ "the second half"."""
    return Nth(index or parts["ordinal"], Unit.HALF)


def approximate(parts: Parts) -> Timex | None:
    """ "around 1910"."""
    return Part(Stretch.ABOUT, parts["tail"])


def inner(parts: Parts) -> Timex | None:
    """The match inside, as it is."""
    return parts.get("tail", parts.get("head"))  # type: ignore[no-any-return]


def half_of_year(parts: Parts) -> Timex | None:
    """ "H1 2021"."""
    return Nth(parts["half"], Unit.HALF, _year_said(parts))


MID_YEAR = Part(Stretch.MID, Relative(0, Unit.YEAR))
YEAR_END = Part(Stretch.END, Relative(0, Unit.YEAR))
