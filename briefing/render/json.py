"""The whole result for programs: Result -> JSON under the schema `docs/schema/briefing-1.json`.

Every list is whole, whatever print left out. Offsets count characters (Unicode code points) of the source's `text`,
half-open, so that every citation can be checked; days are ISO 8601, both ends of an interval included.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

from briefing.catalogue import Catalogue, catalogue
from briefing.document import Document
from briefing.model import (
    Anchor,
    Block,
    Citation,
    Copies,
    DatedArticle,
    Difference,
    Entry,
    Event,
    Evidence,
    Finding,
    Fragment,
    Happening,
    Interval,
    Person,
    Problem,
    PublicationDate,
    Resolution,
    Result,
    Statement,
    Step,
)
from briefing.render.safe import printable
from briefing.render.writer import DataWriter

FORMAT: Final = "briefing"
VERSION: Final = 1  # raised when a reader of the old schema could misread; new optional keys do not raise it

Json = Any


def write(result: Result, document: Document) -> bytes:
    """The file, keys in the order of the schema, the same bytes for the same result."""
    text = json.dumps(whole(result, document), ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8", "replace")


def whole(result: Result, document: Document) -> dict[str, Json]:
    """The result as one object."""
    timeline = result.timeline
    words = catalogue(document.lang)
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": document.metadata.title,
        "built": _day(document.metadata.built),
        "as_of": _day(timeline.as_of),
        "as_of_code": timeline.as_of_code,
        "period": _interval(timeline.period),
        "glance": list(timeline.glance),
        "sources": [_source(dated) for dated in result.dated],
        "entries": [_entry(entry) for entry in timeline.entries],
        "statements": [_statement(statement) for statement in timeline.statements],
        "fragments": [_fragment(fragment) for fragment in timeline.fragments],
        "differences": [_difference(difference) for difference in timeline.differences],
        "people": [_person(person) for person in timeline.people],
        "copies": [_copies(copies) for copies in timeline.copies],
        "stories": [list(keys) for keys in timeline.stories],
        "happenings": [_happening(happening) for happening in timeline.happenings],
        "left_out": [_entry(entry) for entry in timeline.left_out],
        "aside": list(timeline.aside),
        "problems": [_problem(problem, words) for problem in result.problems],
    }


# --------------------------------------------------------------------------- small values


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _interval(interval: Interval | None) -> Json:
    if interval is None:
        return None
    return {
        "first": _day(interval.first),
        "last": _day(interval.last),
        "unit": interval.unit.name.lower(),
        "part": interval.part.value,
    }


def _citation(citation: Citation) -> Json:
    return {
        "source": citation.key,
        "start": citation.span.start,
        "end": citation.span.end,
        "quote": printable(citation.quote),
        "block": citation.block,
    }


def _step(step: Step) -> Json:
    return {"code": step.code, "facts": [printable(str(fact)) for fact in step.facts]}


def _problem(problem: Problem, words: Catalogue) -> Json:
    says, remedy = words.problem(problem)
    return {
        "code": problem.code,
        "severity": problem.severity.name.lower(),
        "path": problem.path,
        "where": problem.where,
        "facts": [printable(fact) for fact in problem.facts],
        "says": printable(says),
        "remedy": printable(remedy),
    }


# --------------------------------------------------------------------------- sources


def _source(dated: DatedArticle) -> Json:
    article, source = dated.article, dated.article.source
    return {
        "key": source.key,
        "path": source.path,
        "part": source.part,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "url": source.url,
        "language": article.language,
        "title": _finding(article.title),
        "outlet": _finding(article.outlet),
        "authors": [_finding(author) for author in article.authors],
        "published": _published(dated.published),
        "rejected": [_evidence(evidence) for evidence in dated.annotated.rejected],
        "anchor": _anchor(dated.anchor),
        "not_before": _day(dated.not_before),
        "text": article.text,
        "blocks": [_block(block) for block in article.blocks],
        "dates": [_resolution(resolution) for resolution in dated.resolutions],
    }


def _finding(finding: Finding | None) -> Json:
    if finding is None:
        return None
    value, quote = printable(finding.value), printable(finding.quote)
    return {"value": value, "basis": finding.basis, "quote": quote, "others": [printable(o) for o in finding.others]}


def _evidence(evidence: Evidence) -> Json:
    return {
        "code": evidence.code,
        "day": _day(evidence.day),
        "quote": printable(evidence.quote),
        "where": printable(evidence.where),
        "span": None if evidence.span is None else [evidence.span.start, evidence.span.end],
    }


def _published(published: PublicationDate | None) -> Json:
    if published is None:
        return None
    return {
        "day": _day(published.day),
        "evidence": _evidence(published.evidence),
        "agreeing": [_evidence(evidence) for evidence in published.agreeing],
        "others": [_evidence(evidence) for evidence in published.others],
        "set_by_person": published.set_by_person,
    }


def _anchor(anchor: Anchor) -> Json:
    return {
        "day": _day(anchor.day),
        "basis": anchor.basis.value,
        "code": anchor.code,
        "lent_by": anchor.lent_by,
        "year": anchor.year,
    }


def _block(block: Block) -> Json:
    return {
        "number": block.number,
        "kind": block.kind.value,
        "reason": block.reason,
        "start": block.span.start,
        "end": block.span.end,
        "page": block.page,
    }


def _resolution(resolution: Resolution) -> Json:
    return {
        "start": resolution.span.start,
        "end": resolution.span.end,
        "text": printable(resolution.mention.text),
        "rule": resolution.mention.rule,
        "interval": _interval(resolution.interval),
        "second": _interval(resolution.second),
        "basis": None if resolution.basis is None else resolution.basis.value,
        "steps": [_step(step) for step in resolution.steps],
        "reason": resolution.reason,
        "problem": resolution.problem,
    }


# --------------------------------------------------------------------------- the timeline


def _entry(entry: Entry) -> Json:
    return {
        "id": entry.id,
        "interval": _interval(entry.interval),
        "basis": None if entry.quoted.resolution.basis is None else entry.quoted.resolution.basis.value,
        "title": entry.title,
        "texts": entry.texts,
        "score": [{"code": part.code, "value": part.value} for part in entry.score],
        "why": [_step(step) for step in entry.why],
        "set_by_person": list(entry.set_by_person),
        "tellings": [_event(event) for event in entry.events],
    }


def _event(event: Event) -> Json:
    return {
        "citation": _citation(event.citation),
        "date": _resolution(event.resolution),
        "other_dates": [_resolution(resolution) for resolution in event.others],
        "who": sorted(event.who),
        "attribution": None if event.attribution is None else printable(event.attribution),
        "saying": event.saying,
    }


def _statement(statement: Statement) -> Json:
    return {
        "citation": _citation(statement.citation),
        "who": sorted(statement.who),
        "attribution": None if statement.attribution is None else printable(statement.attribution),
        "may_break_off": statement.may_break_off,
        "continues": statement.continues,
        "unresolved": [_resolution(resolution) for resolution in statement.unresolved],
        "id": statement.id,
        "also": [_citation(citation) for citation in statement.also],
        "texts": statement.texts,
        "same_as": statement.same_as,
        "why": [_step(step) for step in statement.why],
    }


def _fragment(fragment: Fragment) -> Json:
    return {"citation": _citation(fragment.citation), "reason": fragment.reason}


def _difference(difference: Difference) -> Json:
    return {
        "kind": difference.kind,
        "entries": list(difference.entries),
        "shared": [printable(words) for words in difference.shared],
        "facts": [printable(fact) for fact in difference.facts],
    }


def _happening(happening: Happening) -> Json:
    return {
        "sources": list(happening.keys),
        "words": [printable(word) for word in happening.words],
        "head": happening.head,
        "told": list(happening.told),
    }


def _person(person: Person) -> Json:
    return {
        "id": person.id,
        "kind": person.kind.value,
        "variants": [{"text": printable(text), "source": key} for text, key in person.variants],
        "descriptors": [{"text": printable(text), "source": key} for text, key in person.descriptors],
        "why": [_step(step) for step in person.why],
    }


def _copies(copies: Copies) -> Json:
    return {"sources": list(copies.keys), "exact": copies.exact}


WRITER = DataWriter(".json", "application/json", write)
