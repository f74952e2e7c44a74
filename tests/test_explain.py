"""What a resolution says about itself."""

import ast
import json
from datetime import date
from pathlib import Path

import pytest

import briefing.dates
from briefing.catalogue import catalogue
from briefing.dates import read_dates
from briefing.explain import records, steps_in_words

MONDAY = date(2022, 1, 10)


def test_every_named_step_has_a_sentence():
    """No step of a resolution is printed as a bare code."""
    trees = [
        ast.parse(module.read_text(encoding="utf-8")) for module in Path(briefing.dates.__file__).parent.rglob("*.py")
    ]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    named = [call for call in calls if getattr(call.func, "attr", getattr(call.func, "id", "")) in ("note", "Step")]
    first = {leaf.value for call in named for leaf in ast.walk(call.args[0]) if isinstance(leaf, ast.Constant)}
    codes = {value for value in first if isinstance(value, str)}

    assert len(codes) > 10
    assert sorted(code for code in codes if not catalogue("en").has(f"step.{code}")) == []


def test_steps_are_told_in_the_order_they_were_taken():
    """The words name the day counted from, then what was done."""
    [found] = read_dates("They met on Monday.", date(2022, 1, 12))

    assert steps_in_words(found) == (
        "counted from Wed 12 Jan 2022",
        "the last such weekday before it, Mon 10 Jan 2022",
    )
    assert steps_in_words(found, order="mdy")[0] == "counted from Wed, Jan 12, 2022"


def test_a_record_holds_the_mention_the_days_and_the_reasons():
    """Plain data, ready for JSON, with the keys in the order of the manual."""
    text = "They meet later this week."
    [record] = records(read_dates(text, MONDAY))

    assert json.loads(json.dumps(record)) == {
        "start": 10,
        "end": 25,
        "text": "later this week",
        "type": "DATE",
        "value": "2022-W02",
        "mod": "END",
        "first": "2022-01-11",
        "last": "2022-01-16",
        "granularity": "week",
        "basis": "resolved",
        "rule": "en/stretch",
        "steps": list(steps_in_words(read_dates(text, MONDAY)[0])),
    }


@pytest.mark.parametrize("text", ["for six hours", "on 31 February 2021", "every Monday", "recently"])
def test_what_has_no_day_says_why(text):
    """No interval, no granularity, no basis; a reason instead."""
    [record] = records(read_dates(text, MONDAY))

    assert (record["first"], record["last"], record["granularity"], record["basis"]) == (None, None, None, None)
    assert record["reason"]
    assert record["steps"]


def test_a_range_gives_the_days_of_the_whole():
    """However many TIMEX3 it takes, each holds the days of the whole range."""
    text = "It ran January 9-11."
    found = records(read_dates(text, MONDAY))

    assert {text[r["start"] : r["end"]] == r["text"] for r in found} == {True}
    assert {(r["first"], r["last"]) for r in found} == {("2022-01-09", "2022-01-11")}


def test_what_annotators_leave_out_is_there_for_who_asks():
    """An age is read; TIMEX3 has no tag for it, `every` shows it and says so."""
    found = read_dates("a 61-year-old man", MONDAY)

    assert records(found) == []
    assert [(r["value"], r["tagged"]) for r in records(found, every=True)] == [("P61Y", False)]
