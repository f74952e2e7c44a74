"""Words become days, in two steps: a rule makes a language-neutral value, an anchor makes that an interval."""

from __future__ import annotations

from datetime import date

from briefing.dates.genre import genre_of
from briefing.dates.mentions import find_mentions, has_rules
from briefing.dates.resolve import resolve
from briefing.dates.resolving.context import Conventions
from briefing.model import Anchor, Basis, Genre, Resolution


def read_dates(
    text: str,
    published: date | None = None,
    *,
    language: str = "en",
    genre: Genre = Genre.AUTO,
    conventions: Conventions | None = None,
) -> tuple[Resolution, ...]:
    """Every time expression of `text`, resolved, in reading order; nothing is raised for what can't be read.

    `published` is the day that relative expressions count from (None: only what is said in full, or counts from a date in the
    text, gets an interval). `genre` NEWS counts from `published`, NARRATIVE from the last date of the text itself, AUTO
    decides by the text. A language without rules gives an empty tuple.

    >>> from datetime import date
    >>> [str(r.interval) for r in read_dates("They meet later this week.", date(2022, 1, 10))]
    ['2022-01-11/2022-01-16']
    """
    mentions = find_mentions(text, language)
    anchor = Anchor(published, Basis.STATED if published else Basis.INFERRED, "published" if published else "none")
    if genre is Genre.AUTO:
        genre = genre_of(mentions, published)
    return resolve(mentions, anchor, genre, conventions)


__all__ = ["Conventions", "find_mentions", "genre_of", "has_rules", "read_dates", "resolve"]
