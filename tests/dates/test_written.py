"""Strings that are known to hold a date."""

import sys
from datetime import date

import pytest

from briefing.dates.written import day_of_epoch, days_without_year, written_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Jan 10, 2022 1 min, 35 secs", ["2022-01-10"]),
        ("2022-01-10T21:05:11Z", ["2022-01-10"]),
        ("2022-01-10 21:05:11.123+05:30", ["2022-01-10"]),
        ("20220110T210511Z", ["2022-01-10"]),
        ("Mon, 10 Jan 2022 21:05:11 -0500", ["2022-01-10"]),
        ("Published: Monday 10th January 2022 at 5pm", ["2022-01-10"]),
        ("10th of January, 2022", ["2022-01-10"]),
        ("10-Jan-2022", ["2022-01-10"]),
        ("Mon Jan 10 21:05:11 UTC 2022", ["2022-01-10"]),
        ("Sept. 3, 2019", ["2019-09-03"]),
        ("Jan 9, '22", ["2022-01-09"]),
        ("25/12/2022", ["2022-12-25"]),
        ("12/25/2022", ["2022-12-25"]),
        ("10.1.2022", ["2022-01-10", "2022-10-01"]),
        ("2022年1月10日 12:00", ["2022-01-10"]),
        ("2022년 1월 10일", ["2022-01-10"]),
        ("1 September 2020 Updated 2 September 2020", ["2020-09-01", "2020-09-02"]),
        ("Copyright 2024", []),
        ("May 2021", []),
        ("Jan. 10-12, 2022", []),
        ("version 10.1.2022.4", []),
        ("may 9999, 2001", []),
        ("31 April 2022", []),
        ("12 Countries 2021", []),
    ],
)
def test_days_of_a_string(text, days):
    """Every full date is read, and nothing else."""
    assert [str(day) for one in written_days(text, "en") for day in one.days] == days


def test_open_order_gives_both_days():
    """03/04/2022 is two days until somebody says the order."""
    assert written_days("03/04/2022")[0].days == (date(2022, 3, 4), date(2022, 4, 3))
    assert written_days("03/04/2022", order="dmy")[0].days == (date(2022, 4, 3),)
    assert written_days("03/04/2022", order="mdy")[0].days == (date(2022, 3, 4),)
    assert written_days("25/04/2022", order="mdy")[0].days == (date(2022, 4, 25),)


def test_points_mean_the_day_first():
    """Only Americans write 01.10.2022 for 10 January: open in English alone, the day first everywhere else."""
    assert written_days("10.1.2022", "de")[0].days == (date(2022, 1, 10),)
    assert written_days("10.1.2022")[0].days == (date(2022, 1, 10),)


def test_years_that_a_clock_stands_close_to():
    """A page's elements are read without a blank between them; longer numbers are no years."""
    assert [str(d) for one in written_days("November 9, 20235:01 AM ET", "en") for d in one.days] == ["2023-11-09"]
    assert written_days("November 9, 20235 readers", "en") == ()


def test_weekday_is_checked():
    """10 January 2022 was a Monday."""
    assert written_days("Monday, January 10, 2022")[0].weekday_fits
    assert not written_days("Tuesday, January 10, 2022")[0].weekday_fits


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Publié le 10 janvier 2022 à 18h", "fr", "2022-01-10"),
        ("Stand: 10. Januar 2022", "de", "2022-01-10"),
        ("3 de marzo de 2021", "es", "2021-03-03"),
        ("12 июня 2021 г.", "ru", "2021-06-12"),
        ("१० जनवरी २०२२", "hi", "2022-01-10"),
        ("14 ม.ค. 2022", "th", "2022-01-14"),
        ("5 شباط/فبراير 2022", "ar", "2022-02-05"),
        ("10 تشرين الثاني 2022", "ar", "2022-11-10"),
        ("ngày 10 tháng 1 năm 2022", "vi", "2022-01-10"),
        ("2022. 1. 10. 14:30", "ko", "2022-01-10"),
    ],
)
def test_other_languages_are_read_by_dateparser(text, language, day):
    """Month words of a known language are read; the span holds the date alone."""
    found = written_days(text, language)
    assert [str(d) for one in found for d in one.days] == [day]
    assert "Publié" not in found[0].span.of(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("12 มกราคม 2565", "th"),
        ("10/1/65", "th"),
        ("20/10/00", "fa"),
        ("۲۲ دی ۱۴۰۰", "fa"),
        ("02/05/2014", "am"),
        ("10 مباراة 2022", "ar"),
        ("10 tháng 13 năm 2022", "vi"),
    ],
)
def test_other_calendars_are_not_read_as_ours(text, language):
    """A year that may be counted otherwise, or no month's word: nothing is read."""
    assert not written_days(text, language)


def test_unknown_language_is_not_guessed():
    """Without a language no foreign month is read, and no time is spent on all of them."""
    assert written_days("in 12 marts 2021", "") == ()
    assert written_days("10 janvier 2022", "xx") == ()


def test_month_and_day_without_year():
    """A dateline has no year; it is kept as month and day."""
    (one,) = days_without_year("GENEVA, Jan 10 (Reuters)")
    assert (one.month, one.day, one.days) == (1, 10, ())


def test_epoch():
    """Machines count seconds or milliseconds."""
    assert day_of_epoch("1641848711") == day_of_epoch("1641848711000") == date(2022, 1, 10)
    assert day_of_epoch("20220110") is None


def test_english_never_loads_dateparser():
    """The heavy parser is imported for other languages only."""
    for name in [n for n in sys.modules if n.split(".")[0] == "dateparser"]:
        sys.modules.pop(name)
    written_days("10 January 2022, 10 floogle 2022", "en")
    assert "dateparser" not in sys.modules
