"""The timeline drawing as plain shapes: `document.Drawing` + `Style` + width -> a `Scene` of lines, boxes, words, marks.

What the drawing looks like is decided here once; a writer only has to draw five shapes. Units are points; x runs
right, y runs down from the scene's upper left corner; words stand on their baseline.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal

from briefing.document import Axis, Drawing, DrawingColumn, DrawingRow, MarkKind
from briefing.render.breaks import NO_END, tokens
from briefing.render.safe import printable
from briefing.style import Face, Style, Type

Measure = Callable[[str, Face, float], float]  # the width of words in a face and size, in points

FLIP: Final = 85.0  # points: with less than 30 mm to the right of a mark its words stand to the left
GAP: Final = 4.5  # between number, mark and words
MORE: Final = " …"
STACK: Final = 5  # items of columns that are stacked for want of room


@dataclass(frozen=True, slots=True)
class Line:
    x: float
    y: float
    x2: float
    y2: float
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled or outlined or both; a colour that is "" is not drawn."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    line: float = 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """Words at x, y: their start, middle or end, as `align` says. `source`: a source's own words, in `lang`.
    `target` is the anchor that they lead to."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: str
    align: Literal["start", "middle", "end"] = "start"
    source: bool = False
    target: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark with its middle at x, y, `size` points wide."""

    x: float
    y: float
    size: float
    kind: MarkKind
    label: str
    colour: str


Shape = Line | Box | Words | Sign


@dataclass(frozen=True, slots=True)
class Scene:
    """Shapes in the order of drawing, on `width` by `height` points."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def timeline_scene(drawing: Drawing, style: Style, width: float, measure: Measure) -> Scene:
    """The timeline `width` points wide, in rows or, where there are none, in columns of marks."""
    easel = _Easel(drawing, style, width, measure)
    return Scene(width, easel.height, tuple(easel.shapes()))


def roomy(columns: Sequence[DrawingColumn], least: float, border: float | None) -> tuple[DrawingColumn, ...]:
    """The columns with at least `least` of the width from one to the next: neighbours that are nearer are stacked, as long
    as they lie on the same side of the `border`; what is still too near is moved apart."""
    groups = [[column] for column in columns]

    def middle(group: list[DrawingColumn]) -> float:
        return sum(column.at for column in group) / len(group)

    def nearest() -> tuple[float, int] | None:
        """The least distance of two groups on one side, and the place of the second."""
        pairs = [(middle(b) - middle(a), n) for n, (a, b) in enumerate(pairwise(groups), 1)]
        sides = [border is not None and middle(group) >= border for group in groups]
        return min((pair for pair in pairs if sides[pair[1]] == sides[pair[1] - 1]), default=None)

    while (near := nearest()) and (near[0] < least * 0.8 or len(groups) * least > 1):
        groups[near[1] - 1] += groups.pop(near[1])
    at = [middle(group) for group in groups]
    for n in range(1, len(at)):
        at[n] = max(at[n], at[n - 1] + least)
    edge = 1 - least / 2
    for n in reversed(range(len(at))):
        at[n] = edge = min(at[n], edge)
        edge -= least
    return tuple(_stacked(group, place) for group, place in zip(groups, at, strict=True))


def _stacked(group: Sequence[DrawingColumn], at: float) -> DrawingColumn:
    items = tuple(item for column in group for item in column.items)
    shown = items if len(group) == 1 else items[:STACK]
    return DrawingColumn(at, shown, sum(column.more for column in group) + len(items) - len(shown))


@dataclass(frozen=True)
class _Easel:
    drawing: Drawing
    style: Style
    width: float
    measure: Measure

    # ------------------------------------------------------------------ measures

    @property
    def label(self) -> Type:
        return self.style.types.label

    @property
    def mark(self) -> float:
        return self.label.size * 0.95

    @property
    def step(self) -> float:
        """From one row to the next."""
        return self.label.leading

    @property
    def head(self) -> float:
        """The line that names the as-of date."""
        return self.style.types.axis.leading + 3

    @property
    def rows(self) -> float:
        if self.drawing.rows:
            return len(self.drawing.rows) * self.step
        tallest = max((len(column.items) + bool(column.more) for column in self.columns), default=0)
        return tallest * self.step

    @property
    def axis_y(self) -> float:
        return self.head + self.rows + self.step * 0.45

    @property
    def height(self) -> float:
        lines = 2 if any(cell.under for cell in self.drawing.axis.cells) else 1
        return self.axis_y + 3 + lines * self.style.types.axis.leading + 3

    # ------------------------------------------------------------------ shapes

    def shapes(self) -> Iterator[Shape]:
        yield from self._ahead(self.drawing.axis)
        for place, row in enumerate(self.drawing.rows):
            yield from self._row(row, self.head + (place + 0.5) * self.step)
        for column in self.columns:
            yield from self._column(column)
        yield from self._axis(self.drawing.axis)

    def _ahead(self, axis: Axis) -> Iterator[Shape]:
        """The tint over the days after the as-of date, and the words at its border."""
        if axis.ahead is None:
            return
        border, colours = axis.ahead * self.width, self.style.colours
        strong, kind = self.style.faces.strong, self.style.types.axis
        yield Box(border, 0, self.width - border, self.axis_y, fill=colours.tint)
        base = kind.size + 1
        ahead = self.width - border > self.measure(axis.ahead_word, strong, kind.size) + GAP
        if border > self.measure(axis.as_of, strong, kind.size) + GAP:
            yield Words(border - GAP, base, axis.as_of, strong, kind.size, colours.accent, "end")
        elif ahead:
            yield Words(border + GAP, base, f"{axis.as_of} | {axis.ahead_word}", strong, kind.size, colours.accent)
            ahead = False
        if ahead:
            yield Words(border + GAP, base, axis.ahead_word, strong, kind.size, colours.accent)
        yield Line(border, 0, border, self.head - 2, 1.1, colours.accent)
        yield Line(border, self.axis_y - 4, border, self.axis_y + 4, 2.2, colours.accent)

    def _row(self, row: DrawingRow, y: float) -> Iterator[Shape]:
        """Number, mark and opening words of an item; a range is an outlined bar over all its days."""
        at, base, ink = row.at * self.width, y + self.label.size * 0.33, self.style.colours.ink
        if row.to is None:
            yield from self._item(row, at, base, y)
            return
        to = max(row.to * self.width, at + 3)
        yield Box(at, y - self.step * 0.45, to - at, self.step * 0.9, "#FFFFFF", ink, 0.9)
        needed = self._number_width(row) + GAP + self.mark + GAP
        if to - at >= needed + FLIP / 2:
            yield from self._item(row, at + GAP + self._number_width(row) + GAP + self.mark / 2, base, y, end=to - 3)
        else:
            yield from self._beside(row, at, to, base, y)

    def _beside(self, row: DrawingRow, at: float, to: float, base: float, y: float) -> Iterator[Shape]:
        """A bar too short for its words has them at its side."""
        middle = to + GAP + self._number_width(row) + GAP + self.mark / 2
        if self.width - middle < FLIP:
            yield from self._flipped(row, at - GAP - self.mark / 2, base, y)
        else:
            yield from self._item(row, middle, base, y)

    def _item(self, row: DrawingRow, middle: float, base: float, y: float, end: float = 0) -> Iterator[Shape]:
        """The mark with its middle at `middle`, the number before it, words behind it up to `end`."""
        end = end or self.width
        if end == self.width and end - middle < FLIP:
            yield from self._flipped(row, middle, base, y)
            return
        ink, size = self.style.colours.ink, self.label.size
        left = max(middle, self.mark / 2 + GAP + self._number_width(row))
        yield Sign(left, y, self.mark, row.mark.kind, row.mark.label, ink)
        number = self.style.faces.strong
        yield Words(left - self.mark / 2 - GAP, base, str(row.number), number, size, ink, "end", target=row.target)
        start = left + self.mark / 2 + GAP
        yield from self._opening(row, start, base, end - start, "start")

    def _flipped(self, row: DrawingRow, middle: float, base: float, y: float) -> Iterator[Shape]:
        """The same with the words to the left of the number."""
        ink, size = self.style.colours.ink, self.label.size
        number = middle - self.mark / 2 - GAP
        yield Sign(middle, y, self.mark, row.mark.kind, row.mark.label, ink)
        yield Words(number, base, str(row.number), self.style.faces.strong, size, ink, "end", target=row.target)
        end = number - self._number_width(row) - GAP
        yield from self._opening(row, end, base, end, "end")

    def _opening(
        self, row: DrawingRow, x: float, base: float, room: float, align: Literal["start", "end"]
    ) -> Iterator[Words]:
        words = self.cut(printable(row.words), room)
        if words:
            face, ink, size = self.style.faces.source, self.style.colours.ink, self.label.size
            yield Words(x, base, words, face, size, ink, align, source=True, target=row.target, lang=row.lang)

    def cut(self, words: str, room: float) -> str:
        """`words` as far as they fit into `room`, cut between words, with " …"; all of them where there is room."""
        face, size = self.style.faces.source, self.label.size
        if len(words) < 400 and self.measure(words, face, size) <= room:
            return words
        kept = ""
        longer = ""
        for token in tokens(words[:400]):
            longer += token
            if token.isspace() or token[-1] in NO_END:
                continue
            if self.measure(longer + MORE, face, size) > room:
                break
            kept = longer
        return kept + MORE if kept else ""

    def _number_width(self, row: DrawingRow) -> float:
        return self.measure(str(row.number), self.style.faces.strong, self.label.size)

    @cached_property
    def columns(self) -> tuple[DrawingColumn, ...]:
        """The columns of the drawing; on a narrow one neighbours are one, as far as they lie on the same side of today."""
        digits = max((len(str(number)) for column in self.drawing.columns for number, *_ in column.items), default=1)
        number = self.measure("0" * digits, self.style.faces.strong, self.label.size)
        least = (self.mark * 1.3 + number + GAP) / self.width
        return roomy(self.drawing.columns, least, self.drawing.axis.ahead)

    def _column(self, column: DrawingColumn) -> Iterator[Shape]:
        """Marks stacked over their tick, the number of the item beside each; "+n" above."""
        at = max(column.at * self.width, self.mark * 1.1)  # the first mark is whole
        ink, size = self.style.colours.ink, self.label.size
        strong = self.style.faces.strong
        for place, (number, target, mark) in enumerate(column.items):
            y = self.axis_y - (place + 0.75) * self.step
            yield Sign(at - self.mark * 0.6, y, self.mark, mark.kind, mark.label, ink)
            yield Words(at + self.mark * 0.2, y + size * 0.33, str(number), strong, size, ink, target=target)
        if column.more:
            y = self.axis_y - (len(column.items) + 0.75) * self.step
            yield Words(at, y + size * 0.33, f"+{column.more}", strong, size, ink, "middle")

    def _axis(self, axis: Axis) -> Iterator[Shape]:
        """The line with its ticks, broken by // where days are left out, and the names of the days below."""
        y, ink, kind = self.axis_y, self.style.colours.ink, self.style.types.axis
        breaks = [at * self.width for at in axis.breaks]
        edges = [0.0, *(edge for at in breaks for edge in (at - 3.5, at + 3.5)), self.width]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            yield Line(start, y, end, y, 0.9, ink)
        for at in breaks:
            yield Line(at - 4.5, y + 4, at - 1, y - 4, 0.9, ink)
            yield Line(at - 0.5, y + 4, at + 3, y - 4, 0.9, ink)
        ticks = {round(cell.at * self.width, 2) for cell in axis.cells}
        for tick in sorted(tick for tick in ticks if all(abs(tick - at) > 5 for at in breaks) and tick > 1):
            yield Line(tick, y - 3.5, tick, y, 0.8, ink)
        clear = under_clear = 0.0
        for cell in axis.cells:
            middle = (cell.at + cell.to) / 2 * self.width
            clear = yield from self._tick_words(cell.label, middle, y + 3 + kind.size, clear)
            under_clear = yield from self._tick_words(cell.under, middle, y + 3 + kind.leading + kind.size, under_clear)

    def _tick_words(self, words: str, middle: float, base: float, clear: float) -> Generator[Shape, None, float]:
        """Words below the axis, left out where they would touch the ones before, which end at `clear`."""
        face, kind = self.style.faces.tool, self.style.types.axis
        half = self.measure(words, face, kind.size) / 2
        middle = min(max(middle, half), self.width - half)
        if words and middle - half >= clear:
            yield Words(middle, base, words, face, kind.size, self.style.colours.ink, "middle")
            return middle + half + 3
        return clear
