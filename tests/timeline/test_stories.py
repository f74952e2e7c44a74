"""Articles of one story belong together."""

from collections import Counter
from datetime import date

from briefing.timeline.stories import Words, group_stories
from briefing.timeline.terms import stems

FIRE = "fire paper mill Bramley Osterby twelve dead brigade smoke police investigate owner boiler exploded night shift"
VOTE = "council vote bridge Lenne budget mayor opposition tender cost engineers traffic ferry approved plan toll"


def words(key: str, text: str, day: str | None = None) -> Words:
    names = frozenset(word for part in text.split() if part[0].isupper() for word in stems(part))
    return Words(key, Counter(stems(text)), names, date.fromisoformat(day) if day else None)


def test_two_stories_come_apart_and_each_holds_together():
    """Shared names and words join; general words don't."""
    articles = [
        words("a", FIRE),
        words("b", f"{FIRE} weather rain"),
        words("c", VOTE),
        words("d", f"weather rain {VOTE}"),
    ]
    assert group_stories(articles)[0] == (("a", "b"), ("c", "d"))
    assert group_stories(articles[::-1]) == group_stories(articles)


def test_months_apart_the_same_words_are_less_alike():
    """Another fire in the same mill a year later is another story when only half of the words agree."""
    near = [words("a", FIRE, "2023-05-02"), words("b", f"{FIRE[:40]} {VOTE}", "2023-05-03")]
    far = [words("a", FIRE, "2023-05-02"), words("b", f"{FIRE[:40]} {VOTE}", "2024-05-03")]
    assert [len(groups) for groups in group_stories(near)] == [1, 1]
    assert [len(groups) for groups in group_stories(far)] == [1, 2]


def test_nothing_and_one_article():
    """No article, no story; one article, one story; an empty article stands alone."""
    assert group_stories([]) == ((), ())
    assert group_stories([words("a", FIRE)])[0] == (("a",),)
    assert group_stories([words("a", ""), words("b", "")])[1] == (("a",), ("b",))
