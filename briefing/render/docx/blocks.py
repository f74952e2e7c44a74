"""Blocks of the document -> paragraphs and tables of Word's body, in the same order and words as in print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, assert_never

from briefing.document import (
    Band,
    Block,
    Cell,
    Drawing,
    Fact,
    Heading,
    Inlines,
    Paragraph,
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
from briefing.render.docx import styles
from briefing.render.docx.figure import figure_picture
from briefing.render.docx.ink import Pen
from briefing.render.docx.xml import Element, W, twips, w

NUMBERED: Final = frozenset(
    {TableRole.TIMELINE, TableRole.STATEMENTS, TableRole.SOURCES, TableRole.FRAGMENTS, TableRole.ANNEX}
)  # tables whose first column is a number


def section_elements(section: Section, pen: Pen, paper: str, *, new_page: bool = False) -> Iterator[Element]:
    """A section: its heading, then its blocks."""
    if section.heading is not None:
        yield from _heading(section.heading, pen, new_page=new_page)
    for block in section.blocks:
        yield from _block(block, pen, paper)


def _heading(heading: Heading, pen: Pen, *, new_page: bool) -> Iterator[Element]:
    runs = pen.bookmarks.around(heading.anchor, pen.run(heading.text, ""))
    paragraph = pen.block(styles.role_style(Role.HEADING), *runs)
    if new_page:
        paragraph[0].insert(1, w("pageBreakBefore"))
    yield paragraph
    if heading.aside:
        yield pen.paragraph(Paragraph(heading.aside, Role.ASIDE))


def _block(block: Block, pen: Pen, paper: str) -> Iterator[Element]:
    match block:
        case TitleBlock():
            yield from _title(block, pen, paper)
        case Paragraph():
            yield pen.paragraph(block)
        case Table():
            yield from _table(block, pen, paper)
        case Strip():
            yield pen.paragraph(Paragraph(block.inlines, Role.STRIP, block.anchor))
        case Sides():
            yield from _sides(block, pen, paper)
        case Drawing():
            width = pen.style.page(paper).text
            png, height = figure_picture(block, pen.style, width, mirrored=pen.mirrored)
            yield pen.block(styles.ident(styles.FIGURE), pen.picture(png, width, height, block.alt))
        case _:
            assert_never(block)


# --------------------------------------------------------------------------- the title block


def _title(block: TitleBlock, pen: Pen, paper: str) -> Iterator[Element]:
    """What, when, for whom. The marking stands in the header of the page."""
    yield pen.paragraph(Paragraph((Text(block.kicker),), Role.KICKER))
    title = pen.paragraph(pen.title or Paragraph((block.title,), Role.TITLE, block.anchor, block.title.lang))
    if pen.long_title:
        title[0][0].set(f"{{{W}}}val", styles.ident(styles.LONG_TITLE))
    yield title
    widths = pen.style.widths("facts", paper)
    sides = [block.facts, block.people] if block.people and not pen.style.stacked else [(*block.facts, *block.people)]
    halves = (sum(widths[:2]), sum(widths[2:])) if len(sides) == 2 else (sum(widths),)
    names = (styles.FACT, styles.FACT_BESIDE)
    cells = [
        w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa")), *(_fact(fact, name, pen) for fact in facts))
        for facts, width, name in zip(sides, halves, names, strict=False)
    ]
    yield from _framed(
        styles.FACTS, halves, [w("tr", w("trPr", w("cantSplit")), *cells)], block.kicker, mirrored=pen.mirrored
    )


def _fact(fact: Fact, name: str, pen: Pen) -> Element:
    """Label, tab, value: the two sides stand in two cells, so that they are read one after the other."""
    label = pen.run(fact.label, styles.FACT_LABEL)
    return pen.block(styles.ident(name), label, w("r", w("tab")), *pen.inlines(fact.value, Role.FACT))


# --------------------------------------------------------------------------- tables


def _table(table: Table, pen: Pen, paper: str) -> Iterator[Element]:
    """A real table; in large print what stood side by side stands one above the other, the number beside it."""
    stacked = pen.style.stacked
    widths = pen.style.widths(table.role, paper)
    if stacked:
        number = widths[0] * 1.6
        widths = (number, sum(widths) - number) if table.role in NUMBERED else (sum(widths),)
    heads = []
    if table.has_header and not stacked:
        cells = [(Paragraph((Text(words),), Role.COLUMN),) for words in table.columns]
        heads.append(_row(cells, widths, pen, repeated=True))
    for band, under in _banded(table):
        heads += [_row([(_band(band),)], widths, pen, repeated=True)] if band else []
        rows = [_row(_stacked(row, table) if stacked else row.cells, widths, pen, row.anchor) for row in under]
        if table.role is TableRole.FRAGMENTS:  # a letter never makes its row taller than its words
            for row in rows:
                row.find(f".//{{{W}}}pStyle").set(f"{{{W}}}val", styles.ident(styles.LETTER))
        yield from _framed(
            _frame(table, header=bool(heads)),
            widths,
            heads + rows,
            table.label,
            header=bool(heads),
            row_header=table.row_header,
            mirrored=pen.mirrored,
        )
        heads = []


def _banded(table: Table) -> list[tuple[Band | None, list[Row]]]:
    """Each band with the rows under it: a table of its own, for Word repeats only a table's first rows on a new page."""
    groups: list[tuple[Band | None, list[Row]]] = []
    for row in table.rows:
        if isinstance(row, Band):
            groups.append((row, []))
        elif groups:
            groups[-1][1].append(row)
        else:
            groups.append((None, [row]))
    return groups


def _frame(table: Table, *, header: bool) -> str:
    """The table style: with a header row or without, with air for sentences or closer for small type."""
    if table.role is TableRole.FRAGMENTS:
        return styles.LIST
    if table.role in (TableRole.TIMELINE, TableRole.GLANCE):
        return styles.RULED if header else styles.ROWS
    return styles.RULED_SMALL if header else styles.ROWS_SMALL


def _stacked(row: Row, table: Table) -> tuple[Cell, ...]:
    """The cells of a row in one; a row of the appendix says what each of them is."""
    cells = row.cells
    if table.role is TableRole.AUDIT:
        names = (Text(f"{name}: ", quiet=True) for name in table.columns)
        cells = tuple(
            (replace(cell[0], inlines=(name, *cell[0].inlines)), *cell[1:]) if cell else cell
            for name, cell in zip(names, cells, strict=False)
        )
    if table.role not in NUMBERED:
        return (tuple(paragraph for cell in cells for paragraph in cell),)
    return cells[0], tuple(paragraph for cell in cells[1:] for paragraph in cell)


def _band(band: Band) -> Paragraph:
    aside: Inlines = (Text("  " + band.aside, quiet=True),) if band.aside else ()
    return Paragraph((*band.text, *aside), Role.BAND, band.anchor)


def _framed(
    name: str,
    widths: tuple[float, ...],
    rows: list[Element],
    label: str,
    *,
    header: bool = False,
    row_header: bool = False,
    mirrored: bool = False,
) -> Iterator[Element]:
    """The table of ready rows; a thin paragraph behind it keeps the next table apart. `mirrored`: its first column stands at
    the right."""
    grid = [twips(width) for width in widths]
    look = {"firstRow": int(header), "firstColumn": int(row_header), "lastRow": 0, "lastColumn": 0}
    properties = w(
        "tblPr",
        w("tblStyle", val=styles.ident(name)),
        w("bidiVisual") if mirrored else None,
        w("tblW", w=sum(grid), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="04A0" if header else "0480", **look, noHBand=1, noVBand=1),
        w("tblDescription", val=label) if label else None,
    )
    if rows:
        yield w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in grid)), *rows)
        yield w("p", w("pPr", w("pStyle", val=styles.ident(styles.SPACER))))


def _row(
    cells: Sequence[Cell], widths: tuple[float, ...], pen: Pen, anchor: str = "", *, repeated: bool = False
) -> Element:
    """A row that no page break splits. Where cells are missing, the last one takes their columns."""
    grid = [twips(width) for width in widths]
    made = []
    for place, cell in enumerate(cells):
        last = place == len(cells) - 1
        across = grid[place:] if last else grid[place : place + 1]
        span = w("gridSpan", val=len(across)) if len(across) > 1 else None
        paragraphs = [pen.paragraph(p, anchor if place == 0 and first else "") for first, p in _firsts(cell)]
        made.append(w("tc", w("tcPr", w("tcW", w=sum(across), type="dxa"), span), *(paragraphs or [w("p")])))
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if repeated else None), *made)


def _firsts(cell: Cell) -> Iterator[tuple[bool, Paragraph]]:
    return ((number == 0, paragraph) for number, paragraph in enumerate(cell))


def _sides(sides: Sides, pen: Pen, paper: str) -> Iterator[Element]:
    """A difference: the line that says so, then the quotes side by side."""
    yield pen.paragraph(sides.lead, sides.anchor)
    if not sides.sides:
        return
    width = pen.style.page(paper).text
    if pen.style.stacked:
        rows = [_row([side], (width,), pen) for side in sides.sides]
        widths: tuple[float, ...] = (width,)
    else:
        widths = (width / len(sides.sides),) * len(sides.sides)
        rows = [_row(list(sides.sides), widths, pen)]
    yield from _framed(styles.SIDES, widths, rows, "", mirrored=pen.mirrored)
