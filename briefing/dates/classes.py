"""A text over classes: each token becomes one character, the same for all words of the same classes."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.dates.cutting import plain, plain_digits
from briefing.dates.languages import numeric
from briefing.dates.rule import Language

BLANK = " "  # a token that no rule knows
BREAK = "\n"  # a blank line: nothing reaches across
REMEMBERED = 200_000  # tokens: a bound of memory
LONGEST_REMEMBERED = 20  # characters of a token


class Classes(dict[str, str]):
    """Token -> its character. Learns tokens as they come, up to a bound."""

    def __init__(self, lexicon: Mapping[str, frozenset[str]], language: Language) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._capital = language.capital
        self._small = language.small
        self._chars: dict[frozenset[str], str] = {frozenset(): BLANK}
        for names in sorted(set(lexicon.values()), key=sorted):
            self._char(names)
        for word in self._capital:
            self._char(self._plain(word))
        self._numbers = {
            shape: self._char(frozenset(name for name, shapes in numeric.CLASSES.items() if shape in shapes))
            for shape, _ in numeric.SHAPES
        }
        self._endings = tuple((e, self._char(frozenset({f"~{tense}"}))) for e, tense in language.endings.items())

    def _char(self, classes: frozenset[str]) -> str:
        if classes not in self._chars:
            self._chars[classes] = chr(0xC0 + len(self._chars))
        return self._chars[classes]

    def _plain(self, word: str) -> frozenset[str]:
        """What is left of a word that counts only with a capital, without one: the word itself, tenses, and the classes
        that are for small letters."""
        return frozenset(name for name in self._lexicon[word] if name[0] in "=~" or name in self._small)

    def holding(self, name: str) -> str:
        """All characters whose tokens are of the class `name`."""
        return "".join(char for classes, char in self._chars.items() if name in classes)

    def __missing__(self, token: str) -> str:
        char = self._classify(token)
        if len(self) < REMEMBERED and len(token) < LONGEST_REMEMBERED:
            self[token] = char
        return char

    def _classify(self, token: str) -> str:
        word = token.rstrip(" ")
        if word.isalpha():
            return self._word(word, word.lower() if word.isascii() else plain(word))
        if word[:1].isdecimal() or (word[:1] in "'’‘" and word[1:2].isdecimal()):
            shape = numeric.shape(plain_digits(word))
            return BLANK if shape is None else self._numbers[shape]
        return BREAK if "\n" in token else self._word(word, plain(token))

    def _word(self, word: str, low: str) -> str:
        """The character of a word or sign; `low` as the tables have it."""
        classes = self._lexicon.get(low)
        if classes is not None:
            if word.isalpha() and not (word.islower() or word.isupper() or word.istitle()):
                return BLANK
            if low in self._capital and not word[0].isupper():
                classes = self._plain(low)
            return self._chars[classes]
        for ending, char in self._endings:
            if word.endswith(ending) and len(word) > len(ending) + 2 and word.islower():
                return char
        return BLANK
