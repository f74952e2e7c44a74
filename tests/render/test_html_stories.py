"""The HTML edition of whole folders: every serif run verbatim, every line there, every count the same."""

import copy
import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as parser

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.render.writer import render
from briefing.style import load_style

STORIES = Path(__file__).parents[1] / "stories"
NAMES = sorted(path.parent.name for path in STORIES.glob("*/expected.toml"))
SEEDS = Path(__file__).parents[2] / "seeds"
PLAIN = load_style("plain")
LABELS = "num why under label back w more"


@cache
def story(name: str):
    expected = tomllib.loads((STORIES / name / "expected.toml").read_text(encoding="utf-8"))
    folder = (STORIES / name / expected.get("folder", ".")).resolve()
    return page(folder, own={folder / "expected.toml"})


def page(folder: Path, more=None, **reading):
    """The result of a folder, and its note as a tree; `more` are options of the note."""
    result = pipeline.build([folder], **reading)
    options = NoteOptions(**({"built": date(2026, 11, 21), "texts": "full"} | (more or {})))
    document = compose(result.timeline, result.dated, result.problems, options)
    return result, document, parser.document_fromstring(render(document, PLAIN, "html").decode())


def folded(text: str) -> str:
    return " ".join(text.split())


def bare(text: str) -> str:
    """Without what can't be seen or shown, which print and page leave out or show as missing."""
    return folded(re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff�]", "", text))


def holds_what_it_should(result, document, tree) -> None:
    """The acceptance of an edition: runs verbatim, lines whole, links whole."""
    texts = {
        source.key: folded(bare(a.article.text))
        for source in document.texts.sources
        for a in result.dated
        if a.key == source.key
    }
    everything = " \n ".join(texts.values())
    for run in tree.find_class("s"):
        words = bare(run.text_content()).removesuffix(" …")
        if words and not run.xpath("ancestor::footer"):
            assert words in everything, words
    for source, section in zip(document.texts.sources, copy.deepcopy(tree).find_class("src"), strict=True):
        for name in LABELS.split():
            for label in section.find_class(name):
                label.drop_tree()
        shown = folded(" ".join(bare(line.text_content()) for line in section.find_class("l")))
        assert shown.replace(" ", "") == texts[source.key].replace(" ", "")
    ids = [e.get("id") for e in tree.iter() if isinstance(e.tag, str) and e.get("id")]
    assert len(ids) == len(set(ids))
    assert {a.get("href")[1:] for a in tree.iter("a") if a.get("href", "").startswith("#")} <= set(ids)


@pytest.mark.parametrize("name", NAMES)
def test_a_story_is_shown_word_for_word(name):
    """Every serif run stands in its file, every line of a file in the page, every link has its target."""
    holds_what_it_should(*story(name))


@pytest.mark.parametrize("texts", ["full", "context", "none"])
@pytest.mark.parametrize("edition", ["", "one-page", "large-print"])
def test_no_edition_has_a_link_that_leads_nowhere(edition, texts):
    """What an edition does not print is no link in it: one page has no rows of items."""
    _, _, tree = page(SEEDS, {"edition": edition, "texts": texts})
    ids = {e.get("id") for e in tree.iter() if isinstance(e.tag, str) and e.get("id")}
    links = {a.get("href")[1:] for a in tree.iter("a") if a.get("href", "").startswith("#")}
    assert links <= ids
    assert len(links) > 5


def test_more_than_five_sources_of_an_item_are_all_named(tmp_path):
    """Print says +4; the page leads to a card that names all nine, each with the way to its sentence."""
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text(
            f"Port of Ostmouth closes, says paper {number}\n\nJan 18, 2019\n\nThe port of Ostmouth was closed on Friday after a "
            f"storm broke two cranes, harbour master Anna Holm said.\n\nWriter number {number} saw it.\n"
        )
    _, _, tree = page(tmp_path)
    further = next(a for a in tree.get_element_by_id("item-1").find_class("c") if a.text.startswith("+"))
    card = tree.get_element_by_id(further.get("href")[1:])

    assert further.text == "+4"
    assert [a.text for a in card.find_class("c")] == [f"[{n}]" for n in range(1, 10)]
    assert len({a.get("href").split("-p")[0] for a in card.find_class("c")}) == 9


def test_the_seeds_are_counted_alike_everywhere():
    """16 items, 9 fragments, 24 and 17 lines; a sentence cut in two stays two paragraphs, each with its reason."""
    _, _, tree = story("seeds-of-the-project")
    counts = [p.text for p in tree.find_class("counts")]

    assert len(tree.xpath("//li[starts-with(@id,'item-')]")) == 16
    assert len(tree.xpath("//*[starts-with(@id,'fragment-')]")) == 9
    assert [c.partition(":")[0] for c in counts] == ["24 lines", "17 lines"]
    assert [sum(map(int, re.findall(r"(?<!with )\b(\d+)", c.partition(":")[2]))) for c in counts] == [24, 17]
    said = {line.find_class("t")[0].text_content().strip(): line for line in tree.find_class("frag")}
    for words, reason in (
        ("Sherman said the U.S.", "the next line starts in lower case"),
        ("limit its troop presence", "starts in lower case: its beginning is missing"),
    ):
        line = next(line for text, line in said.items() if text.startswith(words))
        assert line.find_class("under")[0].text_content().endswith(reason)


TOWNS = ("Ostmouth", "Kellby", "Lindmark", "Århus", "Łódź", "Сочи")
DATED = (
    "The port of {a} closed on Monday after a storm, said the mayor of {b}.",
    "Ferries to {a} will sail again later this week.",
    "The council of {a} met on 5 May 2021 and asked {b} for money.",
    "“We wait,” the mayor of {a} said on Friday; {b} did not answer.",
)
OTHER = (
    "Nobody in {a} was hurt.",
    "said the mayor of {a}, who",
    "The mayor thanked Ms.",
    "Subscribe to our newsletter",
    "© Copyright 2024 The {a} Post",
    "<script>alert('{a}')</script> was printed on a sign in {b}.",
    "A \u202esign\u202c of {a} was seen, and {{{{ 7*7 }}}} too.",
    "{a}\x00 has a hole in its name.",
    "Line one of {a} goes on\nin line two, and in\nline three it ends.",
)
sentence = st.sampled_from(DATED + OTHER)
towns = st.sampled_from(TOWNS)
block = st.builds(lambda s, a, b: s.format(a=a, b=b), sentence, towns, towns)
paragraph = st.lists(block, min_size=1, max_size=3).map(" ".join)
article = st.builds(
    lambda title, day, paragraphs: "\n\n".join([title, *day, *paragraphs]),
    st.builds(lambda a: f"Storm shuts the port of {a}", towns),
    st.sampled_from([(), ("Jan 18, 2019",), ("GENEVA, Jan 10 (Agency) -",)]),
    st.lists(paragraph, min_size=0, max_size=6),
)


@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(article, min_size=1, max_size=4, unique=True))
def test_any_folder_is_shown_word_for_word(tmp_path_factory, articles):
    """Twenty generated folders, with markup, controls and other scripts in them."""
    folder = tmp_path_factory.mktemp("any")
    for number, text in enumerate(articles):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    result, document, tree = page(folder)
    if result.dated:
        holds_what_it_should(result, document, tree)
