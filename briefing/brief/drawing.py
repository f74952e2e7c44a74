"""The timeline's shape: entries -> an axis with breaks and marks on it, in 0..1 of its width.

Days without items longer than the drawn span become a break of the axis. Background lies before the first break in one
cell per date. Unit by span: days, weeks, months, years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from briefing.brief.days import Days
from briefing.brief.ledger import Ledger
from briefing.brief.marks import basis_mark
from briefing.brief.voice import printable
from briefing.document import (
    Axis,
    AxisCell,
    Drawing,
    DrawingColumn,
    DrawingRow,
)
from briefing.model import Entry, Granularity, Interval

ROWS = 12  # more items than that are drawn in the density form
STACK = 5
RUNS = 3  # stretches of days that are drawn to scale; those before them become cells
COLUMN = 0.066  # share of the width that a mark and a number of two digits take
DAYS, WEEKS, MONTHS = 10, 14 * 7, 3 * 366  # spans up to which an axis ticks in days, weeks, months
GAP = 0.055  # share of the width that a break takes
BROAD = 28  # days from which a date is a stretch of its own, drawn in a cell before the break
YEAR = 366
CELL = 0.13  # share of the width of such a cell
MIDDLE = 0.5
DAMPED = 0.5  # runs share the width by the root of their days, so that a short one stays readable


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of drawn days, both included, and where it lies on the axis."""

    first: date
    last: date
    at: float = 0.0
    to: float = 1.0
    name: str = ""  # of a date that is one cell ("2014")
    under: str = ""  # of several dates in one cell the last: "1990 –", "2014"

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def place(self, day: date, share: float = 0.0) -> float:
        """Where `day` begins (share 0), has its middle (0.5) or ends (1)."""
        if self.name:
            return self.at + (self.to - self.at) * MIDDLE
        return self.at + (self.to - self.at) * ((day - self.first).days + share) / self.days

    def holds(self, it: Interval) -> bool:
        return self.first <= it.begin and it.end <= self.last


def drawing(ledger: Ledger, *, dense: bool = False, rows: int = ROWS) -> Drawing | None:
    """The drawing of the printed entries; None for fewer than two."""
    entries = ledger.bands.all
    if len(entries) < 2:
        return None
    stretches = _stretches(ledger, entries)
    axis = _axis(ledger, stretches)
    alt = _alt(ledger, entries)
    if dense or len(entries) > rows:
        return Drawing(axis, alt, columns=tuple(_columns(ledger, entries, stretches, axis)))
    return Drawing(axis, alt, rows=tuple(_row(ledger, entry, stretches) for entry in entries))


# --------------------------------------------------------------------------- which days are drawn


def _stretches(ledger: Ledger, entries: Sequence[Entry]) -> list[Stretch]:
    """The days of the period and ahead as long runs, broader dates of the background as cells before them."""
    core = [e.interval for e in ledger.bands.period + ledger.bands.ahead if (e.interval.days or BROAD) < BROAD]
    core = core or [e.interval for e in entries]
    runs = _runs([(it.begin, it.end) for it in core])
    if len(ledger.bands.background) > len(entries) / 2:  # most lies before the period: a year of it is drawn to scale
        near = [
            e.interval
            for e in entries
            if (runs[-1][1] - e.interval.begin).days <= YEAR and (e.interval.days or YEAR) < YEAR
        ]
        runs = [(min(it.begin for it in near), max(it.end for it in near))] if near else runs
    whole = (runs[0][0], runs[-1][1])
    cells = [
        Stretch(it.begin, it.end, name=ledger.days.interval(it, "short"))
        for it in dict.fromkeys(e.interval for e in entries)
        if not (whole[0] <= it.begin and it.end <= whole[1])
    ]
    early = [
        Stretch(*run, name=ledger.days.interval(Interval(*run, Granularity.RANGE), "short")) for run in runs[:-RUNS]
    ]
    named = sorted([*cells, *early], key=lambda c: (c.first, c.last))
    before = [c for c in named if c.first < whole[0] or c in early]
    after = [c for c in named if c not in before]
    return _laid([*_folded(before), *(Stretch(*_padded(run)) for run in runs[-RUNS:]), *reversed(_folded(after[::-1]))])


def _folded(cells: list[Stretch]) -> list[Stretch]:
    """At most two cells: the one nearest to the period, and one for all beyond it, named by its ends."""
    if len(cells) < 3:
        return cells
    far = sorted(cells[:-1], key=lambda c: (c.first, c.last))
    last = max(far, key=lambda c: c.last)
    return [Stretch(far[0].first, last.last, name=f"{far[0].name} –", under=last.name), cells[-1]]


def _runs(days: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """Days joined to runs: a gap longer than all that is drawn becomes a break."""
    merged: list[tuple[date, date]] = []
    for first, last in sorted(days):
        if merged and first <= merged[-1][1] + timedelta(days=1):
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    drawn = sum((last - first).days + 1 for first, last in merged)
    joined = merged[:1]
    for (_, end), (first, last) in pairwise(merged):
        if (first - end).days - 1 <= max(drawn, 3):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _padded(run: tuple[date, date]) -> tuple[date, date]:
    """A run of one day would fill the whole axis: a day is added on each side."""
    first, last = run
    return (first - timedelta(days=1), last + timedelta(days=1)) if first == last else run


def _laid(stretches: list[Stretch]) -> list[Stretch]:
    """The stretches side by side: cells have a fixed width, runs share what is left by their days."""
    breaks = GAP * (len(stretches) - 1)
    fixed = CELL * sum(bool(s.name) for s in stretches)
    days = sum(s.days**DAMPED for s in stretches if not s.name) or 1.0
    at, made = 0.0, []
    for stretch in stretches:
        share = CELL if stretch.name else (1 - breaks - fixed) * stretch.days**DAMPED / days
        made.append(replace(stretch, at=at, to=at + share))
        at += share + GAP
    return made


# --------------------------------------------------------------------------- the axis


def _axis(ledger: Ledger, stretches: list[Stretch]) -> Axis:
    cells = [cell for stretch in stretches for cell in _cells(ledger.days, stretch)]
    breaks = tuple((a.to + b.at) / 2 for a, b in pairwise(stretches))
    as_of = ledger.timeline.as_of
    if as_of is None or not ledger.bands.ahead:
        return Axis(tuple(cells), breaks)
    border = _border(stretches, as_of)
    day = ledger.days.day(as_of, "bare")
    say = ledger.words.say
    return Axis(tuple(cells), breaks, border, say("drawing.as-of", None, day=day), say("drawing.ahead"))


def _border(stretches: list[Stretch], as_of: date) -> float:
    """Where the days after the as-of date begin."""
    for stretch in stretches:
        if not stretch.name and stretch.first <= as_of <= stretch.last:
            return stretch.place(as_of, 1.0)
    later = [s.at for s in stretches if s.first > as_of]
    return max(later[0] - GAP / 2, 0.0) if later else 1.0


def _cells(days: Days, stretch: Stretch) -> Iterator[AxisCell]:
    if stretch.name:
        yield AxisCell(stretch.at, stretch.to, stretch.name, stretch.under)
        return
    ticks = [t for t in _ticks(stretch) if t <= stretch.last]
    ends = [*ticks[1:], stretch.last + timedelta(days=1)]
    unit = _unit(stretch.days)
    month: object = None
    for tick, end in zip(ticks, ends, strict=True):
        at, to = stretch.place(tick), stretch.place(end)
        named = _named(days, tick, unit)
        if to - at <= _least(unit):
            yield AxisCell(at, to, "")
            continue
        begun = (tick.year, tick.month) if unit is Granularity.DAY else tick.year
        yield AxisCell(at, to, named, _under(days, tick, unit) if begun != month else "")
        month = begun


def _least(unit: Granularity) -> float:
    """The share of the width below which a cell has no room for its label."""
    return {Granularity.DAY: 0.055, Granularity.WEEK: 0.05, Granularity.MONTH: 0.03}.get(unit, 0.04)


def _unit(days: int) -> Granularity:
    if days <= DAYS:
        return Granularity.DAY
    if days <= WEEKS:
        return Granularity.WEEK
    return Granularity.MONTH if days <= MONTHS else Granularity.YEAR


def _ticks(stretch: Stretch) -> list[date]:
    """The first day, then every day, Monday, first of a month (a quarter where the span is long) or of a year."""
    unit = _unit(stretch.days)
    every = [stretch.first + timedelta(days=n) for n in range(min(stretch.days, MONTHS + 1))]
    match unit:
        case Granularity.DAY:
            return every
        case Granularity.WEEK:
            return [d for n, d in enumerate(every) if n == 0 or d.weekday() == 0]
        case Granularity.MONTH:
            step = 1 if stretch.days <= 366 else 3
            return [d for n, d in enumerate(every) if n == 0 or (d.day == 1 and (d.month - 1) % step == 0)]
        case _:
            span = range(stretch.first.year + 1, stretch.last.year + 1)
            step = max(1, len(span) // 12)
            return [stretch.first, *(date(y, 1, 1) for y in span if y % step == 0)]


def _named(days: Days, tick: date, unit: Granularity) -> str:
    match unit:
        case Granularity.DAY:
            return days.axis_day(tick)
        case Granularity.WEEK:
            return days.axis_date(tick)
        case Granularity.MONTH:
            return days.axis_month(tick)
        case _:
            return str(tick.year)


def _under(days: Days, tick: date, unit: Granularity) -> str:
    match unit:
        case Granularity.DAY:
            return days.month(tick)
        case Granularity.WEEK | Granularity.MONTH:
            return str(tick.year)
        case _:
            return ""


# --------------------------------------------------------------------------- what stands on it


def _place(entry: Entry, stretches: list[Stretch]) -> tuple[float, float | None]:
    """The middle of a day, or both ends of a longer date; what lies off the axis is drawn at the nearest stretch."""
    it = entry.interval
    for stretch in sorted(stretches, key=lambda s: s.days):  # the narrowest that holds it
        if stretch.holds(it):
            if stretch.name or it.is_day or it.first is None or it.last is None:
                return stretch.place(it.begin, MIDDLE), None
            return stretch.place(it.begin), stretch.place(it.end, 1.0)
    near = min(stretches, key=lambda s: min(abs((s.first - it.begin).days), abs((s.last - it.begin).days)))
    if near.name:
        return near.place(it.begin), None
    first, last = max(it.begin, near.first), min(it.end, near.last)
    if first > last:
        return (near.at, None) if it.begin < near.first else (near.to, None)
    return near.place(first), near.place(last, 1.0)


def _row(ledger: Ledger, entry: Entry, stretches: list[Stretch]) -> DrawingRow:
    number = ledger.items[entry.id]
    at, to = _place(entry, stretches)
    told = entry.quoted
    sign = basis_mark(ledger, told.resolution.basis)
    words = printable(told.citation.quote[:400])
    return DrawingRow(number, f"item-{number}", sign, words, at, to, ledger.lang(told.citation.key))


def _columns(ledger: Ledger, entries: Sequence[Entry], stretches: list[Stretch], axis: Axis) -> Iterator[DrawingColumn]:
    """One column for each stretch between two ticks, parted where it has room for more than one."""
    stacks: dict[float, list[Entry]] = {}
    for entry in entries:
        at, to = _place(entry, stretches)
        stacks.setdefault(_column_at(axis, at if to is None else (at + to) / 2), []).append(entry)
    for at, stack in sorted(stacks.items()):
        shown = tuple(
            (ledger.items[e.id], f"item-{ledger.items[e.id]}", basis_mark(ledger, e.quoted.resolution.basis))
            for e in stack[:STACK]
        )
        yield DrawingColumn(at, shown, len(stack) - len(shown))


def _column_at(axis: Axis, place: float) -> float:
    """The middle of the column that a place of the axis falls into; no column is narrower than a mark and its number."""
    cell = next((c for c in axis.cells if c.at <= place <= c.to), axis.cells[-1])
    parts = max(int((cell.to - cell.at) / COLUMN), 1)
    part = min(int((place - cell.at) / (cell.to - cell.at) * parts), parts - 1)
    middle = cell.at + (cell.to - cell.at) * (part + 0.5) / parts
    middle = middle if cell.to - cell.at >= COLUMN else round(middle / COLUMN) * COLUMN
    return round(min(max(middle, COLUMN / 2), 1 - COLUMN / 2), 3)


def _alt(ledger: Ledger, entries: Sequence[Entry]) -> str:
    """Timeline: 2014, 1 item; Sunday 9 January 2022, 2 items; ..."""
    counts: dict[Interval, int] = {}
    for entry in entries:
        counts[entry.interval] = counts.get(entry.interval, 0) + 1
    said = [
        ledger.words.say(
            "drawing.alt-item",
            n,
            when=ledger.days.day(it.begin, "full") if it.is_day else ledger.days.interval(it, "long"),
        )
        for it, n in counts.items()
    ]
    return ledger.words.say("drawing.alt", None, items="; ".join(said))
