"""Likenesses -> groups: average linkage over candidate pairs, so that the work grows with the things and not with their pairs.

A group is compared by the sum of its members' vectors, which gives the mean likeness of all pairs exactly.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

FAR = 0.5  # of the likeness needed: groups less alike than that are not compared again
Veto = Callable[[Sequence[int], Sequence[int]], bool]


@dataclass(slots=True)
class Group:
    """Members by index, the sum of their vectors, and of their days where known (`dated` counts those)."""

    members: list[int]
    total: dict[str, float]
    days: int = 0
    dated: int = 0

    def alike(self, other: Group, fade: float, half: int) -> float:
        """The mean likeness of all pairs; groups `half` days apart lose half of what `fade` says days can take."""
        small, large = (self.total, other.total) if len(self.total) < len(other.total) else (other.total, self.total)
        product = 0.0
        for word, value in small.items():
            if word in large:
                product += value * large[word]
        mean = product / (len(self.members) * len(other.members))
        if not fade or not self.dated or not other.dated:
            return mean
        apart = self.days / self.dated - other.days / other.dated
        return mean * (1 - fade + fade / (1 + (apart / half) ** 2))

    def take(self, other: Group) -> None:
        self.members += other.members
        self.days += other.days
        self.dated += other.dated
        for word, value in other.total.items():
            self.total[word] = self.total.get(word, 0.0) + value


def link(
    groups: dict[int, Group],
    pairs: Iterable[tuple[int, int]],
    needed: float,
    *,
    fade: float = 0.0,
    half: int = 1,
    veto: Veto | None = None,
) -> list[Group]:
    """Joins the two most alike groups again and again until none is alike as `needed`, or all that are have a `veto`.

    Only groups that a pair of `pairs` leads to are compared. Ties go to the lower index.
    """
    neighbours: dict[int, set[int]] = defaultdict(set)
    heap: list[tuple[float, int, int, int, int]] = []

    def consider(a: int, b: int) -> None:
        """Keeps two groups as neighbours while they are half as alike as needed, and as candidates when enough."""
        alike = groups[a].alike(groups[b], fade, half)
        if alike < FAR * needed:
            neighbours[a].discard(b)
            neighbours[b].discard(a)
            return
        neighbours[a].add(b)
        neighbours[b].add(a)
        if alike >= needed:
            low, high = min(a, b), max(a, b)
            heapq.heappush(heap, (-round(alike, 9), low, high, len(groups[low].members), len(groups[high].members)))

    for a, b in sorted(set(pairs)):
        consider(a, b)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if a not in groups or b not in groups or (len(groups[a].members), len(groups[b].members)) != (size_a, size_b):
            continue
        if veto is not None and veto(groups[a].members, groups[b].members):
            continue
        groups[a].take(groups.pop(b))
        for other in neighbours.pop(b):
            neighbours[other].discard(b)
            if other != a:
                neighbours[a].add(other)
        for other in sorted(neighbours[a]):
            consider(a, other)
    return [groups[at] for at in sorted(groups)]


def nearest(
    vectors: Sequence[Mapping[str, float]],
    *,
    keys: int,
    neighbours: int,
    crowd: int,
    room: Sequence[Hashable] | None = None,
) -> Iterable[tuple[int, int]]:
    """Candidate pairs: things that share one of their `keys` heaviest words, each with the `neighbours` that share most.

    A word that more than `crowd` things hold finds nobody. Things in different rooms are never paired.
    """
    index: dict[tuple[Hashable, str], list[int]] = defaultdict(list)
    rooms: Sequence[Hashable] = room if room is not None else [0] * len(vectors)
    heaviest = [sorted(vector, key=lambda word: (-vector[word], word))[:keys] for vector in vectors]
    for at, words in enumerate(heaviest):
        for word in words:
            index[rooms[at], word].append(at)
    for at, words in enumerate(heaviest):
        shared: Counter[int] = Counter()
        for word in words:
            found = index[rooms[at], word]
            if 1 < len(found) <= crowd:
                shared.update(found)
        shared.pop(at, None)
        for other, _ in heapq.nsmallest(neighbours, shared.items(), key=_most_first):
            yield (at, other) if at < other else (other, at)


def _most_first(counted: tuple[int, int]) -> tuple[int, int]:
    return -counted[1], counted[0]
