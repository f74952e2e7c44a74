"""The story of the timeline: dated articles -> names joined, events found, merged, weighed, compared, chosen -> `Timeline`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from briefing.model import DatedArticle, Entry, Granularity, Interval, Problem, Severity, Timeline
from briefing.names import join_names
from briefing.timeline.choice import choose, foremost, own_length
from briefing.timeline.copies import find_copies
from briefing.timeline.corrections import correct
from briefing.timeline.differences import find_differences
from briefing.timeline.entries import make_entries
from briefing.timeline.happenings import find_happenings
from briefing.timeline.outline import Outline
from briefing.timeline.reading import read
from briefing.timeline.score import choose_glance
from briefing.timeline.statements import settle
from briefing.timeline.stories import group_stories
from briefing.timeline.terms import Rarity
from briefing.timeline.topic import of_topic
from briefing.timeline.wishes import Wishes

PERIOD_DAYS = 31  # items so near to the as-of date belong to the period covered


def build_timeline(
    dated: Sequence[DatedArticle], wishes: Wishes | None = None, outlines: Mapping[str, Outline] | None = None
) -> tuple[Timeline, tuple[Problem, ...]]:
    """What the articles tell, each event once. The order of `dated` does not matter. `outlines` spare the time to read an
    article of that key once more; the timeline is the same without.

    Every sentence of an article that is not set aside is in the timeline exactly once: in a telling of an entry (also of one
    that is left out), as a statement or as a fragment. Problems: "after-as-of", "other-story" for articles set aside,
    "no-such-entry" for corrections that find nothing, "several-stories" when the folder holds more than one.
    """
    wishes = wishes or Wishes()
    articles, later = _until(sorted(dated, key=lambda article: article.key), wishes.as_of)
    cast = join_names((article.key, article.annotated.names) for article in articles)
    told = [read(article, cast, (outlines or {}).get(article.key)) for article in articles]
    copies = find_copies({each.key: each.made.runs for each in told})
    stories, alike = group_stories([each.words() for each in told], copies)
    told, stories, elsewhere = of_topic(told, stories, wishes.topic)
    kept = {each.key: each for each in told}
    alike = tuple(keys for keys in alike if keys[0] in kept)
    copies = tuple(same for same in copies if same.keys[0] in kept)
    witness = {key: group.keys[0] for group in copies for key in group.keys}
    rarity = Rarity.of(bag for each in told for bag in each.bags())
    as_of = wishes.as_of or _newest(each.article for each in told)
    made, weights = make_entries(told, stories, witness, rarity, as_of)
    corrected, dropped, unknown = correct(made, wishes.corrections, witness)
    pinned = tuple(entry.id for entry in corrected if "pin" in entry.set_by_person)
    own = own_length(each.article.anchor.day for each in told)
    entries = choose(corrected, weights, own, wishes, pinned)
    shown = {entry.id for entry in entries}
    room = {key: number for number, group in enumerate(stories) for key in group}
    differences = find_differences(entries, cast.people, _outlets(articles), room)
    disputed = [name for difference in differences for name in difference.entries]
    everything = (*corrected, *dropped)
    entry_of = {e.citation.place: entry.id for entry in everything for e in entry.events}
    statements = settle(alike, told, entry_of, witness, rarity)
    ids = entry_of | {c.place: one.id for one in statements for c in one.citations}
    glance = choose_glance(entries, as_of, disputed, pinned)
    timeline = Timeline(
        entries=entries,
        statements=statements,
        fragments=tuple(fragment for each in told for fragment in each.told[2]),
        differences=differences,
        people=cast.people,
        copies=copies,
        stories=stories,
        as_of=as_of,
        as_of_code="person" if wishes.as_of else "newest-source",
        period=_period(entries, as_of),
        glance=glance,
        foremost=foremost(entries, weights, own, (*pinned, *glance)),
        left_out=(*dropped, *(entry for entry in corrected if entry.id not in shown)),
        happenings=find_happenings(alike, kept, ids, set(entry_of.values()), rarity),
        aside=tuple(sorted({article.key for article in dated} - {each.key for each in told})),
    )
    return timeline, (*later, *elsewhere, *unknown)


def _outlets(articles: Iterable[DatedArticle]) -> dict[str, tuple[str, date | None]]:
    """Article key -> its outlet, where one is known, and the day on which it was published."""
    return {
        a.key: (a.article.outlet.value, a.published.day if a.published is not None else None)
        for a in articles
        if a.article.outlet is not None
    }


def _newest(articles: Iterable[DatedArticle]) -> date | None:
    return max((a.published.day for a in articles if a.published is not None), default=None)


def _until(articles: Sequence[DatedArticle], as_of: date | None) -> tuple[list[DatedArticle], tuple[Problem, ...]]:
    """Articles published after the as-of date are set aside, each with a problem."""
    later = [a for a in articles if as_of is not None and a.published is not None and a.published.day > as_of]
    problems = tuple(
        Problem("after-as-of", Severity.WARNING, a.key, facts=(str(a.published.day),)) for a in later if a.published
    )
    aside = {article.key for article in later}
    return [article for article in articles if article.key not in aside], problems


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
