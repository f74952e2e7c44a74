"""Timeline, articles and problems -> Document: every word, number and citation of the note.

Sections are composed in the order in which they are read, for sources are numbered at their first citation.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.brief.audit import appendix_section
from briefing.brief.days import Days
from briefing.brief.differences import ON_FRONT, difference_sections
from briefing.brief.drawing import ROWS, drawing
from briefing.brief.edition import source_texts
from briefing.brief.evidence import annex_section, statements_section, timeline_section
from briefing.brief.front import caveats, glance_entries, glance_section, small_print, title_section, title_text
from briefing.brief.gaps import gaps_section
from briefing.brief.ledger import Ledger
from briefing.brief.limits import WHOLE
from briefing.brief.onepage import DRAWN, FEW, short_sources, watch_section
from briefing.brief.options import NoteOptions
from briefing.brief.reference import sources_section, who_section
from briefing.brief.voice import fill, printable
from briefing.catalogue import catalogue
from briefing.document import Document, Drawing, Furniture, Heading, Metadata, Section
from briefing.model import DatedArticle, Problem, Timeline

__all__ = ["NoteOptions", "compose"]

FRONT = ("title", "glance", "caveats", "drawing", "differences")
LARGE_ROWS = 8  # of the drawing in large print


def compose(
    timeline: Timeline, dated: tuple[DatedArticle, ...], problems: tuple[Problem, ...], options: NoteOptions
) -> Document:
    """The note as a neutral document. `dated` holds every article that `timeline` cites; nothing here can fail on
    a source's words. Raises SettingsError for a language without words."""
    words = catalogue(options.lang)
    ledger = Ledger(timeline, dated, problems, options, words, Days(words, options.date_order))
    short = options.edition == "one-page"
    layouts = _one_page(ledger) if short else _layouts(ledger)
    title, _ = title_text(ledger)
    full = replace(ledger, limits=WHOLE) if options.whole and not short else ledger  # its sources have their numbers
    return Document(
        lang=options.lang,
        layouts=layouts,
        key=small_print(ledger),
        furniture=_furniture(ledger),
        metadata=Metadata(
            title=title.text,
            author=printable(options.prepared_by),
            subject=_subject(ledger),
            keywords=_outlets(ledger),
            built=options.built,
        ),
        as_of=timeline.as_of,
        paper=options.paper,
        edition=options.edition,
        bw=options.bw,
        direction=options.direction,
        front=tuple(section.code for section in layouts[0]) if short else FRONT,
        whole=() if full is ledger else _layouts(full)[0],
        texts=source_texts(full),
    )


def _one_page(ledger: Ledger) -> tuple[tuple[Section, ...], ...]:
    """The one-page edition: with a dense drawing, with fewer sentences, at last without what is ahead."""
    title = title_section(ledger)
    entries = glance_entries(ledger)
    glance, short = glance_section(ledger, entries), glance_section(ledger, entries[:2])
    strip = caveats(ledger)
    wide, dense = _drawing(ledger, rows=DRAWN), _drawing(ledger, dense=True)
    watch, one = watch_section(ledger), watch_section(ledger, 1)
    sources, few = short_sources(ledger), short_sources(ledger, FEW)
    return _unlike(
        (title, glance, strip, wide, watch, sources),
        (title, glance, strip, dense, watch, sources),
        (title, glance, strip, dense, one, sources),
        (title, glance, strip, dense, one, few),
        (title, short, strip, dense, one, sources),
        (title, short, strip, dense, one, few),
        (title, short, strip, dense, sources),
    )


def _unlike(*ranked: tuple[Section | None, ...]) -> tuple[tuple[Section, ...], ...]:
    """Layouts without the sections that there are none of, each once."""
    kept = [tuple(section for section in layout if section is not None) for layout in ranked]
    return tuple({tuple(map(id, layout)): layout for layout in kept}.values())


def _layouts(ledger: Ledger) -> tuple[tuple[Section, ...], ...]:
    """The note, then the same with ever less on page 1: the second difference moves back, the drawing turns dense, a
    glance sentence is dropped, all differences move back."""
    title = title_section(ledger)
    entries = glance_entries(ledger)
    glance = glance_section(ledger, entries)
    strip = caveats(ledger)
    rows = LARGE_ROWS if ledger.options.edition == "large-print" else ROWS
    wide, dense = _drawing(ledger, rows=rows), _drawing(ledger, dense=True)
    two = difference_sections(ledger, ON_FRONT)
    one, none = difference_sections(ledger, 1), difference_sections(ledger, 0)
    short = glance_section(ledger, entries[:2]) if len(entries) > 2 else glance
    middle = (timeline_section(ledger), statements_section(ledger))
    end = (
        who_section(ledger),
        sources_section(ledger),
        gaps_section(ledger),
        appendix_section(ledger),
        annex_section(ledger),
    )
    ranked = (
        (title, glance, strip, wide, two[0], *middle, two[1], *end),
        (title, glance, strip, wide, one[0], *middle, one[1], *end),
        (title, glance, strip, dense, one[0], *middle, one[1], *end),
        (title, short, strip, dense, one[0], *middle, one[1], *end),
        (title, short, strip, dense, none[0], *middle, none[1], *end),
    )
    return _unlike(*ranked)


def _drawing(ledger: Ledger, *, dense: bool = False, rows: int = ROWS) -> Section | None:
    block: Drawing | None = drawing(ledger, dense=dense, rows=rows)
    if block is None:
        return None
    place = ledger.page("timeline", "timeline")
    form = "one-page" if ledger.options.edition == "one-page" else "rows" if block.rows else "dense"
    aside = fill(ledger.words, f"drawing.aside-{form}", None, place=place)
    return Section("drawing", Heading(ledger.words.say("section.drawing"), "drawing", aside), (block,))


def _furniture(ledger: Ledger) -> Furniture:
    words, options = ledger.words, ledger.options
    title, _ = title_text(ledger)
    built = ledger.days.day(options.built, "long")
    as_of = ledger.timeline.as_of
    said = [
        words.say("footer.as-of", None, day=ledger.days.day(as_of, "long")) if as_of else words.say("footer.no-as-of")
    ]
    said += [words.say("footer.built", None, built=built)]
    said += [words.say("footer.one-page")] if options.edition == "one-page" else []
    footer = " · ".join(said)
    marking = printable(options.marking)
    return Furniture(
        title,
        footer,
        words.say("footer.page"),
        marking,
        marking.upper().startswith("TLP:"),
        str(words.raw("footer.unset")),
    )


def _subject(ledger: Ledger) -> str:
    as_of = ledger.timeline.as_of
    if as_of is None:
        return ledger.words.say("metadata.subject-undated")
    return ledger.words.say("metadata.subject", None, day=ledger.days.day(as_of, "long"))


def _outlets(ledger: Ledger) -> tuple[str, ...]:
    outlets = (ledger.article(key).outlet for key in ledger.numbered)
    return tuple(dict.fromkeys(printable(outlet.value) for outlet in outlets if outlet is not None))
