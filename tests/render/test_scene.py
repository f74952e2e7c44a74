"""The timeline drawing keeps its words inside and apart, whatever it holds."""

from itertools import pairwise
from string import ascii_lowercase

import pytest

from briefing.document import Axis, AxisCell, Drawing, DrawingColumn, DrawingRow, Mark, MarkKind
from briefing.render.scene import Box, Scene, Sign, Words, roomy, timeline_scene
from briefing.style import load_style
from tests.render.sample import density, note

STYLE = load_style()
WIDTH = 480.0


def half_em(words, face, size):
    return len(words) * size / 2


def scene(drawing) -> Scene:
    return timeline_scene(drawing, STYLE, WIDTH, half_em)


def extent(words: Words) -> tuple[float, float]:
    long = half_em(words.text, words.face, words.size)
    start = words.x - {"start": 0, "middle": long / 2, "end": long}[words.align]
    return start, start + long


def sample_drawing() -> Drawing:
    return next(b for s in note().sections for b in s.blocks if isinstance(b, Drawing))


def at(place: float, to: float | None = None, words: str = "Opening words of the item that are long enough") -> Drawing:
    row = DrawingRow(1, "item-1", Mark(MarkKind.STATED, "stated"), words, place, to)
    return Drawing(Axis((AxisCell(0, 1, "Mon 11"),)), "one", (row,))


@pytest.mark.parametrize("place", [0.0, 0.02, 0.5, 0.85, 0.99, 1.0])
@pytest.mark.parametrize("length", [None, 0.001, 0.1, 0.6])
def test_words_and_marks_stay_inside(place, length):
    """No number, mark or word runs out of the drawing, wherever its day stands and however long it lasts."""
    to = None if length is None else min(1.0, place + length)
    for shape in scene(at(place, to)).shapes:
        if isinstance(shape, Words):
            start, end = extent(shape)
            assert start >= -0.5, shape
            assert end <= WIDTH + 0.5, shape
        if isinstance(shape, Sign):
            assert shape.size / 2 <= shape.x <= WIDTH


def test_opening_words_are_cut_between_words_with_an_ellipsis():
    """What is shown of an item begins it, whole words only."""
    words = " ".join(ascii_lowercase[n % 26] * 7 for n in range(40))
    shown = [s.text for s in scene(at(0.5, words=words)).shapes if isinstance(s, Words) and s.source]
    assert len(shown) == 1
    assert shown[0].endswith(" …")
    assert words.startswith(shown[0].removesuffix("…"))


def test_a_word_of_ten_thousand_letters_is_not_shown_in_part():
    """A word that has no room at all is left out, quickly."""
    assert [s for s in scene(at(0.5, words="x" * 10_000)).shapes if isinstance(s, Words) and s.source] == []


def test_every_item_has_its_mark_and_number():
    """Rows and columns both show each item once."""
    rows = [s for s in scene(sample_drawing()).shapes if isinstance(s, Sign)]
    assert [sign.kind for sign in rows] == [MarkKind.STATED, MarkKind.RESOLVED, MarkKind.RESOLVED]
    columns = [s for s in scene(density()).shapes if isinstance(s, Sign)]
    assert len(columns) == 50
    assert {f"+{n}" for n in range(1, 10)} <= {s.text for s in scene(density()).shapes if isinstance(s, Words)}


def test_words_below_the_axis_never_touch():
    """Where days are too narrow for their names, some names are left out."""
    cells = tuple(AxisCell(n / 60, (n + 1) / 60, f"Mon {n}") for n in range(60))
    drawing = Drawing(Axis(cells), "narrow", at(0.5).rows)
    spans = sorted(extent(s) for s in scene(drawing).shapes if isinstance(s, Words) and s.text.startswith("Mon"))
    assert len(spans) > 5
    assert all(before[1] < after[0] for before, after in pairwise(spans))


def test_days_ahead_are_tinted_and_named():
    """The tint begins at the border and the words stand at its two sides."""
    shapes = scene(sample_drawing()).shapes
    tint = next(s for s in shapes if isinstance(s, Box) and s.fill == STYLE.colours.tint)
    assert tint.x == pytest.approx(0.7 * WIDTH)
    words = {s.text: s for s in shapes if isinstance(s, Words)}
    assert extent(words["as of Tue 12 Mar"])[1] < tint.x < extent(words["ahead"])[0]


@pytest.mark.parametrize("width", [736, 592, 328, 256])
def test_columns_are_stacked_where_they_have_no_room(width):
    """On every width each mark stands clear of its neighbours, inside the drawing, and no item is lost."""
    mark = Mark(MarkKind.STATED, "stated")
    places = [0.03 + n * 0.066 for n in range(15)]
    given = tuple(
        DrawingColumn(at, ((n, f"item-{n}", mark), (n + 15, f"item-{n + 15}", mark))) for n, at in enumerate(places, 1)
    )
    least = 38 / width
    made = roomy(given, least, 0.9)
    assert sum(len(column.items) + column.more for column in made) == 30
    assert all(b.at - a.at > least * 0.99 for a, b in pairwise(made))
    assert made[0].at > 0
    assert made[-1].at < 1
    ahead = [n for n, *_ in made[-1].items]
    assert set(ahead) <= {15, 30, 14, 29}, "what is ahead is not stacked with what was"
