from datetime import date

import pytest

from briefing.brief.days import Days
from briefing.catalogue import catalogue
from briefing.model import Granularity, Interval, Part

DAYS = Days(catalogue("en"))
US = Days(catalogue("en"), "mdy")


@pytest.mark.parametrize(
    "interval, rail, short, long",
    [
        (Interval.of_day(date(2022, 1, 9)), "Sun 9 Jan 2022", "9 Jan 2022", "9 January 2022"),
        (
            Interval(date(2022, 1, 11), date(2022, 1, 16), Granularity.WEEK),
            "Tue 11 – Sun 16 Jan 2022",
            "11–16 Jan 2022",
            "11–16 January 2022",
        ),
        (
            Interval(date(2022, 1, 31), date(2022, 2, 6), Granularity.WEEK),
            "Mon 31 Jan – Sun 6 Feb 2022",
            "31 Jan – 6 Feb 2022",
            "31 January – 6 February 2022",
        ),
        (
            Interval(date(2021, 12, 27), date(2022, 1, 2), Granularity.WEEK),
            "Mon 27 Dec 2021 – Sun 2 Jan 2022",
            "27 Dec 2021 – 2 Jan 2022",
            "27 December 2021 – 2 January 2022",
        ),
        (Interval(date(2022, 3, 1), date(2022, 3, 31), Granularity.MONTH), "Mar 2022", "Mar 2022", "March 2022"),
        (
            Interval(date(2022, 3, 1), date(2022, 3, 10), Granularity.MONTH, Part.START),
            "early Mar 2022",
            "early Mar 2022",
            "early March 2022",
        ),
        (Interval(date(2022, 4, 1), date(2022, 6, 30), Granularity.QUARTER), "Q2 2022", "Q2 2022", "Q2 2022"),
        (Interval(date(2021, 12, 1), date(2022, 2, 28), Granularity.SEASON), *["winter 2021–22"] * 3),
        (Interval(date(2022, 7, 1), date(2022, 12, 31), Granularity.HALF), *["second half of 2022"] * 3),
        (Interval(date(2014, 1, 1), date(2014, 12, 31), Granularity.YEAR), *["2014"] * 3),
        (Interval(date(2014, 1, 1), date(2016, 12, 31), Granularity.RANGE), *["2014–2016"] * 3),
        (Interval(date(1990, 1, 1), date(1999, 12, 31), Granularity.DECADE), *["1990s"] * 3),
        (Interval(date(1801, 1, 1), date(1900, 12, 31), Granularity.CENTURY), *["19th century"] * 3),
        (Interval(None, date(2022, 1, 10)), "by Mon 10 Jan 2022", "by 10 Jan 2022", "by 10 January 2022"),
        (Interval(date(2014, 1, 1), None, Granularity.YEAR), *["since 2014"] * 3),
    ],
)
def test_an_interval_is_worded_by_its_unit(interval, rail, short, long):
    """Each unit has its own words in the rail, in short and in running text; the year is always there."""
    said = (DAYS.interval(interval, "rail"), DAYS.interval(interval, "short"), DAYS.interval(interval, "long"))
    assert said == (rail, short, long)


def test_month_first_order_is_a_row_of_the_catalogue():
    """American order changes the pattern, never the words."""
    week = Interval(date(2022, 1, 11), date(2022, 1, 16), Granularity.WEEK)
    assert (US.day(date(2022, 1, 9)), US.interval(week, "long")) == ("Sun, Jan 9, 2022", "January 11–16, 2022")
