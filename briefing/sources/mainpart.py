"""Which lines of a page are the article: lines with features -> a place for each.

A page is read as four parts in a row: what stands before the article, the article, lines between its paragraphs, what follows.
Each feature of a line speaks for or against each part (`weights.py`), each pair of neighbours has its price, and the cheapest
way through the whole page is taken (Viterbi). So a short line among paragraphs stays, and a sentence in a footer does not.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from briefing.model import BlockKind
from briefing.sources.lines import Line, Shape, features
from briefing.sources.weights import STEPS, WEIGHTS


class Place(IntEnum):
    BEFORE = 0
    BODY = 1
    BETWEEN = 2
    AFTER = 3


NEVER_BODY = frozenset({BlockKind.IMAGES, BlockKind.COPYRIGHT, BlockKind.NOTICE, BlockKind.SHARE, BlockKind.COMMENT})
_PLACES = tuple(Place)
_FAR = -1e9
_AGAINST = 250  # what it costs to take a line for the article whose words make it furniture
_NEAR_COMMENTS, _MANY_COMMENTS = 12, 2

Sums = tuple[float, float, float, float]


def places(lines: list[Line]) -> list[Place]:
    """The place of each line; BODY nowhere if the page holds no article."""
    end = comments_from(lines)
    found = _cheapest_way(lines[:end])
    _keep_last_words(lines, found)
    return found + [Place.AFTER] * (len(lines) - end)


def _keep_last_words(lines: list[Line], found: list[Place]) -> None:
    """Whole sentences that go on right behind the article are its last paragraphs, however short: a line too many can be
    told from its kind, a sentence lost can't be told at all."""
    last = max((n for n, place in enumerate(found) if place is Place.BODY), default=len(found))
    first = next((n for n, place in enumerate(found) if place is Place.BODY), last)
    for n in range(first, last):
        if found[n] is Place.BETWEEN and lines[n].is_prose:
            found[n] = Place.BODY
    for n in range(last + 1, len(found)):
        if not lines[n].is_prose:
            return
        found[n] = Place.BODY


def comments_from(lines: list[Line]) -> int:
    """The index of the line from which readers' comments run to the end: a comment word after the first paragraph, with
    more of them close behind. `len(lines)` where there are none."""
    first = next((n for n, line in enumerate(lines) if line.cell == "paragraph"), len(lines))
    marks = [n for n, line in enumerate(lines) if n > first and line.cell == "comment"]
    for at, mark in enumerate(marks):
        if sum(other - mark <= _NEAR_COMMENTS for other in marks[at + 1 : at + 6]) >= _MANY_COMMENTS:
            return mark
    return len(lines)


def _cheapest_way(lines: list[Line]) -> list[Place]:
    if not lines:
        return []
    before, body, _, _ = _weigh(lines[0].shape, lines[0].kind is not None and lines[0].kind.kind in NEVER_BODY)
    between = after = _FAR
    back: list[tuple[int, int, int]] = []  # where the best way to BODY, BETWEEN, AFTER came from
    usual = STEPS["label"]
    for line in lines[1:]:
        here = _weigh(line.shape, line.kind is not None and line.kind.kind in NEVER_BODY)
        step = STEPS.get(line.cell, usual)
        to_body, from_body = body + step[2], 1
        if before + step[1] > to_body:
            to_body, from_body = before + step[1], 0
        if between + step[5] > to_body:
            to_body, from_body = between + step[5], 2
        to_between, from_between = body + step[3], 1
        if between + step[6] > to_between:
            to_between, from_between = between + step[6], 2
        to_after, from_after = after + step[7], 3
        if body + step[4] > to_after:
            to_after, from_after = body + step[4], 1
        if between + step[4] > to_after:
            to_after, from_after = between + step[4], 2
        back.append((from_body, from_between, from_after))
        before += step[0] + here[0]
        body, between, after = to_body + here[1], to_between + here[2], to_after + here[3]
    place = max((before, 0), (body, 1), (after, 3))[1]
    way = [_PLACES[place]]
    for came in reversed(back):
        if place:
            place = came[place - 1]
        way.append(_PLACES[place])
    way.reverse()
    return way


@lru_cache(maxsize=20_000)
def _weigh(shape: Shape, never: bool) -> Sums:
    """What the features of a line add for each place; `never`: its words make it furniture."""
    rows = [WEIGHTS[name] for name in features(shape) if name in WEIGHTS]
    before, body, between, after = (sum(row[n] for row in rows) for n in range(4))
    return (before, body - _AGAINST if never else body, between, after)
