"""Finds the time expressions of a text, not yet resolved: text -> Mentions. Pure; no publication date is asked for.

One scan of the text's classes finds the few places where a date can be; rules are tried only there (see `grammar.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate

from briefing.dates.grammar import LONGEST, Grammar, Node, grammar, plain, tokens_of
from briefing.dates.tense import clause_tense
from briefing.model import Mention, Span
from briefing.timex import DateRange, PartialDate, Timex

POSSESSIVE = ("'s", "’s")  # "hit by Monday's storm" is no bound


def find_mentions(text: str, language: str = "en", spans: Iterable[Span] | None = None) -> tuple[Mention, ...]:
    """All time expressions of `text` in reading order, none overlapping another.

    `spans`: the parts of the text to be read (blocks), each by itself; None: the whole text. Places are characters of
    `text`. Empty for a language without date rules.
    """
    rules = grammar(language)
    if rules is None:
        return ()
    if spans is None:
        return _without_stray_antiquity(_read(rules, text, 0), rules)
    found = [mention for span in spans for mention in _read(rules, span.of(text), span.start)]
    return _without_stray_antiquity(found, rules)


def has_rules(language: str) -> bool:
    """Whether there are date rules for a language (ISO 639-1)."""
    return grammar(language) is not None


def _read(rules: Grammar, text: str, offset: int) -> list[Mention]:
    """The mentions of one part of a text; `offset` is where the part begins."""
    tokens = tokens_of(text)
    shape = "".join(map(rules.classes.__getitem__, tokens))
    found: list[Mention] = []
    ends: list[int] = []
    beginnings = rules.beginnings
    for place in rules.places.finditer(shape):
        at, last = place.span()
        while at < last:
            pair = shape[at : min(at + 2, last)]
            if not (beginnings[pair] if pair in beginnings else rules.beginning(pair)):
                at += 1
                continue
            hit = _first(rules, tokens, shape, at, last)
            if hit is None:
                at += 1
                continue
            node, timex = hit
            ends = ends or list(accumulate(map(len, tokens), initial=0))
            start = ends[at]
            stop = ends[at + node.length - 1] + len(tokens[at + node.length - 1].rstrip(" "))
            if isinstance(timex, DateRange):
                timex = _with_places(timex, text[start:stop])
            tense = clause_tense(rules, shape, at, at + node.length)
            span, surface = Span(offset + start, offset + stop), text[start:stop]
            open_to = rules.language.bounds.get(plain(tokens[at - 1])) if at else None
            if open_to and text.startswith(POSSESSIVE, stop):
                open_to = None
            found.append(Mention(span, surface, timex, node.rule.name, tense, open_to))
            at += node.length
    return found


def _first(rules: Grammar, tokens: list[str], shape: str, at: int, last: int) -> tuple[Node, Timex] | None:
    """The longest match at a token that means something and may stand by itself."""
    for node in rules.candidates(shape[at : min(last, at + LONGEST)]):
        if node.rule.alone:
            timex = node.meaning(tokens, at)
            if timex is not None:
                return node, timex
    return None


_BETWEEN = re.compile(r"\s*(?:[-–—]|\b(?:to|through|thru|until|till|til|and)\b)\s*")


def _with_places(timex: DateRange, words: str) -> DateRange:
    """A range with the places of its two dates inside the mention."""
    joint = _BETWEEN.search(words)
    if joint is None:
        return timex
    return replace(timex, first_span=(0, joint.start()), last_span=(joint.end(), len(words)))


def _without_stray_antiquity(found: list[Mention], rules: Grammar) -> tuple[Mention, ...]:
    """ "in 492" is a year only where the text speaks of years before Christ."""
    if not any(mention.rule in rules.antiquity for mention in found):
        return tuple(found)
    if any(isinstance(mention.timex, PartialDate) and mention.timex.bc for mention in found):
        return tuple(found)
    return tuple(mention for mention in found if mention.rule not in rules.antiquity)
