"""The note itself: title block, sections and their tables -> HTML, in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefing.document import (
    Band,
    Block,
    Cell,
    Cite,
    Document,
    Drawing,
    Fact,
    Heading,
    Inline,
    Inlines,
    Jump,
    Link,
    Mark,
    MarkKind,
    Paragraph,
    Ref,
    Role,
    Row,
    Section,
    Sides,
    Strip,
    Table,
    TableRole,
    Text,
    TitleBlock,
)
from briefing.render._html.drawing import figure
from briefing.render._html.filter import filter_bar
from briefing.render._html.markup import Html, join, tag
from briefing.render._html.pen import Pen, mark
from briefing.render.direction import mirrored
from briefing.style import Style

LISTS = frozenset({TableRole.GLANCE, TableRole.TIMELINE, TableRole.STATEMENTS, TableRole.ANNEX, TableRole.SOURCES})
ITEMS = frozenset({TableRole.TIMELINE, TableRole.STATEMENTS, TableRole.ANNEX})


@dataclass
class Note:
    """Draws the document. `items` are the rows that the filter counts: number -> how the date is known."""

    document: Document
    style: Style
    pen: Pen
    items: dict[int, str] = field(default_factory=dict)
    rails: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for table in _tables(self.document):
            if table.role in ITEMS:
                for row in table.rows:
                    number = item_number(row.anchor) if isinstance(row, Row) else None
                    if isinstance(row, Row) and number is not None:
                        self.items[number] = _basis(row)
                        self.rails[number] = _rail(row)

    def sections(self) -> Html:
        return join(self._section(section) for section in self.document.sections)

    def _section(self, section: Section) -> Html:
        if section.heading is None:
            return join(self._block(block) for block in section.blocks)
        body: list[Html] = [self._heading(section)]
        if section.code == "timeline":
            body += filter_bar(self.items, self.pen)
        body += [self._block(block) for block in section.blocks]
        return tag("section", *body, class_=f"sec sec-{section.code}", aria_labelledby=heading_id(section.heading))

    def _heading(self, section: Section) -> Html:
        heading = section.heading
        assert heading is not None
        said = self.pen.inlines(heading.aside)
        if section.code == "drawing":  # on paper it names the page of the full text; here each row leads to it
            said = tag("span", self.pen.say("drawing-aside"))
        aside = tag("p", said, class_="aside") if heading.aside else None
        return tag(
            "div", tag("h2", heading.text, id=heading_id(heading)), aside, class_="h", id=self.pen.id(heading.anchor)
        )

    def _block(self, block: Block) -> Html:
        match block:
            case TitleBlock():
                return self._title(block)
            case Paragraph():
                return self.pen.paragraph(block)
            case Strip():
                strip = tag("p", self.pen.inlines(without_places(block.inlines)))
                return tag("div", strip, class_="strip", role="note", id=self.pen.id(block.anchor))
            case Sides():
                return self._sides(block)
            case Drawing():
                return figure(block, self.style, self.pen, self.rails, mirrored=mirrored(self.document))
            case Table():
                return self._list(block) if block.role in LISTS else self._table(block)

    # ------------------------------------------------------------------ title block

    def _title(self, block: TitleBlock) -> Html:
        kicker = tag("p", block.kicker, class_="kicker")
        title = self.pen.inlines((block.title,))
        own = tag("h1", title, id=self.pen.id(block.anchor), lang=block.title.lang or None)
        facts = [self._facts(group) for group in (block.facts, block.people) if group]
        return tag("header", kicker, own, tag("div", *facts, class_="facts"), class_="title")

    def _facts(self, facts: Sequence[Fact]) -> Html:
        pairs = (tag("div", tag("dt", f.label), tag("dd", self.pen.inlines(f.value))) for f in facts)
        return tag("dl", *pairs)

    # ------------------------------------------------------------------ differences

    def _sides(self, block: Sides) -> Html:
        lead = self.pen.paragraph(block.lead)
        sides = [tag("div", *map(self._side, side), class_="side row") for side in block.sides]
        pair = tag("div", *sides, class_="sides") if sides else None
        return tag("div", lead, pair, class_="difference", id=self.pen.id(block.anchor))

    def _side(self, paragraph: Paragraph) -> Html:
        return self.pen.paragraph(paragraph)

    # ------------------------------------------------------------------ lists: glance, items, sources

    def _list(self, table: Table) -> Html:
        """Rows as list items; a band begins a new list under its own heading."""
        made: list[Html] = []
        rows: list[Html] = []
        name = f"rows t-{table.role.value}"

        def close() -> None:
            if rows:
                made.append(tag("ol", *rows, class_=name, role="list", aria_label=table.label if not made else None))
                rows.clear()

        for row in table.rows:
            if isinstance(row, Band):
                close()
                aside = tag("p", row.aside, class_="aside") if row.aside else None
                band = tag("h3", self.pen.inlines(row.text))
                made.append(tag("div", band, aside, class_="band", id=self.pen.id(row.anchor)))
            else:
                rows.append(self._item(table, row))
        close()
        return join(made)

    def _item(self, table: Table, row: Row) -> Html:
        number = _row_number(table, row)
        pen = self.pen.at(number)
        cells = [self._cell(pen, table, place, row) for place in range(len(row.cells))]
        classes = ["row"]
        if table.role in ITEMS and number is not None:
            classes += [f"k-{self.items.get(number, 'none')}"]
            classes += [f"q{n}" for n in sorted(pen.places.told_by.get(number, _cited(row)))]
        item = str(number) if number is not None else None
        return tag("li", *cells, class_=" ".join(classes), id=self.pen.id(row.anchor), data_item=item)

    def _cell(self, pen: Pen, table: Table, place: int, row: Row) -> Html:
        cell = row.cells[place]
        name = "text" if place == len(row.cells) - 1 else "rail" if place == len(row.cells) - 2 else "no"
        if place == 0 and table.role in ITEMS:
            return tag("div", self._number(pen, cell, row), class_="no")
        if place == 0 and table.role is TableRole.SOURCES:
            name = "no"
        return tag("div", *(self._line(pen, paragraph, row) for paragraph in cell), class_=name)

    def _number(self, pen: Pen, cell: Cell, row: Row) -> Html:
        """An item's number is its own address."""
        shown = " ".join(_plain(paragraph.inlines) for paragraph in cell)
        label = pen.say("address-item", None, n=shown)
        return tag("a", shown, class_="number", href=f"#{row.anchor}", aria_label=label)

    def _line(self, pen: Pen, paragraph: Paragraph, row: Row) -> Html:
        """A paragraph of a row. How the date is known is a link to the passage that shows it."""
        lead = _first_cite(row)
        if paragraph.role is Role.DATE and row.day is not None:
            day = tag("time", pen.inlines(paragraph.inlines), datetime=row.day.isoformat())
            return tag("p", day, class_=paragraph.role.value)
        if paragraph.role is not Role.BASIS:
            return pen.paragraph(paragraph)
        ref = next((inline for inline in paragraph.inlines if isinstance(inline, Ref)), None)
        if ref is not None:
            return self._difference(paragraph, ref)
        linked = any(isinstance(inline, Jump | Ref | Link | Cite) for inline in paragraph.inlines)
        if linked or lead is None or not any(isinstance(inline, Mark) for inline in paragraph.inlines):
            return pen.paragraph(paragraph)
        said = tag("a", pen.inlines(paragraph.inlines), href="#" + pen.places.of(lead), class_="how")
        return tag("p", said, class_=paragraph.role.value)

    def _difference(self, paragraph: Paragraph, ref: Ref) -> Html:
        """On paper a difference is found by its page; here its name is the link."""
        marks = [mark(inline) for inline in paragraph.inlines if isinstance(inline, Mark)]
        named = "".join(inline.text for inline in paragraph.inlines if isinstance(inline, Text)).strip(" ,")
        return tag("p", *marks, tag("a", named, href=f"#{ref.target}"), class_=paragraph.role.value)

    # ------------------------------------------------------------------ tables: who, gaps, fragments, appendix

    def _table(self, table: Table) -> Html:
        heads = tag("tr", *(tag("th", column, scope="col") for column in table.columns)) if table.has_header else None
        bodies: list[Html] = []
        for row in table.rows:
            if isinstance(row, Band):
                cell = tag("th", self.pen.inlines(row.text), colspan=len(table.columns), scope="colgroup")
                bodies.append(tag("tr", cell, class_="band", id=self.pen.id(row.anchor)))
            else:
                bodies.append(self._table_row(table, row))
        caption = tag("caption", table.label)
        head = tag("thead", heads) if heads else None
        return tag("table", caption, head, tag("tbody", *bodies), class_=f"t-{table.role.value}")

    def _table_row(self, table: Table, row: Row) -> Html:
        cells = []
        for place, cell in enumerate(row.cells):
            last = place == len(row.cells) - 1
            span = len(table.columns) - place if last and len(table.columns) > place + 1 else None
            header = place == 0 and table.row_header
            words = [self._fragment_link(table, row, p) if place == 0 else self.pen.paragraph(p) for p in cell]
            name = "th" if header else "td"
            label = table.columns[place] or None
            cells.append(
                tag(name, *words, scope="row" if header else None, colspan=span, data_h=None if header else label)
            )
        return tag("tr", *cells, id=self.pen.id(row.anchor))

    def _fragment_link(self, table: Table, row: Row, paragraph: Paragraph) -> Html:
        """The letter of a fragment leads to where it stands in its source."""
        if table.role is not TableRole.FRAGMENTS or row.anchor not in self.pen.places.taken:
            return self.pen.paragraph(paragraph)
        link = tag("a", self.pen.inlines(paragraph.inlines), href=f"#{row.anchor}")
        return tag("p", link, class_=paragraph.role.value)


# --------------------------------------------------------------------------- what a row says


def without_places(inlines: Inlines) -> Inlines:
    """The strip without its "(page 3)": here what a sentence speaks of is the link."""
    made: list[Inline] = []
    for inline in inlines:
        before = made[-1] if made else None
        if isinstance(inline, Text) and isinstance(before, Ref) and inline.text.startswith(")"):
            opening = made[-2] if len(made) > 1 else None
            if isinstance(opening, Text) and opening.text.endswith(" ("):
                made[-2:] = [replace(opening, text=opening.text.removesuffix(" ("))]
                inline = replace(inline, text=inline.text[1:])
        made.append(inline)
    return tuple(made)


def heading_id(heading: Heading) -> str:
    return f"{heading.anchor}-title"


def item_number(anchor: str) -> int | None:
    found = re.fullmatch(r"item-(\d+)", anchor)
    return int(found[1]) if found else None


def _row_number(table: Table, row: Row) -> int | None:
    """The item that a row is about: its own anchor, or in the glance the item it leads to."""
    number = item_number(row.anchor)
    if number is None and table.role is TableRole.GLANCE:
        jumps = (inline for inline in _inlines(row) if isinstance(inline, Jump))
        return next((n for jump in jumps if (n := item_number(jump.target)) is not None), None)
    return number


def _tables(document: Document) -> Iterator[Table]:
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield block


def _inlines(row: Row) -> Iterator[object]:
    for cell in row.cells:
        for paragraph in cell:
            yield from paragraph.inlines


def _first_cite(row: Row) -> Cite | None:
    return next((inline for inline in _inlines(row) if isinstance(inline, Cite)), None)


def _cited(row: Row) -> set[int]:
    return {inline.number for inline in _inlines(row) if isinstance(inline, Cite)}


def _basis(row: Row) -> str:
    """How the date of a row is known: "stated", "resolved", "inferred", or "none"."""
    marks = (inline.kind for inline in _inlines(row) if isinstance(inline, Mark))
    return next((kind.value for kind in marks if kind is not MarkKind.DIFFER), "none")


def _rail(row: Row) -> str:
    """The date of a row in the words of its rail, "" where it has none."""
    dates = (paragraph for cell in row.cells for paragraph in cell if paragraph.role is Role.DATE)
    return next((_plain(paragraph.inlines) for paragraph in dates), "")


def _plain(inlines: Inlines) -> str:
    return "".join(getattr(inline, "text", "") for inline in inlines)
