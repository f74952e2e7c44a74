"""Articles with the same text are found: runs of words of each -> groups of copies. One text is one witness, however often printed.

Two texts are near-copies when they share four fifths of the shorter one's runs of five words. Candidates come from an
inverted index of the runs, so that no pair is compared that shares none.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from zlib import crc32

from briefing.model import Copies

RUN = 5  # words
SHARED = 0.8
SAMPLE = 4  # of a long text one run in so many is looked at
BITS = (1 << 32) - 1
LONG = 400  # words
ENOUGH = 20  # runs of a sample; a text with fewer is looked up by all of its runs
LOOKED_AT = 50  # texts with most runs in common that a text is compared with
LIKELY = 0.5  # of a sample's runs in common; with fewer it is not worth to count all
SAME = 0.95  # a text that shares so much with a known one finds no more than that one does
SHORT = 12  # a text of fewer words is a copy only word for word


def find_copies(texts: Mapping[str, Runs]) -> tuple[Copies, ...]:
    """Groups of source keys that bear one text. Groups and keys are sorted."""
    whole: dict[bytes, list[str]] = defaultdict(list)
    for key in sorted(texts):
        if texts[key].words:
            whole[texts[key].whole].append(key)
    groups: dict[int, list[str]] = {}
    known = _Known()
    by_length = sorted(whole.values(), key=lambda keys: (-texts[keys[0]].words, keys))
    for at, keys in enumerate(by_length):
        runs = texts[keys[0]]
        homes = known.homes(runs) if runs.words >= SHORT else {}
        groups[at] = keys + [key for home in sorted(homes) for key in groups.pop(home)]
        known.move(homes, at)
        if max(homes.values(), default=0.0) < SAME:
            known.add(runs, at)
    found = (
        Copies(tuple(sorted(group)), len({texts[key].whole for key in group}) == 1)
        for group in groups.values()
        if len(group) > 1
    )
    return tuple(sorted(found, key=lambda copies: copies.keys))


@dataclass(frozen=True, slots=True)
class Runs:
    """A text as copies are found by: how many `words`, a digest of the `whole`, and its runs of five words, each as a number of
    32 bits that is the same on every machine; of a long text those that four divides, which stand for all; `sampled` is how many
    four divides."""

    words: int
    whole: bytes
    packed: bytes
    sampled: int

    @classmethod
    def of(cls, words: Sequence[str]) -> Runs:
        numbers = [_number(word) for word in words]
        runs = {hash(run) & BITS for run in zip(*(numbers[at:] for at in range(RUN)), strict=False)}
        if len(words) > LONG:
            runs = _sample(runs)
        whole = blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=16).digest()
        return cls(len(words), whole, array("I", sorted(runs)).tobytes(), len(_sample(runs)))

    @property
    def all(self) -> set[int]:
        return set(array("I", self.packed))

    def found_by(self) -> set[int]:
        """The runs that it is looked up by: all of a text so short that a sample might miss what two have in common."""
        runs = self.all
        return sample if len(sample := _sample(runs)) >= ENOUGH else runs

    def share(self, other: Runs) -> float:
        """How much of the shorter text's runs both have."""
        mine, theirs = self.all, other.all
        if self.words > LONG or other.words > LONG:
            mine, theirs = _sample(mine), _sample(theirs)
        fewer = min(len(mine), len(theirs))
        return len(mine & theirs) / fewer if fewer else 0.0


def _sample(runs: set[int]) -> set[int]:
    return {run for run in runs if run % SAMPLE == 0}


class _Known:
    """The texts seen so far, looked up by a sample of their runs."""

    def __init__(self) -> None:
        self._texts: list[tuple[Runs, int]] = []
        self._index: dict[int, list[int]] = defaultdict(list)
        self._moved: dict[int, int] = {}

    def add(self, runs: Runs, group: int) -> None:
        for run in runs.found_by():
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

    def homes(self, runs: Runs) -> dict[int, float]:
        """The groups with a text that shares enough with `runs`, each with the share; empty if none does."""
        index = self._index
        common = Counter(chain.from_iterable(index[run] for run in runs.found_by() if run in index))
        best = sorted(common.items(), key=lambda pair: (-pair[1], pair[0]))[:LOOKED_AT]
        found: dict[int, float] = {}
        size = runs.sampled
        for at, count in best:
            text, group = self._texts[at][0], self._group(at)
            if count < LIKELY * min(size, text.sampled):
                continue
            share = runs.share(text)
            if share >= SHARED:
                found[group] = max(share, found.get(group, 0.0))
        return found


@lru_cache(maxsize=1 << 18)
def _number(word: str) -> int:
    return crc32(word.encode())
