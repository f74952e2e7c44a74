"""How full page 1 is, roughly: Word sets its own pages, so where the timeline begins has to be guessed beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from math import ceil
from typing import assert_never

from briefing.document import (
    Band,
    Block,
    Cite,
    Cut,
    Drawing,
    Inline,
    Link,
    Mark,
    Paragraph,
    Ref,
    Role,
    Row,
    Section,
    Sides,
    Strip,
    Table,
    TitleBlock,
)
from briefing.render.scene import timeline_scene
from briefing.style import Face, Style

LETTER = 0.47  # of the size: the mean width of a letter in running text
MM = 72 / 25.4


def filled(sections: Iterable[Section], style: Style, paper: str) -> float:
    """The share of a page's height that the sections take, 1.0 for a whole page."""
    page = style.page(paper)
    height = (page.height - page.top - page.bottom) * MM
    return sum(_section(section, style, paper) for section in sections) / height


def _section(section: Section, style: Style, paper: str) -> float:
    head = 0.0
    if section.heading is not None:
        head = style.types.heading.leading + style.space.heading_before + style.space.heading_after
        head += style.types.aside.leading if section.heading.aside else 0
    return head + sum(_block(block, style, paper) for block in section.blocks)


def _block(block: Block, style: Style, paper: str) -> float:
    width = style.page(paper).text * MM
    match block:
        case TitleBlock():
            title = _paragraph(Paragraph((block.title,), Role.TITLE), width, style)
            rows = len(list(zip_longest(block.facts, block.people)))
            return style.types.kicker.leading + title + rows * (style.types.fact.leading + 3)
        case Paragraph():
            return _paragraph(block, width, style)
        case Strip():
            return _paragraph(Paragraph(block.inlines, Role.STRIP), width, style) + 18
        case Table():
            widths = [mm * MM for mm in style.widths(block.role, paper)]
            return sum(_row(row, widths, style) for row in block.rows)
        case Sides():
            side = width / max(1, len(block.sides))
            quotes = max((_cell(cell, side, style) for cell in block.sides), default=0.0)
            return _paragraph(block.lead, width, style) + quotes
        case Drawing():
            return timeline_scene(block, style, width, _measure).height + 4
        case _:
            assert_never(block)


def _row(row: Row | Band, widths: list[float], style: Style) -> float:
    if isinstance(row, Band):
        return style.types.band.leading + 2 * style.space.row
    heights = (_cell(cell, wide, style) for cell, wide in zip(row.cells, widths, strict=False))
    return max(heights, default=0) + 2 * style.space.row


def _cell(cell: tuple[Paragraph, ...], width: float, style: Style) -> float:
    return sum(_paragraph(paragraph, width, style) for paragraph in cell)


def _paragraph(paragraph: Paragraph, width: float, style: Style) -> float:
    kind = style.type(paragraph.role)
    letters = sum(_letters(inline) for inline in paragraph.inlines)
    return max(1, ceil(letters * kind.size * LETTER / width)) * kind.leading


def _letters(inline: Inline) -> int:
    match inline:
        case Cite() | Cut() | Mark():
            return 4
        case Ref():
            return len(inline.place)
        case Link():
            return min(len(inline.text), 150)
        case _:
            return len(inline.text)


def _measure(words: str, face: Face, size: float) -> float:
    del face
    return len(words) * size * LETTER
