"""What has no day: lengths, repetitions, vague words, dates that no calendar has. Each raises the code of its reason."""

from __future__ import annotations

from typing import NoReturn

from briefing.dates.resolving.context import Context, Unresolved
from briefing.timex import Duration, Impossible, Recurrence, Unit, Vague

# "the nine months": what is compared with "a year earlier" is no longer a quarter
_LONGER_REPORTS = ((9, Unit.MONTH), (6, Unit.MONTH), (1, Unit.YEAR))


def duration(context: Context, timex: Duration) -> NoReturn:
    if timex.parts and timex.parts[0] in _LONGER_REPORTS:
        context.report_period = None
    if timex.age and context.narrative:
        context.note("narrative")
    raise Unresolved("duration")


def recurrence(context: Context, timex: Recurrence) -> NoReturn:
    if timex.rate and context.narrative:
        context.note("narrative")
    raise Unresolved("repetition")


def vague(context: Context, _: Vague) -> NoReturn:
    if context.narrative:
        context.note("narrative")
    raise Unresolved("vague")


def impossible(_: Context, __: Impossible) -> NoReturn:
    raise Unresolved("impossible-date")
