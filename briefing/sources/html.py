"""HTML pages: saved from a browser, or fetched. The visible text is kept whole, block by block; what is the article, and
what the page says of itself, is worked out in `page/`."""

from __future__ import annotations

import re

from briefing.errors import UnreadableFile
from briefing.model import QUOTABLE, Block, BlockKind, Span
from briefing.sources.reader import Fit, Given, RawArticle, Reader, Reading, is_text

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".php")
_SIGNS = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_TAGS = re.compile(
    rb"</?(?:p|div|span|a|br|h[1-6]|article|section|table|ul|li|meta|script|title)\b[^<>]*>", re.IGNORECASE
)

_SURE = ("jsonld:datePublished", "meta:article:published_time", "microdata:datePublished")  # no script need be asked
_Text = tuple[str, BlockKind, str]  # a block's words, its kind and the reason


def fits(start: bytes, suffix: str) -> Fit:
    if b"<" not in start or not is_text(start):
        return Fit.NO
    narrow = start.replace(b"\x00", b"") if b"\x00" in start else start
    if _SIGNS.search(narrow):
        return Fit.SURE if _SIGNS.match(narrow.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")) else Fit.LIKELY
    tags = len(_TAGS.findall(narrow))
    if suffix in SUFFIXES and tags:
        return Fit.NAMED
    return Fit.LIKELY if tags >= 10 and narrow.lstrip().startswith(b"<") else Fit.NO


def read(given: Given) -> Reading:
    article = read_page(given.data)
    given.limits.check_length(len(article.text))
    return Reading((article,))


def read_page(data: bytes | str) -> RawArticle:
    """One page as an article. Raises UnreadableFile("no-text") for a page that shows no words."""
    from briefing.sources.page import (  # lxml: only when a page comes
        about,
        authors,
        body,
        dom,
        head,
        outlets,
        shown,
        state,
    )

    root = dom.parse(data)
    known = head.read_head(root)
    if not any(clue.kind.startswith(_SURE) for clue in known.clues):
        known.clues += state.published_in_state(root, known)
    judged = body.judge(dom.walk(root), [title for _, title in known.titles], known.description)
    texts = [(one.piece.text, one.kind, one.reason) for one in judged]
    texts += _only_in_data(texts, known.body)
    if not texts:
        raise UnreadableFile("no-text")
    text = "\n\n".join(text for text, _, _ in texts)
    blocks, position = [], 0
    for number, (one, kind, reason) in enumerate(texts, 1):
        span = Span(position, position + len(one))
        blocks.append(Block(span, kind, number, reason))
        position = span.end + 2
    return RawArticle(
        text,
        tuple(blocks),
        (*known.clues, *shown.shown_dates(judged, [block.span for block in blocks[: len(judged)]])),
        about.find_title(known, judged),
        outlets.find_outlet(known, judged),
        authors.find_authors(root, known, judged),
        known.language,
        known.url,
    )


def _only_in_data(texts: list[_Text], data: tuple[str, ...]) -> list[_Text]:
    """The paragraphs of a page that holds its article as data only, for a script to show it."""
    shown = sum(len(text) for text, kind, _ in texts if kind in QUOTABLE)
    if sum(map(len, data)) < 3 * shown:
        return []
    return [(text, BlockKind.BODY, "") for text in data]


READER = Reader(SUFFIXES, ("text/html",), fits, read)
