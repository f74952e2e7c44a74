"""Sentences without a day, told by several sources: read articles -> statements, each with all that tell the same.

No day vouches for them, so the bar is higher than for dated entries: a figure in common, or names and what they do; more of the
words where neither agrees. Two statements are better than a false merge, and a statement never moves into an
entry: that a dated entry of another source tells the same is noted beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from briefing.model import Event, Statement, Step
from briefing.timeline.denials import denies
from briefing.timeline.entries import numbered
from briefing.timeline.figures import disagree, figures
from briefing.timeline.happenings import Place
from briefing.timeline.linkage import Group, Linkage
from briefing.timeline.merging import NAMES, fullness, speakers
from briefing.timeline.reading import Read, continued
from briefing.timeline.terms import Rarity, as_printed, cosine, weighed

SAME = 0.40  # how alike sentences without a day must be that share two names or a figure
KIND = 3  # so many words that stand in no name must agree where no figure does, for the same people do many things
BARE = 0.55  # the same where they share neither
SHORT = 6  # stems; a shorter sentence ("He declined to comment.") is said of many things
HEAVIEST, SHARED = 6, 3  # words by which a sentence finds its like, and how many of them both must hold
CROWD = 60  # a word that more sentences of a group hold finds nobody


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with its stems; `entry` is the id of the dated entry it is in, None for a statement; `names` the stems of all
    names of its article."""

    item: Event | Statement
    stems: tuple[str, ...]
    entry: str | None
    names: frozenset[str]

    @property
    def key(self) -> str:
        return self.item.citation.key

    @property
    def quote(self) -> str:
        return self.item.citation.quote


def settle(
    groups: Iterable[Sequence[str]],
    read: Sequence[Read],
    entry_of: Mapping[Place, str],
    witness: Mapping[str, str],
    rarity: Rarity,
) -> tuple[Statement, ...]:
    """The statements of all articles by source and place, each with its id; every sentence is in exactly one.

    What several articles of one of the `groups` tell alike is one statement. `entry_of` leads from each dated sentence to its
    entry, `witness` from an article to the first one with the same text.
    """
    told = {each.key: [*_tellings(each, entry_of)] for each in read}
    settled: dict[Place, Statement | None] = {}
    for keys in groups:
        if len(keys) > 1:
            settled |= _Room([one for key in keys for one in told[key]], witness, rarity).settled()
    statements = (one.item for key in sorted(told) for one in told[key] if isinstance(one.item, Statement))
    kept = (settled.get(_place(statement), statement) for statement in statements)
    return numbered([statement for statement in kept if statement is not None])


def _tellings(each: Read, entry_of: Mapping[Place, str]) -> Iterator[_Told]:
    """The events and statements of an article, with what the statements go on from."""
    items: tuple[Event | Statement, ...] = (*each.told[0], *continued(each, entry_of))
    names = frozenset(each.made.names)
    for item, words in zip(items, each.stems, strict=False):
        yield _Told(item, words, entry_of[_place(item)] if isinstance(item, Event) else None, names)


def _place(item: Event | Statement) -> Place:
    return item.citation.place


class _Room:
    """What the articles of one group tell, compared: sentences are known by their index in it."""

    def __init__(self, told: Sequence[_Told], witness: Mapping[str, str], rarity: Rarity) -> None:
        self._told, self._witness, self._rarity = told, witness, rarity
        self._equal = _equal(told, witness)
        self._pairs = sorted(
            _candidates(told, [*self._equal, *(at for at, one in enumerate(told) if one.entry)], rarity)
        )
        self._near: dict[int, list[int]] = defaultdict(list)
        for a, b in self._pairs:
            self._near[a].append(b)
            self._near[b].append(a)
        self._vectors = {
            at: weighed([*told[at].stems, *(f"@{who}" for who in told[at].item.who)], rarity) for at in self._near
        }

    def settled(self) -> dict[Place, Statement | None]:
        """Each sentence of a statement that more than one source tells -> that statement where it is the quoted one, else None."""
        told = self._told
        groups = {at: Group([at], dict(self._vectors[at])) for at in sorted(self._vectors) if told[at].entry is None}
        undated = [(a, b) for a, b in self._pairs if a in groups and b in groups]
        linked = Linkage(groups, undated, SAME, veto=self._differ).until(SAME)
        loose = ((at,) for at, same in self._equal.items() if len(same) > 1 and at not in self._vectors)
        found: dict[Place, Statement | None] = {}
        for members in (*linked, *loose):
            every = [told[at].item for member in members for at in self._equal[member]]
            entry = self._dated(members)
            if len(every) == 1 and entry is None:
                continue
            made = self._joined(members, entry)
            found |= {_place(item): None for item in every if isinstance(item, Statement)}
            found[_place(made)] = made
        return found

    def _joined(self, members: Sequence[int], dated: int | None) -> Statement:
        """One statement of the sentences of a group; `dated` is the sentence of an entry that tells the same."""
        told = self._told
        common = Counter(word for member in members for word in set(told[member].stems))
        ordered = sorted(members, key=lambda at: _place(told[at].item))
        best = max(ordered, key=lambda at: fullness(set(told[at].stems), told[at].quote, common))
        every = sorted((told[at].item for member in members for at in self._equal[member]), key=_place)
        first = told[best].item
        assert isinstance(first, Statement)
        return replace(
            first,
            who=frozenset().union(*(item.who for item in every)),
            also=tuple(item.citation for item in every if item is not first),
            texts=len({self._witness.get(item.citation.key, item.citation.key) for item in every}),
            same_as=None if dated is None else told[dated].entry,
            why=tuple(self._why([*ordered, *([] if dated is None else [dated])])),
        )

    def _why(self, members: Sequence[int]) -> Iterator[Step]:
        """What the sentences have in common: names, words, figures."""
        told = [self._told[at] for at in members]
        shared = set.intersection(*(set(one.stems) for one in told))
        names = frozenset.intersection(*(one.item.who for one in told))
        if names:
            yield Step("same-names", tuple(sorted(names)))
        heaviest = sorted(shared, key=lambda word: (-self._rarity(word), word))[:8]
        if printed := as_printed(heaviest, [told[0].quote]):
            yield Step("same-words", tuple(printed))
        counted = [figures(one.quote) for one in told]
        if nouns := sorted(set.intersection(*(set(found) for found in counted))):
            yield Step("same-figures", tuple(figure.printed for noun in nouns for figure in counted[0][noun][:1]))

    def _dated(self, members: Sequence[int]) -> int | None:
        """The sentence of a dated entry that tells what all members tell, the most alike; None where none does."""
        found = {at for member in members for at in self._near.get(member, ()) if self._told[at].entry}
        dated = [at for at in sorted(found) if all(self._same(at, one) for one in members)]
        return max(dated, key=lambda at: self._likeness(at, members[0]), default=None)

    def _differ(self, left: Sequence[int], right: Sequence[int]) -> bool:
        return not all(self._same(a, b) for a in left for b in right)

    def _likeness(self, a: int, b: int) -> float:
        return round(cosine(self._vectors[a], self._vectors[b]), 9)

    def _same(self, a: int, b: int) -> bool:
        """Whether two sentences of different sources surely tell the same."""
        one, two = self._told[a], self._told[b]
        alike = self._likeness(a, b)
        if one.key == two.key or alike < SAME or denies(one.quote) != denies(two.quote):
            return False
        counted = figures(one.quote), figures(two.quote)
        if disagree(*counted) is not None or _others_speak(one.item.attribution, two.item.attribution):
            return False
        if counted[0].keys() & counted[1].keys():
            return True
        kind = (set(one.stems) & set(two.stems)) - one.names - two.names
        return len(kind) >= KIND and (alike >= BARE or len(one.item.who & two.item.who) >= NAMES)


def _others_speak(one: str | None, two: str | None) -> bool:
    """Whether two are named as saying it: neither's last name is a word of the other's; an office alone joins nobody."""
    first, second = speakers(one), speakers(two)
    return bool(first and second) and first[-1] not in second and second[-1] not in first


def _equal(told: Sequence[_Told], witness: Mapping[str, str]) -> dict[int, list[int]]:
    """Statements with the same words in several sources: the first -> all. A short one only where the whole texts are one."""
    same: dict[tuple[object, ...], list[int]] = defaultdict(list)
    seen: Counter[tuple[str, str]] = Counter()
    for at, one in enumerate(told):
        if one.entry is None:
            said = one.quote.casefold()
            seen[one.key, said] += 1  # what one article says twice is said twice
            text = witness.get(one.key, one.key) if len(one.stems) < SHORT else ""
            same[said, seen[one.key, said], text].append(at)
    return {members[0]: members for members in same.values()}


def _candidates(told: Sequence[_Told], these: Iterable[int], rarity: Rarity) -> set[tuple[int, int]]:
    """Pairs of sentences that share some of their heaviest words, at least one of them a statement."""
    index: dict[str, list[int]] = defaultdict(list)
    for at in these:
        words = set(told[at].stems)
        if len(words) >= SHORT:
            for _, word in sorted((-rarity(word), word) for word in words)[:HEAVIEST]:
                index[word].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for members in index.values():
        if 1 < len(members) <= CROWD:
            shared.update(combinations(sorted(members), 2))
    return {
        (a, b)
        for (a, b), count in shared.items()
        if count >= SHARED and told[a].key != told[b].key and not (told[a].entry and told[b].entry)
    }
