"""The Word edition, read back from the finished file."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree
from PIL import Image

from briefing.document import Heading, Paragraph, Role, Section, Text, Voice
from briefing.render.docx import write
from briefing.style import in_grey, in_large_print, load_style
from tests.render.sample import CALM, CUT_OFF, FERRIES, FOUNDED, HARBOUR, SOURCES, TITLE, note, said, sections

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STYLE = load_style()


@pytest.fixture(scope="module")
def finished() -> bytes:
    return write(note(), STYLE)


def part(file: bytes, name: str = "word/document.xml"):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(file)).read(name))


def words(element) -> str:
    """The words of a paragraph or row, no-break spaces as spaces."""
    return "".join(t.text or "" for t in element.iter(f"{W}t")).replace("\N{NO-BREAK SPACE}", " ")


def paragraphs(file: bytes) -> list[str]:
    return [text for p in part(file).iter(f"{W}p") if (text := words(p).strip())]


def source_runs(file: bytes) -> list[str]:
    """The words of all runs that a source speaks: by their character style, else by that of their paragraph."""
    spoken = []
    for p in part(file).iter(f"{W}p"):
        style = p.find(f"{W}pPr/{W}pStyle")
        of_source = style is not None and style.get(f"{W}val").startswith(("Source", "Title"))
        of_source = of_source and not style.get(f"{W}val").startswith("SourceDetail")
        for run in p.iter(f"{W}r"):
            voice = run.find(f"{W}rPr/{W}rStyle")
            name = "" if voice is None else voice.get(f"{W}val")
            if name.startswith("SourceWords") or (of_source and not name):
                spoken.append(words(run).strip())
    return [text for text in spoken if text]


def test_every_run_of_a_source_is_verbatim(finished):
    """What stands in a source's voice is a part of the file, to the letter."""
    spoken = source_runs(finished)
    assert {TITLE, HARBOUR, FERRIES, FOUNDED, CALM, CUT_OFF} <= set(spoken)
    assert [text for text in spoken if text not in SOURCES and text != "Serif type"] == []


def test_sections_stand_in_the_order_of_the_note_with_the_key_behind_the_front(finished):
    """The same order as in print."""
    headings = [
        words(p)
        for p in part(finished).iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle") is not None and p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Heading1"
    ]
    assert headings == [section.heading.text for section in sections() if section.heading]
    texts = paragraphs(finished)
    assert texts.index("How to read. Serif type: the sources’ own words.") + 2 == texts.index("Timeline in full")


def test_a_citation_leads_to_its_source_and_the_source_back_to_its_items(finished):
    """Every link inside the file has its bookmark, and each bookmark stands once."""
    body = part(finished)
    names = [b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")]
    ids = [b.get(f"{W}id") for b in body.iter(f"{W}bookmarkStart")]
    targets = {h.get(f"{W}anchor") for h in body.iter(f"{W}hyperlink")} - {None}
    assert len(names) == len(set(names)) == len(set(ids))
    assert {"b_source_1", "b_item_2", "b_gaps"} <= targets <= set(names)
    assert all(re.fullmatch(r"\w{1,40}", name, flags=re.ASCII) for name in names)
    row = next(r for r in body.iter(f"{W}tr") if r.find(f".//{W}bookmarkStart[@{W}name='b_source_1']") is not None)
    assert TITLE in words(row)


def test_a_citation_is_bound_to_the_word_before_it(finished):
    """No citation begins a line."""
    for p in part(finished).iter(f"{W}p"):
        text = "".join(t.text for t in p.iter(f"{W}t"))
        assert re.search(r"[^\N{NO-BREAK SPACE}\]]\[\d+\]", text.removeprefix("[1]").replace("source [1]", "")) is None


def test_only_named_styles(finished):
    """No run and no paragraph carries a look of its own, and every style that is named is there."""
    body, sheet = part(finished), part(finished, "word/styles.xml")
    known = {s.get(f"{W}styleId") for s in sheet.iter(f"{W}style")}
    used = {e.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for e in body.iter(f"{W}{tag}")}
    assert used <= known
    assert {e.tag for r in body.iter(f"{W}rPr") for e in r} <= {f"{W}{t}" for t in ("rStyle", "lang", "rtl")}
    assert {e.tag for p in body.iter(f"{W}pPr") for e in p} <= {
        f"{W}{t}" for t in ("pStyle", "bidi", "pageBreakBefore")
    }
    named = {s.find(f"{W}name").get(f"{W}val") for s in sheet.iter(f"{W}style")}
    assert named >= {"Title", "heading 1", "heading 2", "Source Text", "Source Text Small", "Tool Note", "Date"}
    assert named >= {"Date Basis", "Warning Strip", "Citation"}


def test_tables_repeat_their_header_and_split_no_row(finished):
    """Header rows repeat on each page; a row stays whole; widths add up to the text's."""
    tables = list(part(finished).iter(f"{W}tbl"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for table in tables for row in table.iter(f"{W}tr"))
    headers = [words(row) for t in tables for row in t.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert headers[:3] == ["No.Date and its basisWhat the source says", "Background", "Period covered"]
    assert headers[-1] == "ExpressionAnchorRuleResultUnitItem"
    bands = [p for t in tables for p in t.iter(f"{W}pStyle") if p.get(f"{W}val") == "Heading2"]
    assert len(bands) == len(headers) - 2  # every band begins a table of its own, so that Word repeats it
    for table in tables:
        grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        assert sum(grid) == pytest.approx(STYLE.a4.text * 1440 / 25.4, abs=4)
        for row in table.iter(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc")]
            assert sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) == len(grid)


def test_pages_and_title_are_fields_and_the_marking_stands_on_every_page(finished):
    """PAGE, NUMPAGES and TITLE; the marking in both headers and both footers."""
    names = [n for n in zipfile.ZipFile(io.BytesIO(finished)).namelist() if re.match(r"word/(header|footer)\d", n)]
    running = [part(finished, name) for name in names]
    assert len(running) == 4
    assert all("OFFICIAL" in words(element) for element in running)
    fields = [f.get(f"{W}instr").strip() for element in running for f in element.iter(f"{W}fldSimple")]
    assert sorted(fields) == ["NUMPAGES", "NUMPAGES", "PAGE", "PAGE", "TITLE"]
    assert sum("Page 1 of 1" in words(element) for element in running) == 2


def test_a_tlp_label_stands_at_the_right_of_the_footer():
    """A TLP label changes places with the page number."""
    made = note()
    file = write(replace(made, furniture=replace(made.furniture, marking="TLP:AMBER", tlp=True)), STYLE)
    footers = [words(part(file, n)) for n in zipfile.ZipFile(io.BytesIO(file)).namelist() if "word/footer" in n]
    assert all(text.endswith("Page 1 of 1TLP:AMBER") for text in footers)


def test_every_picture_says_in_words_what_it_shows(finished):
    """Marks and the drawing carry alternative text, and ids that are theirs alone."""
    pictures = [e for e in part(finished).iter() if e.tag.endswith("}docPr")]
    assert {"stated", "resolved", "may differ"} < {picture.get("descr") for picture in pictures}
    assert sum(picture.get("descr").startswith("Timeline: ") for picture in pictures) == 1
    assert len({picture.get("id") for picture in pictures}) == len(pictures) > 6


def test_the_file_says_what_it_is(finished):
    """Title, author, subject, keywords, language, and the build date instead of a clock."""
    core = docx.Document(io.BytesIO(finished)).core_properties
    assert (core.title, core.author, core.subject) == (TITLE, "Briefing unit", "Briefing note, as of 12 March 2024")
    assert (core.keywords, core.language) == ("Lindmark Post", "en")
    assert core.created.isoformat().startswith("2024-04-01")
    sheet = part(finished, "word/styles.xml")
    assert sheet.find(f"{W}docDefaults//{W}lang").get(f"{W}val") == "en-GB"


def test_the_same_note_gives_the_same_bytes(finished):
    """Nothing of the day or the machine gets into the file."""
    assert write(note(), STYLE) == finished
    archive = zipfile.ZipFile(io.BytesIO(finished))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not [name for name in archive.namelist() if "thumbnail" in name or "customXml" in name]


def test_children_stand_in_the_order_that_the_standard_asks_for(finished):
    """Word calls a file damaged whose properties stand in another order than the schema's sequence (ECMA-376)."""
    order = {
        "pPr": "pStyle keepNext keepLines pageBreakBefore pBdr shd tabs bidi spacing ind jc outlineLvl",
        "rPr": "rStyle rFonts b bCs color spacing position sz szCs u rtl lang",
        "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblDescription",
        "trPr": "cantSplit tblHeader",
        "tcPr": "tcW gridSpan tcBorders",
        "style": "name basedOn next qFormat pPr rPr tblPr tblStylePr",
    }
    for name in ("word/document.xml", "word/styles.xml"):
        for tag, sequence in order.items():
            places = sequence.split()
            for element in part(finished, name).iter(f"{W}{tag}"):
                found = [places.index(etree.QName(child).localname) for child in element]
                assert found == sorted(found), (tag, [etree.QName(child).localname for child in element])


HOSTILE = [
    "a\x00b\x07c",
    "half \ud83d of a pair",
    "not \uffff a character",
    "turned \u202e round",
    "<w:p>&amp;<b>bold</b> {{ 7*7 }}",
    '=HYPERLINK("http://x")',
    "x" * 10_000,
    "line\nend\r\nand\ttab",
    "]]><!--",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text):
    """Markup, control characters, broken characters, overrides: literal words or left out, in every place."""
    paragraph = Paragraph((Text(text, Voice.SOURCE), Text(text)), Role.ENTRY, anchor=text)
    made = note((Section("timeline", Heading(text, "timeline"), (paragraph,)),))
    made = replace(
        made,
        furniture=replace(made.furniture, header=said(text), footer=text, marking=text),
        metadata=replace(made.metadata, title=text, author=text, subject=text, keywords=(text,)),
    )
    file = write(made, STYLE)
    opened = docx.Document(io.BytesIO(file))
    plain = "".join(c for c in text.replace("\r\n", "\n") if c.isprintable() or c == "\n").replace("\n", " ")
    letters = [word for word in re.findall(r"\w+", plain) if word.isascii()]
    found = opened.paragraphs[0].text
    assert [w for w in letters if w not in found and w not in ("andtab", "endand")] == []
    assert not re.search("[\x00-\x08\u202e\ud800-\udfff]", "".join(p.text for p in opened.paragraphs))


def test_a_word_in_another_script_has_its_own_language():
    """Russian is marked as Russian, Arabic as right to left."""
    runs = (said("Москва", lang="ru"), said("القاهرة", lang="ar"), said("東京", lang="ja"))
    arabic = Paragraph((said("القاهرة"),), Role.ENTRY, lang="ar")
    body = part(write(note((Section("x", None, (Paragraph(runs, Role.ENTRY), arabic)),)), STYLE))
    languages = [dict(e.attrib) for e in body.iter(f"{W}lang")]
    assert {f"{W}val": "ru"} in languages
    assert {f"{W}bidi": "ar-SA"} in languages
    assert {f"{W}eastAsia": "ja-JP"} in languages
    assert len(list(body.iter(f"{W}bidi"))) == 1
    assert len(list(body.iter(f"{W}rtl"))) == 2


def test_a_sentence_from_the_right_is_a_paragraph_from_the_right_with_runs_of_one_direction():
    """Whatever language it is said to be in; Latin words and numbers in it stay as they are."""
    body = part(write(note((Section("x", None, (Paragraph((said("הנמל Ferry נסגר 12"),), Role.ENTRY),)),)), STYLE))
    paragraph = next(p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}bidi") is not None)
    runs = [
        ("".join(t.text for t in run.iter(f"{W}t")), run.find(f"{W}rPr/{W}rtl") is not None)
        for run in paragraph.iter(f"{W}r")
    ]
    assert runs == [("הנמל ", True), ("Ferry", False), (" נסגר ", True), ("12", False)]


def test_a_note_from_the_right_has_its_tables_mirrored_and_its_lines_at_the_right_edge():
    """Each table's first column stands at the right; a note from the left says nothing of it."""
    usual, turned = (write(note(direction=way), STYLE) for way in ("ltr", "rtl"))
    tables = len(list(part(turned).iter(f"{W}tbl")))
    assert len(list(part(turned).iter(f"{W}bidiVisual"))) == tables > 5
    assert not list(part(usual).iter(f"{W}bidiVisual"))
    sides = [part(file, "word/styles.xml").find(f"{W}docDefaults//{W}jc") for file in (usual, turned)]
    assert sides[0] is None
    assert sides[1].get(f"{W}val") == "end"


def test_the_timeline_begins_a_new_page_only_when_page_1_is_well_filled():
    """With little on page 1 it flows on."""
    many = replace(glance := sections()[1], blocks=(replace(glance.blocks[0], rows=glance.blocks[0].rows * 12),))
    full = (sections()[0], many, *sections()[2:])
    breaks = [len(list(part(write(note(made), STYLE)).iter(f"{W}pageBreakBefore"))) for made in (sections(), full)]
    assert breaks == [0, 1]


def test_large_print_has_one_column_and_grey_no_colour():
    """The modes change looks only: the same words, in the same order."""
    plain = paragraphs(write(note(), STYLE))
    large = write(note(), in_large_print(STYLE))
    assert {len(list(t.iter(f"{W}gridCol"))) for t in part(large).iter(f"{W}tbl")} == {1, 2}  # a number beside
    assert "Rule: latest such day up to anchor" in paragraphs(large)
    assert set(plain) - set(paragraphs(large)) <= {
        *(
            "No.",
            "Date and its basis",
            "What the source says",
            "Expression",
            "Anchor",
            "Rule",
            "Result",
            "Unit",
            "Item",
        ),
        *("published Tue 12 Mar 2024", "latest such day up to anchor", "day", "Mon 11 Mar 2024", "2", "“Monday” [1]"),
    }
    grey = write(note(), in_grey(STYLE))
    colours = {e.get(f"{W}val") for e in part(grey, "word/styles.xml").iter(f"{W}color")}
    assert colours == {"000000"}
    assert paragraphs(grey) == plain


def test_a_reference_file_lends_its_styles_and_nothing_else(tmp_path):
    """A house's own reference.docx wins over the tokens, and brings no word of its own."""
    lent = docx.Document()
    lent.add_paragraph("Words of the reference that nobody wants")
    lent.styles["Heading 1"].font.name = "Comic Neue"
    lent.save(tmp_path / "reference.docx")
    file = write(note(), replace(STYLE, reference=tmp_path / "reference.docx"))
    assert "nobody wants" not in " ".join(paragraphs(file))
    opened = docx.Document(io.BytesIO(file))
    assert opened.styles["Heading 1"].font.name == "Comic Neue"
    assert opened.styles["Source Text"].font.name == "Cambria"


@pytest.mark.parametrize(
    ("count", "style", "whole"), [(4, "Title", True), (30, "TitleLong", True), (400, "TitleLong", False)]
)
def test_a_long_title_is_set_smaller_and_at_last_cut_as_in_print(count, style, whole):
    """Over three lines in smaller letters; over five cut with […], whole in Sources."""
    title = " ".join(["Harbour"] * count)
    first = sections()[0]
    made = replace(first, blocks=(replace(first.blocks[0], title=said(title)),))
    p = next(p for p in part(write(note((made,)), STYLE)).iter(f"{W}p") if words(p).startswith("Harbour"))
    assert p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == style
    assert (words(p) == title) is whole
    assert whole or words(p).endswith("Harbour […]")


def test_a_logo_stands_at_the_head_of_page_1_in_its_own_shape(tmp_path):
    """9 mm high, as wide as its picture asks for, and on the first page only."""
    Image.new("RGB", (300, 100), "#14532D").save(tmp_path / "logo.png")
    file = write(note(), replace(STYLE, logo=tmp_path / "logo.png"))
    names = [name for name in zipfile.ZipFile(io.BytesIO(file)).namelist() if "word/header" in name]
    extents = [e for name in names for e in part(file, name).iter() if e.tag.endswith("}extent")]
    assert [(int(e.get("cx")), int(e.get("cy"))) for e in extents] == [(27 * 36000, 9 * 36000)]


@pytest.mark.browser
def test_libreoffice_opens_it_with_the_same_words_in_the_same_order(finished, tmp_path):
    """Every paragraph is found on the pages, one after the other."""
    (tmp_path / "note.docx").write_bytes(finished)
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", tmp_path, tmp_path / "note.docx"], check=True, timeout=120, capture_output=True
    )
    import pypdfium2

    pages = pypdfium2.PdfDocument(tmp_path / "note.pdf")
    shown = re.sub(r"\s+", "", "".join(page.get_textpage().get_text_range() for page in pages))
    body = [p for p in paragraphs(finished) if len(p) > 20]
    at = 0
    for text in body:
        at = shown.find(re.sub(r"\s+", "", text), at)
        assert at >= 0, text
    assert "Page1of2" in shown
