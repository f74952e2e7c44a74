"""The data formats: whole, checkable, harmless, and the same every time."""

import csv as table
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from briefing.errors import UnknownFormat
from briefing.model import Basis, Interval
from briefing.render import csv, ics
from briefing.render import json as data
from briefing.render.writer import render
from briefing.style import load_style
from tests.render.results import KEY, article, entry, event, result
from tests.render.sample import HARBOUR, SOURCES, note

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/briefing-1.json").read_text(encoding="utf-8"))


# --------------------------------------------------------------------------- json


def test_json_is_what_the_published_schema_says():
    """The file is valid under docs/schema/briefing-1.json, and the schema itself is one."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(data.write(result(), note())), SCHEMA)


def test_every_citation_in_json_can_be_checked_to_the_character():
    """text[start:end] is the quote."""
    made = json.loads(data.write(result(), note()))
    texts = {source["key"]: source["text"] for source in made["sources"]}
    cited = [telling["citation"] for found in made["entries"] for telling in found["tellings"]]
    cited += [statement["citation"] for statement in made["statements"] + made["fragments"]]
    assert len(cited) == 5
    assert all(texts[c["source"]][c["start"] : c["end"]] == c["quote"] for c in cited)
    assert all(texts[KEY][d["start"] : d["end"]] == d["text"] for d in made["sources"][0]["dates"])


def test_json_says_problems_in_words():
    """Beside its code, a problem carries the sentence of the note's language."""
    problem = json.loads(data.write(result(), note()))["problems"][0]
    assert (problem["code"], problem["severity"], problem["path"]) == ("empty", "warning", "nothing.txt")
    assert problem["says"]


def test_json_of_broken_characters_is_still_json():
    """Half a surrogate pair in a text becomes one character, so that offsets stay true."""
    made = result()
    odd = replace(article().article, text="a\ud800b")
    annotated = replace(made.dated[0].annotated, article=odd)
    file = data.write(replace(made, dated=(replace(made.dated[0], annotated=annotated),)), note())
    assert len(json.loads(file)["sources"][0]["text"]) == 3


# --------------------------------------------------------------------------- csv


def rows(made=None) -> list[dict[str, str]]:
    return list(table.DictReader(io.StringIO(csv.write(made or result(), note()).decode("utf-8-sig"), newline="")))


def test_csv_has_one_row_per_citation():
    """Entries by their tellings, then statements, then fragments."""
    found = rows()
    assert [row["kind"] for row in found] == ["entry", "entry", "entry", "statement", "fragment"]
    harbour = found[1]
    assert (harbour["first"], harbour["last"], harbour["basis"]) == ("2024-03-11", "2024-03-11", "resolved")
    assert (harbour["quote"], harbour["outlet"], harbour["published"]) == (HARBOUR, "Lindmark Post", "2024-03-12")
    assert SOURCES[int(harbour["start"]) : int(harbour["end"])] == HARBOUR


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\x00=1", "\n=1"])
def test_no_cell_is_a_formula(text):
    """What a spreadsheet would work out begins with an apostrophe."""
    assert csv.harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["2024-03-11", "12", "a=b", "", None, "“Yes,” he said"])
def test_plain_cells_stay_as_they_are(text):
    """Days, numbers and words carry no apostrophe."""
    assert csv.harmless(text) == (text or "")


def test_quotes_and_line_ends_stay_in_their_cell():
    """A quotation mark or a line end in a source's title makes no new cell or row."""
    made = result()
    odd = replace(article().article, title=replace(article().article.title, value='a "b"\r\n=c,d;e'))
    annotated = replace(made.dated[0].annotated, article=odd)
    found = rows(replace(made, dated=(replace(made.dated[0], annotated=annotated),)))
    assert len(found) == 5
    assert found[0]["title"] == 'a "b" =c,d;e'


# --------------------------------------------------------------------------- ics


def lines(made=None) -> list[str]:
    return ics.write(made or result(), note()).decode("utf-8").replace("\r\n ", "").split("\r\n")


def test_a_range_lasts_all_its_days_and_the_end_is_the_day_after():
    """DTEND is the first day that is no longer part of it (RFC 5545)."""
    found = lines()
    at = found.index("UID:e3@briefing")
    assert found[at + 2 : at + 4] == ["DTSTART;VALUE=DATE:20240313", "DTEND;VALUE=DATE:20240318"]
    assert found.count("BEGIN:VEVENT") == found.count("END:VEVENT") == 3
    assert "DTSTAMP:20240401T000000Z" in found


def test_a_calendar_line_is_at_most_75_octets_and_never_breaks_a_character():
    """Folding counts octets, not characters."""
    telling = replace(event(HARBOUR, "Monday", Interval.of_day(date(2024, 3, 11)), Basis.STATED))
    long = replace(telling, citation=replace(telling.citation, quote="Ярмарка в Линдмарке; 嵐, \\ " * 30))
    file = ics.write(result(entry(1, long)), note())
    assert max(map(len, file.split(b"\r\n"))) <= 75
    assert "Ярмарка в Линдмарке\\; 嵐\\, \\\\ " in file.replace(b"\r\n ", b"").decode("utf-8")


@pytest.mark.parametrize(
    "interval",
    [
        Interval(date(2014, 1, 1), None),
        Interval(None, date(2022, 1, 10)),
        Interval(date(9999, 1, 1), date.max),
        Interval(date(1, 1, 1), date(1, 12, 31)),
    ],
)
def test_bounds_and_the_ends_of_the_calendar_are_written(interval):
    """A bound stands on its known day; the last day of all has no day after it."""
    found = lines(result(entry(1, event(HARBOUR, "Monday", interval, Basis.STATED))))
    assert f"DTSTART;VALUE=DATE:{interval.begin.year:04}{interval.begin:%m%d}" in found


@pytest.mark.parametrize("words", ["a\r\nBEGIN:VALARM\r\nb", "a\nATTENDEE:x", "a\\nb;c"])
def test_no_text_can_begin_a_line_of_the_calendar(words):
    """Line ends in a quotation are spaces."""
    telling = event(HARBOUR, "Monday", Interval.of_day(date(2024, 3, 11)), Basis.STATED)
    hostile = replace(telling, citation=replace(telling.citation, quote=words))
    plain = lines()
    assert {line.split(":")[0] for line in lines(result(entry(1, hostile)))} <= {line.split(":")[0] for line in plain}


def test_only_web_addresses_stand_as_urls():
    """A calendar program opens what stands under URL."""
    assert "URL:https://example.org/storm?day=12" in lines()
    assert not [line for line in lines(result(url="javascript:alert(1)")) if line.startswith("URL")]


# --------------------------------------------------------------------------- all


@pytest.mark.parametrize("fmt", ["json", "csv", "ics"])
def test_data_formats_are_offered_and_repeat_themselves(fmt):
    """The same result gives the same bytes; without a result there is nothing to write."""
    assert render(note(), load_style(), fmt, result()) == render(note(), load_style(), fmt, result())
    with pytest.raises(UnknownFormat):
        render(note(), load_style(), fmt)
