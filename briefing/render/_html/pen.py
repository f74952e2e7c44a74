"""Inlines -> HTML: links, citations, marks, the two voices.

`Places` knows where each citation leads: to the sentence in the source texts where the edition holds them, else to the
entry in Sources.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import assert_never

from briefing.catalogue import Catalogue
from briefing.document import (
    Cite,
    Cut,
    Document,
    Inline,
    Inlines,
    Jump,
    Line,
    Link,
    Mark,
    Paragraph,
    Passage,
    Ref,
    Role,
    SourceText,
    Table,
    Text,
    Voice,
)
from briefing.render._html.markup import Html, join, tag
from briefing.render.direction import rtl
from briefing.render.safe import printable

SENTENCES = frozenset({Role.GLANCE, Role.ENTRY, Role.STATEMENT, Role.FRAGMENT, Role.SOURCE_TITLE})
GLUE = "\N{NO-BREAK SPACE}"


# --------------------------------------------------------------------------- anchors


def line_anchor(source: SourceText, line: Line) -> str:
    return f"source-{source.number}-p{line.number}"


def passage_anchor(source: SourceText, line: Line, passage: Passage) -> str:
    """Lasting: a fragment is known by its letter, any other sentence by its source, line and place."""
    if passage.fragment:
        return f"fragment-{passage.fragment}"
    return f"{line_anchor(source, line)}-s{passage.number}"


# Addresses that people keep: they are the same in every language and version.
LASTING = {"statements": "undated", "appendix": "dates"}


class Places:
    """Where the citations of an edition lead."""

    def __init__(self, document: Document) -> None:
        self.texts = document.texts.sources if document.texts else ()
        self.taken: set[str] = {"texts", "texts-title", "reading", "note", "contents"}
        self._sentences: dict[int, list[tuple[int, int, str]]] = {}
        self._lines: dict[int, list[tuple[int, int, str]]] = {}
        self.anchors = set(_anchors(document))
        self.numbers: set[int] = set()
        self.told_by: dict[int, dict[int, str]] = {}
        for source in self.texts:
            self._enter(source)

    def _enter(self, source: SourceText) -> None:
        self.numbers.add(source.number)
        self.taken.add(f"source-{source.number}")
        lines = self._lines.setdefault(source.number, [])
        sentences = self._sentences.setdefault(source.number, [])
        for line in source.lines:
            if not isinstance(line, Line):
                continue
            lines.append((line.span.start, line.span.end, line_anchor(source, line)))
            self.taken.add(line_anchor(source, line))
            for passage in (part for part in line.parts if isinstance(part, Passage)):
                anchor = passage_anchor(source, line, passage)
                self.taken.add(anchor)
                sentences.append((passage.span.start, passage.span.end, anchor))
                for item in passage.items:
                    self.told_by.setdefault(item, {}).setdefault(source.number, anchor)
                self.taken |= {f"how-{working.item}" for working in passage.workings}

    def of(self, cite: Cite) -> str:
        """The anchor that a citation leads to: the sentence that holds its words, else their line, else the source."""
        if cite.span is not None:
            for places in (self._sentences.get(cite.number, []), self._lines.get(cite.number, [])):
                at = bisect_right(places, (cite.span.start, sys.maxsize, "")) - 1
                if at >= 0 and places[at][0] <= cite.span.start < places[at][1]:
                    return places[at][2]
        return f"source-{cite.number}"

    def link(self, target: str) -> str | None:
        """Where a link to `target` leads: there; for an item that this edition does not print (one page) to its working in
        the source texts; None where there is neither, and the words are then no link."""
        if target in self.anchors or target in self.taken:
            return "#" + LASTING.get(target, target)
        working = target.replace("item-", "how-")
        return f"#{working}" if working in self.taken else None

    def own(self, anchor: str) -> str:
        """The id of a place of the note; where the source texts have that name, "note-" stands before it."""
        anchor = LASTING.get(anchor, anchor)
        return f"note-{anchor}" if anchor in self.taken else anchor


def _anchors(document: Document) -> Iterator[str]:
    """Every place of the note that has a name."""
    for section in document.sections:
        if section.heading:
            yield section.heading.anchor
        for block in section.blocks:
            rows = block.rows if isinstance(block, Table) else (block,)
            yield from (anchor for row in rows if (anchor := getattr(row, "anchor", "")))


# --------------------------------------------------------------------------- direction


# --------------------------------------------------------------------------- inlines


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes inlines. `item` is the number of the row they stand in, None outside of any."""

    words: Catalogue
    places: Places
    lang: str
    item: int | None = None
    seen: set[str] = field(default_factory=set)

    def at(self, item: int | None) -> Pen:
        return replace(self, item=item)

    def id(self, anchor: str) -> str | None:
        """`anchor` as an id of the note, once."""
        own = self.places.own(anchor) if anchor else ""
        if not own or own in self.seen:
            return None
        self.seen.add(own)
        return own

    def say(self, code: str, n: int | None = None, /, **named: object) -> str:
        return self.words.say(f"html.{code}", n, **named)

    def inlines(self, inlines: Inlines) -> Html:
        return join(self._bound(inlines))

    def _bound(self, inlines: Inlines) -> Iterator[Html]:
        """Each inline; the space before a citation or a cut never breaks."""
        for place, inline in enumerate(inlines):
            after = inlines[place + 1] if place + 1 < len(inlines) else None
            before = inlines[place - 1] if place else None
            if isinstance(before, Cite) and isinstance(inline, Text) and re.fullmatch(r" \+\d+", inline.text):
                yield self._further(inline)
            elif isinstance(inline, Text) and isinstance(after, Cite):
                yield self._text(replace(inline, text=inline.text.rstrip(" \N{NO-BREAK SPACE}")))
                yield Html("" if inline.text.endswith("–") else GLUE)  # [1]–[5]
            else:
                yield self.inline(inline)

    def inline(self, inline: Inline) -> Html:
        match inline:
            case Text():
                return self._text(inline)
            case Cite():
                return self._cite(inline)
            case Mark():
                return mark(inline)
            case Link():
                return outside(inline.text, inline.url)
            case Jump():
                return self._jump(inline)
            case Ref():
                return self._jump(Jump(inline.place, inline.target))
            case Cut():
                return tag("span", "[…]", class_="cut")
            case _:
                assert_never(inline)

    def _text(self, text: Text) -> Html:
        shown = printable(text.text)
        if text.voice is Voice.SOURCE:
            lang = text.lang or None
            direction = "rtl" if rtl(shown) else None
            classes = "s b" if text.strong else "s"
            return tag("span", shown, class_=classes, lang=lang, dir=direction)
        if text.strong:
            return tag("b", shown)
        return tag("span", shown, class_="quiet") if text.quiet else join([shown])

    def _cite(self, cite: Cite) -> Html:
        item = self.say("cite-item", None, n=cite.number, item=self.item)
        label = self.say("cite", None, n=cite.number) if self.item is None else item
        target = self.places.of(cite)
        if target not in self.places.taken | self.places.anchors:
            return tag("span", f"[{cite.number}]", class_="c")
        href = "#" + target
        return tag("a", f"[{cite.number}]", class_="c", role="doc-noteref", href=href, aria_label=label)

    def _further(self, text: Text) -> Html:
        """ "+35" after five citations: leads to the item's card, which names every source that tells it."""
        shown, card = text.text.strip(), f"how-{self.item}"
        if card not in self.places.taken:
            return self._text(text)
        label = self.say("further", None, n=shown, item=self.item)
        return join((Html(GLUE), tag("a", shown, class_="c", href=f"#{card}", aria_label=label)))

    def told(self, item: int) -> Html | None:
        """A citation of each source that tells an item, where there are several."""
        tellings = self.places.told_by.get(item, {})
        if len(tellings) < 2:
            return None
        links = [
            tag(
                "a",
                f"[{n}]",
                class_="c",
                href=f"#{tellings[n]}",
                aria_label=self.say("cite-item", None, n=n, item=item),
            )
            for n in sorted(tellings)
        ]
        return tag("p", self.say("told", None, n=len(links)), " ", Html(" ".join(links)), class_="also")

    def _jump(self, jump: Jump) -> Html:
        where, shown = self.places.link(jump.target), printable(jump.text)
        quiet = "quiet" if jump.quiet else None
        link = tag("a", shown, href=where, class_=quiet) if where else tag("span", shown, class_=quiet)
        return tag("b", link) if jump.strong else link

    def paragraph(self, paragraph: Paragraph, name: str = "p") -> Html:
        """A paragraph in the class of its role; one of source words runs in their direction."""
        first = paragraph.inlines[0] if paragraph.inlines and paragraph.role in SENTENCES else None
        leftward = isinstance(first, Text) and rtl(first.text)
        return tag(
            name,
            self.inlines(paragraph.inlines),
            class_=paragraph.role.value,
            id=self.id(paragraph.anchor),
            lang=paragraph.lang or None,
            dir="rtl" if leftward else None,
        )


def mark(mark: Mark) -> Html:
    """A mark, drawn; its word always stands beside it."""
    return sign(mark.kind.value)


def sign(kind: str) -> Html:
    return tag("svg", tag("use", href=f"#m-{kind}"), class_="m", viewBox="0 0 12 12", aria_hidden="true")


def outside(text: str, url: str) -> Html:
    """A link out of the file, only for http and https; anything else stays plain text."""
    if not re.match(r"https?://", url, re.IGNORECASE) or re.search(r"[\x00-\x20\x7f]", url):
        return join([printable(text)])
    return tag("a", printable(text), class_="url", href=url, rel="noopener noreferrer")
