"""HTML pages, written here: what is the article, and what the page says of itself."""

import contextlib
import json
import time

import pytest

from briefing.dates.publication import publication_date
from briefing.errors import UnreadableFile
from briefing.model import QUOTABLE, BlockKind
from briefing.sources import html
from briefing.sources.page.outlets import spells
from briefing.sources.reader import Fit, Given

PARAGRAPHS = (
    "The harbour authority of Lindvik said on Monday that it would close the northern pier after divers found cracks.",
    "Ferries to the outer islands will leave from the fish market until the work is done, the authority said.",
    "“We would rather be late than sorry,” said harbour master Ann Lee.",
    "The repairs are expected to take until the end of March.",
)

PAGE = """<!doctype html>
<html lang="en-GB"><head>
<title>Northern pier closed for repairs | Lindvik Courier</title>
<meta property="og:site_name" content="Lindvik Courier">
<meta property="og:title" content="Northern pier closed for repairs">
<meta property="og:url" content="https://courier.example/harbour/northern-pier">
<meta name="description" content="Cracks in four pillars: ferries move to the fish market.">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "Lindvik Courier"},
 {"@type": "NewsArticle", "headline": "Northern pier closed for repairs", "datePublished": "2022-01-11T01:30:00Z",
  "dateModified": "2022-01-12T08:00:00Z", "author": [{"@type": "Person", "name": "Bo Ek"}, {"@type": "Person", "name": "Kim Oh"}],
  "comment": {"@type": "Comment", "datePublished": "2022-01-20"}}]}
</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie-banner">This website uses cookies to improve your experience. You can opt out at any time if you wish.</div>
<main><article>
<h1>Northern pier closed for repairs</h1>
<p class="standfirst">Cracks in four pillars: ferries move to the fish market.</p>
<div class="meta"><span class="byline">By <a rel="author" href="/by/bo-ek">Bo Ek</a></span> <time datetime="2022-01-10">10 January 2022</time></div>
<figure><img src="pier.jpg"><figcaption>The pier on a quiet morning. Photograph: Example Pictures</figcaption></figure>
<p>{0}</p>
<div class="newsletter-signup"><p>Sign up to our morning newsletter and get the best of the harbour, every day, for free.</p></div>
<p>{1}</p>
<h2>“Rather late than sorry”</h2>
<blockquote><p>{2}</p></blockquote>
<p>{3}</p>
</article>
<div class="related"><ul>
<li><h3><a href="/a">Ferry prices rise again in spring</a></h3><p>Islanders will pay four crowns more for a crossing from April, the company said.</p><time datetime="2021-11-02">2 Nov</time></li>
<li><h3><a href="/b">Fish market gets a new roof</a></h3><p>The old roof leaked for eleven winters before the council found the money.</p></li>
</ul></div>
<section id="comments"><p>I have been saying this for years and nobody ever listened to me about that pier, ever.</p></section>
</main><footer>© 2024 Lindvik Courier. All rights reserved.</footer></body></html>""".replace("{0}", PARAGRAPHS[0])
for number, paragraph in enumerate(PARAGRAPHS):
    PAGE = PAGE.replace(f"{{{number}}}", paragraph)


def read(page, name="page.html"):
    (article,) = html.READER.read(Given(page if isinstance(page, bytes) else page.encode(), name)).articles
    return article


def body(article):
    return [b.span.of(article.text) for b in article.blocks if b.kind in QUOTABLE]


def test_the_article_and_nothing_else_is_quotable():
    """Paragraphs and block quotations are the body, in reading order; everything else is kept under its kind."""
    article = read(PAGE)
    assert body(article) == list(PARAGRAPHS)
    kinds = {b.kind: b.span.of(article.text) for b in article.blocks}
    assert kinds[BlockKind.QUOTE] == PARAGRAPHS[2]
    assert kinds[BlockKind.CAPTION].startswith("The pier on a quiet morning")
    assert kinds[BlockKind.STANDFIRST].startswith("Cracks in four")
    assert kinds[BlockKind.NOTICE].startswith(("This website uses cookies", "Sign up"))
    assert kinds[BlockKind.COMMENT].startswith("I have been saying")
    assert kinds[BlockKind.FOOTER].startswith("© 2024")


def test_blocks_point_into_the_text_as_read():
    """Every block is a run of the text, numbered from 1, in order, and none overlaps the next."""
    article = read(PAGE)
    assert [b.number for b in article.blocks] == list(range(1, len(article.blocks) + 1))
    assert all(a.span.end < b.span.start for a, b in zip(article.blocks, article.blocks[1:], strict=False))
    assert all(b.reason for b in article.blocks if b.kind not in QUOTABLE)


def test_what_the_page_says_of_itself():
    """Title, outlet, authors, address and language, each with its ground."""
    article = read(PAGE)
    assert (article.title.value, article.title.basis) == ("Northern pier closed for repairs", "headline")
    assert (article.outlet.value, article.outlet.basis) == ("Lindvik Courier", "jsonld")
    assert [(a.value, a.basis) for a in article.authors] == [("Bo Ek", "jsonld"), ("Kim Oh", "jsonld")]
    assert (article.url, article.language) == ("https://courier.example/harbour/northern-pier", "en")


@pytest.mark.parametrize(
    ("name", "label", "spelt"),
    [
        ("The Lindvik Courier", "lindvikcourier", True),
        ("Lindvik Courier", "lcourier", True),
        ("The Lindvik Harbour Courier", "lhc", True),
        ("Old Lindvik Island-News", "myoldlindvik", True),
        ("Associated Press", "lcourier", False),
        ("U.S.", "harbournews", False),
        ("LC News Service", "lindvikcourier", False),
        ("Lindvik Courier", "", False),
        ("", "courier", False),
    ],
)
def test_an_address_spells_the_name_of_its_outlet(name, label, spelt):
    """Whole, in part, or by the beginnings of its words; another's name is not spelt."""
    assert spells(name, label) is spelt


@pytest.mark.parametrize(
    ("head", "below", "outlet", "basis"),
    [
        # the agency that JSON-LD calls the publisher
        ({"publisher": {"name": "Associated Press"}, "site": "Lindvik Courier"}, "", "Lindvik Courier", "meta"),
        ({"publisher": {"name": "Lindvik &#039;Courier&#039;"}}, "", "Lindvik 'Courier'", "jsonld"),
        ({"site": "Islands, Harbour, Sport | Lindvik Courier"}, "", "Lindvik Courier", "meta"),
        ({"site": "https://www.lindvikcourier.example"}, "", "lindvikcourier.example", "meta"),
        ({"site": "@lindvikcourier"}, "", "lindvikcourier", "meta"),
        # the section as og:site_name, the paper in the title
        (
            {"site": "World", "title": "Northern pier closed - The Lindvik Courier"},
            "",
            "The Lindvik Courier",
            "title-tail",
        ),
        ({"title": "Northern pier closed | By Ann Lee"}, "", "lindvikcourier.example", "address"),
        ({"title": "Kim's Harbour Pages | Northern pier closed", "host": ""}, "", "Kim's Harbour Pages", "title-tail"),
        ({"title": "Some pier | Northern things", "host": ""}, "", None, None),
        (
            {"host": ""},
            "<footer>© 2022 Lindvik Media Ltd. All rights reserved</footer>",
            "Lindvik Media",
            "copyright-line",
        ),
        ({"host": ""}, "<footer>Copyright infringement notification</footer>", None, None),
    ],
)
def test_the_outlet_is_the_name_that_the_address_spells(head, below, outlet, basis):
    """Of several names the one that readers know; the agency, the section and the slogan give way, and stay visible."""
    host = head.get("host", "www.lindvikcourier.example")
    data = {"@type": "NewsArticle", "publisher": head["publisher"]} if "publisher" in head else None
    page = (
        f"<html><head><title>{head.get('title', 'Pier')}</title>"
        + (f'<link rel="canonical" href="https://{host}/pier">' if host else "")
        + (f'<meta property="og:site_name" content="{head["site"]}">' if "site" in head else "")
        + (f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else "")
        + f"</head><body><h1>Northern pier closed</h1><p>{'</p><p>'.join(PARAGRAPHS)}</p>{below}</body></html>"
    )
    found = read(page).outlet
    assert (found and found.value, found and found.basis) == (outlet, basis)


def test_publication_date_of_the_page():
    """The day shown to readers beats the UTC stamp of the next day; modified, related and copyright dates are rejected."""
    published, rejected = publication_date(read(PAGE).clues, "en")
    assert (str(published.day), published.evidence.code) == ("2022-01-10", "byline")
    assert [(e.code, str(e.day)) for e in published.others] == [("jsonld", "2022-01-11")]
    assert {"modified", "related", "copyright-line"} <= {e.code for e in rejected}


def test_without_a_head_the_page_itself_is_read():
    """No JSON-LD, no meta tags: headline, byline and date come from what readers see."""
    page = f"<h1>Pier closed</h1><p>By Ann Lee and Bo Ek, Staff Writers | January 10, 2022</p><p>{'</p><p>'.join(PARAGRAPHS)}</p>"
    article = read(page)
    assert article.title.value == "Pier closed"
    assert [a.value for a in article.authors] == ["Ann Lee", "Bo Ek"]
    assert str(publication_date(article.clues, "en")[0].day) == "2022-01-10"
    assert body(article)[-4:] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("By Ann Lee and Bo Ek, Staff Writers", ["Ann Lee", "Bo Ek"]),
        ("By Ann Lee, Associated Press", ["Ann Lee"]),
        ("By ANN LEE, BO EK and KIM OH | 10 January 2022", ["ANN LEE", "BO EK", "KIM OH"]),
        ("Posted on January 10, 2022 by Ann Lee", ["Ann Lee"]),
        ("ByAnn Lee", ["Ann Lee"]),
        ("By Staff and news service reports", ["Staff and news service reports"]),
        ("By Ann Lee PhD, Courier Correspondent", ["Ann Lee PhD"]),
        ("By admin", []),
        ("News<br>By<br>Ann LeeLive and breaking news reporter<br>10:04, 3 NOV 2021", ["Ann Lee"]),
        ("By Ann LeeNov 19, 2021, 10:31 pm CST", ["Ann Lee"]),
        ("By Evan DeArdo McSymon", ["Evan DeArdo McSymon"]),  # capitals within a name glue nothing
        ("By Ann Lee and the Associated Press", ["Ann Lee"]),
        ("By Ann Lee, Lindvik Courier Business", ["Ann Lee"]),
        ("By Ann Lee annl@courier.example (509) 555-0100", ["Ann Lee"]),
        ("By Ann Lee, Photos by Bo Ek", ["Ann Lee"]),
        ("Photos by Bo Ek", []),
        ("BY ANN LEE AND BO EK", ["ANN LEE", "BO EK"]),
        ("By political reporter Ann Lee in Oslo", ["Ann Lee"]),
        ("By Court Reporter", []),
        ("By Ann Lee / Courier", ["Ann Lee", "Courier"]),
        ("Opinion! | By Ann Lee | April 13, 2021", ["Ann Lee"]),
    ],
)
def test_names_of_a_byline(byline, names):
    """A byline names people; roles, dates, agencies and the outlet are cut off."""
    assert [a.value for a in read(under_headline(f"<div class='byline'>{byline}</div>")).authors] == names


def under_headline(line, data=None, head=""):
    """A page with `line` under its headline; `data` is its JSON-LD, `head` more of its head."""
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    site = '<meta property="og:site_name" content="Lindvik Courier">'
    return f"{site}{head}{script}<h1>Northern pier closed</h1>{line}<p>{'</p><p>'.join(PARAGRAPHS)}</p>"


def authors_of(page):
    return [a.value for a in read(page).authors]


def test_a_byline_that_readers_see_beats_data_that_says_somebody_else():
    """JSON-LD may name who typed the article in; where it shares a word with the byline, it names the same person."""
    data = {"@type": "NewsArticle", "author": {"@type": "Person", "name": "Kim Oh"}}
    seen = "<div><a rel='author' href='/by/ann'>Ann Lee</a></div>"
    assert authors_of(under_headline(f"<div class='byline'>By {seen}</div>", data)) == ["Ann Lee"]
    assert authors_of(under_headline(seen, data)) == ["Kim Oh"]
    assert authors_of(under_headline("<div class='byline'>By Kim P. Oh</div>", data)) == ["Kim Oh"]


def test_all_authors_are_named_where_two_places_give_more_of_them():
    """A list that holds the first one's names and further ones that readers see is taken whole; a place is nobody."""
    data = {"@type": "NewsArticle", "author": "Ann Lee"}
    meta = '<meta name="author" content="Ann Lee, Bo Ek">'
    assert authors_of(under_headline("<p>By</p><p>Ann Lee</p><p>Bo Ek</p>", data, meta)) == ["Ann Lee", "Bo Ek"]
    assert authors_of(under_headline("<p>Ann Lee</p>", data, meta)) == ["Ann Lee"]
    assert authors_of(under_headline("<div class='byline'>Ann Lee, Oslo</div>", data)) == ["Ann Lee"]


def test_who_comments_is_no_author():
    """Authors of comments are marked as authors, in an article element of their own; they wrote none of the page."""
    comment = (
        "<ol class='comment-list'><li><article><span class='author'>Kim Oh</span><p>Well said.</p></article></li></ol>"
    )
    assert authors_of(f"{under_headline('')}{comment}") == []
    data = {
        "@graph": [
            {"@type": "WebPage", "author": {"@id": "#ann"}},
            {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
        ]
    }
    assert authors_of(f"{under_headline('', data)}{comment}") == ["Ann Lee"]


def test_a_name_may_stand_below_the_article():
    """ "Written by", right behind the last paragraph, where nothing above names anybody."""
    assert authors_of(f"{under_headline('')}<p>Written by Ann Lee</p>") == ["Ann Lee"]
    assert authors_of(f"{under_headline('<p>By Bo Ek</p>')}<p>Written by Ann Lee</p>") == ["Bo Ek"]
    assert authors_of(f"{under_headline('')}<p>Written by hand</p>") == []


def test_what_scripts_say_of_the_author_comes_last():
    """A page that names its author to a counter of visits alone; several, or a text of the form, are nobody."""
    script = "<script>var layer = {'pageType': 'article', 'authorName': 'Ann Lee|Bo Ek'};</script>"
    assert authors_of(f"{script}{under_headline('')}") == ["Ann Lee", "Bo Ek"]
    assert authors_of(f"{script}{under_headline('<p>By Kim Oh</p>')}") == ["Kim Oh"]
    assert authors_of(f"<script>a({{author: 'Ann Lee'}}, {{author: 'Bo Ek'}})</script>{under_headline('')}") == []
    assert authors_of(f"<script>a({{'no_author': 'Please give your name.'}})</script>{under_headline('')}") == []


def test_a_role_stands_for_a_name_only_where_the_head_says_so():
    """ "By Court Reporter" is nobody in a line; a page that names no other author in its head means it."""
    assert authors_of(under_headline("<p>By Court Reporter</p>")) == []
    data = {"@type": "NewsArticle", "author": "Court Reporter"}
    assert authors_of(under_headline("<p>By Court Reporter</p>", data)) == ["Court Reporter"]
    assert authors_of(under_headline("<div class='byline'>By Ann Lee</div>", data)) == ["Ann Lee"]


def test_who_took_the_picture_did_not_write_the_article():
    """An author within a picture's item is no author of the page."""
    picture = "<div itemscope itemtype='https://schema.org/ImageObject'><span itemprop='author'>Bo Ek</span></div>"
    assert authors_of(under_headline(picture)) == []
    links = "<p><a href='/team/'>Meet the Team</a> <a href='/authors/'>Authors</a></p>"
    assert authors_of(under_headline(links)) == []
    assert authors_of(under_headline("<p><a href='/team/ann-lee'>Ann Lee</a></p>")) == ["Ann Lee"]


def test_a_first_name_is_completed_by_the_byline():
    """JSON-LD that gives a first name alone is completed by what readers see."""
    data = '<script type="application/ld+json">{"@type":"NewsArticle","author":"Ann"}</script>'
    page = f"{data}<h1>Northern pier closed</h1><p>By Ann Lee</p><p>{'</p><p>'.join(PARAGRAPHS)}</p>"
    assert [a.value for a in read(page).authors] == ["Ann Lee"]


def test_a_summary_above_the_byline_does_not_hide_it():
    """Headline, summary, byline, date, text: byline and date are found, and are no part of the text."""
    page = (
        f"<h1>Northern pier closed</h1><p>{PARAGRAPHS[1]}</p><p>By Ann Lee</p><p>Published 10 January 2022, 09:25 GMT</p>"
        f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>"
    )
    article = read(page)
    assert str(publication_date(article.clues, "en")[0].day) == "2022-01-10"
    assert [a.value for a in article.authors] == ["Ann Lee"]
    assert set(body(article)) == set(PARAGRAPHS)


TEXT = f"<p>{'</p><p>'.join(PARAGRAPHS)}</p>"
LINK = '<link rel="canonical" href="https://courier.example/harbour/northern-pier">'


def dated(page):
    found, _ = publication_date(read(page).clues, "en")
    return found and (str(found.day), found.evidence.code)


@pytest.mark.parametrize(
    "element",
    [
        "<span class='ago' data-timestamp='1641812400'>3 hours ago</span>",
        "<span data-published-at='2022-01-10T09:00:00+01:00'>yesterday</span>",
        "<abbr class='published' title='2022-01-10T09:00:00+01:00'>9:00 AM</abbr>",
        "<time pubdate datetime='2022-01-10'>Monday</time>",
        "<span property='dc:date dc:created' content='2022-01-10T09:00:00+01:00'>by Kim</span>",
        "<relative-time datetime='2022-01-10T08:00:00Z'>a while ago</relative-time>",
    ],
)
def test_machine_times_of_elements(element):
    """What scripts show as "3 hours ago" is read from the attribute that they take it from."""
    assert dated(f"<h1>Northern pier closed</h1><div>{element}</div>{TEXT}")[0] == "2022-01-10"


@pytest.mark.parametrize(
    "element",
    [
        "<span data-timestamp='12'>3 hours ago</span>",
        "<img title='Lindvik in 2022-01-10' class='wide'>words",
        "<a title='2022-01-10: how it was' href='/x'>words</a>",
        f"</div>{TEXT}{TEXT}<p>x</p><p>x</p><p>x</p><p>x</p><p>x</p><p>x</p><p>x</p><div><span data-date='2022-01-10'>concert</span>",
    ],
)
def test_no_machine_times(element):
    """Numbers and titles that are no date of publication."""
    assert dated(f"<h1>Northern pier closed</h1><div>{element}</div>{TEXT}") is None


STATE = {"props": {"article": {"headline": "Northern pier closed", "publishedAt": "2022-01-10T09:00:00+01:00"}}}
OTHERS = {"latest": [{"headline": f"Story {n}", "publishedAt": f"2022-02-0{n}T09:00:00Z"} for n in range(1, 9)]}


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (
            f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps({**OTHERS, **STATE})}</script>",
            "2022-01-10",
        ),
        (f"<script>window.__INITIAL_STATE__ = {json.dumps({**OTHERS, **STATE})};</script>", "2022-01-10"),
        (f"<script>window.s = JSON.parse({json.dumps(json.dumps(STATE))});</script>", "2022-01-10"),
        ("<script>var dataLayer = [{'pageType': 'article', 'publishDate': '2022-01-10'}];</script>", "2022-01-10"),
        (
            '<script type="application/json">{"a": {"path": "/harbour/northern-pier", "firstPublished": 1641812400}}</script>',
            "2022-01-10",
        ),
        (f"<script type='application/json'>{json.dumps(OTHERS)}</script>", None),
        ("<script>push({'publishDate': '2022-01-10'}); push({'publishDate': '2022-01-12'})</script>", None),
        (
            '<script type="application/json">{"a": {"headline": "Northern pier closed", "updatedAt": "2022-01-10"}}</script>',
            None,
        ),
        ("<script>window.pub = {" + '"a":{' * 50_000 + "</script>", None),
    ],
)
def test_the_state_of_a_page(script, expected):
    """The article's own object is read from what scripts hold; lists of other articles, changes and broken data date nothing."""
    head = f"<html><head><title>Northern pier closed</title>{LINK}{script}</head>"
    found = dated(f"{head}<body><h1>Northern pier closed</h1>{TEXT}</body></html>")
    assert (found and found[0]) == expected
    if expected:
        shown = dated(f"{head}<body><h1>Northern pier closed</h1><p>January 8, 2022</p>{TEXT}</body></html>")
        assert shown == ("2022-01-08", "byline")


def test_an_article_that_only_a_script_would_show():
    """A page that holds its text as data alone is read from there; one that shows it is read as shown, once."""
    data = json.dumps({"@type": "NewsArticle", "headline": "Pier closed", "articleBody": "\n\n".join(PARAGRAPHS * 2)})
    script = f'<script type="application/ld+json">{data}</script>'
    assert body(read(f"<html><head>{script}</head><body><div id=root>Loading</div></body></html>"))[-8:] == list(
        PARAGRAPHS * 2
    )
    assert body(
        read(f"<html><head>{script}</head><body><h1>Pier closed</h1><p>{'</p><p>'.join(PARAGRAPHS)}</p></body></html>")
    ) == list(PARAGRAPHS)


def test_a_date_above_the_headline_counts_less_than_one_below_it():
    """A site's banner shows the day on which it is looked at."""
    page = f"<div>Monday, 23 November 2026</div><h1>Northern pier closed</h1><p>January 10, 2022</p><p>{'</p><p>'.join(PARAGRAPHS)}</p>"
    published, _ = publication_date(read(page).clues, "en")
    assert str(published.day) == "2022-01-10"


def test_teasers_below_the_article_are_not_quoted():
    """Cards of other articles, however many, stay out, whatever their boxes are called."""
    card = '<div class="x{0}"><h5><a href="/{0}">A quite different story number {0}</a></h5><div>Wednesday</div><div>{1}</div></div>'
    cards = "".join(card.format(n, PARAGRAPHS[0].replace("Lindvik", f"Town{n}")) for n in range(12))
    page = f"<html><body><div><h1>Pier closed today</h1><div><p>{'</p><p>'.join(PARAGRAPHS)}</p></div><div>{cards}</div></div></body></html>"
    assert body(read(page)) == list(PARAGRAPHS)


def test_names_of_furniture_never_take_the_article_away():
    """Sections called "toc", a page in a form, an article in a button that was never closed: still the article."""
    sections = "".join(f"<div class='toc-title-{n}'><p>{text}</p></div>" for n, text in enumerate(PARAGRAPHS))
    assert body(read(f"<h1>Northern pier closed</h1><article>{sections}</article>")) == list(PARAGRAPHS)
    paragraphs = f"<h1>Northern pier closed</h1><p>{'</p><p>'.join(PARAGRAPHS)}</p>"
    assert body(read(f"<form id='page'>{paragraphs}</form>")) == list(PARAGRAPHS)
    assert body(read(f"<header><button class='menu-button'></header><main>{paragraphs}</main>")) == list(PARAGRAPHS)
    posts = f"<div class='social-embed'><blockquote><p>{PARAGRAPHS[2]}</p></blockquote></div>"
    page = f"<h1>Northern pier closed</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>{posts}<p>{PARAGRAPHS[3]}</p>"
    assert body(read(page)) == list(PARAGRAPHS)


def test_line_breaks_make_paragraphs():
    """Two <br> in a row end a paragraph, one ends a line."""
    page = f"<h1>Pier closed today</h1><div>{PARAGRAPHS[0]}<br><br>{PARAGRAPHS[1]}<br>{PARAGRAPHS[3]}</div>"
    assert body(read(page)) == [PARAGRAPHS[0], f"{PARAGRAPHS[1]}\n{PARAGRAPHS[3]}"]


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "iso-8859-1", "utf-8"])
def test_encodings(encoding):
    """The declared charset, or the byte order mark, is used."""
    page = f'<html><head><meta charset="{encoding}"></head><body><h1>Café fermé à Orléans</h1><p>{PARAGRAPHS[0]}</p></body></html>'
    assert read(page.encode(encoding)).title.value == "Café fermé à Orléans"


def test_scripts_hidden_text_and_markup_never_appear():
    """Nothing that readers do not see gets into the text."""
    page = PAGE.replace(
        "</article>",
        "<script>alert('x')</script><p style='display:none'>Secret words of the page.</p><p hidden>More secret.</p></article>",
    )
    assert "alert" not in read(page).text
    assert "ecret" not in read(page).text


@pytest.mark.parametrize(
    ("start", "suffix", "fit"),
    [
        (b"<!DOCTYPE html><html>", ".txt", Fit.SURE),
        (b"\n<html lang='en'>", "", Fit.SURE),
        (b"<p>one</p>", ".html", Fit.NAMED),
        (b"no tags at all", ".html", Fit.NO),
        (b"words " * 20 + b"<html>", ".txt", Fit.LIKELY),
        (b"\x00\x01\x02\x03\x04\x05", ".html", Fit.NO),
    ],
)
def test_content_decides(start, suffix, fit):
    """A page is known by its tags, not by its name."""
    assert html.READER.fits(start, suffix) is fit


# --------------------------------------------------------------------------- hostile


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + PARAGRAPHS[0],
        "<b>" * 100_000 + PARAGRAPHS[0],
        "<html><body>" + "<p>x" * 40_000,
        "<html><body>" + "<" * 200_000,
        "<html><body><p class='" + "a " * 200_000 + "'>words</p>",
        "<!doctype html><script type='application/ld+json'>" + "[" * 100_000 + "</script><p>words</p>",
        "<!doctype html><script type='application/ld+json'>"
        + '{"@graph":' * 5_000
        + "1"
        + "}" * 5_000
        + "</script><p>words</p>",
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><p>&c; words</p>',
        "<html><body>" + "&" * 100_000 + "<p>words</p>",
        "<html>" + "<table><tr><td>" * 20_000 + "words",
        "<!doctype html><script type='application/ld+json'>"
        + json.dumps({"@type": "NewsArticle", "author": "aA" * 200_000, "publisher": "a " * 100_000})
        + "</script><p>words</p>",
        "<!doctype html><script>x.pub = "
        + "{a:" * 200_000
        + "</script><script>pub"
        + "w" * 600_000
        + "</script><p>words</p>",
        "<h1>Pier</h1>" + "<span data-date='1'>By Ann Lee updated 1 on </span>" * 20_000 + "<p>words</p>",
    ],
)
def test_hostile_pages_cost_little(page):
    """However a page is built, it is read or refused in bounded time, without a traceback."""
    start = time.process_time()
    with contextlib.suppress(UnreadableFile):
        read(page)
    assert time.process_time() - start < 4


def test_a_page_that_shows_nothing():
    """A page of scripts alone is refused by name."""
    with pytest.raises(UnreadableFile) as caught:
        read("<html><head><script>render()</script></head><body><div id=root></div></body></html>")
    assert caught.value.code == "no-text"


def test_nothing_is_fetched_because_a_page_says_so(monkeypatch):
    """No address of a page is ever opened: external entities, style sheets, images, frames."""
    import socket

    monkeypatch.setattr(socket, "socket", lambda *a, **k: pytest.fail("a connection was opened"))
    page = (
        '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><head>'
        '<link rel="stylesheet" href="http://127.0.0.1:9/s.css"><base href="http://127.0.0.1:9/"></head><body><p>&x;</p>'
        f'<iframe src="http://127.0.0.1:9/"></iframe><p>{PARAGRAPHS[0]}</p></body></html>'
    )
    assert "root:" not in read(page).text
