"""The note of `sample.py` with its source text beside it, as an edition with texts has it."""

import dataclasses
import re

from briefing.document import (
    Cite,
    Document,
    Line,
    Mark,
    MarkKind,
    Passage,
    SourceText,
    SourceTexts,
    Text,
    Voice,
    Words,
    Working,
)
from briefing.model import Span
from tests.render import sample

KEY = "storm.txt"
DAYS = {"Monday": "Mon 11 Mar 2024", "later this week": "Wed 13 – Sun 17 Mar 2024", "1871": "1871"}
MENU = "Home World Business " + "Sport Weather " * 20
AS_READ = f"{MENU}\n\n{sample.SOURCES}\nAll rights reserved\n"


def document(**more) -> Document:
    """The sample, its citations with the place of the words before them."""
    made = sample.note(**more)
    *first, last = made.sections
    last = dataclasses.replace(last, heading=dataclasses.replace(last.heading, anchor="appendix"))
    made = dataclasses.replace(made, layouts=((*first, last),))
    return dataclasses.replace(placed(made), texts=texts())


def placed(thing):
    """The same value with each citation given the span of the source words that stand before it."""
    if isinstance(thing, tuple):
        items = [placed(item) for item in thing]
        for place, item in enumerate(items):
            if isinstance(item, Cite):
                before = [i.text for i in items[:place] if isinstance(i, Text) and i.voice is Voice.SOURCE]
                if before:
                    items[place] = dataclasses.replace(item, key=KEY, span=span_of(before[-1]))
        return tuple(items)
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type) and type(thing).__module__.endswith("document"):
        fields = {f.name: placed(getattr(thing, f.name)) for f in dataclasses.fields(thing)}
        return dataclasses.replace(thing, **fields)
    return thing


def span_of(words: str) -> Span | None:
    """The sentence of the source that holds `words`."""
    for sentence in (sample.HARBOUR, sample.FERRIES, sample.FOUNDED, sample.CALM, sample.CUT_OFF):
        if words in sentence:
            start = AS_READ.index(sentence)
            return Span(start, start + len(sentence))
    return None


def texts() -> SourceTexts:
    items = {sample.HARBOUR: (2,), sample.FERRIES: (3,), sample.FOUNDED: (1,), sample.CALM: (4,), sample.CUT_OFF: ()}
    lines = []
    for number, found in enumerate(re.finditer(r"[^\n]+", AS_READ), 1):
        span, parts, rest = Span(*found.span()), [], found[0]
        for place, (sentence, told) in enumerate(((s, i) for s, i in items.items() if s in found[0]), 1):
            before, _, rest = rest.partition(sentence)
            if before:
                parts.append(Words(before))
            parts.append(passage(sentence, told, place))
        if rest:
            parts.append(Words(rest))
        left = (Text("menu line"),) if number == 1 else (Text("copyright line"),) if "rights" in found[0] else ()
        note = (Text("headline, used as the title of this note"),) if found[0] == sample.TITLE else ()
        lines.append(Line(number, tuple(parts), span, left_out=left, note=note))
    detail = (Text("Lindmark Post", strong=True), Text(" · published "), Text("Tue 12 Mar 2024", strong=True))
    title = Text(sample.TITLE, Voice.SOURCE)
    source = SourceText(1, KEY, title, detail, f"{len(lines)} lines: all of them", tuple(lines), "en")
    return SourceTexts((source,), "Holds the full text of 1 source.")


def passage(sentence: str, items: tuple[int, ...], place: int) -> Passage:
    dated = next((words for words in DAYS if words in sentence), None)
    before, _, after = sentence.partition(dated) if dated else (sentence, "", "")
    words = tuple(Words(t, d) for t, d in ((before, False), (dated, True), (after, False)) if t)
    cards = tuple(working(item, dated) for item in items)
    if not items:
        return Passage(
            words, place, span_of(sentence), (), "a", (Text("starts in lower case: its beginning is missing"),)
        )
    return Passage(words, place, span_of(sentence), items, workings=cards)


def working(item: int, dated: str | None) -> Working:
    if dated is None:
        return Working(item, (Text("No date of its own in this sentence."),))
    quoted = (Text("“"), Text(dated, Voice.SOURCE), Text("”"))
    result = (Mark(MarkKind.RESOLVED, "resolved"), Text(DAYS[dated], strong=True), Text(" · resolved"))
    rungs = (
        ("Words", quoted),
        ("Anchor", (Text("Tue 12 Mar 2024"),)),
        ("Rule", (Text("latest such day"),)),
        ("Result", result),
    )
    return Working(item, (Text("How "), *quoted, Text(" became a date")), rungs)
