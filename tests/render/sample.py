"""A small note written by hand, with every kind of block and inline, for the tests of the writers."""

from datetime import date

from briefing.document import (
    Axis,
    AxisCell,
    Band,
    Cite,
    Cut,
    Document,
    Drawing,
    DrawingColumn,
    DrawingRow,
    Fact,
    Furniture,
    Heading,
    Jump,
    Link,
    Mark,
    MarkKind,
    Metadata,
    Paragraph,
    Ref,
    Role,
    Row,
    Section,
    Sides,
    Strip,
    Table,
    TableRole,
    Text,
    TitleBlock,
    Voice,
)

HARBOUR = "The harbour of Lindmark was closed on Monday after a tanker lost its anchor in the storm."
FERRIES = "Ferries will sail again later this week, the port office said."
FOUNDED = "The port was founded in 1871 by merchants of the Nordic League."
CALM = "Nobody was hurt, and the town stayed calm."
CUT_OFF = "said the mayor, who had"
TITLE = "Storm closes the harbour of Lindmark"
SOURCES = f"{TITLE}\n\n{HARBOUR} {FERRIES}\n\n{FOUNDED}\n\n{CALM}\n\n{CUT_OFF}\n"

STATED = Mark(MarkKind.STATED, "stated")
RESOLVED = Mark(MarkKind.RESOLVED, "resolved")
INFERRED = Mark(MarkKind.INFERRED, "inferred")
DIFFER = Mark(MarkKind.DIFFER, "may differ")


def said(text: str, **more) -> Text:
    return Text(text, Voice.SOURCE, **more)


def cite(number: int = 1) -> Cite:
    return Cite(number, f"source-{number}")


def words(role: Role, *inlines, anchor: str = "") -> tuple[Paragraph, ...]:
    made = tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)
    return (Paragraph(made, role, anchor),)


def entry(number: int, day: str, mark: Mark, basis: str, quote: str) -> Row:
    rail = (*words(Role.DATE, day), *words(Role.BASIS, mark, Text(basis)))
    return Row((words(Role.NUMBER, str(number)), rail, words(Role.ENTRY, said(quote), cite())), f"item-{number}")


def sections(quote: str = HARBOUR) -> tuple[Section, ...]:
    title = TitleBlock(
        "BRIEFING NOTE",
        "OFFICIAL",
        said(TITLE),
        (
            Fact("As of", (Text("Tuesday 12 March 2024", strong=True), Text(" (date of newest source)"))),
            Fact("Covers", (Text("11–17 March 2024; background from 1871"),)),
        ),
        (Fact("Prepared for", (Text("Harbour desk"),)),),
    )
    glance = Table(
        TableRole.GLANCE,
        ("", ""),
        (
            Row(
                (
                    (*words(Role.GLANCE_DATE, "Mon 11 Mar 2024"), *words(Role.BASIS, Jump("item 2", "item-2"))),
                    words(Role.GLANCE, said("The harbour of Lindmark was closed on Monday"), Text(" "), Cut(), cite()),
                )
            ),
        ),
        "At a glance",
    )
    strip = Strip(
        (
            Text("Before you rely on this:", strong=True),
            Text(" every dated item rests on one source ("),
            Ref("gaps", "page {page}", "Gaps"),
            Text(")."),
        )
    )
    axis = Axis(
        (
            AxisCell(0, 0.1, "1871"),
            AxisCell(0.14, 0.4, "Mon 11", "March 2024"),
            AxisCell(0.4, 0.7, "Tue 12"),
            AxisCell(0.7, 1, "Wed 13"),
        ),
        (0.12,),
        0.7,
        "as of Tue 12 Mar",
        "ahead",
    )
    drawing = Drawing(
        axis,
        "Timeline: 1871, 1 item; Monday 11 March 2024, 1 item.",
        (
            DrawingRow(1, "item-1", STATED, FOUNDED, 0.05),
            DrawingRow(2, "item-2", RESOLVED, HARBOUR, 0.27),
            DrawingRow(3, "item-3", RESOLVED, FERRIES, 0.7, 1.0),
        ),
    )
    differences = Sides(
        words(Role.NOTE, DIFFER, Text("A. The day.", strong=True), " Items 1 and 2 differ.")[0],
        (
            (*words(Role.DATE, "1871 ", Jump("item 1", "item-1")), *words(Role.ENTRY, said(FOUNDED), cite())),
            (*words(Role.DATE, "Mon 11 Mar 2024"), *words(Role.ENTRY, said(HARBOUR), cite())),
        ),
        "difference-a",
    )
    timeline = Table(
        TableRole.TIMELINE,
        ("No.", "Date and its basis", "What the source says"),
        (
            Band((Text("Background"),), "band-background", continued="(continued)"),
            entry(1, "1871", STATED, "stated, year only", FOUNDED),
            Band((Text("Period covered"),), "band-period", continued="(continued)"),
            entry(2, "Mon 11 Mar 2024", RESOLVED, "from “Monday”", quote),
            Band((Text("What to watch"),), "band-ahead", "after the as-of date"),
            entry(3, "Wed 13 – Sun 17 Mar 2024", RESOLVED, "from “later this week”", FERRIES),
        ),
        "Timeline in full",
    )
    statements = Table(
        TableRole.STATEMENTS,
        ("", ""),
        (
            Band((Text("In source "), cite(), Text(", published Tue 12 Mar 2024")), "band-source-1"),
            Row((words(Role.NUMBER, "4"), words(Role.STATEMENT, said(CALM), cite())), "item-4"),
        ),
        "Statements",
    )
    sources = Table(
        TableRole.SOURCES,
        ("", ""),
        (
            Row(
                (
                    words(Role.NUMBER, "[1]"),
                    (
                        *words(Role.SOURCE_TITLE, said(TITLE)),
                        *words(Role.DETAIL, Text("Lindmark Post", strong=True), " (named in the title)."),
                        *words(
                            Role.SMALL,
                            Link("https://example.org/storm?day=12", "https://example.org/storm?day=12"),
                            ". File storm.txt. Items ",
                            Jump("2", "item-2"),
                            ".",
                        ),
                    ),
                ),
                "source-1",
            ),
        ),
        "Sources",
    )
    fragments = Table(
        TableRole.FRAGMENTS,
        ("", ""),
        (Row((words(Role.NUMBER, "a"), words(Role.FRAGMENT, said(CUT_OFF), cite())), "fragment-a"),),
        "Fragments",
    )
    gaps = Table(
        TableRole.GAPS,
        ("", ""),
        (Row((words(Role.GAP, "Broken text"), words(Role.GAP, "1 fragment left out."))),),
        "Gaps",
        True,
    )
    audit = Table(
        TableRole.AUDIT,
        ("Expression", "Anchor", "Rule", "Result", "Unit", "Item"),
        (
            Row(
                (
                    words(Role.AUDIT, "“", said("Monday"), "”", cite()),
                    words(Role.AUDIT, "published Tue 12 Mar 2024"),
                    words(Role.AUDIT, "latest such day up to anchor"),
                    words(Role.AUDIT, RESOLVED, Text("Mon 11 Mar 2024", strong=True)),
                    words(Role.AUDIT, "day"),
                    words(Role.AUDIT, Jump("2", "item-2")),
                )
            ),
        ),
        "Audit",
    )
    return (
        Section("title", None, (title,)),
        Section("glance", Heading("At a glance", "glance"), (glance,)),
        Section("caveats", None, (strip,)),
        Section("drawing", Heading("Timeline", "drawing", (Text("opening words", quiet=True),)), (drawing,)),
        Section("differences", Heading("Where the sources may differ", "differences"), (differences,)),
        Section("timeline", Heading("Timeline in full", "timeline"), (timeline,), 0.6),
        Section("statements", Heading("Statements with no date of their own", "statements"), (statements,)),
        Section("sources", Heading("Sources", "sources"), (sources,)),
        Section("gaps", Heading("Gaps and warnings", "gaps"), (gaps, fragments)),
        Section(
            "audit",
            Heading("Appendix: how each date was worked out", "audit"),
            (audit, words(Role.NOTE, "Read: 5 sentences and fragments in 1 file.")[0]),
        ),
    )


def note(parts: tuple[Section, ...] | None = None, **more) -> Document:
    """The note, or one of other sections; `more` are fields of the document."""
    key = (Text("How to read.", strong=True), Text(" "), said("Serif type"), Text(": the sources’ own words."))
    given = {
        "lang": "en",
        "layouts": (parts or sections(),),
        "key": (Paragraph(key, Role.KEY), Paragraph((Text("Dates. "), STATED, Text("stated in the text")), Role.KEY)),
        "furniture": Furniture(
            said(TITLE), "As of 12 March 2024 · built 1 April 2024", "Page {page} of {pages}", "OFFICIAL"
        ),
        "metadata": Metadata(
            TITLE, "Briefing unit", "Briefing note, as of 12 March 2024", ("Lindmark Post",), date(2024, 4, 1)
        ),
        "as_of": date(2024, 3, 12),
    }
    return Document(**(given | more))


def density() -> Drawing:
    """A drawing in its density form."""
    axis = Axis(tuple(AxisCell(n / 10, (n + 1) / 10, f"{n + 1} Mar") for n in range(10)))
    columns = tuple(
        DrawingColumn(n / 10 + 0.05, tuple((n * 5 + k, f"item-{n * 5 + k}", RESOLVED) for k in range(5)), n)
        for n in range(10)
    )
    return Drawing(axis, "Timeline: 10 days.", columns=columns)
