"""The named styles of the Word edition: `Style` tokens -> `w:style` elements. All looks of the note stand here.

A paragraph's style says what it is (Heading 1, Source Text, Date ...), a character style who speaks where that is not
the paragraph's own voice. Nothing is formatted directly, so that an editor changes a look in one place.
"""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import Any, Final

from briefing.document import Role
from briefing.render.docx.xml import Element, W, twips, w
from briefing.style import SOURCE_FACES, Style, Type

NAMES: Final = {
    Role.KICKER: "Kicker",
    Role.MARKING: "Marking",
    Role.TITLE: "Title",
    Role.HEADING: "Heading 1",
    Role.ASIDE: "Heading Aside",
    Role.BAND: "Heading 2",
    Role.COLUMN: "Column Head",
    Role.FACT_LABEL: "Fact",
    Role.FACT: "Fact",
    Role.GLANCE_DATE: "Date at a Glance",
    Role.GLANCE: "Source Text at a Glance",
    Role.ENTRY: "Source Text",
    Role.STATEMENT: "Source Text Small",
    Role.SOURCE_TITLE: "Source Title",
    Role.FRAGMENT: "Source Fragment",
    Role.NUMBER: "Item Number",
    Role.DATE: "Date",
    Role.BASIS: "Date Basis",
    Role.STRIP: "Warning Strip",
    Role.NOTE: "Tool Note",
    Role.WHO: "Who",
    Role.DETAIL: "Source Detail",
    Role.SMALL: "Source Detail Small",
    Role.GAP: "Gap",
    Role.AUDIT: "Audit",
    Role.KEY: "Reading Key",
    Role.RUNNING: "Footer",
    Role.AXIS: "Tool Note",
    Role.LABEL: "Source Text Small",
}
NORMAL: Final = "Normal"
HEADER: Final = "Header"
FIRST_HEADER: Final = "Header First Page"
FOOTER: Final = "Footer"
LONG_TITLE: Final = "Title Long"
LETTER: Final = "Fragment Letter"
FACT: Final = "Fact"
FACT_BESIDE: Final = "Fact Beside"
FACT_LABEL: Final = "Fact Label"
FIGURE: Final = "Figure"
CITATION: Final = "Citation"
HYPERLINK: Final = "Hyperlink"
MARK: Final = "Mark"  # the small picture of how a date is known
HANDLING: Final = "Handling Marking"
SPACER: Final = "Between Tables"  # Word joins tables that touch
RULED: Final = "Briefing Table"  # a header row over a rule
ROWS: Final = "Briefing Rows"  # a rule, then rows
RULED_SMALL: Final = "Briefing Table Small"  # the same for small type: less air
ROWS_SMALL: Final = "Briefing Rows Small"
LIST: Final = "Briefing List"  # rows without rules
FACTS: Final = "Briefing Facts"  # the title block
SIDES: Final = "Briefing Sides"  # quotes side by side
WEIGHTS: Final = ("", " Strong", " Quiet")


def ident(name: str) -> str:
    """The id of a named style; Word knows its own styles by it ("Heading1")."""
    return name.replace(" ", "")


def role_style(role: Role) -> str:
    return ident(NAMES[role])


def speaks_for_source(role: Role, style: Style) -> bool:
    """Whether words in this role are a source's own where nothing else is said."""
    return style.type(role).face in SOURCE_FACES


def voice_style(*, source: bool, strong: bool, quiet: bool) -> str:
    """The character style of a voice that is not the paragraph's own."""
    return ident(("Source Words" if source else "Tool Words") + (" Strong" if strong else " Quiet" if quiet else ""))


# --------------------------------------------------------------------------- all of them


def all_styles(style: Style, lang: str, paper: str, *, mirrored: bool = False) -> list[Element]:
    """Every style of the note, and the defaults first (`w:docDefaults`). `mirrored`: lines end at the right edge."""
    made = [
        _defaults(style, lang),
        _paragraph(NORMAL, style.types.note, style, after=0, based=None),
        *_roles(style),
        _paragraph(LONG_TITLE, style.types.title_long, style, before=2, after=5, keep=True),
        _paragraph(
            LETTER,
            replace(style.types.number, size=style.types.fragment.size, leading=style.types.fragment.leading),
            style,
        ),
        *_facts(style, paper),
        *_running(style, style.page(paper).text),
        _paragraph(FIGURE, style.types.note, style, after=2, exact=False),
        _paragraph(SPACER, replace(style.types.note, size=2, leading=3), style),
        *_voices(style),
        *_links(style),
        *_tables(style),
    ]
    return _turned(made) if mirrored else made


def _turned(made: list[Element]) -> list[Element]:
    """The styles of a note that is laid out from the right: all but what stands on tab stops ends at the right edge, and
    the strip has its bar there."""
    made[0].find(f".//{{{W}}}pPr").append(w("jc", val="end"))
    for name in (FACT, FACT_BESIDE, HEADER, FIRST_HEADER, FOOTER):
        style = next(element for element in made if element.get(f"{{{W}}}styleId") == ident(name))
        style.find(f"{{{W}}}pPr").append(w("jc", val="start"))
    strip = next(element for element in made if element.get(f"{{{W}}}styleId") == ident("Warning Strip"))
    bar, indent = strip.find(f".//{{{W}}}pBdr")[0], strip.find(f".//{{{W}}}ind")
    bar.tag = f"{{{W}}}right"
    left, right = f"{{{W}}}left", f"{{{W}}}right"
    edges = indent.get(left), indent.get(right)
    indent.set(right, edges[0])
    indent.set(left, edges[1])
    return made


def _defaults(style: Style, lang: str) -> Element:
    fonts = w(
        "rFonts", ascii=style.docx.tool, hAnsi=style.docx.tool, eastAsia=style.docx.east_asian, cs=style.docx.complex
    )
    size = style.types.note.size
    properties = w("rPr", fonts, w("sz", val=round(2 * size)), w("szCs", val=round(2 * size)), w("lang", val=lang))
    spacing = w("pPr", w("spacing", after=0, line=240, lineRule="auto"))
    return w("docDefaults", w("rPrDefault", properties), w("pPrDefault", spacing))


def _roles(style: Style) -> list[Element]:
    """One paragraph style for each role; where two roles share a name, the first one's type holds."""
    space = style.space
    special: dict[str, dict[str, Any]] = {
        "Title": {"before": 2, "after": 5, "keep": True},
        "Heading 1": {"before": space.heading_before, "after": space.heading_after, "keep": True, "outline": 0},
        "Heading 2": {
            "before": 1,
            "after": 0,
            "keep": True,
            "outline": 1,
        },
        "Warning Strip": {"before": 6, "after": 6, "strip": True},
        "Reading Key": {"before": 3, "after": 0},
        "Column Head": {"keep": True},
        "Heading Aside": {"keep": True, "after": 3},
    }
    made: dict[str, Element] = {}
    for role, name in NAMES.items():
        if name not in (FOOTER, FACT):
            made.setdefault(name, _paragraph(name, style.type(role), style, **special.get(name, {})))
    return list(made.values())


def _facts(style: Style, paper: str) -> list[Element]:
    """The rows of the title block: the label, a tab, and the value indented behind it."""
    widths = style.widths("facts", paper)
    label, beside = widths[0], widths[2]
    if style.stacked:
        label = beside = max(label, beside) * 1.4
    return [
        _paragraph(name, style.types.fact, style, hang=twips(width))
        for name, width in ((FACT, label), (FACT_BESIDE, beside))
    ]


def _running(style: Style, width: float) -> list[Element]:
    """Header and footer, with tab stops in the middle and at the right of a text `width` millimetres wide."""
    kind, hairline = style.types.running, style.colours.hairline
    right, middle = (w("tab", val=where, pos=twips(at)) for where, at in (("right", width), ("center", width / 2)))
    return [
        _paragraph(HEADER, kind, style, after=4, rule=("bottom", hairline, style.rules.row), tabs=w("tabs", right)),
        _paragraph(FIRST_HEADER, kind, style, tabs=w("tabs", copy(right))),
        _paragraph(FOOTER, kind, style, tabs=w("tabs", middle, copy(right))),
    ]


def _paragraph(
    name: str,
    kind: Type,
    style: Style,
    *,
    before: float = 0,
    after: float = 0,
    keep: bool = False,
    outline: int | None = None,
    rule: tuple[str, str, float] | None = None,
    strip: bool = False,
    tabs: Element | None = None,
    hang: int = 0,
    exact: bool = True,
    based: str | None = NORMAL,
) -> Element:
    leading = round(kind.leading * 20)
    properties = w(
        "pPr",
        w("keepNext") if keep else None,
        _border(rule, strip=strip, style=style),
        w("shd", val="clear", color="auto", fill=style.colours.tint[1:]) if strip else None,
        w("tabs", w("tab", val="left", pos=hang)) if hang else tabs,
        w(
            "spacing",
            before=round(before * 20),
            after=round(after * 20),
            line=leading if exact else None,
            lineRule="atLeast" if exact else None,
        ),
        w("ind", left=210, right=57) if strip else w("ind", left=hang, hanging=hang) if hang else None,
        w("outlineLvl", val=outline) if outline is not None else None,
    )
    return w(
        "style",
        w("name", val=_word_name(name)),
        w("basedOn", val=ident(based)) if based else None,
        w("next", val=ident("Tool Note")) if outline is not None else None,
        w("qFormat"),
        properties,
        _run(kind, style),
        type="paragraph",
        styleId=ident(name),
        default="1" if based is None else None,
        customStyle=None if name in _OF_WORD else "1",
    )


_OF_WORD: Final = frozenset({"Normal", "Title", "Heading 1", "Heading 2", "Header", "Footer", "Date", "Hyperlink"})


def _word_name(name: str) -> str:
    """Word writes the names of its own headings and page furniture in lower case."""
    return name.lower() if name in _OF_WORD - {"Normal", "Title", "Date", "Hyperlink"} else name


def _border(rule: tuple[str, str, float] | None, *, strip: bool, style: Style) -> Element | None:
    if strip:
        return w("pBdr", w("left", val="single", sz=36, space=6, color=style.colours.accent[1:]))
    if rule is None:
        return None
    side, colour, points = rule
    return w("pBdr", w(side, val="single", sz=max(2, round(points * 8)), space=1, color=colour[1:]))


def _run(kind: Type, style: Style, *, size: float | None = None) -> Element:
    """The letters of a type. Bold stands for the style's semibold: Word has no other weight of its fonts."""
    font = style.docx.source if kind.face in SOURCE_FACES else style.docx.tool
    points = kind.size if size is None else size
    return w(
        "rPr",
        w("rFonts", ascii=font, hAnsi=font, eastAsia=style.docx.east_asian, cs=style.docx.complex),
        *((w("b"), w("bCs")) if kind.face not in ("source", "tool") else ()),
        w("color", val=style.colour(kind)[1:]),
        w("spacing", val=round(kind.tracking * 20)) if kind.tracking else None,
        w("sz", val=round(points * 2)),
        w("szCs", val=round(points * 2)),
    )


def _voices(style: Style) -> list[Element]:
    return [_voice(source=source, weight=weight, style=style) for source in (True, False) for weight in WEIGHTS]


def _voice(*, source: bool, weight: str, style: Style) -> Element:
    font = style.docx.source if source else style.docx.tool
    return _character(
        ("Source Words" if source else "Tool Words") + weight,
        w("rFonts", ascii=font, hAnsi=font, eastAsia=style.docx.east_asian, cs=style.docx.complex),
        *((w("b"), w("bCs")) if weight == " Strong" else (w("b", val=0), w("bCs", val=0))),
        w("color", val=style.colours.secondary[1:]) if weight == " Quiet" else None,
    )


def _character(name: str, *properties: Element | None) -> Element:
    return w(
        "style",
        w("name", val=name),
        w("qFormat"),
        w("rPr", *properties),
        type="character",
        styleId=ident(name),
        customStyle=None if name in _OF_WORD else "1",
    )


def _links(style: Style) -> list[Element]:
    font = style.docx.tool
    size = style.citation.size(style.types.entry.size)
    citation = _character(
        CITATION,
        w("rFonts", ascii=font, hAnsi=font, cs=font),
        w("b"),
        w("bCs"),
        w("color", val=style.colour(style.citation)[1:]),
        w("sz", val=round(size * 2)),
        w("szCs", val=round(size * 2)),
    )
    return [
        citation,
        _character(HYPERLINK, w("color", val=style.colours.accent[1:]), w("u", val="single")),
        _character(FACT_LABEL, *_run(style.types.fact_label, style)),
        _character(MARK, w("position", val=-1)),
        _character(HANDLING, *_run(style.types.marking, style)),
    ]


# --------------------------------------------------------------------------- tables


def _tables(style: Style) -> list[Element]:
    head = ("single", style.rules.head, style.colours.accent)
    row = ("single", style.rules.row, style.colours.hairline)
    grey = ("single", style.rules.row, style.colours.secondary)
    pad, small = round(style.space.row * 20), round(style.space.row * 8)
    return [
        _table(RULED, {"bottom": row, "insideH": row}, pad, first_row=head),
        _table(ROWS, {"top": head, "bottom": row, "insideH": row}, pad),
        _table(RULED_SMALL, {"bottom": row, "insideH": row}, small, first_row=head),
        _table(ROWS_SMALL, {"top": head, "bottom": row, "insideH": row}, small),
        _table(LIST, {}, 4),
        _table(FACTS, {"top": head, "bottom": grey}, 20),
        _table(SIDES, {"insideV": row}, 20, gap=170),
    ]


def _table(
    name: str,
    lines: dict[str, tuple[str, float, str]],
    pad: int,
    *,
    first_row: tuple[str, float, str] | None = None,
    gap: int = 0,
) -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    drawn = [_line(side, lines[side]) for side in sides if side in lines]
    margins = w(
        "tblCellMar",
        w("top", w=pad, type="dxa"),
        w("left", w=gap, type="dxa"),
        w("bottom", w=pad, type="dxa"),
        w("right", w=gap or 60, type="dxa"),
    )
    header = (
        w("tblStylePr", w("tcPr", w("tcBorders", _line("bottom", first_row))), type="firstRow") if first_row else None
    )
    return w(
        "style",
        w("name", val=name),
        w("qFormat"),
        w("tblPr", w("tblInd", w=-gap, type="dxa"), w("tblBorders", *drawn), margins),
        header,
        type="table",
        styleId=ident(name),
        customStyle="1",
    )


def _line(side: str, line: tuple[str, float, str]) -> Element:
    kind, points, colour = line
    return w(side, val=kind, sz=max(2, round(points * 8)), space=0, color=colour[1:])
