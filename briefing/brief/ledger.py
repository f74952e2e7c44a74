"""The note's numbers: items, sources, fragments, differences, and the links between them.

Items are numbered in reading order (background, period, ahead, then statements). A source gets its number when it is
first cited, so sections must be composed in the order in which they are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefing.brief.days import Days
from briefing.brief.limits import PRINT, Limits
from briefing.brief.options import NoteOptions
from briefing.brief.voice import joined
from briefing.catalogue import Catalogue
from briefing.document import Cite, Inline, Inlines, Jump, Ref, Text
from briefing.model import (
    Article,
    Citation,
    DatedArticle,
    Difference,
    Entry,
    Fragment,
    Problem,
    Span,
    Statement,
    Timeline,
)

ITEMS = 40  # entries printed in full; the rest stand in the annex
CITATIONS = 5  # [1]-[5] +35


@dataclass(frozen=True, slots=True)
class Bands:
    """The entries of the timeline by where they stand to the period and the as-of date, each in date order."""

    background: tuple[Entry, ...]
    period: tuple[Entry, ...]
    ahead: tuple[Entry, ...]

    @property
    def all(self) -> tuple[Entry, ...]:
        return self.background + self.period + self.ahead


@dataclass
class Ledger:
    """What every section needs: the words, the days, the timeline, and who has which number."""

    timeline: Timeline
    dated: tuple[DatedArticle, ...]
    problems: tuple[Problem, ...]
    options: NoteOptions
    words: Catalogue
    days: Days
    limits: Limits = PRINT
    _sources: dict[str, int] = field(default_factory=dict)

    # ---------------------------------------------------------------- sources

    @cached_property
    def articles(self) -> Mapping[str, DatedArticle]:
        return {article.key: article for article in self.dated}

    @cached_property
    def twins(self) -> Mapping[str, str]:
        """Key of an exact duplicate -> key of the file that stands for it."""
        exact = (copies.keys for copies in self.timeline.copies if copies.exact)
        return {key: keys[0] for keys in exact for key in keys[1:]}

    def source(self, key: str) -> int:
        """The number of a source, given at its first citation; exact duplicates share one."""
        return self._sources.setdefault(self.twins.get(key, key), len(self._sources) + 1)

    @property
    def numbered(self) -> tuple[str, ...]:
        """The keys of the sources cited so far, by number."""
        return tuple(self._sources)

    def article(self, key: str) -> Article:
        return self.articles[key].article

    def lang(self, key: str) -> str:
        """The language of a source where it is not that of the note."""
        lang = self.article(key).language
        return "" if lang == self.options.lang else lang

    # ---------------------------------------------------------------- citations

    def cite(self, key: str, span: Span | None = None) -> Cite:
        number = self.source(key)
        return Cite(number, f"source-{number}", key, span)

    def cites(self, citations: Iterable[Citation]) -> Inlines:
        """[1][2], one for each source, ascending; beyond five the rest are a number."""
        return self._folded(self.cite(citation.key, citation.span) for citation in citations)

    def cite_keys(self, keys: Iterable[str]) -> Inlines:
        """The same for whole sources; all of them where lists are whole."""
        cites = [self.cite(key) for key in dict.fromkeys(keys)]
        return self._folded(cites) if self.limits.folds else self.cite_runs(cites)

    def _folded(self, cites: Iterable[Cite]) -> Inlines:
        by_number: dict[int, Cite] = {}
        for cite in cites:
            by_number.setdefault(cite.number, cite)
        ordered: list[Inline] = [by_number[n] for n in sorted(by_number)]
        more = len(ordered) - CITATIONS
        return joined([*ordered[:CITATIONS], Text(f" +{more}")] if more > 0 else ordered)

    def cite_runs(self, cites: Iterable[Cite]) -> Inlines:
        """All of them, ascending; on paper those that follow each other are folded: [1]–[5][8]."""
        by_number: dict[int, Cite] = {}
        for cite in cites:
            by_number.setdefault(cite.number, cite)
        if not self.limits.folds:
            return tuple(by_number[n] for n in sorted(by_number))
        made: list[Inline] = []
        for first, last in runs(sorted(by_number)):
            made.append(by_number[first])
            if last > first:
                made += [Text("–"), by_number[last]] if last > first + 1 else [by_number[last]]
        return tuple(made)

    # ---------------------------------------------------------------- items

    @cached_property
    def bands(self) -> Bands:
        """Where there are more than 40 entries, the 40 foremost, still in date order."""
        entries = self.timeline.entries
        kept = set(self.timeline.foremost[:ITEMS]) if len(entries) > ITEMS else {entry.id for entry in entries}
        as_of, period = self.timeline.as_of, self.timeline.period
        rows: tuple[list[Entry], list[Entry], list[Entry]] = ([], [], [])
        for entry in entries:
            if entry.id not in kept:
                continue
            ahead = as_of is not None and entry.interval.begin > as_of
            before = period is not None and period.first is not None and entry.interval.end < period.first
            rows[2 if ahead else 0 if before else 1].append(entry)
        return Bands(*(tuple(row) for row in rows))

    @cached_property
    def further(self) -> tuple[Entry, ...]:
        """The entries that are not printed in full, in date order."""
        shown = {entry.id for entry in self.bands.all}
        return tuple(entry for entry in self.timeline.entries if entry.id not in shown)

    @cached_property
    def annex(self) -> tuple[Entry, ...]:
        """Those that stand with their opening words: the weightiest, in date order."""
        rest = sorted(self.further, key=lambda entry: -entry.points)[: self.limits.annex]
        kept = {entry.id for entry in rest}
        return tuple(entry for entry in self.further if entry.id in kept)

    @property
    def unprinted(self) -> int:
        """How many entries are neither printed nor in the annex."""
        return len(self.further) - len(self.annex)

    @cached_property
    def items(self) -> Mapping[str, int]:
        """Entry id -> its number. The annex goes on after all the statements, those too that print leaves out, so that an
        item has one number in every edition."""
        shown = {entry.id: number for number, entry in enumerate(self.bands.all, 1)}
        first = len(shown) + len(self.timeline.statements) + 1
        kept = {entry.id for entry in self.annex}
        return shown | {e.id: number for number, e in enumerate(self.further, first) if e.id in kept}

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that are shown, grouped by source: those of the sources that tell the timeline first."""
        order = {key: n for n, key in enumerate(self.told_most)}
        by_source = sorted(self.timeline.statements, key=lambda s: order.get(s.citation.key, len(order)))
        return tuple(by_source[: self.limits.statements])

    @property
    def hidden(self) -> tuple[int, int] | None:
        """The numbers of the first and last statement that are not shown, None where all are."""
        before = len(self.bands.all)
        first, last = before + len(self.statements) + 1, before + len(self.timeline.statements)
        return (first, last) if last >= first else None

    @cached_property
    def told_most(self) -> tuple[str, ...]:
        """Source keys by how many entries quote them, then how many cite them; ties: the newest, then by path."""
        quoted = [entry.quoted.citation.key for entry in self.bands.all]
        cited = [key for entry in self.bands.all for key in entry.keys]

        def rank(article: DatedArticle) -> tuple[int, int, int, str]:
            day = article.published.day.toordinal() if article.published else 0
            return -quoted.count(article.key), -cited.count(article.key), -day, article.key

        return tuple(article.key for article in sorted(self.dated, key=rank))

    @cached_property
    def statement_items(self) -> Mapping[tuple[str, Span], int]:
        first = len(self.bands.all) + 1
        return {(c.key, c.span): n for n, s in enumerate(self.statements, first) for c in s.citations}

    def tells_on(self, statement: Statement) -> tuple[str, int] | None:
        """How a statement goes with another item of the note, by the row of the catalogue, and the number of that item."""
        told = (("same-as", statement.same_as), ("continues", statement.continues))
        return next(((code, self._numbers[name]) for code, name in told if name and name in self._numbers), None)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """The number of each entry and statement that is shown, by its id."""
        places = ((one.id, (one.citation.key, one.citation.span)) for one in self.statements)
        return dict(self.items) | {name: self.statement_items[place] for name, place in places}

    @cached_property
    def spans(self) -> Mapping[tuple[str, Span], int]:
        """Where each printed sentence stands -> the number of its item."""
        told = {
            (event.citation.key, event.citation.span): self.items[entry.id]
            for entry in self.timeline.entries
            for event in entry.events
            if entry.id in self.items
        }
        return told | dict(self.statement_items)

    @cached_property
    def items_of(self) -> Mapping[str, list[int]]:
        """By source: the numbers of the items that quote or cite it."""
        found: dict[str, list[int]] = defaultdict(list)
        for (key, _), number in self.spans.items():
            found[key].append(number)
        return found

    @cached_property
    def governing(self) -> Mapping[str, set[tuple[Span, int]]]:
        """By source: the expressions that date an item, and its number."""
        found: dict[str, set[tuple[Span, int]]] = defaultdict(set)
        for entry in self.timeline.entries:
            for event in entry.events if entry.id in self.items else ():
                found[event.citation.key].add((event.resolution.span, self.items[entry.id]))
        return found

    @cached_property
    def fragment_places(self) -> Mapping[str, dict[Span, int]]:
        """By source: where its fragments stand, and which they are in the order of the note."""
        found: dict[str, dict[Span, int]] = defaultdict(dict)
        for index, fragment in enumerate(self.fragments):
            found[fragment.citation.key][fragment.citation.span] = index
        return found

    def item(self, number: int, code: str = "item.one", *, quiet: bool = False) -> Jump:
        return Jump(self.words.say(code, None, n=number), f"item-{number}", quiet=quiet)

    def number_list(self, numbers: Iterable[int], most: int | None = None) -> Inlines:
        """1, 4–10: runs of three and more folded, each end a link; beyond `most` runs the others are a number."""
        made: list[Inline] = []
        every = runs(sorted(set(numbers)))
        for first, last in every[:most]:
            made += [Text(", ")] if made else []
            made.append(Jump(str(first), f"item-{first}"))
            if last > first:
                made += [Text("–" if last > first + 1 else ", "), Jump(str(last), f"item-{last}")]
        if more := sum(last - first + 1 for first, last in every[len(every[:most]) :]):
            made.append(Text(f" +{more}"))
        return joined(made)

    # ---------------------------------------------------------------- differences

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Differences of entries that are shown, A, B, C: first those of items that stand in full. Those of names are told
        by person."""
        full, shown = {entry.id for entry in self.bands.all}, self.items.keys()
        told = [
            d for d in self.timeline.differences if d.kind != "name" and len(d.entries) > 1 and shown >= set(d.entries)
        ]
        return tuple(sorted(told, key=lambda d: not full >= set(d.entries)))

    # ---------------------------------------------------------------- places

    def page(self, target: str, section: str, *, below: bool = False) -> Inline:
        """A place of the note: "page 3" on paper, the section's name elsewhere; "below" from page 1 to page 1. The
        one-page edition has but its sources, and sends to the full note for all else."""
        if self.options.edition == "one-page" and section != "sources":
            return Text(self.words.say("one-page.elsewhere"))
        here = self.words.say("ref.here") if below else ""
        return Ref(target, str(self.words.raw("ref.page")), self.words.say(f"section.{section}"), here)

    @cached_property
    def fragments(self) -> tuple[Fragment, ...]:
        """In the order of their source's number and their place in it; not before all sources are numbered."""
        return tuple(sorted(self.timeline.fragments, key=lambda f: (self.source(f.citation.key), f.citation.span)))

    def letter(self, index: int) -> str:
        """a, b, ... z, aa, ab."""
        return letters(index)


def name_of(index: int) -> str:
    """The name of a difference: A, B, ... Z, A2, B2."""
    turn, rest = divmod(index, 26)
    return chr(ord("A") + rest) + (str(turn + 1) if turn else "")


def letters(index: int) -> str:
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("a") + rest) + name
    return name


def runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Consecutive numbers as (first, last)."""
    made: list[tuple[int, int]] = []
    for number in numbers:
        if made and made[-1][1] == number - 1:
            made[-1] = (made[-1][0], number)
        else:
            made.append((number, number))
    return made
