"""Tables -> slabs: one for each row, header and band; cells side by side on one first baseline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.document import Band, Cell, Paragraph, Role, Row, Table, TableRole, Text
from briefing.render.pdf.ink import Ink
from briefing.render.pdf.slabs import SetText, Slab, Workshop, anchors_of
from briefing.render.pdf.tags import Node
from briefing.style import Style

MM = 72 / 25.4
GUTTER = 4.0  # points between two columns
AIR = {
    TableRole.GLANCE: 1.3,
    TableRole.TIMELINE: 1.0,
    TableRole.STATEMENTS: 0.72,
    TableRole.FRAGMENTS: 0.1,
}  # of `space.row`
TIGHT = frozenset({TableRole.FRAGMENTS})  # rows without rules and space between them
ACCENTED = frozenset({TableRole.SOURCES, TableRole.GAPS})  # headless: the section's rule stands above the first row
NUMBERED = frozenset(
    {TableRole.TIMELINE, TableRole.STATEMENTS, TableRole.SOURCES, TableRole.FRAGMENTS, TableRole.ANNEX}
)


@dataclass(slots=True)
class Frame:
    """What all rows of one table share; `node` its element, made with the first row."""

    table: Table
    shop: Workshop
    columns: tuple[tuple[float, float], ...]  # x and width of each
    node: Node | None = None

    @property
    def style(self) -> Style:
        return self.shop.setter.style

    def tag(self, ink: Ink) -> Node:
        if self.node is None:
            self.node = ink.tags.child(ink.tags.root, "Table", alt=self.table.label)
        return self.node


def table_slabs(table: Table, shop: Workshop) -> Iterator[Slab]:
    """The table's slabs: header kept with its band, band with its row, the first two and the last two rows together."""
    frame = Frame(table, shop, _columns(table, shop))
    header = _header(frame) if table.has_header and not shop.setter.style.stacked else None
    repeat: tuple[Slab, ...] = (header,) if header else ()
    if header:
        yield header
    elif table.role in ACCENTED | {TableRole.GLANCE}:
        yield _top_rule(frame)
    count = len(table.rows)
    for index, row in enumerate(table.rows):
        if isinstance(row, Band):
            band = _band(frame, row)
            yield replace(band, repeat=(header,) if header else ())
            continued = _band(frame, row, again=True)
            repeat = (header, continued) if header else (continued,)
            continue
        slab = _row(frame, row, repeat)
        slab.keep = count > 1 and index in (0, count - 2)
        yield slab


def _columns(table: Table, shop: Workshop) -> tuple[tuple[float, float], ...]:
    widths = [width * MM for width in shop.setter.style.widths(table.role, shop.paper)]
    style = shop.setter.style
    if style.stacked and table.role in NUMBERED:
        first = widths[0] * 1.6
        widths = [first, *(shop.width - first for _ in widths[1:])]
        return tuple((shop.left + (first if n else 0.0), w - (0 if n else GUTTER)) for n, w in enumerate(widths))
    if style.stacked:
        return tuple((shop.left, shop.width) for _ in widths)

    x, made = shop.left, []
    for index, width in enumerate(widths):
        made.append((x, width - (GUTTER if index < len(widths) - 1 else 0.0)))
        x += width
    return tuple(made)


# --------------------------------------------------------------------------- header, band, rule


def _header(frame: Frame) -> Slab:
    texts = [
        frame.shop.set(Paragraph((Text(title),), Role.COLUMN), width)
        for title, (_, width) in zip(frame.table.columns, frame.columns, strict=True)
    ]
    height = max(text.height for text in texts) + 3.4
    painted: list[bool] = []

    def paint(ink: Ink, y: float) -> None:
        row = None if painted else ink.tags.child(frame.tag(ink), "TR")
        for text, (x, _) in zip(texts, frame.columns, strict=True):
            cell = ink.tags.child(row, "TH", scope="Column") if row else None
            text.paint(ink, x, y, cell)
        painted.append(True)
        _rule(frame, ink, y + height - 0.9, head=True)

    return Slab(height, paint, keep=True)


def _band(frame: Frame, band: Band, *, again: bool = False) -> Slab:
    """A sub-heading across all columns; `again`: at the head of a page, as furniture."""
    aside = band.continued if again else band.aside
    inlines = (*band.text, *((Text(f"\N{NO-BREAK SPACE} {aside}", quiet=True),) if aside else ()))
    text = frame.shop.set(Paragraph(inlines, Role.BAND), frame.shop.width)
    height = text.height + 6.4

    def paint(ink: Ink, y: float) -> None:
        cell = None
        if not again:
            ink.anchor(band.anchor, y)
            cell = ink.tags.child(ink.tags.child(frame.tag(ink), "TR"), "TH", scope="Row")
        text.paint(ink, frame.shop.left, y + 3.4, cell)
        _rule(frame, ink, y + height - 0.9, head=True)

    return Slab(height, paint, keep=True, anchors=() if again else (band.anchor,), texts=(text,))


def _top_rule(frame: Frame) -> Slab:
    def paint(ink: Ink, y: float) -> None:
        _rule(frame, ink, y + 0.5, head=frame.table.role in ACCENTED)

    return Slab(1.0, paint, keep=True)


def _rule(frame: Frame, ink: Ink, y: float, *, head: bool = False) -> None:
    rules, colours = frame.style.rules, frame.style.colours
    width, colour = (rules.head, colours.accent) if head else (rules.row, colours.hairline)
    ink.rule(frame.shop.left, y, frame.shop.left + frame.shop.width, y, width, colour)


# --------------------------------------------------------------------------- rows


@dataclass(slots=True)
class SetCell:
    """The paragraphs of a cell at `x`; `top` is where its first stands below the row's upper edge."""

    x: float
    texts: list[SetText]
    top: float = 0.0

    @property
    def height(self) -> float:
        return self.top + sum(text.height for text in self.texts)

    @property
    def ink(self) -> float:
        """The height without the white below the last line: a number alone never makes its row taller."""
        if not self.texts:
            return self.top
        last = self.texts[-1]
        return self.height - last.kind.leading + last.base + last.kind.size * 0.2


def _row(frame: Frame, row: Row, repeat: tuple[Slab, ...]) -> Slab:
    cells = []
    for index, cell in enumerate(row.cells):
        x, width = frame.columns[index]
        if index == len(row.cells) - 1 and not frame.style.stacked:  # a last cell takes the columns that are missing
            width = frame.shop.left + frame.shop.width - x if index < len(frame.columns) - 1 else width
        cells.append(SetCell(x, _texts(frame, cell, width, index)))
    if frame.style.stacked:
        _stack(frame, cells)
    else:
        bases = [cell.texts[0].base for cell in cells if cell.texts]
        for made in cells:
            made.top = max(bases) - made.texts[0].base if made.texts else 0.0
    return _row_slab(frame, cells, row.anchor, repeat)


def _texts(frame: Frame, cell: Cell, width: float, index: int) -> list[SetText]:
    """The cell's paragraphs; in one column an appendix cell says which column it is."""
    if frame.style.stacked and frame.table.role is TableRole.AUDIT and cell and frame.table.columns[index]:
        head = Text(f"{frame.table.columns[index]}: ", quiet=True)
        cell = (replace(cell[0], inlines=(head, *cell[0].inlines)), *cell[1:])
    return [frame.shop.set(paragraph, width) for paragraph in cell]


def _stack(frame: Frame, cells: list[SetCell]) -> None:
    """One below the other; a number stands beside the first."""
    beside = frame.table.role in NUMBERED
    y = 0.0
    for index, cell in enumerate(cells):
        cell.top = y
        if not (beside and index == 0):
            y = cell.height


def _row_slab(
    frame: Frame, cells: list[SetCell], anchor: str, repeat: tuple[Slab, ...], tag: Node | None = None
) -> Slab:
    tight = frame.table.role in TIGHT
    above = frame.style.space.row * AIR.get(frame.table.role, 0.4)
    height = above * 2 + max((cell.ink if cell is not cells[-1] else cell.height for cell in cells), default=0.0)
    texts = tuple(text for cell in cells for text in cell.texts)
    held: list[Node] = [tag] if tag else []

    def paint(ink: Ink, y: float) -> None:
        if not held:
            held.append(ink.tags.child(frame.tag(ink), "TR"))
        ink.anchor(anchor, y)
        for index, cell in enumerate(cells):
            _paint_cell(frame, ink, cell, index, y + above, held[0])
        if not tight:
            _rule(frame, ink, y + height)

    def split(room: float) -> tuple[Slab, Slab] | None:
        head, tail = _halves(cells, room - 2 * above)
        if head is None:
            return None
        return _row_slab(frame, head, anchor, repeat, tag), _row_slab(frame, tail, "", repeat, tag)

    return Slab(height, paint, repeat=repeat, split=split, anchors=anchors_of(texts, anchor), texts=texts)


def _paint_cell(frame: Frame, ink: Ink, cell: SetCell, index: int, y: float, row: Node) -> None:
    header = index == 0 and frame.table.row_header
    node = ink.tags.child(row, "TH" if header else "TD", scope="Row" if header else "")
    y += cell.top
    for text in cell.texts:
        text.paint(ink, cell.x, y, node)
        y += text.height


def _halves(cells: list[SetCell], room: float) -> tuple[list[SetCell] | None, list[SetCell]]:
    """Each cell's lines that fit into `room`, and the rest; None where a cell can't begin."""
    heads, tails = [], []
    for cell in cells:
        head, tail = SetCell(cell.x, [], cell.top), SetCell(cell.x, [])
        left = room - cell.top
        for text in cell.texts:
            first, rest = text.parts(left) if not tail.texts else (None, text)
            head.texts += [first] if first else []
            tail.texts += [rest] if rest else []
            left -= first.height if first else 0.0
        if cell.texts and not head.texts:
            return None, cells
        heads.append(head)
        tails.append(tail)
    return heads, tails
