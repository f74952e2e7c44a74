"""Tellings merged and weighed: read articles -> entries in reading order, and how much each day matters."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from briefing.model import Citation, Entry, Granularity, Statement
from briefing.timeline.choice import weigh_days
from briefing.timeline.merging import Telling, fullness, merge, telling
from briefing.timeline.reading import Read
from briefing.timeline.score import centrality, lead_words, score
from briefing.timeline.terms import Rarity

Item = TypeVar("Item", Entry, Statement)


def make_entries(
    read: Sequence[Read],
    stories: Sequence[Sequence[str]],
    witness: Mapping[str, str],
    rarity: Rarity,
    as_of: date | None,
) -> tuple[tuple[Entry, ...], dict[date, float]]:
    """The entries of all articles in reading order, and the weight of each day told. `witness` leads from an article to the
    first one with the same text, where there are several."""
    story = {key: number for number, group in enumerate(stories) for key in group}
    lead = lead_words(each.made.lead for each in read)
    told = [
        telling(event, words, rarity, story[each.key], centrality(set(words), lead))
        for each in read
        for event, words in zip(each.told[0], each.stems, strict=False)
    ]
    place = {each.key: each.place for each in read}
    entries = []
    for members, why in merge(told):
        group = _fullest_first([told[at] for at in members])
        events = tuple(each.event for each in group)
        cited = events[0].citation
        texts = len({witness.get(event.citation.key, event.citation.key) for event in events})
        entry = Entry(entry_id(cited), events[0].interval, events, texts, why=why)
        entries.append(replace(entry, score=score(entry, group[0].central, place[cited.key](cited.span.start), as_of)))
    return numbered(sorted(entries, key=reading_order)), _day_weights(read, told, witness)


def reading_order(entry: Entry) -> tuple[date, date, Granularity, str, int]:
    """By first day, then last; coarse units and ranges behind the days they begin with; then source and place."""
    cited = entry.quoted.citation
    return entry.interval.begin, entry.interval.end, entry.interval.unit, cited.key, cited.span.start


def entry_id(citation: Citation) -> str:
    """Eight letters that hang on the source and the words quoted, not on the order or the other articles."""
    return hashlib.sha256(f"{citation.key}\n{citation.quote}".encode()).hexdigest()[:8]


def numbered(items: Sequence[Item]) -> tuple[Item, ...]:
    """Entries or statements with their ids. A source that prints one sentence twice gives two one id: the later ones get a
    number."""
    seen: Counter[str] = Counter()
    made = []
    for item in items:
        name = entry_id(item.quoted.citation if isinstance(item, Entry) else item.citation)
        seen[name] += 1
        made.append(replace(item, id=name if seen[name] == 1 else f"{name}-{seen[name]}"))
    return tuple(made)


def _fullest_first(group: Sequence[Telling]) -> list[Telling]:
    """The telling to quote first: the one that holds most of what all tell; the others by source and place."""
    common = Counter(word for each in group for word in each.words)
    ordered = sorted(group, key=lambda each: (each.key, each.event.citation.span))
    best = max(ordered, key=lambda each: fullness(each.words, each.event.citation.quote, common))
    return [best, *(each for each in ordered if each is not best)]


def _day_weights(read: Sequence[Read], told: Sequence[Telling], witness: Mapping[str, str]) -> dict[date, float]:
    published = {witness.get(each.key, each.key): each.article.anchor.day for each in read}
    days = (
        (each.event.interval.begin, witness.get(each.key, each.key), each.central)
        for each in told
        if each.event.interval.is_day
    )
    return weigh_days(days, published)
