"""Text -> blocks, each with its kind and the reason; what the text itself says of its title, outlet and authors."""

from __future__ import annotations

import re

from briefing.model import Article, Block, BlockKind, Source, Span
from briefing.sources.reader import RawArticle

_RUN = re.compile(r"\S(?:.*\n?)+?(?=\s*\n\s*\n|\s*\Z)")


def tidy(source: Source, raw: RawArticle) -> Article:
    """An article with every block's kind, from what a reader gave."""
    blocks = raw.blocks
    if blocks is None:
        runs = (m.span() for m in _RUN.finditer(raw.text))
        blocks = tuple(Block(Span(*run), BlockKind.BODY, n) for n, run in enumerate(runs, 1))
    return Article(source, raw.language, raw.text, blocks, raw.clues, raw.title, raw.outlet, raw.authors)
