"""Articles written for the tests, with their dates marked: "on {Sunday|2022-01-09} rain fell"."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from briefing.model import (
    Anchor,
    AnnotatedArticle,
    Article,
    Basis,
    Block,
    BlockKind,
    DatedArticle,
    Evidence,
    Genre,
    Granularity,
    Interval,
    Mention,
    PublicationDate,
    Resolution,
    Sentence,
    Source,
    Span,
)
from briefing.names import find_names
from briefing.timex import PartialDate

Write = Callable[..., DatedArticle]
MARK = re.compile(r"\{([^|}]*)\|([^}]*)\}")
SENTENCE = re.compile(r"\S.*?(?:[.!?][”\"]?(?=\s+[A-Z“\"])|$)", re.DOTALL)


def interval(value: str) -> Interval | None:
    if not value:
        return None
    if "/" in value:
        first, last = (None if end == ".." else date.fromisoformat(end) for end in value.split("/"))
        return Interval(first, last, Granularity.RANGE)
    if len(value) == 4:
        return Interval(date(int(value), 1, 1), date(int(value), 12, 31), Granularity.YEAR)
    return Interval.of_day(date.fromisoformat(value))


def write(key: str, published: str | None, *paragraphs: str, title: str | None = None) -> DatedArticle:
    """An article of paragraphs; a paragraph that begins with "~" is broken, one with "CAPTION" is a caption."""
    text, resolutions, blocks, sentences = "", [], [], []
    for number, paragraph in enumerate(paragraphs, 1):
        kind = BlockKind.CAPTION if paragraph.startswith("CAPTION ") else BlockKind.BODY
        broken = "lower-case-start" if paragraph.startswith("~") else None
        rest, start = paragraph.removeprefix("CAPTION ").removeprefix("~"), len(text)
        while mark := MARK.search(rest):
            text += rest[: mark.start()]
            span = Span(len(text), len(text) + len(mark.group(1)))
            text += mark.group(1)
            rest = rest[mark.end() :]
            found = interval(mark.group(2))
            mention = Mention(span, mark.group(1), PartialDate(), "test")
            resolutions.append(
                Resolution(mention, found, Basis.RESOLVED if found else None, reason=None if found else "vague")
            )
        text += rest
        blocks.append(Block(Span(start, len(text)), kind, number))
        if kind is BlockKind.BODY:
            pieces = SENTENCE.finditer(text[start:])
            sentences += [Sentence(Span(start + p.start(), start + p.end()), number, broken) for p in pieces]
        text += "\n\n"
    article = Article(Source(key, "0", "text/plain"), "en", text, tuple(blocks))
    day = date.fromisoformat(published) if published else None
    stated = PublicationDate(day, Evidence("meta", day, str(day))) if day else None
    names = find_names(article, sentences)
    annotated = AnnotatedArticle(article, tuple(sentences), (), Genre.NEWS, stated, (), names)
    return DatedArticle(annotated, Anchor(day, Basis.STATED, "published"), None, tuple(resolutions))


@pytest.fixture(name="write")
def _write() -> Write:
    return write
