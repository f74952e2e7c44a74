import pytest

from briefing.dates.publication import publication_date
from briefing.model import QUOTABLE, BlockKind, Source
from briefing.sources.reader import RawArticle
from briefing.sources.runs import runs_of
from briefing.sources.tidy import tidy

BODY = (
    "Ferry crews in the northern ports of the country walked out on Tuesday after talks with the owners broke down, union leaders said.",
    "The strike will halt all crossings to the islands until Friday, according to the harbour board, which urged travellers to stay at home.",
    "“We have waited for two years and have been offered nothing,” said Ruta Olsen, who leads the seafarers' union.",
    "The owners said they had made a fair offer and were ready to meet again later this week.",
)  # fmt: skip
PAGE = "\n\n".join(
    (
        "Skip to content", "Home", "Islands", "Subscribe", "Ferry crews walk out after talks with owners fail",
        "By Ana Rezk", "March 8, 2023 | 2 min read", "Share on Facebook", "Photo: Jo Berg/Harbour Post", *BODY[:2],
        "Advertisement", *BODY[2:], "Read more", "Harbour board elects new head", "Island school reopens on March 2, 2023",
        "3 comments", "Leave a reply", "This site uses cookies to improve your experience. By continuing you accept our privacy policy.",
        "© 2024 Harbour Post. All rights reserved.",
    )
)  # fmt: skip


def read(text: str):
    return tidy(Source("a.txt", "", "text/plain"), RawArticle(text))


def body(article) -> list[str]:
    return [b.span.of(article.text) for b in article.blocks if b.kind in QUOTABLE]


def kinds(article) -> dict[str, BlockKind]:
    return {b.span.of(article.text): b.kind for b in article.blocks}


def test_the_article_of_a_page_is_found_among_its_furniture():
    """Only the four paragraphs speak; the rest is left out by kind, each with a reason."""
    article = read(PAGE)
    assert body(article) == list(BODY)
    assert all(b.reason for b in article.blocks if b.kind not in QUOTABLE)
    found = kinds(article)
    assert found["Photo: Jo Berg/Harbour Post"] is BlockKind.CAPTION
    assert found["Share on Facebook"] is BlockKind.SHARE
    assert found["Harbour board elects new head"] is BlockKind.RELATED
    assert found["3 comments"] is BlockKind.COMMENT
    assert found["© 2024 Harbour Post. All rights reserved."] is BlockKind.COPYRIGHT


def test_title_author_and_outlet_say_where_they_were_read():
    """Headline, byline and copyright line are findings that quote their line."""
    article = read(PAGE)
    assert article.title.value == "Ferry crews walk out after talks with owners fail"
    assert [(a.value, a.basis) for a in article.authors] == [("Ana Rezk", "byline")]
    assert (article.outlet.value, article.outlet.basis) == ("Harbour Post", "copyright-line")
    assert article.language == "en"


def test_date_lines_become_clues_by_their_place():
    """The line under the headline may date the article; the related headline's date and the copyright year may not."""
    clues = {c.value: c.kind for c in read(PAGE).clues}
    assert clues["March 8, 2023 | 2 min read"] == "line:dateline"
    assert clues["Island school reopens on March 2, 2023"] == "line:related"
    assert clues["© 2024 Harbour Post. All rights reserved."] == "line:copyright"


@pytest.mark.parametrize("tail", ["| Harbour Post", "- Harbour Post", "-BBC News"])
def test_the_tail_of_a_title_names_the_outlet(tail):
    """A separator and a name that is an outlet by its words."""
    article = read(f"Ferry crews walk out after talks with owners fail {tail}\n\n" + "\n\n".join(BODY))
    assert article.outlet.value == tail.lstrip("|- ")
    assert article.outlet.basis == "title-tail"


def test_no_outlet_is_guessed():
    """A hyphen in a headline and the body's own names are no outlet."""
    article = read("Ferry crews walk out - owners in rage\n\n" + "\n\n".join(BODY))
    assert article.outlet is None
    assert article.authors == ()


def test_wrapped_lines_are_one_block_and_lines_without_blanks_are_many():
    """The shape of the whole file decides whether a line is a paragraph."""
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(p, 72) for p in BODY)
    assert [" ".join(wrapped[a:b].split()) for a, b in runs_of(wrapped)] == list(BODY)
    lines = "\n".join(BODY)
    assert [lines[a:b] for a, b in runs_of(lines)] == list(BODY)
    tight = "\n".join(textwrap.fill(p, 72) for p in BODY)
    ends = [tight[a:b].split()[-1] for a, b in runs_of(tight)]  # a last line that is full can't be told
    assert ends == ["said.", "union.", "week."]


@pytest.mark.parametrize(
    "line", ["OSLO, March 8 (Norwire) -", "OSLO (NW) —", "Oslo, 8 March (Norwire) –", "HARSTAD, Norway —"]
)
def test_a_dateline_stands_apart_from_the_sentence(line):
    """ "OSLO, March 8 (Norwire) -" is a block and a clue of its own; the quotation begins behind it."""
    article = read(f"Ferry crews walk out after talks fail\n\n{line} " + "\n\n".join(BODY))
    assert body(article) == list(BODY)
    assert kinds(article)[line] in {BlockKind.DATELINE, BlockKind.OTHER}
    assert [c.value for c in article.clues] == ([line] if "8" in line else [])


@pytest.mark.parametrize(
    "line", ["NATO - The alliance said no on Monday, and that was that.", "BBC News - The strike went on for a week."]
)
def test_capitals_and_a_hyphen_are_no_dateline(line):
    """A name in capitals at the beginning of a sentence stays in it."""
    assert [line[a:b] for a, b in runs_of(line)] == [line]


def test_a_file_of_one_line_is_cut_at_its_date():
    """Headline, labelled date and text on one line are three blocks; a date in a sentence cuts nothing."""
    text = " ".join(BODY)
    article = read(f"Ferry crews walk out after talks fail Published: 8 March 2023 {text}")
    assert article.title.value == "Ferry crews walk out after talks fail"
    assert body(article) == [text]
    whole = f"Crews walked out in the port on 8 March 2023 The owners said so. {text}"
    assert body(read(whole)) == [whole]


def test_marks_of_headings_are_no_words_of_them():
    """The line drawn under a headline and the sign before it are left out."""
    for page in ("Ferry crews walk out\n====================", "# Ferry crews walk out"):
        article = read(page + "\n\n" + "\n\n".join(BODY))
        assert article.title.value == "Ferry crews walk out"
        assert body(article) == list(BODY)


@pytest.mark.parametrize(
    "line, outlet",
    [("Arlen Gazette", "Arlen Gazette"), ("Valley Courier, 4 May 2023", "Valley Courier"), ("World News", None)],
)
def test_a_paper_named_beside_the_headline_is_the_outlet(line, outlet):
    """A paper's name that stands alone or with the date; a section's name is none."""
    article = read(f"Ferry crews walk out after talks fail\n\n{line}\n\n" + "\n\n".join(BODY))
    assert (article.outlet and article.outlet.value) == outlet


@pytest.mark.parametrize("junk", ["", "x", "\n\n\n", "©", "| | |\n\n* * *", "a" * 5000, ". " * 500])
def test_what_is_no_article_is_read_without_fail(junk):
    """Nothing to find is no error: every character outside of white space is in a block."""
    article = read(junk)
    assert sum(b.span.end - b.span.start for b in article.blocks) >= len("".join(junk.split()))


def test_a_short_last_paragraph_belongs_to_the_article():
    """A whole sentence right behind the article is its end, not a footer, however short it is."""
    text = (
        "Ferry runs aground\n\nPublished 8 August 2022\n\nThe ferry Aurora ran aground off Skarholm on Sunday morning with "
        "112 people on board, the Coast Guard said.\n\nThe ferry's owner, Nordlines, promised an inquiry this week.\n\n"
        "Share this\n\nMore from the coast\n"
    )
    found = kinds(read(text))
    assert found["The ferry's owner, Nordlines, promised an inquiry this week."] is BlockKind.BODY
    assert found["Share this"] is BlockKind.SHARE


@pytest.mark.parametrize(
    "lines, day",
    [
        (("By Ana Rezk", "PUBLISHED: March 8, 2023 at 5:49 p.m. | UPDATED: March 9, 2023 at 6:17 p.m."), "2023-03-08"),
        (("Wed 8 Mar 2023 18.54 GMT Last modified on Thu 9 Mar 2023 10.00 GMT",), "2023-03-08"),
        (("Updated on March 9, 2023",), "2023-03-09"),
        (("Jan 3, 2023 1 min, 35 secs",), "2023-01-03"),
        (("© 2023 Harbour Post",), None),
        (("8 March",), None),
    ],
)
def test_the_lines_under_the_headline_date_the_article(lines, day):
    """Published beats updated, an update alone is better than nothing, and a copyright year or a day without year is no date."""
    article = read("\n\n".join(("Ferry crews walk out after talks fail", *lines, *BODY)))
    published, _ = publication_date(article.clues, article.language)
    assert (published and str(published.day)) == day


def test_a_banner_and_a_post_do_not_date_the_article():
    """The day a site shows at its top, and the date under a quoted post, are those of other things."""
    article = read("\n\n".join(("Tuesday, March 14, 2023", "Home", "News", "Weather", "Ferry crews walk out after talks fail", *BODY[:2], "— Ana Rezk (@ana_rezk) March 7, 2023", *BODY[2:])))  # fmt: skip
    published, _ = publication_date(article.clues, article.language)
    assert published is None


@pytest.mark.parametrize(
    "line, kind",
    [
        ("(Reporting by Mara Lind in Oldsund; additional reporting by Jo Field)", BlockKind.BYLINE),
        ("Ana Rezk and Jo Field contributed to this report.", BlockKind.BYLINE),
        ("Dockers stand at the closed gate of the old harbour and wait for the evening shift to come", BlockKind.OTHER),
        ("FILE - In this Feb. 2, 2020, file photo, a ferry lies at the pier. (AP Photo/Lee Hart)", BlockKind.CAPTION),
        ("2/14 8 March 2023 Ferries lie idle at the pier Jo Marsh/PA", BlockKind.CAPTION),
        ("A ferry lies at the pier on January 1, 2020. REUTERS/Sunniva Holm", BlockKind.CAPTION),
        ("Advertisement", BlockKind.NOTICE),
        ("READ MORE: Harbour board elects new head", BlockKind.RELATED),
        ("What the owners want", BlockKind.HEADLINE),
    ],
)
def test_a_line_among_paragraphs_is_left_out_by_kind(line, kind):
    """Credits, captions without their words, inserts and sub-headlines are no statements; the paragraphs around them stay."""
    article = read("\n\n".join(("Ferry crews walk out after talks fail", "March 8, 2023", *BODY[:2], line, *BODY[2:])))
    assert kinds(article)[line] is kind
    assert body(article) == list(BODY)


@pytest.mark.parametrize("half", ["The owners said that the ferry in", "Union leaders in the port say the plan"])
def test_half_a_sentence_is_kept_as_what_it_is(half):
    """A line cut in the middle stays in the text, so that it is listed as a fragment and not lost as a caption."""
    rest = "would not be repaired before the summer, and that nobody knew why."
    article = read(
        "\n\n".join(("Ferry crews walk out after talks fail", "March 8, 2023", *BODY[:2], half, rest, *BODY[2:]))
    )
    assert body(article) == [*BODY[:2], half, rest, *BODY[2:]]


def test_a_text_whose_line_breaks_were_lost_is_read_wherever_it_stands():
    """One long line of many sentences below a heading of related stories is the article, not a related headline."""
    long = " ".join(BODY * 4)
    article = read(
        "\n\n".join(("Ferry crews walk out after talks fail", "March 8, 2023", BODY[0], "Related stories", long))
    )
    assert body(article) == [BODY[0], long]
