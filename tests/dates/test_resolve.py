"""What a mention means, by anchor, tense and the date mentioned before."""

from datetime import date
from typing import get_args

import pytest

from briefing.dates import find_mentions, read_dates, resolve
from briefing.dates.resolve import PLACES
from briefing.model import Anchor, Basis, Genre, Span
from briefing.timex import Timex

MONDAY = date(2022, 1, 10)
SUNDAY = date(2022, 1, 9)


def read(text, published=MONDAY):
    return {r.mention.text: str(r.interval) for r in read_dates(text, published)}


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The envoys talked on Monday.", MONDAY, {"Monday": "2022-01-10"}),
        ("They will meet on Monday.", date(2022, 1, 11), {"Monday": "2022-01-17"}),
        ("They met on Monday.", date(2022, 1, 11), {"Monday": "2022-01-10"}),
        ("They will be briefed on Monday.", date(2022, 1, 11), {"Monday": "2022-01-17"}),
        ("They meet later this week.", MONDAY, {"later this week": "2022-01-11/2022-01-16"}),
        ("It was annexed in 2014.", MONDAY, {"2014": "2014-01-01/2014-12-31"}),
        ("The six-hour talk may end soon, it may.", MONDAY, {"six-hour": "None", "soon": "None"}),
    ],
)
def test_relative_expressions_count_from_the_publication(text, published, expected):
    """Weekdays follow the tense, and one that equals the day of publication is that day."""
    assert read(text, published) == expected


def test_a_weekday_picks_the_year_that_is_lent():
    """With a year alone to go by, "Sunday (January 9)" gets it, and the next "Sunday" counts from there; all of it inferred."""
    text = "He spoke on Sunday (January 9). Before the talks began on Sunday, they met."
    anchor = Anchor(None, Basis.INFERRED, "lent-by-sister", lent_by="b.txt", year=2022)

    found = resolve(find_mentions(text), anchor)

    assert [(str(r.interval), r.basis) for r in found] == [("2022-01-09", Basis.INFERRED)] * 2


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("She warned that this week's talks “may end early”.", "2022-01-10/2022-01-16", "2022-01-03/2022-01-09"),
        ("The talks took place this week.", "2022-01-03/2022-01-09", "2022-01-10/2022-01-16"),
    ],
)
def test_this_week_on_a_sunday_has_two_readings(text, first, second):
    """The week ahead comes first when the clause looks ahead, the week behind when it looks back."""
    [found] = read_dates(text, SUNDAY)

    assert (str(found.interval), str(found.second)) == (first, second)


def test_a_weekday_that_contradicts_its_date_is_a_problem():
    """Both readings are kept."""
    [found] = read_dates("on Monday, January 9, 2022", MONDAY)

    assert (str(found.interval), str(found.second), found.problem) == (
        "2022-01-09",
        "2022-01-10",
        "weekday-contradicts",
    )


def test_the_following_day_counts_from_the_date_mentioned_before_across_blocks():
    """Mentions of several blocks are one article."""
    text = "It began on 3 March 2021.\n\n[menu]\n\nThe following day it rained."
    blocks = [Span(0, 25), Span(35, len(text))]

    found = resolve(find_mentions(text, spans=blocks), Anchor(MONDAY, Basis.STATED, "published"))

    assert [str(r.interval) for r in found] == ["2021-03-03", "2021-03-04"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("on 31 February 2021", "impossible-date"),
        ("on 99/99/2021", "impossible-date"),
        ("for three days", "duration"),
        ("every Monday", "repetition"),
        ("recently", "vague"),
        ("in 44 BC", "out-of-calendar"),
    ],
)
def test_what_has_no_day_has_a_reason(text, reason):
    """Nothing is guessed, nothing is raised."""
    [found] = read_dates(text, MONDAY)

    assert (found.interval, found.reason) == (None, reason)


def test_without_any_anchor_relative_dates_stay_open():
    """No publication date, no date in the text: "yesterday" has no day, "May 2021" has."""
    found = read_dates("Yesterday, unlike May 2021, was fine.", None)

    assert [(str(r.interval), r.reason) for r in found] == [("None", "no-anchor"), ("2021-05-01/2021-05-31", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last winter", "1998-12-01/1999-02-28"),
        ("this winter", "1999-12-01/2000-02-29"),
        ("two hours ago", "2000-01-01"),
    ],
)
def test_units_that_reach_over_new_year(text, expected):
    """On New Year's Day the winter that goes on is this winter, and two hours ago is no other day."""
    [found] = read_dates(text, date(2000, 1, 1))

    assert str(found.interval) == expected


def test_a_narrative_counts_from_its_own_last_date():
    """In a history "April" is the April of the year last mentioned."""
    found = resolve(
        find_mentions("In January 1943 they landed. In April they won."),
        Anchor(MONDAY, Basis.STATED, "published"),
        Genre.NARRATIVE,
    )

    assert [str(r.interval) for r in found] == ["1943-01-01/1943-01-31", "1943-04-01/1943-04-30"]


def test_no_date_of_the_text_stands_for_the_day_of_telling():
    """ "Yesterday" and "two days ago" count from a publication; a date before them in the text is none."""
    found = read_dates("It opened on 3 May 2021. Yesterday, as two days ago, it was shut.", None)

    assert [(str(r.interval), r.reason) for r in found] == [
        ("2021-05-03", None),
        ("None", "no-anchor"),
        ("None", "no-anchor"),
    ]


def test_every_kind_of_timex_has_its_row_in_the_table_of_places():
    """No value that a rule can make is left without the function that gives it days, or the reason why it has none."""
    assert set(PLACES) == set(get_args(Timex))
