"""Clues -> publication date with its evidence."""

from datetime import date

import pytest

from briefing.dates.publication import TRUST, publication_date
from briefing.model import Clue, Span

JAN_10 = date(2022, 1, 10)


def day(*clues, **options):
    found, _ = publication_date([Clue(*one) for one in clues], **options)
    return found and found.day


def codes(*clues, **options):
    _, rejected = publication_date([Clue(*one) for one in clues], **options)
    return {(one.code, one.quote) for one in rejected}


def test_byline_date_is_cut_from_its_line():
    """The quote is the date alone, at its place in the text; the reading time beside it is no date and is named."""
    line = "Jan 10, 2022 1 min, 35 secs"
    found, rejected = publication_date([Clue("line:byline-date", line, "line 4", Span(80, 80 + len(line)))])
    assert (found.day, found.evidence.quote, found.evidence.span) == (JAN_10, "Jan 10, 2022", Span(80, 92))
    assert [(one.code, one.quote) for one in rejected] == [("reading-time", "1 min, 35 secs")]


def test_no_clue_is_no_date():
    """What is not known is None."""
    assert publication_date([]) == (None, ())


@pytest.mark.parametrize(
    ("kind", "value", "code", "quote"),
    [
        ("line:copyright", "© Copyright 2024 Example Daily", "copyright-line", "Copyright 2024"),
        ("line:date", "(c) 2019-2024 Example", "copyright-line", "(c) 2019-2024"),
        ("line:date", "4 min read", "reading-time", "4 min read"),
        ("jsonld:dateModified", "2022-01-11", "modified", "2022-01-11"),
        ("line:related", "Jan 2, 2022", "related", "Jan 2, 2022"),
        ("line:date", "Retrieved on 5 May 2023", "crawled", "5 May 2023"),
        ("line:byline", "Tuesday, January 10, 2022", "weekday-contradicts", "Tuesday, January 10, 2022"),
        ("line:byline", "By Ann Lee, 31 April 2022", "impossible-date", "31 April 2022"),
        ("line:dateline", "GENEVA, Jan 10 (Wire)", "no-year", "Jan 10"),
        ("line:date", "03/04/2022", "ambiguous-order", "03/04/2022"),
    ],
)
def test_what_dates_nothing_is_rejected_with_its_reason(kind, value, code, quote):
    """Other dates of a page never become its publication date, and say why."""
    assert day((kind, value)) is None
    assert codes((kind, value)) == {(code, quote)}


def test_labels_in_one_line():
    """Published and updated in one line are told apart by the words before each."""
    clue = ("line:byline", "By Ann Lee | Published Jan 10, 2022 | Updated Jan 12, 2022")
    assert day(clue) == JAN_10
    assert codes(clue) == {("modified", "Jan 12, 2022")}


def test_a_text_that_shows_only_when_it_was_updated_is_as_of_that_day():
    """ "Updated" dates an article only where readers are shown no other date, and says so; a machine's stamp never does."""
    found, _ = publication_date(
        [Clue("line:date", "Last updated: Jan 11, 2022"), Clue("jsonld:dateModified", "2022-01-12")]
    )
    assert (found.day, found.evidence.code) == (date(2022, 1, 11), "updated-only")


def test_order_of_trust():
    """The best row wins; the others stay visible as agreeing or contradicting."""
    found, _ = publication_date(
        [
            Clue("url", "https://example.org/2022/01/10/talks"),
            Clue("filename", "20220203-talks.html"),
            Clue("jsonld:datePublished", "2022-01-10T09:00:00+01:00"),
        ]
    )
    assert (found.day, found.evidence.code) == (JAN_10, "jsonld")
    assert [one.code for one in found.agreeing] == ["url"]
    assert [one.code for one in found.others] == ["filename"]


@pytest.mark.parametrize("shown", ["line:byline", "time:published", "line:dateline"])
def test_what_readers_see_beats_a_utc_stamp_of_the_next_day(shown):
    """01:30 UTC on the 11th is the evening of the 10th where the page was published."""
    assert day(("jsonld:datePublished", "2022-01-11T01:30:00Z"), (shown, "Jan 10, 2022")) == JAN_10
    assert day(("jsonld:datePublished", "2022-01-12T01:30:00Z"), (shown, "Jan 10, 2022")) == date(2022, 1, 12)
    assert day(("jsonld:datePublished", "2022-01-11T01:30:00+01:00"), (shown, "Jan 10, 2022")) == date(2022, 1, 11)


def test_order_of_day_and_month_is_learnt_from_other_clues():
    """An ambiguous numeric date is what another clue agrees with."""
    assert day(("line:date", "10/01/2022"), ("url", "/2022/01/10/")) == JAN_10
    assert day(("line:date", "10/01/2022"), order="dmy") == JAN_10
    assert day(("line:date", "10/01/2022"), order="mdy") == date(2022, 10, 1)


@pytest.mark.parametrize(
    ("clue", "language", "expected"),
    [
        (("url", "https://courier.example.co.uk/pier"), "en", JAN_10),
        (("order", "dmy: harbour, Mr L", "spelling"), "en", JAN_10),
        (("order", "mdy: harbor, percent", "spelling"), "en", date(2022, 10, 1)),
        (("url", "https://courier.example/pier"), "fr", JAN_10),
        (("url", "https://courier.example.com/pier"), "en", None),
        (("url", "https://courier.example/pier"), "ja", None),
    ],
)
def test_where_a_page_comes_from_tells_the_order(clue, language, expected):
    """A country, a language or the spelling settles 10/01/2022, stands beside the date, and nothing does where there is none."""
    found, rejected = publication_date([Clue("line:date", "10/01/2022"), Clue(*clue)], language)
    assert (found and found.day) == expected
    if expected:
        assert found.agreeing[-1].code.startswith("order-by-")
    else:
        assert [one.code for one in rejected] == ["ambiguous-order"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/news/2022/01/10/talks", JAN_10),
        ("https://example.org/news/2022-01-10-talks.html", JAN_10),
        ("https://example.org/20220110/talks", JAN_10),
        ("https://example.org/world/2022/jan/10/talks", JAN_10),
        ("https://example.org/2022/01/talks", None),
        ("https://example.org/item/120220110", None),
        ("https://example.org/2022/13/41/talks", None),
    ],
)
def test_address(url, expected):
    """A day in an address is read only where year, month and day are all there."""
    assert day(("url", url)) == expected


def test_the_future_is_rejected():
    """No article is younger than the note; a day's difference is a time zone."""
    clue = ("meta:date", "2032-01-10")
    assert day(clue, not_after=JAN_10) is None
    assert codes(clue, not_after=JAN_10) == {("future", "2032-01-10")}
    assert day(("meta:date", "2022-01-11"), not_after=JAN_10) == date(2022, 1, 11)


def test_kinds_are_given_once():
    """A clue kind stands in one row, in lower case."""
    kinds = [kind for row in TRUST for kind in row.kinds]
    assert len(kinds) == len(set(kinds))
    assert kinds == [kind.lower() for kind in kinds]
