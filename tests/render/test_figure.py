"""The drawing in a Word file: a picture of the scene, in fonts that have its letters."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from briefing.document import Drawing
from briefing.render.docx import figure
from briefing.style import load_style
from tests.render.fonts import few_fonts, no_fonts  # noqa: F401
from tests.render.sample import density, note

STYLE = load_style()


def drawing() -> Drawing:
    return next(b for s in note().sections for b in s.blocks if isinstance(b, Drawing))


def picture(made: Drawing, style=STYLE) -> tuple[Image.Image, float]:
    png, height = figure.figure_picture(made, style, 170)
    return Image.open(io.BytesIO(png)), height


@pytest.mark.parametrize("made", [drawing(), density()], ids=["rows", "columns"])
def test_the_picture_has_220_dots_to_the_inch_and_exact_colours(made):
    """As wide as the text, on pure white, with the style's own tint where there is one."""
    image, height = picture(made)
    assert image.width == pytest.approx(170 / 25.4 * 220, abs=1)
    assert image.height == pytest.approx(height / 25.4 * 220, abs=2)
    colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 20)}
    assert (255, 255, 255) in colours
    assert made.axis.ahead is None or (0xEE, 0xF1, 0xF4) in colours


def test_the_same_drawing_gives_the_same_picture():
    """No chance in anti-aliasing or palette."""
    assert figure.figure_picture(drawing(), STYLE, 170) == figure.figure_picture(drawing(), STYLE, 170)


def with_words(words: str) -> Drawing:
    first = drawing()
    return replace(first, rows=tuple(replace(row, words=words) for row in first.rows))


@pytest.mark.usefixtures("no_fonts")
def test_letters_that_no_font_has_are_left_out_and_never_a_box():
    """Where the system has no other font, the words of such a script stand in the table only."""
    assert picture(with_words("القاهرة"))[0].tobytes() == picture(with_words(""))[0].tobytes()


@pytest.mark.usefixtures("few_fonts")
def test_arabic_is_drawn_joined_as_in_print():
    """One word of five letters is not five letters side by side."""
    joined, apart = (picture(with_words(words))[0].convert("L") for words in ("ميناء", "م ي ن ا ء"))
    blank = picture(with_words(""))[0].convert("L")
    assert joined.tobytes() != blank.tobytes()
    assert joined.histogram()[:64] != apart.histogram()[:64]


def test_a_mirrored_drawing_is_as_large():
    """Time from right to left; the same picture otherwise."""
    png, height = figure.figure_picture(drawing(), STYLE, 170, mirrored=True)
    usual, usual_height = picture(drawing())
    turned = Image.open(io.BytesIO(png))
    assert (turned.size, height) == (usual.size, usual_height)
    assert turned.tobytes() != usual.tobytes()


def test_a_style_without_font_files_is_drawn_too():
    """With the faces that every reader of PDF brings."""
    image, _ = picture(drawing(), load_style("plain"))
    assert image.convert("L").histogram()[0] > 500


def test_a_row_in_another_script_changes_nothing_else():
    """The same height, the same axis."""
    first = drawing()
    other = replace(first, rows=(replace(first.rows[0], words="Порт закрыт"), *first.rows[1:]))
    assert picture(first)[1] == picture(other)[1]
