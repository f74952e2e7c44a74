"""Articles with the same text are found: words of each -> groups of copies. One text is one witness, however often printed.

Two texts are near-copies when they share four fifths of the shorter one's runs of five words. Candidates come from a sample of
the runs, chosen by their hash, so that no pair is compared that shares none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from briefing.model import Copies

RUN = 5  # words
SHARED = 0.8
SAMPLE = 8  # one run in so many is looked up
LOOKED_AT = 50  # texts with most runs in common that a text is compared with
SAME = 0.95  # a text that shares so much with a known one finds no more than that one does
SHORT = 8  # a text of fewer runs is a copy only word for word


def find_copies(texts: Mapping[str, Sequence[str]]) -> tuple[Copies, ...]:
    """Groups of source keys that bear one text: `texts` are the words of each article. Groups and keys are sorted."""
    whole: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(texts):
        if texts[key]:
            whole[tuple(texts[key])].append(key)
    groups: dict[int, list[str]] = {}
    known = _Known()
    for at, (words, keys) in enumerate(sorted(whole.items(), key=lambda item: (-len(item[0]), item[1]))):
        runs = _runs(words)
        homes = known.homes(runs) if len(runs) >= SHORT else {}
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
        self._texts: list[tuple[frozenset[int], int]] = []
        self._index: dict[int, list[int]] = defaultdict(list)
        self._moved: dict[int, int] = {}

    def add(self, runs: frozenset[int], group: int) -> None:
        for run in _sampled(runs):
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

    def homes(self, runs: frozenset[int]) -> dict[int, float]:
        """The groups with a text that shares enough with `runs`, each with the share; empty if none does."""
        common = Counter(text for run in _sampled(runs) for text in self._index.get(run, ()))
        best = sorted(common.items(), key=lambda pair: (-pair[1], pair[0]))[:LOOKED_AT]
        found: dict[int, float] = {}
        for at, _ in best:
            text, group = self._texts[at][0], self._group(at)
            share = len(runs & text) / min(len(runs), len(text))
            if share >= SHARED:
                found[group] = max(share, found.get(group, 0.0))
        return found


def _sampled(runs: frozenset[int]) -> list[int]:
    return [run for run in runs if run % SAMPLE == 0] if len(runs) > 8 * SAMPLE else list(runs)


def _runs(words: Sequence[str]) -> frozenset[int]:
    """The runs of five words, each as a number that is the same on every machine."""
    numbers = [int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big") for word in words]
    made = set()
    for at in range(len(numbers) - RUN + 1):
        number = 0
        for word in numbers[at : at + RUN]:
            number = (number * 1_000_003 + word) & 0xFFFF_FFFF_FFFF
        made.add(number ^ (number >> 17))
    return frozenset(made)
