"""Which line is the headline: lines with their places -> an index, or None.

Every line above the first paragraph is weighed by what speaks for it (`headmarks.py`, `weights.HEADLINE`); the heaviest is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.sources.headmarks import Page, features, is_credit, may_be_headline, page_of
from briefing.sources.lines import Line
from briefing.sources.mainpart import Place
from briefing.sources.weights import HEADLINE

_CLOSE = 4  # lines between two paragraphs of one text
_LEAST = 0  # weight below which no line is a headline
_AT_ONCE = 3  # lines between the top of the file and its text


def headline(lines: Sequence[Line], places: Sequence[Place], first: int | None) -> int | None:
    """The index of the headline, None where no line before the text, which begins at `first`, looks like one."""
    if first is None:
        return next(
            (n for n, line in enumerate(lines) if line.kind is None and may_be_headline(line) and not is_credit(line)),
            None,
        )
    page = page_of(lines, places, first)
    weights = {n: weight(n, page) for n in page.candidates}
    at = max(weights, key=lambda n: (weights[n], -n), default=None)
    if at is None or weights[at] >= _LEAST:
        return at
    return 0 if 0 in page.candidates and first <= _AT_ONCE else None  # a short text under one line


def weight(at: int, page: Page) -> float:
    """How much a line looks like the headline of the article, in the hundredths of `weights.HEADLINE`."""
    return sum(HEADLINE.get(name, 0) * amount for name, amount in features(at, page).items())


def start_of(lines: Sequence[Line], places: Sequence[Place]) -> int | None:
    """Where the text proper begins: the first paragraph with another close behind; else the first line of the article."""
    body = [n for n, place in enumerate(places) if place is Place.BODY]
    full = [n for n in body if lines[n].cell == "paragraph"]
    for n, following in pairwise(full):
        if following - n <= _CLOSE:
            return n
    return full[0] if full else body[0] if body else None
