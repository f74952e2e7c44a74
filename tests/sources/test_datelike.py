"""What looks like a date in a line, found from its figures."""

import pytest

from briefing.sources.datelike import FULL_DATE, day_without_year, full_date, shows_date


@pytest.mark.parametrize(
    "line, date",
    [
        ("Posted Wed 8 Mar 2023 18.54 GMT", "8 Mar 2023"),
        ("March 8, 2023 | 2 min read", "March 8, 2023"),
        ("In 12 ports, MARCH 8th, at 5:49 p.m., 2023", "MARCH 8th, at 5:49 p.m., 2023"),
        ("Published8 March 2023", None),  # no end of a word before the day
        ("08.03.2023, 10:00 Uhr", "08.03.2023"),
        ("2023-03-08T10:00", "2023-03-08"),
        ("le 8 mars 2023", "8 mars 2023"),
        ("2023年3月8日", "2023年"),
        ("In 2016 the bank had 3,228 marches", None),
        ("İ 8 March 2023", "8 March 2023"),  # lower case is longer here
        ("no figure in March", None),
        ("", None),
    ],
)
def test_a_full_date_is_found_where_the_pattern_finds_it(line, date):
    """Searching from the figures gives what one search through the whole line gives."""
    found, whole = full_date(line), FULL_DATE.search(line)
    assert (found and line[slice(*found)]) == date
    assert (whole and whole[0]) == date


def test_a_day_without_its_year_and_a_year_alone():
    """ "8 March" has a day; a year alone may be a date; a number is none."""
    assert day_without_year("Monday, March 8")
    assert day_without_year("8 March")
    assert not day_without_year("2023")
    assert shows_date("since 2023")
    assert not shows_date("412 people")
