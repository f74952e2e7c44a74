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
    Text,
    TitleBlock,
)
from briefing.render.direction import mirrored
from briefing.render.pdf.blocks import section_slabs, set_title
from briefing.render.pdf.furniture import Furnisher
from briefing.render.pdf.ink import Ink
from briefing.render.pdf.lines import Setter
from briefing.render.pdf.pages import Sheet, front_height, paginate
from briefing.render.pdf.slabs import Slab, Workshop
from briefing.render.pdf.tables import MM
from briefing.style import Style

ROUNDS = 4  # of wording places and setting lines anew; two nearly always do


def build(document: Document, style: Style) -> bytes:
    """The finished file."""
    press = Press(document, style)
    layout = press.fitting()
    for _ in range(ROUNDS):
        sheets = press.pages_of(layout)
        if press.settle(sheets):
            break
        layout = press.fitting()
    return _painted(press, layout, sheets)


def layout_on_paper(document: Document, style: Style) -> tuple[Section, ...]:
    """The layout that print takes: the first whose front fits page 1. Word takes the same, so that both say the same."""
    return Press(document, style).fitting()


def title_on_paper(block: TitleBlock, document: Document, style: Style) -> tuple[Paragraph, bool]:
    """The title as print words it, and whether it is so long that its letters are smaller."""
    text = set_title(block, Press(document, style).shop)
    return text.paragraph, text.kind == style.types.title_long


class Press:
    """Sets the document in a style. `pages` are those of the anchors, as far as known; `worded` how each place was set."""

    def __init__(self, document: Document, style: Style) -> None:
        self.document, self.style = document, style
        self.page = style.page(document.paper)
        self.pages: dict[str, int] = {}
        self.worded: dict[Ref, str] = {}
        self.setter = Setter(style, self.place, document.furniture.unset, mirrored(document))
        self.shop = Workshop(self.setter, self.page.side * MM, self.page.text * MM, document.paper)

    def place(self, ref: Ref) -> str:
        self.worded[ref] = self._wording(ref)
        return self.worded[ref]

    def _wording(self, ref: Ref) -> str:
        """The page of the target, or that it stands on page 1 too; as long as nothing is known, a page of one digit."""
        number = self.pages.get(ref.target, 1 if ref.here else 3)
        return ref.here if ref.here and number == 1 else ref.page.replace("{page}", str(number))

    @property
    def furnisher(self) -> Furnisher:
        return Furnisher(self.document, self.page, self.shop)

    def fitting(self) -> tuple[Section, ...]:
        """The first layout whose front fits page 1. Large print promises no number of pages, and takes the fullest."""
        *ranked, last = self.document.layouts
        if self.style.stacked:
            return self.document.layouts[0]
        room = self.furnisher.room(1)
        return next((layout for layout in ranked if front_height(self._front(layout)) <= room), last)

    def _front(self, layout: tuple[Section, ...]) -> list[Slab]:
        front = (section for section in layout if section.code in self.document.front)
        return [slab for section in front for slab in section_slabs(section, self.shop, front=True)]

    def pages_of(self, layout: tuple[Section, ...]) -> list[Sheet]:
        self.worded.clear()
        rest = (section for section in layout if section.code not in self.document.front)
        slabs = [slab for section in rest for slab in section_slabs(section, self.shop, front=False)]
        return paginate(self._front(layout) + slabs, self.furnisher.frame)

    def settle(self, sheets: list[Sheet]) -> bool:
        """Take the pages of all anchors from these sheets; whether every place was worded right already."""
        self.pages = {anchor: sheet.number for sheet in sheets for _, slab in sheet.slabs for anchor in slab.anchors}
        return all(words == self._wording(ref) for ref, words in self.worded.items())


def _painted(press: Press, layout: tuple[Section, ...], sheets: list[Sheet]) -> bytes:
    document, page = press.document, press.page
    anchors = frozenset(press.pages) & frozenset(_anchors(layout))
    size = page.width * MM, page.height * MM
    ink = Ink(press.style, *size, document.lang, anchors, mirrored=press.setter.mirrored)
    _describe(ink, document)
    furnisher = press.furnisher
    for sheet in sheets:
        for y, slab in sheet.slabs:
            slab.paint(ink, y)
        furnisher.paint(ink, sheet.number, len(sheets))
        ink.end_page()
    _outline(ink, document, layout)
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


def _outline(ink: Ink, document: Document, layout: tuple[Section, ...]) -> None:
    """Title, then every section; the bands of the timeline under it."""
    ink.outline(document.metadata.title, "title", 0)
    for section in layout:
        if section.heading is None:
            continue
        ink.outline(section.heading.text, section.heading.anchor, 0)
        tables = [block for block in section.blocks if isinstance(block, Table) and section.code == "timeline"]
        for row in (row for table in tables for row in table.rows):
            if isinstance(row, Band):
                ink.outline("".join(i.text for i in row.text if isinstance(i, Text)), row.anchor, 1)


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
