"""The one-page edition: the message, what is ahead and who told it; the workings stand in the full note."""

from __future__ import annotations

from briefing.brief.front import quote
from briefing.brief.ledger import Ledger
from briefing.brief.reference import headline
from briefing.brief.voice import fill, line, printable, strong
from briefing.document import Block, Heading, Inline, Jump, Role, Row, Section, Table, TableRole, Text
from briefing.model import Entry

DRAWN = 6  # more items than that are drawn in the density form
SOURCES, FEW = 6, 4
AHEAD = 4


def watch_section(ledger: Ledger, most: int = AHEAD) -> Section | None:
    """What lies after the as-of date, as the sources say it."""
    entries = ledger.bands.ahead[:most]
    if not entries:
        return None
    title = ledger.words.say("band.ahead")
    rows = tuple(_ahead(ledger, entry) for entry in entries)
    blocks: list[Block] = [Table(TableRole.GLANCE, ("", ""), rows, title)]
    if more := len(ledger.bands.ahead) - len(entries):
        blocks.append(line(Role.NOTE, fill(ledger.words, "one-page.more-ahead", more)))
    return Section("watch", Heading(title, "watch"), tuple(blocks))


def _ahead(ledger: Ledger, entry: Entry) -> Row:
    form = ledger.days.interval(entry.interval, "rail" if entry.interval.is_day else "short")
    date = line(Role.DATE, strong(form))
    return Row(((date,), quote(ledger, entry, Role.ENTRY, 30)), f"item-{ledger.items[entry.id]}")


def short_sources(ledger: Ledger, most: int = SOURCES) -> Section:
    """One line for each source that is cited on the page, those first that are cited first; the others are counted."""
    for key in ledger.told_most:
        ledger.source(key)
    shown = ledger.numbered[:most]
    rows = tuple(_source(ledger, key, number) for number, key in enumerate(shown, 1))
    title = ledger.words.say("section.sources")
    blocks: list[Block] = [Table(TableRole.SOURCES, ("", ""), rows, title, row_header=True)]
    if more := len(ledger.numbered) - len(shown):
        blocks.append(line(Role.SMALL, fill(ledger.words, "one-page.more-sources", more)))
    return Section("sources", Heading(title, "sources"), tuple(blocks))


def _source(ledger: Ledger, key: str, number: int) -> Row:
    words, article = ledger.words, ledger.articles[key]
    said: list[Inline] = [*headline(ledger, key, 110), Text(" · ")]
    outlet = article.article.outlet
    said.append(Text(printable(outlet.value)) if outlet else Text(words.say("one-page.no-outlet")))
    if article.published is not None:
        said += [Text(" · "), strong(ledger.days.day(article.published.day))]
    else:
        said += [Text(" · "), Text(words.say("one-page.undated"))]
    anchor = f"source-{number}"
    return Row(
        ((line(Role.NUMBER, Jump(f"[{number}]", anchor, strong=True)),), (line(Role.DETAIL, tuple(said)),)), anchor
    )
