"""The same line at the edge of several files of a folder is their site's furniture: articles -> articles.

"Follow our reporter ...", "This story was first published in ...": sentences that no page alone gives away. A wire story printed
by three papers repeats as well, but then most of the article does; and a paragraph of background stands in the middle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.model import QUOTABLE, Article, Block, BlockKind

FILES = 3  # in so many files a line must stand at the edge
EDGE = 2  # lines of an article's beginning and end that are its edge
LONGEST = 300  # characters of such a line
MOST = 0.3  # of an article's text may repeat; more is a copy, and a copy's lines are its text


def mark_repeated(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, with the lines that repeat at their edges left out as BlockKind.REPEATED."""
    if len(articles) < FILES:
        return tuple(articles)
    edges = [{_words(article, block) for block in _edge(article)} for article in articles]
    seen = Counter(line for edge in edges for line in edge)
    often = frozenset(line for line, count in seen.items() if count >= FILES)
    if not often:
        return tuple(articles)
    return tuple(
        _marked(article, often & edge) if often & edge else article
        for article, edge in zip(articles, edges, strict=True)
    )


def _quotable(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind in QUOTABLE]


def _edge(article: Article) -> Iterable[Block]:
    body = _quotable(article)
    edge = body if len(body) <= 2 * EDGE else body[:EDGE] + body[-EDGE:]
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
