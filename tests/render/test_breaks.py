"""Where lines may break in scripts with and without spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.render.breaks import may_begin, tokens


def lines(text: str) -> str:
    """The text with | wherever a line may break between letters."""
    made, before = "", ""
    for token in tokens(text):
        made += ("|" if before.strip() and token.strip() and may_begin(token, before) else "") + token
        before = token
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two words, 12.5%", "two words, 12.5%"),
        ("港口（北）关闭。", "港|口|（北）|关|闭。"),
        ("他说：“不”。", "他|说：|“不”。"),
        ("于2022年6月", "于|2022|年|6|月"),
        ("カード「東」", "カー|ド|「東」"),
        ("항구가 닫힐", "항구가 닫힐"),
        ("བོད་ཡིག", "བོད་|ཡིག"),
        ("ab\u200bcd", "ab\u200b|cd"),
    ],
)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text, expected):
    """Chinese and Japanese break between letters (kinsoku), Korean at its spaces."""
    assert lines(text) == expected


def test_thai_breaks_between_words_and_never_in_the_name_of_a_day():
    """Tuesday and January stay whole; a long run is parted somewhere."""
    broken = lines("รัฐมนตรีกล่าวเมื่อวันอังคารว่าท่าเรือจะปิดในเดือนมกราคม")
    assert broken.count("|") > 5
    assert "วันอังคาร" in broken
    assert "มกราคม" in broken


@given(st.text(st.sampled_from("ab 1港。（」ไทย\u200b\u0e31 한é"), max_size=60))
def test_nothing_is_lost_or_moved(text):
    """The tokens are the text."""
    assert "".join(tokens(text)) == text
