"""Articles of one story are grouped: what each tells, in stems -> groups of source keys.

Names count more than other words, articles weeks apart count as less alike. A story is a course of things told over weeks; a
*happening* is one thing that happened, and its articles must be twice as alike.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.model import Copies
from briefing.timeline.linkage import Group, Linkage, nearest

STORY = 0.11  # how alike two groups of articles must be on average to be one story
HAPPENING = 0.22  # the same to be one happening, where no day helps
NAME = 1.5  # a stem of a name tells more than another
BACKGROUND = 50  # articles imagined beside the folder, so that what all of a small folder share still tells
FADE, FADE_DAYS = 0.5, 45  # what days between can take of likeness at most; so many take half of that
KEPT = 400  # the heaviest stems of an article that are compared
KEYS, NEIGHBOURS, CROWD = 30, 20, 250  # how candidates are looked up; see `nearest`

Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What an article tells: its stems with counts, which of them stand in names, and its day if known."""

    key: str
    stems: Mapping[str, int]
    names: frozenset[str]
    day: date | None


def group_stories(articles: Sequence[Words], copies: Iterable[Copies] = ()) -> tuple[Groups, Groups]:
    """The stories and the happenings within them, the largest first, each the sorted keys of its articles.

    Every article is in one story and in one happening; `copies` of one text are together from the beginning.
    """
    ordered = sorted(articles, key=lambda article: article.key)
    vectors = _vectors(ordered)
    place = {article.key: at for at, article in enumerate(ordered)}
    first = {place[key]: place[same.keys[0]] for same in copies for key in same.keys[1:]}
    groups: dict[int, Group] = {}
    for at, (article, vector) in enumerate(zip(ordered, vectors, strict=True)):
        single = Group([at], dict(vector), article.day.toordinal() if article.day else 0, 1 if article.day else 0)
        if at in first:
            groups[first[at]].take(single)
        else:
            groups[at] = single
    texts = list(groups)
    near = nearest([vectors[at] for at in texts], keys=KEYS, neighbours=NEIGHBOURS, crowd=CROWD)
    pairs = ((texts[a], texts[b]) for a, b in near)
    linkage = Linkage(groups, pairs, STORY, fade=FADE, half=FADE_DAYS)
    happenings = linkage.until(HAPPENING)
    return _keyed(linkage.until(STORY), ordered), _keyed(happenings, ordered)


def _keyed(groups: Iterable[Iterable[int]], ordered: Sequence[Words]) -> Groups:
    keyed = (tuple(sorted(ordered[at].key for at in members)) for members in groups)
    return tuple(sorted(keyed, key=lambda keys: (-len(keys), keys)))


def _vectors(articles: Sequence[Words]) -> list[dict[str, float]]:
    seen = Counter(word for article in articles for word in article.stems)
    size = len(articles) + BACKGROUND
    rarity = {word: math.log(size / (count + 0.5)) for word, count in seen.items()}
    vectors = []
    for article in articles:
        raw = {
            word: (1 + math.log(count)) * rarity[word] * (NAME if word in article.names else 1.0)
            for word, count in sorted(article.stems.items())
        }
        norm = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        kept = raw if len(raw) <= KEPT else sorted(raw, key=lambda word: (-raw[word], word))[:KEPT]
        vectors.append({word: raw[word] / norm for word in kept})
    return vectors
