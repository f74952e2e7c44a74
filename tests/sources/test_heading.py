"""The headline among menus, standfirsts, labels and the headlines of other articles."""

import pytest

from briefing.model import Source
from briefing.sources.reader import RawArticle
from briefing.sources.tidy import tidy

HEADLINE = "Ferry crews walk out after talks with owners fail"
TEXT = (
    "Ferry crews in the northern ports of the country walked out on Tuesday after talks with the owners broke down, union leaders said.",
    "The strike will halt all crossings to the islands until Friday, according to the harbour board, which urged travellers to stay at home.",
    "“We have waited for two years and have been offered nothing,” said Ruta Olsen, who leads the seafarers' union.",
    "The owners said they had made a fair offer and were ready to meet again later this week.",
)  # fmt: skip


def title(*above: str) -> str | None:
    article = tidy(Source("a.txt", "", "text/plain"), RawArticle("\n\n".join((*above, *TEXT))))
    return article.title and article.title.value


@pytest.mark.parametrize(
    "above",
    [
        (HEADLINE,),
        (HEADLINE, "All crossings to the islands are halted until Friday, harbour board says", "By Ana Rezk"),
        ("Harbour Post", HEADLINE, "The strike of the seafarers' union will last until Friday", "Ana Rezk", "8 March 2023"),
        ("Home", "News", "Islands", HEADLINE, "Share", "Tweet", "Photo: Jo Berg/Harbour Post"),
        ("Ferry crews walk out after…", "Home", "Menu", HEADLINE, "March 8, 2023"),
        ("Home » Islands » Ferry crews walk out after talks with owners fail", HEADLINE, "March 8, 2023"),
        ("Trending", "Island school reopens after the storm", "Jo Field", "Harbour board elects new head", "Ana Rezk",
         "Islands", HEADLINE, "Ruta Berg", "Monday 5:30PM", "84 comments"),
        ("Harbour Post", "All the news of the northern ports", "March 8, 2023", HEADLINE, "By Ana Rezk"),
        ("Opinion", HEADLINE, "Analysis", "The owners have waited too long with a fair offer. It is up to them to meet the union", "Wed 8 Mar 2023 18.54 GMT"),
    ],
)  # fmt: skip
def test_the_headline_is_told_by_its_place_and_by_what_the_text_tells(above):
    """Headline, date line and first paragraph are judged together; a standfirst, a path, a list of others are none."""
    assert title(*above) == HEADLINE


@pytest.mark.parametrize(
    "above",
    [(), ("Menu", "Search", "Log in"), ("By Ana Rezk", "March 8, 2023"), ("March 8, 2023 | 2 min read",)],
)
def test_where_no_line_is_a_headline_none_is_named(above):
    """Menus, bylines and dates alone are no headline, and the first sentence of the text is none."""
    assert title(*above) is None


def test_a_headline_that_is_one_of_the_texts_words_may_be_short():
    """Two words above a byline and a text about them."""
    assert title("Home", "Islands", "Ferry strike", "By Ana Rezk") == "Ferry strike"
