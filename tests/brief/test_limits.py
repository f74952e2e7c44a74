"""Paper cuts its lists and says so; the edition without pages holds them whole, with the same numbers."""

import re
from datetime import date
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.document import Cite, Jump, Paragraph, Row, Table, TableRole, Text
from briefing.render.writer import render
from briefing.style import load_style

PEOPLE = (
    "Mara Lindqvist",
    "Osten Varga",
    "Helene Duprat",
    "Pavel Korin",
    "Ines Cardoso",
    "Tomas Brandt",
    "Ruth Okafor",
)
WORKS = ("bridge", "tunnel", "market", "station", "library", "harbour", "theatre", "museum", "school", "stadium")


def paper(number: int) -> str:
    """An article of one dated sentence for each of 26 days, six statements, and four fragments."""
    days = [
        f"Minister {PEOPLE[(number + d) % 7]} opened the {WORKS[d % 10]} of ward {number * 40 + d} on {d} May 2023."
        for d in range(1, 27)
    ]
    loose = [
        f"Ward {number * 40 + n} has {n + 3} schools, and people there like its {WORKS[(number + n) % 10]}."
        for n in range(6)
    ]
    broken = [f"said the mayor of ward {number * 40 + n}, who had" for n in range(4)]
    paragraphs = [" ".join(days[at : at + 4]) for at in range(0, 26, 4)]
    return "\n\n".join([f"Opening days of series {number}", "May 29, 2023", *paragraphs, " ".join(loose), *broken])


@pytest.fixture(scope="module")
def note(tmp_path_factory):
    folder = tmp_path_factory.mktemp("series")
    for number in range(16):
        (folder / f"{number}.txt").write_text(paper(number), encoding="utf-8")
    made = pipeline.build([folder])
    return made, compose(made.timeline, made.dated, made.problems, NoteOptions(date(2023, 6, 1), whole=True))


def rows(sections, role: TableRole) -> list[Row]:
    tables = (b for section in sections for b in section.blocks if isinstance(b, Table) and b.role is role)
    return [row for table in tables for row in table.rows if isinstance(row, Row)]


def said(row: Row) -> str:
    return " ".join(getattr(i, "text", "") for cell in row.cells for p in cell for i in p.inlines)


def test_paper_is_cut_and_the_other_edition_is_whole(note):
    """Statements, fragments, annex and the appendix: print has its limit, the whole note every one."""
    made, document = note
    entries, statements, fragments = made.timeline.entries, made.timeline.statements, made.timeline.fragments
    assert len(entries) > 240
    for role, most, every in (
        (TableRole.STATEMENTS, 10, len(statements)),
        (TableRole.FRAGMENTS, 20, len(fragments)),
        (TableRole.ANNEX, 200, len(entries) - 40),
    ):
        assert (len(rows(document.sections, role)), len(rows(document.whole, role))) == (most, every), role
    assert len(rows(document.whole, TableRole.AUDIT)) >= len(rows(document.sections, TableRole.AUDIT))


def test_an_item_has_one_number_in_every_edition(note):
    """What print shows has the same words and number in the whole note; what print leaves out has the numbers between."""
    _, document = note
    for role in (TableRole.TIMELINE, TableRole.STATEMENTS, TableRole.ANNEX):
        whole = {row.anchor: said(row) for row in rows(document.whole, role)}
        for row in rows(document.sections, role):
            assert whole[row.anchor] == said(row)
    numbers = [
        int(row.anchor.removeprefix("item-"))
        for role in (TableRole.TIMELINE, TableRole.STATEMENTS, TableRole.ANNEX)
        for row in rows(document.whole, role)
    ]
    assert numbers == list(range(1, len(numbers) + 1))
    words = [
        i.text
        for s in document.sections
        if s.code == "statements"
        for b in s.blocks
        if isinstance(b, Paragraph)
        for i in b.inlines
        if isinstance(i, Text)
    ]
    assert words == [
        f"{len(rows(document.whole, TableRole.STATEMENTS)) - 10} more are not shown: items 51–{numbers[39] + len(rows(document.whole, TableRole.STATEMENTS))}."
    ]


def test_the_whole_note_says_of_nothing_that_it_is_not_shown(note):
    """Neither its notes nor its counts nor a "+3" behind a list; each of its links has its place."""
    made, document = note
    page = render(document, load_style(), "html").decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert not re.search(r"(?:is|are) not shown|Not shown:", main)
    assert not re.search(r"</a>\s*\+\d", main)
    ids = set(re.findall(r' id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', main)) <= ids
    assert all(statement.citation.quote in main for statement in made.timeline.statements)
    assert "are not shown: items" in render(document, load_style(), "md").decode()


def test_a_row_of_the_appendix_names_every_source_that_says_it(note):
    """Sixteen files with the same date line: folded on paper, one by one in the whole note."""
    _, document = note

    def first(sections):
        row = next(row for row in rows(sections, TableRole.AUDIT) if "May 29, 2023" in said(row))
        cited = [i.number for i in row.cells[0][0].inlines if isinstance(i, Cite)]
        return cited, [i.text for i in row.cells[-1][0].inlines if isinstance(i, Jump)]

    assert first(document.sections) == ([1, 16], ["[1]", "[2]", "[3]", "[4]"])
    assert first(document.whole) == (list(range(1, 17)), [f"[{n}]" for n in range(1, 17)])


def test_nothing_is_composed_twice_where_nobody_asks():
    """Formats for paper alone need no whole note."""
    made = pipeline.build([Path(__file__).parents[2] / "seeds"])
    assert compose(made.timeline, made.dated, made.problems, NoteOptions(date(2026, 11, 21))).whole == ()
