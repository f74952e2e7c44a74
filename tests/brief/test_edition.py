"""The source texts of an edition: each line once, with what became of it."""

from datetime import date

import pytest

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.document import Line, Passage, Skipped

PORT = """Home News Sport

Storm shuts the port of Ostmouth
Jan 18, 2019 2 min read

The port of Ostmouth closed on Friday after a storm broke two cranes, the harbour master Anna Holm said.
Ferries will sail again next week, said Holm. The town had feared worse.

Holm thanked Ms.

Berg of the coast guard, who had worked all night.

The harbour council wants to repair the older crane in March 2019, it said.

© Copyright 2024 Ostmouth Post
"""
SISTER = """Cranes fall in Ostmouth

The harbour master Anna Holm of Ostmouth said that nobody was hurt when the cranes fell on Friday (January 18).

Work starts soon.
"""


def edition(tmp_path, texts="full", **files):
    for name, text in files.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    result = pipeline.build([tmp_path])
    options = NoteOptions(built=date(2026, 11, 21), texts=texts)
    return compose(result.timeline, result.dated, result.problems, options), result


@pytest.fixture
def note(tmp_path):
    document, _ = edition(tmp_path, port=PORT, sister=SISTER)
    return document


def verbatim(line):
    parts = [part.words if isinstance(part, Passage) else (part,) for part in line.parts]
    return "".join(words.text for part in parts for words in part)


def said(inlines):
    return "".join(getattr(inline, "text", "") for inline in inlines)


def of(note, key):
    return next(source for source in note.texts.sources if source.key == key)


def test_each_source_is_there_whole_and_in_order(note):
    """Lines and their parts, put together again, are the text's non-empty lines."""
    for key, text in (("port.txt", PORT), ("sister.txt", SISTER)):
        lines = "\n".join(verbatim(line) for line in of(note, key).lines)
        assert lines.splitlines() == [line for line in text.splitlines() if line.strip()]


def test_lines_are_numbered_as_in_the_file(tmp_path):
    """A sentence that runs over lines of a wrapped text makes one of them; numbers go on after it."""
    document, _ = edition(tmp_path, wrapped=WRAPPED)
    lines = document.texts.sources[0].lines

    assert [(line.number, line.last) for line in lines] == [(1, 3), (4, 4), (5, 8)]
    assert [len([p for p in line.parts if isinstance(p, Passage)]) for line in lines] == [1, 1, 2]


WRAPPED = """The port of Ostmouth closed on 18 January 2019 after a storm broke two
cranes and a pier, the harbour master Anna Holm said in the afternoon of
the same day.

Nobody was hurt, and the town of Ostmouth stayed calm, she also said.

The harbour council wants to repair the older of both cranes in March of
this year and will ask the region of Westmark for the money, the council
said. A decision of the region about the money is not known so far, said
the council.
"""


def test_each_line_says_what_became_of_it(note):
    """Quoted, broken, or left out with its reason; title and date say what they gave."""
    lines = of(note, "port.txt").lines

    assert said(lines[0].left_out) == "menu line"
    assert said(lines[1].note) == "headline, used as the title of this note"
    assert said(lines[2].note).startswith("publication date, stated: “Jan 18, 2019”; “2 min read”")
    assert [p.fragment for line in lines for p in line.parts if isinstance(p, Passage) and p.fragment] == ["a", "b"]
    assert said(lines[-1].left_out) == "copyright line"


def test_a_fragment_is_never_joined_to_its_neighbour(note):
    """Two paragraphs, each with its letter and its reason."""
    lines = [line for line in of(note, "port.txt").lines if verbatim(line) in {"Holm thanked Ms.", SPLIT}]
    reasons = [said(part.reason) for line in lines for part in line.parts if isinstance(part, Passage)]

    assert reasons == ["ends on a title: the sentence is cut there", "follows a line that ends on a title"]


SPLIT = "Berg of the coast guard, who had worked all night."


def test_a_working_leads_from_the_words_to_the_day(note):
    """Words, anchor with its line and wording, rule, result with mark and basis."""
    first = next(p for line in of(note, "port.txt").lines for p in line.parts if isinstance(p, Passage))
    working = first.workings[0]
    rungs = {label: said(words) for label, words in working.rungs}

    assert said(working.title) == "How “Friday” became a date"
    assert list(rungs) == ["Words", "Anchor", "Rule", "Result"]
    assert rungs["Words"] == "“Friday”"
    assert rungs["Anchor"] == "Fri 18 Jan 2019, this source’s publication date, stated: ¶3 “Jan 18, 2019”"
    assert rungs["Result"].strip() == "Fri 18 Jan 2019 · resolved"
    assert [words.text for words in first.words if words.dated] == ["Friday"]


def test_a_lent_year_names_its_lender(note):
    """The source without a date says from which it borrowed."""
    source = of(note, "sister.txt")
    first = next(p for line in source.lines for p in line.parts if isinstance(p, Passage))
    anchor = dict(first.workings[0].rungs)["Anchor"]
    port = of(note, "port.txt").number

    assert said(source.detail).startswith("outlet not stated · date not stated; not before Fri 18 Jan 2019")
    assert [getattr(inline, "number", None) for inline in anchor if hasattr(inline, "number")] == [port]


def test_a_statement_says_that_it_has_no_date(note):
    """Its card has no rungs."""
    whole = [p for s in note.texts.sources for line in s.lines for p in line.parts if isinstance(p, Passage)]
    undated = next(p for p in whole if "".join(w.text for w in p.words) == "Work starts soon.")

    assert undated.workings[0].rungs == ()
    assert said(undated.workings[0].title) == "No date of its own in this sentence."


def test_counts_of_lines_add_up(note):
    """The head of each source counts every line once."""
    assert of(note, "port.txt").counts == "9 lines: 2 title and date, 3 quoted, 2 fragments, 2 left out"
    assert of(note, "sister.txt").counts == "3 lines: 1 title, 2 quoted"


def test_a_source_that_gave_only_its_date_says_so(tmp_path):
    """No headline, no title in the count."""
    body = "The port of Ostmouth closed on Friday after a storm, said the mayor."
    document, _ = edition(tmp_path, port=f"Jan 18, 2019\n\n{body}\n")
    assert document.texts.sources[0].counts == "2 lines: 1 date, 1 quoted"


def test_every_item_of_the_note_stands_in_a_source(note):
    """No item without its passage, no passage for an item that is not there."""
    rows = {
        row.anchor for s in note.sections for b in s.blocks for row in getattr(b, "rows", ()) if hasattr(row, "cells")
    }
    items = {int(anchor.removeprefix("item-")) for anchor in rows if anchor.startswith("item-")}
    passages = [p for s in note.texts.sources for line in s.lines for p in line.parts if isinstance(p, Passage)]

    assert {item for passage in passages for item in passage.items} == items
    assert items


def test_context_holds_cited_lines_and_their_neighbours(tmp_path):
    """What lies between is counted, never dropped in silence."""
    filler = "\n\n".join(f"Subscribe to newsletter {n}" for n in range(9))
    document, _ = edition(tmp_path, texts="context", port=f"{PORT}\n{filler}\n")
    lines = of(document, "port.txt").lines
    skipped = [line.words for line in lines if isinstance(line, Skipped)]

    assert skipped == ["9 lines not included"]
    assert sum(isinstance(line, Line) for line in lines) == 9
    assert document.texts.says == "Holds the cited lines of 1 source, with their neighbours."


def test_without_source_texts_there_are_none(tmp_path):
    """`none` keeps the note alone."""
    document, _ = edition(tmp_path, texts="none", port=PORT)

    assert document.texts is None


@pytest.mark.parametrize(
    "text", ["One line. Another sentence of it", "\n\n\nA storm came on 5 May 2021.\r\n\r\nIt went.\r\n", "x"]
)
def test_odd_texts_keep_every_line(tmp_path, text):
    """No line end at the end, Windows line ends, a single letter."""
    document, result = edition(tmp_path, odd=text)

    read = result.dated[0].article.text
    assert [verbatim(line) for line in document.texts.sources[0].lines] == [
        one for one in read.splitlines() if one.strip()
    ]
