"""The axis of the drawing, for folders of invented news."""

import itertools
from datetime import date

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.document import Drawing


def drawn(tmp_path, text) -> Drawing:
    (tmp_path / "a.txt").write_text(f"Pier news from Lindmark\n\n8 May 2023\n\n{text}", encoding="utf-8")
    result = pipeline.build([tmp_path])
    note = compose(result.timeline, result.dated, result.problems, NoteOptions(built=date(2023, 5, 9)))
    return next(block for section in note.sections for block in section.blocks if isinstance(block, Drawing))


def test_where_most_is_background_a_year_is_drawn_to_scale(tmp_path):
    """Months stand side by side, and older dates share cells before a break."""
    told = [
        f"The council of Lindmark closed pier {n} on {n} {month} 2022."
        for n, month in enumerate(("June", "July", "August", "October", "November"), 3)
    ]
    old = ["The pier of Lindmark was built in 1871.", "The pier burned down in 1902.", "The pier was sold in 1950."]
    now = ["Mayor Osten Varga opened the pier of Lindmark on Monday."]
    drawing = drawn(tmp_path, "\n\n".join(old + told + now))
    labels = [cell.label for cell in drawing.axis.cells]
    assert labels[0] == "1871 –"
    assert drawing.axis.cells[0].under == "1902"
    assert {"Jul", "Oct"} <= set(labels)
    places = [row.at for row in drawing.rows]
    assert places == sorted(places)


def test_columns_of_the_dense_form_stand_apart_and_hold_every_item(tmp_path):
    """Fourteen items are marks in columns with their numbers; none lies over its neighbour or beyond the axis."""
    text = "\n\n".join(f"The ferry {n} left the port of Lindmark on {n} April 2023." for n in range(1, 29))
    drawing = drawn(tmp_path, text)
    assert drawing.rows == ()
    assert sum(len(column.items) + column.more for column in drawing.columns) == 28
    places = [column.at for column in drawing.columns]
    assert all(b - a > 0.04 for a, b in itertools.pairwise(places))
    assert 0 < places[0] < places[-1] < 1
