"""All parts of the Word edition put together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from briefing.document import Document, TitleBlock
from briefing.render.direction import mirrored
from briefing.render.docx.blocks import section_elements
from briefing.render.docx.estimate import filled
from briefing.render.docx.furniture import describe, fill_running, set_page, settings
from briefing.render.docx.ink import REGIONS, Bookmarks, Pen
from briefing.render.docx.package import new_package, package_bytes
from briefing.render.docx.styles import all_styles
from briefing.render.docx.xml import Element, W
from briefing.render.pdf.note import layout_on_paper, title_on_paper
from briefing.style import Style

RUNNING = ("first_page_header", "header", "first_page_footer", "footer")


def build(document: Document, style: Style) -> bytes:
    """The finished file."""
    word = new_package(style.reference)
    _set_styles(word, style, document)
    drawings, bookmarks, turned = count(1), Bookmarks(), mirrored(document)
    section, pens = word.sections[0], {}
    for name in RUNNING:
        running = getattr(section, name)
        running.is_linked_to_previous = False
        pens[name] = Pen(running.part, style, document.lang, bookmarks, drawings, mirrored=turned)
    set_page(section, style.page(document.paper))
    fill_running(section, document, pens)
    end = word.element.body[-1]
    for element in _body(document, Pen(word.part, style, document.lang, bookmarks, drawings, mirrored=turned)):
        end.addprevious(element)
    _replace(word.settings.element, settings(document.lang))
    describe(word.core_properties, document.metadata, document.lang)
    return package_bytes(word)


def _body(document: Document, pen: Pen) -> Iterator[Element]:
    """All sections; the key to reading behind the last that belongs on page 1, as in print."""
    sections = layout_on_paper(document, pen.style)
    block = next((b for section in sections for b in section.blocks if isinstance(b, TitleBlock)), None)
    if block is not None:
        pen.title, pen.long_title = title_on_paper(block, document, pen.style)
    front = [section for section in sections if section.code in document.front]
    full = filled(front, pen.style, document.paper)
    for section in sections:
        new_page = section.breaks_after is not None and full >= section.breaks_after
        yield from section_elements(section, pen, document.paper, new_page=new_page)
        if front and section is front[-1]:
            yield from (pen.paragraph(paragraph) for paragraph in document.key)


def _set_styles(word: Any, style: Style, document: Document) -> None:
    """Our named styles; those that a reference.docx brings under the same name stay as they are there."""
    sheet = word.styles.element
    made = all_styles(style, REGIONS.get(document.lang, document.lang), document.paper, mirrored=mirrored(document))
    if style.reference is None:
        _replace(sheet, made)
        return
    key = f"{{{W}}}styleId"
    known = {element.get(key) for element in sheet}
    sheet.extend(element for element in made[1:] if element.get(key) not in known)


def _replace(parent: Any, children: list[Any]) -> None:
    for old in list(parent):
        parent.remove(old)
    parent.extend(children)
