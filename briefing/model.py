"""The nouns of the house, read top to bottom: the glossary.

Every type is frozen. Units: a `Span` counts characters (Unicode code points) of the article's text
*as read*, half-open; an `Interval` counts calendar days, both ends included; a `Source.key` names one
article of the folder. What a stage does not know is `None`, and the docstring says when.

Words for people are made elsewhere: a `Step`, `Problem`, `Finding` or `Evidence` carries a stable
*code* and its facts, and the catalogue of the note's language (`briefing/words/`) turns both into one
sentence of a closed list.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.timex import Timex

# --------------------------------------------------------------------------- places


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where a thing was read: characters `start` (included) to `end` (excluded)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that this span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


# --------------------------------------------------------------------------- files and articles


@dataclass(frozen=True, slots=True)
class Source:
    """One article's origin: a file, or a part of one (a mail's attachment, a line of an export).

    `path` is relative to the folder, with forward slashes; `part` tells articles of one file apart
    and is None where the file is one article.
    """

    path: str
    sha256: str
    media_type: str
    part: str | None = None
    url: str | None = None

    @property
    def key(self) -> str:
        """Names this article in the folder: the path, and the part where there is one."""
        return self.path if self.part is None else f"{self.path}#{self.part}"


class BlockKind(Enum):
    """What a block of the text as read is. Only HEADLINE and the three of `QUOTABLE` speak for the article."""

    BODY = "body"
    QUOTE = "quote"  # a quotation set as a block of its own
    LIST = "list"  # items of a list in the body
    HEADLINE = "headline"
    STANDFIRST = "standfirst"  # the sub-headline or summary under the headline
    DATELINE = "dateline"  # a line that holds nothing but place and date
    BYLINE = "byline"
    CAPTION = "caption"  # read for names, never quoted
    MENU = "menu"
    SHARE = "share"
    NOTICE = "notice"  # cookies, privacy, sign-up, disclaimers
    RELATED = "related"  # headlines of other articles
    COMMENT = "comment"  # readers' comments and their counts
    FOOTER = "footer"
    COPYRIGHT = "copyright"
    IMAGES = "images"  # addresses of pictures, srcset rests
    REPEATED = "repeated"  # the same line in several files of one site
    OTHER = "other"  # left out for the reason given


QUOTABLE = frozenset({BlockKind.BODY, BlockKind.QUOTE, BlockKind.LIST})


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text as read: what stands between blank lines, or one block element.

    `number` counts blocks from 1 in reading order, left-out ones included. `reason` is the code of why
    it is taken for `kind` ("cookie-words", "srcset", "link-line"); empty for plain body.
    `page` is the page of a paged file, from 1, else None.
    """

    span: Span
    kind: BlockKind
    number: int
    reason: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Clue:
    """Metadata as found and not yet judged: `kind` such as "jsonld:datePublished", `meta:article:published_time`,
    "line:dateline", "url", "filename", "mail:date"; `value` verbatim; `where` for people ("meta article:published_time",
    "line 5"); `span` where it stands in the text as read, None when it stands outside of it (a header, a tag)."""

    kind: str
    value: str
    where: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A thing found out about an article, with the ground it rests on.

    `basis` is a code ("jsonld", "meta", "headline", "copyright-line", "title-tail", "person" when a
    `briefing.toml` says so); `quote` the words it was read from; `others` the rejected candidates.
    """

    value: str
    basis: str
    quote: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """What was read from a source. `text` is kept whole, as read; everything else points into it.

    "Verbatim" means: a span of this text. `language` is an ISO 639-1 code, "" when not known.
    `title`, `outlet`, `authors` are None or empty when the file does not say.
    """

    source: Source
    language: str
    text: str
    blocks: tuple[Block, ...]
    clues: tuple[Clue, ...] = ()
    title: Finding | None = None
    outlet: Finding | None = None
    authors: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or what is left of one, of a quotable block.

    `broken` is the code of why it can't be quoted ("lower-case-start", "ends-on-title", "after-title",
    "ends-in-the-middle", "after-the-middle", "open-quotation", "open-bracket", "no-finite-verb", "cut-by-next"), None for
    a whole sentence.
    `may_break_off`: whole, but ends on an abbreviation that may have been cut ("the U.S.").
    """

    span: Span
    block: int
    broken: str | None = None
    may_break_off: bool = False


# --------------------------------------------------------------------------- dates


class Granularity(IntEnum):
    """The grain of a date, finest first."""

    DAY = 1
    WEEKEND = 2
    WEEK = 3
    MONTH = 4
    QUARTER = 5
    SEASON = 6
    HALF = 7
    YEAR = 8
    DECADE = 9
    CENTURY = 10
    RANGE = 11  # first and last day given or worked out; no calendar unit of its own


class Part(Enum):
    """Which part of its unit an interval is: "early March" keeps the month's name."""

    WHOLE = "whole"
    START = "start"
    MID = "mid"
    END = "end"


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Calendar days `first` to `last`, both included. `unit` is the grain that was said.

    A bound has one open end: "since 2014" has `last` None, "by 10 January" has `first` None; never both.
    """

    first: date | None
    last: date | None
    unit: Granularity = Granularity.DAY
    part: Part = field(default=Part.WHOLE, compare=False)

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("an interval needs at least one end")
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"an interval ends before it begins: {self.first} > {self.last}")

    @classmethod
    def of_day(cls, day: date) -> Interval:
        return cls(day, day, Granularity.DAY)

    @property
    def is_day(self) -> bool:
        return self.first is not None and self.first == self.last

    @property
    def begin(self) -> date:
        """The first day, or the known end of a bound: what the timeline sorts by."""
        return self.first if self.first is not None else self.last  # type: ignore[return-value]

    @property
    def end(self) -> date:
        """The last day, or the known end of a bound."""
        return self.last if self.last is not None else self.first  # type: ignore[return-value]

    @property
    def days(self) -> int | None:
        """How many days, None for a bound."""
        return None if self.first is None or self.last is None else (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def overlaps(self, other: Interval, slack: int = 0) -> bool:
        """Whether both share a day, or come within `slack` days of it."""
        gap = timedelta(days=slack)
        after = self.first is not None and other.last is not None and self.first - gap > other.last
        before = self.last is not None and other.first is not None and self.last + gap < other.first
        return not (after or before)

    def __str__(self) -> str:
        """ISO 8601: 2022-01-09, 2022-01-13/2022-01-16, ../2022-01-10."""
        if self.is_day:
            return str(self.first)
        return f"{self.first or '..'}/{self.last or '..'}"


class Basis(Enum):
    """How a date is known. STATED: a full date (or year, or month of a year) stands in the text. RESOLVED: the
    expression and the source's own stated publication date. INFERRED: borrowed from another source, or from
    weekday arithmetic alone."""

    STATED = "stated"
    RESOLVED = "resolved"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the trace: the code of a named step and its facts, in the order of the catalogue's sentence.
    Facts are days, intervals or verbatim words."""

    code: str
    facts: tuple[date | Interval | str, ...] = ()


class Genre(Enum):
    """NEWS anchors on its publication date, NARRATIVE on the last date of its own text; AUTO: the text decides."""

    NEWS = "news"
    NARRATIVE = "narrative"
    AUTO = "auto"


class Tense(Enum):
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """One temporal expression as read, not yet resolved. `text` is the surface at `span`; `timex` its neutral value;
    `rule` the name of the row that read it; `tense` that of its clause; `open_to` -1 where the word before makes it
    a bound that is open to the past ("until Friday"), +1 to the future ("since 2011"), else None."""

    span: Span
    text: str
    timex: Timex
    rule: str
    tense: Tense = Tense.UNKNOWN
    open_to: int | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that relative expressions of an article count from.

    `day` None: nothing to count from, only full dates resolve. `basis` STATED when the article itself states its
    publication date, INFERRED when the day rests on its own text or on a sister. `code` says which
    ("published", "own-latest-date", "lent-by-sister", "person"); `lent_by` is the sister's key, else None.
    `year` is a lent year that completes day-and-month expressions where `day` is None.
    """

    day: date | None
    basis: Basis
    code: str
    lent_by: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """A mention with what it means. `interval` is None for durations, repetitions and vague words, and for what can't be
    resolved; `reason` is then the code of why ("duration", "repetition", "vague", "no-anchor", "impossible-date",
    "out-of-calendar"). `second` is the other reading of an ambiguous expression, first in reading order last.
    `problem` is a code where something is wrong although a day was found ("weekday-contradicts"). `assumed` is what annotators
    would write (TIMEX3) where the reader is told less or something else; None where both are the same."""

    mention: Mention
    interval: Interval | None
    basis: Basis | None
    steps: tuple[Step, ...] = ()
    second: Interval | None = None
    reason: str | None = None
    problem: str | None = None
    assumed: Interval | None = None

    @property
    def span(self) -> Span:
        return self.mention.span


# --------------------------------------------------------------------------- publication


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reading of one clue: the day it gives (None when it can't be read), and `code`: how it is used or why not
    ("jsonld", "meta", "dateline", "byline", "url", "filename", "mail", ... ; "modified", "copyright-line",
    "reading-time", "related", "future", "unreadable" for the rejected)."""

    code: str
    day: date | None
    quote: str
    where: str = ""
    rank: int = 99
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """When an article was published (the DCT of the literature), on what evidence; losers and rejected stay visible."""

    day: date
    evidence: Evidence
    agreeing: tuple[Evidence, ...] = ()
    others: tuple[Evidence, ...] = ()
    set_by_person: bool = False


# --------------------------------------------------------------------------- one article, stage by stage


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with its sentences and unresolved mentions: all that is known from the file alone."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    genre: Genre
    published: PublicationDate | None
    rejected: tuple[Evidence, ...] = ()
    names: tuple[Name, ...] = ()

    @property
    def key(self) -> str:
        return self.article.source.key


@dataclass(frozen=True, slots=True)
class DatedArticle:
    """An annotated article in its folder: the anchor it got, and bounds where no date is stated.
    `not_before` is the latest day its own text shows it to know of, None when dated or not known."""

    annotated: AnnotatedArticle
    anchor: Anchor
    not_before: date | None
    resolutions: tuple[Resolution, ...]

    @property
    def article(self) -> Article:
        return self.annotated.article

    @property
    def key(self) -> str:
        return self.annotated.key

    @property
    def published(self) -> PublicationDate | None:
        return self.annotated.published


# --------------------------------------------------------------------------- names, events, timeline


class NameKind(Enum):
    PERSON = "person"
    BODY = "body"  # organisation
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed once: `text` without its descriptor, `descriptor` the words before or after it that say what it is.
    `key` is equal for two prints that tables alone show to be one (Russia, Russian; OSCE and its long form)."""

    span: Span
    text: str
    kind: NameKind
    descriptor: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One bearer of a name across sources (person, body or place). `variants` are (spelling, source key) as printed,
    fullest first; `descriptors` are (words, source key) verbatim; `why` says on what evidence variants were joined."""

    id: str
    kind: NameKind
    variants: tuple[tuple[str, str], ...]
    descriptors: tuple[tuple[str, str], ...] = ()
    why: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """Followable to the character: `span` in the text as read of source `key`; `quote` its words with white space folded."""

    key: str
    span: Span
    quote: str
    block: int

    @property
    def place(self) -> tuple[str, int]:
        """Source key and first character: no two sentences share it."""
        return self.key, self.span.start


@dataclass(frozen=True, slots=True)
class Event:
    """A dated sentence of one article. `resolution` governs its day; `others` are further dates in the sentence.
    `who` holds ids of `Person`s named; `attribution` the words that say who says it, None if nobody is named as saying it;
    `saying` is True where the day is that of the saying, not of what is said."""

    citation: Citation
    resolution: Resolution
    others: tuple[Resolution, ...] = ()
    who: frozenset[str] = frozenset()
    attribution: str | None = None
    saying: bool = False

    @property
    def interval(self) -> Interval:
        assert self.resolution.interval is not None
        return self.resolution.interval


@dataclass(frozen=True, slots=True)
class Statement:
    """A whole sentence without a date of its own. `continues` is the id of the dated entry of its article that it tells on
    about, None if that can't be shown. `may_break_off` as in `Sentence`. `also` cites other sources that tell the same
    (in so many independent `texts`), `same_as` is the id of a dated entry of another source that does, None where there is none; `why` are the steps of
    either. `id` hangs on the citation, as that of an entry does; "" until the whole folder is known."""

    citation: Citation
    who: frozenset[str] = frozenset()
    attribution: str | None = None
    may_break_off: bool = False
    continues: str | None = None
    unresolved: tuple[Resolution, ...] = ()
    id: str = ""
    also: tuple[Citation, ...] = ()
    texts: int = 1
    same_as: str | None = None
    why: tuple[Step, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All sentences that tell it, the quoted one first."""
        return (self.citation, *self.also)


@dataclass(frozen=True, slots=True)
class Fragment:
    """A broken sentence: listed verbatim with the code of the reason, never joined, never an item."""

    citation: Citation
    reason: str


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One readable part of why an entry matters: its code and how much it adds."""

    code: str
    value: float


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as told by one or more sources. `id` hangs on the citation of the quoted telling, not on the order.
    `events[0]` is the telling that is quoted. `texts` counts independent texts (near-copies count once).
    `why` are the steps of the merge, empty for one telling. `set_by_person`: codes of what a `briefing.toml` changed."""

    id: str
    interval: Interval
    events: tuple[Event, ...]
    texts: int = 1
    score: tuple[ScorePart, ...] = ()
    why: tuple[Step, ...] = ()
    set_by_person: tuple[str, ...] = ()
    title: str | None = None

    @property
    def quoted(self) -> Event:
        return self.events[0]

    @property
    def keys(self) -> tuple[str, ...]:
        """The sources that tell it, each once, in the order of `events`."""
        return tuple(dict.fromkeys(event.citation.key for event in self.events))

    @property
    def points(self) -> float:
        return sum(part.value for part in self.score)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two entries that may contradict each other. `kind`: "day", "figure", "denial", "name", "update"; `shared` the words
    both hold; `facts` the values that differ."""

    kind: str
    entries: tuple[str, ...]
    shared: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Copies:
    """Sources with the same text: `exact` (byte for byte or word for word), else near-copies; one text, one witness."""

    keys: tuple[str, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, as several sources tell it within a few days. `keys`: those sources, sorted; `words`: what
    their sentences have in common, as printed, heaviest first; `head`: the id of the entry, where none is dated of the
    statement, that tells it best; `told`: the ids of the other entries and statements that hold its words, in their order."""

    keys: tuple[str, ...]
    words: tuple[str, ...]
    head: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the folder tells. Entries are sorted by first day, last day, unit, source; statements by source and place.
    `as_of` None when no source states a date and nobody set one. `period` the days that "Period covered" holds.
    `stories` groups source keys that tell one story (one group when the folder holds one); `happenings` are within them.
    `glance` the ids of the entries chosen for "At a glance", in the order of the note; `foremost` all ids, the entries
    that a long note prints at full length first.
    `left_out` the entries that a person dropped, or that days and numbers asked for leave no room for.
    `aside` the keys of articles that tell nothing here: published after the as-of date, or of another story than asked for."""

    entries: tuple[Entry, ...]
    statements: tuple[Statement, ...]
    fragments: tuple[Fragment, ...]
    differences: tuple[Difference, ...] = ()
    people: tuple[Person, ...] = ()
    copies: tuple[Copies, ...] = ()
    stories: tuple[tuple[str, ...], ...] = ()
    as_of: date | None = None
    as_of_code: str = "newest-source"
    period: Interval | None = None
    glance: tuple[str, ...] = ()
    left_out: tuple[Entry, ...] = ()
    aside: tuple[str, ...] = ()
    happenings: tuple[Happening, ...] = ()
    foremost: tuple[str, ...] = ()


# --------------------------------------------------------------------------- problems


class Severity(IntEnum):
    NOTE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one file or expression: a value, never an exception. `code` and `facts` become one sentence and
    its remedy in the catalogue; `path` is the source key or file, None for the folder; `where` a place in it ("line 5")."""

    code: str
    severity: Severity
    path: str | None = None
    where: str = ""
    facts: tuple[str, ...] = ()


# --------------------------------------------------------------------------- the whole


@dataclass(frozen=True, slots=True)
class Result:
    """All that a build found out, before a word of the note is chosen: what the data formats write and `build` returns.

    `dated` holds every article that was read, in the order of their keys; `problems` what is wrong, in the same order.
    """

    timeline: Timeline
    dated: tuple[DatedArticle, ...]
    problems: tuple[Problem, ...]
