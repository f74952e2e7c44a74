"""The source texts of an edition that shows them: each line as read, what became of it, how each date came about.

A line is what stands between two line ends of the text as read and is not empty; they are numbered from 1, left-out ones
counted, so that a reader can check them in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefing.brief.audit import anchor_words, result_words, rule_words
from briefing.brief.front import title_text
from briefing.brief.ledger import Ledger
from briefing.brief.voice import fill, joined, printable, quoted, strong
from briefing.document import (
    Inline,
    Inlines,
    Jump,
    Line,
    Passage,
    Skipped,
    SourceText,
    SourceTexts,
    Text,
    Voice,
    Words,
    Working,
)
from briefing.model import (
    QUOTABLE,
    Basis,
    Block,
    BlockKind,
    DatedArticle,
    Event,
    Fragment,
    Resolution,
    Sentence,
    Span,
    Statement,
)

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*\S[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")
NEAR = 1  # lines before and after a cited one that an edition with context holds


def source_texts(ledger: Ledger) -> SourceTexts | None:
    """The texts of all numbered sources; None where the options ask for none. Compose the note first: it numbers them."""
    if ledger.options.texts == "none":
        return None
    uses = _uses(ledger)
    sources = tuple(_Reader(ledger, ledger.articles[key], uses).text() for key in ledger.numbered)
    code = "html.holds" if ledger.options.texts == "full" else "html.holds-context"
    return SourceTexts(sources, ledger.words.say(code, len(sources)))


@dataclass
class _Use:
    """What the note makes of one sentence: the items that quote it, the event or statement of each, its letter."""

    items: dict[int, Event | Statement]
    letter: str = ""
    reason: str = ""


def _uses(ledger: Ledger) -> dict[tuple[str, Span], _Use]:
    uses: dict[tuple[str, Span], _Use] = {}

    def of(key: str, span: Span) -> _Use:
        return uses.setdefault((ledger.twins.get(key, key), span), _Use({}))

    for entry in ledger.timeline.entries:
        for event in entry.events if entry.id in ledger.items else ():
            of(event.citation.key, event.citation.span).items[ledger.items[entry.id]] = event
    for statement in ledger.statements:
        for place in ((cited.key, cited.span) for cited in statement.citations):
            of(*place).items[ledger.statement_items[place]] = statement
    for index, fragment in enumerate(ledger.fragments):
        use = of(fragment.citation.key, fragment.citation.span)
        use.letter, use.reason = ledger.letter(index), _reason(fragment)
    return uses


def _reason(fragment: Fragment) -> str:
    return f"html.broken-{fragment.reason}"


# --------------------------------------------------------------------------- one source


@dataclass
class _Reader:
    """Reads one article line by line."""

    ledger: Ledger
    article: DatedArticle
    uses: dict[tuple[str, Span], _Use]

    @property
    def key(self) -> str:
        return self.article.key

    @property
    def as_read(self) -> str:
        return self.article.article.text

    @property
    def number(self) -> int:
        return self.ledger.source(self.key)

    def text(self) -> SourceText:
        lines = [self._line(first, last, span) for first, last, span in self._groups()]
        title = self.article.article.title
        named = printable(title.value) if title else printable(self.article.article.source.path)
        return SourceText(
            number=self.number,
            key=self.key,
            title=Text(named, Voice.SOURCE if title else Voice.TOOL),
            detail=_detail(self.ledger, self.article),
            counts=self._counts(lines),
            lines=tuple(self._near(lines)) if self.ledger.options.texts == "context" else tuple(lines),
            lang=self.article.article.language or self.ledger.options.lang,
        )

    @cached_property
    def spans(self) -> list[Span]:
        """The non-empty lines of the text."""
        return [Span(*found.span()) for found in _LINE.finditer(self.as_read)]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.spans]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sorted(self.article.annotated.sentences, key=lambda sentence: sentence.span))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def line_of(self, span: Span) -> int:
        """The number of the line in which a span begins."""
        return max(1, bisect_right(self._line_starts, span.start))

    def _groups(self) -> Iterator[tuple[int, int, Span]]:
        """Lines as (first, last, span): those that one sentence runs through are one, so that no sentence is cut."""
        first, span = 1, Span(0, 0)
        for number, line in enumerate(self.spans, 1):
            if span.end and self._runs_on(span.end, line.start):
                span = Span(span.start, line.end)
                continue
            if span.end:
                yield first, number - 1, span
            first, span = number, line
        if span.end:
            yield first, len(self.spans), span

    def _runs_on(self, end: int, start: int) -> bool:
        """Whether a sentence begins before `end` and goes on at `start`."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self.sentences[at].span.end > start

    # ---------------------------------------------------------------- lines

    def _line(self, first: int, last: int, span: Span) -> Line:
        begin, end = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        block = self._block(span)
        parts: list[Words | Passage] = []
        at = span.start
        for number, sentence in enumerate(self.sentences[begin:end], 1):
            parts += self._words(Span(at, sentence.span.start))
            parts.append(self._passage(sentence, number))
            at = sentence.span.end
        parts += self._words(Span(at, span.end))
        page = self.ledger.words.say("html.page", None, n=block.page) if block and block.page else ""
        note = self._note(block, span)
        left_out = () if begin < end or note else self._left_out(block, span)
        return Line(first, tuple(parts), span, last, left_out, note, page)

    def _block(self, span: Span) -> Block | None:
        blocks = self.article.article.blocks
        at = bisect_right(self._block_ends, span.start)
        return blocks[at] if at < len(blocks) and blocks[at].span.start < span.end else None

    @cached_property
    def _block_ends(self) -> list[int]:
        return [block.span.end for block in self.article.article.blocks]

    def _words(self, span: Span) -> list[Words]:
        """A run of the text, its expressions of time apart."""
        made: list[Words] = []
        at = span.start
        for one in self._dates:
            if one.start >= at and one.end <= span.end:
                made += [Words(self.as_read[at : one.start]), Words(one.of(self.as_read), dated=True)]
                at = one.end
        made.append(Words(self.as_read[at : span.end]))
        return [words for words in made if words.text]

    @cached_property
    def _dates(self) -> list[Span]:
        resolved = [r.span for r in self.article.resolutions if r.interval is not None]
        evidence = self.article.published.evidence.span if self.article.published else None
        return sorted([*resolved, *([evidence] if evidence else [])])

    def _left_out(self, block: Block | None, span: Span) -> Inlines:
        words = self.ledger.words
        if block is None or block.kind in QUOTABLE:
            return fill(words, "html.left-nothing")
        code = f"html.left-{block.reason}"
        length = len(printable(span.of(self.as_read)))
        return fill(words, code if words.has(code) else f"html.left-kind-{block.kind.value}", length)

    def _note(self, block: Block | None, span: Span) -> Inlines:
        """What a line gave although it is not quoted: the headline, the publication date."""
        words, published = self.ledger.words, self.article.published
        if published and published.evidence.span and span.holds(published.evidence.span):
            day = quoted(words, published.evidence.quote, self.ledger.lang(self.key))
            given = fill(words, "html.gave-date", None, words=day)
            return joined((*given, *self._rejected(span)))
        if block is not None and block.kind is BlockKind.HEADLINE and block.reason in {"headline", "title"}:
            return fill(words, f"html.gave-{self._headline(span)}")
        return ()

    def _headline(self, span: Span) -> str:
        """What a headline is used for: the note's title, the outlet's name, or neither."""
        shown, article = printable(span.of(self.as_read)), self.article.article
        title, key = title_text(self.ledger)
        if key == self.key and title.text == shown:
            return "note-title"
        outlet = article.outlet
        named = outlet is not None and outlet.basis in {"title-tail", "headline"}
        return "outlet" if named and article.title and printable(article.title.value) == shown else "title"

    def _rejected(self, span: Span) -> Inlines:
        """What else in the line looks like a date, and why it is none."""
        words = self.ledger.words
        made: list[Inline] = []
        for evidence in self.article.annotated.rejected:
            if evidence.span is not None and span.holds(evidence.span):
                code = f"rejected.{evidence.code}"
                said = quoted(words, evidence.quote, self.ledger.lang(self.key))
                why = words.say(code if words.has(code) else "rejected.other")
                made += fill(words, "html.gave-no-date", None, words=said, why=why)
        return tuple(made)

    # ---------------------------------------------------------------- sentences

    def _passage(self, sentence: Sentence, number: int) -> Passage:
        words, use = self.ledger.words, self.uses.get((self.key, sentence.span))
        parts = tuple(self._words(sentence.span))
        if use is None:
            reason = fill(words, "html.not-shown")
            return Passage(parts, number, sentence.span, reason=reason)
        reason = ()
        if use.letter:
            reason = fill(words, use.reason if words.has(use.reason) else "html.broken-other")
        label = words.say("statements.break-off") if sentence.may_break_off and use.items else ""
        cards = tuple(
            self._working(item, told, sentence) for item, told in sorted(use.items.items(), key=lambda p: p[0])
        )
        return Passage(parts, number, sentence.span, tuple(sorted(use.items)), use.letter, reason, label, cards)

    def _working(self, item: int, told: Event | Statement, sentence: Sentence) -> Working:
        words, lang = self.ledger.words, self.ledger.lang(self.key)
        inside = [r for r in self.article.resolutions if sentence.span.holds(r.span)]
        if not isinstance(told, Event):
            return Working(item, fill(words, "html.undated"), also=self._also(inside))
        chosen = told.resolution
        said = quoted(words, chosen.mention.text, lang)
        result = self._result(chosen)
        rungs = (
            (words.say("html.rung-words"), said),
            (words.say("html.rung-anchor"), self._anchor(chosen)),
            (words.say("html.rung-rule"), rule_words(self.ledger, self.article, chosen)),
            (words.say("html.rung-result"), result),
        )
        others = [r for r in inside if r.span != chosen.span]
        return Working(item, fill(words, "html.how", None, words=said), rungs, self._also(others))

    def _anchor(self, resolution: Resolution) -> Inlines:
        """What the expression counts from; the source's own publication date with the words that state it."""
        published = self.article.published
        if resolution.basis is not Basis.RESOLVED or published is None:
            return anchor_words(self.ledger, self.article, resolution)
        words, evidence = self.ledger.words, published.evidence
        day = self.ledger.days.day(published.day)
        if published.set_by_person:
            return fill(words, "html.anchor-set", None, day=day)
        said = quoted(words, printable(evidence.quote)[:60], self.ledger.lang(self.key))
        if evidence.span is None:
            code = f"evidence.{evidence.code}"
            where = words.say(code if words.has(code) else "evidence.other")
            return fill(words, "html.anchor-stated", None, day=day, words=said, where=where)
        line = self.line_of(evidence.span)
        place = Jump(words.say("html.line", None, n=line), f"source-{self.number}-p{line}")
        return fill(words, "html.anchor-line", None, day=day, place=place, words=said)

    def _result(self, resolution: Resolution) -> Inlines:
        """Mark and day, how it is known, and the other reading where there are two."""
        words = self.ledger.words
        first, *second = result_words(self.ledger, resolution)
        known = words.say(f"mark.{resolution.basis.value}") if resolution.basis else ""
        more = [inline for one in second for inline in (Text("; "), *one)]
        return joined((*first, Text(f" · {known}"), *more))

    def _also(self, others: list[Resolution]) -> Inlines:
        """Further expressions of the sentence: what each means, or why it means no day."""
        words, lang = self.ledger.words, self.ledger.lang(self.key)
        said = []
        for one in others[:4]:
            expression = quoted(words, one.mention.text, lang)
            if one.interval is not None:
                when = self.ledger.days.interval(one.interval, "rail" if one.interval.is_day else "short")
                meant: Inlines = (Text(when),)
            else:
                meant = rule_words(self.ledger, self.article, one)
            said.append(fill(words, "html.also-one", None, words=expression, meant=meant))
        return fill(words, "html.also", None, those=_semicolons(said)) if said else ()

    # ---------------------------------------------------------------- counts, context

    def _counts(self, lines: list[Line]) -> str:
        """How many lines are of each kind; each line counts once, so that they add up."""
        say = self.ledger.words.say
        kinds = Counter(_kind(line) for line in lines for _ in range(max(1, line.last - line.number + 1)))
        beside = sum(1 for line in lines if _kind(line) == "quoted" for p in _passages(line) if p.fragment)
        evidence = self.article.published.evidence.span if self.article.published else None
        gave = [line.span for line in lines if _kind(line) == "gave"]
        dates = sum(1 for span in gave if evidence is not None and span.holds(evidence))
        given = "date" if dates == len(gave) else "gave" if dates else "title"
        told = []
        for kind in ("gave", "quoted", "fragment", "unused", "left"):
            if kinds[kind]:
                with_fragments = say("html.count-with", beside) if kind == "quoted" and beside else ""
                code = given if kind == "gave" else kind
                told.append(say(f"html.count-{code}", kinds[kind]) + with_fragments)
        return say("html.count", sum(kinds.values()), kinds=", ".join(told))

    def _near(self, lines: list[Line]) -> Iterator[Line | Skipped]:
        """The lines that the note cites or names, with their neighbours; how many are left between."""
        cited = {n for n, line in enumerate(lines) if line.note or any(p.items or p.fragment for p in _passages(line))}
        kept = {near for n in cited for near in range(n - NEAR, n + NEAR + 1)}
        gap = 0
        for place, line in enumerate(lines):
            if place in kept:
                if gap:
                    yield Skipped(self.ledger.words.say("html.skipped", gap))
                gap = 0
                yield line
            else:
                gap += max(1, line.last - line.number + 1)
        if gap:
            yield Skipped(self.ledger.words.say("html.skipped", gap))


def _passages(line: Line) -> list[Passage]:
    return [part for part in line.parts if isinstance(part, Passage)]


def _kind(line: Line) -> str:
    passages = _passages(line)
    if any(passage.items for passage in passages):
        return "quoted"
    if any(passage.fragment for passage in passages):
        return "fragment"
    return "unused" if passages else "gave" if line.note else "left"


def _detail(ledger: Ledger, article: DatedArticle) -> Inlines:
    """Outlet, publication date and how it is known, in one line."""
    words, outlet, published = ledger.words, article.article.outlet, article.published
    named: Inlines = (strong(printable(outlet.value)),) if outlet else fill(words, "html.no-outlet")
    if published is not None:
        day = strong(ledger.days.day(published.day))
        code = "html.published-set" if published.set_by_person else "html.published"
        return fill(words, code, None, outlet=named, day=day)
    missing = strong(words.say("html.date-missing"))
    if article.not_before is not None:
        return fill(words, "html.bound", None, outlet=named, missing=missing, day=ledger.days.day(article.not_before))
    return fill(words, "html.unpublished", None, outlet=named, missing=missing)


def _semicolons(parts: list[Inlines]) -> Inlines:
    return joined(inline for n, part in enumerate(parts) for inline in ((Text("; "), *part) if n else part))
