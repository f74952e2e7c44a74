"""PDF files, made here: paragraphs over lines, columns and pages; and files that are broken on purpose."""

import io
import time

import pytest
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from briefing.errors import UnreadableFile
from briefing.model import BlockKind
from briefing.sources import pdf
from briefing.sources.reader import Fit, Given, Limits

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12, alignment=TA_JUSTIFY)
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=18, leading=22)


def sentence(n):
    return (
        f"Report {n} says that the harbour authority of Lindvik closed the northern pier, because divers had found cracks in "
        f"some of its pillars, and that ferries to the outer islands leave from the fish market, as well-known pilot {n} told us."
    )


def made(paragraphs, columns=1, space=6, indent=0, **options):
    """A PDF with running header and footer."""
    out = io.BytesIO()
    width, height = A4
    column = (width - 100 - 20 * (columns - 1)) / columns

    def edges(canvas, document):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(50, height - 30, "Lindvik Courier")
        canvas.drawCentredString(width / 2, 25, f"Page {document.page}")

    document = BaseDocTemplate(out, pagesize=A4, title="pier.indd", **options)
    frames = [Frame(50 + n * (column + 20), 50, column, height - 110) for n in range(columns)]
    document.addPageTemplates(PageTemplate(frames=frames, onPage=edges))
    style = ParagraphStyle("p", parent=BODY, spaceAfter=space, firstLineIndent=indent)
    document.build([Paragraph("Northern pier closed for repairs", TITLE), *(Paragraph(p, style) for p in paragraphs)])
    return out.getvalue()


def read(data, **limits):
    (article,) = pdf.READER.read(Given(data, "a.pdf", Limits(**limits))).articles
    return article


def texts(article, kind):
    return [b.span.of(article.text) for b in article.blocks if b.kind is kind]


@pytest.mark.parametrize(("columns", "space", "indent"), [(1, 6, 0), (1, 0, 12), (2, 6, 0), (2, 0, 10)])
def test_paragraphs_come_back_whole(columns, space, indent):
    """Lines are joined, columns and pages followed, header and footer lifted out, whether paragraphs are set off by space or indent."""
    wanted = [sentence(n) for n in range(40)]
    article = read(made(wanted, columns, space, indent))
    assert texts(article, BlockKind.OTHER) == wanted
    assert texts(article, BlockKind.HEADLINE) == ["Northern pier closed for repairs"]
    assert {"Lindvik Courier", "Page 1", "Page 2"} <= set(texts(article, BlockKind.REPEATED))
    assert article.title.value == "Northern pier closed for repairs"


def test_blocks_know_their_page():
    """Every block has the page it begins on, from 1, in order."""
    article = read(made([sentence(n) for n in range(40)]))
    pages = [b.page for b in article.blocks if b.kind is BlockKind.OTHER]
    assert pages == sorted(pages)
    assert set(pages) == {1, 2, 3}


def test_a_word_cut_at_the_line_end_is_joined_as_the_document_writes_it():
    """Nego- tiation is one word; well- known keeps the hyphen that it has elsewhere."""
    canvas_file = io.BytesIO()
    canvas = Canvas(canvas_file)
    lines = [
        "The well-known harbour master began a nego-",
        "tiation with the ferry company, as a well-",
        "known pilot said on Monday in the town.",
    ]
    for n, line in enumerate(lines):
        canvas.drawString(50, 700 - 12 * n, line)
    canvas.save()
    assert read(canvas_file.getvalue()).text == (
        "The well-known harbour master began a negotiation with the ferry company, as a well-known pilot said on Monday in the town."
    )


def test_what_stands_at_the_edges_of_pages():
    """A browser's print gives the address and the time of printing, which dates nothing; a paper prints its day."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for page in (1, 2):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(30, 820, "11/23/26, 3:09 AM Pier closed")
        canvas.drawString(30, 20, f"https://courier.example/pier {page}/2")
        canvas.setFont("Helvetica", 12)
        for n, line in enumerate(
            [
                "By Ann Lee",
                "10 January 2022",
                "The harbour authority of Lindvik said on Monday that it",
                "would close the northern pier for repairs.",
            ]
        ):
            canvas.drawString(50, 700 - 14 * n, line)
        canvas.showPage()
    canvas.save()
    article = read(out.getvalue())
    assert article.url == "https://courier.example/pier"
    assert [(c.kind, c.value) for c in article.clues[:2]] == [
        ("crawl", "11/23/26, 3:09 AM Pier closed"),
        ("url", "https://courier.example/pier"),
    ]
    assert texts(article, BlockKind.OTHER)[:3] == [
        "By Ann Lee",
        "10 January 2022",
        "The harbour authority of Lindvik said on Monday that it would close the northern pier for repairs.",
    ]


def test_properties_are_clues_not_facts():
    """Creation and change are passed on unjudged; a file name is no title."""
    article = read(made([sentence(1)]))
    assert [clue.kind for clue in article.clues] == ["pdf:created", "pdf:modified"]
    assert "pier.indd" not in (article.title.value, *article.title.others)


def refused(data, **limits):
    start = time.process_time()
    with pytest.raises(UnreadableFile) as caught:
        read(data, **limits)
    assert time.process_time() - start < 3
    return caught.value.code


def test_password():
    """A locked file is named as locked."""
    assert refused(made([sentence(1)], encrypt=StandardEncryption("secret", strength=128))) == "pdf-password"


def test_picture_of_text():
    """A scan holds no text, and says so."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(3):
        canvas.rect(10, 10, 500, 700, fill=1)
        canvas.showPage()
    canvas.save()
    assert refused(out.getvalue()) == "pdf-no-text"


@pytest.mark.parametrize("keep", [20, 200, 900])
def test_truncated(keep):
    """A file cut off is refused or read, never a traceback."""
    assert refused(made([sentence(1)])[:keep]) in {"pdf-broken", "pdf-no-text"}


LOOP = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\n"
    b"trailer<</Root 1 0 R/Size 3>>\n%%EOF"
)


@pytest.mark.parametrize(
    "data", [LOOP, b"%PDF-1.7\n" + b"\x00" * 1000, b"%PDF-1.4\ntrailer<</Root 1 0 R/Prev 0>>\nstartxref\n9\n%%EOF"]
)
def test_looping_and_empty(data):
    """A page tree that holds itself, a cross reference that points at itself: refused in bounded time."""
    assert refused(data) in {"pdf-broken", "pdf-no-text", "too-many-pages"}


def test_text_limit():
    """The limit of text is kept."""
    assert refused(made([sentence(n) for n in range(20)]), text_chars=1000) in {"too-long", "pdf-no-text"}


def test_content_decides():
    """A PDF is known by its signature, under any name."""
    assert pdf.READER.fits(b"%PDF-1.7\n", ".txt") is Fit.SURE
    assert pdf.READER.fits(b"hello", ".pdf") is Fit.NO
