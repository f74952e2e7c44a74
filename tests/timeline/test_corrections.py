"""What a person decided about entries holds, and is marked."""

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
