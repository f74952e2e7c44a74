"""What a person decided about the timeline, in plain values: corrections of entries, and which days are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from briefing.model import Interval

OWN: Final = 0  # days: as many as suit the days over which the articles were published


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision about one entry. `entry` is the id of the entry, or of any telling in it.

    `action`: "drop", "redate" (to `interval`), "retitle" (to `title`), "split" (each telling its own entry), "join" (with
    the entries `others`), "pin" (always at a glance). Ids hang on citations, so that decisions survive new articles.
    """

    entry: str
    action: str
    interval: Interval | None = None
    title: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """`as_of` None: the newest stated publication date. `first` and `last` keep entries that share a day with them.
    `max_days` keeps the days that matter most, OWN as many as suit the story, `per_day` the best entries of each; None all.
    `topic`: only the story whose articles hold these words best; "" keeps all."""

    as_of: date | None = None
    first: date | None = None
    last: date | None = None
    max_days: int | None = None
    per_day: int | None = None
    topic: str = ""
    corrections: tuple[Correction, ...] = ()
