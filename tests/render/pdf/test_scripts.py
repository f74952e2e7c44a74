"""Words in other scripts: which font sets them, as which glyphs, and what a reader of the file gets back."""

import io
import re
import subprocess
import unicodedata
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
import uharfbuzz
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.document import Cut, Link, Paragraph, Role, Row, Section, Table, TableRole, Text
from briefing.render.direction import mirrored
from briefing.render.pdf import scripts
from briefing.render.pdf.faces import Font, font_of
from briefing.render.pdf.lines import Setter
from briefing.render.pdf.scripts import Wish, clusters, other_font, package_of, pieces, script_name, unset, words_of
from briefing.render.pdf.shaping import Shaper
from briefing.render.writer import lacking, render
from briefing.style import load_style
from tests.render import sample
from tests.render.fonts import FOLDER, few_fonts, has_fonts, no_fonts  # noqa: F401
from tests.render.pdf.readback import letters, page_words

STYLE = load_style()
ARABIC = "قالت الوزيرة إنّ الميناء (الشمالي) مغلق في 17 يناير 2022، وأضافت كلمة Ferry."
HEBREW = "הנמל נסגר ביום שלישי, אמרה השרה."
HINDI = "मंत्री ने कहा कि क्षेत्रीय स्थिति ठीक है।"
THAI = "ท่าเรือปิดทำการเมื่อวันอังคาร น้ำ"
CHINESE = "部长表示，港口将于周二关闭。"
KOREAN = "장관은 화요일에 항구가 닫힐"
SOURCE = font_of(STYLE.faces.source)


def paragraphs(*texts: str, lang: str = "") -> tuple[Paragraph, ...]:
    return tuple(Paragraph((sample.said(text, lang=lang), Text(" "), sample.cite()), Role.ENTRY) for text in texts)


def made(*texts: str, **more) -> bytes:
    return render(sample.note((Section("x", None, paragraphs(*texts)),), **more), STYLE, "pdf")


def read_lines(pdf: bytes) -> list[str]:
    """What copying the page gives, in the normal form of Unicode."""
    return [unicodedata.normalize("NFC", line).strip() for line in page_words(pdf)[0].split("\r\n")]


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha() or unicodedata.combining(letter))


def shaped(text: str, font) -> list[int]:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font.shaper.font, buffer)
    return [info.codepoint for info in buffer.glyph_infos]


# --------------------------------------------------------------------------- set


@pytest.mark.usefixtures("few_fonts")
@pytest.mark.parametrize("text", [ARABIC, HEBREW, HINDI, THAI, CHINESE, KOREAN], ids=lambda text: text[:6])
def test_the_words_come_back_as_they_were_written(text):
    """Copied from the file all letters come in the order of the source, right to left or with letters that change places.
    Signs and numbers among words from the right are put in order by each program that reads a PDF, not by the file."""
    lines = read_lines(made(text))
    assert _letters(text) in _letters("".join(lines))
    assert not set("".join(lines)) & {"\ufffd", "\x00", "□", "\ufffe"}


@pytest.mark.usefixtures("few_fonts")
def test_vowel_marks_stay_with_their_letters():
    """Each mark is drawn on its letter, and the letter says both."""
    for text in ("محمّدٌ كِتَابٌ مُفِيدٌ", "שָׁלוֹם בַּיּוֹם"):
        assert unicodedata.normalize("NFC", f"{text} [1]") in read_lines(made(text))


@pytest.mark.usefixtures("few_fonts")
@pytest.mark.parametrize("word", ["الميناء", "لا", "محمّدٌ", "שָׁלוֹם", "क्षेत्रीय", "स्थिति", "कि", "น้ำ", "เมื่อ"])
def test_glyphs_are_those_of_the_shaper(word):
    """Letters joined, ligatures, vowels before their letter: what is drawn is HarfBuzz's own answer, and no box."""
    (font,) = {font for _, font in pieces(word, SOURCE, Wish())}
    run = font.shaper.shape(word, leftward=word[0] < "\u0700")
    glyphs = [glyph.number for part in run.words for glyph in part.glyphs]
    assert glyphs == shaped(word, font)
    assert 0 not in glyphs


@pytest.mark.usefixtures("few_fonts")
def test_a_sentence_from_the_right_ends_at_the_right_edge_and_its_citation_at_the_left():
    """The first letter stands at the right, numbers run from the left, [1] comes last and reads [1]."""
    pdf = made(ARABIC)
    found = [letter for letter in letters(pdf) if letter.text.strip()]
    page = STYLE.a4
    right = (page.width - page.side) * 72 / 25.4
    first = max((letter for letter in found if letter.text == "ق"), key=lambda letter: letter.box[0])
    assert right - first.box[2] < 3
    seen = "".join(x.text for x in sorted(found, key=lambda x: x.box[0]) if x.box[1] > first.box[1] - 9)
    assert seen.startswith("[1]")
    assert "2022" in seen


@pytest.mark.usefixtures("few_fonts")
def test_foreign_words_in_a_sentence_from_the_left_stay_at_their_place():
    """“…” around them open at the left; the sentence goes on at their right."""
    pdf = made("The pier “الشمالي” is closed.")
    assert "الشمالي" in " ".join(read_lines(pdf))
    found = [letter for letter in letters(pdf) if letter.text.strip() and letter.box[1] > 700]
    opened, closed = sorted(letter.box[0] for letter in found if letter.text in "“”")
    arabic = [letter.box[0] for letter in found if letter.text in "الشمالي"]
    assert arabic == sorted(arabic, reverse=True)
    assert opened < arabic[-1]
    assert arabic[0] < closed < next(letter.box[0] for letter in found if letter.text == "c")


@pytest.mark.usefixtures("few_fonts")
def test_tags_say_the_words_in_the_order_of_reading():
    """Each stretch from the right is an element with its words as they are read."""
    with pikepdf.open(io.BytesIO(made(ARABIC))) as pdf:
        spoken = [str(node.ActualText) for node in _walk(pdf.Root.StructTreeRoot.K[0]) if "/ActualText" in node]
    assert spoken[0] == "قالت الوزيرة إنّ الميناء "
    assert "".join("".join(spoken).split()) == re.sub(r"17|2022|Ferry| ", "", ARABIC)


def _walk(node):
    yield node
    for kid in node.get("/K", []) if isinstance(node.get("/K"), pikepdf.Array) else []:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _walk(kid)


@pytest.mark.usefixtures("few_fonts")
def test_only_what_is_drawn_is_embedded_under_its_own_name():
    """A font of either kind of outlines is a small part of itself, and says what its glyphs mean."""
    with pikepdf.open(io.BytesIO(made(ARABIC, CHINESE))) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values() if font.Subtype == "/Type0"]
        kinds = {str(font.DescendantFonts[0].Subtype): font for font in fonts}
        assert kinds.keys() == {"/CIDFontType0", "/CIDFontType2"}
        descriptor = kinds["/CIDFontType0"].DescendantFonts[0].FontDescriptor
        assert len(descriptor.FontFile3.read_bytes()) < 10_000
        assert all("beginbfchar" in font.ToUnicode.read_bytes().decode() for font in fonts)


@pytest.mark.usefixtures("few_fonts")
def test_the_same_words_give_the_same_bytes():
    """Fonts, names and order of objects hang on nothing but the note."""
    assert made(ARABIC, HINDI, CHINESE) == made(ARABIC, HINDI, CHINESE)


@pytest.mark.usefixtures("few_fonts")
def test_a_word_wider_than_its_column_is_cut_between_letters():
    """Ten thousand Arabic letters without a space overrun no edge, and none is lost."""
    pdf = made("ميناء" * 800)
    found = [letter for letter in letters(pdf) if letter.text.strip()]
    assert min(letter.box[0] for letter in found) > STYLE.a4.side * 72 / 25.4 - 1
    assert "".join(page_words(pdf)).count("م") == 800


@pytest.mark.usefixtures("few_fonts")
def test_decomposed_letters_of_a_style_s_own_face_have_their_marks_placed():
    """Vietnamese as some systems write it, letter and marks apart, reads and looks as in one piece."""
    text = unicodedata.normalize("NFD", "Người phát ngôn nói rằng bến tàu đóng cửa")
    assert unicodedata.normalize("NFC", f"{text} [1]") in read_lines(made(text))


NASTY = st.text(
    st.sampled_from(
        "aZ 1(.،)[א\u05b8בاللهّ\u0651\u0640क्षि\u094dก\u0e31\u0e34港。（\u200b\u200c\u200d\u200e\u200f\u061c"
        "\u0301\u0e33🚢\u202e\ud800é한"
    ),
    max_size=60,
)


@pytest.mark.usefixtures("few_fonts")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=NASTY)
def test_any_mixture_is_set_within_its_column(text):
    """Marks without letters, joiners, halves of pairs, overrides: nothing fails, nothing leaves the paper."""
    edge = STYLE.a4.side * 72 / 25.4
    found = [letter for letter in letters(made(text)) if letter.text.strip() and letter.box[2] > letter.box[0]]
    assert min(letter.box[0] for letter in found) > edge - 9
    assert max(letter.box[2] for letter in found) < STYLE.a4.width * 72 / 25.4 - edge + 9


@pytest.mark.usefixtures("few_fonts")
def test_marks_piled_on_a_letter_stay_within_their_line():
    """A thousand accents climb no page."""
    boxes = [letter.box for letter in letters(made("Plain words.", "a" + "\u0301" * 1000, "م" + "\u0651" * 1000))]
    assert max(box[3] for box in boxes) < STYLE.a4.height * 72 / 25.4 - STYLE.a4.top * 72 / 25.4 + 9


@pytest.mark.browser
@pytest.mark.usefixtures("few_fonts")
def test_another_program_reads_the_same_letters(tmp_path):
    """Poppler finds no fault in the file, and the letters in the same order."""
    texts = (HEBREW.replace(",", ""), HINDI, THAI, CHINESE, KOREAN)  # Poppler parts words from the right at a comma
    file = tmp_path / "note.pdf"
    file.write_bytes(made(*texts))
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    lines = [_letters(unicodedata.normalize("NFC", line)) for line in done.stdout.split("\n")]
    assert [text for text in texts if _letters(text) not in lines] == []
    picture = subprocess.run(["pdftoppm", "-r", "40", "-png", file, tmp_path / "page"], capture_output=True, check=True)
    assert picture.stderr == b""


# --------------------------------------------------------------------------- the whole note from the right


@pytest.mark.usefixtures("few_fonts")
def test_a_note_of_sentences_from_the_right_is_mirrored():
    """Numbers stand at the right, the strip's bar too, and time runs from right to left."""
    usual, turned = (render(sample.note(direction=way), STYLE, "pdf") for way in ("ltr", "rtl"))
    left, right = ([x for x in letters(pdf) if x.text.strip() and x.page == 1] for pdf in (usual, turned))
    width = STYLE.a4.width * 72 / 25.4
    kicker = [next(x for x in found if x.text == "B") for found in (left, right)]
    assert kicker[0].box[0] < width / 3
    assert kicker[1].box[0] > width / 2
    assert sorted(x.text for x in left) == sorted(x.text for x in right)
    margin = STYLE.a4.side * 72 / 25.4
    assert all(margin - 1 < x.box[0] and x.box[2] < width - margin + 1 for x in right if x.box[1] > 60)


@pytest.mark.usefixtures("few_fonts")
def test_a_folder_in_other_scripts_is_quoted_to_the_letter(tmp_path):
    """Read from the finished file: each sentence of the articles, in each edition, letter by letter, or its opening."""
    # A headline of one word: of a line in both directions, as in the list of sources, PDFium reads the words from the left.
    texts = {"a.txt": ("الميناء\n\n10 يناير 2022\n\n" + ARABIC), "b.txt": f"ข่าวท่าเรือ\n\n{THAI} {THAI}"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = pipeline.build([tmp_path])
    whole = _letters("".join(dated.article.text for dated in result.dated))
    for more in ({}, {"edition": "one-page"}, {"edition": "large-print", "paper": "letter"}):
        note = compose(result.timeline, result.dated, result.problems, NoteOptions(built=date(2026, 11, 21), **more))
        pdf = render(note, STYLE, "pdf")
        runs = "".join(letter.text if "Noto" in letter.font else "|" for letter in letters(pdf))
        quoted = [_letters(run) for run in runs.split("|") if len(_letters(run)) > 1]
        assert len(quoted) > 2
        assert [run for run in quoted if unicodedata.normalize("NFC", run) not in whole] == []


def test_a_note_is_mirrored_where_most_sentences_run_from_the_right():
    """As long as nobody says otherwise."""
    arabic, english = sample.note(sample.sections(ARABIC)), sample.note()
    assert not mirrored(english)
    assert mirrored(replace(english, direction="rtl"))
    assert not mirrored(replace(arabic, direction="ltr"))
    (cell,) = paragraphs(ARABIC)
    glance = Table(TableRole.GLANCE, ("",), (Row(((cell,),)),), "")
    assert mirrored(sample.note((Section("glance", None, (glance,)),)))


# --------------------------------------------------------------------------- not set


@pytest.mark.usefixtures("no_fonts")
def test_words_without_a_font_are_counted_where_they_stand_and_named_by_the_build():
    """The citation stays, the note is made; the message has the letters and the package that helps."""
    pdf = made(f"The pier {HEBREW} is closed.", "क्षेत्र 東京 🚢")
    text = " ".join(read_lines(pdf))
    assert "The pier [6: Hebrew] is closed. [1]" in text
    assert "[1: Devanagari] [1: Chinese] [U+1F6A2] [1]" in text
    note = sample.note((Section("x", None, paragraphs(HEBREW, "東京 🚢")),))
    problems = {problem.code: problem.facts for problem in lacking(note, STYLE, "pdf") if problem.facts[0] != "Chinese"}
    assert problems["script-without-font"] == ("Hebrew", "6", "הנמלסגרביוםש", "fonts-noto-core")
    assert problems["sign-without-font"] == ("1", "U+1F6A2")


@pytest.mark.usefixtures("no_fonts")
def test_a_refused_sentence_from_the_right_leaves_english_in_order():
    """What stands for it is the tool's, and runs from the left."""
    assert "[6: Hebrew] [1]" in read_lines(made(HEBREW))


@pytest.mark.usefixtures("few_fonts")
def test_a_font_without_the_rules_of_a_script_is_no_font_for_it(monkeypatch):
    """Letters alone make no Devanagari: unjoined words are never set."""
    monkeypatch.setitem(scripts.RULES, "DEVANAGARI", "none")
    scripts.font_for.cache_clear()
    other_font.cache_clear()
    assert [script for _, script in words_of("क्षेत्र", SOURCE, Wish())] == ["DEVANAGARI"]


@pytest.mark.usefixtures("few_fonts")
def test_columns_are_refused_with_their_reason():
    """Mongolian is written from top to bottom."""
    note = sample.note((Section("x", None, paragraphs("ᠮᠣᠩᠭᠣᠯ")),))
    (problem,) = unset(note, STYLE)
    assert (problem.code, problem.facts[:2]) == ("script-in-columns", ("Mongolian", "1"))


def test_a_style_brings_fonts_of_its_own(monkeypatch, tmp_path, no_fonts):  # noqa: F811
    """What lies in its folder `fonts` serves before any of the system's."""
    (tmp_path / "fonts").mkdir()
    file = tmp_path / "fonts" / "NotoSerifHebrew-Regular.ttf"
    file.write_bytes((FOLDER / file.name).read_bytes())
    style = replace(STYLE, folder=tmp_path)
    note = sample.note((Section("x", None, paragraphs(HEBREW)),))
    assert unset(note, style) == ()
    assert f"{HEBREW} [1]" in read_lines(render(note, style, "pdf"))


def test_an_address_has_no_box(no_fonts):  # noqa: F811
    """Letters that the tool's face lacks stand in an address as it is sent; it leads where it led."""
    url = "https://example.org/الميناء/порт"
    note = sample.note((Section("x", None, (Paragraph((Link(url, url),), Role.SMALL),)),))
    pdf = render(note, STYLE, "pdf")
    text = "".join("".join(read_lines(pdf)).split())
    assert "https://example.org/%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1/порт" in text


def test_what_nobody_sees_is_no_box(no_fonts):  # noqa: F811
    """Joiners, marks of order and soft hyphens in words of the style's own faces leave no trace."""
    pdf = made("Har\u00adbour\u200d mas\u200bter\u2060 \ufeffsaid\u200f \u200e(no).", "\u200b\u200c")
    assert "Harbour master said (no). [1]" in read_lines(pdf)
    note = sample.note((Section("x", None, paragraphs("a\u200db \ufeff")),))
    assert lacking(note, STYLE, "pdf") == ()


# --------------------------------------------------------------------------- which font


def test_serif_or_sans_heavy_or_not_as_the_words_are(monkeypatch, tmp_path):
    """The file's name tells; one of the style's own comes before all others, one named after another script last."""
    names = "NotoSansArabic-Bold NotoSansArabic-Regular NotoNaskhArabic-Regular NotoNaskhArabic-Bold NotoSerif-Regular"
    for name in (*names.split(), "NotoNaskhArabic-Italic", "NotoNastaliqUrdu-Regular"):
        (tmp_path / f"{name}.ttf").touch()
    own = tmp_path / "own"
    own.mkdir()
    has_fonts(monkeypatch, tmp_path)

    def first(**more) -> str:
        return scripts._candidates("ARABIC", Wish(**more))[0].stem

    assert first() == "NotoNaskhArabic-Regular"
    assert first(serif=False) == "NotoSansArabic-Regular"
    assert first(heavy=True) == "NotoNaskhArabic-Bold"
    (own / "Ours.ttf").touch()
    assert first(near=str(own)) == "Ours"
    assert not any("Nastaliq" in file.stem or "Italic" in file.stem for file in scripts._candidates("ARABIC", Wish()))
    monkeypatch.undo()
    has_fonts(monkeypatch)


def test_of_a_collection_the_font_for_the_language_is_taken():
    """One code, four shapes of a letter: Japan's, Korea's, China's, Taiwan's."""
    names = [f"NotoSerifCJK{end}-Regular" for end in ("jp", "kr", "sc", "tc")]
    fonts = tuple(Font(name, {}) for name in names)

    def first(script: str, lang: str) -> str:
        return scripts._by_language(fonts, script, lang)[0].name[12:14]

    assert [first("CJK", lang) for lang in ("ja", "ko", "zh", "zh-Hant", "")] == ["jp", "kr", "sc", "tc", "sc"]
    assert (first("HIRAGANA", ""), first("HANGUL", "")) == ("jp", "kr")


@pytest.mark.parametrize(
    ("rights", "allowed"), [(0, True), (2, False), (4, True), (8, True), (0x100, False), (0x204, False)]
)
def test_a_font_that_may_not_be_embedded_is_left_alone(tmp_path, rights, allowed):
    """Its maker says so in the file (OpenType, OS/2 fsType)."""
    font = bytearray((FOLDER / "NotoSerifHebrew-Regular.ttf").read_bytes())
    entry = font.index(b"OS/2")
    start = int.from_bytes(font[entry + 8 : entry + 12], "big")
    font[start + 8 : start + 10] = rights.to_bytes(2, "big")
    file = tmp_path / "Font.ttf"
    file.write_bytes(font)
    assert Shaper(file).embeddable == allowed


@pytest.mark.usefixtures("few_fonts")
@pytest.mark.parametrize("junk", [b"", b"no font", b"ttcf\0\1\0\0\0\0\0\3", b"\0\1\0\0" + b"\xff" * 60])
def test_a_file_that_is_no_font_is_passed_over(monkeypatch, tmp_path, junk):
    """A broken file in the folder costs nothing but itself."""
    (tmp_path / "A Hebrew.ttf").write_bytes(junk)
    has_fonts(monkeypatch, tmp_path, FOLDER)
    assert f"{HEBREW} [1]" in read_lines(made(HEBREW))


# --------------------------------------------------------------------------- pieces


@pytest.mark.usefixtures("few_fonts")
def test_signs_go_with_the_letters_they_stand_among():
    """One hand writes a sentence from the right; in one from the left punctuation is the face's own."""
    arabic = other_font("ق", Wish())
    assert [(text, font is SOURCE) for text, font in pieces("«قالت» الوزيرة", SOURCE, Wish(), leftward=True)] == [
        ("«قالت» الوزيرة", False)
    ]
    assert list(pieces("a قالت.", SOURCE, Wish())) == [("a ", SOURCE), ("قالت", arabic), (".", SOURCE)]


def test_a_letter_and_its_marks_are_one():
    """Nothing is set in two fonts that belongs together."""
    assert list(clusters("e\u0301a\u200dक\u094d")) == ["e\u0301", "a\u200d", "क\u094d"]
    assert [script_name(script) for script in ("CJK", "HANGUL", "THAI")] == ["Chinese", "Korean", "Thai"]
    assert [package_of(script) for script in ("CJK", "THAI")] == ["fonts-noto-cjk", "fonts-noto-core"]


@pytest.mark.usefixtures("few_fonts")
def test_a_cut_sentence_from_the_right_has_its_cut_at_the_left():
    """[…] comes after the words, before the citation."""
    setter = Setter(STYLE, lambda _: "")
    paragraph = Paragraph((sample.said("הנמל נסגר,"), Text(" "), Cut(), Text(" "), sample.cite()), Role.ENTRY)
    (line,) = setter.lines(paragraph, STYLE.types.entry, 300.0)
    cut, cite = (next(run for run in line if run.text == text) for text in ("[…]", "[1]"))
    words = next(run for run in line if run.text.startswith("הנמל"))
    assert cite.x < cut.x < words.x
    assert abs(words.x + words.width - 300.0) < 0.1
