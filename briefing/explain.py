"""What a resolution says about itself: Resolution -> steps in words, and plain data for other programs.

The words are rows of the catalogue (`step.*`, `reason.*`); they are made here, when somebody asks, never while dates are read.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from briefing.brief.days import Days
from briefing.catalogue import catalogue
from briefing.dates.timex3 import timex3
from briefing.model import Interval, Resolution

Fact = date | Interval | str


def steps_in_words(resolution: Resolution, lang: str = "en", order: str = "dmy") -> tuple[str, ...]:
    """Each step of a resolution as a sentence of the catalogue, in order; last, where there is no day, why not.

    `order` is how dates are printed: "dmy" or "mdy". A code that the catalogue lacks stands for itself.
    """
    said = [_step(lang, order, step.code, step.facts) for step in resolution.steps]
    if resolution.reason is not None:
        said.append(_reason(lang, resolution.reason))
    return tuple(dict.fromkeys(said))


def records(resolutions: Iterable[Resolution], lang: str = "en", *, every: bool = False) -> list[dict[str, Any]]:
    """The resolutions of one text as plain data, one record for each TIMEX3, in reading order.

    `start` and `end` are code points of the text, half-open; `first` and `last` ISO days, both included, null at an open end
    and where there is no day; `granularity` the unit that was said, null without days. `mod`, `second` (the other reading,
    ISO 8601), `reason` and `problem` stand only where there is one. The two ends of a range are two records that share the
    days of the whole range. What annotators of TIMEX3 leave out (see `timex3`) is left out, or with `every` has `tagged` false.
    """
    found = []
    for resolution in resolutions:
        interval, basis = resolution.interval, resolution.basis
        days: dict[str, Any] = {
            "first": _iso(interval.first if interval else None),
            "last": _iso(interval.last if interval else None),
            "granularity": interval.unit.name.lower() if interval else None,
            "basis": basis.value if basis else None,
            "rule": resolution.mention.rule,
            "steps": list(steps_in_words(resolution, lang)),
        }
        for code in ("second", "reason", "problem"):
            if (fact := getattr(resolution, code)) is not None:
                days[code] = str(fact)
        begin, surface = resolution.span.start, resolution.mention.text
        tags = timex3(resolution)
        if every and not tags:
            days["tagged"] = False
        for tag in tags or (timex3(resolution, every=True) if every else ()):
            record = {
                "start": tag.start,
                "end": tag.end,
                "text": surface[tag.start - begin : tag.end - begin],
                "type": tag.type,
                "value": tag.value,
            }
            if tag.mod:
                record["mod"] = tag.mod
            found.append(record | days)
    return found


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


@lru_cache(maxsize=20_000)
def _step(lang: str, order: str, code: str, facts: tuple[Fact, ...]) -> str:
    words = catalogue(lang)
    days = Days(words, order)
    said = [fact if isinstance(fact, str) else _when(days, fact) for fact in facts]
    return words.say(f"step.{code}", None, *said) if words.has(f"step.{code}") else " ".join([code, *said])


def _when(days: Days, fact: date | Interval) -> str:
    if isinstance(fact, date):
        return days.day(fact)
    return days.interval(fact, "rail" if fact.is_day else "short")


def _reason(lang: str, code: str) -> str:
    words = catalogue(lang)
    return words.say(f"reason.{code}") if words.has(f"reason.{code}") else code
