"""Sentences without a day: told by several sources they are one statement, beside a dated entry they say so."""

from itertools import permutations

import pytest

from briefing.model import Timeline
from briefing.timeline import build_timeline

DAY = "2023-05-02"
DATED = "Mayor Anna Brandt opened the Lenne bridge in Osterby on {Tuesday|2023-05-02} with 300 guests from Bramley."
UNDATED = "Mayor Anna Brandt opened the Lenne bridge in Osterby with 300 guests from Bramley."
TOLD = "Engineer Peter Holm said the Lenne bridge near Osterby cost 14 million crowns, twice what was planned."
AGAIN = "The Lenne bridge near Osterby cost 14 million crowns, twice what was planned, engineer Peter Holm said."
OTHER = "Engineer Peter Holm said the Lenne bridge near Osterby cost 19 million crowns, twice what was planned."
BODY = (
    "The Lenne bridge joins Osterby and Bramley, two towns that had been parted by the river.",
    "Osterby had waited for a bridge across the Lenne since ferries stopped in Bramley.",
)


def told(write, *articles: tuple[str, ...]) -> Timeline:
    return build_timeline([write(f"{at}.txt", DAY, *lines) for at, lines in enumerate(articles)])[0]


def test_what_two_sources_tell_is_one_statement_with_both_citations(write):
    """Names, figures and words agree; the steps say so."""
    timeline = told(write, (BODY[0], TOLD), (BODY[1], AGAIN))
    merged = [statement for statement in timeline.statements if statement.also]
    assert [sorted(c.key for c in statement.citations) for statement in merged] == [["0.txt", "1.txt"]]
    assert (merged[0].texts, {step.code for step in merged[0].why}) == (2, {"same-names", "same-words", "same-figures"})
    assert [step.facts for step in merged[0].why if step.code == "same-figures"] == [("14 million",)]


@pytest.mark.parametrize(
    "other", [OTHER, TOLD.replace("said the", "denied that the"), TOLD.replace("Peter Holm", "Ruiz")]
)
def test_another_figure_a_denial_or_another_speaker_stay_apart(write, other: str):
    """Two statements are better than a false merge."""
    timeline = told(write, (BODY[0], TOLD), (BODY[1], other))
    assert not any(statement.also for statement in timeline.statements)


def test_the_same_people_do_many_things(write):
    """Two names in common carry nothing alone: what is done must agree, too."""
    met = "Anna Brandt and Peter Holm met for an hour in the town hall of Osterby."
    quarrelled = "Anna Brandt and Peter Holm had quarrelled about ferries for years."
    timeline = told(write, (BODY[0], met), (BODY[1], quarrelled))
    assert not any(statement.also for statement in timeline.statements)


def test_one_writer_says_two_things(write):
    """Within an article nothing is merged."""
    assert not any(statement.also for statement in told(write, (BODY[0], TOLD, AGAIN), (BODY[1],)).statements)


def test_short_sentences_are_said_of_many_things(write):
    """ "He declined to comment." is one statement only where the whole texts are one."""
    short = "He declined to comment."
    apart = told(write, (BODY[0], TOLD, short), (BODY[1], AGAIN, short))
    copies = told(write, (BODY[0], TOLD, short), (BODY[0], TOLD, short))
    assert len([s for s in apart.statements if s.citation.quote == short]) == 2
    assert [(len(s.also), s.texts) for s in copies.statements] == [(1, 1)] * 3


def test_a_statement_beside_a_dated_entry_says_so_and_stays_a_statement(write):
    """The entry keeps its one source: an undated sentence vouches for no day."""
    timeline = told(write, (BODY[0], DATED), (BODY[1], UNDATED))
    assert [entry.keys for entry in timeline.entries] == [("0.txt",)]
    beside = [statement for statement in timeline.statements if statement.same_as]
    assert [(s.citation.quote, s.same_as) for s in beside] == [(UNDATED, timeline.entries[0].id)]


def test_a_happening_has_its_words_and_the_entry_that_tells_it_best(write):
    """What holds two of its words tells of it; the words are printed ones."""
    timeline = told(write, (BODY[0], DATED, "Rain fell on the hills."), (BODY[1], UNDATED))
    assert [(happening.keys, happening.head) for happening in timeline.happenings] == [
        (("0.txt", "1.txt"), timeline.entries[0].id)
    ]
    said = {statement.id: statement.citation.quote for statement in timeline.statements}
    assert {said[name] for name in timeline.happenings[0].told} == {BODY[0], BODY[1], UNDATED}
    assert {"Lenne", "bridge", "Osterby", "Bramley"} <= set(timeline.happenings[0].words)


def test_weeks_apart_are_no_one_happening(write):
    """The week in which most was published counts; what comes later is part of the story only."""
    later = write("2.txt", "2023-06-20", BODY[0], UNDATED)
    articles = [write("0.txt", DAY, BODY[0], DATED), write("1.txt", DAY, BODY[1], UNDATED), later]
    assert [happening.keys for happening in build_timeline(articles)[0].happenings] == [("0.txt", "1.txt")]


def test_the_order_of_files_changes_nothing(write):
    """Statements, happenings and ids are the same."""
    articles = [write("0.txt", DAY, BODY[0], TOLD), write("1.txt", DAY, BODY[1], AGAIN), write("2.txt", DAY, UNDATED)]
    first = build_timeline(articles)[0]
    assert all(build_timeline(order)[0] == first for order in permutations(articles))
