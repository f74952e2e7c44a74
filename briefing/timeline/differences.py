"""Where the sources may differ: entries and people -> `Difference`s. Nothing is judged; both sides are shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.model import Difference, Entry, Interval, NameKind, Person
from briefing.names.tables import folded, read_classes
from briefing.timeline.denials import contradicts, denies, negated
from briefing.timeline.figures import Figures, disagree, figures
from briefing.timeline.terms import stems

APART = 7  # days; further apart, the same people simply met again
ALIKE = 0.4  # the share of the shorter one's words that entries with different figures must have in common
DENIED = 0.5  # the same where one denies
CROWD = 40  # a word or name that more entries of a story hold finds nobody
_WORDS = read_classes("briefing.timeline", "words.txt")
HAPPENING = frozenset(stems(" ".join(sorted(_WORDS["happening"]))))


Outlets = Mapping[str, tuple[str, date | None]]


def find_differences(
    entries: Sequence[Entry], people: Sequence[Person], outlets: Outlets, room: Mapping[str, int]
) -> tuple[Difference, ...]:
    """Days first, then figures, denials and updates, in the order of the entries; then names printed in several ways.

    `outlets` leads from a source key to its outlet and the day it was published: what the same outlet tells otherwise on a
    later day is an update, and its second entry is the later one.
    `room` leads from a source key to its story: entries of different stories never differ.
    """
    told = [_Told.of(entry, outlets, room) for entry in entries]
    return (*_days(told, people), *_contradictions(told, people), *_spellings(people))


@dataclass(frozen=True, slots=True)
class _Told:
    """An entry with its words made comparable."""

    entry: Entry
    words: frozenset[str]
    figures: Figures
    outlets: Mapping[str, date | None]
    story: int

    @classmethod
    def of(cls, entry: Entry, outlets: Outlets, room: Mapping[str, int]) -> _Told:
        quote = entry.quoted.citation.quote
        known = [outlets[key] for key in entry.keys if key in outlets]
        newest = {
            outlet: max((d for o, d in known if o == outlet and d is not None), default=None) for outlet, _ in known
        }
        return cls(entry, frozenset(stems(quote)), figures(quote), newest, room.get(entry.quoted.citation.key, 0))

    @property
    def quote(self) -> str:
        return self.entry.quoted.citation.quote

    @property
    def days(self) -> set[Interval]:
        """The days that its quotation tells of, the governing one first among equals."""
        quoted = self.entry.quoted
        return {self.entry.interval} | {r.interval for r in quoted.others if r.interval is not None}

    def later_than(self, other: _Told) -> bool:
        """Whether an outlet of both tells this one on a later day than the other."""
        ours, theirs = self.outlets, other.outlets
        return any(
            (mine := ours[o]) is not None and (its := theirs[o]) is not None and mine > its
            for o in ours.keys() & theirs
        )

    def alike(self, other: _Told) -> float:
        """The share of the shorter one's words that both hold."""
        shorter = min(len(self.words), len(other.words))
        return len(self.words & other.words) / shorter if shorter else 0.0


def _days(told: Sequence[_Told], people: Sequence[Person]) -> Iterator[Difference]:
    """Entries of different sources that name two people or bodies and one kind of event in common, on different days."""
    persons = {person.id: person for person in people if person.kind in (NameKind.PERSON, NameKind.BODY)}
    common = Counter(word for each in told for word in each.words & HAPPENING)
    for a, b in _pairs(told, [sorted(each.entry.quoted.who & persons.keys()) for each in told], least=2):
        left, right = told[a].entry, told[b].entry
        kinds = told[a].words & told[b].words & HAPPENING
        if not kinds or not _days_apart(left, right) or set(left.keys) & set(right.keys):
            continue
        if left.quoted.saying or right.quoted.saying:
            continue  # what was said on a day need not have happened on it
        shared = [name for name in persons if name in left.quoted.who & right.quoted.who]
        kind = min(kinds, key=lambda word: (-common[word], word))
        days = (str(left.interval), str(right.interval))
        yield _told_again("day", told[a], told[b], (*shared, _as_printed(left, kind)), days)


def _contradictions(told: Sequence[_Told], people: Sequence[Person]) -> Iterator[Difference]:
    """Entries of different sources on one day that count one thing differently, or of which one denies what the other says."""
    names = {person.id for person in people}
    named = [each.entry.quoted.who & names for each in told]
    counting = _pairs(told, [[f"{noun} {each.entry.interval}" for noun in each.figures] for each in told], least=1)
    denied = any(denies(each.quote) or negated(each.quote) for each in told)
    denying = _pairs(told, [sorted(who) for who in named], least=2) if denied else []
    for a, b in sorted({*counting, *denying}):
        left, right = told[a], told[b]
        if set(left.entry.keys) & set(right.entry.keys) or not left.days & right.days:
            continue
        shared = tuple(sorted(named[a] & named[b]))
        alike = left.alike(right)
        noun = disagree(left.figures, right.figures)
        if noun is not None and alike >= ALIKE and shared and left.entry.interval == right.entry.interval:
            facts = (left.figures[noun][0].printed, right.figures[noun][0].printed)
            yield _told_again("figure", left, right, (*shared, left.figures[noun][0].noun), facts)
        elif _denied(left, right) and alike >= DENIED and len(shared) >= 2:
            yield Difference("denial", (left.entry.id, right.entry.id), shared)


def _denied(left: _Told, right: _Told) -> bool:
    """Whether one denies the other: in so many words, or by a "not" on the same day."""
    in_words = denies(left.quote) != denies(right.quote)
    return in_words or (left.entry.interval == right.entry.interval and contradicts(left.quote, right.quote))


def _told_again(kind: str, left: _Told, right: _Told, shared: tuple[str, ...], facts: tuple[str, str]) -> Difference:
    """A difference of its kind; an "update" where an outlet of both tells one of them later, which then stands second."""
    if left.later_than(right):
        return Difference("update", (right.entry.id, left.entry.id), shared, (facts[1], facts[0]))
    if right.later_than(left):
        return Difference("update", (left.entry.id, right.entry.id), shared, facts)
    return Difference(kind, (left.entry.id, right.entry.id), shared, facts)


def _pairs(told: Sequence[_Told], keys: Sequence[Sequence[str]], least: int) -> list[tuple[int, int]]:
    """Pairs of entries of one story, near in time, that share `least` of their keys; a key of a crowd finds nobody."""
    index: dict[tuple[int, str], list[int]] = defaultdict(list)
    for at, words in enumerate(keys):
        for word in words:
            index[told[at].story, word].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for _, group in sorted(index.items()):
        if len(group) <= CROWD:
            for one, a in enumerate(group):
                shared.update((a, b) for b in group[one + 1 :] if _near(told[a].entry, told[b].entry))
    return sorted(pair for pair, count in shared.items() if count >= least)


def _near(left: Entry, right: Entry) -> bool:
    return abs((left.interval.begin - right.interval.begin).days) <= APART


def _days_apart(left: Entry, right: Entry) -> bool:
    return left.interval.is_day and right.interval.is_day and left.interval != right.interval and _near(left, right)


def _as_printed(entry: Entry, kind: str) -> str:
    """The word of the quote behind a stem: "talks"."""
    printed = (word for word in entry.quoted.citation.quote.split() if kind in stems(word))
    return next(printed, kind).strip(".,;:!?“”\"'’()")


def _spellings(people: Sequence[Person]) -> Iterator[Difference]:
    """People whose name is spelt in several ways; a surname alone is no other spelling."""
    for person in people:
        if person.kind is not NameKind.PERSON:
            continue
        kept: dict[str, str] = {}
        for spelling, _ in person.variants:
            form = folded(spelling).replace("-", " ")
            if not any(_part_of(form, longer) for longer in kept):
                kept.setdefault(form, spelling)
        if len(kept) > 1:
            yield Difference("name", (), (person.id,), tuple(kept.values()))


def _part_of(form: str, longer: str) -> bool:
    """Whether a form is a word-wise beginning or end of a longer one, given names shortened to letters included."""
    short, long = form.split(), longer.split()
    if form == longer or short == long[-len(short) :] or short == long[: len(short)]:
        return True
    return short[-1] == long[-1] and short[0][0] == long[0][0] and (len(short[0]) == 1 or short[0] == long[0])
