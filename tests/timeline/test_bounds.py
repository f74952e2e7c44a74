"""Odd folders: bounded time, and what was read is always quoted, merged or left out."""

import random
import time
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Granularity, Interval
from briefing.timeline import OWN, Correction, Wishes, build_timeline
from briefing.timeline.choice import foremost
from briefing.timeline.score import choose_glance

WORDS = [
    f"{a}{b}"
    for a in ("kel", "bra", "ost", "mar", "vin", "tor", "hal", "dun")
    for b in ("by", "wick", "stad", "ford", "ley", "mouth")
]
BEGAN = date(2023, 1, 2)


def sentence(rng: random.Random, day: str | None) -> str:
    said = " ".join(rng.choices(WORDS, k=9))
    return f"{rng.choice(WORDS).title()} {said}{' on {that day|' + day + '}' if day else ''}."


def counted(timeline) -> list[tuple[str, object]]:
    entries = (*timeline.entries, *timeline.left_out)
    told = [event.citation for entry in entries for event in entry.events]
    stated = (c for s in timeline.statements for c in s.citations)
    cited = [*told, *stated, *(f.citation for f in timeline.fragments)]
    return sorted((c.key, c.span) for c in cited)


def seconds(articles, wishes=None):
    begun = time.process_time()
    timeline, _ = build_timeline(articles, wishes)
    return timeline, time.process_time() - begun


def test_five_hundred_copies_are_one_entry_and_one_text(write):
    """Every print is cited, one witness counts."""
    text = "The mill at Osterby burned down on {Tuesday|2023-05-02}. " + " ".join(WORDS).capitalize() + "."
    timeline, took = seconds([write(f"{n:03}.txt", "2023-05-03", text) for n in range(500)])
    assert [(len(entry.keys), entry.texts) for entry in timeline.entries] == [(500, 1)]
    assert [(len(copies.keys), copies.exact) for copies in timeline.copies] == [(500, True)]
    assert [(len(told.citations), told.texts) for told in timeline.statements] == [(500, 1)]
    assert [len(story) for story in timeline.stories] == [500]
    assert took < 10


def test_three_thousand_events_on_one_day(write):
    """They are compared with their near ones only."""
    rng = random.Random(1)
    articles = [
        write(f"{n:03}.txt", "2023-05-03", *(sentence(rng, "2023-05-02") for _ in range(30))) for n in range(100)
    ]
    timeline, took = seconds(articles)
    assert sum(len(entry.events) for entry in timeline.entries) == 3000
    assert took < 20


def test_an_article_of_many_sentences(write):
    """Ten thousand sentences in one article take seconds."""
    rng = random.Random(2)
    lines = (" ".join(sentence(rng, "2023-05-02" if n % 5 == 0 else None) for n in range(10)) for _ in range(1000))
    article = write("long.txt", "2023-05-03", *lines)
    timeline, took = seconds([article])
    assert len(counted(timeline)) == len(article.annotated.sentences) == 10_000
    assert took < 20


def test_one_block_of_many_quotations(write):
    """A text without paragraphs is read once, not once for each sentence."""
    rng = random.Random(4)
    text = " ".join(
        sentence(rng, "2023-05-02").replace(".", " and said “yes, on {Monday|2023-05-01}”.") for _ in range(3000)
    )
    timeline, took = seconds([write("block.txt", "2023-05-03", text)])
    assert sum(len(entry.events) for entry in timeline.entries) == 3000
    assert took < 20


def test_articles_in_the_future_and_without_dates(write):
    """Nothing is known of now: the newest stated day is the as-of date; no day at all is no error."""
    far, _ = build_timeline([write("a.txt", "2099-01-01", "It rained on {Friday|2098-12-26}.")])
    none, _ = build_timeline([write("a.txt", None, "It rained."), write("b.txt", None, "It snowed.")])
    assert (far.as_of, len(far.entries)) == (date(2099, 1, 1), 1)
    assert (none.as_of, none.entries, none.glance, len(none.statements)) == (None, (), (), 2)


def test_days_with_an_open_end_are_weighed_like_others(write):
    """ "until Monday" has no first day, "since Monday" no last one; both are in their order and have their place."""
    told = [
        write("a.txt", "2023-05-03", "Rain fell {until Monday|../2023-05-01}."),
        write("b.txt", "2023-05-03", "Snow fell {since Monday|2023-05-01/..}."),
        write("c.txt", "2023-05-03", "Hail fell {by Monday|../2023-05-01}."),
    ]
    timeline, _ = build_timeline(told)
    assert len(timeline.glance) > 0
    assert sorted(timeline.foremost) == sorted(entry.id for entry in timeline.entries)
    assert len(timeline.foremost) == 3


def test_other_scripts_are_told_and_compared(write):
    """A language without blanks or capitals gives entries and statements all the same."""
    said = "大火在{星期二|2023-05-02}烧毁了造纸厂造成十二人死亡。"
    timeline, _ = build_timeline([write("a.txt", "2023-05-03", said), write("b.txt", "2023-05-03", said)])
    assert [len(entry.keys) for entry in timeline.entries] == [2]


@pytest.fixture(scope="module")
def folder(request):
    from importlib.util import module_from_spec, spec_from_file_location
    from pathlib import Path

    spec = spec_from_file_location("written_for_tests", Path(__file__).parent / "conftest.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    rng = random.Random(3)
    articles = []
    for n in range(12):
        day = [str(BEGAN + timedelta(days=rng.randrange(6))) if rng.random() < 0.6 else None for _ in range(8)]
        lines = [("~" if rng.random() < 0.2 else "") + sentence(rng, each) for each in day]
        articles.append(module.write(f"{n % 9}{n}.txt", str(BEGAN + timedelta(days=n)) if n % 4 else None, *lines))
    return (*articles, module.write("copy.txt", "2023-01-09", articles[0].article.text.replace("\n\n", " ").strip()))


wishes = st.builds(
    Wishes,
    as_of=st.none() | st.dates(BEGAN, BEGAN + timedelta(days=15)),
    first=st.none() | st.dates(BEGAN, BEGAN + timedelta(days=6)),
    last=st.none() | st.dates(BEGAN, BEGAN + timedelta(days=6)),
    max_days=st.none() | st.integers(OWN, 4),
    per_day=st.none() | st.integers(1, 3),
    topic=st.sampled_from(["", "kelby", "nothing of this"]),
)


@settings(max_examples=40, deadline=None)
@given(
    wishes=wishes,
    seed=st.integers(0, 99),
    actions=st.lists(st.sampled_from(["drop", "split", "join", "pin", "redate"]), max_size=4),
)
def test_what_was_read_is_told_or_left_out(folder, wishes, seed, actions):
    """Whatever is wished or corrected, in whatever order the files come: each sentence of each article that is not set aside
    is quoted, merged or left out exactly once."""
    rng = random.Random(seed)
    shuffled = rng.sample(folder, len(folder))
    ids = [entry.id for entry in build_timeline(folder)[0].entries]
    from dataclasses import replace

    from briefing.model import Interval

    corrections = tuple(
        Correction(
            rng.choice(ids),
            action,
            Interval.of_day(BEGAN) if action == "redate" else None,
            None,
            tuple(rng.sample(ids, 2)),
        )
        for action in actions
    )
    asked = replace(wishes, corrections=corrections)
    timeline, _ = build_timeline(shuffled, asked)
    read = sorted((a.key, s.span) for a in folder if a.key not in timeline.aside for s in a.annotated.sentences)
    assert counted(timeline) == read
    assert build_timeline(folder, asked)[0] == timeline


def test_entries_open_at_one_end_have_an_order_too(write):
    """ "Until 1998" and "since 1998" may weigh the same."""
    made = build_timeline([write("a.txt", "2023-05-03", sentence(random.Random(1), "2023-05-02"))])[0].entries[0]
    first, last = date(1998, 1, 1), date(1998, 12, 31)
    until = replace(made, id="b", interval=Interval(None, last, Granularity.YEAR), score=())
    since = replace(made, id="a", interval=Interval(first, None, Granularity.YEAR), score=())
    assert sorted(foremost([until, since], {}, 1)) == ["a", "b"]
    assert set(choose_glance([until, since], date(2023, 5, 3), ())) <= {"a", "b"}
