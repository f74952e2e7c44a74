"""Texts as JSON lines: a stream that keeps its order and loses nothing in silence."""

import json
from datetime import date
from itertools import islice

import pytest

from briefing import jsonl
from briefing.dates import Conventions, read_dates
from briefing.explain import records
from briefing.jsonl import Reading, answer_lines
from briefing.model import Genre


def line(number, text="They met on Monday.", **more):
    return json.dumps({"id": f"a{number}", "dct": "2022-01-12", "text": text} | more).encode() + b"\n"


def test_a_line_is_answered_as_from_python():
    """The same records as `records(read_dates(...))`, under the line's own id."""
    [answer] = answer_lines([line(1)], Reading())

    assert json.loads(answer.line) == {
        "id": "a1",
        "timexes": records(read_dates("They met on Monday.", date(2022, 1, 12))),
    }
    assert answer.problem is None


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_stays_whatever_the_processes(jobs, monkeypatch):
    """Many small batches, some heavier than others, come back as they went."""
    monkeypatch.setattr(jsonl, "BATCH", 200)
    lines = [line(n, "On Monday. " * (50 if n % 7 == 0 else 1)) for n in range(120)]

    answers = list(answer_lines(lines, Reading(), jobs))

    assert [a.number for a in answers] == list(range(1, 121))
    assert [json.loads(a.line)["id"] for a in answers] == [f"a{n}" for n in range(120)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_only_a_few_batches_are_read_ahead(jobs, monkeypatch):
    """Memory doesn't grow with the file: an endless input gives its first answers."""
    monkeypatch.setattr(jsonl, "BATCH", 100)
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield line(len(taken))

    first = list(islice(answer_lines(endless(), Reading(), jobs), 5))

    assert len(first) == 5
    assert len(taken) < 100


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (b"{", "jsonl-not-json"),
        (b"\xff\xfe\x00", "jsonl-not-json"),
        (b"[" * 100_000, "jsonl-not-json"),
        (b"1" * 5_000, "jsonl-not-json"),
        (b"[]", "jsonl-no-text"),
        (b'{"id": 1}', "jsonl-no-text"),
        (b'{"id": 1, "text": 7}', "jsonl-no-text"),
    ],
    ids=lambda bad: ascii(bad)[:20],
)
def test_a_line_that_cannot_be_read_is_named_and_the_rest_goes_on(bad, code):
    """By its number in the file, blank lines counted."""
    answers = list(answer_lines([line(1), b"\n", bad + b"\n", line(4)], Reading()))

    assert [(a.number, a.line is None) for a in answers] == [(1, False), (3, True), (4, False)]
    assert (answers[1].problem.code, answers[1].problem.where) == (code, "line 3")


def test_a_day_that_is_none_is_a_problem_and_the_text_is_read():
    """What the text says in full is found all the same; what counts from the day of publication says that it has none."""
    [answer] = answer_lines([line(1, "Yesterday, unlike 3 May 2021, was fine.", dct="last week")], Reading())
    relative, full = json.loads(answer.line)["timexes"]

    assert answer.problem.code == "jsonl-no-day"
    assert (full["first"], relative["reason"]) == ("2021-05-03", "no-anchor")


@pytest.mark.parametrize("dct", ["2022-01-12T23:59:00-08:00", "20220112", "2022-01-12T08:00Z"])
def test_a_time_stands_for_its_own_day(dct):
    """Nothing is converted to another zone."""
    [answer] = answer_lines([line(1, "today", dct=dct)], Reading())
    assert json.loads(answer.line)["timexes"][0]["first"] == "2022-01-12"


def test_options_hold_where_a_line_says_nothing():
    """A publication date for all, an order of numeric dates, a genre; the line's own win."""
    reading = Reading(date(2022, 1, 12), genre=Genre.NEWS, conventions=Conventions(day_first=True))
    plain = json.dumps({"id": 1, "text": "filed 03/04/2021, signed yesterday"}).encode()
    story = line(2, "In January 1943 they landed. In April they won.", genre="narrative")

    first, second = (json.loads(a.line)["timexes"] for a in answer_lines([plain, story], reading))

    assert [t["first"] for t in first] == ["2021-04-03", "2022-01-11"]
    assert [t["value"] for t in second] == ["1943-01", "1943-04"]


def test_lone_surrogates_come_and_go_as_json():
    """What JSON can say and UTF-8 can't stays ASCII."""
    [answer] = answer_lines(
        [b'{"id": "\\ud800", "dct": null, "text": "\\udc00 on 3 May 2021 \\ud83d\\ude00"}'], Reading()
    )
    told = json.loads(answer.line)

    assert answer.line.isascii()
    assert told["id"] == "\ud800"
    assert (told["timexes"][0]["start"], told["timexes"][0]["text"]) == (5, "3 May 2021")
