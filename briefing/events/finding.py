"""Sentences of a dated article -> events (a day governs them), statements (none does) and fragments (broken text)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from briefing.events.governing import Line, governing
from briefing.events.quotations import Quotations
from briefing.events.speaker import attribution, is_saying
from briefing.events.tongue import tongue
from briefing.model import Citation, DatedArticle, Event, Fragment, Sentence, Span, Statement
from briefing.names import Cast

Told = tuple[tuple[Event, ...], tuple[Statement, ...], tuple[Fragment, ...]]


def find_events(dated: DatedArticle, cast: Cast | None = None) -> Told:
    """Every sentence of the article, once: as an event, a statement or a fragment, each in text order.

    `cast` names who is meant by the names printed; without it `who` stays empty.
    """
    events: list[Event] = []
    statements: list[Statement] = []
    fragments: list[Fragment] = []
    resolutions = sorted(dated.resolutions, key=lambda r: (r.span, r.mention.text))
    starts = [r.span.start for r in resolutions]
    names = _named(dated, cast)
    quotations = Quotations(dated.article)
    speaks = tongue(dated.article.language)
    for sentence in dated.annotated.sentences:
        cited = _cite(dated, sentence)
        if sentence.broken is not None:
            fragments.append(Fragment(cited, sentence.broken))
            continue
        held = resolutions[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
        who = frozenset(
            name for place, name in names[_from(names, sentence.span.start) : _from(names, sentence.span.end)]
        )
        said_by = attribution(cited.quote, speaks)
        day = None
        if held and not sentence.may_break_off:
            line = Line(dated.article.text, sentence.span, quotations.of(sentence), speaks, dated.anchor.day)
            day = governing(line, held)
        if day is None:
            lost = tuple(r for r in held if r.interval is None)
            statements.append(Statement(cited, who, said_by, sentence.may_break_off, None, lost))
            continue
        others = tuple(r for r in held if r is not day)
        events.append(Event(cited, day, others, who, said_by, is_saying(line, day)))
    return tuple(events), tuple(statements), tuple(fragments)


def _named(dated: DatedArticle, cast: Cast | None) -> list[tuple[Span, str]]:
    who: Mapping[tuple[str, Span], str] = cast.who if cast is not None else {}
    found = ((name.span, who.get((dated.key, name.span))) for name in dated.annotated.names)
    return sorted((span, name) for span, name in found if name is not None)


def _from(names: Sequence[tuple[Span, str]], start: int) -> int:
    """The first of the names that begins at `start` or later."""
    return bisect_left(names, start, key=lambda named: named[0].start)


def _cite(dated: DatedArticle, sentence: Sentence) -> Citation:
    quote = " ".join(sentence.span.of(dated.article.text).split())
    return Citation(dated.key, sentence.span, quote, sentence.block)
