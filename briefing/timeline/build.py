"""The story of the timeline: dated articles -> names joined, events found, merged, weighed, compared -> `Timeline`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefing.events import Told, find_events
from briefing.model import (
    Citation,
    DatedArticle,
    Entry,
    Event,
    Granularity,
    Interval,
    Problem,
    Severity,
    Timeline,
)
from briefing.names import join_names
from briefing.timeline.differences import find_differences
from briefing.timeline.merging import merge, tellings
from briefing.timeline.score import choose_glance, lead_words, score
from briefing.timeline.terms import Rarity, stems
from briefing.timeline.wishes import Wishes

PERIOD_DAYS = 31  # items so near to the as-of date belong to the period covered


def build_timeline(dated: Sequence[DatedArticle], wishes: Wishes | None = None) -> tuple[Timeline, tuple[Problem, ...]]:
    """What the articles tell, each event once. The order of `dated` does not matter.

    Problems are articles set aside ("after-as-of"). Every sentence of the others is in the timeline exactly once: in a
    telling of an entry, as a statement or as a fragment.
    """
    wishes = wishes or Wishes()
    articles, problems = _until(sorted(dated, key=lambda article: article.key), wishes.as_of)
    cast = join_names((article.key, article.annotated.names) for article in articles)
    told = [find_events(article, cast) for article in articles]
    as_of = wishes.as_of or max((a.published.day for a in articles if a.published is not None), default=None)
    entries = _entries(articles, told, as_of)
    differences = find_differences(entries, cast.people)
    disputed = [name for difference in differences for name in difference.entries]
    timeline = Timeline(
        entries,
        tuple(s for _, statements, _ in told for s in statements),
        tuple(f for _, _, fragments in told for f in fragments),
        differences,
        cast.people,
        as_of=as_of,
        as_of_code="person" if wishes.as_of else "newest-source",
        period=_period(entries, as_of),
        glance=choose_glance(entries, as_of, disputed),
    )
    return timeline, problems


def _until(articles: Sequence[DatedArticle], as_of: date | None) -> tuple[list[DatedArticle], tuple[Problem, ...]]:
    """Articles published after the as-of date are set aside, each with a problem."""
    later = [a for a in articles if as_of is not None and a.published is not None and a.published.day > as_of]
    problems = tuple(
        Problem("after-as-of", Severity.WARNING, a.key, facts=(str(a.published.day),)) for a in later if a.published
    )
    aside = {article.key for article in later}
    return [article for article in articles if article.key not in aside], problems


def _entries(articles: Sequence[DatedArticle], told: Sequence[Told], as_of: date | None) -> tuple[Entry, ...]:
    events = [event for found, _, _ in told for event in found]
    quotes = [stems(item.citation.quote) for part in told for group in part for item in group]
    rarity = Rarity.of(quotes)
    groups = merge(tellings(events, {}, rarity))
    lead = lead_words(_leads(articles))
    place = {article.key: len(article.article.text) or 1 for article in articles}
    entries = []
    for members, why in groups:
        tellings_of = _fullest_first([events[at] for at in members])
        quoted = tellings_of[0]
        texts = len({event.citation.key for event in tellings_of})
        entry = Entry(entry_id(quoted.citation), quoted.interval, tellings_of, texts, why=why)
        where = quoted.citation.span.start / place[quoted.citation.key]
        entries.append(replace(entry, score=score(entry, lead, where, as_of)))
    return tuple(sorted(entries, key=reading_order))


def reading_order(entry: Entry) -> tuple[date, date, Granularity, str, int]:
    """By first day, then last; coarse units and ranges behind the days they begin with; then source and place."""
    cited = entry.quoted.citation
    return entry.interval.begin, entry.interval.end, entry.interval.unit, cited.key, cited.span.start


def _fullest_first(events: Iterable[Event]) -> tuple[Event, ...]:
    """The telling to quote first: the fullest that is not overlong; then by source and place."""
    ordered = sorted(events, key=lambda e: (e.citation.key, e.citation.span))
    best = max(ordered, key=lambda e: (len(e.who), -abs(len(e.citation.quote) - 180)))
    return (best, *(event for event in ordered if event is not best))


def entry_id(citation: Citation) -> str:
    """Eight letters that hang on the source and the words quoted, not on the order or the other articles."""
    return hashlib.sha256(f"{citation.key}\n{citation.quote}".encode()).hexdigest()[:8]


def _leads(articles: Iterable[DatedArticle]) -> list[str]:
    """The first two whole sentences of each article, and its title."""
    leads = []
    for article in articles:
        whole = [s.span.of(article.article.text) for s in article.annotated.sentences if s.broken is None][:2]
        title = [article.article.title.value] if article.article.title is not None else []
        leads.append(" ".join([*title, *whole]))
    return leads


def _period(entries: Sequence[Entry], as_of: date | None) -> Interval | None:
    """The smallest run of days that holds all entries within 31 days of the as-of date, else of the newest entry."""
    centre = as_of or max((entry.interval.end for entry in entries), default=None)
    if centre is None:
        return None
    low, high = centre - timedelta(days=PERIOD_DAYS), centre + timedelta(days=PERIOD_DAYS)
    near = [e.interval for e in entries if low <= e.interval.begin and e.interval.end <= high]
    if not near:
        return None
    first, last = min(i.begin for i in near), max(i.end for i in near)
    return Interval(first, last, Granularity.DAY if first == last else Granularity.RANGE)
