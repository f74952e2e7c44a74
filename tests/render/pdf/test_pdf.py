"""The note on paper, read back from the finished file."""

import io
import re
from datetime import date
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.render.writer import render
from briefing.style import load_style
from tests.render.pdf.readback import letters, page_words, serif_passages, squeezed

SEEDS = Path(__file__).parents[3] / "seeds"
KEY = "Seriftype:"  # the key shows what serif looks like
BUILT = date(2026, 11, 21)
MODES = ({}, {"edition": "one-page"}, {"edition": "large-print"}, {"bw": True}, {"paper": "letter"})


@cache
def read(folder=SEEDS):
    return pipeline.build([folder])


def made(result, **options) -> bytes:
    options = {"built": BUILT, "marking": "OFFICIAL", "prepared_for": "Europe desk", **options}
    note = compose(result.timeline, result.dated, result.problems, NoteOptions(**options))
    return render(note, load_style("standard"), "pdf")


@cache
def note(**options) -> bytes:
    return made(read(), **options)


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_every_serif_run_is_a_verbatim_part_of_the_file_it_cites(mode):
    """What is set in serif stands so in the cited source, white space and […] aside, in every edition."""
    pdf = note(**mode)
    texts = {article.key: squeezed(article.article.text) for article in read().dated}
    numbered = {1: texts["002_8bdba72abe170895.txt"], 2: texts["000_581874d7dcc1df3f.txt"]}
    passages = [passage for passage in serif_passages(pdf) if passage[0] != KEY]
    assert len(passages) > 12
    for words, cited, page in passages:
        sources = [numbered[cited]] if cited else texts.values()
        assert any(words in text for text in sources), f"page {page}: {words}"


def test_the_seeds_fill_three_pages_as_the_pattern_has_them():
    """Page 1 is the message, page 2 the evidence, page 3 the audit."""
    pages = page_words(note())
    assert len(pages) == 3
    assert [
        page.find(title) > 0
        for page, title in zip(pages, ("At a glance", "Timeline in full", "Who’s who"), strict=True)
    ]
    assert "Page 2 of 3" in pages[1]
    assert "Appendix: how each date was worked out" in pages[2]


def test_every_date_of_page_1_has_a_row_in_the_appendix():
    """A date that somebody may act on can be followed to how it was worked out."""
    pages = page_words(note())
    appendix = pages[2].partition("Appendix: how each date")[2]
    dates = set(re.findall(r"(?:[A-Z][a-z]{2} \d{1,2}|\d{1,2}–\d{1,2}) [A-Z][a-z]{2} \d{4}", pages[0])) - {
        "16 Jan 2022"
    }
    assert len(dates) == 3
    assert [day for day in dates if day not in appendix] == []


def test_the_counts_of_strip_title_and_last_line_agree():
    """The same number of sources, fragments and items wherever a number is said."""
    text = " ".join(" ".join(page_words(note())).split())
    fragments = re.search(r"(\d+) fragments are left out", text)[1]
    assert (
        fragments == re.search(r"Broken, left out: (\d+)", text)[1] == re.search(r"(\d+) fragments left out\.", text)[1]
    )
    assert re.search(r"(\d+) articles:", text)[1] == re.search(r"fragments in (\d+) files", text)[1] == "2"
    assert (re.search(r"Read: (\d+)", text)[1], re.search(r"Quoted: (\d+)", text)[1]) == ("25", "16")


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_nothing_is_smaller_than_nine_points_or_outside_the_margins(mode):
    """Every letter can be read in bad light, and none runs off the paper or over the margin."""
    side, width = (22, 215.9) if mode.get("paper") == "letter" else (20, 210)
    left, right = side * 72 / 25.4 - 3, (width - side) * 72 / 25.4 + 3
    least = 13.9 if mode.get("edition") == "large-print" else 8.99
    wrong = [
        letter
        for letter in letters(note(**mode))
        if letter.text.strip()
        and (letter.size < least * (0.86 if least > 9 else 1) or letter.box[0] < left or letter.box[2] > right)
    ]
    assert wrong == []


def test_the_same_note_gives_the_same_bytes():
    """Same input, options and build date: not a byte differs."""
    assert made(read()) == made(pipeline.build([SEEDS]))


def test_links_lead_to_sources_and_back():
    """Each [n] leads to its source, and each source line back to its items."""
    with pikepdf.open(io.BytesIO(note())) as pdf:
        links = [(str(a.Contents), a.Dest) for page in pdf.pages for a in page.get("/Annots", [])]
    cites = [dest for words, dest in links if words == "[1]"]
    items = [dest for words, dest in links if words in {"4", "item 4"}]
    assert len(cites) > 10
    assert len({str(dest[3]) for dest in cites}) == 1
    assert items
    assert len({(dest[0].objgen, float(dest[3])) for dest in items}) == 1


def test_the_outline_names_every_section_and_band():
    """A reader's side bar holds title, sections and, below the timeline, its bands."""
    with pikepdf.open(io.BytesIO(note())) as pdf, pdf.open_outline() as outline:
        titles = [str(item.title) for item in outline.root]
        bands = [str(child.title) for item in outline.root for child in item.children]
    assert titles[0].startswith("Little sign of progress")
    assert titles[1:3] == ["At a glance", "Timeline"]
    assert titles[-1].startswith("Appendix")
    assert bands == ["Background", "Period covered", "What to watch"]


def test_tags_say_what_is_a_heading_a_header_cell_a_figure_and_a_link():
    """The structure tree holds headings in order, header cells, the drawing with its words, links with their object."""
    with pikepdf.open(io.BytesIO(note())) as pdf:
        nodes = list(_walk(pdf.Root.StructTreeRoot.K[0]))
        kinds = [str(node.S) for node in nodes]
        figures = [str(node.Alt) for node in nodes if node.S == "/Figure"]
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.MarkInfo.Marked
    assert kinds.index("/H1") < kinds.index("/H2")
    assert kinds.count("/H2") == 9
    assert kinds.count("/TH") > 20
    assert any(words.startswith("Timeline: 2014, 1 item; Sunday 9 January 2022, 2 items") for words in figures)
    assert {"inferred", "resolved", "stated", "sources may differ"} < set(figures)
    links = [node for node in nodes if node.S == "/Link"]
    assert links
    assert all(
        any("/OBJR" in str(kid.get("/Type", "")) for kid in node.K if not isinstance(kid, int)) for node in links
    )


def _walk(node):
    yield node
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _walk(kid)


def test_grey_print_has_no_colour():
    """Black and white output holds no operator with a colour in it."""
    with pikepdf.open(io.BytesIO(note(bw=True))) as pdf:
        colours = {
            tuple(float(value) for value in operands)
            for page in pdf.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in {"rg", "RG"}
        }
    assert colours
    assert all(len(set(colour)) == 1 for colour in colours)


def test_a_tlp_label_stands_at_the_right_and_the_page_number_in_the_middle():
    """A Traffic Light label changes place with the number of the page."""
    everything = [letter for letter in letters(note(marking="TLP:AMBER")) if letter.page == 1 and letter.box[1] < 45]
    label = next(letter for letter in everything if "Bold" in letter.font)
    number = next(letter for letter in everything if letter.text == "P" and "Semibold" in letter.font)
    assert number.box[0] < label.box[0]


def test_a_long_marking_stands_whole_on_every_page():
    """Head and foot of each page hold the marking to its last word, and nothing is printed over it."""
    marking = "OFFICIAL-SENSITIVE: COMMERCIAL, HANDLE WITH CARE, NOT FOR ONWARD DISTRIBUTION OUTSIDE THE DEPARTMENT"
    for page in page_words(note(marking=marking)):
        assert squeezed(page).count(squeezed(marking)) == 2
