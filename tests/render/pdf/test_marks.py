"""The four marks on paper: told apart without colour, as a laser print or a photocopy shows them."""

from datetime import date
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.render.writer import render
from briefing.style import load_style
from tests.render.pdf.readback import letters

SEEDS = Path(__file__).parents[3] / "seeds"
DOTS = 150  # to the inch: a coarse copier
SCALE = DOTS / 72
WORDS = ("statedinthetext", "resolvedfrom", "inferredfrom", "maydiffer.")
GRID = 5  # by which a mark is compared


def key_marks(pdf: bytes) -> list[list[float]]:
    """The darkness of each mark of page 1's key, on a grid of 5 by 5 cells, 0 white to 1 black."""
    page = pypdfium2.PdfDocument(pdf)[0]
    height = page.get_height()
    picture = page.render(scale=SCALE, grayscale=True).to_pil().convert("L")
    shown = [letter for letter in letters(pdf) if letter.page == 1 and not letter.text.isspace()]
    line = "".join(letter.text for letter in shown)
    found = []
    for words in WORDS:
        first = shown[line.rindex(words)]
        left, bottom, _, top = first.box
        size = 10.0
        middle = (bottom + top) / 2
        x, y = (left - size - 1.5) * SCALE, (height - middle - size / 2) * SCALE
        mark = picture.crop((round(x), round(y), round(x + size * SCALE), round(y + size * SCALE)))
        inked = mark.point(lambda value: 255 - value).getbbox()
        cells = mark.crop(inked).resize((GRID, GRID))
        found.append([1 - value / 255 for value in cells.tobytes()])
    return found


@pytest.mark.parametrize("style", ["standard", "plain", "compact"])
@pytest.mark.parametrize("bw", [False, True])
def test_the_four_marks_differ_in_grey_at_their_own_size(style, bw):
    """Full, half, ring, diamond: each pair differs in a seventh of its ground at least, in every style, with and without colour."""
    result = pipeline.build([SEEDS])
    note = compose(result.timeline, result.dated, result.problems, NoteOptions(date(2026, 11, 21), bw=bw))
    marks = key_marks(render(note, load_style(style), "pdf"))
    for one, other in combinations(marks, 2):
        assert sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one) > 0.15
    full, half, ring, diamond = marks
    middle, row = GRID * GRID // 2, slice(GRID * 2, GRID * 3)
    assert full[middle] > 0.9
    assert ring[middle] < 0.2
    assert half[row][1] > 0.6 > half[row][3]
    assert diamond[0] < 0.3, "its corners are white"
