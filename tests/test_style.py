"""A house style is read whole, or refused with file, line and remedy."""

import re
import shutil
import textwrap
from dataclasses import fields
from pathlib import Path

import pytest

from briefing.document import Role, TableRole
from briefing.errors import StyleError
from briefing.style import (
    SMALLEST,
    CitationType,
    Colours,
    DocxFonts,
    Faces,
    HtmlFonts,
    Page,
    Rules,
    Space,
    Types,
    all_styles,
    find_style,
    in_grey,
    in_large_print,
    load_style,
    new_style,
)

STANDARD = find_style("standard")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STANDARD, tmp_path / "templates" / "ours"))


def change(folder: Path, old: str, new: str) -> int:
    """Change the sheet; the number of the changed line."""
    sheet = folder / "style.toml"
    text = sheet.read_text(encoding="utf-8")
    assert text.count(old) == 1
    sheet.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize("folder", all_styles(), ids=lambda folder: folder.name)
def test_every_shipped_style_loads(folder):
    """All styles in templates/ are whole, described, and never smaller than 9 pt."""
    style = load_style(str(folder.resolve()))
    assert style.description
    assert all(getattr(style.types, token.name).size >= SMALLEST for token in fields(Types))


def test_a_style_is_found_by_name_by_path_and_beside_the_reader(copy, tmp_path):
    """The reader's own ./templates wins over the one that ships."""
    assert load_style("ours", near=tmp_path).folder == copy
    assert load_style(str(copy)).name == "ours"
    own = Path(shutil.copytree(copy, tmp_path / "templates" / "standard"))
    assert find_style("standard", near=tmp_path) == own


def test_text_width_is_what_the_margins_leave():
    """The widths of the specification: 170 mm on A4."""
    style = load_style()
    assert style.a4.text == 170
    assert style.widths("timeline", "a4") == (7, 40, 123)
    assert sum(style.widths("audit", "letter")) == pytest.approx(style.letter.text)


@pytest.mark.parametrize(
    ("old", "new", "says", "remedy"),
    [
        ('accent = "#1B3A5C"', 'accent = "navy"', "accent is no colour: 'navy'", "#1B3A5C"),
        ('accent = "#1B3A5C"', 'acent = "#1B3A5C"', "no such key in [colours]: acent", "accent"),
        ("head = 0.9", 'head = "thick"', "[rules] head can't be 'thick'", "number"),
        ("side = 20", "side = true", "[a4] side can't be True", "number"),
        ("size = 22, leading = 25", "size = 8, leading = 25", "title is set 8 on 25", "at least 9"),
        ("size = 22, leading = 25", "size = 22", "title is no type", "leading"),
        ('strip = { face = "tool"', 'strip = { face = "roman"', "strip: face can't be 'roman'", "source"),
        ('source = "fonts/SourceSerif4-Regular.ttf"', 'source = "fonts/none.ttf"', "is not there", "put the file"),
        ('source = "fonts/SourceSerif4-Regular.ttf"', 'source = "OFL.txt"', "no TrueType file", ".ttf"),
        ('description = "Source', 'discription = "Source', "no such key: discription", "faces"),
        ("who = [55, 0, 17]", "who = [55, 17]", "[columns] who can't be [55, 17]", "3 widths"),
        ("[rules]  ", "[ruler]  ", "no such key: ruler", "rules"),
        ("width = 210", "width = = 210", "Invalid value", "docs/styles.md"),
    ],
)
def test_what_is_wrong_is_named_with_file_line_and_remedy(copy, old, new, says, remedy):
    """A wrong key, colour, number, face or font points to its line."""
    line = change(copy, old, new)
    with pytest.raises(StyleError) as error:
        load_style(str(copy))
    assert f"{copy / 'style.toml'}, line {line}" in str(error.value)
    assert says in str(error.value)
    assert remedy in error.value.remedy


def test_each_role_and_table_of_the_document_has_its_tokens():
    """What the document names, a style can set."""
    style = load_style()
    assert {style.type(role).face for role in Role} <= {token.name for token in fields(Faces)}
    assert all(len(style.widths(table, "a4")) > 1 for table in TableRole)


def test_the_voice_decides_the_face():
    """Words of a source are never set in a face of the tool, nor the tool's in one of a source."""
    style = load_style()
    source = {style.faces.source, style.faces.title}
    for role in Role:
        assert style.face(style.type(role), source=True) in source
        assert style.face(style.type(role), source=False, strong=True) not in source


def test_a_missing_key_is_named_with_its_table(copy):
    """What is left out is named, unless the style is based on another."""
    change(copy, "head = 0.9\n", "")
    with pytest.raises(StyleError, match=r"\[rules\] lacks head"):
        load_style(str(copy))
    change(copy, "description = ", 'based_on = "standard"\ndescription = ')
    assert load_style(str(copy)).rules.head == 0.9


def test_a_style_based_on_itself_is_refused(copy, tmp_path):
    """A circle of styles is an error with a line, not a loop."""
    line = change(copy, "description = ", 'based_on = "ours"\ndescription = ')
    with pytest.raises(StyleError, match=f"line {line}: based_on runs in a circle"):
        load_style("ours", near=tmp_path)


def test_an_unknown_name_lists_the_styles_there_are():
    """The remedy of a wrong name is the list of right ones."""
    with pytest.raises(StyleError) as error:
        load_style("../nothing")
    assert "standard" in error.value.remedy


def test_modes_keep_every_role_and_change_only_what_they_are_for():
    """Large print sets nothing below 14 pt and sentences 16/22; grey holds no colour."""
    style = load_style()
    large = in_large_print(style)
    assert min(getattr(large.types, token.name).size for token in fields(Types)) >= 14
    assert (large.types.entry.size, large.types.entry.leading) == (16, 22)
    grey = in_grey(style)
    assert all(
        value[1:3] == value[3:5] == value[5:7]
        for value in (getattr(grey.colours, f.name) for f in fields(grey.colours))
    )
    assert grey.types == style.types


def test_the_fonts_of_the_standard_style_are_there_with_their_licence():
    """The OFL asks that its text goes with the fonts."""
    style = load_style()
    assert all(getattr(style.faces, token.name).file for token in fields(Faces))
    assert "SIL OPEN FONT LICENSE" in (style.folder / "OFL.txt").read_text(encoding="utf-8")


def test_a_new_style_is_a_copy_to_start_from(tmp_path):
    """What is copied loads at once, under its own name, and wins as soon as it is changed."""
    folder = new_style("ours", near=tmp_path)
    assert folder == tmp_path / "templates" / "ours"
    assert (folder / "OFL.txt").is_file()
    made = load_style("ours", near=tmp_path)
    assert made.name == "ours"
    assert made.types == load_style().types
    assert 'house style "ours"' in (folder / "style.toml").read_text(encoding="utf-8")


def test_a_new_style_never_overwrites_one(copy, tmp_path):
    """A folder that is there stays as it is."""
    before = (copy / "style.toml").read_bytes()
    with pytest.raises(StyleError, match="is there already"):
        new_style("ours", near=tmp_path)
    assert (copy / "style.toml").read_bytes() == before


@pytest.mark.parametrize("name", ["", "../x", "Ours", "a b", "x" * 60, "."])
def test_a_style_has_a_plain_name(name, tmp_path):
    """A name can't lead out of the folder."""
    with pytest.raises(StyleError, match="is no name"):
        new_style(name, near=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_three_styles_ship_and_two_say_only_what_is_other():
    """standard, plain and compact; what plain does not name is the standard's."""
    assert {folder.name for folder in all_styles()} >= {"compact", "plain", "standard"}
    standard, plain, compact = (load_style(name) for name in ("standard", "plain", "compact"))
    assert plain.a4 == standard.a4
    assert all(getattr(plain.faces, token.name).file is None for token in fields(Faces))
    assert compact.faces == standard.faces
    assert compact.a4.text > standard.a4.text


def test_the_style_of_the_documentation_loads(tmp_path):
    """docs/styles.md shows a style that works as it stands there, and names every key there is."""
    text = (Path(__file__).parents[1] / "docs" / "styles.md").read_text(encoding="utf-8")
    sheet = re.search(r"```toml\n(.*?)```", text, flags=re.DOTALL)[1]
    folder = tmp_path / "templates" / "harbour"
    folder.mkdir(parents=True)
    (folder / "style.toml").write_text(textwrap.dedent(sheet), encoding="utf-8")
    made = load_style("harbour", near=tmp_path)
    assert (made.colours.accent, made.types.entry.size, made.a4.side) == ("#14532D", 11.5, 22)
    parts = (Colours, Faces, DocxFonts, HtmlFonts, Types, CitationType, Rules, Space, Page)
    assert [token.name for part in parts for token in fields(part) if f"`{token.name}`" not in text] == []


@pytest.mark.parametrize("name", ["logo.png", "reference.docx"])
def test_a_logo_or_reference_of_another_kind_is_refused(copy, name):
    """A file with the right name and the wrong content is named."""
    assert load_style(str(copy)).logo is None
    (copy / name).write_bytes(b"GIF89a")
    with pytest.raises(StyleError, match=f"{name} is no"):
        load_style(str(copy))
