"""The HTML edition in a browser: layouts, citations, keys, script on and off, an accessibility audit, print."""

import base64
import re
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from time import sleep

import pypdfium2
import pytest

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.render.writer import render
from briefing.style import load_style
from tests.render.browser import Page, chromium

pytestmark = pytest.mark.browser

SEEDS = Path(__file__).parents[2] / "seeds"
AXE = Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js"
WIDTHS = (1440, 768, 390, 320)


@pytest.fixture(scope="module")
def driver():
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def note(tmp_path_factory) -> Path:
    """The note of the seeds as one file."""
    result = pipeline.build([SEEDS])
    options = NoteOptions(
        built=date(2026, 11, 21),
        prepared_for="Europe desk",
        prepared_by="Briefing unit",
        marking="OFFICIAL",
        texts="full",
    )
    document = compose(result.timeline, result.dated, result.problems, options)
    file = tmp_path_factory.mktemp("note") / "note.html"
    file.write_bytes(render(document, load_style(), "html"))
    return file


@pytest.fixture
def at(driver, note):
    """Opens the note at a width."""
    return lambda width, **more: Page(driver, note, width, **more)


# --------------------------------------------------------------------------- one file


@pytest.mark.parametrize("script", [True, False])
def test_nothing_is_fetched_and_the_console_is_silent(at, note, script):
    """The file asks for nothing but itself, and no policy is broken."""
    page = at(1440, script=script)

    assert [url for url in page.requests() if not url.startswith(("data:", "about:"))] == [note.as_uri()]
    assert page.console() == []
    assert page.find("[style]", "all=>all.length") == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways(at, width):
    """Content fits the window at every width, with the source texts open too."""
    page = at(width)
    assert page.js("document.documentElement.scrollWidth") == width
    page.js("location.hash=document.querySelector('a.c').hash")
    assert page.js("document.querySelector('.pane').scrollWidth<=document.querySelector('.pane').clientWidth")


@pytest.mark.parametrize("width", [1440, 390])
def test_large_letters_fit_too(at, width):
    """With letters of twice the size, as people set who need them, nothing scrolls sideways."""
    page = at(width)
    page.js("document.documentElement.style.fontSize='32px'")
    assert page.js("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("dark", [False, True])
def test_no_text_is_small_and_all_of_it_has_contrast(at, width, dark):
    """At least 14 pixels and 7:1 against what lies behind it, light and dark."""
    page = at(width, dark=dark)
    page.js("location.hash='#source-1-p4-s1'")
    for text in page.js(READ_TEXTS):
        assert text["size"] >= 13.9, text
        assert contrast(text["ink"], text["ground"]) >= 6.99, text


READ_TEXTS = """(()=>{
const seen={},walk=document.createTreeWalker(document.body,NodeFilter.SHOW_TEXT);
for(let n=walk.nextNode();n;n=walk.nextNode()){
const e=n.parentElement;if(!n.data.trim()||e.closest('script,style,.symbols')||!e.checkVisibility())continue;
const c=getComputedStyle(e),svg=e.closest('svg');let g='',b=e;
while(b&&!g){const k=getComputedStyle(b).backgroundColor;if(!/, 0\\)$/.test(k)&&k!=='transparent')g=k;b=b.parentElement}
const box=svg&&e.getBoundingClientRect(),scale=svg&&svg.viewBox.baseVal.width?svg.getBoundingClientRect().width/svg.viewBox.baseVal.width:1;
const ink=svg?c.fill:c.color,size=parseFloat(c.fontSize)*scale,key=[ink,g,size].join();
seen[key]=seen[key]||{ink,ground:g,size,words:n.data.trim().slice(0,40)}}
return Object.values(seen)})()"""


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2 between two colours as a browser writes them."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("width", [1440, 320])
def test_words_of_ten_thousand_letters_break(driver, tmp_path, width):
    """In title, sentence and source they stay in their column."""
    folder = tmp_path / "in"
    folder.mkdir()
    text = f"Storm {'x' * 9000} in Ostmouth\n\nJan 18, 2019\n\nThe port of {'y' * 10000} closed on Friday, said the mayor.\n"
    (folder / "a.txt").write_text(text)
    result = pipeline.build([folder])
    options = NoteOptions(built=date(2026, 11, 21), title="z" * 10000, texts="full")
    file = tmp_path / "long.html"
    file.write_bytes(render(compose(result.timeline, result.dated, result.problems, options), load_style(), "html"))
    page = Page(driver, file, width)
    assert page.js("document.documentElement.scrollWidth") == width
    assert page.find(OUT_OF_SIGHT, "all=>all.filter(e=>e.getBoundingClientRect().right>innerWidth+1).length") == 0


OUT_OF_SIGHT = ".main p,.main h1,.main td,.pane p,.pane h3"


# --------------------------------------------------------------------------- citations


@pytest.mark.parametrize("width", WIDTHS)
def test_every_citation_lands_on_its_passage_and_the_note_stays(at, width):
    """Without script: the passage is in sight below its source's head, its working is shown; closing moves nothing."""
    page = at(width, script=False)
    count = page.find(".main a.c", "all=>all.length")

    assert count > 30
    for place in range(count):
        before = page.js(
            f"(()=>{{const a=document.querySelectorAll('.main a.c')[{place}];a.scrollIntoView({{block:'center'}});"
            "const y=scrollY;a.click();return y})()"
        )
        state = page.js(LANDED)
        assert state["scroll"] == before, state
        assert state["landed"], str(state)
        page.js("document.querySelector('.close').click()")
        assert page.js("scrollY") == before
        assert page.js("getComputedStyle(document.querySelector('.pane')).display!=='none'") is (width >= 1200)


LANDED = """(()=>{
const t=document.querySelector(':target'),pane=document.querySelector('.pane'),p=pane.getBoundingClientRect();
if(!t)return{scroll:scrollY,landed:false,hash:location.hash};
const r=t.getClientRects()[0]||t.getBoundingClientRect(),src=t.closest('.src'),head=src.querySelector('header').getBoundingClientRect();
const line=t.closest('.l'),cards=line?[...line.querySelectorAll('.w')].filter(w=>w.checkVisibility()):[];
const quoted=t.matches('.p:not(.f):not(.u)'),whole=t.matches('.src');
return{scroll:scrollY,hash:location.hash,top:r.top,head:head.bottom,end:p.bottom,cards:cards.length,
landed:pane.contains(t)&&r.top>=(whole?p.top:head.bottom-2)&&r.top<p.bottom-20&&(!quoted||cards.length>0)}})()"""


def test_a_wide_pane_shows_what_precedes_the_passage(at):
    """It lands about a quarter down, where there is text enough above it."""
    page = at(1440)
    page.js("location.hash='#source-1-p14-s1'")
    top = page.js("document.querySelector(':target').getClientRects()[0].top")

    assert 0.2 * 900 < top < 0.32 * 900


@pytest.mark.parametrize("width", [1440, 390])
def test_the_citation_used_is_marked_and_gets_the_focus_back(at, width):
    """With script: exactly one [n] and its row are marked; Esc closes, the focus returns, the note stays."""
    page = at(width)
    page.into_view("#item-5 a.c")
    page.click("#item-5 a.c")
    assert page.find("a[aria-current]", "all=>all.map(a=>a.closest('.row').id)") == ["item-5"]
    assert page.find(".on", "all=>all.map(e=>e.id)") == ["item-5"]
    assert page.js("document.activeElement===document.querySelector(':target')")
    assert page.js("document.querySelector('.close').textContent") == "Back to item 5"
    above = page.js("document.querySelector('#item-5 a.c').getBoundingClientRect().bottom")
    assert width > 1200 or above <= page.js("document.querySelector('.pane').getBoundingClientRect().top")

    scroll = page.js("scrollY")
    page.press("\ue00c")
    assert page.js("document.activeElement===document.querySelector('#item-5 a.c')")
    assert page.js("scrollY") == scroll
    assert page.find("a[aria-current],.on", "all=>all.length") == 0


def test_a_glance_citation_marks_its_own_row(at):
    """The same sentence is quoted twice; what was chosen is marked, and the way back leads to it."""
    page = at(1440)
    page.click(".t-glance a.c")
    assert page.find(".on", "all=>all.map(e=>e.parentElement.className)") == ["rows t-glance"]
    page.click(".close")
    assert page.js("document.activeElement===document.querySelector('.t-glance a.c')")


def test_the_mark_beside_a_date_opens_the_same_passage(at):
    """The rail is a second way to the working; its row's [n] shows it."""
    page = at(1440)
    page.into_view("#item-6 a.how")
    page.click("#item-6 a.how")
    assert page.js("location.hash") == page.js("document.querySelector('#item-6 a.c').hash")
    assert page.find("a[aria-current]", "all=>all.map(a=>a.textContent)") == ["[1]"]


# --------------------------------------------------------------------------- keys


def test_a_walk_by_keys_goes_through_contents_note_and_texts(at):
    """Tab visits every link in document order and leaves at the end: no trap."""
    page = at(1440)
    order = []
    for _ in range(400):
        page.press("\ue004")
        where = page.js(
            "(e=>e===document.body?'':e.closest('.skip')?'skip':e.closest('.bar')?'bar':e.closest('.main')?'main':"
            "e.closest('.foot')?'foot':e.closest('.pane')?'pane':'other')(document.activeElement)"
        )
        if not where:
            break
        order.append(where)

    rooms = [room for place, room in enumerate(order) if place == 0 or order[place - 1] != room]
    assert rooms in (["skip", "bar", "main", "pane"], ["skip", "bar", "main", "foot", "pane"])


def test_enter_on_a_citation_moves_to_the_sentence_and_tab_to_its_way_back(at):
    """The sentence has the focus, then "item 4", then the card."""
    page = at(1440)
    page.js("document.querySelector('#item-4 a.c').focus()")
    page.press("\ue007")
    assert page.js("document.activeElement.id") == "source-1-p4-s1"
    page.press("\ue004")
    assert page.js("document.activeElement.textContent") == "item 4"
    page.press("\ue004")
    assert page.js("!!document.activeElement.closest('#how-4')")


def test_escape_closes_the_contents_first(at):
    """One key, one step back."""
    page = at(1440, anchor="#source-1-p4-s1")
    page.click(".contents summary")
    page.press("\ue00c")
    assert page.js("[document.querySelector('.contents').open,location.hash]") == [False, "#source-1-p4-s1"]
    page.press("\ue00c")
    assert page.js("location.hash") == "#reading"


# --------------------------------------------------------------------------- the filter


@pytest.mark.parametrize("script", [True, False])
def test_the_filter_hides_items_without_script_too(at, script):
    """Only items of the chosen source and basis are seen; the count is script's."""
    page = at(1440, script=script)
    page.into_view("label[for=fs-2]")
    page.click("label[for=fs-2]")
    page.click("label[for=fb-inferred]")
    seen = page.find(".row[class*=k-]", "all=>all.filter(e=>e.checkVisibility()).map(e=>e.id)")

    assert seen == ["item-2", "item-3"]
    assert page.js("document.querySelector('.count').textContent") == ("2 of 16 items shown" if script else "")
    assert page.find(".t-glance .row,.drawing svg a", "all=>all.filter(e=>e.checkVisibility()).length") == 9


def test_a_link_to_a_hidden_item_shows_it(at):
    """The filter is reset, and the item is in sight."""
    page = at(1440)
    page.into_view("label[for=fb-stated]")
    page.click("label[for=fb-stated]")
    page.js("location.hash='#item-9'")
    page.js("new Promise(r=>setTimeout(r,100))")
    assert page.js("document.querySelector('#item-9').checkVisibility()")
    assert page.js("document.querySelector('#fb-all').checked")


# --------------------------------------------------------------------------- audit, print, size


@pytest.mark.parametrize("width, dark", [(1440, False), (1440, True), (390, False)])
@pytest.mark.parametrize("anchor", ["", "#source-1-p4-s1"])
def test_an_automatic_audit_finds_nothing(at, width, dark, anchor):
    """axe-core, all rules of WCAG 2.2 A and AA and its best practices."""
    page = at(width, dark=dark, anchor=anchor)
    page.js(AXE.read_text(encoding="utf-8"))
    found = page.driver.execute_async_script(
        "const done=arguments[0];axe.run(document,{resultTypes:['violations']}).then(r=>done(r.violations.map("
        "v=>[v.id,v.impact,v.nodes.slice(0,3).map(n=>n.html.slice(0,120))])))"
    )
    assert found == []


@pytest.mark.parametrize("dark", [False, True])
def test_paper_shows_the_note_alone_with_marking_and_page_numbers(at, dark):
    """Every page has both; pane, bar and filter stay off, filtered items are on; colours are light."""
    page = at(1440, dark=dark, anchor="#source-1-p4-s1")
    page.into_view("label[for=fb-stated]")
    page.click("label[for=fb-stated]")
    made = page.cdp("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
    pdf = pypdfium2.PdfDocument(BytesIO(base64.b64decode(made["data"])))
    texts = [p.get_textpage().get_text_bounded() for p in pdf]

    assert 3 <= len(texts) <= 5
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
        assert text.count("OFFICIAL") >= 2
    whole = " ".join(" ".join(texts).split())
    assert "Source texts, as read" not in whole
    assert "all stated" not in whole
    assert "Administration officials did say" in whole
    picture = pdf[0].render(scale=0.3).to_pil().convert("L")
    assert picture.getpixel((2, 2)) == 255


def test_the_seeds_stay_within_their_size(note):
    """180 kB, as people forward it."""
    assert note.stat().st_size <= 180_000


# --------------------------------------------------------------------------- many sources


@pytest.fixture(scope="module")
def sixty(tmp_path_factory) -> Path:
    """A note of sixty invented articles, some two hundred items."""
    folder = tmp_path_factory.mktemp("sixty")
    towns = [f"{a}{b}" for a in ("Ost", "West", "Nor", "Lind", "Kell", "Hol") for b in ("mouth", "mark", "by", "stad")]
    for number in range(60):
        town, day = towns[number % len(towns)], date(2019, 1, 1) + timedelta(days=number)
        told = [
            f"The harbour of {town} closed on Monday after storm number {number} broke {n + 2} cranes at quay {n}, its office said. "
            f"Ferries of line {n} will sail again later this week. The town of {town} had feared worse than {n} broken cranes."
            for n in range(2)
        ]
        body = "\n\n".join(
            (*told, f"Quay {number} was built in {1900 + number}.", *["Nobody asked why."] * (number % 17))
        )
        (folder / f"{number:02}.txt").write_text(
            f"Home News\n\nStorm {number} closes the harbour of {town}\n{day:%b %d, %Y}\n\n{body}\n\nSubscribe to our newsletter\n"
        )
    result = pipeline.build([folder])
    document = compose(
        result.timeline, result.dated, result.problems, NoteOptions(built=date(2026, 11, 21), texts="full")
    )
    file = tmp_path_factory.mktemp("note") / "sixty.html"
    file.write_bytes(render(document, load_style(), "html"))
    return file


@pytest.mark.parametrize("width", [1440, 390])
def test_sixty_sources_land_to_the_line(driver, sixty, width):
    """Far sources are not laid out until they are near, and yet a passage lands below its head, without script."""
    assert sixty.stat().st_size <= 2_000_000
    page = Page(driver, sixty, width, script=False)
    assert page.js("document.querySelector('.pane').matches('.long')")
    count = page.find(".main a.c", "all=>all.length")
    assert count > 150
    for place in range(0, count, count // 12):
        page.js(
            f"(()=>{{const a=document.querySelectorAll('.main a.c')[{place}];a.scrollIntoView({{block:'center'}});a.click()}})()"
        )
        sleep(0.1)
        state = page.js(LANDED)
        assert state["landed"], str(state)
        assert state["top"] - state["head"] < 300
        page.js("document.querySelector('.close').click()")


def test_many_sources_are_chosen_from_a_list(driver, sixty):
    """More than six sources are a list, and it filters without script."""
    page = Page(driver, sixty, 1440, script=False)
    assert page.find("#fs option", "all=>all.length") == 61
    page.js("document.querySelector('#fs').value='7'")
    seen = page.find(".row[class*=k-]", "all=>all.filter(e=>e.checkVisibility()).map(e=>e.classList.contains('q7'))")
    assert seen
    assert all(seen)
