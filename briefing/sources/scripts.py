"""Lines in scripts other than Latin: how long one would be in Latin letters, how many words it has, and what ends it.

The features of `lines.py` are counted on English. A line of Chinese says in ten signs what takes thirty letters, Thai and Japanese
write no spaces, Hindi ends on a danda, most scripts have no capitals. Measured in these terms a line of any script has the
same features as its translation. The commonest words of each language aren't known here: as many are supposed as a sentence,
or a headline, of that length has.
"""

from __future__ import annotations

import re

STOPS = "。．｡।॥۔։።။។៕"  # full stops of Chinese, Hindi, Urdu, Armenian, Amharic, Burmese, Khmer
MARKS = "！？؟՞՜፧"  # question and exclamation marks
_LETTER = re.compile(r"[\u0370-\u1dff\u1f00-\u1fff\u2c00-\u2dff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uff9f]")
_DENSE = re.compile(
    r"[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]"
)  # Chinese, Japanese, Korean: a sign is a syllable or a word
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")  # Thai, Lao, Burmese, Khmer
_WIDTH = 2.5  # Latin letters to a sign of Chinese, Japanese or Korean
_WORD = 5.5  # letters to a word with its space
_STOPLESS = 60  # characters: a longer line of a script that writes no full stop, with a space in it, is a sentence
_COMMON, _COMMON_IN_HEADLINE = 0.35, 0.15  # share of words that are the commonest ones: of a sentence, of a headline


def is_foreign(line: str) -> bool:
    """Whether more of a line's letters are of another script than are Latin ones."""
    if line.isascii() or _LETTER.search(line) is None:
        return False
    other = len(_LETTER.findall(line))
    return 2 * other > sum(map(str.isalpha, line))


def latin_length(line: str) -> int:
    """How many characters a line of another script would have in Latin letters."""
    return len(line) + round((_WIDTH - 1) * len(_DENSE.findall(line)))


def word_count(line: str) -> int:
    """How many words a line has, also where no space stands between them."""
    dense, unspaced = len(_DENSE.findall(line)), len(_UNSPACED.findall(line))
    if 2 * (dense + unspaced) < len(line):
        return line.count(" ") + 1
    return max(line.count(" ") + 1, round(latin_length(line) / _WORD))


def common_words(line: str, *, ended: bool) -> int:
    """How many different ones of its language's commonest words a line of so many words may be supposed to have."""
    return int(word_count(line) * (_COMMON if ended else _COMMON_IN_HEADLINE))


def is_unstopped(line: str) -> bool:
    """Whether a line of a script that writes no full stops is long enough for a sentence: Thai parts its clauses by spaces."""
    return len(line) > _STOPLESS and " " in line and 2 * len(_UNSPACED.findall(line)) > len(line)


def has_no_case(letter: str) -> bool:
    """Whether a sign is a letter of a script without capitals."""
    return letter.isalpha() and not letter.isupper() and not letter.islower()


def stems(text: str) -> set[str]:
    """What two texts of one subject share: the beginnings of words; of scripts without spaces, pairs of signs."""
    found: set[str] = set()
    for word in re.split(
        r"[\s\d!-/:-@\[-`{-¿\u2000-\u206f\u3000-\u303f\uff00-\uff65" + STOPS + MARKS + "،؛]+", text.lower()
    ):
        if _DENSE.search(word) or _UNSPACED.search(word):
            found |= {word[at : at + 2] for at in range(len(word) - 1)}
        elif len(word) > 2:
            found.add(word[:5])
    return found


def is_anywhere(stem: str) -> bool:
    """Whether a stem may stand inside of what is written without spaces."""
    return _DENSE.match(stem) is not None or _UNSPACED.match(stem) is not None
