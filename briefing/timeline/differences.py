"""Where the sources may differ: entries and people -> `Difference`s. Nothing is judged; both sides are shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from briefing.model import Difference, Entry, NameKind, Person
from briefing.names.tables import folded, read_classes
from briefing.timeline.terms import stems

APART = 7  # days; further apart, the same people simply met again
TALKED = frozenset(stems(" ".join(read_classes("briefing.timeline", "words.txt")["happening"])))


def find_differences(entries: Sequence[Entry], people: Sequence[Person]) -> tuple[Difference, ...]:
    """Days first, in the order of the entries; then names printed in several ways."""
    return (*_days(entries, people), *_spellings(people))


def _days(entries: Sequence[Entry], people: Sequence[Person]) -> Iterator[Difference]:
    """Entries of different sources that name two people or bodies and one kind of event in common, on different days."""
    persons = {person.id: person for person in people if person.kind in (NameKind.PERSON, NameKind.BODY)}
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        named = sorted(entry.quoted.who & persons.keys())
        for one, first in enumerate(named):
            for second in named[one + 1 :]:
                index[first, second].append(at)
    pairs: dict[tuple[int, int], None] = {}
    for _, group in sorted(index.items()):
        pairs |= {(a, b): None for one, a in enumerate(group) for b in group[one + 1 : one + 20]}
    common = Counter(word for entry in entries for word in _events_in(entry))
    for a, b in sorted(pairs):
        left, right = entries[a], entries[b]
        kinds = _events_in(left) & _events_in(right)
        if not kinds or not _days_apart(left, right) or set(left.keys) & set(right.keys):
            continue
        shared = [name for name in persons if name in left.quoted.who & right.quoted.who]
        kind = min(kinds, key=lambda word: (-common[word], word))
        days = (str(left.interval), str(right.interval))
        yield Difference("day", (left.id, right.id), (*shared, _as_printed(left, kind)), days)


def _days_apart(left: Entry, right: Entry) -> bool:
    if not left.interval.is_day or not right.interval.is_day:
        return False
    return 0 < abs((left.interval.begin - right.interval.begin).days) <= APART


def _events_in(entry: Entry) -> frozenset[str]:
    return TALKED & set(stems(entry.quoted.citation.quote))


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
            form = folded(spelling)
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
