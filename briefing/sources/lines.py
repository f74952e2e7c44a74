"""A run of text as a line with its features: length, ending, beginning, function words, furniture words, repetition.

The features are those of the genre, cheap to count, and say nothing of what a line is about. `mainpart.py` weighs them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from briefing.sources.datelike import shows_date
from briefing.sources.furniture import Kind, furniture
from briefing.sources.runs import Run
from briefing.sources.scripts import MARKS, STOPS, common_words, has_no_case, is_foreign, is_unstopped, latin_length

# Words that hold sentences together and are rare in menus and headlines: English, and the commonest of other languages
# in Latin letters, those left out that are English words, too.
_SMALL_WORDS = """
    the of and to in a that is was for on with as it by at from be are this have has had not but he she they we you his
    her their its an or were which who will would been about after more when said one all can there also if out up into
    than what so der die und das den von zu mit ist des dem ein eine auf nicht sich auch le la les et des une un est que
    dans pour qui pas au du el los las del y en una por con para se il di che e della per non sono het een van dat niet
    op zijn się nie że jest przez dla oraz jego są já não uma também foi são pela bir ve bu için ile olarak çok daha değil
    và của là có không được các với một trong người này och att det som är av för inte har og ikke til af är yang untuk dengan
    pada tidak és hogy egy și în este pentru că ja että oli mutta jsem který jako není
"""
FUNCTION_WORDS = frozenset(_SMALL_WORDS.split())
LENGTHS = (12, 24, 40, 60, 90, 140, 220, 400)  # characters: the bounds of the classes of length
SHORT_CLASS = 4  # classes up to this one are short lines
_WORD_CLASSES = (0, 1, 2, 2) + (3,) * 4  # by number of different function words; more: 4
_CLOSERS = "\"”’')»」』）】"
_BEFORE_CLOSER = ".!?,…" + STOPS + MARKS
_GREEK_MARKS = ";\u037e"  # a Greek question mark, and the sign that is typed for it
BY = re.compile(
    r"(?:(?:written|posted|words|story|report|reporting|reported|text|byline:?) )?by\b|author\b|byline\b", re.IGNORECASE
)


Shape = tuple[int, str, int, str, str, bool, str]


class Line(NamedTuple):
    """`start`, `end` in the text; `kind` the furniture its words make it, else None; `shape` its features; `cell` a short name of what it looks like, for what may follow what."""

    start: int
    end: int
    text: str
    kind: Kind | None
    shape: Shape
    cell: str

    @property
    def is_prose(self) -> bool:
        """A whole sentence by its look: an end, function words, none of a furniture's words."""
        return self.kind is None and self.cell in ("paragraph", "sentence") and self.shape[1] == "stop"


def lines_of(text: str, runs: list[Run]) -> list[Line]:
    """The runs of a text with their features."""
    slices = [text[start:end] for start, end in runs]
    seen = Counter(slices)
    signs = tuple(sign for sign in _NO_PROSE if sign in text)  # most texts hold none, and no line is searched for them
    return [
        (_plain(start, end, line, signs, seen[line] > 1) if line[-1] == "." and end - start >= _PLAIN else None)
        or (_foreign if is_foreign(line) else _judged)(start, end, line, seen[line] > 1)
        for (start, end), line in zip(runs, slices, strict=True)
    ]


# What almost all paragraphs show at one look, and what none shows that could be furniture.
_PROSE = (" the ", " of ", " to ", " and ", " in ", " a ")
_NO_PROSE = (
    "©",
    "http",
    "ookie",
    "ubscri",
    "ewsletter",
    "rivacy",
    "nbox",
    "ights reserved",
    "onsent",
    "Terms",
    "rowser",
    "locker",
)
_PLAIN = 131  # characters from which one look is enough


def _plain(start: int, end: int, line: str, signs: tuple[str, ...], again: bool) -> Line | None:
    """A long line that ends in a full stop, if it is a paragraph at one look: most of a text's bytes are decided here."""
    holds = line.__contains__
    if signs and any(map(holds, signs)):
        return None
    found = sum(map(holds, _PROSE))
    if found < 3 or line[-3:] == "...":
        return None
    words = 4 if found > 4 else 3
    shape = (bisect_right(LENGTHS, end - start), "stop", words, "no-kind", _beginning(line[0]), again, "")
    return Line(start, end, line, None, shape, "paragraph")


def _judged(start: int, end: int, line: str, again: bool) -> Line:
    words = line.lower().split()
    different = set(words)
    kind = furniture(line, different)
    length = bisect_right(LENGTHS, len(line))
    ending = ending_of(line)
    count = len(different & FUNCTION_WORDS)
    function = _WORD_CLASSES[count] if count < 8 else 4
    marks = ""
    if ending != "stop" and len(words) <= 25 and len(words) >= 3:
        share = sum([word[0].isupper() for word in line.split()]) / len(words)
        marks = "f" if share < 0.3 else "h" if share < 0.6 else "m"
    if length <= _SHOWS_DATE and len(line) < 140 and shows_date(line):
        marks += "d"
    if length < SHORT_CLASS and BY.match(line):
        marks += "b"
    if "|" in line:
        marks += "|"
    if line.isupper():
        marks += "c"
    shape = (length, ending, function, kind.reason if kind else "no-kind", _beginning(line[0]), again, marks)
    return Line(start, end, line, kind, shape, _cell(length, ending, function, kind))


def _foreign(start: int, end: int, line: str, again: bool) -> Line:
    """A line in another script, with the features that it would have in Latin letters."""
    kind = furniture(line, set(line.lower().split()))
    length = bisect_right(LENGTHS, latin_length(line))
    ending = "stop" if is_unstopped(line) else "mark" if line[-1] in _GREEK_MARKS else ending_of(line)
    count = common_words(line, ended=ending in {"stop", "mark"})
    function = _WORD_CLASSES[count] if count < 8 else 4
    marks = "d" if len(line) < 140 and shows_date(line) else ""
    marks += "|" if "|" in line else ""
    shape = (length, ending, function, kind.reason if kind else "no-kind", _beginning(line[0]), again, marks)
    return Line(start, end, line, kind, shape, _cell(length, ending, function, kind))


def features(shape: Shape) -> Iterator[str]:
    """The names of the features, as `weights.py` has them."""
    length, ending, function, reason, beginning, again, marks = shape
    size = "short" if length <= SHORT_CLASS else "long"
    yield from (f"length {length}", f"ends {ending}", f"words {function}", f"{reason} {size}")
    yield f"begins {beginning} {'long' if length >= SHORT_CLASS else 'short'}"
    if again:
        yield f"again {size}"
    if "d" in marks:
        yield "date, stop" if ending == "stop" else "date"
    yield from (_MARKS[mark] for mark in marks if mark in _MARKS)


_MARKS = {
    "b": "by",
    "|": "bar",
    "c": "capitals",
    "f": "capitalised few",
    "h": "capitalised half",
    "m": "capitalised most",
}
_SHOWS_DATE = bisect_right(LENGTHS, 139)


def ending_of(line: str) -> str:
    last = line[-1]
    if last == ".":
        return "dots" if line.endswith("...") else "stop"
    if last in _CLOSERS and len(line) > 1:
        return "stop" if line[-2] in _BEFORE_CLOSER else "quote"
    return "open" if last.isalnum() else _ENDINGS.get(last, "open")


_ENDINGS = {
    "!": "mark",
    "?": "mark",
    ":": "colon",
    "…": "dots",
    **dict.fromkeys(STOPS, "stop"),
    **dict.fromkeys(MARKS, "mark"),
}


def _beginning(first: str) -> str:
    if first.isupper() or has_no_case(first):
        return "capital"
    if first.islower():
        return "small"
    if first.isdigit():
        return "figure"
    return "quote" if first in "\"“‘'«" else "sign"


def _cell(length: int, ending: str, function: int, kind: Kind | None) -> str:
    if kind:
        return kind.kind.value
    if length > SHORT_CLASS and ending in {"stop", "mark"} and function >= 2:
        return "paragraph"
    if length >= 3 and ending in {"stop", "mark", "quote"} and function >= 1:
        return "sentence"
    return "line" if length >= 3 else "label"
