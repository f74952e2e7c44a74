"""What stands in quotation marks: an article's blocks -> the spans of their quotations."""

from __future__ import annotations

import re

from briefing.model import Article, Sentence, Span

QUOTED = re.compile(
    r"“[^”\"]*(?:[”\"]|$)|(?<![^\s(\[—–:,-])\"(?=\S)[^\"]*(?:(?<=\S)\"|(?=\")|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|(?<!\w)‘[^’]*(?:’\w[^’]*)*(?:’|$)"
    r"|(?<![^\s(\[:,;—–-])'(?=[^\W\d]|\d(?!0s))[^']*(?:'\w[^']*)*'(?!\w)"
)
UNOPENED = re.compile(r"^[^“”]*”")  # a quotation that began in a block before


class Quotations:
    """What stands in quotation marks in each block, over its sentences; an open quotation reaches to the block's end, and one
    that is only closed began before the block."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._blocks = {block.number: block.span for block in article.blocks}
        self._found: dict[int, tuple[Span, ...]] = {}

    def of(self, sentence: Sentence) -> tuple[Span, ...]:
        """Those of the sentence's block, in order; looked for once."""
        block = self._blocks.get(sentence.block)
        if block is not None and sentence.block not in self._found:
            self._found[sentence.block] = self._of_block(block)
        return self._found.get(sentence.block, ())

    def _of_block(self, block: Span) -> tuple[Span, ...]:
        unopened = UNOPENED.match(self._text[block.start : block.end])
        first = (Span(block.start, block.start + unopened.end()),) if unopened else ()
        found = QUOTED.finditer(self._text, first[0].end if first else block.start, block.end)
        return (*first, *(Span(m.start(), m.end()) for m in found))
