"""Lengths, repetitions, vague words: "three months", "every Monday", "recently"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefing.dates.rule import Parts
from briefing.timex import (
    Duration,
    Mod,
    Recurrence,
    Timex,
    Unit,
    Vague,
    When,
)


def duration(parts: Parts, *, ends: int | None = None, mod: Mod | None = None, age: bool = False) -> Timex | None:
    """ "three months", "a year and a half", "61-year-old". `half` adds half of the unit."""
    count = parts.get("count", 1)
    unit: Unit = parts["unit"]
    if "half" in parts and count is not None:
        count += 0.5
    if "unit_size" in parts and count is not None:
        count *= parts["unit_size"]
    pieces: tuple[tuple[float | None, Unit], ...] = ((count, unit),)
    if "unit2" in parts:
        pieces += ((parts["count2"], parts["unit2"]),)
    return Duration(pieces, parts.get("reach", 0) if ends is None else ends, parts.get("mod", mod), age)


def unknown_length(parts: Parts, *, unit: Unit | None = None) -> Timex | None:
    """ "for years": the unit is said, the number is not."""
    return Duration(((None, parts["unit"] if unit is None else unit),), parts.get("reach", 0))


def duration_range(parts: Parts) -> Timex | None:
    """ "two to three weeks": at least the first."""
    count = parts["counts"][0] if "counts" in parts else parts["count"]
    return Duration(((count, parts["unit"]),), parts.get("reach", 0), Mod.EQUAL_OR_MORE)


def fraction_duration(parts: Parts) -> Timex | None:
    """ "half an hour", "a quarter of a century"."""
    return Duration(((parts["fraction"], parts["unit"]),), mod=parts.get("mod"))


def past_decade(parts: Parts) -> Timex | None:
    """ "the past decade": the ten years up to now, not a decade of the calendar."""
    return Duration((parts["size"],), parts["reach"])


def ended(parts: Parts) -> Timex | None:
    """ "the year ended March 31"."""
    return Duration(((1, parts["unit"]),))


def fortnight(parts: Parts) -> Timex | None:
    """ "a fortnight"."""
    return Duration(((2 * parts.get("count", 1), Unit.WEEK),))


def recurrence(parts: Parts, *, every: float | None = None, times: int | None = None) -> Timex | None:
    """ "every two weeks", "each Monday", "twice a year"."""
    gap = parts.get("count", 1) if every is None else every
    often = int(parts.get("times", 1) if times is None else times)
    if "weekday" in parts:
        return Recurrence(gap, Unit.WEEK, weekday=parts["weekday"], part=parts.get("daypart"), times=often)
    if "month" in parts:
        return Recurrence(gap, Unit.YEAR, month=parts["month"], times=often)
    if "season" in parts:
        return Recurrence(gap, Unit.YEAR, season=parts["season"], times=often)
    if "daypart" in parts:
        return Recurrence(gap, Unit.DAY, part=parts["daypart"], times=often)
    return Recurrence(gap, parts["unit"], times=often)


def rate(parts: Parts) -> Timex | None:
    """ "$2 million a year"."""
    return Recurrence(1, parts["unit"], rate=True)


def adverb(parts: Parts, *, rate: bool = False) -> Timex | None:
    """ "weekly", "biennial": the word holds count and unit."""
    every, unit = parts["rhythm"]
    return Recurrence(every, unit, rate=rate)


def every(parts: Parts) -> Timex | None:
    """ "Mondays", "Tuesday nights", "twice a year"."""
    if "weekday" in parts:
        return Recurrence(1, Unit.WEEK, weekday=parts["weekday"], part=parts.get("daypart"))
    return Recurrence(1, parts["unit"])


def vague(parts: Parts, *, when: When | None = None, weak: bool = False) -> Timex | None:
    return Vague(parts["vague"] if when is None else when, weak)


SOME_TIME = Duration(())


WEEKENDS = Recurrence(1, Unit.WEEKEND)


def always(timex: Timex) -> Callable[[Mapping[str, Any]], Timex]:
    """A row whose words have one meaning."""
    return lambda _parts: timex
