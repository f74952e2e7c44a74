"""Whether a text is news, counting from its publication, or a narrative, counting from its own last date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.dates.timex import PartialDate, Relative, Unit
from briefing.model import Genre, Mention

ENOUGH = 8  # dates a text must have before it can be called a narrative
SHARE = 0.5  # of them lie years before the publication


def genre_of(mentions: Sequence[Mention], published: date | None) -> Genre:
    """NARRATIVE where most dates are full years of the past and hardly any is counted from a publication; else NEWS."""
    dated = [mention.timex for mention in mentions if isinstance(mention.timex, PartialDate)]
    years = [timex.year for timex in dated if timex.year is not None and not timex.short]
    deictic = sum(1 for m in mentions if isinstance(m.timex, Relative) and m.timex.unit <= Unit.WEEK)
    weekdays = sum(1 for timex in dated if timex.weekday is not None and timex.day is None)
    if len(years) < ENOUGH or (deictic + weekdays) * 4 > len(years):
        return Genre.NEWS
    latest = published.year if published else max(years)
    old = sum(1 for year in years if year < latest - 1)
    return Genre.NARRATIVE if old >= SHARE * len(years) or published is None else Genre.NEWS
