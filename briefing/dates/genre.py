"""Whether a text is news, counting from its publication, or a narrative, counting from its own last date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.model import Genre, Mention
from briefing.timex import From, Offset, Part, PartialDate, Relative, TimeOfDay, Timex, Unit, Within

# A history names many years, most of them long over, and hardly ever says "yesterday" or "on Monday". A news piece about old
# times ("the first title since 1908") names many years too: one weekday in it outweighs them.
FEW_YEARS, MANY_YEARS = 8, 20
ALL_OLD, MOSTLY_OLD = 0.8, 0.5
HARDLY_EVER = 20  # at most one mention in so many counts from a publication


def genre_of(mentions: Sequence[Mention], published: date | None) -> Genre:
    """NARRATIVE where the years named are of the past and hardly anything is counted from a publication; else NEWS."""
    timexes = [_core(mention.timex) for mention in mentions]
    years = [t.year for t in timexes if isinstance(t, PartialDate) and t.year is not None and not t.short]
    if len(years) < FEW_YEARS:
        return Genre.NEWS
    fresh = sum(1 for timex in timexes if _counts_from_publication(timex))
    now = published.year if published else max(years) + 2
    old = sum(1 for year in years if year < now - 1) / len(years)
    if not fresh and old >= ALL_OLD:
        return Genre.NARRATIVE
    if len(years) >= MANY_YEARS and fresh * HARDLY_EVER <= len(mentions) and old >= MOSTLY_OLD:
        return Genre.NARRATIVE
    return Genre.NEWS


def _core(timex: Timex) -> Timex:
    """The date inside "early on Monday morning"."""
    while True:
        if isinstance(timex, Part | Within) or (isinstance(timex, TimeOfDay) and timex.of is not None):
            timex = timex.of  # type: ignore[assignment]
        else:
            return timex


def _counts_from_publication(timex: Timex) -> bool:
    if isinstance(timex, PartialDate):
        return timex.weekday is not None and timex.month is None
    if isinstance(timex, Relative):
        return timex.name is None and timex.unit <= Unit.YEAR
    return isinstance(timex, Offset) and timex.origin is From.PUBLICATION and timex.base is None
