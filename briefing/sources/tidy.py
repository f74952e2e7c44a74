"""Text -> article: blocks, each with its kind and the reason; what the text says of its title, outlet, authors and date.

The text is kept as read; every block, finding and clue points into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.model import QUOTABLE, Article, Block, BlockKind, Clue, Finding, Source, Span
from briefing.sources.credits import authors, outlet
from briefing.sources.dateclues import date_clues
from briefing.sources.datecuts import cut_at_date, cut_glued
from briefing.sources.datelike import shows_date
from briefing.sources.furniture import Kind
from briefing.sources.heading import headline, start_of
from briefing.sources.headmarks import is_credit
from briefing.sources.language import language_of
from briefing.sources.lines import BY, FUNCTION_WORDS, Line, ending_of, lines_of
from briefing.sources.mainpart import NEVER_BODY, Place, places
from briefing.sources.reader import RawArticle
from briefing.sources.runs import is_rule, runs_of
from briefing.sources.spelling import date_order

BODY = Kind(BlockKind.BODY, "")
_BEGINS_SENTENCE = frozenset("“‘\"'ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_ITEM = re.compile(r"[-*•‣▪●]\s|\d{1,2}[.)]\s")
# Who else worked on it: "(Reporting by Mara Lind; editing by Jo Field)", "Ana Rezk contributed to this report."
_STAFF = re.compile(
    r"\W*(?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited|[Rr]eported) by [A-Z]"
    r"|[A-Z][\w ,.’'-]{3,120} contributed (?:to this|to the|reporting|additional)\b"
)
_LONGEST_CREDIT = 300
_FEWEST, _MOST = 4, 25  # spaces in a line that should end in a full stop if it were a sentence
_SUBHEAD = 70  # characters: a longer line without a full stop is a broken sentence, not a heading
_LEFT_OUT_OF_BODY = NEVER_BODY | {BlockKind.CAPTION, BlockKind.RELATED}


def tidy(source: Source, raw: RawArticle) -> Article:
    """An article with every block's kind, from what a reader gave."""
    article = _tidied(source, raw)
    open_order = article.language in {"", "en"} and any(_OPEN_ORDER.search(clue.value) for clue in article.clues)
    if open_order and (order := date_order(raw.text)) is not None:
        clue = Clue("order", f"{order[0]}: {order[1]}", "spelling")
        return replace(article, clues=(*article.clues, clue))
    return article


_OPEN_ORDER = re.compile(r"(?<![\d./-])(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|1[0-2])[/-](?:\d{4}|\d{2})(?![\d/-])")


def _tidied(source: Source, raw: RawArticle) -> Article:
    asked = [block for block in raw.blocks or () if block.kind in _ASKED]
    if raw.blocks is not None and not any(_is_open(block) for block in asked):
        language = _language(raw, (b.span.of(raw.text) for b in raw.blocks if b.kind in QUOTABLE))
        return Article(source, language, raw.text, raw.blocks, raw.clues, raw.title, raw.outlet, raw.authors)
    if raw.blocks is None:
        runs = cut_glued(raw.text, cut_at_date(raw.text, runs_of(raw.text)))
    else:
        runs = [(block.span.start, block.span.end) for block in asked]
    lines = lines_of(raw.text, runs)
    where = places(lines)
    start = start_of(lines, where)
    titles = {raw.title.value} if raw.title else set()
    head = next((n for n, line in enumerate(lines) if line.text in titles), None)
    head = headline(lines, where, start) if head is None else head
    blocks = tuple(_blocks(lines, where, head))
    title = raw.title or (
        Finding(_folded(lines[head].text), "headline", lines[head].text) if head is not None else None
    )
    zone = _head_zone(where, head)
    return Article(
        source,
        _language(raw, [line.text for line, place in zip(lines, where, strict=True) if place is Place.BODY]),
        raw.text,
        blocks if raw.blocks is None else tuple(_merged(raw.blocks, blocks)),
        (*raw.clues, *date_clues(lines, where, head, start)),
        title,
        raw.outlet or outlet(title.value if title else None, lines, [lines[n] for n in zone]),
        raw.authors or authors([lines[n] for n in zone], [lines[min(n + 1, len(lines) - 1)] for n in zone]),
    )


# Blocks that a format found itself and that are lines of the article's flow: those it left open are judged among the others.
_ASKED = frozenset({BlockKind.OTHER, BlockKind.HEADLINE, BlockKind.STANDFIRST}) | QUOTABLE


def _is_open(block: Block) -> bool:
    return block.kind is BlockKind.OTHER and not block.reason


def _merged(given: Sequence[Block], judged: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a format, those that it left open with the kind they were found to have."""
    kinds = {block.span: block for block in judged}
    for block in given:
        found = kinds.get(block.span)
        yield replace(block, kind=found.kind, reason=found.reason) if found and _is_open(block) else block


def _language(raw: RawArticle, body: Iterable[str]) -> str:
    """The language of the body's words; the one declared where they do not tell. Many pages declare their template's."""
    return language_of("\n".join(body)) or raw.language


def _folded(text: str) -> str:
    return " ".join(text.split())


def _head_zone(where: Sequence[Place], head: int | None) -> list[int]:
    """The lines in which an author may be named: a few above the headline, those below it down to the third paragraph."""
    first = next((n for n, place in enumerate(where) if place is Place.BODY), len(where))
    start = head if head is not None else max(0, first - 5)
    zone = [*range(start, min(first + 3, len(where))), *range(max(0, start - 3), start)]
    return [n for n in zone if n < len(where)]


# --------------------------------------------------------------------------- kinds


def _blocks(lines: Sequence[Line], where: Sequence[Place], head: int | None) -> Iterator[Block]:
    titles = {lines[head].text} if head is not None else set()
    before, before_text = BODY, ""
    under = BlockKind.OTHER
    for n, (line, place) in enumerate(zip(lines, where, strict=True)):
        if line.text in titles:
            kind = Kind(BlockKind.HEADLINE, "headline" if n == head else "headline-again")
        elif (
            place is Place.BODY
            and line.cell == "paragraph"
            and line.shape[1] == "stop"
            and line.text[0] in _BEGINS_SENTENCE
            and not _may_be_staff(line.text)
        ):
            kind = BODY  # most lines, and most of the text
        elif place is not Place.BEFORE and _may_be_staff(line.text) and _STAFF.match(line.text):
            kind = Kind(BlockKind.BYLINE, "byline-words")
        elif place is Place.BODY:
            kind = _of_body(n, lines, where)
        elif head is not None and place is Place.BEFORE and line.text.endswith(lines[head].text):
            kind = Kind(BlockKind.MENU, "path-to-page")
        elif line.kind:
            kind = line.kind
        elif before.kind is BlockKind.CAPTION and before_text.endswith((",", ":")):
            kind = Kind(BlockKind.CAPTION, "after-caption-words")
        elif place is Place.BEFORE:
            kind = _of_head(n, line, head)
        elif place is Place.BETWEEN:
            kind = Kind(BlockKind.OTHER, "between-paragraphs")
        else:
            under = before.kind if before.kind in {BlockKind.COMMENT, BlockKind.RELATED} else under
            kind = (
                Kind(under, "under-heading")
                if under is not BlockKind.OTHER
                else Kind(BlockKind.FOOTER, "after-article")
            )
        yield Block(Span(line.start, line.end), kind.kind, n + 1, kind.reason)
        before, before_text = kind, line.text


def _may_be_staff(text: str) -> bool:
    return len(text) < _LONGEST_CREDIT and ("by " in text or " contributed" in text)


def _of_body(n: int, lines: Sequence[Line], where: Sequence[Place]) -> Kind:
    line = lines[n]
    if line.kind and line.kind.kind in _LEFT_OUT_OF_BODY:
        return line.kind
    if line.cell in {"line", "label"} and is_credit(line):
        return _of_credit(line)
    if _is_subhead(n, lines, where):
        return Kind(BlockKind.HEADLINE, "subheading")
    if _is_endless(n, lines, where):
        return Kind(BlockKind.OTHER, "no-end")
    return Kind(BlockKind.LIST, "") if _ITEM.match(line.text) else BODY


def _is_endless(n: int, lines: Sequence[Line], where: Sequence[Place]) -> bool:
    """A line of some words without a full stop among paragraphs that have theirs: a caption without its words, the headline
    of another story. The first half of a sentence that a scraper has cut is none: the next line begins in lower case, or
    its last word wants another."""
    text = lines[n].text
    if lines[n].shape[1] != "open" or not _FEWEST <= text.count(" ") < _MOST or _ITEM.match(text):
        return False
    if text.rpartition(" ")[2].lower() in FUNCTION_WORDS or (n + 1 < len(lines) and lines[n + 1].text[0].islower()):
        return False
    around = [lines[m] for m in (n - 2, n - 1, n + 1, n + 2) if 0 <= m < len(lines) and where[m] is Place.BODY]
    return sum(line.shape[1] != "open" for line in around) > len(around) // 2


def _is_subhead(n: int, lines: Sequence[Line], where: Sequence[Place]) -> bool:
    """A short line without an end between a paragraph that ended and one that begins."""
    text = lines[n].text
    if len(text) > _SUBHEAD or ending_of(text) not in {"open", "mark"} or text[0].islower() or _ITEM.match(text):
        return False
    following = lines[n + 1] if n + 1 < len(lines) and where[n + 1] is Place.BODY else None
    if following is None or following.text[0].islower() or following.cell not in {"paragraph", "sentence"}:
        return False
    return n == 0 or where[n - 1] is not Place.BODY or ending_of(lines[n - 1].text) in {"stop", "mark", "quote"}


def _of_head(n: int, line: Line, head: int | None) -> Kind:
    """A line above the first paragraph that has no furniture words."""
    if line.text[-1] in "-–—":
        return Kind(BlockKind.DATELINE, "dateline")
    if head is None or n < head:
        return Kind(BlockKind.MENU, "before-article")
    if BY.match(line.text) or (len(line.text) < 100 and shows_date(line.text)):
        return _of_credit(line)
    if is_rule(line.text):
        return Kind(BlockKind.OTHER, "drawn-line")
    if line.text.count(" ") >= 5 and n - head <= 6:
        return Kind(BlockKind.STANDFIRST, "under-headline")
    return Kind(BlockKind.OTHER, "above-first-paragraph")


def _of_credit(line: Line) -> Kind:
    by = BY.match(line.text)
    return Kind(BlockKind.BYLINE, "byline-words") if by else Kind(BlockKind.DATELINE, "date-line")
