"""Which lines of a page are the article: lines with features -> a place for each.

A page is read as four parts in a row: what stands before the article, the article, lines between its paragraphs, what follows.
Each feature of a line speaks for or against each part (`weights.py`), each pair of neighbours has its price, and the cheapest
way through the whole page is taken (Viterbi). So a short line among paragraphs stays, and a sentence in a footer does not.
"""

from __future__ import annotations

from enum import IntEnum

from briefing.model import BlockKind
from briefing.sources.lines import Line
from briefing.sources.weights import STEPS, WEIGHTS


class Place(IntEnum):
    BEFORE = 0
    BODY = 1
    BETWEEN = 2
    AFTER = 3


NEVER_BODY = frozenset({BlockKind.IMAGES, BlockKind.COPYRIGHT, BlockKind.NOTICE, BlockKind.SHARE, BlockKind.COMMENT})
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
    sums: dict[tuple[str, ...], Sums] = {}
    before, body, _, _ = _weigh(lines[0], sums)
    between = after = _FAR
    back: list[tuple[int, int, int]] = []  # where the best way to BODY, BETWEEN, AFTER came from
    for line in lines[1:]:
        here = _weigh(line, sums)
        step = STEPS.get(line.cell) or STEPS["label"]
        to_body = (before + step[1], body + step[2], between + step[5])
        to_between = (_FAR, body + step[3], between + step[6])
        to_after = (_FAR, body + step[4], between + step[4], after + step[7])
        best_body, best_between, best_after = max(to_body), max(to_between), max(to_after)
        back.append((to_body.index(best_body), to_between.index(best_between), to_after.index(best_after)))
        before += step[0] + here[0]
        body, between, after = best_body + here[1], best_between + here[2], best_after + here[3]
    place = max((before, 0), (body, 1), (after, 3))[1]
    way = [place]
    for came in reversed(back):
        if place:
            place = came[place - 1]
        way.append(place)
    return [Place(place) for place in reversed(way)]


def _weigh(line: Line, sums: dict[tuple[str, ...], Sums]) -> Sums:
    """What the features of a line add for each place."""
    found = sums.get(line.shape)
    if found is None:
        rows = [WEIGHTS[name] for name in line.shape if name in WEIGHTS]
        before, body, between, after = (sum(row[n] for row in rows) for n in range(4))
        if line.kind and line.kind.kind in NEVER_BODY:
            body -= _AGAINST
        found = sums[line.shape] = (before, body, between, after)
    return found
