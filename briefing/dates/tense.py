"""The tense of the clause around a mention, from the words that show it: said, was, -ed; will, would, may; is, has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefing.dates.classes import BREAK
from briefing.model import Tense

_BESIDE = 4  # tokens from "early" to the day in "as early as the day"
REACH = 30  # tokens to either side; a cue further away is another clause's


@dataclass(frozen=True, slots=True)
class TenseWords:
    """The characters of the words that tell the tense of a clause: see `rule.Language.cues`. `signals` finds any of them."""

    cues: dict[str, Tense]
    stops: frozenset[str]
    joints: frozenset[str]
    limits: frozenset[str]
    denials: frozenset[str]
    prospects: frozenset[str]
    infinitive: frozenset[str]
    comparing: frozenset[str]
    idle: frozenset[str]
    contracted: frozenset[str]
    apostrophe: frozenset[str]
    perfect: frozenset[str]
    pluperfect: frozenset[str]
    signals: re.Pattern[str]

    @classmethod
    def of(cls, charset: Callable[[str], str], stops: Iterable[str]) -> TenseWords:
        def marked(name: str) -> frozenset[str]:
            return frozenset(charset(f"~{name}"))

        cues = {char: tense for tense in Tense for char in charset(f"~{tense.value}")}
        cues |= dict.fromkeys(marked("prospect"), Tense.FUTURE)
        signs = frozenset("".join(charset(f"={sign}") for sign in stops) + BREAK)
        joints, limits, denials = marked("joint"), marked("limit"), marked("denial")
        signals = re.compile(f"[{re.escape(''.join({*cues, *signs, *joints, *limits, *denials}))}]")
        return cls(
            cues, signs, joints, limits, denials, marked("prospect"), marked("infinitive"), marked("comparing"), marked("idle"), marked("contracted"),
            frozenset(charset("='")), marked("perfect"), marked("pluperfect"), signals,
        )  # fmt: skip


def clause_tense(words: TenseWords, shape: str, start: int, end: int) -> Tense:
    """The tense of the nearest cue before the mention in its clause, else of the nearest after it, else of the clause before.

    `shape` is the text over classes, `start` and `end` the mention's tokens in it. "be" before a participle ("will be
    released") hands on to the cue before it. "until" looks ahead, but where it opens a clause or that clause says *not* in the
    past ("until Thursday, they had slept", "did not speak until Thursday").
    """
    cues = words.cues
    outer = Tense.UNKNOWN
    crossed = limited = denied = False
    for signal in words.signals.finditer(shape[max(0, start - REACH + 1) : start][::-1]):
        at, char = start - 1 - signal.start(), signal[0]
        if char in words.stops:
            break
        limited = limited or char in words.limits
        denied = denied or char in words.denials
        if char in cues and (tense := _cue(words, shape, at, start)) is not None:
            if crossed:
                outer = tense
                break
            return Tense.FUTURE if limited and not (denied and tense is Tense.PAST) else tense
        crossed = crossed or char in words.joints
    for signal in words.signals.finditer(shape, end, end + REACH):
        at, char = signal.start(), signal[0]
        if char in cues and (tense := _cue(words, shape, at, start)) is not None:
            return tense
        if char in words.stops or char in words.joints:
            break
    return Tense.FUTURE if limited else outer


def _cue(words: TenseWords, shape: str, at: int, start: int) -> Tense | None:
    """The tense that a word shows where it stands, None where it shows none.

    A participle before its noun ("the proposed talks") and one after "be" show none; "is to meet", "set to meet" and, right beside the mention, "as early as" and "ahead of" look ahead, "won't" does, "had been due" looks back.
    """
    char, before, after = shape[at], shape[at - 1 : at], shape[at + 1 : at + 2]
    tense = words.cues[char]
    if after in words.infinitive and (tense is Tense.PRESENT or char in words.prospects):
        return Tense.FUTURE
    if after in words.comparing and char in words.prospects and start - at <= _BESIDE:
        return Tense.FUTURE
    if before in words.idle or char in words.prospects:
        return None
    if char in words.contracted and after in words.apostrophe:
        return Tense.FUTURE
    if tense is Tense.FUTURE and before in words.perfect and shape[at - 2 : at - 1] in words.pluperfect:
        return Tense.PAST
    return tense
