"""The tense of the clause around a mention, from the words that show it: said, was, -ed; will, would, may; is, has."""

from __future__ import annotations

from briefing.dates.grammar import BREAK, Grammar
from briefing.model import Tense

REACH = 30  # tokens to either side; a cue further away is another clause's


def clause_tense(grammar: Grammar, shape: str, start: int, end: int) -> Tense:
    """The tense of the nearest cue before the mention in its clause, else of the nearest after it, else of the clause before.

    `shape` is the text over classes, `start` and `end` the mention's tokens in it. "be" before a participle ("will be
    released") hands on to the cue before it.
    """
    cues, joints, stops = grammar.cues, grammar.joints, grammar.stops
    outer = Tense.UNKNOWN
    crossed = False
    for at in range(start - 1, max(-1, start - REACH), -1):
        char = shape[at]
        tense = cues.get(char)
        if tense is Tense.PRESENT and at + 1 < len(shape) and shape[at + 1] in grammar.infinitive:
            tense = Tense.FUTURE  # "is to meet"
        if tense is not None:
            if at and shape[at - 1] in grammar.passive:
                continue
            if not crossed:
                return tense
            outer = tense
            break
        if char in stops or char == BREAK:
            break
        crossed = crossed or char in joints
    for at in range(end, min(len(shape), end + REACH)):
        char = shape[at]
        if char in cues:
            return cues[char]
        if char in stops or char == BREAK or char in joints:
            break
    return outer
