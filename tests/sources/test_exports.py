"""JSON lines, JSON and CSV exports of article databases."""

import json
import time
from pathlib import Path

import pytest

from briefing.dates.publication import publication_date
from briefing.errors import UnreadableFile
from briefing.sources.fields import FIELDS, columns
from briefing.sources.folder import choose, read_bytes
from briefing.sources.reader import Limits

TEXT = "The harbour authority of Lindvik said on Monday that it would close the northern pier."
ROW = {
    "title": "Pier closed",
    "text": TEXT,
    "published": "2022-01-10T21:05:00-05:00",
    "url": "https://courier.example/pier",
    "outlet": "Lindvik Courier",
    "authors": ["Ann Lee", "Bo Ek"],
    "language": "en-GB",
}


def read(data, name="export.jsonl", **limits):
    return read_bytes(name, data if isinstance(data, bytes) else data.encode(), Limits(**limits))


def test_a_line_is_an_article():
    """Every field comes through with its ground, and the place in the file is the article's part."""
    reading = read("\n".join(json.dumps(row) for row in (ROW, {**ROW, "title": "Second"})))
    first, second = reading.articles
    assert (first.part, second.part, second.title.value) == ("line 1", "line 2", "Second")
    assert (first.text, first.url, first.language) == (TEXT, ROW["url"], "en")
    assert (first.outlet.value, first.outlet.basis) == ("Lindvik Courier", "export")
    assert [a.value for a in first.authors] == ["Ann Lee", "Bo Ek"]
    published, _ = publication_date(first.clues, "en")
    assert (str(published.day), published.evidence.code) == ("2022-01-10", "export")


@pytest.mark.parametrize(
    "data",
    [
        json.dumps([ROW]),
        json.dumps({"response": {"results": [ROW]}}),
        json.dumps(ROW, indent=2),
        "title;body;publication date;publisher;link\nPier closed;"
        + TEXT
        + ";2022-01-10;Lindvik Courier;https://courier.example/pier\n",
        f'Headline,Full Text,PubDate,Source,URL\n"Pier closed","{TEXT}",2022-01-10,Lindvik Courier,https://courier.example/pier\n',
        f"headline\tcontent\tdate\toutlet\turl\nPier closed\t{TEXT}\t10 January 2022\tLindvik Courier\thttps://courier.example/pier\n",
    ],
)
def test_shapes_of_exports(data):
    """A list, a wrapped list, one object, CSV with any separator and other names for the columns give the same article."""
    (article,) = read(data, "export.dat").articles
    assert (article.text, article.title.value, article.outlet.value) == (TEXT, "Pier closed", "Lindvik Courier")
    assert str(publication_date(article.clues, "en")[0].day) == "2022-01-10"


def test_bad_lines_cost_nothing_but_themselves():
    """A line that is no object, or holds no text, is a problem with its place; the others are read."""
    reading = read("\n".join([json.dumps(ROW), "{broken", "[1]", json.dumps({"title": "only"}), "", json.dumps(ROW)]))
    assert [a.part for a in reading.articles] == ["line 1", "line 6"]
    assert [(p.code, p.where) for p in reading.problems] == [
        ("export-not-json", "line 2"),
        ("export-not-json", "line 3"),
        ("export-no-text", "line 4"),
    ]


def test_markup_in_a_field_is_read_as_a_page():
    """Tags of a content field never become words."""
    (article,) = read(json.dumps({**ROW, "text": f"<p>{TEXT}</p><script>x()</script><p>{TEXT}</p>"})).articles
    assert article.text == f"{TEXT}\n\n{TEXT}"


def test_quoted_line_breaks_in_csv():
    """A cell may hold paragraphs."""
    (article,) = read(f'title,text\nPier closed,"{TEXT}\n\nSecond ""paragraph""."\n', "a.csv").articles
    assert article.text.endswith('Second "paragraph".')


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        ("a,b\n1,2\n", "a.csv", "csv-no-columns"),
        ("[]", "a.json", "empty"),
        ("", "a.csv", "csv-no-columns"),
        ("[" * 100_000, "a.json", "export-not-json"),
        ('{"text": ' * 50_000, "a.json", "export-not-json"),
        ("text,title\n" + '"' * 200_001, "a.csv", ""),
    ],
)
def test_hostile_exports(data, name, code):
    """Refused by name or read, in bounded time."""
    start = time.process_time()
    try:
        found = {p.code for p in read(data, name).problems}
    except UnreadableFile as error:
        found = {error.code}
    assert code in found or not code
    assert time.process_time() - start < 3


def test_number_of_parts_is_bounded():
    """More articles than the limit are said, not read."""
    reading = read("\n".join([json.dumps(ROW)] * 20), parts=5)
    assert len(reading.articles) == 5
    assert [p.code for p in reading.problems] == ["too-many-parts"]


def test_the_table_of_names_has_no_name_twice():
    """One field name has one meaning."""
    names = [name for names in FIELDS.values() for name in names]
    assert len(names) == len(set(names))
    assert columns(["Published At", "Web-URL", "Body", "created"]) == {
        "published": "Published At",
        "url": "Web-URL",
        "text": "Body",
    }


def test_a_text_that_begins_with_a_bracket_is_text():
    """Content decides, but a bracket is no JSON."""
    assert ".txt" in choose("a.txt", b"[Photo: the pier] The authority said.").suffixes
    assert ".txt" in choose("a.txt", b"Title, text, and more words of an article.\nSecond line.").suffixes


def test_the_documented_table_is_the_table():
    """docs/sources.md lists exactly the names that are read."""
    text = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
    assert {f"| {meaning} | {', '.join(names)} |" for meaning, names in FIELDS.items()} <= set(text.splitlines())
