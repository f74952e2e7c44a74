"""Which days and entries are wanted: what matters most, when a person asks for less than all.

A day matters by the sources that tell of it, not by what was published on it: each source counts once, by how central its
best sentence on that day is, and counts again when it still tells of the day later.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from briefing.model import Entry
from briefing.timeline.terms import stems
from briefing.timeline.wishes import OWN, Wishes

LATER = 1  # days after which a source that still tells of a day shows that it lasted
LASTING = 0.5  # how much that adds
PER_DAY = 2  # entries of a day that stand at full length in a long note
SPAN = 1.4  # a timeline of a story has so many days for the square root of the days it ran


def weigh_days(tellings: Iterable[tuple[date, str, float]], published: Mapping[str, date | None]) -> dict[date, float]:
    """How much each day matters. `tellings` are (day, witness, how central its sentence is); `published` days by witness."""
    best: dict[date, dict[str, float]] = defaultdict(dict)
    for day, witness, central in tellings:
        best[day][witness] = max(central, best[day].get(witness, 0.0))
    weights = {}
    for day, found in best.items():
        later = sum(1 for witness in found if (out := published.get(witness)) is not None and (out - day).days > LATER)
        weights[day] = math.log1p(math.fsum(found.values())) + LASTING * math.log1p(later)
    return weights


def own_length(published: Iterable[date | None]) -> int:
    """How many days a timeline has when nobody says: it grows with the square root of the days its articles span."""
    days = sorted(day for day in published if day is not None)
    return max(1, round(SPAN * math.sqrt((days[-1] - days[0]).days + 1))) if days else 10


def choose(
    entries: Sequence[Entry], weights: Mapping[date, float], own: int, wishes: Wishes, pinned: Iterable[str] = ()
) -> tuple[Entry, ...]:
    """The entries that the wishes keep, in their order. `own` is the `own_length`. Pinned entries are always kept."""
    always = set(pinned)
    kept = [e for e in entries if e.id in always or _within(e, wishes)]
    if wishes.max_days is not None:
        days = {e.interval.begin for e in kept if e.interval.is_day}
        best = set(_foremost_days(days, weights, own if wishes.max_days == OWN else wishes.max_days))
        kept = [e for e in kept if e.id in always or (e.interval.is_day and e.interval.begin in best)]
    if wishes.per_day is not None:
        chosen = {e.id for group in _by_interval(kept) for e in _best(group, wishes.per_day)}
        kept = [e for e in kept if e.id in always or e.id in chosen]
    return tuple(kept)


def foremost(
    entries: Sequence[Entry], weights: Mapping[date, float], own: int, first: Iterable[str] = ()
) -> tuple[str, ...]:
    """All ids, those that a long note prints at full length in front: `first`, then what `choose` keeps for a timeline of its
    own length and the best of each day, the others by their points."""
    chosen = {entry.id for entry in choose(entries, weights, own, Wishes(max_days=OWN, per_day=PER_DAY))}
    ranked = sorted(entries, key=lambda entry: (entry.id not in chosen, -entry.points, entry.interval.begin, entry.id))
    return tuple(dict.fromkeys((*first, *(entry.id for entry in ranked))))


def _foremost_days(days: Iterable[date], weights: Mapping[date, float], number: int) -> list[date]:
    return sorted(days, key=lambda day: (-weights.get(day, 0.0), day))[:number]


def _within(entry: Entry, wishes: Wishes) -> bool:
    after = wishes.first is None or entry.interval.end >= wishes.first
    return after and (wishes.last is None or entry.interval.begin <= wishes.last)


def _by_interval(entries: Sequence[Entry]) -> list[list[Entry]]:
    groups: dict[object, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.interval].append(entry)
    return list(groups.values())


def _best(group: Sequence[Entry], number: int) -> list[Entry]:
    """The best entries of one day that do not repeat one another."""
    chosen: list[tuple[Entry, set[str]]] = []
    for entry in sorted(group, key=lambda e: (-e.points, e.id)):
        words = set(stems(entry.quoted.citation.quote))
        if all(len(words & known) <= 0.6 * min(len(words), len(known)) for _, known in chosen):
            chosen.append((entry, words))
        if len(chosen) == number:
            break
    return [entry for entry, _ in chosen]
