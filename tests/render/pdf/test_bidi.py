"""The order of words from both sides, against another implementation of the same standard."""

import bidi as reference
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.render.pdf.bidi import base_level, bracket_pairs, levels, mirror_images, runs_left, visual
from briefing.render.pdf.runs import Bit, Look, directed

LETTERS = "abc אבג ابج 123 ١٢ .,:;-+/%$()[]{}<>«» \u0651\u05b8 !?“”\u200f\u200e⟨⟩〈〉\ufffc\u200d"


def seen(text: str, base: int) -> str:
    """The text from left to right as one line shows it; spaces at its end run with the paragraph (L1)."""
    made = levels(text, base)
    end = len(text.rstrip(" \u200d"))
    made[end:] = [base] * (len(text) - end)
    return "".join(text[place] for place in visual(made))


@settings(max_examples=400, deadline=None)
@given(text=st.text(st.sampled_from(LETTERS), max_size=24), base=st.sampled_from([0, 1]))
def test_any_line_is_seen_in_the_order_of_the_standard(text, base):
    """Letters, numbers, brackets and marks of all kinds, in both directions of a paragraph."""
    text = text.replace("\u200d", "")  # the other implementation takes joiners out
    assert seen(text, base) == reference.get_display(text, base_dir="R" if base else "L")


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("abc אבג 12", 0, "abc 12 גבא"),
        ("אבג abc 12", 1, "abc 12 גבא"),
        ("אב (גד) 3", 1, "3 )דג( בא"),
        ("(אב) x", 0, "(בא) x"),
        ("اب 12,5%", 1, "%12,5 با"),
    ],
)
def test_brackets_and_numbers_keep_their_side(text, base, expected):
    """A bracket runs with what it holds, digits from the left."""
    assert seen(text, base) == expected


def test_a_text_without_letters_from_the_right_is_told_at_once():
    """Latin, Greek and Chinese need no levels; Hebrew and Arabic digits do."""
    assert not any(map(runs_left, ("", "words", "λέξεις", "港口")))
    assert all(map(runs_left, ("x א", "١٢")))
    assert [base_level(text) for text in ("12 א b", "“b א", "12 !")] == [1, 0, 0]


def test_brackets_have_their_images():
    """Pairs are those of Unicode; curly quotation marks are no pairs."""
    assert bracket_pairs()["("] == ")"
    assert len(bracket_pairs()) > 50
    assert "«(a”".translate(mirror_images()) == "»)a”"


def test_many_brackets_are_no_burden():
    """Twenty thousand of them are read once, not each with each."""
    text = "(א)a" * 5000
    assert len(levels(text, 1)) == len(text)
    assert len(levels("(" * 20_000, 0)) == 20_000


def test_words_of_the_tool_around_a_quotation_from_the_right_stay_in_their_order():
    """Only the quotation is raised: what the tool says before and behind it does not turn with it."""
    look = Look(None, 10.0, "#111")
    source = Look(None, 10.0, "#111", source=True)
    quoted = "10 يناير 2022"
    bits = [Bit("stated: “", look), Bit(quoted, source, own=True), Bit("”.", look)]
    assert directed(bits) == 0
    seen = "".join(bit.text for bit in bits)
    made = [level for bit in bits for level in bit.levels]
    shown = "".join(seen[place] for place in visual(made))
    assert shown == "stated: “2022 " + "يناير"[::-1] + " 10”."
