"""Source text is data: whatever stands in it is printed literally or left out, and the note is made."""

import io
import re
import string
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.render.writer import lacking, render
from briefing.style import load_style
from tests.render.fonts import no_fonts  # noqa: F401
from tests.render.pdf.readback import letters, page_words, serif_passages, squeezed

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
SENTENCES = (
    "Harbour Master Ines Cardoso closed the north pier on Monday after a storm.",
    "The <b>pier</b> will open again on 14 May 2023, & the {ferry} too, officials said; nobody was hurt.",
    "“Nothing is decided,” said Mayor Osten Varga, who met Ines Cardoso in Port Ester on Tuesday.",
    "A report from 2019 called the pier %(unsafe)s <script>alert(1)</script> and =SUM(A1:A9).",
    "Ferries to Sandvik were full on Sunday (May 7), the company said.",
)
NOISE = st.sampled_from(
    ["", "\u202e", "\x07", "\x00", "]]>", "\\", "(", ")", "\ufffe", "é", "Ж", "林", "\u200f", "{0}", "&amp;"]
)


def made(folder: Path, **options):
    result = pipeline.build([folder])
    note = compose(result.timeline, result.dated, result.problems, NoteOptions(built=date(2026, 11, 21), **options))
    return result, render(note, load_style("standard"), "pdf")


@st.composite
def articles(draw):
    """Some short articles of sentences with noise between their words."""
    texts = []
    for _ in range(draw(st.integers(1, 3))):
        paragraphs = ["Pier closed in Lindmark", "8 May 2023"] if draw(st.booleans()) else []
        for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5)):
            words = sentence.split(" ")
            words.insert(draw(st.integers(1, len(words) - 1)), draw(NOISE) + "x")
            paragraphs.append(" ".join(words))
        texts.append("\n\n".join(paragraphs))
    return texts


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles())
def test_serif_is_verbatim_in_any_folder(tmp_path_factory, texts):
    """Every serif run of a finished note stands so in a source, for folders that nobody wrote."""
    folder = tmp_path_factory.mktemp("folder")
    for number, text in enumerate(texts):
        (folder / f"a{number}.txt").write_text(text, encoding="utf-8", errors="ignore")
    result, pdf = made(folder)
    read = [squeezed(UNSEEN.sub("", article.article.text)) for article in result.dated]
    runs = [words for words, _, _ in serif_passages(pdf) if words != "Seriftype:"]
    assert runs
    for words in runs:
        assert any(words in text for text in read), words


@pytest.fixture(scope="module")
def worst(tmp_path_factory):
    """One article of all that is unpleasant."""
    folder = tmp_path_factory.mktemp("worst")
    word = "Hafen" * 2000
    text = (
        f"{'A very long headline about the pier ' * 40}\n\n8 May 2023\n\nhttps://example.org/{'path/' * 300}\n\n"
        f"Ines Cardoso wrote {word} on Monday.\n\n"
        "<a href='javascript:alert(1)'>click</a> said Mayor Osten Varga on Sunday, \u202egnp.exe\u202c it was.\n\n"
        "Harbour Master Ines Cardoso read out javascript:alert(2) and file:///etc/passwd to the council on Sunday.\n"
    )
    (folder / "worst.txt").write_text(text, encoding="utf-8")
    return made(folder, title="T" * 10_000 + " javascript:x", marking="<b>OFFICIAL</b>", prepared_by="(a) \\ b")


def test_long_words_and_titles_stay_on_the_paper(worst):
    """A word of ten thousand letters and a title without end are broken, not cut off by the paper's edge."""
    _, pdf = worst
    outside = [one for one in letters(pdf) if one.text.strip() and not 53 < one.box[0] <= one.box[2] < 542]
    assert outside == []


def test_markup_is_printed_as_it_stands(worst):
    """Tags and escapes are words like others."""
    text = squeezed(" ".join(page_words(worst[1])))
    assert "<b>OFFICIAL</b>" in text
    assert "(a)\\b" in text
    assert "javascript:alert(2)" in text


def test_only_web_addresses_are_links(worst):
    """No link of the finished file leads to a script or a file."""
    with pikepdf.open(io.BytesIO(worst[1])) as pdf:
        notes = [a for page in pdf.pages for a in page.get("/Annots", [])]
        actions = [a.A for a in notes if "/A" in a]
        assert "/JavaScript" not in pdf.Root.get("/Names", {})
        assert "/OpenAction" not in pdf.Root
    assert notes
    assert all(str(action.URI).startswith(("http://", "https://")) for action in actions)


@pytest.mark.usefixtures("no_fonts")
def test_a_script_that_cannot_be_set_is_named_and_its_citation_stays(tmp_path):
    """Without a font Arabic is refused with the number of its words; Greek and Cyrillic are set; no letter becomes a box."""
    (tmp_path / "a.txt").write_text(
        "Pier closed in Lindmark\n\n8 May 2023\n\n"
        "Harbour Master Ines Cardoso told the council “رصيف مغلق” on Monday, and “Δεν ξέρω, не знаю” on Sunday.\n\n"
        "The pier will stay closed for a week, and the ferries to Sandvik leave from the south quay of the harbour.\n",
        encoding="utf-8",
    )
    result, pdf = made(tmp_path)
    note = compose(result.timeline, result.dated, result.problems, NoteOptions(built=date(2026, 11, 21)))
    (problem,) = lacking(note, load_style("standard"), "pdf")
    assert (problem.code, problem.facts[0]) == ("script-without-font", "Arabic")
    text = " ".join(" ".join(page_words(pdf)).split())
    assert "[2 words in Arabic not set]" in text
    assert "Δεν ξέρω, не знаю" in text
    assert re.search(r"on Sunday\. \[1\]", text)
    assert not set(text) & {"\ufffd", "\x00", "□"}


def test_a_thousand_sentences_are_cut_into_pages_in_order(tmp_path):
    """Rows run over many pages under a repeated header, none twice and none lost."""
    lines = [
        f"The number {n} ferry left Port {string.ascii_uppercase[n % 26]}ster on {n % 27 + 1} April 2023."
        for n in range(120)
    ]
    (tmp_path / "a.txt").write_text("Ferries\n\n8 May 2023\n\n" + "\n\n".join(lines), encoding="utf-8")
    result, pdf = made(tmp_path)
    pages = page_words(pdf)
    printed = re.findall(r"The number (\d+) ferry", " ".join(" ".join(pages).split()))
    assert len(result.timeline.entries) == 120
    assert {int(n) for n in printed} == set(range(120))
    assert sum("Date and its basis" in page for page in pages) > 2
