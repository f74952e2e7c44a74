"""The document that is composed of a small invented folder."""

import string
from dataclasses import fields, is_dataclass
from datetime import date

import pytest

import briefing.brief
from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.brief.ledger import letters, runs
from briefing.catalogue import Catalogue, catalogue
from briefing.document import Cite, Drawing, Jump, Row, Sides, Table, TableRole, Text, Voice

HARBOUR = """Storm closes the harbour of Lindmark

Tuesday 9 May 2023

Harbour Master Ines Cardoso closed the north pier on Monday after a storm, the port office said.

Mayor Osten Varga and Ines Cardoso opened talks with the Ferry Company on Sunday in Port Ester.

The pier will open again on 14 May. The pier was built in 1871.

Nobody was hurt, and the town stayed calm.
"""
PAPER = """Talks on the pier begin in Port Ester

10 May 2023

Ines Cardoso and Mayor Osten Varga began talks with the Ferry Company on Tuesday in Port Ester, officials said.

The company has not said what it wants.
"""


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pier")
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    return pipeline.build([folder])


def note(result, **options):
    return compose(
        result.timeline, result.dated, result.problems, NoteOptions(**({"built": date(2023, 5, 12)} | options))
    )


def inside(thing, kind):
    """Every object of a kind in a document, in order."""
    if isinstance(thing, kind):
        yield thing
    if isinstance(thing, tuple):
        for one in thing:
            yield from inside(one, kind)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from inside(getattr(thing, field.name), kind)


def anchors(document):
    found = {row.anchor for row in inside(document.sections, Row)} | {
        side.anchor for side in inside(document.sections, Sides)
    }
    return found | {section.heading.anchor for section in document.sections if section.heading}


def test_numbers_run_through_timeline_and_statements(result):
    """Items are numbered in reading order, from 1, without a gap."""
    tables = [t for t in inside(note(result).sections, Table) if t.role in {TableRole.TIMELINE, TableRole.STATEMENTS}]
    numbers = [row.anchor for table in tables for row in table.rows if isinstance(row, Row)]
    assert numbers == [f"item-{n}" for n in range(1, len(numbers) + 1)]
    assert len(numbers) >= 6


def test_sources_are_numbered_by_first_appearance_and_every_link_has_its_target(result):
    """[1] is cited first, and no citation or jump leads nowhere."""
    document = note(result)
    cites = [cite.number for cite in inside(document.sections, Cite)]
    assert cites[0] == 1
    assert [n for i, n in enumerate(cites) if n not in cites[:i]] == [1, 2]
    missing = {one.target for one in inside(document.sections, (Cite, Jump))} - anchors(document)
    assert missing == set()


def test_glance_holds_the_newest_another_source_and_what_is_ahead(result):
    """At most three sentences, from both sources, one of them ahead of the as-of date."""
    glance = next(section for section in note(result).sections if section.code == "glance")
    rows = list(inside(glance.blocks, Row))
    said = [" ".join(text.text for text in inside(row, Text)) for row in rows]
    assert len(rows) == 3
    assert "open again on 14 May" in said[2]
    assert {cite.number for cite in inside(glance.blocks, Cite)} == {1, 2}


def test_the_drawing_holds_every_item_at_its_place(result):
    """Marks stand in the order of their dates, between the ends of the axis; what is ahead begins behind the as-of date."""
    drawing = next(inside(note(result).sections, Drawing))
    places = [row.at for row in drawing.rows]
    assert places == sorted(places)
    assert all(0 <= at <= 1 for at in places)
    assert drawing.axis.ahead is not None
    assert places[-1] > drawing.axis.ahead > places[-2]
    assert drawing.axis.breaks
    assert drawing.axis.cells[0].label == "1871"


def test_layouts_say_ever_less_on_page_1_but_never_less_in_all(result):
    """Every ranked layout holds the same timeline, sources and appendix."""
    layouts = note(result).layouts
    front = [sum(section.code in {"glance", "drawing", "differences"} for section in layout) for layout in layouts]
    assert front == sorted(front, reverse=True)
    for layout in layouts:
        assert [s.code for s in layout if s.code in {"timeline", "sources", "appendix"}] == [
            "timeline",
            "sources",
            "appendix",
        ]


def test_no_word_of_the_tool_stands_in_code(result, monkeypatch):
    """With a catalogue of made-up letters, no ordinary word is left in the tool's voice but names of files and people."""
    strange = Catalogue("en")
    strange._rows = {code: _strange(row) for code, row in strange._rows.items()}
    monkeypatch.setattr(briefing.brief, "catalogue", lambda lang: strange)
    document = note(result, marking="", prepared_for="", prepared_by="")
    allowed = "harbour.txt paper.txt Ines Cardoso Osten Varga".split()
    words = {
        word.strip(".,;:()[]“”")
        for text in inside((document.sections, document.key), Text)
        if text.voice is Voice.TOOL
        for word in text.text.split()
    }
    left = {word for word in words if len(word) > 1 and set(word) <= set(string.ascii_letters)} - set(allowed)
    assert left == set()


def _strange(row):
    """Letters outside of slots become ж."""
    if isinstance(row, list):
        return [_strange(one) if isinstance(one, str) else one for one in row]
    if not isinstance(row, str):
        return row
    made, depth = "", 0
    for letter in row:
        depth += (letter == "{") - (letter == "}")
        made += "ж" if letter.isalpha() and not depth else letter
    return made


def test_the_one_page_edition_holds_no_appendix_and_no_page_number_of_another(result):
    """It sends to the full note for its workings."""
    document = note(result, edition="one-page")
    codes = [section.code for section in document.sections]
    assert codes == ["title", "glance", "caveats", "drawing", "watch", "sources"]
    assert set(codes) == set(document.front)


def test_american_dates_and_every_language_of_the_catalogue(result):
    """Month first where asked for; the German words where they ship."""
    assert "May 10, 2023" in note(result, date_order="mdy").furniture.footer
    german = note(result, lang="de")
    assert german.lang == "de"
    assert german.sections[1].heading.text != catalogue("en").say("section.glance")


def test_letters_and_runs():
    """Fragments are a, b, ... z, aa; numbers in a row are folded to their ends."""
    assert [letters(n) for n in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]
    assert runs([1, 4, 5, 6, 9]) == [(1, 1), (4, 6), (9, 9)]
