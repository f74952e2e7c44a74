"""Finds the time expressions of a text, not yet resolved: text -> Mentions. Pure; no publication date is asked for.

One scan of the text's classes finds the few places where a date can be; rules are tried only there (see `grammar.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from briefing.dates.compiled import Node
from briefing.dates.cutting import plain, tokens_of
from briefing.dates.grammar import LONGEST, Grammar, grammar
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
    begin = passed = 0  # where the token number `passed` begins
    for place in rules.places.finditer(shape):
        at, last = place.span()
        while at < last:
            if shape[at : at + 2] in rules.hopeless:
                at += 1
                continue
            nodes = rules.candidates(shape[at : at + LONGEST])
            hit = _first(nodes, tokens, at) if nodes else None
            if hit is None:
                at += 1
                continue
            node, timex = hit
            begin += len("".join(tokens[passed:at]))
            passed, at = at, at + node.length
            stop = begin + len("".join(tokens[passed:at]).rstrip(" "))
            words = text[begin:stop]
            if isinstance(timex, DateRange):
                timex = _with_places(timex, words)
            open_to = rules.language.bounds.get(plain(tokens[passed - 1])) if passed else None
            if open_to and text.startswith(POSSESSIVE, stop):
                open_to = None
            tense = clause_tense(rules.tense_words, shape, passed, at)
            found.append(Mention(Span(offset + begin, offset + stop), words, timex, node.rule.name, tense, open_to))
    return found


def _first(nodes: tuple[Node, ...], tokens: list[str], at: int) -> tuple[Node, Timex] | None:
    """The longest match at a token that means something and may stand by itself."""
    for node in nodes:
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
