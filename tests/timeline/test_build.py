"""A folder's timeline, from dated articles."""

from datetime import date
from itertools import permutations

import pytest

from briefing.model import DatedArticle, Interval, NameKind, Timeline
from briefing.timeline import OWN, Wishes, build_timeline
from briefing.timeline.choice import own_length

HARBOUR = (
    "port-daily.txt",
    "2023-03-14",
    "A long and “frank” conversation between Norwegian and Danish envoys in Aarhus on {Tuesday|2023-03-14} did little to end the quarrel over the ferry line, with ministers from both countries playing the talks down.",
    "Holm said after her meeting with Danish Deputy Transport Minister Jesper Lindqvist that the talks {Tuesday|2023-03-14} had hardly begun.",
    "~As a first step the ferries must sail again, Ms.",
    "~Holm said.",
    "Bakke was harbour master when the old pier burned down in {1998|1998}.",
    "The Nordic Council and the Union of Baltic Ports will meet with Danish officials {later this week|2023-03-15/2023-03-19}.",
    "The quarrel is a hard test for Mayor Bakke.",
)
FERRY = (
    "ferry-news.txt",
    None,
    "CAPTION Norwegian Deputy Trade Minister Holm (left) and Danish Deputy Transport Minister Lindquist",
    "Denmark said on {Monday (March 13)|2023-03-13} that it would not give way under pressure from Norway and warned that {this week’s|2023-03-13/2023-03-19} talks on the ferry line “may end early”.",
    "Oslo has also stated that it expects no agreement.",
    "Before the official talks began on {Monday|2023-03-13}, Norwegian Deputy Trade Minister Kari Holm met with Danish Deputy Transport Minister Jesper Lindquist in Aarhus.",
    "~The wish to make progress.",
)


@pytest.fixture
def folder(write) -> tuple[DatedArticle, ...]:
    return write(*HARBOUR), write(*FERRY)


@pytest.fixture
def timeline(folder) -> Timeline:
    return build_timeline(folder)[0]


def test_every_sentence_is_told_once(folder, timeline):
    """Read = told in entries + statements + fragments, and no sentence stands in two of them."""
    told = [event.citation for entry in timeline.entries for event in entry.events]
    cited = [*told, *(s.citation for s in timeline.statements), *(f.citation for f in timeline.fragments)]
    read = [(article.key, s.span) for article in folder for s in article.annotated.sentences]
    assert sorted((c.key, c.span) for c in cited) == sorted(read)


def test_entries_stand_in_reading_order(timeline):
    """By first day; within a day by source and place; what is ahead last, and the background first."""
    days = [str(entry.interval) for entry in timeline.entries]
    opening = [entry.quoted.citation.quote.split()[0] for entry in timeline.entries]
    assert opening == ["Bakke", "Denmark", "Before", "A", "Holm", "The"]
    assert days == [
        "1998-01-01/1998-12-31",
        "2023-03-13",
        "2023-03-13",
        "2023-03-14",
        "2023-03-14",
        "2023-03-15/2023-03-19",
    ]


def test_as_of_is_the_newest_stated_publication_date_and_the_period_holds_what_is_near(timeline):
    """The period runs over all items within 31 days of the as-of date; 1998 is background."""
    assert timeline.as_of == date(2023, 3, 14)
    assert (timeline.period.first, timeline.period.last) == (date(2023, 3, 13), date(2023, 3, 19))


def test_at_a_glance_newest_then_another_source_then_ahead(timeline):
    """The best item of the newest day, the best undisputed one of another source, the next ahead."""
    quotes = {entry.id: entry.quoted.citation.quote.split()[0] for entry in timeline.entries}
    assert [quotes[name] for name in timeline.glance] == ["A", "Denmark", "The"]


def test_the_same_two_people_and_the_same_talks_on_two_days_are_a_difference(timeline):
    """Nothing is merged; the shared names and the word for the event are given."""
    day = next(d for d in timeline.differences if d.kind == "day")
    names = {person.id: person.variants[0][0] for person in timeline.people}
    assert [names.get(word, word) for word in day.shared] == ["Kari Holm", "Jesper Lindquist", "talks"]
    assert day.facts == ("2023-03-13", "2023-03-14")


def test_variants_of_a_name_are_one_person_by_office(timeline):
    """ "Lindqvist", "Lindquist" bear one office; the spellings are a difference of the kind "name"."""
    person = next(p for p in timeline.people if p.variants[0][0].startswith("Jesper"))
    assert {spelling for spelling, _ in person.variants} == {"Jesper Lindqvist", "Jesper Lindquist", "Lindquist"}
    assert [d.facts for d in timeline.differences if d.kind == "name"] == [("Jesper Lindquist", "Jesper Lindqvist")]
    assert {p.kind for p in timeline.people if p.id == person.id} == {NameKind.PERSON}


def test_the_order_of_articles_does_not_matter(folder):
    """Every order of the same articles gives the same timeline."""
    assert len({build_timeline(order)[0] for order in permutations(folder)}) == 1


def test_an_article_from_after_the_as_of_date_is_set_aside_and_named(folder):
    """Its sentences are nowhere; a problem names it."""
    timeline, problems = build_timeline(folder, Wishes(as_of=date(2023, 3, 13)))
    assert [(problem.code, problem.path) for problem in problems] == [("after-as-of", "port-daily.txt")]
    assert {entry.quoted.citation.key for entry in timeline.entries} == {"ferry-news.txt"}


def test_no_article_and_no_date_give_an_empty_timeline(write):
    """Nothing to place is no error."""
    empty, _ = build_timeline(())
    undated, _ = build_timeline((write("a.txt", None, "Rain fell on the town."),))
    assert (empty.entries, empty.period, empty.as_of) == ((), None, None)
    assert (undated.entries, len(undated.statements), undated.period) == ((), 1, None)


def test_a_year_near_the_as_of_date_does_not_stretch_the_period(write):
    """A vague item counts for the period only if it lies in it with both ends."""
    article = write("a.txt", "2023-01-05", "The bridge opened in {2023|2023}.", "It rained on {Tuesday|2023-01-03}.")
    timeline, _ = build_timeline((article,))
    assert timeline.period == Interval.of_day(date(2023, 1, 3))


def weeks(write) -> list[DatedArticle]:
    """Thirty articles, one a day, each with two events of its day; every fifth day is told by all later articles, too."""
    told = []
    for n in range(1, 31):
        day = f"2023-03-{n:02}"
        again = [f"The Harbour Union struck dock {m} on {{day {m}|2023-03-{m:02}}}." for m in range(5, n + 1, 5)]
        own = (f"Crane {n} was sold to Bakke on {{day {n}|{day}}}.", f"Ship {n} left for Aarhus on {{day {n}|{day}}}.")
        told.append(write(f"{n:02}.txt", day, *again, *own))
    return told


def test_a_timeline_of_its_own_length_holds_the_days_that_are_told_again(write):
    """`--max-days auto`: the root of the days the articles span says how many; none that is asked for in a number is lost."""
    articles = weeks(write)
    own = build_timeline(articles, Wishes(max_days=OWN))[0]
    days = {entry.interval.begin.day for entry in own.entries}
    assert len(days) == own_length(article.anchor.day for article in articles) == 8
    assert days >= {5, 10, 15, 20, 25}
    assert len({entry.interval for entry in build_timeline(articles, Wishes(max_days=3))[0].entries}) == 3


def test_what_stands_at_full_length_in_a_long_note_is_what_an_own_length_chooses(write):
    """Pinned and at a glance first, then the chosen days, then the rest by its points; every entry has its place."""
    articles = weeks(write)
    timeline = build_timeline(articles)[0]
    chosen = build_timeline(articles, Wishes(max_days=OWN, per_day=2))[0]
    assert timeline.foremost[: len(timeline.glance)] == timeline.glance
    front = set(timeline.foremost[: len(timeline.glance) + len(chosen.entries)])
    assert front >= {entry.id for entry in chosen.entries}
    assert sorted(timeline.foremost) == sorted(entry.id for entry in timeline.entries)
