"""Clues -> publication date with its evidence."""

from datetime import date

import pytest

from briefing.dates.publication import publication_date
from briefing.dates.trust import TRUST
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


def test_a_clock_without_a_zone_may_be_utc():
    """A page's stamp that names no zone gives way to the day beside it that readers see; an export's does not, nor does one
    whose own zone says what day it was there. A second that two clues put into two zones is UTC."""
    shown = ("line:byline", "Nov 18, 2021 at 9:24 pm ET")
    assert day(("meta:article:published_time", "2021-11-19 02:24:00"), shown) == date(2021, 11, 18)
    assert day(("export:published", "2021-11-19 02:24:00"), shown) == date(2021, 11, 19)
    own = ("jsonld:datePublished", "2021-11-19T02:24:00-06:00")
    assert day(own, shown) == date(2021, 11, 19)
    assert day(own, ("meta:article:published_time", "2021-11-19T02:24:00+00:00"), shown) == date(2021, 11, 18)


def test_a_stamp_in_an_element_is_not_what_readers_see():
    """The datetime of a <time> is the machine's, its words are the readers'."""
    stamp = "2022-01-11T01:30:00Z"
    assert day(("jsonld:datePublished", stamp), ("time:published", stamp), ("line:byline", "Jan 10, 2022")) == JAN_10


MOVED = ("jsonld:datePublished", "2023-06-01T04:00:00+02:00")


def test_data_that_nothing_supports_is_outvoted():
    """The day on which a site was moved gives way to what is shown and stands in the address, and is kept with its reason."""
    found, rejected = publication_date(
        [Clue(*MOVED), Clue("line:byline", "Jan 10, 2022"), Clue("url", "https://courier.example/2022/01/10/pier")]
    )
    assert (found.day, found.evidence.code) == (JAN_10, "byline")
    assert [(one.code, str(one.day)) for one in rejected] == [("outvoted", "2023-06-01")]
    assert day(MOVED, ("meta:article:published_time", "2022-01-10"), ("time", "2022-01-10")) == JAN_10


@pytest.mark.parametrize(
    "others",
    [
        [("line:byline", "Jan 10, 2022")],  # one voice against one
        [("line:byline", "Jan 10, 2022"), ("time", "2022-01-10")],  # twice the same voice
        [("line:byline", "Jan 10, 2022"), ("url", "/2022/01/12/")],  # they differ
        [("line:byline", "Jan 10, 2022"), ("url", "/2022/01/10/"), ("line:dateline", "OSLO, June 1, 2023 -")],
        [("line:byline", "Jan 10, 2022"), ("meta:article:modified_time", "2022-01-10"), ("meta:date", "2022-01-10")],
    ],
)
def test_data_is_not_outvoted_by_less(others):
    """One clue alone, two that say the same thing twice, or two that differ, never overrule the page's data."""
    assert day(MOVED, *others) == date(2023, 6, 1)


def test_an_article_that_was_changed_before_it_was_published():
    """A text kept ready is published later than it was last changed: the day of publication stands."""
    assert day(("jsonld:datePublished", "2022-01-10"), ("jsonld:dateModified", "2022-01-07")) == JAN_10


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Updated 1603 GMT (0003 HKT) January 10, 2022", "updated-only"),
        ("Updated: 9.45pm, Mon 10 January 2022", "updated-only"),
        ("Updated date: 10 January 2022", "updated-only"),
        ("Aktualisiert am 10. Januar 2022", "updated-only"),
        ("Mis à jour le 10 janvier 2022", "updated-only"),
        ("Publié le 10 janvier 2022", "label"),
        ("Publicado el 10 de enero de 2022", "label"),
        ("Published at 07:30 on 10 January 2022", "label"),
        ("Updated: 8:24 | Published 10 January 2022", "label"),
        ("Date: 10 January 2022", "label"),
        ("The updated rules of the harbour apply from 10 January 2022", "byline"),
        ("Up to date since 10 January 2022", "label"),
    ],
)
def test_the_nearest_word_before_a_date_says_what_it_is(line, code):
    """Labels of several languages, with a clock, a zone or a weekday between the word and the date."""
    language = {"A": "de", "M": "fr"}.get(line[0], {"Publié": "fr", "Public": "es"}.get(line[:6], "en"))
    found, _ = publication_date([Clue("line:byline", line)], language)
    assert (found.day, found.evidence.code) == (JAN_10, code)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("first-publish-time", JAN_10),
        ("Article_PubDate", JAN_10),
        ("article:publisher", None),
        ("publish-expires", None),
        ("article-updated-on", None),
        ("datalayer-views", None),
    ],
)
def test_names_that_a_site_made_up(name, expected):
    """A meta tag whose name speaks of publishing counts a little; of a publisher, an end or a change not at all."""
    assert day((f"meta:{name}", "2022-01-10")) == expected


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


def test_points_are_read_day_first_unless_the_page_is_american():
    """01.10.2022 in English: October, but January where another clue or the spelling says so."""
    line = ("line:byline", "01.10.2022")
    assert day(line, language="en") == date(2022, 10, 1)
    assert day(line, ("order", "mdy: harbor, percent", "spelling"), language="en") == JAN_10
    assert day(line, ("jsonld:datePublished", "2022-01-10"), language="en") == JAN_10
    assert day(line, ("order", "mdy: harbor, percent", "spelling"), language="de") == date(2022, 10, 1)


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
    assert day(("person:published", "2032-01-10"), not_after=JAN_10) == date(2032, 1, 10)


def test_kinds_are_given_once():
    """A clue kind stands in one row, in lower case."""
    kinds = [kind for row in TRUST for kind in row.kinds]
    assert len(kinds) == len(set(kinds))
    assert kinds == [kind.lower() for kind in kinds]
