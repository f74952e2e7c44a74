"""What stands around the note in a Word file: header and footer, page size, settings, what the file says about itself."""

from __future__ import annotations

import struct
from datetime import datetime, time
from typing import Any

from docx.enum.section import WD_SECTION
from docx.shared import Mm

from briefing.document import Document, Furniture, Metadata, Voice
from briefing.render.docx import styles
from briefing.render.docx.estimate import LETTER, MM
from briefing.render.docx.ink import REGIONS, Pen
from briefing.render.docx.xml import Element, w
from briefing.render.safe import printable
from briefing.style import Page

MARKING_HALF = 12.0  # millimetres that a marking takes to the left of the middle
LOGO_HEIGHT = 9.0  # millimetres
HEADER_LENGTH = 80  # characters of the title in the header: one line beside the marking
WORD_2013 = "15"  # the newest compatibility mode there is; less opens as "Compatibility Mode"


def set_page(section: Any, page: Page) -> None:
    section.start_type = WD_SECTION.NEW_PAGE
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.left_margin = section.right_margin = Mm(page.side)
    section.top_margin, section.bottom_margin = Mm(page.top + 3), Mm(page.bottom - 4)
    section.header_distance, section.footer_distance = Mm(page.top - 4), Mm(page.footer - 3)
    section.different_first_page_header_footer = True


def fill_running(section: Any, document: Document, pens: dict[str, Pen]) -> None:
    """Header and footer of the first page and of the others; `pens` write into the four parts."""
    furniture = document.furniture
    _only(section.first_page_header, _first_header(furniture, pens["first_page_header"]))
    _only(section.header, _header(furniture, document.metadata, pens["header"]))
    width = pens["footer"].style.page(document.paper).text
    _only(section.first_page_footer, *_footer(furniture, pens["first_page_footer"], width))
    _only(section.footer, *_footer(furniture, pens["footer"], width))


def _only(running: Any, *paragraphs: Element) -> None:
    """Make `paragraphs` the only ones of a header or footer."""
    for old in list(running._element):  # noqa: SLF001 - python-docx has no way to empty a header
        running._element.remove(old)  # noqa: SLF001
    running._element.extend(paragraphs)  # noqa: SLF001


def _first_header(furniture: Furniture, pen: Pen) -> Element:
    logo = [_logo(pen)] if pen.style.logo is not None else []
    return pen.block(styles.ident(styles.FIRST_HEADER), *logo, _tab(), pen.run(furniture.marking, styles.HANDLING))


def _logo(pen: Pen) -> Element:
    """The house's logo at the head of page 1, `LOGO_HEIGHT` high."""
    png = pen.style.logo.read_bytes()  # type: ignore[union-attr]
    wide, high = struct.unpack(">II", png[16:24])
    return pen.picture(png, LOGO_HEIGHT * wide / high, LOGO_HEIGHT, f"{pen.style.name} logo")


def _header(furniture: Furniture, metadata: Metadata, pen: Pen) -> Element:
    """The note's title as a field, so that it follows the title of the file; the marking at the right."""
    title = printable(furniture.header.text)
    voice = styles.voice_style(source=furniture.header.voice is Voice.SOURCE, strong=False, quiet=True)
    if title == printable(metadata.title) and len(title) <= HEADER_LENGTH:
        words = pen.field("TITLE", title, voice)
    else:
        words = pen.run(shortened(title, HEADER_LENGTH), voice, furniture.header.lang)
    return pen.block(styles.ident(styles.HEADER), words, _tab(), pen.run(furniture.marking, styles.HANDLING))


def shortened(words: str, length: int) -> str:
    """`words` up to `length` characters, cut between words, with " …" where something is left out."""
    if len(words) <= length:
        return words
    cut = words[:length].rsplit(" ", 1)[0] if " " in words[:length] else words[:length]
    return cut.rstrip(" ,;:") + " …"


def _footer(furniture: Furniture, pen: Pen, width: float) -> list[Element]:
    """As of and built at the left, marking in the middle, page at the right; a TLP label changes places with the page.
    Words that would reach the middle of the text's `width` (millimetres) stand on a line of their own."""
    marking, page = [pen.run(furniture.marking, styles.HANDLING)], _page_number(furniture.page, pen)
    middle, right = (page, marking) if furniture.tlp else (marking, page)
    words, rest = pen.run(furniture.footer, ""), [_tab(), *middle, _tab(), *right]
    name = styles.ident(styles.FOOTER)
    long = len(furniture.footer) * pen.style.types.running.size * LETTER / MM
    if long < width / 2 - MARKING_HALF:
        return [pen.block(name, words, *rest)]
    return [pen.block(name, words), pen.block(name, *rest)]


def _page_number(template: str, pen: Pen) -> list[Element]:
    """The words of `template`, "Page {page} of {pages}", with fields for the two numbers."""
    before, _, rest = template.partition("{page}")
    between, found, after = rest.partition("{pages}")
    voice = styles.voice_style(source=False, strong=True, quiet=False)
    ink = [pen.run(before, voice), pen.field("PAGE", "1", voice), pen.run(between, voice)]
    return [*ink, pen.field("NUMPAGES", "1", voice), pen.run(after, voice)] if found else ink


def _tab() -> Element:
    return w("r", w("tab"))


# --------------------------------------------------------------------------- the file


def settings(lang: str) -> list[Element]:
    """What `settings.xml` holds: today's compatibility mode, the languages, no automatic hyphenation."""
    uri = "http://schemas.microsoft.com/office/word"
    region = REGIONS.get(lang, lang)
    return [
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("autoHyphenation", val=0),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", w("compatSetting", name="compatibilityMode", uri=uri, val=WORD_2013)),
        w("themeFontLang", val=region),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    ]


def describe(core: Any, metadata: Metadata, lang: str) -> None:
    """The core properties: title, author, subject, keywords, language, and the build date as only time."""
    core.title, core.author = _short(metadata.title), _short(metadata.author)
    core.subject, core.keywords = _short(metadata.subject), _short(", ".join(metadata.keywords))
    core.language, core.comments, core.last_modified_by = lang, "", _short(metadata.author)
    core.created = core.modified = datetime.combine(metadata.built, time())
    core.revision = 1


def _short(words: str) -> str:
    """Core properties hold at most 255 characters."""
    return printable(words)[:255]
