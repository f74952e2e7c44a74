"""Stories: a folder of articles and what the finished note must say of it. A new folder is a new test."""

import re
import tomllib
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.render.writer import render
from briefing.style import load_style

HERE = Path(__file__).parent / "stories"
STORIES = sorted(path.parent.name for path in HERE.glob("*/expected.toml"))


def folded(text):
    """White space folded, and what a writer may change at a line's end."""
    return " ".join(text.replace("\u00ad", "").split())


def squeezed(text):
    """Without any white space: a line break in print may stand inside a word or an address."""
    return re.sub(r"\s+", "", text)


@cache
def told(name):
    """Everything about a story: expectations, result, document, and the words of the finished PDF and DOCX."""
    expected = tomllib.loads((HERE / name / "expected.toml").read_text(encoding="utf-8"))
    folder = (HERE / name / expected.get("folder", ".")).resolve()
    result = pipeline.build([folder], own={folder / "expected.toml"})
    note = compose(result.timeline, result.dated, result.problems, NoteOptions(built=date(2026, 11, 21)))
    style = load_style("standard")
    pdf = pypdfium2.PdfDocument(render(note, style, "pdf"))
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    paragraphs = [p.text for p in _paragraphs(docx.Document(BytesIO(render(note, style, "docx"))))]
    return expected, folder, result, "\n".join(pages), "\n".join(paragraphs)


def _paragraphs(document):
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    return [Paragraph(p, document) for p in document.element.body.iter(qn("w:p"))]


def item_line(entry):
    governing = entry.quoted.resolution
    return str(entry.interval), governing.basis.value, entry.quoted.citation.quote


@pytest.mark.parametrize("name", STORIES)
def test_each_source_is_understood(name):
    """Title, outlet, author and publication date are what a reader would say, or not known."""
    expected, _, result, _, _ = told(name)
    by_key = {d.key: d for d in result.dated}
    assert sorted(by_key) == sorted(expected.get("sources", by_key))
    for key, facts in expected.get("sources", {}).items():
        dated = by_key[key]
        article = dated.article
        got = {
            "title": article.title.value if article.title else "",
            "outlet": article.outlet.value if article.outlet else "",
            "authors": [a.value for a in article.authors],
            "published": str(dated.published.day) if dated.published else "",
            "not_before": str(dated.not_before or ""),
        }
        assert {fact: got[fact] for fact in facts} == facts


@pytest.mark.parametrize("name", STORIES)
def test_the_timeline_is_that_of_an_editor(name):
    """Every item with its days, basis and sources, in order, and no other; the rest is counted."""
    expected, _, result, _, _ = told(name)
    entries = result.timeline.entries
    wanted = expected.get("items", [])
    assert [item_line(e)[:2] for e in entries] == [(w["day"], w["basis"]) for w in wanted], [
        item_line(e) for e in entries
    ]
    for entry, want in zip(entries, wanted, strict=True):
        quote = entry.quoted.citation.quote
        assert quote.startswith(want.get("starts", ""))
        assert want.get("holds", "") in quote
        assert sorted(entry.keys) == sorted(want.get("from", entry.keys))
        assert str(entry.quoted.resolution.second or "") == want.get("second", "")
    assert (len(result.timeline.statements), len(result.timeline.fragments)) == (
        expected["statements"],
        expected["fragments"],
    ), (
        [s.citation.quote for s in result.timeline.statements],
        [f.citation.quote for f in result.timeline.fragments],
    )
    assert {p.code for p in result.problems} >= set(expected.get("problems", []))


@pytest.mark.parametrize("name", STORIES)
def test_each_expression_means_what_is_expected(name):
    """Expressions outside of items, too, resolve or say why not."""
    expected, _, result, _, _ = told(name)
    for want in expected.get("dates", []):
        dated = next(d for d in result.dated if d.key == want["in"])
        text = dated.article.text
        found = [r for r in dated.resolutions if folded(text[: r.span.end]).lower().endswith(" " + want["expression"])]
        assert found, [r.mention.text for r in dated.resolutions]
        for resolution in found:
            assert str(resolution.interval or "") == want.get("day", "")
            assert str(resolution.second or "") == want.get("second", "")
            assert (resolution.reason or "") == want.get("reason", "")
            assert (resolution.basis.value if resolution.basis else "") == want.get("basis", "")


@pytest.mark.parametrize("name", STORIES)
def test_what_is_no_date_is_none(name):
    """Plain words were never candidates; what was rejected as a publication date is listed with its reason."""
    expected, _, result, _, _ = told(name)
    read = {
        r.mention.text for d in result.dated for r in d.resolutions if r.interval is not None or r.reason != "duration"
    }
    assert read.isdisjoint(expected.get("no_dates", []))
    for key, quotes in expected.get("rejected", {}).items():
        dated = next(d for d in result.dated if d.key == key)
        assert sorted(evidence.quote for evidence in dated.annotated.rejected) == quotes


@pytest.mark.parametrize(
    "name", [s for s in STORIES if "glance" in (HERE / s / "expected.toml").read_text(encoding="utf-8")]
)
def test_the_bottom_line_is_the_editors(name):
    """At a glance holds the items that an editor would choose, in that order."""
    expected, _, result, _, _ = told(name)
    numbers = {entry.id: number for number, entry in enumerate(result.timeline.entries, 1)}
    assert [numbers[entry] for entry in result.timeline.glance] == expected["glance"]


@pytest.mark.parametrize("name", STORIES)
def test_every_quotation_is_verbatim_and_printed_in_both_formats(name):
    """What stands in the finished PDF and DOCX as an item, statement or fragment stands in its file, word for word."""
    expected, folder, result, pdf, docx = told(name)
    timeline = result.timeline
    shown = [e.quoted.citation for e in timeline.entries] + [s.citation for s in timeline.statements[:10]]
    for citation in shown + [f.citation for f in timeline.fragments]:
        file = folded((folder / citation.key).read_text(encoding="utf-8"))
        assert citation.quote in file
        assert squeezed(citation.quote) in squeezed(pdf)
        assert squeezed(citation.quote) in squeezed(docx)
    for words in expected.get("print", []):
        assert squeezed(words) in squeezed(pdf)
        assert squeezed(words) in squeezed(docx)


@pytest.mark.parametrize("name", STORIES)
def test_furniture_is_not_quoted(name):
    """Menus, notices, comments and related headlines stand in no quotation; cut sentences are never joined."""
    expected, _, result, pdf, docx = told(name)
    timeline = result.timeline
    quotes = [e.citation.quote for entry in timeline.entries for e in entry.events]
    quotes += [x.citation.quote for x in (*timeline.statements, *timeline.fragments)]
    for words in expected.get("never", []):
        assert [q for q in quotes if words in q] == []
    for first, second in expected.get("unjoined", []):
        for text in (pdf, docx):
            assert squeezed(first + second) not in squeezed(text)


@pytest.mark.parametrize("name", STORIES)
def test_all_that_was_read_is_counted(name):
    """Each sentence is an item's telling, a statement or a fragment: nothing is lost in silence."""
    _, _, result, _, _ = told(name)
    timeline = result.timeline
    tellings = sum(len(entry.events) for entry in timeline.entries)
    read = sum(len(dated.annotated.sentences) for dated in result.dated)
    stated = sum(len(statement.citations) for statement in timeline.statements)
    assert tellings + stated + len(timeline.fragments) == read
