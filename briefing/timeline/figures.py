"""Figures and what they count: "at least 14 people were killed" -> 14 dead. Text -> {stem of the noun: figures}."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.names.tables import read_classes
from briefing.timeline.terms import stem, stems

NUMBERS = {
    word: value
    for value, word in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        2,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
SCALE = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "m": 1_000_000,
    "bn": 1_000_000_000,
}
FIGURE = re.compile(
    r"(?P<loose>\b(?:about|around|some|nearly|almost|roughly|approximately|more than|over|at least|up to|fewer than|less than)\s+)?"
    r"(?P<money>[$£€¥]\s?)?\b(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|" + "|".join(NUMBERS) + r")\b"
    r"(?:[\s-](?P<scale>hundred|thousand|million|billion|m|bn)\b)?(?P<percent>\s?%|\s?per\s?cent\b)?"
    r"(?P<behind>(?:[\s-]+[^\W\d_]+){0,5})",
    re.IGNORECASE,
)
ANY = re.compile(r"\d|\b(?:" + "|".join(NUMBERS) + r")\b", re.IGNORECASE)
NO_COUNT = re.compile(
    r"^[\s-]*(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|am|pm|a\.m|p\.m|and|to|or)\b", re.IGNORECASE
)
CALENDAR = re.compile(
    r"(?:\b(?:in|since|by|from|until|of)\s+|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+)$",
    re.IGNORECASE,
)
PART_OF = re.compile(
    r"^\s+of\s+(?:(?:the|its|their|some|more|than|about|over|nearly|at|least|all)\s+)*(?:\d[\d,]*\s+)?", re.IGNORECASE
)
TOLL = re.compile(r"\b(?:death\s+)?toll\b[^,.;:]{0,40}\s$", re.IGNORECASE)
BEHIND = re.compile(r"(?:[\s-]*[^\W\d_]+){0,5}")
SAME_NOUN = {
    stem(word): group
    for group, words in read_classes("briefing.timeline", "words.txt").items()
    if group.startswith("noun-")
    for word in words
}
LOOSELY = 0.15  # "about 300" and 312 agree


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed, with its value and the word for what it counts; `loose` where the text says about, at least."""

    printed: str
    value: float
    noun: str
    loose: bool = False

    def agrees(self, other: Figure) -> bool:
        if self.value == other.value:
            return True
        return (self.loose or other.loose) and abs(self.value - other.value) <= LOOSELY * max(self.value, other.value)


Figures = Mapping[str, tuple[Figure, ...]]


@lru_cache(maxsize=1 << 16)
def figures(text: str) -> Figures:
    """What a text counts. Years, days of months, ages and durations are no figures."""
    found: dict[str, tuple[Figure, ...]] = {}
    if not ANY.search(text):
        return found
    for match in FIGURE.finditer(text):
        counted = _noun(match, text)
        if counted is None:
            continue
        noun, word_for_it = counted
        word = match["number"].lower()
        value = float(NUMBERS.get(word) or word.replace(",", "")) * SCALE.get((match["scale"] or "").lower(), 1)
        printed = " ".join(filter(None, (match["number"], match["scale"])))
        found[noun] = (*found.get(noun, ()), Figure(printed, value, word_for_it, match["loose"] is not None))
    return found


def _noun(match: re.Match[str], text: str) -> tuple[str, str] | None:
    """What a number counts: the noun's stem or group, and the word as printed. The verb before it may tell it too."""
    if match["percent"]:
        return "%", "%"
    if match["money"]:
        return "money", match["money"]
    if NO_COUNT.match(match["behind"]) or (match["number"].isdigit() and CALENDAR.search(text[: match.start()][-20:])):
        return None
    if toll := TOLL.search(text[: match.start()]):
        return "noun-dead", toll.group().split()[0]
    told = PART_OF.sub("", text[match.end("percent") if match["percent"] else match.start("behind") :])
    counted = BEHIND.match(told)
    behind = (
        [(made[0], word) for word in counted.group().replace("-", " ").split() if (made := stems(word))]
        if counted
        else []
    )
    behind.sort(key=lambda pair: pair[1][0].isupper())  # "21 Chibok schoolgirls" counts schoolgirls
    before = [(made[0], word) for word in text[: match.start()].split()[:-3:-1] if (made := stems(word))]
    known = [(SAME_NOUN[word], printed) for word, printed in behind[:3] + before if word in SAME_NOUN]
    return next(iter(known or behind), None)


def disagree(a: Figures, b: Figures) -> str | None:
    """The noun that two texts count differently; None when every noun counted by both has a figure in common."""
    for noun in sorted(a.keys() & b.keys()):
        if noun not in ("%", "money") and not any(one.agrees(two) for one in a[noun] for two in b[noun]):
            return noun
    return None
