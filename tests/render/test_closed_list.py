"""The tool speaks only from its closed list: every sans word of the finished PDF, Word and HTML files is of a template.

`closed.py` parses what a reader finds in the file, not the document it was made of.
"""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree, html

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.catalogue import catalogue
from briefing.document import Document
from briefing.model import Result
from briefing.render.writer import render
from briefing.style import load_style
from tests.render.closed import SAID, unlisted
from tests.render.pdf.readback import letters
from tests.render.test_verbatim import SOURCE_STYLES

ROOT = Path(__file__).parents[2]
STORIES = sorted(folder for folder in (ROOT / "tests/stories").iterdir() if folder.is_dir())
STYLE = load_style()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GIVEN = ("Europe desk", "Briefing unit", "OFFICIAL")


def made(folder: Path, lang: str) -> tuple[Result, Document]:
    result = pipeline.build([folder])
    options = NoteOptions(date(2026, 11, 21), None, None, *GIVEN, lang=lang, texts="full", whole=True)
    return result, compose(result.timeline, result.dated, result.problems, options)


def names(result: Result) -> set[str]:
    """What the tool repeats: options, files, what is wrong with them, outlets, addresses, people as the fullest source writes them."""
    found = set(GIVEN) | {article.key for article in result.dated}
    found |= {article.article.outlet.value for article in result.dated if article.article.outlet}
    found |= {fact for problem in result.problems for fact in problem.facts}
    found |= {article.article.source.url for article in result.dated if article.article.source.url}
    return found | {text for person in result.timeline.people for text, _ in person.variants}


def pdf_tool(file: bytes) -> str:
    """All words in sans; a run of serif is one SAID."""
    found, page, serif = [], 1, False
    for letter in letters(file):
        found += ["\n"] if letter.page != page else []
        page = letter.page
        if letter.text.isspace():
            found += [] if serif else [letter.text]
            continue
        if "Serif" not in letter.font:
            found.append(letter.text)
        elif not serif:
            found.append(f" {SAID} ")
        serif = "Serif" in letter.font
    return "".join(found)


def word_tool(file: bytes) -> str:
    """All runs that no style of a source's voice is on; header and footer too."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        parts = [n for n in package.namelist() if n.startswith(("word/document", "word/header", "word/footer"))]
        roots = [etree.fromstring(package.read(name)) for name in sorted(parts)]
    found = []
    for p in (p for root in roots for p in root.iter(f"{W}p")):
        style = p.find(f"{W}pPr/{W}pStyle")
        own = style is not None and style.get(f"{W}val") in SOURCE_STYLES
        for run in p.iter(f"{W}r"):
            voice = run.find(f"{W}rPr/{W}rStyle")
            of_source = own if voice is None else voice.get(f"{W}val").startswith("SourceWords")
            words = "".join((t.text or "") if t.tag == f"{W}t" else " " for t in run.iter(f"{W}t", f"{W}tab"))
            found.append(f" {SAID} " if of_source and words.strip() else words)
        found.append("\n")
    return "".join(found)


OF_TOOL = frozenset({"label", "back", "more"})  # labels that stand among a source's words
INLINE = frozenset({"b", "span", "bdi", "use", "time"})


def page_tool(file: bytes) -> str:
    """All words that are seen or read aloud, each run of a source's words one SAID."""
    found: list[str] = []

    def say(words: str | None, *, of_source: bool) -> None:
        if words:
            found.append(f" {SAID} " if of_source and words.strip() else words)

    def walk(element, *, of_source: bool) -> None:
        if not isinstance(element.tag, str) or element.tag in {"style", "script"}:
            return
        classes = set((element.get("class") or "").split())
        own = (of_source or bool(classes & {"s", "t"})) and not classes & OF_TOOL
        apart = "" if element.tag in INLINE else "\n"
        label = element.get("aria-label") or ""
        for words in element.xpath(".//*[contains(concat(' ', @class, ' '), ' s ')]"):
            label = label.replace((words.text or "").strip() or SAID, SAID)  # a name begins with what is seen
        found.extend((apart, label, "\n"))
        say(element.text, of_source=own)
        for child in element:
            walk(child, of_source=own)
            say(child.tail, of_source=own)
        found.append(apart)

    walk(html.document_fromstring(file.decode()).body, of_source=False)
    return "".join(found)


READ = {"pdf": pdf_tool, "docx": word_tool, "html": page_tool}


@pytest.mark.parametrize("lang", ["en", *(pytest.param(lang, marks=pytest.mark.slow) for lang in ("de", "fr"))])
@pytest.mark.parametrize("fmt", READ)
def test_the_tool_says_of_the_seeds_only_what_is_listed(fmt, lang):
    """Title block, strip, drawing, rails, who's who, sources, gaps, appendix, header and footer: all of the catalogue."""
    result, document = made(ROOT / "seeds", lang)
    text = READ[fmt](render(document, STYLE, fmt))
    assert unlisted(text, catalogue(lang), names(result), placeless=fmt == "html") == []


def test_a_sentence_that_is_not_listed_is_found():
    """The reader of this test sees a judgement, a paraphrase and a word of confidence, each at its place."""
    result, document = made(ROOT / "seeds", "en")
    text = pdf_tool(render(document, STYLE, "pdf"))
    for own in ("Talks are likely to fail.", "The two sources agree.", "Sherman met Ryabkov on 9 January 2022."):
        whole = text.replace("Treated as one person.", f"Treated as one person. {own}")
        assert len(unlisted(whole, catalogue("en"), names(result))) >= 1, own


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "lang"), [(s, ("en", "de", "fr")[n % 3]) for n, s in enumerate(STORIES)], ids=str)
def test_the_tool_says_of_every_story_only_what_is_listed(folder, lang):
    """The same for the print of each story, its words in one language after the other."""
    result, document = made(folder, lang)
    text = pdf_tool(render(document, STYLE, "pdf"))
    assert unlisted(text, catalogue(lang), names(result)) == []
