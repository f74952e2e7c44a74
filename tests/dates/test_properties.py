"""What holds for every text and every date, whatever the rules are."""

from datetime import MAXYEAR, date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.dates import Conventions, find_mentions, read_dates
from briefing.dates import calendar as cal
from briefing.dates.timex3 import timex3
from briefing.explain import records
from briefing.model import Genre, Granularity
from briefing.timex import Unit

DAYS = st.dates(date(1600, 1, 1), date(2400, 12, 31))
ANCHORS = st.one_of(st.none(), DAYS)

WORDS = """Monday Tuesday Sunday January Jan. May March April 9 11 31 2022 1914 '98 1990s the of in on from to until since by between
and a an early late mid - , ( ) . last next this week month year years days two first third quarter half end beginning ago later
before after day weekend summer winter night morning 3 p.m. 15:30 GMT noon yesterday today tomorrow now recently every twice weekly
century BC Christmas Easter fiscal said will was were is may march sun 01/09/22 2022-01-09 9-11 1914-18 9th 19th twenty ninety
hundred former latter following previous same that more than about half decade several past coming overnight \u2019 \u2013 \n""".split(
    " "
)
PROSE = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
ANYTHING = st.text(max_size=60)


@settings(deadline=None, max_examples=150)
@given(st.one_of(PROSE, ANYTHING), ANCHORS, st.sampled_from(Genre))
def test_places_give_back_the_surface_and_never_overlap(text, published, genre):
    """Mentions stand in reading order; each place of the text, and of each TIMEX3, gives back its words, without white space around."""
    end = 0
    for found in read_dates(text, published, genre=genre):
        span = found.span
        assert end <= span.start < span.end <= len(text)
        assert span.of(text) == found.mention.text == found.mention.text.strip(" ")
        end = span.end
        tags = timex3(found)
        inside = span.start
        for tag in tags:
            assert inside <= tag.start < tag.end <= span.end
            inside = tag.end


@settings(deadline=None, max_examples=150)
@given(st.one_of(PROSE, ANYTHING), ANCHORS, st.sampled_from(Genre))
def test_each_mention_has_days_or_a_reason(text, published, genre):
    """Never both, never neither; a basis wherever there are days; days in their order; steps in words for all of it."""
    for found in read_dates(text, published, genre=genre):
        assert (found.interval is None) == (found.reason is not None) == (found.basis is None)
        if found.interval is not None:
            assert found.steps
            assert found.interval.begin <= found.interval.end
            assert found.interval.begin in found.interval
            assert found.interval.end in found.interval
        for record in records([found]):
            assert record["steps"]
            assert record["value"]


@settings(deadline=None, max_examples=100)
@given(PROSE, DAYS)
def test_text_of_another_paragraph_changes_nothing(text, published):
    """Resolution is stable under leading and trailing text, blank lines between, that holds no date."""
    text = text.strip("\n ")
    around = "The council of the town sat down to eat.\n\n"
    alone = read_dates(text, published, genre=Genre.NEWS)
    within = read_dates(f"{around}{text}\n\n{around}", published, genre=Genre.NEWS)

    assert [(r.mention.text, r.interval, r.second, r.reason, r.basis, r.mention.rule) for r in within] == [
        (r.mention.text, r.interval, r.second, r.reason, r.basis, r.mention.rule) for r in alone
    ]
    assert [r.span.start - len(around) for r in within] == [r.span.start for r in alone]


@given(PROSE, DAYS)
@settings(deadline=None, max_examples=50)
def test_reading_twice_gives_the_same(text, published):
    """Nothing is kept from one text to the next that changes an answer."""
    assert read_dates(text, published) == read_dates(text, published)


UNITS = [Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.DECADE, Unit.CENTURY]


@given(DAYS, st.sampled_from(UNITS))
def test_the_unit_of_a_day_holds_that_day(day, unit):
    """And no shorter or longer than the calendar has it, and is the unit of each of its days."""
    interval = cal.unit_of(day, unit)

    assert day in interval
    assert interval.days is not None
    assert cal.unit_of(interval.begin, unit) == interval == cal.unit_of(interval.end, unit)
    assert cal.unit_of(interval.end + timedelta(days=1), unit).begin == interval.end + timedelta(days=1)


@given(DAYS)
def test_granularities_nest(day):
    """A day lies in its month, a month in its quarter, up to the century where the decade does not straddle it."""
    chain = [cal.unit_of(day, unit) for unit in (Unit.DAY, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.DECADE)]
    for inner, outer in pairwise(chain):
        assert outer.begin <= inner.begin <= inner.end <= outer.end
        assert inner.unit < outer.unit
    week, weekend = cal.unit_of(day, Unit.WEEK), cal.weekend(day)
    assert week.begin <= weekend.begin <= weekend.end == week.end
    assert weekend.unit is Granularity.WEEKEND


@given(DAYS, st.integers(0, 6), st.sampled_from([-1, 0, 1]))
def test_the_nearest_weekday_is_that_weekday_and_near(day, weekday, direction):
    """Within six days to the side asked for, within three where none is."""
    found = cal.weekday_near(day, weekday, direction)

    assert found.weekday() == weekday
    assert abs((found - day).days) <= (6 if direction else 3)
    assert (found - day).days * direction >= 0


@given(DAYS, st.integers(-400, 400), st.sampled_from(UNITS))
def test_moving_there_and_back_is_near(day, count, unit):
    """A month that lacks the day gives its last: at most three days are lost."""
    try:
        back = cal.moved(cal.moved(day, count, unit), -count, unit)
    except (ValueError, OverflowError):
        return
    assert abs((back - day).days) <= 3


def words_of(day):
    month = day.strftime("%B")
    return [
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"the {day.day}{'th' if 10 < day.day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day.day % 10, 'th')} of {month}, {day.year}",
        f"{day:%A}, {month} {day.day}, {day.year}",
        f"{day:%b}{'' if day.month == 5 else '.'} {day.day}, {day.year}",
        f"{day.isoformat()}",
    ]


@given(st.dates(date(1600, 1, 1), date(2090, 12, 31)), ANCHORS, st.integers(0, 5))
def test_a_date_written_in_full_is_that_day(day, published, form):
    """Whatever the anchor; stated, not resolved."""
    [found] = read_dates(f"It opened on {words_of(day)[form]}.", published)

    assert (found.interval.begin, found.interval.end, found.basis.value) == (day, day, "stated")


@given(DAYS)
def test_a_numeric_date_follows_the_declared_order(day):
    """ "03/04/2022" is April with the day first, March with the month first; a number above 12 settles it."""
    text = f"filed {day:%d/%m}/{day.year}"
    [first] = read_dates(text, None, conventions=Conventions(day_first=True))

    assert first.interval.begin == day


BAD = [
    "31 February",
    "February 31, 2021",
    "February 30",
    "29 February 2021",
    "99/99/2021",
    "2021-13-01",
    "2021-00-10",
    "2021-02-31",
    "31.02.2021",
    "00/00/0000",
    "January 0",
    "January 32",
    "the 45th of May",
    "year 0",
    "the year 0",
    "year 99999",
    "99999",
    "January 1, 99999",
    "9999-12-31",
    "December 31, 9999",
    "the day after December 31, 9999",
    "the year 9999",
    "9999 years ago",
    "99999 years ago",
    "1000000000000 years ago",
    "99999999999999999999999999 days later",
    "in 12,000 years",
    "10000 BC",
    "the 99th century",
    "the 0th century",
    "25:61",
    "24:00",
    "at 99 p.m.",
    "2022-W60",
    "2022-W53",
    "\u0663\u0661/\u0661\u0662/\u0662\u0660\u0662\u0661",
    "\uff12\uff10\uff12\uff12",
    "\u0967\u096f\u096f\u096e",
    "\u00b2022",
    "\u2460\u2461",
    "Jan\ud800uary 9",
    "\udc00 Monday \ud800",
    "January\x00 9",
    "\ufeffMonday",
    "Mon\u0301day",
    "\u200bMonday\u200b",
    "M\u00f6nday",
    "\r\nMonday\r\n",
    "January\r\n9",
    "",
    " ",
    "\n",
    "'",
    "'9",
    "1" * 10_000,
    "-1-1-1",
    "1/2/3/4",
    "fiscal 0",
    "the fifth quarter",
    "the 9th half of 2020",
    "the fifth Monday of February 2021",
    "the 99th day of May",
    "every 0 days",
    "0 days ago",
    "zero days ago",
    "1/0 years ago",
    "two and 1/0 years",
    "1000000 hundred thousand years ago",
]


@pytest.mark.parametrize("text", BAD, ids=lambda text: ascii(text[:40]))
@pytest.mark.parametrize("published", [date(2022, 1, 12), None, date.min, date.max], ids=str)
def test_bad_input_gives_a_value_or_a_reason(text, published):
    """Nothing is raised, by any anchor, genre or convention; what is found says what it is."""
    for genre in Genre:
        for conventions in (None, Conventions(day_first=True, fiscal_start=10, southern=True)):
            for found in read_dates(f"It was {text}, they said.", published, genre=genre, conventions=conventions):
                assert (found.interval is None) == (found.reason is not None)
                assert all(tag.value for tag in timex3(found))


@pytest.mark.parametrize("published", [date.min, date.max], ids=str)
@given(PROSE)
@settings(deadline=None, max_examples=60)
@example("the weekend last year next week a century ago the day after tomorrow")
@example("the season this winter last summer the following decade")
def test_the_ends_of_the_calendar_are_no_cliff(published, text):
    """At the first and the last day that a calendar can hold, what lies beyond has a reason."""
    assert published.year in (1, MAXYEAR)
    for found in read_dates(text, published):
        assert (found.interval is None) == (found.reason is not None)


@given(ANYTHING)
def test_a_language_without_rules_reads_nothing(text):
    """No guess by the rules of another language."""
    assert find_mentions(text, "xx") == ()
