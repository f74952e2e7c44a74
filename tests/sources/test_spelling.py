"""British or American spelling."""

import pytest

from briefing.sources.spelling import date_order


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("The harbour centre cost £4m, Mr Lee said.", "dmy"),
        ("The harbor center cost 40 percent more, Mr. Lee said.", "mdy"),
        ("The pier closed on Monday.", None),
        ("The Labour party met at the center of the harbor near the theatre.", None),
        ("A rise in price, an exercise.", None),
        ("The talks had opened on 2 February.", "dmy"),
        ("The talks had opened on Feb. 2.", "mdy"),
        ("They met on 2 February and on March 4.", None),
    ],
)
def test_order_by_spelling(text, order):
    """Several signs of one spelling and next to none of the other tell; a sign or two do not."""
    found = date_order(text)
    assert (found and found[0]) == order


def test_the_words_that_show_it_are_given():
    """The ground can be said."""
    assert date_order("The harbour and its colourful theatre.")[1].startswith("harbour")
