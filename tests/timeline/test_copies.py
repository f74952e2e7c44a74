"""One text is one witness."""

import random

from briefing.model import Copies
from briefing.timeline.copies import Runs
from briefing.timeline.copies import find_copies as of_runs


def find_copies(texts: dict[str, list[str]]) -> tuple[Copies, ...]:
    return of_runs({key: Runs.of(words) for key, words in texts.items()})


TEXT = [f"word{number}" for number in range(300)]


def test_the_same_words_are_exact_copies_and_a_changed_end_makes_a_near_copy():
    """Four fifths of the runs of five words are enough; half are not."""
    found = find_copies(
        {"a": TEXT, "b": TEXT, "c": [*TEXT[:280], "end"], "d": TEXT[:150] + [f"x{n}" for n in range(150)]}
    )
    assert found == (Copies(("a", "b", "c"), exact=False),)
    assert find_copies({"a": TEXT, "b": TEXT}) == (Copies(("a", "b"), exact=True),)


def test_an_excerpt_is_a_copy():
    """The share is counted on the shorter text."""
    assert find_copies({"long": TEXT, "excerpt": TEXT[100:160]}) == (Copies(("excerpt", "long"), exact=False),)


def test_short_texts_are_copies_only_word_for_word():
    """A few common words prove nothing."""
    assert find_copies({"a": ["no", "comment"], "b": ["no", "comment"], "c": ["no", "comment", "today"]}) == (
        Copies(("a", "b"), exact=True),
    )
    assert find_copies({"a": [], "b": []}) == ()


def test_many_near_copies_are_found_in_bounded_time():
    """A thousand prints of one text, each with another line on top, are one text."""
    rng = random.Random(1)
    texts = {f"{at:04}": [f"line{rng.random()}", *TEXT] for at in range(1000)}
    assert [len(copies.keys) for copies in find_copies(texts)] == [1000]
