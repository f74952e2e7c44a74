"""The tokens of a house style: what writers draw from.

Units: sizes, leadings, rules and spaces are points; paper and columns are millimetres; colours are "#RRGGBB".
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SMALLEST = 9.0  # points: nothing in print is ever smaller
PDF_FONTS = frozenset(
    {"Times-Roman", "Times-Bold", "Times-Italic", "Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Courier"}
)  # every PDF reader brings these itself; Latin letters only
SOURCE_FACES = frozenset({"source", "title"})


@dataclass(frozen=True, slots=True)
class Face:
    """A font: `file` is a static TrueType file, or None for one of the fonts that PDF readers bring themselves."""

    name: str
    file: Path | None


@dataclass(frozen=True, slots=True)
class Faces:
    """SOURCE and TITLE speak for the sources, the other three for the tool."""

    source: Face
    title: Face
    tool: Face
    strong: Face
    marking: Face


@dataclass(frozen=True, slots=True)
class DocxFonts:
    """Font names for Word, which sets with the fonts of the reader's machine."""

    source: str
    tool: str
    east_asian: str
    complex: str


@dataclass(frozen=True, slots=True)
class HtmlFonts:
    """CSS font lists behind the style's own faces."""

    source: str
    tool: str


@dataclass(frozen=True, slots=True)
class Colours:
    ink: str
    accent: str
    secondary: str
    tint: str
    hairline: str


@dataclass(frozen=True, slots=True)
class Screen:
    """What only a screen has: the ground, the pane of source texts and the cards on it, and the one highlight, which means
    "this is the passage"."""

    ground: str
    pane: str
    card: str
    mark: str
    mark_ink: str
    mark_bar: str


@dataclass(frozen=True, slots=True)
class Dark:
    """All colours of a page for readers whose system asks for dark ones."""

    ink: str
    accent: str
    secondary: str
    tint: str
    hairline: str
    ground: str
    pane: str
    card: str
    mark: str
    mark_ink: str
    mark_bar: str


@dataclass(frozen=True, slots=True)
class Type:
    """How one kind of text is set: `face` a field of `Faces`, `colour` a field of `Colours`, `tracking` points
    added after each letter."""

    face: str
    size: float
    leading: float
    colour: str = "ink"
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Types:
    """How the words of each role of `document.Role` are set (with _ for -); TITLE_LONG is a title over three lines."""

    kicker: Type
    marking: Type
    title: Type
    title_long: Type
    heading: Type
    aside: Type
    band: Type
    column: Type
    fact_label: Type
    fact: Type
    glance_date: Type
    glance: Type
    entry: Type
    statement: Type
    source_title: Type
    fragment: Type
    number: Type
    date: Type
    basis: Type
    strip: Type
    note: Type
    who: Type
    detail: Type
    small: Type
    gap: Type
    audit: Type
    key: Type
    running: Type
    axis: Type
    label: Type


@dataclass(frozen=True, slots=True)
class CitationType:
    """Citations stand on the line, `scale` times the size of their text, never below `SMALLEST`."""

    face: str
    scale: float
    colour: str

    def size(self, around: float) -> float:
        return max(SMALLEST, around * self.scale)


@dataclass(frozen=True, slots=True)
class Rules:
    head: float
    row: float


@dataclass(frozen=True, slots=True)
class Space:
    heading_before: float
    heading_before_page1: float
    heading_after: float
    row: float


@dataclass(frozen=True, slots=True)
class Page:
    """A paper and its margins; `footer` is the distance of the footer's baseline from the edge."""

    width: float
    height: float
    top: float
    side: float
    bottom: float
    footer: float

    @property
    def text(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.side


Widths = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of each table of `document.TableRole`, and of the title block's facts; 0 takes what the others leave."""

    facts: Widths
    glance: Widths
    timeline: Widths
    statements: Widths
    who: Widths
    sources: Widths
    gaps: Widths
    fragments: Widths
    audit: Widths
    annex: Widths


@dataclass(frozen=True, slots=True)
class Style:
    """A house style. `stacked`: one column everywhere, the rail above its text (large print). `logo` and
    `reference` are None where the folder has none."""

    name: str
    description: str
    folder: Path
    faces: Faces
    docx: DocxFonts
    html: HtmlFonts
    colours: Colours
    screen: Screen
    dark: Dark
    types: Types
    citation: CitationType
    rules: Rules
    space: Space
    a4: Page
    letter: Page
    columns: Columns
    logo: Path | None = None
    reference: Path | None = None
    stacked: bool = False

    def page(self, paper: str) -> Page:
        """`paper` is "a4" or "letter"."""
        return self.letter if paper == "letter" else self.a4

    def type(self, role: str) -> Type:
        """How words of a `document.Role` are set."""
        kind: Type = getattr(self.types, role.replace("-", "_"))
        return kind

    def face(self, kind: Type | CitationType, *, source: bool | None = None, strong: bool = False) -> Face:
        """The font of a run: the type's own, or where its voice or weight differs the one that speaks so.
        `source`: these are words of a source (True) or of the tool (False); None: whoever the type is for."""
        own = kind.face in SOURCE_FACES
        if source is None or source == own:
            name = "strong" if strong and kind.face == "tool" else kind.face
        elif source:
            name = "source"
        else:
            name = "strong" if strong or kind.face == "title" else "tool"
        face: Face = getattr(self.faces, name)
        return face

    def colour(self, kind: Type | CitationType) -> str:
        colour: str = getattr(self.colours, kind.colour)
        return colour

    def widths(self, table: str, paper: str) -> Widths:
        """The columns of a `document.TableRole` on that paper, in millimetres."""
        widths: Widths = getattr(self.columns, table)
        rest = self.page(paper).text - sum(widths)
        return tuple(width or rest / widths.count(0) for width in widths)
