"""Tellings of one event are found and joined: dated sentences of all articles -> groups, each with the reason why.

Two tellings are of one event when their day and unit are equal, their articles tell one story, their words and names are alike
enough, and no figure for the same noun differs. Two entries are better than a false merge.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.model import Event, Interval, Step
from briefing.names import name_key
from briefing.timeline.denials import contradicts
from briefing.timeline.figures import Figures, disagree, figures
from briefing.timeline.linkage import Group, Linkage, nearest
from briefing.timeline.terms import PLAIN_WORD, Rarity, as_printed, cosine, weighed
from briefing.timeline.terms import stems as stems_of

ALIKE = 0.31  # how alike tellings of one day and story must be, on average over the group
BARE = (
    0.42  # how alike any two must be that share neither two names nor a figure, or whose day or doer is loosely known
)
OWN = 0.60  # how alike within one article, where a writer seldom tells a thing twice
NAMES = 2  # so many names in common are participants that agree
PRONOUN = frozenset("he she it they his her its their this that these those we i".split())
MONTH = 31  # days
KEYS, NEIGHBOURS, CROWD = 8, 12, 150  # how candidates are looked up; see `linkage.nearest`


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with its words made comparable. `story` is the number of its article's story, `central` how much of it the
    articles open with, `speaker` the words of who says it."""

    event: Event
    words: Mapping[str, float]
    figures: Figures
    story: int
    central: float = 0.0
    speaker: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        return self.event.citation.key

    @property
    def loose(self) -> bool:
        """Whether day or doer are known too loosely to lean on."""
        first = self.event.citation.quote.split(" ", 1)[0].lower()
        return not self.event.interval.is_day or first in PRONOUN


def telling(event: Event, stems: Sequence[str], rarity: Rarity, story: int, central: float = 0.0) -> Telling:
    """Who is named counts as a word of its own, so that two spellings of one name are alike; the words of dates count nothing,
    for tellings are of one day before they are compared."""
    dates = {word for r in (event.resolution, *event.others) for word in stems_of(r.mention.text)}
    words = weighed([*(w for w in stems if w not in dates), *(f"@{who}" for who in event.who)], rarity)
    return Telling(event, words, figures(event.citation.quote), story, central, frozenset(speakers(event.attribution)))


def merge(told: Sequence[Telling]) -> list[tuple[list[int], tuple[Step, ...]]]:
    """Groups of indexes of tellings of one event, in order of their first, with the steps of the merge.

    Every telling is in exactly one group. Equal sentences of one day are joined first.
    """
    alike = _equal(told)
    first = [group[0] for group in alike]
    vectors = [told[at].words for at in first]
    groups = {at: Group([at], dict(vector)) for at, vector in enumerate(vectors)}
    rooms = [_room(told[at]) for at in first]

    def veto(left: Sequence[int], right: Sequence[int]) -> bool:
        return any(_contradict(told[first[a]], told[first[b]]) for a in left for b in right)

    pairs = nearest(vectors, keys=KEYS, neighbours=NEIGHBOURS, crowd=CROWD, room=rooms)
    linked = Linkage(groups, pairs, ALIKE, veto=veto).until(ALIKE)
    merged = [sorted(at for member in members for at in alike[member]) for members in linked]
    return [(members, _why(told, members)) for members in sorted(merged)]


def _equal(told: Sequence[Telling]) -> list[list[int]]:
    """Tellings with the same words on the same day, wherever they are printed."""
    same: dict[tuple[Interval, str], list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        same[each.event.interval, each.event.citation.quote.casefold()].append(at)
    return list(same.values())


def _room(each: Telling) -> tuple[object, ...]:
    """Only tellings of one room are compared: of one story and one day, or of stretches that begin in one month (a longer
    one: in one year), for "earlier this month" reaches to another day in each paper."""
    interval = each.event.interval
    if interval.is_day:
        return interval.first, each.story
    if (interval.days or 0) <= MONTH:
        return interval.begin.year, interval.begin.month, each.story
    return interval, interval.unit, each.story


def _contradict(a: Telling, b: Telling) -> bool:
    """Whether two tellings can't stand in one entry: a figure differs, one denies, others speak, one writer tells two things."""
    if contradicts(a.event.citation.quote, b.event.citation.quote):
        return True
    if disagree(a.figures, b.figures) is not None or not a.event.interval.overlaps(b.event.interval):
        return True
    if a.speaker and b.speaker and not a.speaker & b.speaker:
        return True
    if (
        a.key != b.key
        and not (a.loose or b.loose)
        and (_names_shared(a, b) >= NAMES or a.figures.keys() & b.figures.keys())
    ):
        return False
    return cosine(a.words, b.words) < (OWN if a.key == b.key else BARE)


def _names_shared(a: Telling, b: Telling) -> int:
    return len(a.event.who & b.event.who)


def _why(told: Sequence[Telling], members: Sequence[int]) -> tuple[Step, ...]:
    """What the tellings of a merged group have in common: day, names, words, figures; and which words only some hold."""
    if len(members) < 2:
        return ()
    group = [told[at] for at in members]
    shared = set.intersection(*(set(each.words) for each in group))
    some = Counter(word for each in group for word in each.words if word not in shared)
    names = sorted(word[1:] for word in shared if word.startswith("@"))
    words = sorted((word for word in shared if not word.startswith("@")), key=lambda w: (-group[0].words[w], w))
    days = dict.fromkeys(each.event.interval for each in group)
    quotes = [each.event.citation.quote for each in group]
    steps = [Step("same-day" if len(days) == 1 else "near-days", tuple(days))]
    if names:
        steps.append(Step("same-names", tuple(names)))
    if words:
        steps.append(Step("same-words", tuple(as_printed(words[:8], quotes))))
    counted = sorted(set.intersection(*(set(each.figures) for each in group)))
    if counted:
        steps.append(Step("same-figures", tuple(f.printed for noun in counted for f in group[0].figures[noun][:1])))
    ignored = [word for word, _ in sorted(some.items(), key=lambda pair: (-pair[1], pair[0])) if word[0] != "@"]
    if ignored:
        steps.append(Step("ignored-words", tuple(as_printed(ignored[:8], quotes))))
    return tuple(steps)


def speakers(attribution: str | None) -> list[str]:
    """The words that name who says a thing, made comparable, in their order."""
    return [name_key(word) for word in PLAIN_WORD.findall(attribution or "") if word[0].isupper()]


def fullness(words: Iterable[str], quote: str, common: Mapping[str, int]) -> float:
    """How much of what the tellings of an event hold in common one of them tells; long ones gain little more."""
    held = math.fsum(math.log(1 + common[word]) for word in words)
    return held / math.sqrt(max(25, len(quote.split())))
