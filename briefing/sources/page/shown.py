"""The dates that readers of a page see: its lines and <time> elements -> clues, by where they stand. Nothing is judged here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model import BlockKind, Clue, Span
from briefing.sources.page.about import near_headline
from briefing.sources.page.body import Judged
from briefing.sources.page.dom import Piece, names, stamp_of

_YEAR = re.compile(
    r"(?<!\d)(?:1[89]\d\d|20\d\d)(?:(?!\d)|(?=\d{1,2}:\d\d))|\d[./-]\d{1,2}[./-]\d\d(?!\d)|\b[A-Za-z]{3,9}\.?\s+(?:\d{1,2},?\s+)?['’]\d\d\b"
)
_LABEL = re.compile(r"\b(?:published|posted|updated|modified|date|issued|released)\b", re.IGNORECASE)
_DATELINE = re.compile(r"^[^.]{3,60}?(?:\([^)]{2,30}\)\s*)?[-–—]\s")
_PLACES = {
    BlockKind.COMMENT: "comment",
    BlockKind.RELATED: "related",
    BlockKind.FOOTER: "footer",
    BlockKind.COPYRIGHT: "copyright",
}
AFTER = 6  # how many pieces after the last paragraph may still be about the article


def shown_dates(judged: Sequence[Judged], spans: Sequence[Span]) -> list[Clue]:
    """Every short line and every <time> that may hold a date, as a clue that says where it stands."""
    header = {id(one) for one in near_headline(judged)}
    title = next((number for number, one in enumerate(judged) if one.reason == "title"), 0)
    body = [i for i, one in enumerate(judged) if one.kind in {BlockKind.BODY, BlockKind.QUOTE} and not one.reason]
    first, last = (body[0], body[-1]) if body else (0, 0)
    clues: list[Clue] = []
    for number, (one, span) in enumerate(zip(judged, spans, strict=True)):
        place = "header" if id(one) in header else _PLACES.get(one.kind, "")
        if place == "header" and number < title:
            place = "above"
        if not place and last < number <= last + AFTER:
            place = "after"
        clues += _times(one.piece, span, place, number)
        if len(one.piece.text) <= 200 and _YEAR.search(one.piece.text) and (place or not first <= number <= last):
            if kind := _line_kind(place, one.piece.text):
                clues.append(Clue(kind, one.piece.text, f"block {number + 1}", span))
        elif number == first and (match := _DATELINE.match(one.piece.text)) and _YEAR.search(match[0]):
            clues.append(
                Clue("line:dateline", match[0], f"block {number + 1}", Span(span.start, span.start + match.end()))
            )
    return _only_one_elsewhere(clues)


def _line_kind(place: str, text: str) -> str:
    """The kind of clue a dated line is, "" where it stands far from the article and says nothing of being published."""
    if place in {"related", "comment"}:
        return f"line:{place}"
    if place in {"header", "above", "after"}:  # a date above the headline may be the site's own, of today
        return "line:byline" if place == "header" else "line:date"
    if _LABEL.search(text):
        return "line:date"
    return "line:copyright" if "©" in text or "opyright" in text else ""


def _only_one_elsewhere(clues: list[Clue]) -> list[Clue]:
    """A <time> far from the headline counts only if the page has no other: a list of them dates other things."""
    days = {clue.value[:10] for clue in clues if clue.kind == "time:elsewhere"}
    return clues if len(days) <= 1 else [clue for clue in clues if clue.kind != "time:elsewhere"]


def _times(piece: Piece, span: Span, place: str, number: int) -> Iterator[Clue]:
    for element in piece.times:
        value = stamp_of(element) or (element.get("content") or " ".join(element.itertext())).strip()
        if not value or len(value) > 80 or (element.tag != "time" and not place):
            continue  # far from the article any element may carry any time: an event's, a counter's
        called = names(element)
        if place in {"related", "comment"}:
            kind = f"time:{place}"
        elif any(word in called for word in (" updated ", " modified ", " datemodified ", " update ")):
            if not place:
                continue
            kind = "time:modified"
        elif (
            any(word in called for word in (" published ", " pubdate ", " entry date ", " posted ", " date published "))
            or element.get("pubdate") is not None
        ):
            kind = "time:published" if place else "time:elsewhere"  # each post of a list says when it was published
        else:
            kind = {"header": "time", "above": "time:after", "after": "time:after"}.get(place, "time:elsewhere")
        yield Clue(kind, value, f"time element, block {number + 1}", span)
