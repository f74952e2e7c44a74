"""The note as a Word file that an editor can go on working with: Document + Style -> bytes.

The same order, words and numbers as in print. Named styles only, real tables, citations that lead to the sources
and back. What print words by page ("page 3") is worded by section here, since Word sets its own pages.
"""

from __future__ import annotations

from briefing.document import Document
from briefing.render.writer import Writer
from briefing.style import Style


def write(document: Document, style: Style) -> bytes:
    """The finished .docx; the same document and style give the same bytes."""
    from briefing.render.docx.note import build  # python-docx and Pillow only where a Word file is asked for

    return build(document, style)


WRITER = Writer(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", write)
