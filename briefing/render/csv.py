"""One row per citation, for spreadsheets: Result -> CSV (RFC 4180, UTF-8 with byte order mark).

A cell that a spreadsheet could take for a formula begins with an apostrophe, which spreadsheets hide.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from briefing.document import Document
from briefing.model import Citation, DatedArticle, Resolution, Result
from briefing.render.safe import printable
from briefing.render.writer import DataWriter

COLUMNS: Final = (
    "kind",  # entry, statement or fragment
    "id",  # of the entry; empty for the others
    "first",
    "last",
    "unit",
    "basis",
    "expression",  # the words that give the day
    "rule",
    "texts",  # independent texts that tell the entry
    "quote",
    "attribution",
    "source",  # key: the path, and the part where there is one
    "start",  # characters of the text as read
    "end",
    "block",
    "outlet",
    "title",
    "published",
    "url",
    "reason",  # why a fragment is none, or a date is not resolved
)
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

Row = dict[str, object]


def write(result: Result, document: Document) -> bytes:
    """All citations: of the entries in the order of the timeline, then of statements, then of fragments."""
    del document
    articles = {dated.key: dated for dated in result.dated}
    file = io.StringIO()
    table = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for row in _rows(result, articles):
        table.writerow({column: harmless(value) for column, value in row.items()})
    return file.getvalue().encode("utf-8-sig", "replace")


def harmless(value: object) -> str:
    """A cell that is text and nothing else. Numbers and days of ours never begin like a formula."""
    text = "" if value is None else printable(str(value))
    return f"'{text}" if text.lstrip(" \N{NO-BREAK SPACE}").startswith(FORMULA) else text


def _rows(result: Result, articles: dict[str, DatedArticle]) -> Iterator[Row]:
    for entry in result.timeline.entries:
        for event in entry.events:
            own: Row = {"kind": "entry", "id": entry.id, "texts": entry.texts, "attribution": event.attribution}
            yield own | _dated(event.resolution) | _cited(event.citation, articles)
    for statement in result.timeline.statements:
        told: Row = {"kind": "statement", "attribution": statement.attribution}
        reasons = ", ".join(dict.fromkeys(r.reason for r in statement.unresolved if r.reason))
        told |= {"id": statement.id, "reason": reasons}
        yield from (told | _cited(citation, articles) for citation in statement.citations)
    for fragment in result.timeline.fragments:
        yield {"kind": "fragment", "reason": fragment.reason} | _cited(fragment.citation, articles)


def _dated(resolution: Resolution) -> Row:
    interval = resolution.interval
    return {
        "first": interval and interval.first,
        "last": interval and interval.last,
        "unit": interval and interval.unit.name.lower(),
        "basis": resolution.basis and resolution.basis.value,
        "expression": resolution.mention.text,
        "rule": resolution.mention.rule,
    }


def _cited(citation: Citation, articles: dict[str, DatedArticle]) -> Row:
    row: Row = {
        "quote": citation.quote,
        "source": citation.key,
        "start": citation.span.start,
        "end": citation.span.end,
        "block": citation.block,
    }
    dated = articles.get(citation.key)
    if dated is None:
        return row
    article = dated.article
    return row | {
        "outlet": article.outlet and article.outlet.value,
        "title": article.title and article.title.value,
        "published": dated.published and dated.published.day,
        "url": article.source.url,
    }


WRITER = DataWriter(".csv", "text/csv; charset=utf-8", write)
