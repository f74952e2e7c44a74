"""The neutral document: what stands between content and ink.

`brief` decides every word, number and citation; a writer only draws. What only a writer can measure is left to it in
two forms: `Document.layouts` are ranked, the first whose front page fits is taken; a `Ref` is worded where it stands
("page 3" on paper, the section's name elsewhere). Text is data: a writer escapes it for its format and never reads it
as markup. Two voices: SOURCE are verbatim words of a file, TOOL are words of the catalogue.

Floors of the nouns: Inline < Paragraph < Cell < Row < Table < Section < Document.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from briefing.model import Span


class Voice(Enum):
    """Who speaks. SOURCE is set in serif and is verbatim; TOOL is set in sans and comes from the catalogue (names of
    outlets, files and options that the tool repeats count as its own words)."""

    SOURCE = "source"
    TOOL = "tool"


class MarkKind(StrEnum):
    """The four marks, always followed by their word."""

    STATED = "stated"  # a filled disc
    RESOLVED = "resolved"  # a disc, left half filled
    INFERRED = "inferred"  # a ring
    DIFFER = "differ"  # a diamond


class Role(StrEnum):
    """What a paragraph is; a style has one entry (face, size, leading, colour) for each."""

    KICKER = "kicker"  # BRIEFING NOTE
    MARKING = "marking"
    TITLE = "title"
    HEADING = "heading"  # a section's
    ASIDE = "aside"  # quiet words after a heading or in a band
    BAND = "band"  # a sub-heading across a table
    COLUMN = "column"  # a column's header
    FACT_LABEL = "fact-label"  # title block, left of the value
    FACT = "fact"
    GLANCE_DATE = "glance-date"
    GLANCE = "glance"  # source words, largest
    ENTRY = "entry"  # source words of the timeline and of differences
    STATEMENT = "statement"  # source words without a date
    SOURCE_TITLE = "source-title"
    FRAGMENT = "fragment"  # broken source words, smallest
    NUMBER = "number"  # an item's or source's
    DATE = "date"  # in the rail
    BASIS = "basis"  # the rail's second and further lines
    STRIP = "strip"  # before you rely on this
    NOTE = "note"  # the tool's running words
    WHO = "who"
    DETAIL = "detail"  # a source's second line
    SMALL = "small"  # a source's third line
    GAP = "gap"
    AUDIT = "audit"  # the appendix
    KEY = "key"  # how to read
    RUNNING = "running"  # header and footer
    AXIS = "axis"  # words on the drawing's axis
    LABEL = "label"  # source words in the drawing


# --------------------------------------------------------------------------- inlines


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words. `lang` (ISO 639-1) is "" where it is that of the document; `strong` semibold, `quiet` secondary."""

    text: str
    voice: Voice = Voice.TOOL
    strong: bool = False
    quiet: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Cite:
    """[n]: links to the anchor `target` of source `number`, and in an edition with texts to `span` of source `key`.
    Never begins a line: a writer binds it to what stands before it."""

    number: int
    target: str
    key: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """How a date is known, or that sources may differ. `label` is the word for those who can't see the shape."""

    kind: MarkKind
    label: str


@dataclass(frozen=True, slots=True)
class Link:
    """An http or https address, whole; a writer may break or shorten the `text` that it prints, never the `url`."""

    text: str
    url: str

    def __post_init__(self) -> None:
        if not self.url.lower().startswith(("http://", "https://")):
            raise ValueError(f"only http and https are linked: {self.url[:80]!r}")


@dataclass(frozen=True, slots=True)
class Jump:
    """Words that lead to an anchor of this document: "item 4", "A"."""

    text: str
    target: str
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """A place of this document, worded by the writer. `page` ("page {page}") where there are pages, `here` where both
    stand on page 1 ("" = as elsewhere), `place` (the section's name) where there are none."""

    target: str
    page: str
    place: str
    here: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """[…]: the tool left words out here."""


Inline = Text | Cite | Mark | Link | Jump | Ref | Cut
Inlines = tuple[Inline, ...]


# --------------------------------------------------------------------------- blocks


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in one role. `anchor` names it as a target of links; `lang` as in `Text`, for the whole paragraph."""

    inlines: Inlines
    role: Role
    anchor: str = ""
    lang: str = ""


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading, with quiet words after it."""

    text: str
    anchor: str
    aside: Inlines = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the title block."""

    label: str
    value: Inlines


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """What, when, for whom. `facts` stand at the left, `people` (prepared for, by, and whose title it is) at the right."""

    kicker: str
    marking: str
    title: Text
    facts: tuple[Fact, ...]
    people: tuple[Fact, ...] = ()
    anchor: str = "title"


class TableRole(StrEnum):
    """Which table it is; a style has the widths of its columns."""

    GLANCE = "glance"  # date, sentence
    TIMELINE = "timeline"  # number, date and basis, sentence
    STATEMENTS = "statements"  # number, sentence
    WHO = "who"  # name, descriptors, items
    SOURCES = "sources"  # number, entry
    GAPS = "gaps"  # label, words
    FRAGMENTS = "fragments"  # letter, words
    AUDIT = "audit"  # expression, anchor, rule, result, unit, item
    ANNEX = "annex"  # number, date, opening words


@dataclass(frozen=True, slots=True)
class Row:
    """A row, one cell for each column of the table. The first cell is its header where `Table.row_header`.
    Where cells are missing, the last one takes their columns. `day`: of an item that is dated to one, for machines."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A sub-heading across the columns; `continued` follows it where it is repeated on the next page."""

    text: Inlines
    anchor: str
    aside: str = ""
    continued: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in columns. `columns` are the headers (all empty: no header row); `label` says what it is to those who can't
    see it. Header row and current band repeat on each page."""

    role: TableRole
    columns: tuple[str, ...]
    rows: tuple[Row | Band, ...]
    label: str
    row_header: bool = False

    @property
    def has_header(self) -> bool:
        return any(self.columns)


@dataclass(frozen=True, slots=True)
class Strip:
    """Before you rely on this: one tinted strip."""

    inlines: Inlines
    anchor: str = "caveats"


@dataclass(frozen=True, slots=True)
class Sides:
    """A difference: what differs, then the quotes side by side (none where one line says it all)."""

    lead: Paragraph
    sides: tuple[Cell, ...]
    anchor: str


# --------------------------------------------------------------------------- the drawing


@dataclass(frozen=True, slots=True)
class AxisCell:
    """A stretch of the axis between two ticks; `at` and `to` in 0..1 of its width. `label` stands in its middle,
    `under` on a second line where the month or year begins."""

    at: float
    to: float
    label: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """The drawing's time axis. `breaks` are places (0..1) where years or days are left out. `ahead` is where the days
    after the as-of date begin, None where none are drawn; `as_of` and `ahead_word` are the words at that border."""

    cells: tuple[AxisCell, ...]
    breaks: tuple[float, ...] = ()
    ahead: float | None = None
    as_of: str = ""
    ahead_word: str = ""


@dataclass(frozen=True, slots=True)
class DrawingRow:
    """An item in the drawing. `at` is the middle of its day in 0..1; a bar reaches from `at` to `to`. `words` are the
    source's opening words, uncut: a writer cuts them at a word boundary to its space and adds " …"."""

    number: int
    target: str
    mark: Mark
    words: str
    at: float
    to: float | None = None
    lang: str = ""


@dataclass(frozen=True, slots=True)
class DrawingColumn:
    """Items of one tick stacked, in the density form; `more` are those above five, not drawn one by one."""

    at: float
    items: tuple[tuple[int, str, Mark], ...]  # number, target, mark
    more: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """The timeline's shape: either one row per item or, in the density form, columns of marks. `alt` says it in words."""

    axis: Axis
    alt: str
    rows: tuple[DrawingRow, ...] = ()
    columns: tuple[DrawingColumn, ...] = ()


Block = TitleBlock | Paragraph | Table | Strip | Sides | Drawing


# --------------------------------------------------------------------------- the source texts


@dataclass(frozen=True, slots=True)
class Words:
    """Verbatim characters of a text as read, nothing folded or left out. `dated`: they are an expression of time."""

    text: str
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Working:
    """How the date of an item came about, as a ladder: label and words; the last rung is the result.
    `title` says whose date it is, `also` what else was read in the sentence. No rungs: it has no date of its own."""

    item: int
    title: Inlines
    rungs: tuple[tuple[str, Inlines], ...] = ()
    also: Inlines = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a line, or what is left of one. `number` counts from 1 within the line; `span` is where it stands in
    the text as read. `items` quote it, ascending. `fragment` is its letter where it is broken; `reason` says why it is
    not quoted, `label` what the tool puts behind it in brackets."""

    words: tuple[Words, ...]
    number: int
    span: Span
    items: tuple[int, ...] = ()
    fragment: str = ""
    reason: Inlines = ()
    label: str = ""
    workings: tuple[Working, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A non-empty line of a text as read, whole: `parts` in order. Lines that a sentence runs through are one, `number` to
    `last`. `left_out` is the reason of a line that is not quoted; `note` what the line gave (a title, a date)."""

    number: int
    parts: tuple[Words | Passage, ...]
    span: Span
    last: int = 0
    left_out: Inlines = ()
    note: Inlines = ()
    page: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Lines that this edition does not hold, in words: "12 lines not included"."""

    words: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of source `number` as read. `detail` is outlet, publication date and how it is known; `counts` says how
    many lines there are of each kind. `lang` as in `Text`."""

    number: int
    key: str
    title: Text
    detail: Inlines
    counts: str
    lines: tuple[Line | Skipped, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class SourceTexts:
    """What stands beside the note in an edition with texts. `says` names what it holds."""

    sources: tuple[SourceText, ...]
    says: str


# --------------------------------------------------------------------------- the whole


@dataclass(frozen=True, slots=True)
class Section:
    """A section in the order of the note. `code` names it for writers ("glance", "timeline", ...). `heading` None: its
    first block speaks for itself. `breaks_after`: on paper it begins a new page when the page is filled to at least
    that share (None: it flows)."""

    code: str
    heading: Heading | None
    blocks: tuple[Block, ...]
    breaks_after: float | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on every page. `footer` at the left, `page` ("Page {page} of {pages}") at the right; a TLP label takes
    the right and sends the page number to the middle. `unset` ("[{n} words in {script} not set]") stands where a writer
    can't set a script rightly."""

    header: Text
    footer: str
    page: str
    marking: str = ""
    tlp: bool = False
    unset: str = "[{n}: {script}]"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says about itself. `built` is the day that the caller gave, no clock."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    built: date


@dataclass(frozen=True, slots=True)
class Document:
    """The note. `layouts` are ranked: the same note with its front page ever shorter; a writer without pages takes the
    first. `front` names the sections that should fit on page 1. `key` says how to read it, at the foot of page 1.
    `whole` is the note without the limits that print has, for editions without pages (empty: as `sections`). `texts` are for
    editions that show the sources, else None. `paper` is "a4" or "letter"; `edition` is "", "one-page", "large-print"; `bw` asks
    for black and grey only. `direction` is "rtl" for a note that is laid out from the right, "ltr" for one that is not, "auto":
    as its sentences run."""

    lang: str
    layouts: tuple[tuple[Section, ...], ...]
    key: tuple[Paragraph, ...]
    furniture: Furniture
    metadata: Metadata
    as_of: date | None = None
    paper: str = "a4"
    edition: str = ""
    bw: bool = False
    direction: str = "auto"
    front: tuple[str, ...] = ("title", "glance", "caveats", "drawing", "differences")
    whole: tuple[Section, ...] = ()
    texts: SourceTexts | None = None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The fullest layout that print may take."""
        return self.layouts[0]
