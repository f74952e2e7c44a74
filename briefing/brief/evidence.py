"""The middle of the note: the timeline in full, the statements without a date, and the annex."""

from __future__ import annotations

from dataclasses import replace

from briefing.brief.differences import entry_marks
from briefing.brief.front import quote
from briefing.brief.ledger import Ledger
from briefing.brief.marks import basis_mark, basis_words, mark
from briefing.brief.voice import between, fill, kept_together, line, printable, quoted, source_words, strong
from briefing.document import (
    Band,
    Block,
    Cell,
    Heading,
    Inlines,
    Jump,
    MarkKind,
    Paragraph,
    Role,
    Row,
    Section,
    Table,
    TableRole,
    Text,
)
from briefing.model import Entry, Statement

OPENING, OPENING_LONGEST = 12, 66  # words of an item in the annex, and characters: one line with its citation


def timeline_section(ledger: Ledger) -> Section:
    words = ledger.words
    heading = Heading(words.say("section.timeline"), "timeline")
    if not ledger.bands.all:
        empty = "timeline.unresolved" if any(d.resolutions for d in ledger.dated) else "timeline.none"
        return Section("timeline", heading, (line(Role.NOTE, fill(words, empty)),), 0.6)
    letters = entry_marks(ledger)
    rows: list[Row | Band] = []
    for code in ("background", "period", "ahead"):
        entries: tuple[Entry, ...] = getattr(ledger.bands, code)
        if entries:
            rows.append(_band(ledger, code))
            rows += [_row(ledger, entry, letters.get(entry.id, [])) for entry in entries]
    columns = tuple(words.say(f"column.{code}") for code in ("number", "date", "says"))
    table = Table(TableRole.TIMELINE, columns, tuple(rows), words.say("section.timeline"), row_header=True)
    return Section("timeline", heading, (table, *_annex_note(ledger)), 0.6)


def _band(ledger: Ledger, code: str) -> Band:
    say = ledger.words.say
    aside = say(f"band.{code}-aside") if ledger.words.has(f"band.{code}-aside") else ""
    return Band((Text(say(f"band.{code}")),), f"band-{code}", aside, say("band.continued"))


def _row(ledger: Ledger, entry: Entry, letters: list[str]) -> Row:
    number = ledger.items[entry.id]
    cells = (
        (line(Role.NUMBER, strong(str(number))),),
        _rail(ledger, entry, letters),
        quote(ledger, entry, Role.ENTRY),
    )
    return Row(cells, f"item-{number}", entry.interval.first if entry.interval.is_day else None)


def _rail(ledger: Ledger, entry: Entry, letters: list[str]) -> Cell:
    """The date, how it is known, how many tell it, and what to beware of."""
    words, resolution = ledger.words, entry.quoted.resolution
    lines = [
        line(Role.DATE, strong(kept_together(ledger.days.interval(entry.interval, "rail")))),
        line(Role.BASIS, basis_mark(ledger, resolution.basis), Text(" "), basis_words(ledger, entry)),
    ]
    if resolution.second is not None:
        lines.append(line(Role.BASIS, fill(words, "basis.two-readings")))
    if entry.quoted.saying:
        lines.append(line(Role.BASIS, fill(words, "basis.saying")))
    if len(entry.keys) > 1:
        lines.append(line(Role.BASIS, _told(ledger, len(entry.keys), entry.texts)))
    for code in entry.set_by_person:
        known = code if words.has(f"person.{code}") else "changed"
        title = quoted(words, entry.title) if entry.title else ""
        lines.append(line(Role.BASIS, fill(words, f"person.{known}", None, title=title)))
    more = len(letters) - len(letters[: ledger.limits.marks])
    for letter in letters[: ledger.limits.marks]:
        place = ledger.page(f"difference-{letter}", "differences")
        said = fill(words, "basis.difference", None, letter=letter, place=place)
        lines.append(line(Role.BASIS, mark(ledger, MarkKind.DIFFER), Text(" "), said))
    if more:
        lines.append(line(Role.BASIS, fill(words, "basis.more-differences", more)))
    return tuple(lines)


def _told(ledger: Ledger, sources: int, texts: int) -> Inlines:
    code = "basis.told" if texts >= sources else "basis.told-texts"
    return fill(ledger.words, code, sources, texts=ledger.words.say("texts", texts))


def _annex_note(ledger: Ledger) -> tuple[Block, ...]:
    if not ledger.annex:
        return ()
    place = ledger.page("annex", "annex")
    return (line(Role.NOTE, fill(ledger.words, "timeline.more", len(ledger.annex), place=place)),)


def statements_section(ledger: Ledger) -> Section | None:
    if not ledger.timeline.statements:
        return None
    words = ledger.words
    rows: list[Row | Band] = []
    key = None
    for statement in ledger.statements:
        if statement.citation.key != key:
            key = statement.citation.key
            rows.append(_source_band(ledger, key))
        rows.append(_statement(ledger, statement))
    table = Table(TableRole.STATEMENTS, ("", ""), tuple(rows), words.say("section.statements"), row_header=True)
    blocks: list[Block] = [table]
    if ledger.hidden:
        first, last = ledger.hidden
        blocks.append(line(Role.NOTE, fill(words, "statements.more", last - first + 1, first=first, last=last)))
    return Section("statements", Heading(words.say("section.statements"), "statements"), tuple(blocks))


def _source_band(ledger: Ledger, key: str) -> Band:
    words, article = ledger.words, ledger.articles[key]
    cite = ledger.cite(key)
    if article.published is not None:
        said = fill(words, "band.source-dated", None, source=cite, day=ledger.days.day(article.published.day))
    elif article.not_before is not None:
        said = fill(words, "band.source-bound", None, source=cite, day=ledger.days.day(article.not_before))
    else:
        said = fill(words, "band.source-undated", None, source=cite)
    return Band(said, f"statements-{cite.number}", "", words.say("band.continued"))


def _statement(ledger: Ledger, statement: Statement) -> Row:
    citation = statement.citation
    number = ledger.statement_items[citation.key, citation.span]
    lang = ledger.lang(citation.key)
    words = source_words(citation.quote, lang)
    breaks = (
        (Text(ledger.words.say("statements.break-off"), strong=True, quiet=True), Text(" "))
        if statement.may_break_off
        else ()
    )
    cites = ledger.cites(statement.citations)
    cell = (line(Role.STATEMENT, words, Text(" "), breaks, cites, _beside(ledger, statement), lang=lang),)
    return Row(((line(Role.NUMBER, strong(str(number))),), cell), f"item-{number}")


def _beside(ledger: Ledger, statement: Statement) -> Inlines:
    """How many sources tell a statement, and which item it tells on about."""
    said: list[Inlines] = []
    if (sources := len({citation.key for citation in statement.citations})) > 1:
        said.append(_told(ledger, sources, statement.texts))
    if (on := ledger.tells_on(statement)) is not None:
        said.append(fill(ledger.words, f"statements.{on[0]}", None, item=ledger.item(on[1])))
    return (Text(" "), *_quiet(between("; ", said))) if said else ()


def _quiet(inlines: Inlines) -> Inlines:
    return tuple(replace(one, quiet=True) if isinstance(one, Text | Jump) else one for one in inlines)


def annex_section(ledger: Ledger) -> Section | None:
    if not ledger.annex:
        return None
    words = ledger.words
    columns = tuple(words.say(f"column.{code}") for code in ("number", "date", "opening"))
    rows = tuple(_annex_row(ledger, entry) for entry in ledger.annex)
    table = Table(TableRole.ANNEX, columns, rows, words.say("section.annex"), row_header=True)
    return Section("annex", Heading(words.say("section.annex"), "annex"), (table,))


def _annex_row(ledger: Ledger, entry: Entry) -> Row:
    number = ledger.items[entry.id]
    told = entry.quoted
    text = printable(told.citation.quote)
    opening = " ".join(text.split(" ")[:OPENING])
    if len(opening) > OPENING_LONGEST:
        opening = opening[:OPENING_LONGEST].rpartition(" ")[0] or opening[:OPENING_LONGEST]
    said = [source_words(opening, ledger.lang(told.citation.key)), Text(" … " if opening != text else " ")]
    date = line(
        Role.BASIS,
        basis_mark(ledger, told.resolution.basis),
        Text(" "),
        strong(ledger.days.interval(entry.interval, "short")),
    )
    cites = ledger.cites(event.citation for event in entry.events)
    opening_line: Paragraph = line(Role.FRAGMENT, tuple(said), cites)
    return Row(((line(Role.NUMBER, strong(str(number))),), (date,), (opening_line,)), f"item-{number}")
