"""All editions of a note hold the same words in the same order: compared on the finished files."""

import io
import re
import zipfile
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.document import Document, Drawing, Ref, Text
from briefing.render.writer import render
from briefing.style import load_style
from tests.render.results import result
from tests.render.sample import note

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLE = load_style()
PLACE = "thereabouts"


def placed(thing):
    """The document with all its places worded alike: pages on paper and sections in Word differ on purpose."""
    if isinstance(thing, Ref):
        return replace(thing, page=PLACE, place=PLACE, here="")
    if isinstance(thing, tuple):
        return tuple(placed(one) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{f.name: placed(getattr(thing, f.name)) for f in fields(thing) if f.init})
    return thing


def composed(**options) -> Document:
    made = result()
    given = {"built": date(2024, 4, 1), "prepared_for": "Harbour desk", "marking": "OFFICIAL"} | options
    return compose(made.timeline, made.dated, made.problems, NoteOptions(**given))


def word_paragraphs(file: bytes) -> list[str]:
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml"))
    key = f"{W}pPr/{W}pStyle[@{W}val='ReadingKey']"  # stands at the foot of page 1 in print, whatever page 1 holds
    lines = (
        "".join(t.text if t.tag == f"{W}t" else " " for t in p.iter(f"{W}t", f"{W}tab"))
        for p in body.iter(f"{W}p")
        if p.find(key) is None
    )
    return [line for line in lines if line.strip()]


def pdf_text(file: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file))


def squeezed(text: str) -> str:
    """Letters only: line breaks, no-break spaces and hyphens at line ends are the edition's own."""
    return re.sub(r"[\s\xa0\u00ad\u2011\ufffe-]+", "", text)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def only_printed(block) -> list[str]:
    """Words of a block that Word shows in a picture."""
    if isinstance(block, Drawing):
        cells = [word for cell in block.axis.cells for word in (cell.label, cell.under)]
        return [*(row.words for row in block.rows), block.axis.as_of, block.axis.ahead_word, *cells]
    return []


def of_seeds(**options) -> Document:
    made = pipeline.build([Path(__file__).parents[2] / "seeds"])
    return compose(made.timeline, made.dated, made.problems, NoteOptions(date(2026, 11, 21), **options))


NOTES = {
    "seeds": of_seeds,
    "seeds-one-page": lambda: of_seeds(edition="one-page", lang="fr"),
    "sample": note,
    "composed": composed,
    "large": lambda: composed(edition="large-print"),
    "letter": lambda: composed(paper="letter", lang="de"),
}


@pytest.mark.parametrize("name", NOTES)
def test_word_and_print_say_the_same_in_the_same_order(name):
    """Every paragraph of the Word file follows in the PDF behind the one before it."""
    document = placed(NOTES[name]())
    printed = squeezed(pdf_text(render(document, STYLE, "pdf")))
    at = 0
    for paragraph in word_paragraphs(render(document, STYLE, "docx")):
        found = printed.find(squeezed(paragraph), at)
        assert found >= 0, paragraph
        at = found + len(squeezed(paragraph))


@pytest.mark.parametrize("name", NOTES)
def test_print_says_nothing_that_word_does_not(name):
    """What only the PDF prints are the pages' headers and footers, repeated rows, and the words in the drawing."""
    document = placed(NOTES[name]())
    printed = words(pdf_text(render(document, STYLE, "pdf")))
    typed = words("\n".join(word_paragraphs(render(document, STYLE, "docx"))))
    drawn = " ".join(word for section in document.sections for block in section.blocks for word in only_printed(block))
    furniture = document.furniture
    key = " ".join(inline.text for p in document.key for inline in p.inlines if isinstance(inline, Text))
    allowed = words(f"{drawn} {key} {furniture.header.text} {furniture.footer} {furniture.marking} {PLACE} 1")
    once = set(printed - typed) - set(allowed) - set(words(furniture.page)) - {str(n) for n in range(10)}
    assert once <= set(typed) | {"continued", "Fortsetzung"}  # a header row that is repeated holds words of the note
