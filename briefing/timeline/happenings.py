"""What several sources tell of one happening: groups of articles and the ids of what they tell -> `Happening`s.

Many sentences of a newspaper have no day. What they tell of then shows in their article: the articles of one happening have a
handful of words in common, and a sentence that holds two of those tells of it. The days of publication keep it to one happening:
what goes on for longer than a week is a story. That is a loose tie, right four times of five, so it stands in the data and in
`--explain`, where it helps to look around, and not in the note, on which people act.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from briefing.model import Fragment, Happening
from briefing.timeline.reading import Read
from briefing.timeline.terms import STEMMED, Rarity, as_printed

WITHIN = 7  # days from the first to the last article of a happening
WORDS = 12  # that a happening is known by, at most
HELD = 2  # of them a sentence must hold

Place = tuple[str, int]  # source key and start of a sentence


def find_happenings(
    groups: Iterable[Sequence[str]],
    read: Mapping[str, Read],
    ids: Mapping[Place, str],
    entries: Collection[str],
    rarity: Rarity,
) -> tuple[Happening, ...]:
    """The happenings that more than one article tells, in the order of `groups`: keys of articles that are alike enough.

    `ids` leads from each sentence that is told to its entry or statement, in their order; `entries` are the ids that have a day.
    """
    order = {name: at for at, name in enumerate(dict.fromkeys(ids.values()))}
    told = ([read[key] for key in keys if read[key].language in STEMMED] for keys in groups)
    found = (_happening(group, ids, entries, rarity, order) for group in told if len(group) > 1)
    return tuple(happening for happening in found if happening is not None)


@dataclass(slots=True)
class _Telling:
    """What one entry or statement tells of a happening: by which sources, and the weight of its words in one sentence."""

    keys: set[str] = field(default_factory=set)
    weight: float = 0.0
    quotes: list[str] = field(default_factory=list)


def _happening(
    group: Sequence[Read], ids: Mapping[Place, str], entries: Collection[str], rarity: Rarity, order: Mapping[str, int]
) -> Happening | None:
    group = _within_days(group)
    common = in_common([{word for words in each.stems for word in words} for each in group], rarity)
    told: dict[str, _Telling] = {}
    for each in group:
        for item, words in zip(each.items(), each.stems, strict=True):
            held = common.keys() & set(words)
            name = ids.get(item.citation.place)
            if len(held) < HELD or name is None or isinstance(item, Fragment):
                continue
            telling = told.setdefault(name, _Telling())
            telling.keys.add(each.key)
            telling.weight = max(telling.weight, sum(sorted(common[word] for word in held)))
            telling.quotes.append(item.citation.quote)
    if len({key for telling in told.values() for key in telling.keys}) < 2:
        return None

    def best(name: str) -> tuple[bool, int, float, int]:
        return name in entries, len(told[name].keys), told[name].weight, -order[name]

    head, *rest = sorted(told, key=lambda name: order[name])
    head, rest = max(told, key=best), [head, *rest]
    quotes = [quote for name in [head, *rest] for quote in told[name].quotes]
    keys = tuple(sorted(each.key for each in group))
    return Happening(keys, tuple(as_printed(common, quotes)), head, tuple(name for name in rest if name != head))


def _within_days(group: Sequence[Read]) -> list[Read]:
    """The articles of the week in which most were published, and those whose day is not known."""
    days = sorted(each.article.anchor.day for each in group if each.article.anchor.day is not None)
    last = timedelta(WITHIN)
    counts = {day: bisect_right(days, day + last) - bisect_left(days, day) for day in days}
    first = max(sorted(counts), key=lambda day: counts[day], default=None)
    return [
        each
        for each in group
        if first is None or each.article.anchor.day is None or first <= each.article.anchor.day <= first + last
    ]


def in_common(articles: Sequence[Collection[str]], rarity: Rarity) -> dict[str, float]:
    """The stems that articles have in common, the heaviest of those that at least two hold: stem -> weight, heaviest first."""
    shared = Counter(word for words in articles for word in words)
    weights = {word: count / len(articles) * rarity(word) for word, count in shared.items() if count > 1}
    kept = sorted(weights, key=lambda word: (-weights[word], word))[:WORDS]
    return {word: weights[word] for word in kept}
