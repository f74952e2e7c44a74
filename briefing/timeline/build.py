"""The story of the timeline: dated articles -> names joined, events found, merged, weighed, compared -> `Timeline`."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing.events import Told, find_events
from briefing.model import (
    Citation,
    Copies,
    DatedArticle,
    Entry,
    Event,
    Granularity,
    Interval,
    Problem,
    Severity,
    Timeline,
)
from briefing.names import Cast, join_names
from briefing.timeline.copies import find_copies
from briefing.timeline.differences import find_differences
from briefing.timeline.merging import Telling, fullness, merge, telling
from briefing.timeline.score import choose_glance, lead_words, score
from briefing.timeline.stories import Words, group_stories
from briefing.timeline.terms import WORD, Rarity, stems
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
    read = [_read(article, cast) for article in articles]
    as_of = wishes.as_of or max((a.published.day for a in articles if a.published is not None), default=None)
    stories, copies = _stories(read), _copies(read)
    entries = _entries(read, stories, copies, as_of)
    outlets = {a.key: a.article.outlet.value for a in articles if a.article.outlet is not None}
    room = {key: number for number, group in enumerate(stories) for key in group}
    differences = find_differences(entries, cast.people, outlets, room)
    disputed = [name for difference in differences for name in difference.entries]
    timeline = Timeline(
        entries,
        tuple(s for each in read for s in each.told[1]),
        tuple(f for each in read for f in each.told[2]),
        differences,
        cast.people,
        copies,
        stories,
        as_of,
        "person" if wishes.as_of else "newest-source",
        _period(entries, as_of),
        choose_glance(entries, as_of, disputed),
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


@dataclass(frozen=True, slots=True)
class _Read:
    """An article with what was found in it, and the stems of each sentence in the order events, statements, fragments."""

    article: DatedArticle
    told: Told
    stems: tuple[tuple[str, ...], ...]

    @property
    def key(self) -> str:
        return self.article.key


def _read(article: DatedArticle, cast: Cast) -> _Read:
    told = find_events(article, cast)
    return _Read(article, told, tuple(tuple(stems(item.citation.quote)) for group in told for item in group))


def _stories(read: Sequence[_Read]) -> tuple[tuple[str, ...], ...]:
    return group_stories([_words(each) for each in read])


def _words(read: _Read) -> Words:
    """What an article tells: its sentences and its title."""
    title = read.article.article.title
    told = Counter(word for sentence in read.stems for word in sentence)
    told.update(stems(title.value) if title is not None else ())
    names = frozenset(word for name in read.article.annotated.names for word in stems(name.text))
    return Words(read.key, told, names, read.article.anchor.day)


def _copies(read: Sequence[_Read]) -> tuple[Copies, ...]:
    """Word for word, white space and marks apart."""
    return find_copies({each.key: _plain_words(each) for each in read})


def _plain_words(read: _Read) -> list[str]:
    items = sorted((item.citation.span.start, item.citation.quote) for group in read.told for item in group)
    return [word for _, quote in items for word in WORD.findall(quote.casefold())]


def _entries(
    read: Sequence[_Read], stories: Sequence[Sequence[str]], copies: Sequence[Copies], as_of: date | None
) -> tuple[Entry, ...]:
    story = {key: number for number, group in enumerate(stories) for key in group}
    text = {key: group.keys[0] for group in copies for key in group.keys}
    rarity = Rarity.of(_bags(read))
    told = [
        telling(event, words, rarity, story[each.key])
        for each in read
        for event, words in zip(each.told[0], each.stems, strict=False)
    ]
    lead = lead_words(_lead(each) for each in read)
    length = {each.key: len(each.article.article.text) or 1 for each in read}
    entries = []
    for members, why in merge(told):
        events = _fullest_first([told[at] for at in members])
        cited = events[0].citation
        texts = len({text.get(event.citation.key, event.citation.key) for event in events})
        entry = Entry(entry_id(cited), events[0].interval, events, texts, why=why)
        entries.append(replace(entry, score=score(entry, lead, cited.span.start / length[cited.key], as_of)))
    return tuple(sorted(entries, key=reading_order))


def _bags(read: Sequence[_Read]) -> Iterator[Iterable[str]]:
    """The words of each sentence, as `telling` counts them."""
    for each in read:
        events = each.told[0]
        for at, words in enumerate(each.stems):
            yield (*words, *(f"@{who}" for who in events[at].who)) if at < len(events) else words


def reading_order(entry: Entry) -> tuple[date, date, Granularity, str, int]:
    """By first day, then last; coarse units and ranges behind the days they begin with; then source and place."""
    cited = entry.quoted.citation
    return entry.interval.begin, entry.interval.end, entry.interval.unit, cited.key, cited.span.start


def _fullest_first(group: Sequence[Telling]) -> tuple[Event, ...]:
    """The telling to quote first: the one that holds most of what all tell; the others by source and place."""
    common = Counter(word for each in group for word in each.words)
    ordered = sorted(group, key=lambda each: (each.key, each.event.citation.span))
    best = max(ordered, key=lambda each: fullness(each, common))
    return (best.event, *(each.event for each in ordered if each is not best))


def entry_id(citation: Citation) -> str:
    """Eight letters that hang on the source and the words quoted, not on the order or the other articles."""
    return hashlib.sha256(f"{citation.key}\n{citation.quote}".encode()).hexdigest()[:8]


def _lead(read: _Read) -> set[str]:
    """The stems of an article's title and of its first two whole sentences."""
    spans = sorted(s.span for s in read.article.annotated.sentences if s.broken is None)[:2]
    whole = " ".join(span.of(read.article.article.text) for span in spans)
    title = read.article.article.title
    return set(stems(f"{title.value if title is not None else ''} {whole}"))


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
