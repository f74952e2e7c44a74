"""The HTML edition on systems that people set for their eyes: forced colours, less motion, zoom; and a long note by phone."""

from datetime import date
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.render.writer import render
from briefing.style import load_style
from tests.render.browser import Page, chromium
from tests.render.test_html_browser import READ_TEXTS, contrast

pytestmark = pytest.mark.browser

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def driver():
    with chromium() as started:
        yield started


def page_of(folder: Path, file: Path) -> Path:
    result = pipeline.build([folder])
    options = NoteOptions(date(2026, 11, 21), marking="OFFICIAL", texts="full", whole=True)
    document = compose(result.timeline, result.dated, result.problems, options)
    file.write_bytes(render(document, load_style(), "html"))
    return file


@pytest.fixture(scope="module")
def seeds(tmp_path_factory) -> Path:
    return page_of(SEEDS, tmp_path_factory.mktemp("note") / "note.html")


@pytest.fixture(scope="module")
def month(tmp_path_factory) -> Path:
    """A note of 28 dated items, whose drawing is in the density form."""
    folder = tmp_path_factory.mktemp("month")
    told = [f"Minister Osten Varga opened the ferry line {n} of ward {n + 40} on {n} April 2023." for n in range(1, 29)]
    told = [" ".join(told[at : at + 4]) for at in range(0, 28, 4)]
    (folder / "a.txt").write_text("Ferries of a month\n\nApril 12, 2023\n\n" + "\n\n".join(told), encoding="utf-8")
    return page_of(folder, tmp_path_factory.mktemp("long") / "note.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_the_passage_and_its_citation_still_stand_out(driver, seeds, scheme):
    """The system's own colours: marked words on the system's mark, the open [1] highlighted, every word readable."""
    page = Page(driver, seeds, 1440)
    features = [{"name": "forced-colors", "value": "active"}, {"name": "prefers-color-scheme", "value": scheme}]
    page.cdp("Emulation.setEmulatedMedia", features=features)
    page.click("a.c", 1)
    assert page.js("matchMedia('(forced-colors: active)').matches")
    plain, marked = (
        page.js(f"getComputedStyle(document.querySelector('{name}')).backgroundColor") for name in ("body", ".p:target")
    )
    assert plain != marked
    assert page.js("getComputedStyle(document.querySelector('.c[aria-current]')).backgroundColor") not in {
        plain,
        marked,
    }
    for text in page.js(READ_TEXTS.replace("/, 0\\)$/", "/^rgba.*, 0\\)$/")):  # yellow ends in 0, too
        assert contrast(text["ink"], text["ground"] or plain) >= 4.5, text


def test_nothing_moves_where_less_motion_is_asked_for(driver, seeds):
    """Nor anywhere else: no scrolling, no transition, no animation runs when a passage opens."""
    for wish in ("reduce", "no-preference"):
        page = Page(driver, seeds, 390)
        page.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": wish}])
        page.js("location.hash='#source-1-p4-s1'")
        assert page.js("document.getAnimations().length") == 0
        moving = "all=>all.filter(e=>{const c=getComputedStyle(e);return c.scrollBehavior!=='auto'||parseFloat(c.transitionDuration)>0}).length"
        assert page.find("*", moving) == 0


@pytest.mark.parametrize("width", [1440, 1024, 640])
def test_at_twice_the_size_nothing_is_cut_off(driver, seeds, width):
    """Zoom of 200 %: half as many pixels of the page, each twice as large; the sheet opens where the pane has no room."""
    page = Page(driver, seeds, width)
    page.cdp("Emulation.setDeviceMetricsOverride", width=width // 2, height=450, deviceScaleFactor=2, mobile=False)
    page.js("location.hash='#source-1-p4-s1'")
    assert page.js("document.documentElement.scrollWidth") == width // 2
    assert page.js("document.querySelector('.pane').scrollWidth<=document.querySelector('.pane').clientWidth")
    box = page.js("(()=>{const r=document.querySelector('.p:target').getClientRects()[0];return [r.left,r.right]})()")
    assert 0 <= box[0] < box[1] <= width // 2


@pytest.mark.parametrize("width", [1440, 768, 390, 320])
def test_marks_and_numbers_of_the_dense_drawing_never_touch(driver, month, width):
    """On every width: no words of the drawing lie over each other or leave it."""
    page = Page(driver, month, width)
    boxes = page.js(
        "[...document.querySelectorAll('.drawing svg')].filter(s=>s.checkVisibility()&&s.getBoundingClientRect().width)"
        ".map(s=>[s,s.getBoundingClientRect()]).flatMap(([s,o])=>[...s.querySelectorAll('text,use')].map(e=>"
        "{const r=e.getBoundingClientRect();return [r.left-o.left,r.top-o.top,r.right-o.left,r.bottom-o.top,o.width,e.textContent]}))"
    )
    assert len(boxes) > 20
    for n, (left, top, right, bottom, wide, words) in enumerate(boxes):
        assert left >= -1, words
        assert right <= wide + 1, words
        for other in boxes[:n]:
            over = min(right, other[2]) - max(left, other[0]) > 1 and min(bottom, other[3]) - max(top, other[1]) > 5
            assert not over, (words, other[5])
