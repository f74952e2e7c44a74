"""HTML -> its visible text in reading order, piece by piece: a piece is the text of one block element, or a run of bare text.

Nothing is run, fetched or followed. The walk uses no recursion and stops at a bound of elements, so that a page of a hundred
thousand nested tags costs what any page of its size costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree, html

from briefing.errors import UnreadableFile
from briefing.sources.reader import decode

MAX_ELEMENTS = 400_000
MAX_DEPTH = 150  # boxes nested deeper count as one: no page needs them, and what looks outward stays bounded

_SKIPPED = frozenset(
    "script style noscript template svg math head iframe object embed select option datalist textarea button input "
    "canvas audio video map area link meta title base param source track progress meter dialog".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul amp-img picture".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE
)
_SPACE = re.compile(
    r"[ \t\r\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]*\n\s*|[ \t\r\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]+"
)
_ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff\u00ad]")


@dataclass(slots=True, eq=False)
class Box:
    """A block element (or any element with a class that says something): where pieces stand. `names` are the lower-case
    words of its class, id and role; `number` its place in the walk."""

    tag: str
    names: str
    parent: Box | None
    element: etree._Element
    depth: int
    number: int

    def ancestors(self) -> Iterator[Box]:
        """The box and those around it, innermost first."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent


@dataclass(slots=True, eq=False)
class Piece:
    """A run of visible text. `linked` counts its characters inside of links; `opening`: its first words, where they
    are a link. `times` are the elements in it that carry a machine's time, <time> above all; `number` counts pieces from 0."""

    text: str
    box: Box
    linked: int = 0
    opening: str = ""
    times: tuple[etree._Element, ...] = ()
    number: int = 0


def parse(data: bytes | str) -> etree._Element:
    """The tree of a page. Raises UnreadableFile("no-html") for what can't be parsed at all."""
    text = data if isinstance(data, str) else decode(data, declared_charset(data))
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)
    tree, complete = _tree(text)
    return tree if complete else _tree(_DEEP.sub(" ", text))[0]


# What is taken out of a page nested deeper than the parser goes (it drops what lies below): all but the plainest blocks.
_DEEP = re.compile(r"</?(?!(?:p|h[1-6]|li|br|title|meta|script|style|html|head|body)\b)[a-z][^<>]*>", re.IGNORECASE)


def _tree(text: str) -> tuple[etree._Element, bool]:
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, ValueError, AssertionError) as error:
        raise UnreadableFile("no-html") from error
    return tree, not any("depth" in entry.message for entry in parser.error_log)


def declared_charset(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else None


@dataclass(slots=True)
class _Walk:
    pieces: list[Piece] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    opening: str | None = None  # None: nothing was said yet
    times: list[etree._Element] = field(default_factory=list)
    in_link: int = 0
    boxes: int = 0

    def say(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            if self.opening is None and text.strip():
                self.opening = text if self.in_link else ""
            if self.in_link:
                self.linked += len(text.strip())

    def flush(self, box: Box) -> None:
        if not self.parts:
            return
        text = fold("".join(self.parts), keep_lines=box.tag == "pre")
        if text:
            linked = min(self.linked, len(text))
            self.pieces.append(Piece(text, box, linked, fold(self.opening or ""), tuple(self.times), len(self.pieces)))
            self.times = []
        self.parts, self.linked, self.opening = [], 0, None


BREAK = "\x01"  # a <br>; no page can hold this character: decode() leaves no control but white space


def fold(text: str, *, keep_lines: bool = False) -> str:
    """Text as a browser shows it: white space folded, a <br> is a line feed."""
    text = _ZERO_WIDTH.sub("", text)
    if keep_lines:
        return "\n".join(line.rstrip() for line in text.replace(BREAK, "\n").split("\n")).strip("\n")
    lines = (" ".join(line.split()) for line in text.split(BREAK))
    return "\n".join(lines).strip()


def walk(root: etree._Element) -> list[Piece]:
    """All visible pieces of the page in reading order."""
    state = _Walk()
    top = Box("html", "", None, root, 0, 0)
    # Entries: (element, box) to enter, or (element, box, what it changed) to leave.
    stack: list[tuple[etree._Element, Box, tuple[bool, bool] | None]] = [(root, top, None)]
    seen = 0
    while stack:
        element, box, changed = stack.pop()
        if changed is not None:
            _leave(state, element, box, changed)
            continue
        seen += 1
        if seen > MAX_ELEMENTS:
            break
        if not isinstance(element.tag, str) or _left_out(element):
            state.say(element.tail if element is not root else None)
            continue
        inner, changed = _enter(state, element, box)
        stack.append((element, box if inner is box else inner, changed))
        stack.extend((child, inner, None) for child in reversed(element))
    state.flush(top)
    return state.pieces


# What shows no text of the page, whatever stands in it.
_NEVER = frozenset({"script", "style", "template", "head", "noscript", "title", "textarea"})


def _left_out(element: etree._Element) -> bool:
    """Whether an element is not shown. One that was never closed, a button in a page's head, may hold the whole article."""
    if element.tag in _SKIPPED and (element.tag in _NEVER or element.find(".//p") is None):
        return True
    return _hidden(element)


def _hidden(element: etree._Element) -> bool:
    style = element.get("style")
    if style and _HIDDEN.search(style) and element.tag != "body":
        return True
    return element.get("hidden") is not None and element.tag != "body"


def _enter(state: _Walk, element: etree._Element, box: Box) -> tuple[Box, tuple[bool, bool]]:
    tag = element.tag
    block = tag in _BLOCKS
    link = tag == "a"
    inner = box
    if tag == "br":
        if state.parts and _breaks_twice(state.parts):
            state.flush(box)
        else:
            state.say(BREAK)
    elif box.depth >= MAX_DEPTH:
        if block:
            state.flush(box)
    elif block or tag == "time" or element.get("class") or element.get("itemprop") or element.get("id"):
        if block:
            state.flush(box)
        state.boxes += 1
        inner = Box(tag, names(element), box, element, box.depth + 1, state.boxes)
    if link:
        state.in_link += 1
    if tag == "time" or (element.attrib and stamp_of(element)):
        state.times.append(element)
    state.say(element.text)
    return inner, (block, link)


# Attributes in which a page's scripts find the time that they show as "3 hours ago".
_STAMPS = frozenset(
    "datetime data-datetime data-date-time data-timestamp data-time data-date data-published data-published-at data-publish-date "
    "data-published-date data-publication-date data-pubdate data-utime data-epoch data-unixtime data-iso".split()
)
_DATED_NAMES = (" published ", " date ", " time ", " timestamp ", " timeago ", " dtstamp ", " entry date ", " pubdate ")


def stamp_of(element: etree._Element) -> str:
    """The machine's time that an element other than <time> carries, "" where it has none: an attribute for scripts, or
    the title of what is called a date."""
    for name in element.keys():  # noqa: SIM118 - an element's items are its children
        if name in _STAMPS and any(c.isdigit() for c in element.get(name)):
            return str(element.get(name)).strip()
    title = str(element.get("title") or "")
    if title and len(title) < 60 and _A_YEAR.search(title):
        called = names(element)
        if any(word in called for word in _DATED_NAMES):
            return title.strip()
    return ""


_A_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)|(?<!\d)19\d\d(?!\d)")


def _breaks_twice(parts: list[str]) -> bool:
    for part in reversed(parts):
        if part == BREAK:
            return True
        if part.strip():
            return False
    return False


def _leave(state: _Walk, element: etree._Element, box: Box, changed: tuple[bool, bool]) -> None:
    block, link = changed
    if link:
        state.in_link -= 1
    if block:
        state.flush(box)
    state.say(element.tail)


def names(element: etree._Element) -> str:
    """The words of an element's class, id and role, in lower case, camelCase and dashes split, with a blank at both ends."""
    found = " ".join(
        value
        for key in ("class", "id", "role", "itemprop", "data-component", "data-testid")
        if (value := element.get(key))
    )
    return _words(found) if found else " "


_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=20_000)
def _words(found: str) -> str:
    return f" {_NOT_WORD.sub(' ', _CAMEL.sub(' ', found[:300]).lower()).strip()} "
