"""The folder together: which day each article's relative expressions count from -> DatedArticles and problems.

In this order (specification of the note, §7): the publication date that the article states; its own latest complete date that
is not ahead; its own latest day and month, in the year that sister articles lend; nothing. What is not stated is only ever a
bound: an article that tells of 9 January was not published before it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, date

from briefing.dates.resolve import resolve
from briefing.dates.resolving.context import Conventions
from briefing.model import Anchor, AnnotatedArticle, Basis, DatedArticle, Problem, Severity, Tense
from briefing.timex import Bound, DateRange, Part, PartialDate, TimeOfDay, Timex

SHARED_NAMES = 2  # a sister must share so many to lend its year
COMMON = 500  # a name in more dated articles than this ties nothing together, and would cost all pairs
NEAR_YEARS = 5  # a weekday picks a year among so many before and after

Lender = tuple[str, date]
"""A dated sister: its key and publication day."""


def anchor_articles(
    articles: Sequence[AnnotatedArticle], conventions: Conventions | None = None
) -> tuple[tuple[DatedArticle, ...], tuple[Problem, ...]]:
    """Give every article its anchor and resolve its mentions. The order of `articles` does not matter but is kept.

    Problems: "undated" for an article without a stated publication date, and what its expressions contradict.
    """
    lenders = _Sisters(articles)
    dated = tuple(_dated(article, lenders, conventions) for article in articles)
    return dated, tuple(problem for article in dated for problem in _problems(article))


def _dated(article: AnnotatedArticle, lenders: _Sisters, conventions: Conventions | None) -> DatedArticle:
    anchor = _anchor(article, lenders)
    not_before = anchor.day if article.published is None else None
    return DatedArticle(article, anchor, not_before, resolve(article.mentions, anchor, article.genre, conventions))


def _problems(article: DatedArticle) -> Iterator[Problem]:
    if article.published is None:
        facts = (str(article.not_before),) if article.not_before else ()
        yield Problem("undated-bound" if facts else "undated", Severity.NOTE, article.key, facts=facts)
    for resolution in article.resolutions:
        if resolution.problem is not None:
            readings = (str(resolution.interval or ""), str(resolution.second or ""))
            yield Problem(resolution.problem, Severity.WARNING, article.key, facts=(resolution.mention.text, *readings))


def _anchor(article: AnnotatedArticle, lenders: _Sisters) -> Anchor:
    if article.published is not None:
        code = "person" if article.published.set_by_person else "published"
        return Anchor(article.published.day, Basis.STATED, code)
    told = [partial for mention in article.mentions if (partial := _day_of(mention.timex, mention.tense)) is not None]
    own = max((day for partial in told if (day := _complete(partial)) is not None), default=None)
    if own is not None:
        return Anchor(own, Basis.INFERRED, "own-latest-date")
    partials = [partial for partial in told if partial.year is None]
    lent = lenders.year_for(article, partials) if partials else None
    if lent is None:
        return Anchor(None, Basis.INFERRED, "none")
    day, sister = lent
    return Anchor(day, Basis.INFERRED, "lent-by-sister", sister, day.year)


def _day_of(timex: Timex, tense: Tense) -> PartialDate | None:
    """The day and month that an expression of the past or present names, with or without a year."""
    match timex:
        case PartialDate(month=int(), day=int(), short=False, bc=False) if tense is not Tense.FUTURE:
            return timex
        case TimeOfDay(of=of) if of is not None:
            return _day_of(of, tense)
        case DateRange(first=first):
            return _day_of(first, tense)
        case Part(of=of) | Bound(of=of):
            return _day_of(of, tense)
        case _:
            return None


def _complete(partial: PartialDate, year: int | None = None) -> date | None:
    """The day, None where the year is not known, the calendar has none such or its weekday is another."""
    year = partial.year if year is None else year
    if year is None or partial.month is None or partial.day is None or not MINYEAR <= year <= MAXYEAR:
        return None
    try:
        day = date(year, partial.month, partial.day)
    except ValueError:
        return None
    return day if partial.weekday is None or day.weekday() == partial.weekday else None


class _Sisters:
    """Who shares names with whom, by an index of names: never all pairs."""

    def __init__(self, articles: Sequence[AnnotatedArticle]) -> None:
        self._bearers: dict[str, list[Lender]] = defaultdict(list)
        if all(article.published is not None for article in articles):
            return
        for article in sorted(articles, key=lambda a: a.key):
            if article.published is not None:
                for name in _names(article):
                    self._bearers[name].append((article.key, article.published.day))

    def year_for(self, article: AnnotatedArticle, partials: Sequence[PartialDate]) -> tuple[date, str] | None:
        """The article's own latest day in the year that all its sisters give it, and the sister nearest to it; None where
        there is no sister, or two give different years."""
        shared = Counter(
            sister
            for name in _names(article)
            if len(bearers := self._bearers.get(name, ())) <= COMMON
            for sister in bearers
        )
        sisters = [sister for sister, names in shared.items() if names >= SHARED_NAMES]
        best: tuple[date, str] | None = None
        for partial in partials:
            given = {key: _nearest(partial, day) for key, day in sisters}
            days = {day for day in given.values() if day is not None}
            if len(days) != 1 or None in given.values():
                continue
            (day,) = days
            key = min(sisters, key=lambda sister: (abs((sister[1] - day).days), sister[0]))[0]
            if best is None or day > best[0]:
                best = day, key
        return best


def _names(article: AnnotatedArticle) -> frozenset[str]:
    return frozenset(name.key or name.text for name in article.names)


def _nearest(partial: PartialDate, day: date) -> date | None:
    """The day nearest to a sister's publication on which day, month and weekday agree. Without a weekday only the years
    beside it are tried; with one, the year it picks must be one of them as well, or nothing is lent."""
    years = range(day.year - NEAR_YEARS, day.year + NEAR_YEARS + 1)
    fits = [found for year in years if (found := _complete(partial, year)) is not None]
    near = min(fits, key=lambda found: abs((found - day).days), default=None)
    return near if near is not None and abs(near.year - day.year) <= 1 else None
