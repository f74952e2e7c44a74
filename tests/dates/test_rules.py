"""Every row of every language keeps its promises: its examples are read as it says, its rejects are left alone."""

from datetime import date

import pytest

from briefing.dates import read_dates
from briefing.dates.grammar import grammar
from briefing.dates.timex3 import timex3, value_of
from briefing.plugins import names

LANGUAGES = sorted(
    code
    for code in names("briefing.dates.languages", "briefing.languages")
    if code != "numeric" and grammar(code) is not None
)
RULES = [(code, rule) for code in LANGUAGES for rule in grammar(code).language.rules]


def values(resolution):
    """What the rule itself reads: the reader may be told less (see test_reader.py)."""
    read = resolution.assumed or resolution.interval
    in_timex3 = "/".join(one.value for one in timex3(resolution))
    return {str(read), in_timex3, value_of(resolution.mention.timex, read)[1]}


@pytest.mark.parametrize(
    ("code", "rule", "example"),
    [pytest.param(code, rule, e, id=f"{rule.name}: {e.text}") for code, rule in RULES for e in rule.examples],
)
def test_an_example_is_read_by_its_rule(code, rule, example):
    """The row finds its own example and gives the date that stands beside it."""
    found = read_dates(example.text, date.fromisoformat(example.published), language=code)

    by_rule = [r for r in found if r.mention.rule == rule.name]
    assert by_rule, [(r.mention.rule, r.mention.text) for r in found]
    assert example.expect in values(by_rule[0])


@pytest.mark.parametrize(
    ("code", "rule", "text"),
    [pytest.param(code, rule, text, id=f"{rule.name}: {text}") for code, rule in RULES for text in rule.rejects],
)
def test_a_reject_is_left_alone(code, rule, text):
    """The row finds nothing in what it says it rejects."""
    assert rule.name not in {r.mention.rule for r in read_dates(text, date(2022, 1, 12), language=code)}


def test_every_row_has_a_sentence_and_an_example():
    """A row without an example is a row without a test."""
    assert [rule.name for _, rule in RULES if not rule.says or (rule.alone and not rule.examples)] == []


def test_names_of_rows_are_given_once():
    """Readers see a rule's name: it must tell one row."""
    found = [rule.name for _, rule in RULES]
    assert sorted(found) == sorted(set(found))
