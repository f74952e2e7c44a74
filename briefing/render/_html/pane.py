"""The source texts beside the note: each line as read, what became of it, and how each date was worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.document import Line, Passage, Skipped, SourceText, SourceTexts, Words, Working
from briefing.render._html.markup import Child, Html, join, tag
from briefing.render._html.pen import Pen, line_anchor, passage_anchor
from briefing.render.direction import rtl

LONG = 220  # characters: a left-out line that is longer is folded
LINES = 600  # in all sources; with more the browser lays out what is near only
HEAD = 46  # of which so many stay in sight
OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def source_texts(texts: SourceTexts, pen: Pen) -> Html:
    """The pane: heading and way back, a hint, then one section for each source."""
    room = _Room(pen)
    head = tag(
        "div",
        tag("h2", pen.say("pane"), id="texts-title"),
        tag("a", pen.say("close"), class_="close", href="#reading", data_item=pen.say("back-item")),
        class_="top",
    )
    hint = tag("p", pen.say("hint", len(texts.sources)), class_="hint")
    sections = [room.source(source) for source in texts.sources]
    classes = "pane long" if is_long(texts) else "pane"
    return tag("aside", head, hint, *sections, class_=classes, id="texts", tabindex="0", aria_labelledby="texts-title")


def is_long(texts: SourceTexts) -> bool:
    """Whether the browser should lay out only what is near: that is fast, but it must guess how high the rest is."""
    return sum(len(source.lines) for source in texts.sources) > LINES


def height_rules(texts: SourceTexts) -> Iterator[str]:
    """What that guess goes by: how many lines and letters a source has."""
    for source in texts.sources if is_long(texts) else ():
        letters = sum(len(words) for line in source.lines if isinstance(line, Line) for words in _texts(line))
        yield f"#source-{source.number}{{--lines:{len(source.lines)};--letters:{letters}}}"


def _texts(line: Line) -> Iterator[str]:
    """What a line shows at first: a long one that is left out is folded."""
    shown = [w.text for part in line.parts for w in ((part,) if isinstance(part, Words) else part.words)]
    whole = "".join(shown)
    yield whole[:HEAD] if line.left_out and len(whole) > LONG else whole


@dataclass
class _Room:
    """Draws the pane. `named` are the workings that have their address."""

    pen: Pen
    named: set[str] = field(default_factory=set)

    def source(self, source: SourceText) -> Html:
        anchor = f"source-{source.number}"
        name = f"{anchor}-title"
        title = tag("h3", self.pen.inlines((source.title,)), id=name, lang=source.lang)
        head = tag(
            "header",
            tag("a", f"[{source.number}]", class_="n", href=f"#{anchor}", aria_label=self._address(source)),
            title,
            tag("p", self.pen.inlines(source.detail), class_="detail"),
            tag("p", source.counts, class_="counts"),
        )
        lines = (self._row(source, line) for line in source.lines)
        return tag("section", head, *lines, class_="src", id=anchor, aria_labelledby=name)

    def _address(self, source: SourceText) -> str:
        return self.pen.say("address-source", None, n=source.number)

    def _row(self, source: SourceText, line: Line | Skipped) -> Html:
        if isinstance(line, Skipped):
            return tag("p", line.words, class_="skipped")
        anchor = line_anchor(source, line)
        shown = str(line.number) if line.last <= line.number else f"{line.number}–{line.last}"
        number = tag(
            "a", shown, class_="num", href=f"#{anchor}", aria_label=self.pen.say("address-line", None, n=shown)
        )
        classes = ["l", *self._kinds(line)]
        return tag("div", number, *self._body(source, line), class_=" ".join(classes), id=anchor)

    def _kinds(self, line: Line) -> Iterator[str]:
        passages = [part for part in line.parts if isinstance(part, Passage)]
        if line.left_out:
            yield "out"
        elif passages and all(passage.fragment for passage in passages):
            yield "frag"
        if line.last > line.number:
            yield "many"

    def _body(self, source: SourceText, line: Line) -> Iterator[Html]:
        whole = "".join(w.text for part in line.parts for w in ((part,) if isinstance(part, Words) else part.words))
        direction = "rtl" if rtl(whole) else None
        if line.left_out and len(whole) > LONG:
            yield self._folded(whole, source.lang, direction)
        else:
            parts = (self._part(source, line, part) for part in line.parts)
            yield tag("p", *parts, class_="t", lang=source.lang, dir=direction)
        if line.left_out:
            yield tag("p", self.pen.inlines(line.left_out), class_="why")
        yield from self._below(line, whole)
        for passage in (part for part in line.parts if isinstance(part, Passage)):
            for working in passage.workings:
                yield self._card(source, passage, working)

    def _folded(self, whole: str, lang: str, direction: str | None) -> Html:
        """A long left-out line: its first words, the rest on demand; each character once."""
        head = tag("summary", verbatim(whole[:HEAD]), tag("span", " …", class_="more"))
        return tag("details", head, verbatim(whole[HEAD:]), class_="t", lang=lang, dir=direction)

    def _below(self, line: Line, whole: str) -> Iterator[Html]:
        """What the tool says under a line: what it gave, why a part is no quotation, what can't be seen in it."""
        notes: list[Html] = [self.pen.inlines(line.note)] if line.note else []
        for passage in (part for part in line.parts if isinstance(part, Passage)):
            if passage.fragment:
                label = tag("b", self.pen.say("fragment", None, letter=passage.fragment))
                notes.append(join([label, " · ", self.pen.inlines(passage.reason)]))
            elif passage.reason and (reason := self.pen.inlines(passage.reason)) not in notes:
                notes.append(reason)
        if OVERRIDES & set(whole):
            notes.append(join([self.pen.say("overrides")]))
        if line.page:
            notes.append(join([line.page]))
        for note in notes:
            yield tag("p", note, class_="under")

    def _part(self, source: SourceText, line: Line, part: Words | Passage) -> Html:
        if isinstance(part, Words):
            return self._words(part)
        anchor = passage_anchor(source, line, part)
        kind = "p f" if part.fragment else "p" if part.items else "p u"
        classes = f"{kind} p{part.number}" if part.workings else kind
        reached = "-1" if part.items or part.fragment else None
        sentence = tag("span", *map(self._words, part.words), class_=classes, id=anchor, tabindex=reached)
        after: list[Child] = [sentence]
        if part.label:
            after += [" ", tag("span", part.label, class_="label")]
        for item in part.items:
            back = self.pen.say("item", None, n=item)
            if f"item-{item}" in self.pen.places.anchors:
                after += [" ", tag("a", back, class_="back", role="doc-backlink", href=f"#item-{item}")]
            else:
                after += [" ", tag("span", back, class_="back")]
        return join(after)

    def _words(self, part: Words) -> Html:
        return tag("span", verbatim(part.text), class_="d") if part.dated else verbatim(part.text)

    # ------------------------------------------------------------------ workings

    def _card(self, source: SourceText, passage: Passage, working: Working) -> Html:
        """How a date came about, below its line; shown while its sentence is the target."""
        anchor = self._name(working.item, source.number)
        pen = self.pen.at(working.item)
        title = tag("h4", pen.inlines(working.title))
        rungs = [tag("div", tag("dt", label), tag("dd", pen.inlines(said))) for label, said in working.rungs]
        ladder = tag("dl", *rungs) if rungs else None
        also = tag("p", pen.inlines(working.also), class_="also") if working.also else None
        there = f"item-{working.item}"
        href = f"#{there}" if there in pen.places.anchors else "#reading"
        back = tag("a", pen.say("back-item", None, n=working.item), class_="return", href=href)
        dates = tag("a", pen.say("all-dates"), href="#dates") if "appendix" in pen.places.anchors else None
        acts = tag("p", back, " ", dates, class_="acts")
        return tag("div", title, ladder, also, pen.told(working.item), acts, class_=f"w w{passage.number}", id=anchor)

    def _name(self, item: int, source: int) -> str | None:
        """how-4; where another source tells the item too, its working bears that source's number."""
        name = next((n for n in (f"how-{item}", f"how-{item}-{source}") if n not in self.named), None)
        self.named |= {name} if name else set()
        return name


def verbatim(text: str) -> Html:
    """Words of a file; direction overrides are kept and can't reach beyond them."""
    return tag("bdi", text) if OVERRIDES & set(text) else join([text])
