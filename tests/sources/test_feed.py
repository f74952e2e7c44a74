"""RSS and Atom, written here."""

import time

import pytest

from briefing.dates.publication import publication_date
from briefing.errors import UnreadableFile
from briefing.model import BlockKind
from briefing.sources.folder import read_bytes
from briefing.sources.reader import Limits

ITEM = """<item><title>Pier closed &amp; ferries moved</title><link>https://courier.example/pier</link>
<pubDate>{date}</pubDate><dc:creator>Ann Lee</dc:creator>
<description><![CDATA[<p>The harbour authority said on Monday that it would close the pier.</p>
<blockquote>“We would rather be late,” said Kim Oh.</blockquote><script>x()</script>]]></description></item>"""
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Lindvik Courier</title><language>en-gb</language>{items}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Lindvik Courier</title>
<entry><title>Pier closed</title><link href="https://courier.example/pier"/>{dates}<author><name>Ann Lee</name></author>
<content type="html">&lt;p&gt;The harbour authority said on Monday that it would close.&lt;/p&gt;</content></entry></feed>"""


def read(text, name="feed.xml", **limits):
    return read_bytes(name, text if isinstance(text, bytes) else text.encode(), Limits(**limits))


def rss(*dates):
    return RSS.replace("{items}", "".join(ITEM.replace("{date}", date) for date in dates))


def test_entries_are_articles():
    """Each entry with its blocks, title, authors, address and the feed's name as outlet."""
    first, second = read(rss("Mon, 10 Jan 2022 23:30:00 -0500", "Tue, 11 Jan 2022 08:00:00 GMT")).articles
    assert (first.part, second.part) == ("entry 1", "entry 2")
    assert (first.title.value, first.outlet.value, first.url) == (
        "Pier closed & ferries moved",
        "Lindvik Courier",
        "https://courier.example/pier",
    )
    assert [a.value for a in first.authors] == ["Ann Lee"]
    assert first.language == "en"
    assert [b.kind for b in first.blocks] == [BlockKind.BODY, BlockKind.QUOTE]
    assert "x()" not in first.text


def test_the_day_is_that_of_the_feeds_own_clock():
    """23:30 at -0500 stays that day; nothing is moved to UTC."""
    (article,) = read(rss("Mon, 10 Jan 2022 23:30:00 -0500")).articles
    assert str(publication_date(article.clues, "en")[0].day) == "2022-01-10"


def test_relative_dates_are_no_dates():
    """ "2 hours ago" was true for one reader: it is rejected as unreadable, and nothing is guessed."""
    (article,) = read(rss("2 hours ago")).articles
    published, rejected = publication_date(article.clues, "en")
    assert published is None
    assert [(e.code, e.quote) for e in rejected] == [("unreadable", "2 hours ago")]


def test_atom():
    """Published wins over updated; updated alone stands in, and says so."""
    both = "<published>2022-01-10T09:00:00Z</published><updated>2022-01-12T09:00:00Z</updated>"
    (article,) = read(ATOM.replace("{dates}", both)).articles
    assert str(publication_date(article.clues, "en")[0].day) == "2022-01-10"
    (article,) = read(ATOM.replace("{dates}", "<updated>2022-01-12T09:00:00Z</updated>")).articles
    published, _ = publication_date(article.clues, "en")
    assert (str(published.day), published.evidence.code) == ("2022-01-12", "updated-only")


def test_a_headline_alone_is_said_not_read():
    """An entry without a text is named."""
    reading = read(RSS.replace("{items}", "<item><title>Pier closed</title></item>" + ITEM))
    assert [(p.code, p.where, p.facts) for p in reading.problems] == [("feed-no-text", "entry 1", ("Pier closed",))]
    assert len(reading.articles) == 1


def test_an_ampersand_in_broken_xml_is_kept():
    """Feeds are often no XML; they are read all the same."""
    (article,) = read(rss("Mon, 10 Jan 2022 09:00:00 GMT").replace("&amp;", "&")).articles
    assert article.title.value == "Pier closed & ferries moved"


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        ('<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + rss("x"), {"xml-entities"}),
        ("<rss><channel>", {"empty", "feed-broken"}),
        ("<rss>" * 50_000, {"empty", "feed-broken", "not-read"}),
        ("<rss>" + "\x01\x02" * 20, {"empty", "feed-broken", "not-text", "unknown-format"}),
    ],
)
def test_hostile_feeds(data, codes):
    """Refused by name in bounded time."""
    start = time.process_time()
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    assert caught.value.code in codes
    assert time.process_time() - start < 4


def test_nothing_is_fetched(monkeypatch):
    """A feed's text that looks like an address is not opened."""
    import socket

    monkeypatch.setattr(socket, "socket", lambda *a, **k: pytest.fail("a connection was opened"))
    assert read(
        rss("Mon, 10 Jan 2022 09:00:00 GMT").replace("<item>", '<item xml:base="http://127.0.0.1:9/">')
    ).articles
