"""What an edition sets in a source's voice stands in that source, to the letter: read from finished files."""

import csv
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.mail import body
from briefing.render.writer import render
from briefing.style import load_style

SEEDS = Path(__file__).parents[2] / "seeds"
STYLE = load_style()
SOURCE_STYLES = frozenset(
    {
        "SourceText",
        "SourceTextSmall",
        "SourceTextataGlance",
        "SourceTitle",
        "SourceFragment",
        "Title",
        "TitleLong",
    }
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def folded(text: str) -> str:
    """White space folded, characters that are never printed left out."""
    return " ".join(UNSEEN.sub("", text).split())


def made(folder: Path):
    """The texts of a folder, as read, and the note that is made of them."""
    result = pipeline.build([folder])
    note = compose(result.timeline, result.dated, result.problems, NoteOptions(date(2026, 11, 21)))
    texts = [folded(dated.article.text) for dated in result.dated]
    return result, note, " \n ".join(texts)


def voiced(file: bytes) -> list[str]:
    """The words of the source-voiced runs of a Word file, neighbours of one paragraph joined; the key left out."""
    found = []
    for p in etree.fromstring(zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml")).iter(f"{W}p"):
        style = p.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val")
        own = name in SOURCE_STYLES
        for run in p.iter(f"{W}r"):
            voice = run.find(f"{W}rPr/{W}rStyle")
            of_source = own if voice is None else voice.get(f"{W}val").startswith("SourceWords")
            words = "".join(t.text or "" for t in run.iter(f"{W}t"))
            if of_source and words.strip() and name != "ReadingKey":
                found.append(folded(words))
    return found


def quoted_lines(markdown: str) -> list[str]:
    """The block quotes of a Markdown file as plain words: no footnotes, numbers, cuts and escapes."""
    lines = [line[2:] for line in markdown.splitlines() if line.startswith("> ")]
    plain = [re.sub(r"\[\^\d+\]|^\*\*\S+\*\* |\*\*.*?\*\*|\\\[…\\\]", "", line) for line in lines]
    return [folded(re.sub(r"\\(.)", r"\1", line).replace("&amp;", "&")) for line in plain]


def test_the_seeds_are_quoted_verbatim_in_every_edition():
    """Word, Markdown, JSON, CSV and the mail say in a source's voice only what its file says."""
    result, note, text = made(SEEDS)
    runs = voiced(render(note, STYLE, "docx"))
    assert len(runs) > 40
    assert [words for words in runs if words not in text] == []
    lines = quoted_lines(render(note, STYLE, "md").decode())
    assert len(lines) >= 6 + 10 + 9
    assert [words for words in lines if words not in text] == []
    data = json.loads(render(note, STYLE, "json", result))
    texts = {source["key"]: source["text"] for source in data["sources"]}
    cited = [telling["citation"] for entry in data["entries"] for telling in entry["tellings"]]
    cited += [one["citation"] for one in data["statements"] + data["fragments"]]
    assert len(cited) == 25
    assert all(folded(texts[c["source"]][c["start"] : c["end"]]) == c["quote"] for c in cited)
    rows = list(csv.DictReader(io.StringIO(render(note, STYLE, "csv", result).decode("utf-8-sig"), newline="")))
    assert [row["quote"] for row in rows if row["quote"] not in text] == []
    quotes = re.findall(r'"(.+?)" \[\d\]', body(note).replace("\n", " "))
    assert len(quotes) == 3


WORDS = st.sampled_from(
    "Ministers talks harbour on Monday agreed 2014 January 9 “a deal” said Ryabkov U.S. <b>bold</b> {{x}} &amp; "
    "=SUM(A1) \u202eevil Москва القاهرة 東京 x\x07y naïve — later this week not may 12 dead http://a.b/?c=d".split(" ")
)
SENTENCES = st.lists(WORDS, min_size=3, max_size=14).map(lambda words: "The " + " ".join(words) + ".")
BLOCKS = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)
ARTICLES = st.lists(BLOCKS, min_size=1, max_size=5).map("\n\n".join)


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(articles=st.lists(ARTICLES, min_size=1, max_size=3))
def test_any_folder_is_quoted_verbatim_in_word(articles, tmp_path_factory):
    """Markup, formulas, overrides and control characters in made-up articles: literal words or left out."""
    folder = tmp_path_factory.mktemp("folder")
    for number, article in enumerate(articles):
        (folder / f"{number}.txt").write_text(f"Headline {number}\n\nJan 10, 2022\n\n{article}\n", encoding="utf-8")
    _, note, text = made(folder)
    runs = voiced(render(note, STYLE, "docx"))
    assert runs
    assert [words for words in runs if words not in text] == []


@pytest.mark.parametrize("fmt", ["docx", "md", "json", "csv", "ics"])
def test_every_format_repeats_itself_on_the_seeds(fmt):
    """The same folder gives the same bytes."""
    first, second = made(SEEDS), made(SEEDS)
    assert render(first[1], STYLE, fmt, first[0]) == render(second[1], STYLE, fmt, second[0])


@pytest.mark.parametrize(
    "story", sorted(p.name for p in (Path(__file__).parents[1] / "stories").iterdir() if p.is_dir())
)
def test_block_quotes_hold_no_word_of_the_tool(story):
    """What the tool says of a statement (who else tells it, what it tells on about) stands below its block quote."""
    _, note, text = made(Path(__file__).parents[1] / "stories" / story)
    lines = quoted_lines(render(note, STYLE, "md").decode())
    assert [words for words in lines if words not in text] == []
