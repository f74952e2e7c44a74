"""The same line at the end of several files of a folder is their site's furniture: articles -> articles.

"Follow our reporter ...", "This story was first published in ...": sentences that no page alone gives away. A wire story printed
by three papers repeats as well, its first sentence above all. So a line is furniture only between files of one outlet that
share nothing else: a lost first sentence costs more than ten lines too many.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from briefing.model import QUOTABLE, Article, Block, BlockKind

FILES = 3  # in so many files a line must stand at the edge
EDGE = 2  # lines of an article's end that are its edge; its beginning is the news
LONGEST = 300  # characters of such a line
MOST = 0.3  # of an article's text may repeat; more is a copy, and a copy's lines are its text


def mark_repeated(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, with the lines that repeat at their edges left out as BlockKind.REPEATED."""
    if len(articles) < FILES:
        return tuple(articles)
    edges = [{_words(article, block) for block in _edge(article)} for article in articles]
    bearers: dict[str, list[int]] = defaultdict(list)
    for at, edge in enumerate(edges):
        for line in edge:
            bearers[line].append(at)
    repeated = {line: at for line, at in bearers.items() if len(at) >= FILES}
    often = frozenset(line for line, at in repeated.items() if _of_one_site([articles[n] for n in at], repeated))
    if not often:
        return tuple(articles)
    return tuple(
        _marked(article, often & edge) if often & edge else article
        for article, edge in zip(articles, edges, strict=True)
    )


def _of_one_site(articles: Sequence[Article], repeated: Container[str]) -> bool:
    """Whether articles are of one outlet, or of none that is known, and share no line but those at their ends."""
    if len({article.outlet.value if article.outlet else "" for article in articles}) > 1:
        return False
    shared = Counter(line for article in articles for line in {_words(article, block) for block in _quotable(article)})
    return all(count == 1 or line in repeated for line, count in shared.items())


def _quotable(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind in QUOTABLE]


def _edge(article: Article) -> Iterable[Block]:
    body = _quotable(article)
    edge = body[1:][-EDGE:]
    return [block for block in edge if block.span.end - block.span.start <= LONGEST]


def _words(article: Article, block: Block) -> str:
    return " ".join(block.span.of(article.text).split())


def _marked(article: Article, often: frozenset[str] | set[str]) -> Article:
    found = [block for block in _quotable(article) if _words(article, block) in often]
    whole = sum(block.span.end - block.span.start for block in _quotable(article))
    if sum(block.span.end - block.span.start for block in found) > MOST * whole:
        return article
    spans = {block.span for block in found}
    return replace(
        article,
        blocks=tuple(
            replace(block, kind=BlockKind.REPEATED, reason="in-several-files")
            if block.span in spans and block.kind in QUOTABLE
            else block
            for block in article.blocks
        ),
    )
