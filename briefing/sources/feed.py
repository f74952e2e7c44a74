"""RSS and Atom: every entry an article, with the date it was published as the feed writes it."""

from __future__ import annotations

import io
import re
from typing import Any

from briefing.errors import UnreadableFile
from briefing.model import Block, Clue, Finding, Problem, Severity, Span
from briefing.sources.reader import Fit, Given, RawArticle, Reader, Reading, is_text

SUFFIXES = (".rss", ".atom", ".rdf", ".xml")
_SIGNS = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_LEAST = 40  # characters of an entry's text: a shorter one is a headline only


def fits(start: bytes, _suffix: str) -> Fit:
    if b"<" not in start or not is_text(start):
        return Fit.NO
    narrow = start.replace(b"\x00", b"")
    found = _SIGNS.search(narrow)
    return Fit.SURE if found and b"<html" not in narrow[: found.start()].lower() else Fit.NO


def read(given: Given) -> Reading:
    import feedparser

    if b"<!ENTITY" in given.data[:100_000]:
        raise UnreadableFile("xml-entities")
    # As a stream: a string would be tried as an address and as a file name first.
    feed = feedparser.parse(io.BytesIO(given.data), sanitize_html=True, resolve_relative_uris=False)
    if not feed.entries:
        raise UnreadableFile("feed-broken" if feed.bozo else "empty")
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    for number, entry in enumerate(feed.entries, 1):
        article = _article(entry, feed.feed, number)
        if article is None:
            problems.append(
                Problem(
                    "feed-no-text", Severity.NOTE, where=f"entry {number}", facts=(str(entry.get("title", ""))[:120],)
                )
            )
        else:
            articles.append(article)
        if len(articles) >= given.limits.parts:
            problems.append(Problem("too-many-parts", Severity.WARNING, facts=(str(given.limits.parts),)))
            break
    return Reading(tuple(articles), tuple(problems))


def _article(entry: Any, feed: Any, number: int) -> RawArticle | None:
    """One entry; None where it holds a headline only."""
    from briefing.sources.page.body import all_of_it
    from briefing.sources.page.dom import parse, walk

    contents = [one.get("value", "") for one in entry.get("content", [])]
    markup = max([*contents, entry.get("summary", "")], key=len)
    if len(re.sub(r"<[^<>]*>", "", markup).strip()) < _LEAST:
        return None
    blocks: list[Block] = []
    at = 0
    texts: list[str] = []
    for one in all_of_it(walk(parse(f"<body>{markup}"))):
        texts.append(one.piece.text)
        blocks.append(Block(Span(at, at + len(one.piece.text)), one.kind, len(blocks) + 1, one.reason))
        at += len(one.piece.text) + 2
    title = _plain(entry.get("title"))
    authors = [name for author in entry.get("authors", []) if (name := _plain(author.get("name")))]
    outlet = _plain((entry.get("source") or {}).get("title")) or _plain(feed.get("title"))
    url = entry.get("link") or ""
    return RawArticle(
        "\n\n".join(texts),
        tuple(blocks),
        tuple(_clues(entry, url)),
        Finding(title, "feed", title) if title else None,
        Finding(outlet, "feed", outlet) if outlet else None,
        tuple(Finding(name, "feed", name) for name in authors),
        _language(entry, feed),
        url if re.match(r"https?://", url) else None,
        f"entry {number}",
    )


def _clues(entry: Any, url: str) -> list[Clue]:
    clues = [
        Clue(f"feed:{key}", value, f"feed {key}")
        for key in ("published", "updated")
        if (value := _plain(dict.get(entry, key)))
    ]
    return [*clues, Clue("url", url, "address")] if url else clues


def _language(entry: Any, feed: Any) -> str:
    said = entry.get("title_detail", {}).get("language") or feed.get("language") or ""
    return said[:2].lower() if re.match(r"[A-Za-z]{2}(?:$|[-_])", said) else ""


def _plain(value: Any) -> str:
    return " ".join(re.sub(r"<[^<>]*>", " ", value).split()) if isinstance(value, str) else ""


READER = Reader(SUFFIXES, ("application/rss+xml", "application/atom+xml"), fits, read)
