"""Which line is the headline: lines with their places -> an index, or None."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import BlockKind
from briefing.sources.lines import BY, DATE_LIKE, FUNCTION_WORDS, Line, ending_of
from briefing.sources.mainpart import Place

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5  # letters that two words must share to be taken for one
_BACK = 40  # lines before the article in which its headline may stand
_NEAR = 5  # lines after a headline in which date or byline stand
_OPENING = 12  # paragraphs that a headline's words are looked for in
_ABOVE, _NEARLY = 5, 0.8  # lines and score by which a headline may stand above the line that scores best
_LEAST = 1.2  # score below which no line is a headline


def headline(lines: Sequence[Line], places: Sequence[Place]) -> int | None:
    """The index of the headline, None where no line before the article speaks of what the article speaks of."""
    first = next((n for n, place in enumerate(places) if place is Place.BODY), None)
    if first is None:
        return next((n for n, line in enumerate(lines) if _may_be_headline(line)), None)
    opening = [line.text for line, place in zip(lines, places, strict=True) if place is Place.BODY][:_OPENING]
    told = {stem for text in opening for stem in stems(text)}
    candidates = [n for n in range(max(0, first - _BACK), min(first + 3, len(lines))) if _may_be_headline(lines[n])]
    scored = [(_score(n, first, lines, told), n) for n in candidates]
    best, at = max(scored, default=(0.0, 0))
    if best < _LEAST:
        return None
    # a standfirst below the headline tells the same story, often in more of its words
    return min(n for score, n in scored if at - _ABOVE <= n <= at and score >= best - _NEARLY)


def stems(text: str) -> set[str]:
    """The beginnings of the words that carry meaning."""
    return {word[:_STEM] for word in _WORD.findall(text.lower()) if word not in FUNCTION_WORDS}


def _may_be_headline(line: Line) -> bool:
    text = line.text
    if line.kind is not None and line.kind.kind not in {BlockKind.NOTICE, BlockKind.RELATED}:
        return False
    words = text.count(" ") + 1
    if not 2 <= words <= 32 or len(text) > 220 or text[0].islower() or BY.match(text):
        return False
    return not (len(text) < 40 and DATE_LIKE.search(text) and words < 7)


def _score(at: int, first: int, lines: Sequence[Line], told: set[str]) -> float:
    """How much a line looks like the headline of the article that begins at `first`."""
    line = lines[at]
    own = stems(line.text)
    if not own:
        return 0.0
    shared = len(own & told)
    score = 2.0 * shared / len(own) + 0.25 * min(shared, 5)
    score += 0.8 if _again(at, lines, first) else 0.0
    near = lines[at + 1 : at + 1 + _NEAR]
    score += 0.6 if any(map(_is_credit, near)) else 0.0
    words = line.text.count(" ") + 1
    score -= 0.8 if words < 4 else 0.0
    score -= {"stop": 1.0, "colon": 1.0, "dots": 0.3}.get(ending_of(line.text), 0.0)
    score -= 0.5 if len(line.text) > 120 else 0.0
    score -= 0.5 if line.kind else 0.0
    score -= 0.7 if at >= first else 0.04 * sum(not _is_credit(other) for other in lines[at + 1 : first])
    return score


def _again(at: int, lines: Sequence[Line], first: int) -> bool:
    """Whether the line stands on the page once more, whole or behind the names of sections ("Home World ...")."""
    text = lines[at].text
    if len(text) < 20:
        return False
    return any(
        n != at and len(lines[n].text) < 300 and text in lines[n].text for n in range(min(first + 1, len(lines)))
    )


def _is_credit(line: Line) -> bool:
    """A line of byline or date, as stands under headlines."""
    return len(line.text) < 140 and bool(BY.match(line.text) or DATE_LIKE.search(line.text))
