"""What each article's relative expressions count from, and what a sister article may lend."""

from datetime import date

from briefing.dates.anchors import anchor_articles
from briefing.dates.mentions import find_mentions
from briefing.model import (
    AnnotatedArticle,
    Article,
    Basis,
    Evidence,
    Genre,
    Name,
    NameKind,
    PublicationDate,
    Source,
    Span,
)


def article(key, text, published=None, names=()):
    source = Source(key, "0" * 64, "text/plain")
    stated = published and PublicationDate(published, Evidence("byline", published, str(published)))
    found = tuple(Name(Span(0, 1), name, NameKind.PERSON, key=name) for name in names)
    whole = Article(source, "en", text, ())
    return AnnotatedArticle(whole, (), find_mentions(text), Genre.NEWS, stated, (), found)


def anchored(*articles):
    dated, problems = anchor_articles(articles)
    return {d.key: d for d in dated}, problems


TALKS = ("Sherman", "Ryabkov", "Geneva")


def test_a_stated_publication_date_is_the_anchor():
    """What the article states is taken, and nothing is inferred."""
    dated, problems = anchored(article("a", "They met on Monday.", date(2022, 1, 10)))
    assert dated["a"].anchor.basis is Basis.STATED
    assert [str(r.interval) for r in dated["a"].resolutions] == ["2022-01-10"]
    assert problems == ()


def test_an_undated_article_rests_on_its_own_latest_complete_date():
    """It was not published before the latest day that it tells of; a day ahead says nothing."""
    text = "They met on 3 January 2022 and on 7 January 2022. The vote will be held on 9 May 2022."
    dated, problems = anchored(article("a", text))
    assert dated["a"].not_before == date(2022, 1, 7)
    assert dated["a"].anchor.code == "own-latest-date"
    assert [p.code for p in problems] == ["undated-bound"]


def test_a_sister_that_shares_two_names_lends_its_year():
    """Day, month and weekday are the article's own; only the year is the sister's, and all is inferred."""
    dated, _ = anchored(
        article("a", "Russia said on Sunday (January 9) that it met her. They met before on Sunday.", names=TALKS),
        article("b", "They met on Monday.", date(2022, 1, 10), TALKS[:2]),
    )
    assert (dated["a"].anchor.day, dated["a"].anchor.lent_by, dated["a"].not_before) == (
        date(2022, 1, 9),
        "b",
        date(2022, 1, 9),
    )
    assert [(str(r.interval), r.basis) for r in dated["a"].resolutions] == [("2022-01-09", Basis.INFERRED)] * 2


def test_one_shared_name_lends_nothing():
    """A name alone may be chance: the day stays unknown, and is not guessed."""
    dated, problems = anchored(
        article("a", "Russia said on Sunday (January 9) no.", names=TALKS),
        article("b", "They met on Monday.", date(2022, 1, 10), TALKS[:1]),
    )
    assert dated["a"].anchor.day is None
    assert [r.interval for r in dated["a"].resolutions] == [None]
    assert [p.code for p in problems] == ["undated"]


def test_sisters_that_disagree_lend_nothing():
    """9 January near 2022 and near 2017 is a different year: neither is taken."""
    dated, _ = anchored(
        article("a", "It happened on January 9.", names=TALKS),
        article("b", "x", date(2022, 1, 10), TALKS),
        article("c", "x", date(2017, 1, 10), TALKS),
    )
    assert dated["a"].anchor.day is None


def test_a_weekday_that_fits_no_near_year_lends_nothing():
    """9 January is no Wednesday in 2021, 2022 or 2023."""
    dated, _ = anchored(
        article("a", "It happened on Wednesday (January 9).", names=TALKS), article("b", "x", date(2022, 1, 10), TALKS)
    )
    assert dated["a"].anchor.day is None


def test_a_lent_day_may_lie_in_the_year_before():
    """30 December beside a sister of 2 January is the year before."""
    dated, _ = anchored(
        article("a", "It happened on December 30.", names=TALKS), article("b", "x", date(2022, 1, 2), TALKS)
    )
    assert dated["a"].anchor.day == date(2021, 12, 30)


def test_the_order_of_articles_does_not_matter():
    """Anchors hang on the folder, not on how it is listed."""
    pile = [
        article("a", "It happened on January 9.", names=TALKS),
        article("b", "x", date(2022, 1, 10), TALKS),
        article("c", "x", date(2022, 1, 8), TALKS),
    ]
    assert anchored(*pile)[0] == anchored(*reversed(pile))[0]
