"""Dates that run into what stands beside them are cut out, and what was cut still stands in the text."""

import pytest

from briefing.dates.publication import publication_date
from briefing.model import BlockKind, Source
from briefing.sources.datecuts import cut_at_date, cut_glued
from briefing.sources.reader import RawArticle
from briefing.sources.runs import runs_of
from briefing.sources.tidy import tidy

HEADLINE = "Ferry crews walk out after talks with owners fail"
TEXT = (
    "Ferry crews in the northern ports walked out on Tuesday after talks with the owners broke down, union leaders said.",
    "The strike will halt all crossings to the islands until Friday, according to the harbour board, which urged travellers to stay.",
    "The owners said they had made a fair offer and were ready to meet again later this week.",
)  # fmt: skip


def pieces(line: str) -> list[str]:
    return [line[a:b] for a, b in cut_glued(line, [(0, len(line))])]


@pytest.mark.parametrize(
    "line, cut",
    [
        ("Published8 March 2023", ["Published", "8 March 2023"]),
        ("By Ana RezkMarch 8, 2023", ["By Ana Rezk", "March 8, 2023"]),
        ("2 min readMarch 8, 2023", ["2 min read", "March 8, 2023"]),
        ("March 8, 20235:49 PM UTCUpdated 2 days ago", ["March 8, 2023", "5:49 PM UTCUpdated 2 days ago"]),
        ("March 8, 2023Updated 5:49 p.m.", ["March 8, 2023", "Updated 5:49 p.m."]),
        ("Published On 8 Mar 20238 Mar 2023", ["Published On 8 Mar 2023", "8 Mar 2023"]),
        ("March 8, 2023 5:49 p.m.", None),
        ("By Ana Rezk | 8 March 2023", None),
        ("Boeing 7 March 20231 units", None),  # no year
        ("The March 8, 2023, strike", None),
        ("no date at all", None),
    ],
)
def test_a_line_is_cut_where_a_date_runs_into_a_word_or_a_clock(line, cut):
    """Nothing is lost and nothing is written anew: the pieces joined are the line."""
    assert pieces(line) == (cut or [line])
    assert "".join(pieces(line)) == line


@pytest.mark.parametrize(
    "lines",
    [
        ("Published8 March 2023",),
        ("By Ana RezkMarch 8, 2023",),
        ("March 8, 20235:49 PM UTCUpdated 2 days ago",),
        ("8. March 2023",),
        ("Mar.8, 2023",),
        ("03/08/23 05:49 PM ET",),  # the clock of a country that writes the month first
    ],
)
def test_a_date_beside_the_headline_is_read_however_it_is_set(lines):
    """Under the headline, run together with byline, label or clock."""
    article = tidy(Source("a.txt", "", "text/plain"), RawArticle("\n\n".join((HEADLINE, *lines, *TEXT))))
    published, _ = publication_date(article.clues, article.language)
    assert published is not None
    assert str(published.day) == "2023-03-08"
    assert article.text[slice(published.evidence.span.start, published.evidence.span.end)] == published.evidence.quote


def test_the_day_in_a_banner_is_not_the_articles():
    """A weekday and a date above the menus give way to the date right above the text."""
    page = ("Harbour Post", "Thursday, March 9, 2023", "Sign in", "Home", "Islands", "Search", HEADLINE, "By Ana Rezk", "March 8, 2023", *TEXT)  # fmt: skip
    article = tidy(Source("a.txt", "", "text/plain"), RawArticle("\n\n".join(page)))
    published, rejected = publication_date(article.clues, article.language)
    assert str(published.day) == "2023-03-08"
    assert str(rejected[0].day) == "2023-03-09"


def test_created_and_edited_below_the_text():
    """A line that begins with "Created" dates the article, however much it says beside."""
    foot = "Created late in the afternoon of Wednesday, March 8th, 2023. Edited late in the evening of Thursday, March 9th, 2023."
    article = tidy(Source("a.txt", "", "text/plain"), RawArticle("\n\n".join((HEADLINE, *TEXT, "Comments", foot))))
    published, _ = publication_date(article.clues, article.language)
    assert str(published.day) == "2023-03-08"


def test_a_file_in_one_line_is_cut_once():
    """Headline, date and text: three runs; a text without a date stays one."""
    whole = f"{HEADLINE} Published: 8 March 2023 {' '.join(TEXT)}"
    assert len(cut_at_date(whole, runs_of(whole))) == 3
    assert len(cut_at_date(" ".join(TEXT), runs_of(" ".join(TEXT)))) == 1
    assert BlockKind.HEADLINE in {b.kind for b in tidy(Source("a.txt", "", "text/plain"), RawArticle(whole)).blocks}
