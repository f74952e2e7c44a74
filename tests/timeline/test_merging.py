"""One event told by several sources is one entry; what contradicts stays apart."""

import random

import pytest

from briefing.model import Timeline
from briefing.timeline import build_timeline

DAY = "2023-05-02"
FIRST = "A fire at the Bramley paper mill in Osterby killed 12 people on {Tuesday|2023-05-02}, police said."
SECOND = "Twelve people died on {Tuesday|2023-05-02} when fire swept through the Bramley paper mill in Osterby."
MORE = "A fire at the Bramley paper mill in Osterby killed 14 people on {Tuesday|2023-05-02}, a hospital said."
OTHER = "The Osterby council voted on {Tuesday|2023-05-02} to build a new bridge across the Lenne."
LATER = "A fire at the Bramley paper mill in Osterby killed 12 people on {Monday|2023-05-01}, police said."
REST = "The mill makes paper for books. Bramley has owned the mill in Osterby since its fire brigade was founded."


def build(write, *told: str) -> Timeline:
    return build_timeline([write(f"{at}.txt", DAY, each, REST) for at, each in enumerate(told)])[0]


def groups(timeline: Timeline) -> list[list[str]]:
    return sorted(sorted(event.citation.key for event in entry.events) for entry in timeline.entries)


def test_two_sources_of_one_event_are_one_entry_with_the_reasons(write):
    """Day, names, words and figures agree; the reasons name them."""
    timeline = build(write, FIRST, SECOND)
    assert groups(timeline) == [["0.txt", "1.txt"]]
    entry = timeline.entries[0]
    assert entry.texts == 2
    assert [step.code for step in entry.why][:2] == ["same-day", "same-names"]


@pytest.mark.parametrize("other", [MORE, OTHER, LATER])
def test_another_figure_another_event_another_day_stay_apart(write, other: str):
    """Two entries are better than a false merge."""
    assert groups(build(write, FIRST, other)) == [["0.txt"], ["1.txt"]]


def test_a_figure_that_differs_is_a_difference(write):
    """12 dead and 14 dead stand side by side, with both figures."""
    found = [d for d in build(write, FIRST, MORE).differences if d.kind == "figure"]
    assert [(d.shared[-1], d.facts) for d in found] == [("killed", ("12", "14"))]


def test_copies_of_one_text_are_one_witness(write):
    """Three sources, one text."""
    timeline = build(write, FIRST, FIRST, FIRST)
    assert [(len(entry.keys), entry.texts) for entry in timeline.entries] == [(3, 1)]
    assert [(copies.keys, copies.exact) for copies in timeline.copies] == [(("0.txt", "1.txt", "2.txt"), True)]


def test_different_speakers_say_different_things(write):
    """Two governments that condemn one test in the same words are two entries."""
    said = "{} condemned the latest launch of a long-range rocket from the Osterby range as a breach of the Lenne treaty, {} said {}."
    one = said.format("OSLO - Norway", "the Norwegian foreign ministry", "{Tuesday|2023-05-02}")
    two = said.format("COPENHAGEN - Denmark", "the Danish foreign ministry", "{Tuesday|2023-05-02}")
    assert groups(build(write, one, two)) == [["0.txt"], ["1.txt"]]


def test_stretches_of_one_month_that_overlap_may_be_one(write):
    """ "Earlier this month" ends on another day in each paper."""
    said = "The Osterby council unanimously closed the Bramley paper mill {earlier this month|%s}."
    assert groups(build(write, said % "2023-05-01/2023-05-20", said % "2023-05-01/2023-05-22")) == [["0.txt", "1.txt"]]


def test_one_writer_tells_two_things_of_one_day(write):
    """Sentences of one article merge only if they say the same."""
    timeline, _ = build_timeline([write("a.txt", DAY, f"{FIRST} {OTHER}")])
    assert len(timeline.entries) == 2


def test_merging_does_not_hang_on_order(write):
    """Shuffled articles give the same entries, ids and reasons."""
    articles = [write(f"{at}.txt", DAY, each, REST) for at, each in enumerate((FIRST, SECOND, MORE, OTHER, LATER))]
    expected = build_timeline(articles)[0]
    for seed in range(5):
        random.Random(seed).shuffle(articles)
        assert build_timeline(articles)[0] == expected
