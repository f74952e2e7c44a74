"""The drawing in a Word file: a picture of the scene, in fonts that have its letters."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from briefing.document import Drawing
from briefing.render.docx import figure
from briefing.style import load_style
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


def test_letters_that_no_font_has_are_left_out_and_never_a_box(monkeypatch):
    """Where the system has no other font, the words of such a script stand in the table only."""
    monkeypatch.setattr(figure, "other_font", lambda *_: None)
    monkeypatch.setattr("briefing.render.pdf.scripts.other_font", lambda *_: None)
    face = STYLE.faces.source
    assert figure._pieces("القاهرة", face, STYLE) == ()
    assert [piece.words for piece in figure._pieces("Порт 東京 ελ", face, STYLE)] == ["Порт ", " ελ"]


def test_arabic_is_not_drawn_unjoined(monkeypatch):
    """Without a library that joins letters there are no Arabic words in the picture."""
    monkeypatch.setattr(figure.features, "check", lambda _: False)
    assert figure._pieces("القاهرة", STYLE.faces.source, STYLE) == ()


def test_a_style_without_font_files_draws_in_ours():
    """The picture needs letters; serif stays serif, sans stays sans."""
    plain = load_style("plain")
    (piece,) = figure._pieces("Words", plain.faces.source, plain)
    assert piece.file.stem == "SourceSerif4-Regular"
    (piece,) = figure._pieces("Words", plain.faces.tool, plain)
    assert piece.file.stem == "SourceSans3-Regular"


def test_a_row_in_another_script_changes_nothing_else():
    """The same height, the same axis."""
    first = drawing()
    other = replace(first, rows=(replace(first.rows[0], words="Порт закрыт"), *first.rows[1:]))
    assert picture(first)[1] == picture(other)[1]
