"""The note as Markdown with footnotes, for wikis and chats: Document + Style -> bytes (UTF-8).

The two voices are told apart without type: a source's own words stand in block quotes or between “ ”, and end in a
footnote that names the source. CommonMark with the tables and footnotes of GitHub; every character of a source is
literal text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, assert_never

from briefing.document import (
    Band,
    Block,
    Cell,
    Cite,
    Cut,
    Document,
    Drawing,
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
from briefing.render.safe import printable
from briefing.render.writer import Writer
from briefing.style import Style

SIGNS: Final = {MarkKind.STATED: "●", MarkKind.RESOLVED: "◐", MarkKind.INFERRED: "○", MarkKind.DIFFER: "◇"}
QUOTED: Final = frozenset({Role.GLANCE, Role.ENTRY, Role.STATEMENT, Role.FRAGMENT})
MARKS: Final = tuple(f"{sign} " for sign in SIGNS.values())
BOLD: Final = frozenset({Role.NUMBER, Role.DATE, Role.GLANCE_DATE})
GRIDS: Final = frozenset({TableRole.AUDIT, TableRole.WHO})  # few words in many columns: these stay tables


def write(document: Document, style: Style) -> bytes:
    """The note as one Markdown file. A style has no say in it: Markdown has no looks."""
    del style
    blocks = [block for section in document.sections for block in _section(section)]
    # the key to the marks; the one to typefaces would speak of what is not here
    key = [_line(p.inlines) for p in document.key if any(isinstance(inline, Mark) for inline in p.inlines)]
    furniture = document.furniture
    foot = " · ".join(part for part in (_bold(furniture.marking), plain(furniture.footer)) if part)
    marking = [_bold(furniture.marking)] if furniture.marking else []
    text = "\n\n".join([*marking, *blocks, "---", *key, foot, *_footnotes(document)])
    return (text + "\n").encode("utf-8")


# --------------------------------------------------------------------------- letters


def plain(text: str) -> str:
    """`text` as literal Markdown: no character of it is markup, wherever it stands in a line."""
    safe = re.sub(r"([\\`*_{}\[\]<>|~$!#])", r"\\\1", printable(text))
    return re.sub(r"&(?=#?\w+;)", "&amp;", safe)


def _block_start(line: str) -> str:
    """A line whose first letters could begin a list, a quote or an underline, made plain."""
    line = re.sub(r"^(\s*)([-+=>])", r"\1\\\2", line)
    return re.sub(r"^(\s*\d{1,9})([.)])", r"\1\\\2", line)


def _bold(text: str) -> str:
    """`text` in bold; the asterisks have to touch its letters."""
    words = plain(text)
    inner = words.strip()
    return words.replace(inner, f"**{inner}**", 1) if inner else words


def _line(inlines: Inlines) -> str:
    """The inlines of a paragraph on one line; a footnote stands at its word."""
    line = ""
    for inline in inlines:
        if isinstance(inline, Cite):
            line = line.rstrip(" ")
        elif isinstance(inline, Text) and line.endswith(MARKS):
            inline = replace(inline, text=inline.text.lstrip())
        line += _inline(inline)
        if isinstance(inline, Mark):
            line += " "
    return _block_start(line.strip())


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return _bold(inline.text) if inline.strong else plain(inline.text)
        case Cite():
            return f"[^{inline.number}]"
        case Cut():
            return "\\[…\\]"
        case Mark():
            return SIGNS[inline.kind]
        case Link():
            return f"<{_address(inline.url)}>"
        case Jump():
            return _bold(inline.text) if inline.strong else plain(inline.text)
        case Ref():
            return plain(inline.place)
        case _:
            assert_never(inline)


def _address(url: str) -> str:
    """An address that can't leave its angle brackets."""
    return "".join(c if c not in "<>\\ `" else f"%{ord(c):02X}" for c in printable(url))


# --------------------------------------------------------------------------- blocks


def _section(section: Section) -> Iterator[str]:
    if section.heading is not None:
        yield f"## {plain(section.heading.text)}"
        if section.heading.aside:
            yield f"*{_line(section.heading.aside)}*"
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case TitleBlock():
            yield plain(block.kicker)
            yield f"# {plain(block.title.text)}"
            yield "\n".join(f"- {_bold(fact.label)}: {_line(fact.value)}" for fact in (*block.facts, *block.people))
        case Paragraph():
            yield _paragraph(block)
        case Strip():
            yield _line(block.inlines)
        case Drawing():
            yield plain(block.alt)
        case Sides():
            yield _line(block.lead.inlines)
            yield from (_cell(side) for side in block.sides)
        case Table():
            yield from _grid(block) if block.role in GRIDS else _list(block)
        case _:
            assert_never(block)


def _paragraph(paragraph: Paragraph) -> str:
    words = _line(paragraph.inlines)
    return f"> {words}" if paragraph.role in QUOTED else words


def _cell(cell: Cell) -> str:
    """A cell as lines: the tool's on one, each of a source's in a block quote of its own."""
    said = [_line(paragraph.inlines) for paragraph in cell if paragraph.role in QUOTED]
    told = [_told(paragraph) for paragraph in cell if paragraph.role not in QUOTED]
    return "\n\n".join(part for part in (" · ".join(told), *(f"> {words}" for words in said)) if part)


def _list(table: Table) -> Iterator[str]:
    """A table whose rows are read one by one: number, date and basis on a line, the quotation below."""
    for row in table.rows:
        if isinstance(row, Band):
            yield f"### {_line(row.text)}" + (f" ({plain(row.aside)})" if row.aside else "")
            continue
        head, *rest = row.cells
        if table.role in (TableRole.STATEMENTS, TableRole.FRAGMENTS):
            yield from _quotation(row)
        elif table.role in (TableRole.GAPS, TableRole.SOURCES):
            yield f"- {_label(head)} {' '.join(_dotted(cell) for cell in rest)}"
        else:
            yield _entry(row)


def _quotation(row: Row) -> Iterator[str]:
    """A statement or fragment with its number in a block quote, and below it what the tool says of it."""
    head, *rest = row.cells
    inlines = tuple(inline for cell in rest for paragraph in cell for inline in paragraph.inlines)
    end = 1 + max((at for at, inline in enumerate(inlines) if isinstance(inline, Cite)), default=len(inlines) - 1)
    yield f"> {_label(head)} {_line(inlines[:end])}"
    if beside := _line(inlines[end:]):
        yield beside


def _entry(row: Row) -> str:
    """An entry of the timeline: what the tool says of it in bold and behind dots, then the source's words."""
    paragraphs = [paragraph for cell in row.cells for paragraph in cell]
    told = [p for p in paragraphs if p.role not in QUOTED]
    lead = " · ".join(_told(p) for p in told)
    return "\n\n".join((lead, *(f"> {_line(p.inlines)}" for p in paragraphs if p.role in QUOTED)))


def _told(paragraph: Paragraph) -> str:
    """A line of the tool; numbers and dates in bold."""
    words = _line(paragraph.inlines)
    bold = paragraph.role in BOLD and words and "*" not in words
    return f"**{words}**" if bold else words


def _label(cell: Cell) -> str:
    words = _one_line(cell).strip("*")
    return f"**{words}**" if words else ""


def _one_line(cell: Cell) -> str:
    return " ".join(_line(paragraph.inlines) for paragraph in cell)


def _dotted(cell: Cell) -> str:
    """The lines of a cell on one, with dots between them."""
    return " · ".join(_line(paragraph.inlines) for paragraph in cell)


def _grid(table: Table) -> Iterator[str]:
    """A real table; a row of fewer cells is filled up."""
    width = len(table.columns)
    lines = [table.columns, ("---",) * width]
    for row in table.rows:
        cells = [_line(row.text)] if isinstance(row, Band) else [_one_line(cell) for cell in row.cells]
        lines.append((*cells, *("",) * (width - len(cells))))
    head, *rest = lines
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in (tuple(plain(name) for name in head), *rest))


# --------------------------------------------------------------------------- footnotes


def _footnotes(document: Document) -> Iterator[str]:
    """One footnote for each source that is cited: its title, and who published it when."""
    for section in document.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            if table.role is TableRole.SOURCES:
                yield from (_footnote(row) for row in table.rows if isinstance(row, Row) and len(row.cells) > 1)


def _footnote(row: Row) -> str:
    number = "".join(c for c in _one_line(row.cells[0]) if c.isdigit())
    lines = [_line(p.inlines) for p in row.cells[1] if p.role is not Role.SMALL]
    return f"[^{number}]: {' — '.join(lines)}"


WRITER = Writer(".md", "text/markdown; charset=utf-8", write)
