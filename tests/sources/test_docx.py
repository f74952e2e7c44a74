"""Word files, made here with python-docx and by hand."""

import io
import time
import zipfile

import docx
import pytest

from briefing.errors import UnreadableFile
from briefing.model import BlockKind
from briefing.sources import docx as reader
from briefing.sources.reader import Fit, Given, Limits

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(data, **limits):
    (article,) = reader.READER.read(Given(data, "a.docx", Limits(**limits))).articles
    return article


def blocks(article):
    return [(b.kind, b.span.of(article.text)) for b in article.blocks]


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, text in members.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return out.getvalue()


def body(inner):
    return f'<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'


def test_styles_tables_headers():
    """Paragraphs come in order with what their style says; the header is furniture."""
    document = docx.Document()
    document.core_properties.title = "Untitled draft"
    document.add_heading("Pier closed", 0)
    document.add_paragraph("By Ann Lee, 10 January 2022")
    document.add_paragraph("The authority closed the pier on Monday.")
    document.add_heading("What next", 1)
    document.add_paragraph("We would rather be late.", style="Intense Quote")
    document.add_paragraph("Ferries move.", style="List Bullet")
    document.add_table(1, 2).rows[0].cells[0].text = "In the table."
    document.sections[0].header.paragraphs[0].text = "Lindvik Courier"
    out = io.BytesIO()
    document.save(out)
    article = read(out.getvalue())
    assert blocks(article) == [
        (BlockKind.HEADLINE, "Pier closed"),
        (BlockKind.OTHER, "By Ann Lee, 10 January 2022"),
        (BlockKind.OTHER, "The authority closed the pier on Monday."),
        (BlockKind.HEADLINE, "What next"),
        (BlockKind.QUOTE, "We would rather be late."),
        (BlockKind.LIST, "Ferries move."),
        (BlockKind.OTHER, "In the table."),
        (BlockKind.REPEATED, "Lindvik Courier"),
    ]
    assert (article.title.value, article.title.basis) == ("Pier closed", "style-title")
    assert {clue.kind for clue in article.clues} == {"docx:created", "docx:modified"}


def test_footnotes_are_read():
    """Footnotes stand behind the text, marked as such."""
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote><w:p><w:r><w:t>Told by the pilot.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    article = read(
        zipped(word__document=body("<w:p><w:r><w:t>The pier closed.</w:t></w:r></w:p>"), word__footnotes=notes)
    )
    assert blocks(article)[-1] == (BlockKind.OTHER, "Told by the pilot.")
    assert article.blocks[-1].reason == "footnote"


def test_changes_and_fields():
    """Inserted words are in force, deleted words and field codes are not; a line break is one."""
    inner = (
        "<w:p><w:r><w:t>It closed </w:t></w:r><w:del><w:r><w:delText>on Sunday</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>on Monday.</w:t></w:r></w:ins><w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
        "<w:r><w:br/><w:t>A new</w:t><w:tab/><w:t>line.</w:t></w:r></w:p>"
    )
    assert read(zipped(word__document=body(inner))).text == "It closed on Monday.\nA new line."


def refused(data, **limits):
    start = time.process_time()
    with pytest.raises(UnreadableFile) as caught:
        read(data, **limits)
    assert time.process_time() - start < 3
    return caught.value.code


def test_zip_bomb():
    """Unpacking stops at the limit, whatever the archive declares."""
    data = zipped(word__document=body("<w:p><w:r><w:t>" + "a" * 5_000_000 + "</w:t></w:r></w:p>"))
    assert len(data) < 20_000
    assert refused(data, unpacked_bytes=1_000_000) == "zip-bomb"


def test_many_members():
    """An archive of thousands of parts is no Word file."""
    assert refused(zipped(**{f"word__x{n}": "" for n in range(6000)})) == "zip-too-many"


def test_billion_laughs():
    """Entities are never expanded."""
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + body("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")
    assert refused(zipped(word__document=laughs)) == "xml-entities"


def test_external_relations_are_not_followed(monkeypatch):
    """What a file names outside of itself stays there."""
    import socket

    monkeypatch.setattr(socket, "socket", lambda *a, **k: pytest.fail("a connection was opened"))
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="x/attachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/></Relationships>'
    )
    data = zipped(
        word__document=body("<w:p><w:r><w:t>The pier closed.</w:t></w:r></w:p>"),
        **{"word___rels__document.xml.rels": relations},
    )
    assert read(data).text == "The pier closed."


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04" + b"\x00" * 100, zipped(word__styles="<x/>"), zipped(word__document="no xml at all")]
)
def test_broken(data):
    """What is no Word file inside is refused by name."""
    assert refused(data) in {"docx-broken", "no-text"}


def test_deep_nesting():
    """Tables within tables a thousand deep cost nothing."""
    inner = "<w:tbl><w:tr><w:tc>" * 1000 + "<w:p><w:r><w:t>Deep.</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 1000
    start = time.process_time()
    try:
        assert read(zipped(word__document=body(inner))).text == "Deep."
    except UnreadableFile as error:
        assert error.code in {"docx-broken", "no-text"}  # noqa: PT017
    assert time.process_time() - start < 3


def test_old_or_locked():
    """Word 97 and files with a password are named as such."""
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600) == "word-old-or-locked"


def test_content_decides():
    """A zip with a word/ folder is a Word file, under any name."""
    head = zipped(word__document="<x/>")[:4096]
    assert reader.READER.fits(head, ".txt") is Fit.SURE
    assert reader.READER.fits(b"hello", ".docx") is Fit.NO


def test_paragraphs_left_open_are_judged_like_lines_of_text():
    """A Word file's plain paragraphs get the kinds that the same lines of a text would get; its styles stand."""
    from briefing.dates.publication import publication_date
    from briefing.sources.folder import make_articles, read_bytes

    document = docx.Document()
    for text in (
        "Northern pier closed for repairs",
        "By Ann Lee, 10 January 2022",
        "The harbour authority of Lindvik said on Monday that it would close the northern pier after divers found cracks.",
        "Ferries to the outer islands will leave from the fish market until the work on the pier is done, the authority said.",
        "The repairs of the northern pier are expected to take until the end of March, and to cost four million crowns.",
        "© 2024 Lindvik Courier. All rights reserved.",
    ):
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    (article,) = make_articles("a.docx", out.getvalue(), read_bytes("a.docx", out.getvalue(), Limits()))
    kinds = [block.kind for block in article.blocks]
    assert kinds[2:] == [BlockKind.BODY] * 3 + [BlockKind.COPYRIGHT]
    assert (article.title.value, article.language) == ("Northern pier closed for repairs", "en")
    assert [author.value for author in article.authors] == ["Ann Lee"]
    assert str(publication_date(article.clues, "en")[0].day) == "2022-01-10"
