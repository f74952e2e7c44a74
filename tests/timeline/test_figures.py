"""Figures and what they count."""

import pytest

from briefing.timeline.figures import disagree, figures


@pytest.mark.parametrize(
    ("one", "other", "noun"),
    [
        ("12 people were killed", "14 people died", "dead"),
        ("at least 12 people were killed", "13 people died", None),
        ("freed 21 of the more than 200 Brack schoolgirls", "handed over 21 Brack schoolgirls", None),
        ("freed 21 Brack schoolgirls", "freed 19 Osterby schoolgirls", "schoolgirl"),
        ("twelve dead", "12 deaths", None),
        ("1,200 houses burned", "300 houses burned", "hous"),
        ("12 people were killed and 30 injured", "30 hurt", None),
        ("He is 43 years old", "She is 44 years old", None),
        ("in 2014", "in 2015", None),
        ("on March 12", "on March 13", None),
        ("12 were killed", "300 houses burned", None),
    ],
)
def test_figures_disagree_only_for_one_noun(one: str, other: str, noun: str | None):
    """Dead, killed and died are one noun; loose figures agree when near; years, days and ages count nothing."""
    found = disagree(figures(one), figures(other))
    assert (found is None) == (noun is None)
