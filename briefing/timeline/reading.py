"""An article with what was found in it: its events, statements and fragments, and their words made comparable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from briefing.events import Told
from briefing.model import DatedArticle, Event, Fragment, Statement
from briefing.names import Cast
from briefing.timeline.outline import Outline, outline, unfold
from briefing.timeline.outline import Words as Made
from briefing.timeline.stories import Words


@dataclass(frozen=True, slots=True)
class Read:
    """`places` are the ids of places named in the folder."""

    article: DatedArticle
    told: Told
    made: Made
    places: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        return self.article.key

    @property
    def language(self) -> str:
        """ISO 639-1, "" where it can't be told."""
        return self.article.article.language

    @property
    def stems(self) -> tuple[tuple[str, ...], ...]:
        """Those of each sentence, in the order of `items`."""
        return self.made.sentences

    def items(self) -> tuple[Event | Statement | Fragment, ...]:
        """Its sentences: events, statements, fragments."""
        events, statements, fragments = self.told
        return (*events, *statements, *fragments)

    def words(self) -> Words:
        """What the article tells: its sentences and its title."""
        told = Counter(chain(self.made.title, *self.made.sentences))
        return Words(self.key, told, frozenset(self.made.names), self.article.anchor.day)

    def bags(self) -> Iterator[Iterable[str]]:
        """The words of each sentence, who is named in an event included, as `merging.telling` counts them."""
        events = self.told[0]
        for at, words in enumerate(self.stems):
            yield (*words, *(f"@{who}" for who in events[at].who)) if at < len(events) else words

    def place(self, start: int) -> float:
        """Where in the article a character stands, from 0 to 1."""
        return start / (len(self.article.article.text) or 1)


def read(article: DatedArticle, cast: Cast | None = None, made: Outline | None = None) -> Read:
    """`made` is the article's outline, where a process that read it has made one."""
    places = cast.places if cast is not None else frozenset()
    if made is None or not made.fits(article):
        made = outline(article)
    return Read(article, unfold(made, article, cast), made.words, places)


PRONOUN = frozenset("he she it they his her its their this that these those him them the".split())


def continued(each: Read, entry_of: Mapping[tuple[str, int], str]) -> Iterator[Statement]:
    """The statements of an article; one that goes on from a dated sentence right before it is told which entry that is in.

    It goes on when it begins with a pronoun or names the same person or body. `entry_of`: (source key, start) -> entry id.
    """
    before: tuple[Event | Statement, str] | None = None
    found: dict[int, str] = {}
    for item in sorted(each.items(), key=lambda i: i.citation.span):
        start = item.citation.span.start
        if isinstance(item, Event):
            before = item, entry_of[each.key, start]
        elif isinstance(item, Statement) and before is not None and _goes_on(before[0], item, each.places):
            found[start] = before[1]
            before = item, before[1]
        else:
            before = None
    for statement in each.told[1]:
        entry = found.get(statement.citation.span.start)
        yield statement if entry is None else replace(statement, continues=entry)


def _goes_on(before: Event | Statement, item: Statement, places: frozenset[str]) -> bool:
    """Whether a statement tells on: in the same block it needs a pronoun or a name in common, across blocks both. A country or
    place in common is not enough."""
    first = item.citation.quote.split()[0].strip("“\"'").lower()
    pronoun, shared = first in PRONOUN, bool((before.who & item.who) - places)
    same_block = before.citation.block == item.citation.block
    return (pronoun or shared) if same_block else (pronoun and shared)
