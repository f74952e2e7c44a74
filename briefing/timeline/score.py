"""What matters: an entry -> the few parts of its score, each a number that a sentence can explain."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from briefing.model import Entry, Granularity, ScorePart
from briefing.timeline.terms import stems

SPECIFIC = {
    Granularity.DAY: 1.0,
    Granularity.WEEKEND: 0.8,
    Granularity.RANGE: 0.8,
    Granularity.WEEK: 0.6,
    Granularity.MONTH: 0.4,
}
NEAR_DAYS = 31


def score(entry: Entry, central: float, place: float, as_of: date | None) -> tuple[ScorePart, ...]:
    """Why an entry matters: `central` is the `centrality` of the telling quoted, `place` where that stands in its article,
    0 = first sentence, 1 = last."""
    parts = [
        sources_part(entry.texts),
        ScorePart("central", round(min(central, 2.0), 3)),
        ScorePart("early", round(1.0 - place, 3)),
        ScorePart("specific", SPECIFIC.get(entry.interval.unit, 0.1) + 0.1 * min(3, len(entry.quoted.who))),
    ]
    if as_of is not None:
        days = abs((min(max(as_of, entry.interval.begin), entry.interval.end) - as_of).days)
        parts.append(ScorePart("near", round(1.0 / (1.0 + days / NEAR_DAYS), 3)))
    return tuple(parts)


def sources_part(texts: int) -> ScorePart:
    """What the number of independent texts adds: one is 1, three are 2, seven are 3."""
    return ScorePart("sources", round(math.log2(texts + 1), 3))


def centrality(words: Collection[str], lead: Mapping[str, float]) -> float:
    """How much of a sentence the articles open with: the shares of its stems, over the root of how many they are."""
    return math.fsum(lead.get(word, 0.0) for word in words) / math.sqrt(len(words) + 3)


def lead_words(leads: Iterable[Collection[str]]) -> dict[str, float]:
    """Stems of the articles' openings -> the share of articles that open with them."""
    number = 0
    counted: Counter[str] = Counter()
    for opening in leads:
        number += 1
        counted.update(sorted(opening))
    return {word: count / number for word, count in counted.items()}


def choose_glance(
    entries: Sequence[Entry], as_of: date | None, disputed: Iterable[str], pinned: Iterable[str] = ()
) -> tuple[str, ...]:
    """The entries for "At a glance": the best of the newest day up to `as_of`; the best from another source, else of
    another day; the next one ahead. Pinned entries come first. An entry under a difference only if nothing else exists."""
    avoid = set(disputed)
    chosen: list[Entry] = [e for e in entries if e.id in set(pinned)][:3]
    past = [e for e in entries if as_of is None or e.interval.begin <= as_of]
    ahead = [e for e in entries if as_of is not None and e.interval.begin > as_of]
    if past:
        days = [e for e in past if e.interval.is_day] or past
        newest = max(e.interval.begin for e in days)
        _take(chosen, [e for e in days if e.interval.begin == newest], avoid)
        first = chosen[0]
        other = [e for e in days if not set(e.keys) & set(first.keys)] or [
            e for e in past if e.interval != first.interval
        ]
        _take(chosen, other, avoid)
    if ahead:
        soonest = min(e.interval.begin for e in ahead)
        _take(chosen, [e for e in ahead if e.interval.begin == soonest], avoid)
    return tuple(entry.id for entry in chosen[:3])


def _take(chosen: list[Entry], entries: Sequence[Entry], avoid: set[str]) -> None:
    known = {entry.id for entry in chosen}
    free = [e for e in entries if e.id not in known and not _says_the_same(e, chosen)]
    if free:
        chosen.append(min(free, key=lambda e: (e.id in avoid, -e.points, e.interval.begin, e.id)))


def _says_the_same(entry: Entry, chosen: Sequence[Entry]) -> bool:
    """Whether most words of an entry are said already."""
    words = set(stems(entry.quoted.citation.quote))
    return any(len(words & set(stems(c.quoted.citation.quote))) > 0.6 * len(words) for c in chosen)
