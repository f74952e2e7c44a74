"""Tellings of one event are found and joined: events of all articles -> groups, each with the reasons why.

Candidates come from an inverted index over rare stems, never from all pairs; a pair is joined only when day, names, words and
figures let it. Two entries are better than a false merge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.model import Event, Step
from briefing.timeline.terms import Rarity, cosine, stems, weighed

ALIKE = 0.45  # how alike the words of two tellings of one day must be
OWN = 0.60  # the same within one article, where a writer does not tell a thing twice
RARE = 8  # by how many of its rarest stems a telling is looked up
CROWD = 60  # stems that more tellings of a day share find nobody


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with its words made comparable."""

    event: Event
    words: Mapping[str, float]
    story: int


def tellings(events: Sequence[Event], stories: Mapping[str, int], rarity: Rarity) -> list[Telling]:
    return [Telling(e, weighed(stems(e.citation.quote), rarity), stories.get(e.citation.key, 0)) for e in events]


def merge(told: Sequence[Telling]) -> list[tuple[list[int], tuple[Step, ...]]]:
    """Groups of indexes of tellings of one event, with the steps that joined them; each telling is in one group."""
    top = list(range(len(told)))
    why: dict[int, list[Step]] = defaultdict(list)
    members: dict[int, list[int]] = {at: [at] for at in top}
    for a, b in sorted(set(_candidates(told))):
        left, right = top[a], top[b]
        if left == right:
            continue
        step = same_event(told[a], told[b])
        if step is None or not all(_fits(told[x], told[y]) for x in members[left] for y in members[right]):
            continue
        keep, gone = min(left, right), max(left, right)
        for at in members[gone]:
            top[at] = keep
        members[keep] += members.pop(gone)
        why[keep] += [*why.pop(gone, []), step]
    return [(sorted(group), tuple(why[first])) for first, group in sorted(members.items())]


def same_event(a: Telling, b: Telling) -> Step | None:
    """What shows that two tellings are of one event; None when too little does."""
    if not _fits(a, b):
        return None
    alike = cosine(a.words, b.words)
    needed = OWN if a.event.citation.key == b.event.citation.key else ALIKE
    if alike < needed:
        return None
    shared = sorted(set(a.words) & set(b.words), key=lambda w: (-a.words[w] * b.words[w], w))
    return Step("same-event", (a.event.interval, ", ".join(shared[:5])))


def _fits(a: Telling, b: Telling) -> bool:
    """Whether day and unit let two tellings be one event."""
    return a.story == b.story and a.event.interval == b.event.interval


def _candidates(told: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs of one day that share a rare stem."""
    index: dict[tuple[object, str], list[int]] = defaultdict(list)
    for at, telling in enumerate(told):
        rarest = sorted(telling.words, key=lambda w: (-telling.words[w], w))[:RARE]
        for word in rarest:
            index[telling.event.interval, word].append(at)
    for group in index.values():
        if len(group) <= CROWD:
            yield from ((a, b) for at, a in enumerate(group) for b in group[at + 1 :])
