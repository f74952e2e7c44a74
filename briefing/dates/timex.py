"""The language-neutral value of a time expression: what a rule of any language makes, before an anchor is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date with gaps: "Sunday (January 9)", "May 2021". `weekday` counts from 0 = Monday."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


Timex = PartialDate
