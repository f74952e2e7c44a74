"""What a person decided about entries holds, and is marked."""

import math

import pytest

from briefing.model import Interval, Timeline
from briefing.timeline import Correction, Wishes, build_timeline

FIRST = "A fire at the Bramley paper mill in Osterby killed 12 people on {Tuesday|2023-05-02}, police said."
SECOND = "Twelve people died on {Tuesday|2023-05-02} when fire swept through the Bramley paper mill in Osterby."
OTHER = "The Osterby council voted on {Tuesday|2023-05-02} to build a new bridge across the Lenne."


@pytest.fixture
def articles(write):
    return [write(f"{at}.txt", "2023-05-03", each) for at, each in enumerate((FIRST, SECOND, OTHER))]


def corrected(articles, *corrections: Correction) -> Timeline:
    return build_timeline(articles, Wishes(corrections=corrections))[0]


def named(timeline: Timeline, word: str) -> str:
    return next(entry.id for entry in timeline.entries if word in entry.quoted.citation.quote)


def test_drop_redate_retitle_and_pin(articles):
    """Each is done and marked as a person's; a dropped entry is left out, not lost."""
    council = named(build_timeline(articles)[0], "council")
    day = Interval.of_day(articles[0].published.day)
    assert corrected(articles, Correction(council, "drop")).left_out[0].set_by_person == ("drop",)
    moved = corrected(
        articles, Correction(council, "redate", interval=day), Correction(council, "retitle", title="Bridge")
    )
    entry = next(entry for entry in moved.entries if entry.id == council)
    assert (entry.interval, entry.title, entry.set_by_person) == (day, "Bridge", ("redate", "retitle"))
    assert corrected(articles, Correction(council, "pin")).glance[0] == council


def test_split_and_join(articles):
    """Merged tellings come apart; entries become one, citing all."""
    plain = build_timeline(articles)[0]
    fire, council = named(plain, "fire"), named(plain, "council")
    assert len(plain.entries) == 2
    assert len(corrected(articles, Correction(fire, "split")).entries) == 3
    joined = corrected(articles, Correction(fire, "join", others=(council,))).entries
    assert [(len(entry.events), entry.set_by_person) for entry in joined] == [(3, ("join",))]


def test_a_decision_outlives_a_merge_with_a_new_article(articles, write):
    """The id of a telling finds the entry that quotes another one now."""
    alone = build_timeline(articles[:1])[0].entries[0].id
    assert corrected(articles, Correction(alone, "drop")).entries[0].quoted.citation.key == "2.txt"


def test_an_id_that_is_none_is_a_problem(articles):
    """It names the id and what was to be done."""
    _, problems = build_timeline(articles, Wishes(corrections=(Correction("0000", "drop"),)))
    assert [(problem.code, problem.facts) for problem in problems] == [("no-such-entry", ("0000", "drop"))]


def test_a_join_keeps_what_was_decided_of_either_and_counts_texts_once(articles, write):
    """A pinned entry that is joined to another stays pinned; prints of one text count once."""
    both = [*articles, write("3.txt", "2023-05-03", FIRST, OTHER)]
    plain = build_timeline(both)[0]
    fire, council = named(plain, "fire"), named(plain, "council")
    timeline = corrected(both, Correction(council, "pin"), Correction(fire, "join", others=(council,)))
    entry = timeline.entries[0]
    assert (len(timeline.entries), entry.set_by_person, timeline.glance) == (1, ("pin", "join"), (entry.id,))
    assert (len(entry.keys), entry.texts) == (4, 2)  # the fourth prints two of the others again
    assert next(part.value for part in entry.score if part.code == "sources") == round(math.log2(3), 3)


def test_decisions_hold_when_articles_are_added(articles, write):
    """Ids hang on citations: the same corrections find the same entries among ten new articles, in any order."""
    fire, council = (named(build_timeline(articles)[0], word) for word in ("fire", "council"))
    decided = Correction(fire, "retitle", title="The mill"), Correction(council, "pin"), Correction(fire, "split")
    new = [
        write(f"n{at}.txt", "2023-05-04", f"Rain fell in Lenne on {{Monday|2023-05-0{at}}}.", OTHER)
        for at in range(1, 9)
    ]
    after = corrected([*new, *articles], *decided)
    marks = {entry.quoted.citation.quote: entry.set_by_person for entry in after.entries if entry.set_by_person}
    quoted = {FIRST, SECOND, OTHER}
    assert {quote[:10] for quote in marks} == {quote[:10] for quote in quoted}
    assert sorted(marks.values()) == [("pin",), ("retitle", "split"), ("retitle", "split")]
