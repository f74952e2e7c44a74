"""How rules are followed: over one net, remembered by the classes that were looked at."""

from datetime import date

import pytest

from briefing.dates import grammar as compiled
from briefing.dates import read_dates
from briefing.dates.grammar import Grammar, grammar
from briefing.dates.languages import numeric
from briefing.dates.pattern import Choice, Group, Maybe, Net, OneOf, Row

TEXT = "On Monday, 3 May 2021, two days after the end of March, they met; they will meet again early next week."


def walked(tree, shape):
    """The tokens that a pattern takes of a shape, by groups."""
    net = Net()
    places = net.walk(tree.spread(net), shape, 0)
    return [net.group[place] for place in places]


@pytest.mark.parametrize(
    ("tree", "shape", "groups"),
    [
        pytest.param(Row((OneOf("a"), Maybe(OneOf("b")))), "ab", [0, 0], id="what is optional is taken"),
        pytest.param(Row((OneOf("a"), Maybe(OneOf("b")))), "ac", [0], id="or left"),
        pytest.param(Row((Maybe(OneOf("a")), OneOf("a"))), "a", [0], id="what is obligatory comes first"),
        pytest.param(Choice((OneOf("a"), Row((OneOf("a"), OneOf("b"))))), "ab", [0], id="the first that fits"),
        pytest.param(Row((Choice((OneOf("a"), Row((OneOf("a"), OneOf("b"))))), OneOf("c"))), "abc", [0, 0, 0], id="unless what follows does not"),
        pytest.param(Row((OneOf("a"), Group(OneOf("b"), 1), OneOf("c"))), "abc", [0, 1, 0], id="groups"),
        pytest.param(Row((OneOf("a"), OneOf("b"))), "a", [], id="half a match is none"),
    ],
)  # fmt: skip
def test_a_pattern_prefers_as_its_words_say(tree, shape, groups):
    """An editor reads a row from left to right; so does the net."""
    assert walked(tree, shape) == groups


def test_text_of_known_classes_grows_no_branch():
    """Other words of the same classes are read without trying a rule."""
    read_dates(TEXT, date(2021, 5, 5))
    rules = grammar("en")._rules
    before = rules.branches

    assert read_dates(TEXT.replace("3 May 2021", "6 May 2010"), date(2010, 6, 9))
    assert rules.branches == before


def test_a_tree_that_is_forgotten_grows_again(monkeypatch):
    """The bound of memory changes no answer."""
    said = read_dates(TEXT, date(2021, 5, 5))
    monkeypatch.setattr(compiled, "REMEMBERED", 3)
    small = Grammar(grammar("en").language)
    monkeypatch.setattr("briefing.dates.mentions.grammar", lambda _: small)

    assert [read_dates(TEXT, date(2021, 5, 5)) for _ in range(3)] == [said] * 3
    assert small._rules.branches < grammar("en")._rules.branches


@pytest.mark.parametrize(
    ("cluster", "name"),
    [("05", "0day"), ("5", "hour"), ("1998", "year"), ("98", "short"), ("3 p.m.", "meridiem"), ("2022-01-09", "isodate"), ("9-", None), ("1" * 41, None)],
)  # fmt: skip
def test_a_cluster_has_the_first_shape_that_fits(cluster, name):
    """All shapes are asked at once; the order of the table decides."""
    assert numeric.shape(cluster) == name
    assert name is None or name == next(n for n, pattern in numeric.SHAPES if pattern.fullmatch(cluster))
