"""The note on paper: choose the fullest layout whose front fits page 1, paginate, word the places, paint."""

from __future__ import annotations

from briefing.document import (
    Band,
    Document,
    Paragraph,
    Ref,
    Section,
    Sides,
    Strip,
    Table,
    TitleBlock,
)
from briefing.render.pdf.blocks import section_slabs
from briefing.render.pdf.furniture import Furnisher
from briefing.render.pdf.ink import Ink
from briefing.render.pdf.lines import Setter
from briefing.render.pdf.pages import Sheet, front_height, paginate
from briefing.render.pdf.slabs import Workshop
from briefing.render.pdf.tables import MM
from briefing.style import Page, Style

ROUNDS = 4  # of wording places and setting lines anew; two nearly always do


def build(document: Document, style: Style) -> bytes:
    """The finished file."""
    page = style.page(document.paper)
    pages: dict[str, int] = {}
    for _ in range(ROUNDS):
        sheets, bands, layout, words = _laid(document, style, page, pages)
        found = {anchor: sheet.number for sheet in sheets for _, slab in sheet.slabs for anchor in slab.anchors}
        settled = all(words[ref] == _worded(ref, found) for ref in words)
        pages = found
        if settled:
            break
    return _painted(document, style, page, sheets, bands, layout, pages)


def layout_on_paper(document: Document, style: Style) -> tuple[Section, ...]:
    """The layout that print takes: the first whose front fits page 1. Word takes the same, so that both say the same."""
    if len(document.layouts) == 1:
        return document.layouts[0]
    return _laid(document, style, style.page(document.paper), {})[2]


def _worded(ref: Ref, pages: dict[str, int]) -> str:
    """The page of the target, or that it stands on page 1 too; as long as nothing is known, a page of one digit."""
    number = pages.get(ref.target, 1 if ref.here else 3)
    if ref.here and number == 1:
        return ref.here
    return ref.page.replace("{page}", str(number))


def _laid(
    document: Document, style: Style, page: Page, pages: dict[str, int]
) -> tuple[list[Sheet], list[tuple[str, str]], tuple[Section, ...], dict[Ref, str]]:
    """The first layout whose front fits, on its pages; and how each place was worded in it."""
    words: dict[Ref, str] = {}

    def place(ref: Ref) -> str:
        words[ref] = _worded(ref, pages)
        return words[ref]

    for layout in document.layouts:
        words.clear()
        setter = Setter(style, place, frozenset(_anchors(layout)))
        shop = Workshop(setter, page.side * MM, page.text * MM, document.paper)
        furnisher = Furnisher(document, style, page, setter)
        front = [
            s for section in layout if section.code in document.front for s in section_slabs(section, shop, front=True)
        ]
        if front_height(front) <= furnisher.room(1) or layout is document.layouts[-1] or style.stacked:
            rest = (section for section in layout if section.code not in document.front)
            slabs = [slab for section in rest for slab in section_slabs(section, shop, front=False)]
            return paginate(front + slabs, furnisher.frame), shop.bands, layout, words
    raise AssertionError("a document has at least one layout")


def _painted(
    document: Document,
    style: Style,
    page: Page,
    sheets: list[Sheet],
    bands: list[tuple[str, str]],
    layout: tuple[Section, ...],
    pages: dict[str, int],
) -> bytes:
    ink = Ink(style, page.width * MM, page.height * MM, document.lang)
    _describe(ink, document)
    setter = Setter(style, lambda ref: _worded(ref, pages), frozenset(pages))
    furnisher = Furnisher(document, style, page, setter)
    for sheet in sheets:
        for y, slab in sheet.slabs:
            slab.paint(ink, y)
        furnisher.paint(ink, sheet.number, len(sheets))
        ink.end_page()
    _outline(ink, document, layout, dict(bands))
    return ink.finish()


def _describe(ink: Ink, document: Document) -> None:
    from reportlab.pdfbase.pdfdoc import PDFName

    meta, canvas = document.metadata, ink.canvas
    canvas.setTitle(meta.title)
    canvas.setAuthor(meta.author)
    canvas.setSubject(meta.subject)
    canvas.setKeywords(", ".join(meta.keywords))
    canvas.setCreator("briefing")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas._doc.Catalog.PageLayout = PDFName("SinglePage")  # noqa: SLF001


def _outline(ink: Ink, document: Document, layout: tuple[Section, ...], bands: dict[str, str]) -> None:
    """Title, then every section; the bands of the timeline under it."""
    ink.outline(document.metadata.title, "title", 0)
    for section in layout:
        if section.heading is None:
            continue
        ink.outline(section.heading.text, section.heading.anchor, 0)
        if section.code == "timeline":
            for table in section.blocks:
                rows = table.rows if isinstance(table, Table) else ()
                for row in rows:
                    if isinstance(row, Band) and row.anchor in bands:
                        ink.outline(bands[row.anchor], row.anchor, 1)


def _anchors(layout: tuple[Section, ...]) -> list[str]:
    """Every anchor that the layout has: only these are linked."""
    found: list[str] = []
    for section in layout:
        found += [section.heading.anchor] if section.heading else []
        for block in section.blocks:
            match block:
                case TitleBlock() | Strip() | Sides() | Paragraph():
                    found.append(block.anchor)
                case Table():
                    found += [row.anchor for row in block.rows]
                case _:
                    pass
    return [anchor for anchor in found if anchor]
