"""The note as a PDF for print and screen: Document + Style -> bytes.

Own line breaking and pagination on reportlab's canvas: a paragraph costs what its length costs, page numbers are known
before anything is drawn, and every run of words carries its tag, its language and its link.
"""

from __future__ import annotations

from briefing.document import Document
from briefing.model import Problem
from briefing.render.writer import Writer
from briefing.style import Style


def write(document: Document, style: Style) -> bytes:
    """The finished .pdf; the same document and style give the same bytes."""
    from briefing.render.pdf.note import build  # reportlab only where a PDF is asked for

    return build(document, style)


def lacks(document: Document, style: Style) -> tuple[Problem, ...]:
    """A problem for each script that is named in the note instead of being set."""
    from briefing.render.pdf.scripts import unset

    return unset(document, style)


WRITER = Writer(".pdf", "application/pdf", write, lacks=lacks)
