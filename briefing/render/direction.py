"""Which way words run, and the note as a whole: from the left, or as Arabic and Hebrew do from the right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from briefing.document import Document, Paragraph, Row, Table, TableRole, Text, Voice

ITEMS = frozenset({TableRole.TIMELINE, TableRole.STATEMENTS, TableRole.ANNEX})
SENTENCE = 20  # characters: what is shorter is a name or a label


def rtl(text: str) -> bool:
    """Whether the first letter that has a direction runs right to left (Unicode Bidirectional Algorithm, P2)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def leftward(paragraph: Paragraph) -> bool:
    """Whether a paragraph is written from the right: as the source's words do that it begins with; the tool's words run
    from the left unless all of them are written from the right."""
    texts = [inline for inline in paragraph.inlines if isinstance(inline, Text) and inline.text.strip()]
    if not texts:
        return False
    return rtl(texts[0].text) and (texts[0].voice is Voice.SOURCE or all(rtl(text.text) for text in texts))


def mirrored(document: Document) -> bool:
    """Whether the note is laid out from the right: as the document says, else as most of its items' sentences run, or where
    it has none, all that it quotes."""
    if document.direction != "auto":
        return document.direction == "rtl"
    votes = list(_votes(document, ITEMS)) or list(_votes(document, frozenset(TableRole)))
    return sum(votes) * 2 > len(votes)


def _votes(document: Document, roles: frozenset[TableRole]) -> Iterator[bool]:
    """Of each sentence in tables of these roles whether it runs from the right."""
    tables = (block for section in document.sections for block in section.blocks if isinstance(block, Table))
    rows = (row for table in tables if table.role in roles for row in table.rows if isinstance(row, Row))
    for paragraph in (paragraph for row in rows for cell in row.cells for paragraph in cell):
        for inline in paragraph.inlines:
            if isinstance(inline, Text) and inline.voice is Voice.SOURCE and len(inline.text) > SENTENCE:
                yield rtl(inline.text)
