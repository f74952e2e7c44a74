"""Exports of article databases: which field of a row is what. One table of names for JSON lines, JSON and CSV.

Names are compared in lower case without blanks, dashes and underscores; the first that a row has and that is filled counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from briefing.errors import UnreadableFile
from briefing.model import Clue, Finding, Problem, Severity
from briefing.sources.reader import Given, RawArticle, Reading

# meaning -> names of fields, best first
FIELDS = {
    "title": ("title", "headline", "heading", "articletitle", "titre", "titel", "titulo"),
    "text": ("text", "body", "content", "fulltext", "articletext", "articlebody", "maintext", "article", "story", "contenthtml", "html", "texte", "plaintext", "cleantext"),
    "published": ("published", "publishedat", "publisheddate", "publishdate", "publicationdate", "datepublished", "pubdate", "dateofpublication", "publishedtime", "date", "loaddate", "datetime", "timestamp", "dct", "created", "createdat"),
    "modified": ("modified", "datemodified", "updated", "updatedat", "lastmodified"),
    "url": ("url", "link", "permalink", "canonicalurl", "articleurl", "weburl", "sourceurl", "href"),
    "outlet": ("outlet", "source", "publication", "publisher", "sitename", "sourcename", "newspaper", "site", "domain", "feed", "medium"),
    "authors": ("authors", "author", "byline", "creator", "writer"),
    "language": ("language", "lang"),
}  # fmt: skip
_PLAIN = re.compile(r"[\s_-]+")
_MEANING = {
    _PLAIN.sub("", name): (meaning, rank) for meaning, names in FIELDS.items() for rank, name in enumerate(names)
}
_PAGE = re.compile(r"<(?:p|div|br|h[1-6]|ul|article)\b[^<>]*>", re.IGNORECASE)


def columns(names: Iterable[str]) -> dict[str, str]:
    """Meaning -> the name of the field that gives it, of those there are."""
    best: dict[str, tuple[int, str]] = {}
    for name in names:
        meaning, rank = _MEANING.get(_PLAIN.sub("", str(name).lower()), ("", 0))
        if meaning and (meaning not in best or rank < best[meaning][0]):
            best[meaning] = (rank, name)
    return {meaning: name for meaning, (_, name) in best.items()}


def articles_of(rows: Iterable[tuple[str, Mapping[str, Any] | Problem]], given: Given) -> Reading:
    """Rows with their place in the file -> an article each. A row that is none is a problem of its own."""
    found: list[RawArticle] = []
    problems: list[Problem] = []
    for where, row in rows:
        if isinstance(row, Problem):
            problems.append(row)
            continue
        try:
            found.append(replace(article_of(row, given), part=where))
        except UnreadableFile as error:
            problems.append(Problem(error.code, Severity.WARNING, where=where, facts=error.facts))
        if len(found) >= given.limits.parts:
            problems.append(Problem("too-many-parts", Severity.WARNING, facts=(str(given.limits.parts),)))
            break
    return Reading(tuple(found), tuple(problems))


def article_of(row: Mapping[str, Any], given: Given) -> RawArticle:
    """One row as an article. Raises UnreadableFile("export-no-text") for one without words."""
    filled = {name: value for name, value in row.items() if value not in (None, "", [], {})}
    named = {meaning: filled[name] for meaning, name in columns(filled).items()}
    text = named.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableFile("export-no-text")
    given.limits.check_length(len(text))
    article = _page(text, given.inner) if len(_PAGE.findall(text)) >= 2 else RawArticle(text)
    url = _one(named.get("url"))
    clues = [
        Clue(f"export:{key}", one, f"field {key}") for key in ("published", "modified") if (one := _one(named.get(key)))
    ]
    clues += [Clue("url", url, "address")] if url else []
    return replace(
        article,
        clues=(*clues, *article.clues),
        title=_finding("title", named) or article.title,
        outlet=_finding("outlet", named) or article.outlet,
        authors=tuple(Finding(name, "export", name) for name in _names(named.get("authors"))) or article.authors,
        language=language.group().lower()
        if (language := re.match(r"[A-Za-z]{2}(?![A-Za-z])", _one(named.get("language"))))
        else article.language,
        url=url if re.match(r"https?://", url) else article.url,
    )


def _page(text: str, inner: Callable[[str, bytes], Reading] | None) -> RawArticle:
    """A field that holds markup is read as the page it is."""
    if inner is None:
        return RawArticle(text)
    return inner("field.html", f"<!doctype html><meta charset=utf-8><body>{text}".encode()).articles[0]


def _one(value: Any) -> str:
    """A field's value as one line; of a list or an object its first or its name."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or value.get("$date") or ""
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(str(value).split())[:2000] if isinstance(value, (str, int, float)) else ""


def _finding(key: str, named: Mapping[str, Any]) -> Finding | None:
    value = _one(named.get(key))
    return Finding(value, "export", value) if value else None


def _names(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for one in value[:50] if (name := _one(one))]
    return [name for part in re.split(r"\s*(?:;|\||,\s+|\s+and\s+)\s*", _one(value)) if (name := part.strip())]
