"""Likenesses -> groups: average linkage over candidate pairs, so that the work grows with the things and not with their pairs.

A group is compared by the sum of its members' vectors, which gives the mean likeness of all pairs exactly.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

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


class Linkage:
    """Joins the two most alike groups again and again. Only groups that a pair leads to are compared. Ties go to the lower index."""

    def __init__(
        self,
        groups: dict[int, Group],
        pairs: Iterable[tuple[int, int]],
        floor: float,
        *,
        fade: float = 0.0,
        half: int = 1,
        veto: Veto | None = None,
    ) -> None:
        """`floor` is the least that any later `until` asks for; `groups` are used up. `veto` keeps two groups apart for good."""
        self._groups = groups
        self._floor, self._fade, self._half, self._veto = floor, fade, half, veto
        self._neighbours: dict[int, set[int]] = defaultdict(set)
        self._heap: list[tuple[float, int, int, int, int]] = []
        for a, b in sorted(set(pairs)):
            self._consider(a, b)

    def until(self, needed: float) -> list[tuple[int, ...]]:
        """The members of each group once no two are alike as `needed`, or all that are have a veto."""
        groups, heap = self._groups, self._heap
        while heap and -heap[0][0] >= needed:
            _, a, b, size_a, size_b = heapq.heappop(heap)
            known = a in groups and b in groups
            if not known or (len(groups[a].members), len(groups[b].members)) != (size_a, size_b):
                continue
            if self._veto is None or not self._veto(groups[a].members, groups[b].members):
                self._join(a, b)
        return [tuple(groups[at].members) for at in sorted(groups)]

    def _join(self, a: int, b: int) -> None:
        self._groups[a].take(self._groups.pop(b))
        near = self._neighbours[a]
        for other in self._neighbours.pop(b):
            self._neighbours[other].discard(b)
            if other != a:
                near.add(other)
        for other in sorted(near):
            self._consider(a, other)

    def _consider(self, a: int, b: int) -> None:
        """Keeps two groups as neighbours while they are half as alike as needed, and as candidates when enough."""
        alike = self._groups[a].alike(self._groups[b], self._fade, self._half)
        if alike < FAR * self._floor:
            self._neighbours[a].discard(b)
            self._neighbours[b].discard(a)
            return
        self._neighbours[a].add(b)
        self._neighbours[b].add(a)
        if alike >= self._floor:
            low, high = min(a, b), max(a, b)
            sizes = len(self._groups[low].members), len(self._groups[high].members)
            heapq.heappush(self._heap, (-round(alike, 9), low, high, *sizes))


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
    size = len(vectors)
    for at, words in enumerate(heaviest):
        found = (index[rooms[at], word] for word in words)
        shared = Counter(chain.from_iterable(others for others in found if 1 < len(others) <= crowd))
        shared.pop(at, None)
        ranked = sorted(
            [other - count * size for other, count in shared.items()]
        )  # most in common first, then by place
        for packed in ranked[:neighbours]:
            other = packed % size
            yield (at, other) if at < other else (other, at)
