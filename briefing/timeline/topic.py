"""One story out of several: the articles that tell what a person asks for."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Problem, Severity
from briefing.timeline.reading import Read
from briefing.timeline.terms import stems

Stories = tuple[tuple[str, ...], ...]


def of_topic(read: Sequence[Read], stories: Stories, topic: str) -> tuple[list[Read], Stories, tuple[Problem, ...]]:
    """The articles of the story that holds most of the topic's words per article; each other one is named ("other-story").

    Without a topic all stay, and a folder of several stories is said to be one ("several-stories", fact: how many). Words that no story holds keep all, and say so ("no-such-topic").
    """
    asked = set(stems(topic))
    large = [story for story in stories if len(story) > 1]
    if not asked:
        several = (Problem("several-stories", Severity.WARNING, facts=(str(len(stories)),)),) if len(large) > 1 else ()
        return list(read), stories, several
    held = {each.key: len(asked & {word for words in (each.made.lead, *each.stems) for word in words}) for each in read}
    best = max(stories, key=lambda story: (sum(held[key] for key in story) / len(story), len(story)), default=())
    if not any(held[key] for key in best):
        return list(read), stories, (Problem("no-such-topic", Severity.WARNING, facts=(topic,)),)
    kept = set(best)
    aside = tuple(
        Problem("other-story", Severity.NOTE, each.key, facts=(topic,)) for each in read if each.key not in kept
    )
    return [each for each in read if each.key in kept], (best,), aside
