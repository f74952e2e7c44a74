"""The story: a folder of articles becomes a result.

file -> Article -> AnnotatedArticle        one file at a time, pure
-> DatedArticle                            the folder together: publication dates, bounds, what sisters lend
-> Event -> Timeline                       `brief` makes a document of it, `render` bytes
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from briefing import model, timex
from briefing.dates import Conventions, find_mentions, genre_of, has_rules
from briefing.dates.anchors import anchor_articles
from briefing.dates.publication import publication_date
from briefing.model import (
    QUOTABLE,
    AnnotatedArticle,
    Article,
    BlockKind,
    Copies,
    DatedArticle,
    Problem,
    Result,
    Severity,
)
from briefing.names import find_names
from briefing.settings import Settings
from briefing.sources.folder import File, list_files, read_file
from briefing.sources.reader import Limits
from briefing.sources.repeated import mark_repeated
from briefing.sources.sentences import split_sentences
from briefing.sources.web import read_web
from briefing.timeline import Outline, Wishes, build_timeline, outline
from briefing.timeline.copies import Runs, find_copies
from briefing.workers import in_order, quick_to_hand_on, without_collector

DATED_KINDS = QUOTABLE | {BlockKind.HEADLINE, BlockKind.STANDFIRST}  # blocks whose time expressions are read
BATCH = 64  # files handed to a process at a time

ReadBatch = tuple[list[AnnotatedArticle], dict[str, Outline], list[Problem]]
Watch = Callable[[Iterable[ReadBatch], int], Iterable[ReadBatch]]


quick_to_hand_on((*vars(model).values(), *vars(timex).values()))

TOLD_AGAIN = {"after-as-of", "other-story", "several-stories"}  # said by each timeline itself


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may set about reading. `conventions` read "03/04/2022", seasons and fiscal years; `wishes` choose what
    the timeline holds; `settings` are those of a briefing.toml. `allow_private`: addresses inside of a network may be
    asked. `jobs` is how many processes read files, where there are many. `not_after` is the build day: no article was
    published later; None where nobody says what day it is. `limits` bound what one file may cost."""

    conventions: Conventions = field(default_factory=Conventions)
    wishes: Wishes = field(default_factory=Wishes)
    settings: Settings = field(default_factory=Settings)
    allow_private: bool = False
    jobs: int = 1
    not_after: date | None = None
    limits: Limits = field(default_factory=Limits)

    @property
    def all_wishes(self) -> Wishes:
        """The wishes with what the settings correct."""
        return replace(self.wishes, corrections=(*self.wishes.corrections, *self.settings.corrections))


def build(
    paths: Sequence[Path],
    options: Options | None = None,
    *,
    own: Collection[Path] = (),
    addresses: Sequence[str] = (),
    watch: Watch | None = None,
) -> Result:
    """Read articles and merge what they tell into one timeline. `own` are files that the tool wrote, never read; `watch`
    is handed the batches of files and their number, and hands them on as they are read.

    Raises FolderError where a path does not exist. What is wrong with one file is a problem of the result.
    """
    options = options or Options()
    with without_collector():
        found = _understand(paths, options, own, addresses, watch, outlined=True)
        timeline, aside = build_timeline(found.dated, options.all_wishes, found.outlines)
    return Result(timeline, found.dated, (*found.problems, *aside))


def understand(
    paths: Sequence[Path],
    options: Options,
    *,
    own: Collection[Path] = (),
    addresses: Sequence[str] = (),
    watch: Watch | None = None,
) -> tuple[tuple[DatedArticle, ...], tuple[Problem, ...]]:
    """The first half of the story: every article with its sentences and dates, as a person's settings correct it."""
    found = _understand(paths, options, own, addresses, watch)
    return found.dated, found.problems


@dataclass(frozen=True, slots=True)
class _Understood:
    """`outlines` by source key, of what the processes that read the files have outlined."""

    dated: tuple[DatedArticle, ...]
    outlines: Mapping[str, Outline]
    problems: tuple[Problem, ...]


def _understand(
    paths: Sequence[Path],
    options: Options,
    own: Collection[Path],
    addresses: Sequence[str],
    watch: Watch | None,
    *,
    outlined: bool = False,
) -> _Understood:
    files, closed = list_files(paths, skip=options.settings.skips, own=own)
    annotated, outlines, unread = read(files, options, watch, outlined=outlined)
    pages, unasked = read_web(addresses, allow_private=options.allow_private, limits=options.limits)
    annotated += tuple(annotate(page, options) for page in pages)
    annotated = without_repeated(annotated)
    dated, doubtful = anchor_articles(annotated, options.conventions)
    unused = options.settings.unused([article.key for article in annotated])
    problems = (*closed, *unread, *unasked, *unused, *_unruled(annotated), *doubtful)
    return _Understood(dated, outlines, problems)


def same_texts(dated: Sequence[DatedArticle]) -> tuple[Copies, ...]:
    """The articles that bear one text: a file twice, a wire story in three papers. All are read; the text counts once."""
    words = re.compile(r"\w+")
    return find_copies(
        {
            article.key: Runs.of(
                [
                    word
                    for block in article.article.blocks
                    if block.kind in QUOTABLE
                    for word in words.findall(block.span.of(article.article.text).casefold())
                ]
            )
            for article in dated
        }
    )


def stories(result: Result, options: Options) -> Iterator[Result]:
    """The stories of a folder, each as a result of its own: its articles, its timeline and its problems."""
    for story in result.timeline.stories:
        keys = set(story)
        dated = tuple(article for article in result.dated if article.key in keys)
        timeline, aside = build_timeline(dated, options.all_wishes)
        own = tuple(problem for problem in result.problems if problem.path in keys and problem.code not in TOLD_AGAIN)
        yield Result(timeline, dated, (*own, *aside))


def read(
    files: Sequence[File], options: Options, watch: Watch | None = None, *, outlined: bool = False
) -> tuple[tuple[AnnotatedArticle, ...], Mapping[str, Outline], tuple[Problem, ...]]:
    """Everything that concerns one file alone, by several processes where there are many: the articles sorted by key; with
    `outlined` what each tells as far as it can be known without the others; problems."""
    batches = [files[at : at + BATCH] for at in range(0, len(files), BATCH)]
    coming = in_order(partial(_read_batch, options, outlined), batches, options.jobs)
    read_batches = list(watch(coming, len(batches)) if watch else coming)
    articles = sorted((article for found, _, _ in read_batches for article in found), key=lambda article: article.key)
    outlines = {key: made for _, found, _ in read_batches for key, made in found.items()}
    return tuple(articles), outlines, tuple(problem for _, _, wrong in read_batches for problem in wrong)


def _read_batch(options: Options, outlined: bool, files: Sequence[File]) -> ReadBatch:  # positional for partial
    found = [read_file(file, options.limits) for file in files]
    annotated = [annotate(article, options) for articles, _ in found for article in articles]
    alone = anchor_articles(annotated, options.conventions)[0] if outlined else ()
    return annotated, {one.key: outline(one) for one in alone}, [problem for _, wrong in found for problem in wrong]


def annotate(article: Article, options: Options) -> AnnotatedArticle:
    """All that is known from the article alone: its sentences, mentions, names and publication date."""
    article = options.settings.corrected(article)
    sentences = split_sentences(article)
    order = {None: None, True: "dmy", False: "mdy"}[options.conventions.day_first]
    published, rejected = publication_date(article.clues, article.language, order, options.not_after)
    spans = [block.span for block in article.blocks if block.kind in DATED_KINDS]
    mentions = find_mentions(article.text, article.language or "en", spans)
    genre = genre_of(mentions, published.day if published else None)
    return AnnotatedArticle(article, sentences, mentions, genre, published, rejected, find_names(article, sentences))


def without_repeated(articles: Sequence[AnnotatedArticle]) -> tuple[AnnotatedArticle, ...]:
    """The articles without the lines that several files of the folder have at their edge: furniture of their site."""
    marked = mark_repeated([annotated.article for annotated in articles])
    return tuple(
        annotated if article is annotated.article else _within_blocks(annotated, article)
        for annotated, article in zip(articles, marked, strict=True)
    )


def _within_blocks(annotated: AnnotatedArticle, article: Article) -> AnnotatedArticle:
    """What was found in an article, as far as it stands in a block that is still read."""
    gone = [block.span for block in article.blocks if block.kind is BlockKind.REPEATED]
    return replace(
        annotated,
        article=article,
        sentences=tuple(one for one in annotated.sentences if not any(span.holds(one.span) for span in gone)),
        mentions=tuple(one for one in annotated.mentions if not any(span.holds(one.span) for span in gone)),
        names=tuple(one for one in annotated.names if not any(span.holds(one.span) for span in gone)),
    )


def _unruled(articles: Sequence[AnnotatedArticle]) -> Iterator[Problem]:
    """Articles in a language without date rules: quoted, but their dates were not read."""
    for language, key in ((annotated.article.language, annotated.key) for annotated in articles):
        if language and not has_rules(language):
            yield Problem("no-date-rules", Severity.WARNING, key, facts=(language,))
