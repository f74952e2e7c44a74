"""Where a line may break: words and spaces, and between letters where a script writes no spaces.

Chinese and Japanese break before any letter but not before closing marks nor behind opening ones (kinsoku shori; JIS X
4051, UAX #14). Thai breaks between words, which BudouX finds. Korean, Lao, Khmer and Burmese break at their spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

_WIDE: Final = "\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
NO_START: Final = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〗〟‐゠–〜～…‥％‰℃℉°′″々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ･｡､｣ﾞﾟ｠"
)
NO_END: Final = frozenset("‘“（〔［｛〈《「『【〘〖〝｢｟￥＄£")
_THAI: Final = re.compile("[\u0e00-\u0e7f]+")
_AFTER: Final = "\u200b\u0f0b\u1361"  # a line may end behind these: Tibetan's and Ethiopia's marks between words
_OTHERS: Final = re.compile(f"[{_WIDE}\u0e00-\u0e7f{_AFTER}]")
_TOKENS: Final = re.compile(" +|[^ ]+")
_LETTERS: Final = re.compile(f" +|[{_WIDE}]|[^ {_WIDE}]+")
LONGEST: Final = 400  # letters of Thai without a space that words are looked for in


def tokens(text: str) -> Iterator[str]:
    """Words, runs of spaces, single letters of scripts without spaces: all of the text, in order."""
    if text.isascii() or _OTHERS.search(text) is None:
        yield from _TOKENS.findall(text)
        return
    for token in _LETTERS.findall(text):
        if len(token) > 1 and _THAI.search(token):
            yield from _thai(token)
        else:
            yield from (part for part in re.split(f"(?<=[{_AFTER}])", token) if part)


def may_begin(token: str, before: str) -> bool:
    """Whether a line may begin with this token although no space stands before it, behind `before`."""
    if before[-1:] in NO_END or token[:1] in NO_START:
        return False
    if (before[-1:] > "" and before[-1] in _AFTER) or _wide(token[:1]):
        return True
    if _THAI.match(token):
        return _THAI.match(before[-1:]) is not None
    return _wide(before[-1:]) and (token[:1].isalnum() or token[:1] in NO_END)


def _wide(letter: str) -> bool:
    return letter > "\u2e7f" and re.match(f"[{_WIDE}]", letter) is not None


def _thai(token: str) -> Iterator[str]:
    """The words of Thai letters; what stands around them goes with the word that it touches."""
    for part in re.findall("[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+", token):
        if _THAI.match(part) and len(part) > 3:
            for start in range(0, len(part), LONGEST):
                yield from _whole_names(part[start : start + LONGEST])
        else:
            yield part


def _whole_names(letters: str) -> Iterator[str]:
    """Words as the model finds them, but no name of a day or month is parted: in this note they matter most."""
    inside = {n for name in _names().finditer(letters) for n in range(name.start() + 1, name.end())}
    held, at = "", 0
    for word in _parser().parse(letters):
        if held and at not in inside:
            yield held
            held = ""
        held, at = held + word, at + len(word)
    if held:
        yield held


@cache
def _parser() -> Any:
    import budoux

    return budoux.load_default_thai_parser()


@cache
def _names() -> re.Pattern[str]:
    from babel import Locale

    thai = Locale("th")
    names = {name for kind in (thai.days, thai.months) for name in kind["format"]["wide"].values()}
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
