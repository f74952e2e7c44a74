"""Which lines of a page are the article: lines with features -> a place for each.

A page is read as four parts in a row: what stands before the article, the article, lines between its paragraphs, what follows.
Each feature of a line speaks for or against each part (`weights.py`), each pair of neighbours has its price, and the cheapest
way through the whole page is taken (Viterbi). So a short line among paragraphs stays, and a sentence in a footer does not.
"""

from __future__ import annotations

from collections.abc import Callable
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
_WHOLE_TEXT = 1500  # characters of one line: a text whose line breaks were lost, wherever it stands
_SENTENCE_CLASS = 3  # classes of length: shorter ones end in a full stop by chance
_NEAR_COMMENTS, _MANY_COMMENTS = 12, 2

Sums = tuple[float, float, float, float]


def places(lines: list[Line]) -> list[Place]:
    """The place of each line; BODY nowhere if the page holds no article."""
    end = comments_from(lines)
    found = _cheapest_way(lines[:end])
    is_sentence = _judge(lines)
    if not any(place is Place.BODY and is_sentence(line) for line, place in zip(lines, found, strict=False)):
        found = _by_sentences(lines[:end], is_sentence) or found
    _drop_last_lines(lines, found)
    _keep_sentences(lines, found, is_sentence)
    return found + [Place.AFTER] * (len(lines) - end)


def _judge(lines: list[Line]) -> Callable[[Line], bool]:
    """What tells a whole sentence. A text in which no line is furniture is no page, and what ends in it as sentences do is one,
    whatever its language: the commonest words of most are not known here."""
    if any(line.kind is not None for line in lines):
        return lambda line: line.is_prose
    return lambda line: line.is_prose or (line.shape[1] in {"stop", "mark"} and line.shape[0] >= _SENTENCE_CLASS)


def _by_sentences(lines: list[Line], is_sentence: Callable[[Line], bool]) -> list[Place] | None:
    """The places of a page so short, or so full of pictures, that its parts do not tell: whole sentences are the article."""
    prose = [n for n, line in enumerate(lines) if is_sentence(line) and line.cell == "paragraph"]
    if not prose and all(line.kind is None for line in lines):
        prose = [n for n, line in enumerate(lines) if is_sentence(line) and line.shape[1] == "stop"]
    if not prose:
        return None
    first, last = prose[0], prose[-1]
    inside = [Place.BODY if is_sentence(lines[n]) else Place.BETWEEN for n in range(first, last + 1)]
    return [Place.BEFORE] * first + inside + [Place.AFTER] * (len(lines) - last - 1)


def _keep_sentences(lines: list[Line], found: list[Place], is_sentence: Callable[[Line], bool]) -> None:
    """Whole sentences right before, in and behind the article are its paragraphs, however short: a line too many can be
    told from its kind, a sentence lost can't be told at all."""
    for n, line in enumerate(lines[: len(found)]):
        if len(line.text) > _WHOLE_TEXT and line.kind is None and line.shape[2] >= 3:
            found[n] = Place.BODY
    body = [n for n, place in enumerate(found) if place is Place.BODY]
    if not body:
        return
    for n in range(body[0], body[-1]):
        if found[n] is Place.BETWEEN and (is_sentence(lines[n]) or _is_cut(lines[n], lines[n + 1])):
            found[n] = Place.BODY
    short = all(line.cell != "paragraph" for line in lines)  # a note of some short sentences, and no page
    for n in range(body[0] - 1, -1, -1):
        if is_sentence(lines[n]) and lines[n].shape[1] == "stop" and (short or lines[n].cell == "paragraph"):
            found[n] = Place.BODY
        elif not _is_insert(lines[n]):
            break
    for n in range(body[-1] + 1, len(found)):
        if is_sentence(lines[n]):
            found[n] = Place.BODY
        elif not _is_insert(lines[n]):
            break


def _is_cut(line: Line, after: Line) -> bool:
    """A line without an end before one that begins in lower case: two rests of sentences."""
    return line.kind is None and after.text[0].islower() and line.text[0].isupper() and line.text.count(" ") > 2


def _is_insert(line: Line) -> bool:
    """What stands between paragraphs and says nothing of an end: an advertisement, a sign-up box, a picture, one link."""
    if line.kind is None:
        return False
    if line.kind.kind is BlockKind.RELATED:
        return ": " in line.text
    return line.kind.kind in {BlockKind.NOTICE, BlockKind.CAPTION, BlockKind.IMAGES} or line.kind.reason == "menu-words"


def _drop_last_lines(lines: list[Line], found: list[Place]) -> None:
    """A line without an end behind a heading of related stories or comments is none of the article's."""
    last = max((n for n, place in enumerate(found) if place is Place.BODY), default=0)
    while last > 0 and found[last] is Place.BODY and lines[last].shape[1] == "open" and not lines[last].kind:
        above = lines[last - 1].kind
        if above is None or above.kind not in {BlockKind.RELATED, BlockKind.COMMENT}:
            return
        found[last] = Place.AFTER
        last -= 1


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
