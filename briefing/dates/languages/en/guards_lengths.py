"""What the words around an English length or repetition must not be (see `around.py`)."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.dates.languages.en import words as w
from briefing.dates.languages.en.around import word


def length(tokens: Sequence[str], start: int, end: int) -> bool:
    """A length of time: no fraction ("three quarters of it"), no ordinal ("a second chance"), no title ("60 Minutes")."""
    unit = word(tokens, end - 1)
    if end - start > 1 and (unit.istitle() or (unit.isupper() and word(tokens, end - 2).islower())):
        return False  # "60 Minutes", "an SEC filing"
    low = unit.lower()
    if low in ("quarter", "quarters"):
        number = word(tokens, end - 2).lower() if word(tokens, end - 2) != "-" else word(tokens, end - 3).lower()
        return number not in ("three", "a", "one", "3") and low != number
    if low == "second":
        return word(tokens, end - 2) == "-" and word(tokens, start).lower() not in ("a", "an", "the", "-", "one")
    return True


def no_former(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "the former president", but not "the former" of two."""
    after = word(tokens, end).lower()
    return word(tokens, start).lower() != "former" or (after[:1].isalpha() and after not in _NO_PRESIDENT)


_NO_PRESIDENT = frozenset("a an the was is were are has had and or but of in to as being not".split())


def at_night(tokens: Sequence[str], start: int, end: int) -> bool:
    return word(tokens, start - 1).lower() == "at"


def all_of(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "all day", but not "above all day-to-day work"."""
    return word(tokens, start - 1).lower() not in ("above", "of", "first", "after") and word(tokens, end) != "-"


_UNLIKELY_UNITS = frozenset({"quarters", "seconds", "weekends"})


def unknown_length(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "years", "the days": no quarters to live in, no title."""
    unit = word(tokens, end - 1)
    opens = not word(tokens, start - 1)[:1].isalnum() and word(tokens, end)[:1].islower()  # "Hours after the vote"
    return unit not in _UNLIKELY_UNITS and (opens or not unit.istitle()) and not (unit.isupper() and len(unit) < 4)


_COUNTED = frozenset("million billion trillion thousand hundred dozen cents percent % times once twice thrice".split())


_NO_NOUN = frozenset(
    """for in after within than about of over nearly almost to by at and or is was with from that only just least spent took takes last lasts
lasted past since until before during like more every once not quite such but as be been , . ; ( - " '""".split()
)


def rate(tokens: Sequence[str], start: int, end: int) -> bool:
    """So much for each: "$2 million a year", "four flights a week", "700 seats a week"."""
    for at in range(start - 1, max(start - 4, -1), -1):
        token = word(tokens, at).lower()
        if token in w.SMALL or token in w.TENS or token in _COUNTED or token[:1].isdigit():
            return True
        if token in _NO_NOUN:
            return False
    return False


def no_rate(tokens: Sequence[str], start: int, end: int) -> bool:
    """A length, and neither so much for each nor part of another word ("a year-long trial")."""
    return length(tokens, start, end) and word(tokens, end) != "-" and not rate(tokens, start, end)


def fraction(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "half an hour", "a quarter century", but not "half days", "a quarter mile"."""
    return any(word(tokens, at).lower() in ("a", "an") for at in range(start + 1, end - 1)) or (
        word(tokens, end - 1).lower() in ("century", "decade", "hour")
    )


def duration_of_one_day(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "one day" as a day that will come: after "will", "may", "could" and the like."""
    before = {word(tokens, at).lower() for at in range(start - 3, start)}
    return bool(
        before & {"will", "would", "may", "might", "could", "can", "hope", "hopes", "hoped", "'ll", "should", "must"}
    )


def no_verb(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "the last 22 days", but not "will last 22 days"."""
    before = word(tokens, start - 1).lower()
    return before not in (
        "will",
        "would",
        "to",
        "could",
        "may",
        "might",
        "can",
        "should",
        "must",
        "not",
        "shall",
        "did",
        "does",
    )
