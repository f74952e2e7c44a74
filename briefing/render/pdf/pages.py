"""Slabs -> pages: greedy, with groups that stay together; a group taller than a page is let go slab by slab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from briefing.render.pdf.slabs import Slab

ALMOST = 0.01  # points of rounding
SPLIT = 0.5  # a slab is split only where it is taller than this share of a page, or nothing else would fit


@dataclass(slots=True)
class Sheet:
    """A page: its slabs with the y at which each is painted."""

    number: int
    top: float
    bottom: float
    slabs: list[tuple[float, Slab]] = field(default_factory=list)
    y: float = 0.0

    @property
    def room(self) -> float:
        return self.bottom - self.y

    @property
    def filled(self) -> float:
        return (self.y - self.top) / (self.bottom - self.top)

    def put(self, slab: Slab) -> None:
        if self.slabs:
            self.y += slab.before
        self.slabs.append((self.y, slab))
        self.y += slab.height


Frame = Callable[[int], tuple[float, float]]  # number of a page, from 1 -> y of its top and bottom


def front_height(slabs: Sequence[Slab]) -> float:
    return sum(slab.height + (slab.before if index else 0.0) for index, slab in enumerate(slabs))


def paginate(slabs: Sequence[Slab], frame: Frame) -> list[Sheet]:
    """Every slab on a page, none lost: what fits on no page is split, and what can't be split overflows alone."""
    sheets = [_sheet(1, frame)]
    groups = _groups(slabs)
    while groups:
        group = groups.pop(0)
        sheet = sheets[-1]
        fresh = group[0].fresh
        if fresh is not None and sheet.slabs and sheet.filled >= fresh:
            sheet = _next(sheets, frame, group[0])
        if _height(group, sheet) <= sheet.room + ALMOST:
            for slab in group:
                sheet.put(slab)
            continue
        page = sheet.bottom - sheet.top
        tallest = max(group, key=lambda slab: slab.height)
        if tallest.height > page * SPLIT and tallest.split is not None:
            groups[:0] = _around(group, tallest, sheet, sheets, frame)
        elif not sheet.slabs or all(slab in _repeats(group[0]) for _, slab in sheet.slabs):
            groups[:0] = _forced(group, sheet)
        else:
            _next(sheets, frame, group[0])
            groups.insert(0, group)
    return sheets


def _sheet(number: int, frame: Frame) -> Sheet:
    top, bottom = frame(number)
    return Sheet(number, top, bottom, y=top)


def _next(sheets: list[Sheet], frame: Frame, first: Slab) -> Sheet:
    """A new page, begun with what the first slab repeats."""
    sheet = _sheet(len(sheets) + 1, frame)
    sheets.append(sheet)
    for slab in _repeats(first):
        sheet.put(slab)
    return sheet


def _repeats(slab: Slab) -> tuple[Slab, ...]:
    return slab.repeat


def _groups(slabs: Sequence[Slab]) -> list[list[Slab]]:
    """Chains of slabs that are kept with the next."""
    groups: list[list[Slab]] = []
    kept = False
    for slab in slabs:
        if kept:
            groups[-1].append(slab)
        else:
            groups.append([slab])
        kept = slab.keep
    return groups


def _height(group: list[Slab], sheet: Sheet) -> float:
    return front_height(group) + (group[0].before if sheet.slabs else 0.0)


def _around(group: list[Slab], tall: Slab, sheet: Sheet, sheets: list[Sheet], frame: Frame) -> list[list[Slab]]:
    """The slabs before the tall one stay with its first lines; its other lines begin the next page."""
    at = group.index(tall)
    before = group[:at]
    room = sheet.room - _height(before, sheet) - tall.before if before else sheet.room - tall.before
    parts = tall.split(room) if tall.split is not None and room > 0 else None
    if parts is None:
        if sheet.slabs and sheet.filled > 0.1:
            _next(sheets, frame, group[0])
            return [group]
        return _forced(group, sheet)
    for slab in (*before, parts[0]):
        sheet.put(slab)
    _next(sheets, frame, parts[1])
    return [[parts[1], *group[at + 1 :]]]


def _forced(group: list[Slab], sheet: Sheet) -> list[list[Slab]]:
    """A group that fits on no page: its first slab is put here, the others follow."""
    sheet.put(group[0])
    return [group[1:]] if group[1:] else []
