"""The appendix: how each date was worked out, and what was read, quoted and left out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from briefing.brief.ledger import Ledger
from briefing.brief.marks import basis_mark, lacks_year
from briefing.brief.voice import between, fill, joined, line, printable, quoted, strong
from briefing.document import Cite, Heading, Inlines, Jump, Role, Row, Section, Table, TableRole, Text
from briefing.model import (
    QUOTABLE,
    Basis,
    BlockKind,
    DatedArticle,
    Entry,
    Evidence,
    Interval,
    Mention,
    Resolution,
    Sentence,
    Span,
    Step,
)

SHOWN_BESIDE = frozenset({"counted-from-anchor", "counted-from-previous", "stated"})  # the column of anchors says so
EXPRESSION = 80  # characters of an expression that are printed


class Use(NamedTuple):
    """What an expression is used for: the date of a source or of an item, or it stands in an item or a fragment."""

    kind: str  # "source" | "item" | "in" | "fragment" | "unused"
    number: int = 0  # the source's, the item's, the fragment's place in the order of the note


@dataclass(frozen=True, slots=True)
class _Line:
    """One row before identical ones are merged: `rank` orders them, `use` says which item it dates or stands in."""

    rank: tuple[int, int, int]
    expression: Inlines  # without its citation
    cite: Cite
    anchor: Inlines
    rule: Inlines
    result: tuple[Inlines, ...]
    unit: str
    use: Use

    @property
    def said(self) -> tuple[object, ...]:
        """What makes two rows one: all but the source and the item."""
        return self.expression, self.anchor, self.rule, self.result, self.unit


def appendix_section(ledger: Ledger) -> Section | None:
    lines = sorted(_lines(ledger), key=lambda one: one.rank)
    words = ledger.words
    last = line(Role.AUDIT, _counts(ledger))
    title = words.say("section.appendix")
    if not lines:
        return Section("appendix", None, (last,))
    merged: dict[tuple[object, ...], list[_Line]] = {}
    for one in lines:
        merged.setdefault(one.said, []).append(one)
    shown = list(merged.values())[: ledger.limits.dates]
    rows = tuple(_row(ledger, same, index) for index, same in enumerate(shown, 1))
    columns = tuple(words.say(f"column.{code}") for code in ("expression", "anchor", "rule", "result", "unit", "item"))
    table = Table(TableRole.AUDIT, columns, rows, title)
    more = len(merged) - len(rows)
    notes = (line(Role.AUDIT, fill(words, "audit.more", more)),) if more > 0 else ()
    return Section("appendix", Heading(title, "appendix"), (table, *notes, last))


def _row(ledger: Ledger, same: list[_Line], index: int) -> Row:
    """One row for the same expression, worked out in the same way, in any number of sources and items."""
    one = same[0]
    expression = joined((*one.expression, Text(" "), *ledger.cite_runs(line.cite for line in same)))
    result = tuple(line(Role.AUDIT, part) for part in one.result)
    cells = (expression, one.anchor, one.rule)
    return Row(
        (
            *((line(Role.AUDIT, cell),) for cell in cells),
            result,
            (line(Role.AUDIT, one.unit),),
            (line(Role.AUDIT, _uses(ledger, [line.use for line in same])),),
        ),
        f"date-{index}",
    )


def _uses(ledger: Ledger, uses: list[Use]) -> Inlines:
    """[1]–[3] · 7–11, in 9, 12, frag. a, c: each kind once, its numbers in order."""
    words, most = ledger.words, ledger.limits.uses

    def numbers(kind: str) -> list[int]:
        return sorted({use.number for use in uses if use.kind == kind})

    said: list[Inlines] = []
    sources = [(Jump(f"[{n}]", f"source-{n}"),) for n in numbers("source")]
    said += [between(", ", sources, most)] if sources else []
    said += [ledger.number_list(told, most)] if (told := numbers("item")) else []
    said += [fill(words, "audit.in", None, n=ledger.number_list(told, most))] if (told := numbers("in")) else []
    letters = [(Jump(ledger.letter(n), f"fragment-{ledger.letter(n)}"),) for n in numbers("fragment")]
    said += [fill(words, "audit.fragment", None, letter=between(", ", letters, most))] if letters else []
    return between(", ", said) if said else fill(words, "audit.unused")


# --------------------------------------------------------------------------- rows


def _lines(ledger: Ledger) -> Iterator[_Line]:
    for key in ledger.numbered:
        article = ledger.articles[key]
        if article.published is not None:
            yield _published(ledger, article, article.published.evidence)
        yield from _resolved(ledger, article)
        for index, evidence in enumerate(article.annotated.rejected):
            yield _rejected(ledger, article, evidence, index)


def _published(ledger: Ledger, article: DatedArticle, evidence: Evidence) -> _Line:
    assert article.published is not None
    words, number = ledger.words, ledger.source(article.key)
    code = f"evidence.{evidence.code}"
    day = joined((basis_mark(ledger, Basis.STATED), Text(" "), strong(ledger.days.day(article.published.day))))
    return _Line(
        (0, number, 0),
        _expression(ledger, article.key, evidence.quote),
        ledger.cite(article.key, evidence.span),
        fill(words, "anchor.none-needed"),
        fill(words, "audit.published", None, where=words.say(code if words.has(code) else "evidence.other")),
        (day,),
        words.say("unit.day"),
        Use("source", number),
    )


def _rejected(ledger: Ledger, article: DatedArticle, evidence: Evidence, index: int) -> _Line:
    words = ledger.words
    code = f"rejected.{evidence.code}"
    return _Line(
        (4, ledger.source(article.key), index),
        _expression(ledger, article.key, evidence.quote),
        ledger.cite(article.key, evidence.span),
        fill(words, "anchor.none"),
        fill(words, code if words.has(code) else "rejected.other"),
        ((strong(words.say("audit.no-date")),),),
        words.say("unit.none"),
        Use("unused"),
    )


def _resolved(ledger: Ledger, article: DatedArticle) -> Iterator[_Line]:
    sentences = article.annotated.sentences
    starts = [sentence.span.start for sentence in sentences]
    governing, fragments = ledger.governing[article.key], ledger.fragment_places[article.key]
    for resolution in article.resolutions:
        sentence = _sentence_of(resolution.mention, sentences, starts)
        place = (article.key, sentence.span) if sentence else None
        rank, use = _use(ledger, resolution, place, governing, fragments)
        yield _Line(
            rank,
            _expression(ledger, article.key, resolution.mention.text),
            ledger.cite(article.key, resolution.span),
            anchor_words(ledger, article, resolution),
            rule_words(ledger, article, resolution),
            result_words(ledger, resolution),
            _unit(ledger, resolution.interval),
            use,
        )


def _sentence_of(mention: Mention, sentences: tuple[Sentence, ...], starts: list[int]) -> Sentence | None:
    at = bisect_right(starts, mention.span.start) - 1
    return sentences[at] if at >= 0 and sentences[at].span.holds(mention.span) else None


def _use(
    ledger: Ledger,
    resolution: Resolution,
    place: tuple[str, Span] | None,
    governing: AbstractSet[tuple[Span, int]],
    fragments: Mapping[Span, int],
) -> tuple[tuple[int, int, int], Use]:
    """The item that the expression dates, the item or fragment that it stands in, or that it is not used."""
    start = resolution.span.start
    if place is not None and (number := ledger.spans.get(place)) is not None:
        dates = (resolution.span, number) in governing
        return (1, number, 0 if dates else 1), Use("item" if dates else "in", number)
    if place is not None and (index := fragments.get(place[1])) is not None:
        return (2, index, start), Use("fragment", index)
    return (3, 0, start), Use("unused")


# --------------------------------------------------------------------------- cells


def _expression(ledger: Ledger, key: str, text: str) -> Inlines:
    said = printable(text)[:EXPRESSION]
    return quoted(ledger.words, said, ledger.lang(key)) if said else ()


def anchor_words(ledger: Ledger, article: DatedArticle, resolution: Resolution) -> Inlines:
    """What the expression counts from: nothing, the publication date, a sister's, or a day of the same text."""
    words, days, anchor = ledger.words, ledger.days, article.anchor
    if resolution.interval is None or resolution.basis is None:
        return fill(words, "anchor.none")
    if resolution.basis is Basis.STATED:
        return fill(words, "anchor.none-needed")
    if resolution.basis is Basis.RESOLVED and article.published is not None:
        return fill(words, "anchor.published", None, day=days.day(article.published.day))
    previous = next((s.facts[0] for s in resolution.steps if s.code == "counted-from-previous" and s.facts), None)
    if isinstance(previous, date | Interval):
        day = days.day(previous) if isinstance(previous, date) else _said(ledger, previous)
        return fill(words, "anchor.own", None, day=day)
    sister = ledger.articles.get(anchor.lent_by or "")
    if sister is not None and sister.published is not None and lacks_year(resolution):
        return fill(words, "anchor.sister", None, source=ledger.cite(sister.key), day=days.day(sister.published.day))
    if anchor.day is None:
        return fill(words, "anchor.weekday")
    item = _item_of_day(ledger, article.key, anchor.day)
    code = "anchor.item" if item else "anchor.own"
    return fill(words, code, None, day=days.day(anchor.day), item=ledger.item(item or 0))


def _item_of_day(ledger: Ledger, key: str, day: date) -> int | None:
    def states(entry: Entry) -> bool:
        told = entry.quoted
        return told.citation.key == key and lacks_year(told.resolution) and told.interval == Interval.of_day(day)

    return next((ledger.items[entry.id] for entry in ledger.bands.all if states(entry)), None)


def rule_words(ledger: Ledger, article: DatedArticle, resolution: Resolution) -> Inlines:
    """The named steps in words; the row's own name where the catalogue has none of them."""
    words = ledger.words
    if resolution.interval is None:
        code = f"reason.{resolution.reason}"
        return fill(words, code if words.has(code) else "reason.other")
    said = [
        _step(ledger, article, step)
        for step in resolution.steps
        if words.has(f"step.{step.code}") and step.code not in SHOWN_BESIDE
    ]
    said = [*dict.fromkeys(said)] or [_unstepped(ledger, resolution)]
    if resolution.problem and words.has(f"resolution.{resolution.problem}"):
        said.append(fill(words, f"resolution.{resolution.problem}"))
    return between("; ", said)


def _unstepped(ledger: Ledger, resolution: Resolution) -> Inlines:
    """What stands in the text itself, or counts from the anchor without further ado."""
    unit = _unit(ledger, resolution.interval)
    code = "audit.stated-unit" if resolution.basis is Basis.STATED else "audit.counted-unit"
    grain = resolution.interval.unit.name.lower() if resolution.interval else ""
    known = f"{code}.{grain}" if ledger.words.has(f"{code}.{grain}") else f"{code}.other"
    return fill(ledger.words, known, None, unit=unit)


def _step(ledger: Ledger, article: DatedArticle, step: Step) -> Inlines:
    grain = step.facts[0].unit.name.lower() if step.facts and isinstance(step.facts[0], Interval) else ""
    known = (f"rule.{step.code}-{grain}", f"rule.{step.code}", f"step.{step.code}")
    code = next(code for code in known if ledger.words.has(code))
    return fill(ledger.words, code, None, *(_fact(ledger, article, fact) for fact in step.facts))


def _fact(ledger: Ledger, article: DatedArticle, fact: date | Interval | str) -> str | Inlines:
    if isinstance(fact, Interval):
        return ledger.days.interval(fact, "short")
    if isinstance(fact, date):
        return ledger.days.day(fact, "short")
    if fact in ledger.articles:
        return (ledger.cite(fact),)
    verbatim = fact and not fact.isdigit() and fact in article.article.text
    return quoted(ledger.words, fact, ledger.lang(article.key)) if verbatim else printable(fact)


def result_words(ledger: Ledger, resolution: Resolution) -> tuple[Inlines, ...]:
    if resolution.interval is None:
        return ((strong(ledger.words.say("audit.no-date")),),)
    first = joined((basis_mark(ledger, resolution.basis), Text(" "), strong(_said(ledger, resolution.interval))))
    if resolution.second is None:
        return (first,)
    return first, fill(ledger.words, "audit.second", None, when=_said(ledger, resolution.second))


def _said(ledger: Ledger, it: Interval) -> str:
    return ledger.days.interval(it, "rail" if it.is_day else "short")


def _unit(ledger: Ledger, it: Interval | None) -> str:
    if it is None:
        return ledger.words.say("unit.none")
    if it.first is None or it.last is None:
        return ledger.words.say("unit.bound")
    return ledger.words.say(f"unit.{it.unit.name.lower()}")


# --------------------------------------------------------------------------- the last line


def _counts(ledger: Ledger) -> Inlines:
    """Everything read, quoted and left out, each counted where it happens, never by subtraction."""
    say = ledger.words.say
    read = sum(len(article.annotated.sentences) for article in ledger.dated)
    told = {(e.citation.key, e.citation.span) for entry in ledger.timeline.entries for e in entry.events}
    quoted_ = told | ledger.statement_items.keys()
    said = [say("count.read", read, files=say("count.files", len(ledger.dated))), say("count.quoted", len(quoted_))]
    if ledger.timeline.fragments:
        said.append(say("count.broken", len(ledger.timeline.fragments)))
    if more := sum(len(s.citations) for s in ledger.timeline.statements) - len(ledger.statement_items):
        said.append(say("count.hidden", more))
    if (
        unchosen := {(e.citation.key, e.citation.span) for entry in ledger.timeline.left_out for e in entry.events}
        - told
    ):
        said.append(say("count.unchosen", len(unchosen)))
    aside = set(ledger.timeline.aside)
    if apart := sum(len(article.annotated.sentences) for article in ledger.dated if article.key in aside):
        said.append(say("count.aside", apart, files=say("count.files", len(aside))))
    left = left_out(ledger)
    if left:
        kinds = ", ".join(say(f"kind.{kind.value}", n) for kind, n in left)
        said.append(say("count.lines", sum(n for _, n in left), kinds=kinds))
    return (Text(" ".join(said)),)


def left_out(ledger: Ledger) -> list[tuple[BlockKind, int]]:
    """Lines that are no sentences of an article, by kind, most first."""
    counts = Counter(b.kind for a in ledger.dated for b in a.article.blocks if b.kind not in QUOTABLE)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].value))
