"""Where the annotators' convention would mislead the reader of a note, the reader wins and TIMEX3 keeps the convention."""

from datetime import date

import pytest

from briefing.dates import read_dates
from briefing.dates.timex3 import timex3

TUESDAY = date(2021, 3, 2)


@pytest.mark.parametrize(
    ("text", "published", "interval", "reason", "value"),
    [
        ("The tram left the track at about 6.10am.", TUESDAY, "None", "time-of-day", "2021-03-02T06:10"),
        ("The ferry would leave at noon.", TUESDAY, "None", "time-of-day", "2021-03-02T12:00"),
        ("The ferry left on Monday at noon.", TUESDAY, "2021-03-01", None, None),
        ("Roses that need no water in summer.", TUESDAY, "None", "bare-season", None),
        ("Bidders have until Thursday to object.", TUESDAY, "../2021-03-04", None, "2021-03-04"),
        ("They must reply by Friday.", TUESDAY, "../2021-03-05", None, "2021-03-05"),
        ("Residents have signed it since 2011.", TUESDAY, "2011-01-01/..", None, "2011"),
        ("The next day he flew home.", TUESDAY, "None", "no-anchor", "2021-03-03"),
        ("That evening it rained.", TUESDAY, "None", "no-anchor", None),
        ("Sales rose from a year earlier.", TUESDAY, "2020-01-01/2020-12-31", None, None),
        ("The rent is due on the 1st.", TUESDAY, "2021-04-01", None, None),
        ("They left on the 30th.", TUESDAY, "2021-01-30", None, None),
        ("The fair will open on New Year's Eve.", TUESDAY, "2021-12-31", None, None),
        ("The port was hit by Monday's storm.", TUESDAY, "2021-03-01", None, "2021-03-01"),
    ],
)
def test_the_reader_is_told_no_more_than_is_said(text, published, interval, reason, value):
    """A bare time says no day, a bound stays open; what annotators write is still in TIMEX3."""
    (found,) = read_dates(text, published)
    assert (str(found.interval), found.reason) == (interval, reason)
    if value is not None:
        assert [one.value for one in timex3(found)] == [value]


def test_a_weekday_takes_no_far_or_future_year():
    """9 January was a Monday in 2023 and no Tuesday in the year before: both readings are kept, and it is said."""
    (found,) = read_dates("They put off the vote on Tuesday (January 9) after a row.", date(2023, 1, 12))
    assert (str(found.interval), str(found.second), found.problem) == (
        "2023-01-09",
        "2023-01-10",
        "weekday-contradicts",
    )


def test_a_weekday_may_take_the_year_before():
    """9 January was a Sunday in 2022: a past date of a year ago is no contradiction."""
    (found,) = read_dates("They met on Sunday (January 9).", date(2023, 1, 12))
    assert (str(found.interval), found.problem) == ("2022-01-09", None)


def test_a_year_carries_no_weekday():
    """Without a publication date "on Friday" is not counted from a year that came before."""
    _, friday = read_dates("The port grew in 2023. It closed on Friday.", None)
    assert (friday.interval, friday.reason) == (None, "no-anchor")


def test_a_day_carries_a_weekday():
    """Without a publication date a day that came before carries it."""
    _, friday = read_dates("The port closed on 9 January 2023. It opened on Friday.", None)
    assert str(friday.interval) in {"2023-01-06", "2023-01-13"}


@pytest.mark.parametrize("text", ["Sales fell during the quarter.", "Earnings rose for the latest quarter."])
def test_a_quarter_that_is_not_named_is_none(text):
    """Annotators take the quarter before; a reader is told that no date is said."""
    (found,) = read_dates(text, TUESDAY)
    assert (found.interval, found.reason) == (None, "bare-unit")


def test_nothing_counts_from_what_the_reader_is_refused():
    """ "in summer" says no day, so "two days later" has nothing to count from, and "a year earlier" from no quarter at all."""
    _, later = read_dates("Roses that need no water in summer. Two days later they bloom.", TUESDAY)
    assert (later.interval, later.reason, str(later.assumed)) == (None, "no-anchor", "2021-03-04")

    _, earlier = read_dates("Sales fell during the quarter. A year earlier they rose.", TUESDAY)
    assert (earlier.interval, earlier.reason) == (None, "bare-unit")


def test_an_age_is_no_decade():
    """ "in her mid-50s" says how old somebody is."""
    assert read_dates("The poet, who is in her mid-50s, left.", TUESDAY) == ()


def test_a_feast_told_as_past_keeps_the_one_before_as_a_second_reading():
    """In March "was killed on Easter Sunday" may be the feast near by or that of a year ago: both are kept."""
    (found,) = read_dates("He was killed on Easter Sunday.", TUESDAY)
    assert (str(found.interval), str(found.second)) == ("2021-04-04", "2020-04-12")
