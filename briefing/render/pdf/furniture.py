"""What stands on every page beside its slabs: header, footer, and on page 1 the key to reading."""

from __future__ import annotations

from dataclasses import replace

from briefing.document import Document, Paragraph, Role, Text
from briefing.render.pdf.ink import Ink
from briefing.render.pdf.lines import extent
from briefing.render.pdf.slabs import SetText, Workshop
from briefing.render.pdf.tables import MM
from briefing.style import Page

HEADER_RULE = 7.0  # points from the header's words to its rule
BODY = 4.0  # from the rule to the body
KEY_SPACE = 8.0  # between the key and the footer, and above its rule
ELLIPSIS = "…"
MARKING_LINES = 3


class Furnisher:
    """Knows the room that the furniture leaves, and paints it."""

    def __init__(self, document: Document, page: Page, shop: Workshop) -> None:
        self.document, self.page, self.shop = document, page, shop
        self.style = shop.setter.style
        self.key = [self.shop.set(paragraph, self.shop.width) for paragraph in document.key]
        self.top = page.top * MM
        self.foot = page.height * MM - page.footer * MM  # baseline of the footer

    # ------------------------------------------------------------------ room

    @property
    def key_top(self) -> float:
        height = sum(text.height for text in self.key)
        above = self.foot - self.words_base + self.style.types.running.size
        return self.foot - above - KEY_SPACE - height - 5.0

    @property
    def words_base(self) -> float:
        """The baseline of the footer's words; where they are long, a line above the others."""
        middle = self.count(9, 9) if self.document.furniture.tlp else self._marking()
        taken = (self.shop.width + _width(middle)) / 2 if _width(middle) else _width(self.count(99, 99))
        long = _width(self._words()) + 6 > self.shop.width - taken
        return self.foot - (self.extra + self.style.types.running.leading + 3 if long else 0.0)

    @property
    def extra(self) -> float:
        """What a marking of several lines takes more than one of a single line."""
        marking = self._marking()
        return max(len(marking.lines) - 1, 0) * marking.kind.leading

    def frame(self, number: int) -> tuple[float, float]:
        """Y of the body's top and bottom on page `number`."""
        bottom = self.page.height * MM - self.page.bottom * MM
        bottom = min(bottom, self.words_base - 2 * KEY_SPACE) if self.extra else bottom
        if number == 1:
            return self.top, min(bottom, self.key_top - KEY_SPACE) if self.key else bottom
        header = self.style.types.running.leading + self.extra + HEADER_RULE + BODY
        return self.top + header, bottom

    def room(self, number: int) -> float:
        top, bottom = self.frame(number)
        return bottom - top

    # ------------------------------------------------------------------ paint

    def paint(self, ink: Ink, number: int, total: int) -> None:
        if number == 1:
            self._key(ink)
        else:
            self._header(ink)
        self._footer(ink, number, total)

    def _key(self, ink: Ink) -> None:
        y = self.key_top
        rules, colours = self.style.rules, self.style.colours
        ink.rule(self.shop.left, y, self.shop.left + self.shop.width, y, rules.row, colours.hairline)
        y += 5.0
        for text in self.key:
            text.paint(ink, self.shop.left, y, ink.tags.root)
            y += text.height

    def _header(self, ink: Ink) -> None:
        left, width = self.shop.left, self.shop.width
        marking = self._marking()
        room = width - _width(marking) - 14
        base = self.top + 9.0
        title = self._title(room)
        if title.lines:
            self._line(ink, title, left, base)
        self._stack(ink, marking, base, left + width)
        y = self.top + self.style.types.running.leading + self.extra + HEADER_RULE - 3
        ink.rule(left, y, left + width, y, self.style.rules.row, self.style.colours.hairline)

    def _title(self, room: float) -> SetText:
        """The note's title on one line, its end left out where it is too long."""
        header = self.document.furniture.header
        text = self._set(Paragraph((header,), Role.RUNNING), room)
        if len(text.lines) < 2:
            return text
        words = " ".join(run.text.strip() for run in text.lines[0]).rpartition(" ")[0]
        shown = Text(words, header.voice, header.strong, header.quiet, header.lang)
        return self._set(Paragraph((shown, Text(f" {ELLIPSIS}")), Role.RUNNING), room + 20)

    def _footer(self, ink: Ink, number: int, total: int) -> None:
        furniture = self.document.furniture
        left, right = self.shop.left, self.shop.left + self.shop.width
        count, marking = self.count(number, total), self._marking()
        centre = (left + right - _width(count if furniture.tlp else marking)) / 2
        self._line(ink, self._words(), left, self.words_base)
        if furniture.tlp:
            self._line(ink, count, centre, self.foot)
            self._stack(ink, marking, self.foot - self.extra, right)
        else:
            self._line(ink, count, right - _width(count), self.foot)
            self._stack(ink, marking, self.foot - self.extra, centre + _width(marking), middle=True)

    def count(self, number: int, total: int) -> SetText:
        """Page 1 of 3."""
        words = self.document.furniture.page.replace("{page}", str(number)).replace("{pages}", str(total))
        return self._set(Paragraph((Text(words, strong=True),), Role.RUNNING), self.shop.width)

    def _words(self) -> SetText:
        return self._set(Paragraph((Text(self.document.furniture.footer),), Role.RUNNING), self.shop.width)

    def _marking(self) -> SetText:
        marking = self.document.furniture.marking
        text = self._set(Paragraph((Text(marking),) if marking else (), Role.MARKING), self.shop.width * 0.5)
        return replace(text, lines=text.lines[:MARKING_LINES])

    def _set(self, paragraph: Paragraph, width: float) -> SetText:
        return self.shop.set(paragraph, width)

    def _stack(self, ink: Ink, text: SetText, base: float, right: float, *, middle: bool = False) -> None:
        """The marking, all of its lines: it may never be cut. They end at `right`, or stand in each other's middle."""
        for line in text.lines[:MARKING_LINES]:
            start, width = extent(line)
            short = _width(text) - width
            x = right - _width(text) + (short / 2 if middle else short)
            ink.line(line, ink.left(x, width) - start, base, None)
            base += text.kind.leading

    def _line(self, ink: Ink, text: SetText, x: float, base: float) -> None:
        """The first line alone: furniture never takes two."""
        for line in text.lines[:1]:
            start, width = extent(line)
            ink.line(line, ink.left(x, width) - start, base, None)


def _width(text: SetText) -> float:
    return max((extent(line)[1] for line in text.lines), default=0.0)
