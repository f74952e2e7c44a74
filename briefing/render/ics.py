"""The dated entries as a calendar: Result -> iCalendar (RFC 5545), whole days, ranges as ranges.

A bound ("since 2014", "by 10 January") stands on the day that is known of it. The UID of an entry hangs on its
citation, so that a calendar that reads a newer note updates its entries instead of doubling them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from briefing.document import Document
from briefing.model import DatedArticle, Entry, Result
from briefing.render.safe import printable
from briefing.render.writer import DataWriter

LINE: Final = 75  # octets of a line, without its end
SUMMARY: Final = 90  # characters of the opening words that stand as the event's name


def write(result: Result, document: Document) -> bytes:
    """The calendar, named after the note; every entry is free time."""
    articles = {dated.key: dated for dated in result.dated}
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//briefing//timeline//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(document.metadata.title)}",
    ]
    for entry in result.timeline.entries:
        lines += _event(entry, articles, document.metadata.built)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line ends can't end it."""
    plain = printable(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\n", "\\n")


def folded(line: str) -> bytes:
    """A content line with its end, broken behind at most 75 octets and never inside a character."""
    parts, current = [], b""
    for character in line:
        octets = character.encode("utf-8")
        if len(current) + len(octets) > LINE:
            parts.append(current)
            current = b" "
        current += octets
    return b"\r\n".join([*parts, current]) + b"\r\n"


def _event(entry: Entry, articles: dict[str, DatedArticle], built: date) -> Iterator[str]:
    event = entry.quoted
    basis = event.resolution.basis
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(entry.id)}@briefing"
    yield f"DTSTAMP:{_basic(built)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(entry.interval.begin)}"
    if entry.interval.end < date.max:
        yield f"DTEND;VALUE=DATE:{_basic(entry.interval.end + timedelta(days=1))}"  # the end is not part of it
    yield f"SUMMARY:{escaped(entry.title or opening(event.citation.quote))}"
    yield f"DESCRIPTION:{_description(entry, articles)}"
    if basis is not None:
        yield f"CATEGORIES:{basis.value}"
    dated = articles.get(event.citation.key)
    url = dated.article.source.url if dated else None
    if url and url.lower().startswith(("http://", "https://")):
        yield f"URL:{printable(url).replace(' ', '%20')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def opening(words: str) -> str:
    """The first words of a quotation, cut between words, with " …" where something is left out."""
    words = printable(words)
    if len(words) <= SUMMARY:
        return words
    return words[:SUMMARY].rpartition(" ")[0].rstrip(" ,;:") + " …" if " " in words[:SUMMARY] else words[:SUMMARY] + "…"


def _description(entry: Entry, articles: dict[str, DatedArticle]) -> str:
    """Each telling in quotation marks, with outlet, file and the words that give the day."""
    lines = []
    for event in entry.events:
        dated = articles.get(event.citation.key)
        outlet = dated.article.outlet.value if dated and dated.article.outlet else None
        origin = ", ".join(part for part in (outlet, event.citation.key) if part)
        lines.append(f"“{printable(event.citation.quote)}” ({origin}; “{printable(event.resolution.mention.text)}”)")
    return "\\n".join(escaped(line) for line in lines)


def _basic(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


WRITER = DataWriter(".ics", "text/calendar; charset=utf-8", write)
