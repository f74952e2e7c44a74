"""The HTML edition, read back from its bytes; what only a browser can show stands in `test_html_browser.py`."""

import base64
import copy
import hashlib
import itertools
import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html as parser

import briefing.words as words_room
from briefing.catalogue import catalogue, languages
from briefing.document import Line, Role, Row, SourceTexts, Text, Voice, Words
from briefing.model import Span
from briefing.render._html.markup import tag, words
from briefing.render._html.pen import outside
from briefing.render._html.sheet import css_string, script
from briefing.render.html import write
from briefing.style import load_style
from tests.render import html_sample, sample

STYLE = load_style()
PLAIN = load_style("plain")


@pytest.fixture(scope="module")
def page() -> bytes:
    return write(html_sample.document(), STYLE)


@pytest.fixture(scope="module")
def tree(page):
    return parser.document_fromstring(page.decode())


def folded(text: str) -> str:
    return " ".join(text.split())


def shown(element, *, without: str) -> str:
    """The words of an element less those in elements of the classes `without`."""
    kept = copy.deepcopy(element)
    for inner in [inner for name in without.split() for inner in kept.find_class(name)]:
        inner.drop_tree()
    return folded(kept.text_content())


# --------------------------------------------------------------------------- words


def test_every_source_run_of_the_page_is_verbatim(tree):
    """Serif words are a run of the file, the drawing's less their dots."""
    source = folded(html_sample.AS_READ)
    runs = [run.text_content() for run in tree.find_class("s")]

    assert len(runs) > 20
    for run in runs:
        if run != "Serif type":
            assert folded(run).removesuffix(" …") in source


def test_a_source_stands_in_the_page_line_by_line(tree):
    """Labels removed, the pane holds each non-empty line once, in order."""
    lines = [shown(line, without="num why under label back acts w more") for line in tree.find_class("l")]

    assert lines == [folded(line) for line in html_sample.AS_READ.splitlines() if line.strip()]


def test_lines_are_numbered_from_one_and_say_what_became_of_them(tree):
    """A left-out line has its reason, a fragment its letter and reason, a title what it gave."""
    lines = tree.find_class("l")

    assert [line.find_class("num")[0].text_content() for line in lines] == [str(n + 1) for n in range(len(lines))]
    assert lines[0].find_class("why")[0].text_content() == "menu line"
    assert lines[1].find_class("under")[0].text_content() == "headline, used as the title of this note"
    fragment = next(line for line in lines if "frag" in line.classes)
    assert (
        fragment.find_class("under")[0].text_content() == "fragment a · starts in lower case: its beginning is missing"
    )


def test_a_long_line_that_is_left_out_is_folded_and_whole(tree):
    """Its first 46 characters stand in sight, the rest in the same element, nothing twice."""
    details = tree.find_class("l")[0].find("details")

    assert details.find("summary").text == html_sample.MENU[:46]
    assert shown(details, without="more") == folded(html_sample.MENU)


# --------------------------------------------------------------------------- links


def test_every_link_inside_the_page_has_its_target(tree):
    """No citation, jump or reference leads nowhere, and no anchor is given twice."""
    ids = [element.get("id") for element in tree.iter() if isinstance(element.tag, str) and element.get("id")]
    links = [a.get("href") for a in tree.iter("a") if a.get("href", "").startswith("#")]

    assert len(ids) == len(set(ids))
    assert len(links) > 30
    assert {link[1:] for link in links} <= set(ids)


def test_a_citation_leads_to_its_sentence(tree):
    """Not to the source, not to the paragraph: to the words that are quoted."""
    for row in tree.find_class("row"):
        for cite in row.find_class("c"):
            quoted = folded(row.find_class("s")[0].text_content())
            target = tree.get_element_by_id(cite.get("href")[1:])
            if cite.get("href").count("-") > 1 or "fragment" in cite.get("href"):
                assert quoted in folded(target.text_content())
                assert target.get("tabindex") == "-1"


def test_a_quoted_sentence_leads_back_to_its_items(tree):
    """Each sentence names the items that quote it, and each working card is reached by its sentence alone."""
    sentence = tree.get_element_by_id("source-1-p3-s1")
    backs = [a.get("href") for a in tree.get_element_by_id("source-1-p3").find_class("back")]

    assert sentence.find_class("d")[0].text_content() == "Monday"
    assert backs == ["#item-2", "#item-3"]
    assert ["w1" in w.classes for w in tree.get_element_by_id("source-1-p3").find_class("w")] == [True, False]
    assert tree.get_element_by_id("how-2").find_class("return")[0].get("href") == "#item-2"


def test_how_a_date_is_known_is_a_link_to_the_passage(tree):
    """The rail leads where the citation leads."""
    row = tree.get_element_by_id("item-2")

    assert row.find_class("how")[0].get("href") == row.find_class("c")[0].get("href") == "#source-1-p3-s1"
    assert row.find_class("how")[0].text_content() == "from “Monday”"


def test_a_citation_says_where_it_leads_and_never_begins_a_line(tree):
    """Its accessible name begins with what is seen; a no-break space stands before it."""
    cite = tree.get_element_by_id("item-2").find_class("c")[0]

    assert cite.get("aria-label") == "[1] source passage, item 2"
    assert cite.getprevious().tail == "\N{NO-BREAK SPACE}"


def test_without_source_texts_citations_lead_to_the_entry_in_sources():
    """An edition that holds no texts has no pane, and no link that leads to one."""
    tree = parser.document_fromstring(write(replace(html_sample.document(), texts=None), STYLE).decode())

    assert not tree.find_class("pane")
    assert {a.get("href") for a in tree.find_class("c")} == {"#source-1"}
    assert "row" in tree.get_element_by_id("source-1").classes


# --------------------------------------------------------------------------- structure


def test_headings_have_no_gap(tree):
    """One h1, then never more than one level down at a time."""
    levels = [int(e.tag[1]) for e in tree.iter("h1", "h2", "h3", "h4")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in itertools.pairwise(levels))


def test_the_note_comes_before_the_source_texts(tree):
    """Reading order is document order; the pane is named by its heading and can be scrolled by keys."""
    pane = tree.get_element_by_id("texts")
    order = [element.tag for element in tree.body.iter("main", "aside")]

    assert order == ["main", "aside"]
    assert pane.get("tabindex") == "0"
    assert tree.get_element_by_id(pane.get("aria-labelledby")).text == "Source texts, as read"


def test_each_row_of_the_drawing_is_a_named_link(tree):
    """In every width, with the item, its day and its basis."""
    for drawing in tree.find_class("drawing")[0].iter("svg"):
        names = [a.get("aria-label") for a in drawing.iter("a")]
        assert [name.split(", item ")[1] for name in names] == [
            "1, 1871, stated",
            "2, Mon 11 Mar 2024, resolved",
            "3, Wed 13 – Sun 17 Mar 2024, resolved",
        ]
        for link, name in zip(drawing.iter("a"), names, strict=True):
            assert name.startswith(" ".join(text.text for text in link.iter("text")))


def test_the_density_form_links_each_mark():
    """Fifty marks; those whose items stand in the note are links."""
    section = replace(sample.sections()[3], blocks=(sample.density(),))
    made = html_sample.document(parts=(*sample.sections()[:3], section, *sample.sections()[4:]))
    tree = parser.document_fromstring(write(made, STYLE).decode())

    drawing = tree.find_class("d736")[0]
    assert len(drawing.findall(".//use")) == 50
    assert [a.get("href") for a in drawing.iter("a")] == ["#item-1", "#item-2", "#item-3", "#item-4"]


# --------------------------------------------------------------------------- one file, safe


def test_policy_names_styles_and_script_by_their_hashes(page, tree):
    """What the policy does not name can't run; there is nothing else to run."""
    policy = tree.head[1].get("content")
    inline = re.findall(r"<(style|script)>(.*?)</\1>", page.decode(), re.DOTALL)

    assert [kind for kind, _ in inline] == ["style", "style", "script"]
    for _, text in inline:
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy
    assert policy.startswith("default-src 'none';")


def test_nothing_is_fetched_and_nothing_runs_from_an_attribute(page, tree):
    """No style or event attribute, no picture, no link element; fonts are data."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            assert element.tag not in {"img", "link", "iframe", "object", "embed", "base"}
            assert not [name for name in element.attrib if name == "style" or name.startswith("on") or name == "title"]
    assert b"@import" not in page
    assert set(re.findall(rb"url\((.{5})", page)) == {b"data:"}


def test_outside_links_are_web_addresses_only():
    """Anything else stays words."""
    assert outside("x", "https://example.org/a?b=1&c=2").startswith(
        '<a class="url" href="https://example.org/a?b=1&amp;c=2"'
    )
    for url in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://a\nb", " https://a.org"):
        assert outside("words", url) == "words"


HOSTILE = (
    "<script>alert(1)</script>",
    "</style></script></title><img src=x onerror=alert(1)>",
    "{{ 7*7 }} {% for x in y %} ${x} <%= y %>",
    "\"'><svg onload=alert(1)>",
    "<!-- --> ]]> &lt; &#60; &nbsp;",
    "javascript:alert(1)",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(text):
    """In title, quotation, marking, metadata and source text: printed as they stand, never read as markup."""
    quote = Text(text, Voice.SOURCE)
    made = html_sample.document(parts=sample.sections(text))
    furniture = replace(made.furniture, marking=text, footer=text)
    title = replace(made.sections[0].blocks[0], title=quote)
    parts = (replace(made.sections[0], blocks=(title,)), *made.sections[1:])
    line = Line(1, (Words(text),), Span(0, len(text)), left_out=(Text("menu line"),))
    texts = SourceTexts((replace(made.texts.sources[0], title=quote, lines=(line,)),), text)
    metadata = replace(made.metadata, title=text, author=text)
    made = replace(made, furniture=furniture, layouts=(parts,), texts=texts, metadata=metadata)
    tree = parser.document_fromstring(write(made, PLAIN).decode())

    assert tree.find(".//h1").text_content() == text
    assert tree.get_element_by_id("item-2").find_class("s")[0].text_content() == text
    assert tree.find_class("marking")[0].text_content() == text
    assert tree.find_class("t")[0].text_content() == text
    assert tree.findtext(".//title") == text
    assert len(tree.findall(".//script")) == 1
    assert len(tree.findall(".//style")) == 2


def test_what_no_page_can_hold_is_shown_as_missing():
    """Control characters and lone surrogates become U+FFFD; the bytes are UTF-8."""
    assert words("a\x00b\x1bc\ud800d") == "a�b�c�d"


def test_direction_overrides_are_kept_isolated_and_named():
    """They are the source's characters, and reach no word of the tool."""
    text = "safe \u202egnp.exe"
    made = html_sample.document()
    line = Line(1, (Words(text),), Span(0, len(text)))
    source = replace(made.texts.sources[0], lines=(line,))
    tree = parser.document_fromstring(write(replace(made, texts=SourceTexts((source,), "")), STYLE).decode())

    paragraph = tree.find_class("t")[0]
    assert paragraph.find("bdi").text == text
    assert tree.find_class("under")[0].text_content() == "direction controls in the source"


def test_a_marking_can_not_leave_its_string_in_css():
    """Quotation marks, backslashes, line ends and tags are escapes."""
    said = css_string('"}</style>\\\n*/')

    assert said == '"\\22 \\7d \\3c /style\\3e \\5c \\a \\2a /"'


def test_attributes_are_escaped_and_names_are_ours():
    """A value can't end its attribute."""
    assert tag("a", "<b>", href='"><i>', class_="c") == '<a href="&quot;&gt;&lt;i&gt;" class="c">&lt;b&gt;</a>'


def test_same_document_same_bytes(page):
    """No clock, no random id."""
    assert write(html_sample.document(), STYLE) == page


def test_the_script_is_small():
    """Comfort, at most three thousand bytes of it."""
    assert len(script().encode()) <= 3000
    assert "innerHTML" not in script()


# --------------------------------------------------------------------------- fonts, languages, directions


def fonts(text: str) -> int:
    """How many font files a note with these words carries."""
    return write(html_sample.document(parts=sample.sections(text)), STYLE).count(b"@font-face")


def test_fonts_beyond_latin_come_only_where_the_text_needs_them():
    """Four faces in Latin; four more for each script that is used."""
    assert fonts("Plain words.") == 4
    assert fonts("Škoda in Łódź.") == 8
    assert fonts("Порт закрыт.") == 8
    assert fonts("Порт and Λιμάνι.") == 12


def test_a_style_of_the_readers_own_fonts_embeds_none():
    """Where a face is no file, the reader's own fonts set the page."""
    assert b"@font-face" not in write(html_sample.document(), PLAIN)


def test_right_to_left_sentences_turn_their_own_line_alone():
    """The quotation says its direction; the note keeps its own until most sentences run that way."""
    tree = parser.document_fromstring(
        write(html_sample.document(parts=sample.sections("نص عربي طويل بما يكفي هنا")), STYLE).decode()
    )

    assert tree.get_element_by_id("item-2").find_class("s")[0].get("dir") == "rtl"
    assert tree.get("dir") is None


ARABIC = "أغلق ميناء اللاذقية يوم الجمعة بعد أن كسرت العاصفة رافعتين"


def test_a_note_of_right_to_left_sentences_is_mirrored():
    """Most sentences decide: the page turns, its drawing is mirrored, days and citations keep their order."""
    *first, timeline, statements, sources, gaps, audit = sample.sections(ARABIC)
    rows = tuple(
        replace(row, cells=(*row.cells[:2], sample.words(Role.ENTRY, sample.said(ARABIC), sample.cite())))
        if isinstance(row, Row)
        else row
        for row in timeline.blocks[0].rows
    )
    turned = replace(timeline, blocks=(replace(timeline.blocks[0], rows=rows),))
    tree = parser.document_fromstring(
        write(html_sample.document(parts=(*first, turned, statements, sources, gaps, audit)), STYLE).decode()
    )
    plain = parser.document_fromstring(write(html_sample.document(), STYLE).decode())

    def middle(page):
        return float(page.find_class("d736")[0].find(".//a/use").get("x")) + 14.0 / 2

    assert (plain.get("dir"), tree.get("dir")) == (None, "rtl")
    assert tree.get_element_by_id("item-2").find_class("entry")[0].get("dir") == "rtl"
    assert middle(tree) == pytest.approx(736 - middle(plain), abs=1)


def test_a_day_is_there_for_machines_too():
    """A row that is dated to a day says it in ISO 8601; a range is words alone."""
    timeline = sample.sections()[5]
    rows = tuple(
        replace(row, day=date(2024, 3, 11)) if getattr(row, "anchor", "") == "item-2" else row
        for row in timeline.blocks[0].rows
    )
    dated = replace(timeline, blocks=(replace(timeline.blocks[0], rows=rows),))
    tree = parser.document_fromstring(write(html_sample.document(parts=(dated,)), PLAIN).decode())

    assert [(t.get("datetime"), t.text_content()) for t in tree.iter("time")] == [("2024-03-11", "Mon 11 Mar 2024")]


# --------------------------------------------------------------------------- the filter


def two_sources():
    made = html_sample.document()
    other = replace(made.texts.sources[0], number=2, key="other.txt", lines=())
    return replace(made, texts=SourceTexts((*made.texts.sources, other), ""))


def test_no_filter_where_it_would_not_help(tree):
    """One source and four items need none."""
    assert not tree.find_class("filter")


def test_the_filter_offers_what_is_there():
    """Sources by number, and those ways of knowing a date that occur."""
    tree = parser.document_fromstring(write(two_sources(), STYLE).decode())
    values = [i.get("id") for i in tree.find_class("filter")[0].iter("input")]

    assert values == ["fs-all", "fs-1", "fs-2", "fb-all", "fb-stated", "fb-resolved", "fb-none"]
    assert tree.get_element_by_id("item-1").get("class") == "row k-stated q1"


@pytest.mark.parametrize("lang", languages())
def test_the_page_speaks_every_language_whole(lang):
    """No label of the page falls back to English in silence."""
    ours = {code for code, _ in catalogue(lang).templates() if code.startswith("html.")}
    own = tomllib.loads((Path(words_room.__file__).parent / f"{lang}.toml").read_text(encoding="utf-8"))["html"]
    assert {code.split(".")[1] for code in ours} <= set(own)
