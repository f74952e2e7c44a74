"""Blocks that are no tables -> slabs: headings, paragraphs, the strip, differences, the title block, the drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from briefing.document import (
    Block,
    Cell,
    Cut,
    Drawing,
    Fact,
    Heading,
    Paragraph,
    Role,
    Section,
    Sides,
    Strip,
    Table,
    Text,
    TitleBlock,
)
from briefing.render.direction import rtl
from briefing.render.pdf.figure import drawing_slab
from briefing.render.pdf.ink import Ink
from briefing.render.pdf.lines import extent
from briefing.render.pdf.slabs import SetText, Slab, Workshop, anchors_of
from briefing.render.pdf.tables import MM, table_slabs
from briefing.style import Type

INSET = 8.0  # of the strip's words
BAR = 4.5  # the strip's bar
LABEL, PEOPLE, VALUE = 17.0, 106.0, 24.0  # millimetres: where the title block's values and its right half begin
TALL = 300.0  # points: taller quotations stand below each other, so that they can run over to the next page
LOGO = 9.0  # millimetres high
TITLE_LINES, LONG_LINES = 3, 5


def section_slabs(section: Section, shop: Workshop, *, front: bool) -> Iterator[Slab]:
    """The section's slabs in order; the first says on which page it wants to begin."""
    first = True
    for slab in _section(section, shop, front=front):
        slab.section = section.code
        slab.fresh = section.breaks_after if first else None
        first = False
        yield slab


def _section(section: Section, shop: Workshop, *, front: bool) -> Iterator[Slab]:
    if section.heading is not None:
        yield _heading(section.heading, shop, front=front)
        if isinstance(section.blocks[0], Sides | Paragraph):
            yield _rule(shop, 0.5, accent=True)
    for block in section.blocks:
        yield from _block(block, shop)


def _block(block: Block, shop: Workshop) -> Iterator[Slab]:
    match block:
        case TitleBlock():
            yield from _title(block, shop)
        case Paragraph():
            yield _paragraph(block, shop)
        case Table():
            yield from table_slabs(block, shop)
            if block.role.value == "fragments":
                yield _rule(shop, 2.5)
        case Strip():
            yield _strip(block, shop)
        case Sides():
            yield from _sides(block, shop)
        case Drawing():
            yield drawing_slab(block, shop)
        case _:
            assert_never(block)


# --------------------------------------------------------------------------- words


def _heading(heading: Heading, shop: Workshop, *, front: bool) -> Slab:
    style = shop.setter.style
    title = shop.set(Paragraph((Text(heading.text),), Role.HEADING), shop.width)
    used = sum(run.width for run in title.lines[-1]) if title.lines else 0.0
    aside = shop.set(Paragraph(heading.aside, Role.ASIDE), shop.width - used - 12) if heading.aside else None
    height = title.height + style.space.heading_after

    def paint(ink: Ink, y: float) -> None:
        ink.anchor(heading.anchor, y)
        title.paint(ink, shop.left, y, ink.tags.root)
        if aside is not None:
            aside.paint(ink, shop.left + used + 9, y + title.base - aside.base, ink.tags.root)

    before = style.space.heading_before_page1 if front else style.space.heading_before
    texts = (title, aside) if aside else (title,)
    return Slab(height, paint, before=before, keep=True, anchors=(heading.anchor,), texts=texts)


def _paragraph(paragraph: Paragraph, shop: Workshop) -> Slab:
    return _text_slab(shop.set(paragraph, shop.width), shop, above=3.0)


def _text_slab(text: SetText, shop: Workshop, above: float) -> Slab:
    def paint(ink: Ink, y: float) -> None:
        text.paint(ink, shop.left, y, ink.tags.root)

    def split(room: float) -> tuple[Slab, Slab] | None:
        first, rest = text.parts(room)
        if first is None or rest is None:
            return None
        return _text_slab(first, shop, above), _text_slab(rest, shop, 0.0)

    return Slab(text.height, paint, before=above, split=split, anchors=anchors_of((text,)), texts=(text,))


def _rule(shop: Workshop, space: float, *, accent: bool = False) -> Slab:
    rules, colours = shop.setter.style.rules, shop.setter.style.colours
    width, colour = (rules.head, colours.accent) if accent else (rules.row, colours.hairline)

    def paint(ink: Ink, y: float) -> None:
        ink.rule(shop.left, y + space, shop.left + shop.width, y + space, width, colour)

    return Slab(space + 1.0, paint, keep=accent)


def _strip(strip: Strip, shop: Workshop) -> Slab:
    colours = shop.setter.style.colours
    text = shop.set(Paragraph(strip.inlines, Role.STRIP), shop.width - BAR - 2 * INSET)
    height = text.height + 13.0

    def paint(ink: Ink, y: float) -> None:
        ink.anchor(strip.anchor, y)
        ink.tags.switch(None)
        ink.box(shop.left, y, shop.width, height, fill=colours.tint)
        ink.box(shop.left, y, BAR, height, fill=colours.accent)
        text.paint(ink, shop.left + BAR + INSET, y + 6.5, ink.tags.root)

    return Slab(height, paint, before=7.0, anchors=(strip.anchor,), texts=(text,))


# --------------------------------------------------------------------------- differences


def _sides(sides: Sides, shop: Workshop) -> Iterator[Slab]:
    """What differs, then the quotes with a rule between them; in one column the quotes stand below each other."""
    lead = shop.set(sides.lead, shop.width)

    def paint(ink: Ink, y: float) -> None:
        ink.anchor(sides.anchor, y)
        lead.paint(ink, shop.left, y, ink.tags.root)

    yield Slab(lead.height, paint, before=5.5, keep=bool(sides.sides), anchors=(sides.anchor,), texts=(lead,))
    beside = _beside(sides.sides, shop) if sides.sides else None
    if beside is not None and (shop.setter.style.stacked or beside.height > TALL):
        for side in sides.sides:
            for index, paragraph in enumerate(side):
                slab = _text_slab(shop.set(paragraph, shop.width), shop, above=0.0 if index else 6.0)
                slab.keep = index < len(side) - 1
                yield slab
    elif beside is not None:
        yield beside


def _beside(sides: tuple[Cell, ...], shop: Workshop) -> Slab:
    style = shop.setter.style
    share = shop.width / len(sides)
    gap = 5.0 * MM
    columns = [[shop.set(p, share - gap) for p in side] for side in sides]
    height = max(sum(text.height for text in column) for column in columns) + 12.0

    def paint(ink: Ink, y: float) -> None:
        for index, column in enumerate(columns):
            x, top = shop.left + index * (share + gap / 2), y + 6.0
            if index:
                edge = x - gap / 2
                ink.rule(edge, y + 3, edge, y + height, style.rules.row, style.colours.hairline)
            for text in column:
                text.paint(ink, x, top, ink.tags.root)
                top += text.height

    return Slab(height, paint, texts=tuple(text for column in columns for text in column))


# --------------------------------------------------------------------------- title block


def _title(block: TitleBlock, shop: Workshop) -> Iterator[Slab]:
    yield _kicker(block, shop)
    yield _title_words(block, shop)
    yield _facts(block, shop)


def _kicker(block: TitleBlock, shop: Workshop) -> Slab:
    """The kind of document and its marking; above them the house's logo, where it has one."""
    style = shop.setter.style
    kicker = shop.set(Paragraph((Text(block.kicker),), Role.KICKER), shop.width)
    marking = shop.set(Paragraph((Text(block.marking),), Role.MARKING), shop.width * 0.7)
    logo = LOGO * MM if style.logo is not None else 0.0
    head = logo + 5.0 if logo else 0.0
    height = max(head + kicker.height, marking.height) + 1.0

    def paint(ink: Ink, y: float) -> None:
        if style.logo is not None:
            ink.picture(style.logo, shop.left, y, logo, ink.tags.child(ink.tags.root, "Figure", alt=style.name))
        ink.tags.switch(ink.tags.child(ink.tags.root, "P"))
        for run in (run for line in kicker.lines for run in line):
            tracking = style.types.kicker.tracking
            x = ink.left(shop.left, run.width + tracking * len(run.text))
            ink.words(run.text, run.look, x, y + head + marking.base, tracking, run.shaped)
        top = y
        for line in marking.lines:
            start, width = extent(line)
            x = ink.left(shop.left + shop.width - width, width) - start
            for run in line:
                ink.words(run.text, run.look, x + run.x, top + marking.base, shaped=run.shaped)
            top += marking.kind.leading

    return Slab(height, paint, keep=True)


def set_title(block: TitleBlock, shop: Workshop) -> SetText:
    """The title in balanced lines: at most three large ones, five smaller ones, then cut with […]."""
    types = shop.setter.style.types
    paragraph = Paragraph((block.title,), Role.TITLE, block.anchor, block.title.lang)
    text = _balanced(paragraph, shop, types.title)
    if len(text.lines) > TITLE_LINES:
        text = _balanced(paragraph, shop, types.title_long)
    if len(text.lines) > LONG_LINES:
        text = _cut_title(block.title, paragraph, shop, types.title_long)
    return text


def _title_words(block: TitleBlock, shop: Workshop) -> Slab:
    text = set_title(block, shop)
    height = text.height + 7.0

    def paint(ink: Ink, y: float) -> None:
        text.paint(ink, shop.left, y, ink.tags.root)

    return Slab(height, paint, keep=True, anchors=(block.anchor,))


def _balanced(paragraph: Paragraph, shop: Workshop, kind: Type) -> SetText:
    """As few lines as the full width needs, as narrow as they then can be."""
    full = shop.set(paragraph, shop.width, kind)
    if len(full.lines) < 2 or len(full.lines) > TITLE_LINES:
        return full
    low, high = shop.width / 3, shop.width
    for _ in range(7):
        middle = (low + high) / 2
        if len(shop.set(paragraph, middle, kind).lines) > len(full.lines):
            low = middle
        else:
            high = middle
    text = shop.set(paragraph, high, kind)
    if shop.setter.mirrored or not rtl("".join(run.text for run in text.lines[0])):
        return text
    return replace(text, lines=[[run.copy(run.x + shop.width - high) for run in line] for line in text.lines])


def _cut_title(title: Text, paragraph: Paragraph, shop: Workshop, kind: Type) -> SetText:
    """The opening words that fill five lines; the whole title stands in Sources."""
    words = title.text.split(" ")
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if len(_opening(title, words, middle, paragraph, shop, kind).lines) > LONG_LINES:
            high = middle - 1
        else:
            low = middle
    text = _opening(title, words, low, paragraph, shop, kind)
    return replace(text, lines=text.lines[:LONG_LINES])


def _opening(title: Text, words: list[str], count: int, paragraph: Paragraph, shop: Workshop, kind: Type) -> SetText:
    head = replace(title, text=" ".join(words[:count])[:1000])
    return shop.set(replace(paragraph, inlines=(head, Text(" "), Cut())), shop.width, kind)


def _facts(block: TitleBlock, shop: Workshop) -> Slab:
    """Two columns of labels and values between two rules; one column where the style asks for it."""
    style = shop.setter.style
    stacked = style.stacked
    scale = 1.6 if stacked else 1.0
    half = shop.width if stacked or not block.people else PEOPLE * MM
    left = _fact_rows(block.facts, shop, shop.left, half, LABEL * scale)
    right = _fact_rows(
        block.people, shop, shop.left + (0 if stacked else half), shop.width - (0 if stacked else half), VALUE * scale
    )
    tall = sum(height for *_, height in left)
    height = (tall + sum(h for *_, h in right) if stacked else max(tall, sum(h for *_, h in right))) + 9.0

    def paint(ink: Ink, y: float) -> None:
        ink.rule(shop.left, y, shop.left + shop.width, y, style.rules.head, style.colours.accent)
        top = y + 4.5
        for rows in (left, right):
            for label, value, x, value_x, row_height in rows:
                node = ink.tags.child(ink.tags.root, "Div")
                label.paint(ink, x, top, node)
                value.paint(ink, value_x, top, node)
                top += row_height
            top = top if stacked else y + 4.5
        ink.rule(shop.left, y + height, shop.left + shop.width, y + height, 0.7, style.colours.secondary)

    texts = tuple(text for rows in (left, right) for label, value, *_ in rows for text in (label, value))
    return Slab(height, paint, texts=texts)


def _fact_rows(
    facts: tuple[Fact, ...], shop: Workshop, x: float, width: float, label: float
) -> list[tuple[SetText, SetText, float, float, float]]:
    rows = []
    for fact in facts:
        name = shop.set(Paragraph((Text(fact.label),), Role.FACT_LABEL), label * MM)
        value = shop.set(Paragraph(fact.value, Role.FACT), width - label * MM - 4)
        rows.append((name, value, x, x + label * MM, max(name.height, value.height)))
    return rows
