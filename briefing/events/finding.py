"""Sentences of a dated article -> events (a day governs them), statements (none does) and fragments (broken text)."""

from __future__ import annotations

from bisect import bisect_left

from briefing.events.governing import Line, governing
from briefing.events.quotations import Quotations
from briefing.events.speaker import attribution, is_saying
from briefing.events.tongue import tongue
from briefing.model import Citation, DatedArticle, Event, Fragment, Sentence, Statement

Told = tuple[tuple[Event, ...], tuple[Statement, ...], tuple[Fragment, ...]]


def find_events(dated: DatedArticle) -> Told:
    """Every sentence of the article, once: as an event, a statement or a fragment, each in text order.

    `who` stays empty: who is meant by the names printed is known when the folder is.
    """
    events: list[Event] = []
    statements: list[Statement] = []
    fragments: list[Fragment] = []
    resolutions = sorted(dated.resolutions, key=lambda r: (r.span, r.mention.text))
    starts = [r.span.start for r in resolutions]
    nobody: frozenset[str] = frozenset()
    quotations = Quotations(dated.article)
    speaks = tongue(dated.article.language)
    for sentence in dated.annotated.sentences:
        cited = cite(dated, sentence)
        if sentence.broken is not None:
            fragments.append(Fragment(cited, sentence.broken))
            continue
        held = resolutions[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
        said_by = attribution(cited.quote, speaks)
        day = None
        if held and not sentence.may_break_off:
            line = Line(dated.article.text, sentence.span, quotations.of(sentence), speaks, dated.anchor.day)
            day = governing(line, held)
        if day is None:
            lost = tuple(r for r in held if r.interval is None)
            statements.append(Statement(cited, nobody, said_by, sentence.may_break_off, None, lost))
            continue
        others = tuple(r for r in held if r is not day)
        events.append(Event(cited, day, others, nobody, said_by, is_saying(line, day)))
    return tuple(events), tuple(statements), tuple(fragments)


def cite(dated: DatedArticle, sentence: Sentence) -> Citation:
    """A sentence quoted, white space folded."""
    quote = " ".join(sentence.span.of(dated.article.text).split())
    return Citation(dated.key, sentence.span, quote, sentence.block)
