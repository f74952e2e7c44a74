"""Words made comparable: text -> stems and figures, and how rare each is in the folder.

Stems are made by cutting endings, not by a dictionary: enough to see that "resigned" and "resignation" are one word.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.names.tables import folded, read_classes

WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
PLAIN_WORD = re.compile(r"[^\W_]+")
SCRIPT_WITHOUT_BLANKS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
ENDINGS = tuple(
    sorted(
        [
            "ations",
            "ation",
            "ements",
            "ement",
            "ments",
            "ment",
            "ings",
            "ing",
            "edly",
            "ed",
            "ers",
            "er",
            "ors",
            "or",
            "ions",
            "ion",
            "ies",
            "ied",
            "es",
            "s",
            "ly",
            "y",
            "e",
            "al",
            "ity",
            "ance",
            "ence",
            "ances",
            "ences",
        ],
        key=len,
        reverse=True,
    )
)
BACKGROUND = 100  # sentences imagined beside the folder's, so that what all of a small folder share still tells
STEMMED = ("en", "")  # languages whose idle words are in the table: elsewhere two common words are no tie
STOP = read_classes("briefing.timeline", "words.txt")["stop"]


def stem(word: str) -> str:
    """A word without its ending, at least four letters long where it has as many: "announcement" -> "announc"."""
    plain = folded(word).removesuffix("'s")
    if len(plain) < 5 or plain[0].isdigit():
        return plain.removesuffix("s") if len(plain) == 4 and not plain.endswith("ss") else plain
    for ending in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            plain = plain[: -len(ending)]
            break
    return plain[:-1] if plain[-1] == plain[-2] and len(plain) > 4 else plain


@lru_cache(maxsize=1 << 18)
def term(word: str) -> str:
    """The stem of a content word; "" for a stop word."""
    if folded(word) in STOP or (len(word) == 1 and not word.isdigit()):
        return ""
    return stem(word)


def stems(text: str) -> list[str]:
    """The stems of a text's content words, in order; text without blanks gives pairs of characters."""
    found = [made for word in WORD.findall(text) if (made := term(word))]
    if not SCRIPT_WITHOUT_BLANKS.search(text):
        return found
    return [piece for made in found for piece in (_pairs(made) if SCRIPT_WITHOUT_BLANKS.search(made) else (made,))]


def _pairs(word: str) -> list[str]:
    return [word[at : at + 2] for at in range(max(1, len(word) - 1))]


def as_printed(wanted: Iterable[str], quotes: Iterable[str]) -> list[str]:
    """Each stem as the first of the quotes that has it prints it; those that none has are left out."""
    missing = dict.fromkeys(wanted, "")
    left = set(missing)
    for quote in quotes:
        for word in WORD.findall(quote):
            if (stem := term(word)) in left:
                missing[stem] = word
                left.discard(stem)
        if not left:
            break
    return [word for word in missing.values() if word]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much a stem tells: the logarithm of how few of the folder's sentences, and of some imagined ones, hold it."""

    known: Mapping[str, float]
    unknown: float

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> Rarity:
        seen: Counter[str] = Counter()
        total = BACKGROUND
        for text in texts:
            seen.update(set(text))
            total += 1
        return cls({word: math.log(total / (count + 0.5)) for word, count in seen.items()}, math.log(total / 0.5))

    def __call__(self, word: str) -> float:
        return self.known.get(word, self.unknown)


def weighed(words: Iterable[str], rarity: Rarity) -> dict[str, float]:
    """Stems -> weights of a vector of length 1; empty for no words."""
    raw = {word: (1 + math.log(count)) * rarity(word) for word, count in sorted(Counter(words).items())}
    norm = math.sqrt(sum(value * value for value in raw.values()))
    return {word: value / norm for word, value in raw.items()} if norm else {}


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """How alike two weighed texts are, 0 to 1."""
    if len(a) > len(b):
        a, b = b, a
    return sum(value * b[word] for word, value in a.items() if word in b)
