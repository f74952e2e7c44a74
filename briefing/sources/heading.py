"""Which line is the headline: lines with their places -> an index, or None.

A headline speaks of what the article speaks of, stands above it near a byline or a date, and often a second time on the page. Menus
and the headlines of other articles do one of these by chance, seldom all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.model import BlockKind
from briefing.sources.lines import BY, FULL_DATE, FUNCTION_WORDS, Line, ending_of
from briefing.sources.mainpart import Place

_WORD = re.compile(r"[^\W_]{3,}")
_STEM = 5  # letters that two words must share to be taken for one
_BACK = 150  # lines before the article in which its headline may stand
_OPENING = 12  # paragraphs that a headline's words are looked for in
_CLOSE = 4  # lines between two paragraphs of one text
_LEAST = 0.5  # score below which no line is a headline
_PATH = re.compile(r"[»›>]|\s/\s|^Home\b")
_LONE_LABEL = re.compile(r"^(?:by|date|published|updated)\W*$|^.{0,30}\bago$", re.IGNORECASE)
_BESIDE_DATE = 60  # characters that may stand beside the date in a line of credits
# Furniture words that a headline may hold by chance.
_MISTAKEN = frozenset({BlockKind.NOTICE, BlockKind.RELATED, BlockKind.COMMENT})
_NAME = re.compile(r"^(?:[A-Z][\w'’.-]+ ){1,2}[A-Z][\w'’-]+$")
_SECOND_LOOK = 1.3  # by how much a line above may score less than what is then its standfirst
_WORDIER, _LONGER, _STANDFIRST = 3.5, 1.3, 95  # the same right above one that is so many times longer, and so long


def headline(lines: Sequence[Line], places: Sequence[Place], first: int | None) -> int | None:
    """The index of the headline, None where no line before the text, which begins at `first`, looks like one."""
    if first is None:
        return next((n for n, line in enumerate(lines) if _may_be_headline(line)), None)
    opening = [line.text for line, place in zip(lines[first:], places[first:], strict=True) if place is Place.BODY]
    told = {stem for text in opening[:_OPENING] for stem in stems(text)}
    candidates = [n for n in range(max(0, first - _BACK), first) if _may_be_headline(lines[n])]
    page = "\n".join(line.text for line in lines)
    scores = {n: _score(n, first, lines, told, page) for n in candidates}
    at = max(scores, key=lambda n: (scores[n], -n), default=None)
    if at is None or scores[at] < _LEAST:
        return None
    return _whole(_above_standfirst(at, lines, scores), lines, candidates)


def start_of(lines: Sequence[Line], places: Sequence[Place]) -> int | None:
    """Where the text proper begins: the first paragraph with another close behind; else the first line of the article."""
    body = [n for n, place in enumerate(places) if place is Place.BODY]
    full = [n for n in body if lines[n].cell == "paragraph"]
    for n, following in pairwise(full):
        if following - n <= _CLOSE:
            return n
    return full[0] if full else body[0] if body else None


def stems(text: str) -> set[str]:
    """The beginnings of the words that carry meaning."""
    return {word[:_STEM] for word in _WORD.findall(text.lower()) if word not in FUNCTION_WORDS}


def _may_be_headline(line: Line) -> bool:
    text = line.text
    words = text.count(" ") + 1
    if not 2 <= words <= 32 or len(text) > 220 or text[0].islower() or BY.match(text):
        return False
    if line.kind is not None and line.kind.kind not in _MISTAKEN:
        return False
    return not (words < 12 and is_credit(line))


def _score(at: int, first: int, lines: Sequence[Line], told: set[str], page: str) -> float:
    """How much a line looks like the headline of the article that begins at `first`."""
    line = lines[at]
    text = line.text
    own = stems(text)
    shared = len(own & told)
    words = text.count(" ") + 1
    score = 2.2 * shared / max(4, len(own)) + 0.35 * min(shared, 6)
    score += 1.0 if len(text) >= 15 and page.count(text) > 1 else 0.0
    credits_after = [is_credit(other) for other in lines[at + 1 : at + 7]]
    score += 2.0 if any(credits_after[:1]) else 1.0 if any(credits_after[:3]) else 0.5 if any(credits_after) else 0.0
    score += 0.4 if any(is_credit(other) for other in lines[max(0, at - 2) : at]) else 0.0
    score -= 1.5 if _PATH.search(text) else 0.0
    score -= {"stop": 1.6, "colon": 1.2, "dots": 0.8}.get(ending_of(text), 0.0)
    score -= 2.0 if line.kind else 0.0
    score -= 0.9 if words <= 2 else 0.5 if words == 3 else 0.5 if words > 20 else 0.0
    score -= 0.7 if shared <= 1 and _NAME.match(text) else 0.0
    between = [other for other in lines[at + 1 : first] if not other.kind and not is_credit(other)]
    return score - 0.15 * min(10, sum(len(other.text) >= 50 for other in between)) - 0.02 * min(40, len(between))


def _above_standfirst(at: int, lines: Sequence[Line], scores: dict[int, float]) -> int:
    """A standfirst tells the story in more words than the headline right above it; the headline is the one without a stop."""
    for n in range(at - 1, max(-1, at - 5), -1):
        text = lines[n].text
        if (
            n in scores
            and not lines[n].kind
            and text.count(" ") >= 2
            and not _NAME.match(text)
            and not _PATH.search(text)
        ):
            longer = len(lines[at].text) > max(_STANDFIRST, _LONGER * len(text))
            near = _WORDIER if n == at - 1 and longer and text.count(" ") >= 4 else _SECOND_LOOK
            return n if len(text) < 1.2 * len(lines[at].text) and scores[n] >= scores[at] - near else at
        if n in scores or len(text) > 60:
            return at
    return at


def _whole(at: int, lines: Sequence[Line], candidates: Sequence[int]) -> int:
    """The line that a shortened headline ("St. Lawrence elects a new ...") is the beginning of."""
    if ending_of(lines[at].text) != "dots":
        return at
    start = lines[at].text.rstrip("….").strip()
    return next((n for n in candidates if n != at and len(start) > 15 and lines[n].text.startswith(start)), at)


def is_credit(line: Line) -> bool:
    """A line of byline or date, as stands beside headlines."""
    text = line.text
    if len(text) >= 140:
        return False
    if BY.match(text) or _LONE_LABEL.match(text):
        return True
    date = FULL_DATE.search(text)
    return date is not None and len(text) - (date.end() - date.start()) <= _BESIDE_DATE
