"""An article with what was found in it: its events, statements and fragments, and their words made comparable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.events import Told, find_events
from briefing.model import DatedArticle, Event, Fragment, Statement
from briefing.names import Cast
from briefing.timeline.stories import Words
from briefing.timeline.terms import PLAIN_WORD, stems


@dataclass(frozen=True, slots=True)
class Read:
    """`stems` are those of each sentence, in the order events, statements, fragments."""

    article: DatedArticle
    told: Told
    stems: tuple[tuple[str, ...], ...]

    @property
    def key(self) -> str:
        return self.article.key

    def items(self) -> tuple[Event | Statement | Fragment, ...]:
        """Its sentences in the order of `stems`."""
        events, statements, fragments = self.told
        return (*events, *statements, *fragments)

    def words(self) -> Words:
        """What the article tells: its sentences and its title."""
        title = self.article.article.title
        told = Counter(word for sentence in self.stems for word in sentence)
        told.update(stems(title.value) if title is not None else ())
        names = frozenset(word for name in self.article.annotated.names for word in stems(name.text))
        return Words(self.key, told, names, self.article.anchor.day)

    def plain_words(self) -> list[str]:
        """Every word of its sentences in text order, case and marks apart."""
        items = sorted((item.citation.span.start, item.citation.quote) for item in self.items())
        return [word for _, quote in items for word in PLAIN_WORD.findall(quote.casefold())]

    def lead(self) -> set[str]:
        """The stems of its title and of its first two whole sentences."""
        spans = sorted(s.span for s in self.article.annotated.sentences if s.broken is None)[:2]
        whole = " ".join(span.of(self.article.article.text) for span in spans)
        title = self.article.article.title
        return set(stems(f"{title.value if title is not None else ''} {whole}"))

    def bags(self) -> Iterator[Iterable[str]]:
        """The words of each sentence, who is named in an event included, as `merging.telling` counts them."""
        events = self.told[0]
        for at, words in enumerate(self.stems):
            yield (*words, *(f"@{who}" for who in events[at].who)) if at < len(events) else words

    def place(self, start: int) -> float:
        """Where in the article a character stands, from 0 to 1."""
        return start / (len(self.article.article.text) or 1)


def read(article: DatedArticle, cast: Cast | None = None) -> Read:
    told = find_events(article, cast)
    return Read(article, told, tuple(tuple(stems(item.citation.quote)) for group in told for item in group))


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
        elif isinstance(item, Statement) and before is not None and _goes_on(before[0], item):
            found[start] = before[1]
            before = item, before[1]
        else:
            before = None
    for statement in each.told[1]:
        entry = found.get(statement.citation.span.start)
        yield statement if entry is None else replace(statement, continues=entry)


def _goes_on(before: Event | Statement, item: Statement) -> bool:
    """Whether a statement tells on: in the same block it needs a pronoun or a name in common, across blocks both."""
    first = item.citation.quote.split()[0].strip("“\"'").lower()
    pronoun, shared = first in PRONOUN, bool(before.who & item.who)
    same_block = before.citation.block == item.citation.block
    return (pronoun or shared) if same_block else (pronoun and shared)
