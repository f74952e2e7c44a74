"""What speaks for a line being the headline: the lines of a page -> named features of each line that may be it.

Headline, date line and first paragraph are looked at together. A headline tells what the text tells, in fewer words and without a
full stop; byline or date stand close below, share buttons and a picture near; a standfirst follows it and never goes before
it. Menus and headlines of other articles share one of these by chance, and many of their kind lie between them and the text.
`weights.py` says how much each feature counts.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from math import log1p

from briefing.model import BlockKind
from briefing.sources.datelike import full_date
from briefing.sources.furniture import COPYRIGHT
from briefing.sources.lines import BY, FUNCTION_WORDS, Line, ending_of
from briefing.sources.mainpart import Place
from briefing.sources.scripts import is_anywhere, is_foreign, word_count
from briefing.sources.scripts import stems as foreign_stems

Features = dict[str, float]

_BACK = 300  # lines above the first paragraph in which the headline may stand
_LONGEST, _MOST_WORDS = 260, 40  # characters and words of a headline
_SENTENCE = 120  # characters: a whole sentence longer than this is the article's, not its headline
_FEWEST_LETTERS = 5  # of a headline of one word
_OPENING = 1500  # characters at the beginning of the text that its words are looked for in
_TEXT = 20_000  # characters of the text that are searched for its words
_WORD = re.compile(r"[^\W_]{3,}")
_STEM = 5  # letters that two words must share to be taken for one
_CREDIT_BELOW = 14  # lines below in which a byline or date counts
_STANDFIRST_WORDS = 6
_PARAGRAPH = 160  # characters: below such a paragraph no byline is the headline's
_WORDS = (2, 3, 4, 6, 15, 21)  # bounds of the classes by number of words
_FAR = 4  # lines to the byline; more count alike
_BELOW, _ABOVE = 8, 4  # lines in which share buttons, pictures and menus are the headline's neighbours
_LONG_ENOUGH = 20  # characters of a line that can't be a part of another by chance
_LIKE = (3, 22)  # spaces of a line that looks like a headline by itself
_NEAR = 5  # lines between a standfirst and the headline above it
_QUOTED = 25  # characters of a line that doesn't stand in the text by chance
_PATH = re.compile(r"[»›>]|\s/\s|^Home\b")
_NAME = re.compile(r"^(?:[A-Z][\w'’.-]+ ){1,2}[A-Z][\w'’-]+$")
_RUN_TOGETHER = re.compile(r"[a-z]{3}[A-Z][a-z]{2}")  # links put side by side without a space
_LONE_LABEL = re.compile(r"^(?:by|date|published|updated)\W*$|^.{0,30}\bago$", re.IGNORECASE)
# What stands where the date of an article stands and is none that could be read: "Monday 5:30PM", "12 March", "4 min read".
_HALF_DATE = re.compile(
    r"^(?:updated\b.{0,40}|.{0,20}\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:at )?\d{1,2}[:.]\d\d.{0,12}"
    r"|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,2}"
    r"|\d+ min(?:ute)?s?(?: read)?)\W*$",
    re.IGNORECASE,
)
_BESIDE_DATE = 60  # characters that may stand beside the date in a line of credits
_WORDS_OF_CREDIT = 11  # spaces from which on a line with a date may be a headline
_BEFORE_WORDS = "“‘\"'([-–—/:"  # signs that may stand right before a word
_NO_NAME = frozenset({"copyr", "right", "reser"})
# Furniture words that a headline may hold by chance.
_MISTAKEN = frozenset({BlockKind.NOTICE, BlockKind.RELATED, BlockKind.COMMENT, BlockKind.SHARE})


@dataclass(frozen=True, slots=True)
class Page:
    """What a headline is judged by. `first`: the index of the first paragraph; `candidates`: of the lines that may be the
    headline, and whether it stands in another line as well; `credits`: of bylines and dates; `opening`, `text`: the first paragraphs and the article in lower case, a space
    before each word; `site`: stems of the copyright lines."""

    lines: Sequence[Line]
    first: int
    candidates: dict[int, bool]
    credits: frozenset[int]
    opening: str
    text: str
    site: frozenset[str]


def page_of(lines: Sequence[Line], places: Sequence[Place], first: int) -> Page:
    """The page around the first paragraph."""
    begin = max(0, first - _BACK)
    end = first if _ends_search(lines, first) else min(len(lines), first + _CREDIT_BELOW)
    half = {n for n in range(max(0, begin - 2), end) if is_credit(lines[n]) or _HALF_DATE.match(lines[n].text)}
    body = [line.text for line, place in zip(lines[first:], places[first:], strict=True) if place is Place.BODY]
    text = _words_apart(" ".join(body)[:_TEXT])
    owned = [line.text for line in lines if line.kind is COPYRIGHT]
    return Page(
        lines,
        first,
        _candidates(lines, begin, first, half),
        _with_names(lines, half, end),
        text[:_OPENING],
        text,
        frozenset(stem for own in owned if len(own) < 200 for stem in stems(own)) - _NO_NAME,
    )


def _ends_search(lines: Sequence[Line], n: int) -> bool:
    """Whether no byline below a line is the headline's."""
    return n == len(lines) or (lines[n].cell == "paragraph" and len(lines[n].text) > _PARAGRAPH)


def stems(text: str) -> set[str]:
    """The beginnings of the words that carry meaning."""
    if is_foreign(text):
        return foreign_stems(text)
    return {word[:_STEM] for word in _WORD.findall(text.lower()) if word not in FUNCTION_WORDS}


def _words_apart(text: str) -> str:
    """A text in lower case in which a space stands before each word, so that f" {stem}" finds the words that begin so."""
    text = text.lower()
    for sign in _BEFORE_WORDS:
        if sign in text:
            text = text.replace(sign, " ")
    return f" {text}"


def _count(own: set[str], text: str) -> int:
    return len([stem for stem in own if f" {stem}" in text or (is_anywhere(stem) and stem in text)])


def _candidates(lines: Sequence[Line], begin: int, end: int, half: Container[int]) -> dict[int, bool]:
    """Lines that may be the headline, and whether another line holds it: of one that stands shortened or behind a path as
    well, the whole and bare one."""
    may = [
        n
        for n in range(begin, end)
        if may_be_headline(lines[n]) and not (n in half and lines[n].text.count(" ") < _WORDS_OF_CREDIT)
    ]
    long = {lines[n].text for n in may if len(lines[n].text) >= _LONG_ENOUGH}
    wholes = {text: _wholes(text, long) for text in {lines[n].text for n in may}}
    again = set().union(*wholes.values())
    return {n: lines[n].text in again for n in may if not wholes[lines[n].text]}


def may_be_headline(line: Line) -> bool:
    text = line.text
    words = _words(text)
    if words > _MOST_WORDS or len(text) > _LONGEST or text[-1] in "-–—" or (words == 1 and len(text) < _FEWEST_LETTERS):
        return False
    return not ((line.is_prose and len(text) > _SENTENCE) or BY.match(text) or not any(map(str.isalpha, text)))


def _words(text: str) -> int:
    return word_count(text) if is_foreign(text) else text.count(" ") + 1


def _wholes(text: str, others: set[str]) -> set[str]:
    """The lines of which a line is the shortened beginning ("Ferry crews walk ..."), or in which it ends as a path does."""
    if ending_of(text) == "dots":
        start = text.rstrip("….").strip()
        return {other for other in others if other != text and other.startswith(start)} if len(start) > 15 else set()
    if len(text) <= _LONG_ENOUGH:
        return set()
    return {other for other in others if other != text and text.endswith(other)}


def is_credit(line: Line) -> bool:
    """A line of byline or date, as stands beside headlines."""
    text = line.text
    if len(text) >= 140:
        return False
    if BY.match(text) or (len(text) < 45 and _LONE_LABEL.match(text)):
        return True
    date = full_date(text)
    return date is not None and len(text) - (date[1] - date[0]) <= _BESIDE_DATE


def _with_names(lines: Sequence[Line], half: set[int], first: int) -> frozenset[int]:
    """Bylines and dates, also half ones, and a bare name right above or below one."""
    beside = {n + step for n in half for step in (-2, -1, 1)}
    names = {n for n in beside - half if 0 <= n < first and lines[n].kind is None and _NAME.match(lines[n].text)}
    return frozenset(half | {n for n in names if len(lines[n].text) < 40})


# --------------------------------------------------------------------------- features


def features(at: int, page: Page) -> Features:
    """The features of a candidate, as `weights.HEADLINE` has them; those that are not there are left out."""
    line = page.lines[at]
    found = _of_words(at, page)
    found[f"ends {ending_of(line.text)}"] = 1
    if line.kind:
        found["furniture, maybe" if line.kind.kind in _MISTAKEN else "furniture"] = 1
    if page.candidates[at]:
        found["in another line"] = 1
    if _NAME.match(line.text):
        found["name"] = 1
    if line.text[-1] == "|" or len(_RUN_TOGETHER.findall(line.text)) > 1:
        found["run together"] = 1
    between = sum(page.lines[n].kind is None and n not in page.credits for n in range(at + 1, page.first))
    return {**found, **_of_neighbours(at, page), "lines between": log1p(between)}


def _of_words(at: int, page: Page) -> Features:
    """What the line's words share with the text."""
    text = page.lines[at].text
    own = stems(text)
    shared = _count(own, page.opening)
    found = {
        "share told": shared / max(4, len(own)),
        "words told": min(shared, 6) / 6,
        "share in text": _count(own, page.text) / max(4, len(own)),
        f"words {sum(_words(text) >= bound for bound in _WORDS)}": 1,
    }
    if not shared:
        found["nothing told"] = 1
    if own and len(own & page.site) >= 0.6 * len(own):
        found["name of site"] = 1
    if len(text) >= _QUOTED and _words_apart(text.rstrip(".")) in page.text:
        found["sentence of text"] = 1
    return found


def _of_neighbours(at: int, page: Page) -> Features:
    """Byline and date below or above, a headline or a label above, buttons, pictures and menus around."""
    found: Features = {}
    distance = _lines_to_credit(at, page)
    found["credit below " + ("none" if distance is None else str(distance) if distance < _FAR else "far")] = 1
    if at - 1 in page.credits or at - 2 in page.credits:
        found["credit above"] = 1
    above = list(_open_above(at, page))
    if not above or page.lines[above[0]].text.count(" ") < 3:
        found["label above"] = 1
    before = next((n for n in above if at - n <= _NEAR and _is_like_headline(n, at, page)), None)
    if before is not None and _count(stems(page.lines[before].text), page.opening):
        found["headline above"] = 1
    for name, lines, kind in (
        ("share buttons below", page.lines[at + 1 : min(at + 1 + _BELOW, page.first)], BlockKind.SHARE),
        ("picture below", page.lines[at + 1 : min(at + 1 + _BELOW, page.first)], BlockKind.CAPTION),
        ("menu above", page.lines[max(0, at - _ABOVE) : at], BlockKind.MENU),
    ):
        if any(line.kind is not None and line.kind.kind is kind for line in lines):
            found[name] = 1
    return found


def _lines_to_credit(at: int, page: Page) -> int | None:
    """How many lines stand between a line and the next byline or date, furniture and one standfirst not counted; None
    where a paragraph comes first."""
    count, standfirst = 0, False
    for n in range(at + 1, min(at + 1 + _CREDIT_BELOW, len(page.lines))):
        line = page.lines[n]
        if n in page.credits:
            return count
        if _ends_search(page.lines, n):
            return None
        if line.kind is None:
            if not standfirst and line.text.count(" ") >= _STANDFIRST_WORDS:
                standfirst = True
            else:
                count += 1
    return None


def _open_above(at: int, page: Page) -> Iterator[int]:
    """Up to three lines above a line that are no furniture, as far as the next byline or date."""
    left = 3
    for n in range(at - 1, -1, -1):
        if n in page.credits or not left:
            return
        if page.lines[n].kind is None:
            left -= 1
            yield n


def _is_like_headline(n: int, at: int, page: Page) -> bool:
    """Whether another line above looks like the headline to which the line at `at` is the standfirst."""
    line, text = page.lines[n], page.lines[n].text
    if line.kind is not None or not _LIKE[0] <= text.count(" ") <= _LIKE[1] or n not in page.candidates:
        return False
    if _NAME.match(text) or _PATH.search(text) or ending_of(text) not in {"open", "quote", "mark"}:
        return False
    return text[:_LONG_ENOUGH].lower() != page.lines[at].text[:_LONG_ENOUGH].lower()
