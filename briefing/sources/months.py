"""Whether a line names a month, by dateparser's month words of the languages that write in its script.

Asked only of a line that looks like a date and like nothing else: most texts load none of these words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import import_module

# By the beginning of the Unicode names of its letters: which languages' month words are looked for.
_SPOKEN = {
    "ARABIC": "ar fa ur ps ckb ug sd", "ARMENIAN": "hy", "BENGALI": "bn as", "CYRILLIC": "ru uk bg be mk sr kk ky mn",
    "DEVANAGARI": "hi mr ne", "ETHIOPIC": "am ti", "GEORGIAN": "ka", "GREEK": "el", "GUJARATI": "gu", "GURMUKHI": "pa", "HEBREW": "he",
    "KANNADA": "kn", "KHMER": "km", "LAO": "lo", "MALAYALAM": "ml", "MYANMAR": "my", "SINHALA": "si", "TAMIL": "ta", "TELUGU": "te",
    "THAI": "th", "LATIN": "az ca cs cy da es et eu fi fil fr ga gl hr hu id is it lt lv ms nb nl pl pt ro sk sl sq sv sw tr uz vi",
}  # fmt: skip
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")  # fmt: skip
# How months are called from Beirut to Baghdad, which dateparser doesn't have; `dates/written.py` reads them.
_LEVANTINE = frozenset("كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين".split())
_BETWEEN_WORDS = re.compile(r"[\s\d,،:;/()|–—-]+")


def names_month(text: str) -> bool:
    """Whether one of the words of a line is a month's name in a language of its script."""
    letter = next((sign for sign in text if sign.isalpha()), "")
    script = unicodedata.name(letter, "").partition(" ")[0] if letter else ""
    words = {_spelt(word) for word in _BETWEEN_WORDS.split(text.lower())}
    return not words.isdisjoint(_names(script))


@cache
def _names(script: str) -> frozenset[str]:
    found: set[str] = set(_LEVANTINE) if script == "ARABIC" else set()
    for language in _SPOKEN.get(script, "").split():
        try:
            table = import_module(f"dateparser.data.date_translation_data.{language}").info
        except ImportError:
            continue  # a language that this release of dateparser does not have
        found.update(_spelt(name) for month in _MONTHS for name in table.get(month, ()))
    return frozenset(found)


def _spelt(word: str) -> str:
    """A word without its points, in one of the two ways in which some of its letters can be stored."""
    return unicodedata.normalize("NFC", word.replace(".", ""))
