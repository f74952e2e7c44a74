"""Articles with the same text are found: words of each -> groups of copies. One text is one witness, however often printed.

Two texts are near-copies when they share four fifths of the shorter one's runs of five words. Candidates come from an
inverted index of the runs, so that no pair is compared that shares none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from briefing.model import Copies

RUN = 5  # words
SHARED = 0.8
SAMPLE = 4  # of a long text one run in so many is looked at, chosen by its first word
LONG = 400  # words
LOOKED_AT = 50  # texts with most runs in common that a text is compared with
SAME = 0.95  # a text that shares so much with a known one finds no more than that one does
SHORT = 12  # a text of fewer words is a copy only word for word


def find_copies(texts: Mapping[str, Sequence[str]]) -> tuple[Copies, ...]:
    """Groups of source keys that bear one text: `texts` are the words of each article. Groups and keys are sorted."""
    whole: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(texts):
        if texts[key]:
            whole[tuple(texts[key])].append(key)
    groups: dict[int, list[str]] = {}
    known = _Known()
    for at, (words, keys) in enumerate(sorted(whole.items(), key=lambda item: (-len(item[0]), item[1]))):
        runs = _Runs.of(words)
        homes = known.homes(runs) if len(words) >= SHORT else {}
        groups[at] = keys + [key for home in sorted(homes) for key in groups.pop(home)]
        known.move(homes, at)
        if max(homes.values(), default=0.0) < SAME:
            known.add(runs, at)
    exact = {key: words for words, keys in whole.items() for key in keys}
    found = (
        Copies(tuple(sorted(group)), len({exact[key] for key in group}) == 1)
        for group in groups.values()
        if len(group) > 1
    )
    return tuple(sorted(found, key=lambda copies: copies.keys))


class _Known:
    """The texts seen so far, looked up by a sample of their runs."""

    def __init__(self) -> None:
        self._texts: list[tuple[_Runs, int]] = []
        self._index: dict[int, list[int]] = defaultdict(list)
        self._moved: dict[int, int] = {}

    def add(self, runs: _Runs, group: int) -> None:
        for run in runs.all:
            self._index[run].append(len(self._texts))
        self._texts.append((runs, group))

    def move(self, homes: Mapping[int, float], group: int) -> None:
        """What belonged to the groups `homes` belongs to `group` from now on."""
        self._moved |= dict.fromkeys(homes, group)

    def _group(self, text: int) -> int:
        group = self._texts[text][1]
        while group in self._moved:
            group = self._moved[group]
        return group

    def homes(self, runs: _Runs) -> dict[int, float]:
        """The groups with a text that shares enough with `runs`, each with the share; empty if none does."""
        common = Counter(text for run in runs.all for text in self._index.get(run, ()))
        best = sorted(common.items(), key=lambda pair: (-pair[1], pair[0]))[:LOOKED_AT]
        found: dict[int, float] = {}
        for at, _ in best:
            text, group = self._texts[at][0], self._group(at)
            share = runs.share(text)
            if share >= SHARED:
                found[group] = max(share, found.get(group, 0.0))
        return found


@dataclass(frozen=True, slots=True)
class _Runs:
    """The runs of five words of a text, each as a number that is the same on every machine: all of them for a short text,
    else a sample; `sample` is what a text of any length can be compared by."""

    all: frozenset[int]
    sample: frozenset[int]
    whole: bool

    @classmethod
    def of(cls, words: Sequence[str]) -> _Runs:
        numbers = [_number(word) for word in words]
        starts = [at for at, number in enumerate(numbers[: -RUN + 1]) if number % SAMPLE == 0]
        sample = frozenset(hash(tuple(numbers[at : at + RUN])) for at in starts)
        if len(numbers) > LONG:
            return cls(sample, sample, whole=False)
        return cls(frozenset(map(hash, zip(*(numbers[at:] for at in range(RUN)), strict=False))), sample, whole=True)

    def share(self, other: _Runs) -> float:
        """How much of the shorter text's runs both have."""
        mine, theirs = (self.all, other.all) if self.whole and other.whole else (self.sample, other.sample)
        fewer = min(len(mine), len(theirs))
        return len(mine & theirs) / fewer if fewer else 0.0


@lru_cache(maxsize=1 << 18)
def _number(word: str) -> int:
    return crc32(word.encode())
