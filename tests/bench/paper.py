"""How fast a note is set on paper: `python tests/bench/paper.py`.

A made-up timeline of 60 sources and some 200 entries becomes a PDF; beside it reportlab sets the same words as plain
paragraphs, without tables, links, marks and tags. Prints seconds of processor time (the best of five) and their ratio.
"""

import io
import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from briefing import document, pipeline
from briefing.brief import NoteOptions, compose
from briefing.render.writer import render
from briefing.style import load_style

ROUNDS = 5
PEOPLE = ("Mara Lindqvist", "Osten Varga", "Helene Duprat", "Pavel Korin", "Ines Cardoso", "Tomas Brandt")
DEEDS = ("met", "signed an agreement with", "visited", "opened talks with", "criticised", "rejected a plan by")
BODIES = ("the Harbour Authority", "the Nordic Council", "the Ministry of Energy", "the Ferry Company")
PLACES = ("Lindmark", "Varnholm", "Port Ester", "Gellin", "Sandvik")


def article(dice: random.Random, sentences: int) -> str:
    """An invented article of its own day."""
    published = date(2023, 5, 2) + timedelta(days=dice.randrange(12))
    told = []
    for _ in range(sentences):
        day = published - timedelta(days=dice.randrange(4))
        told.append(
            f"Minister {dice.choice(PEOPLE)} {dice.choice(DEEDS)} {dice.choice(BODIES)} in {dice.choice(PLACES)} on "
            f"{day:%A}, according to officials who spoke in room {dice.randrange(900)} after the meeting."
        )
    title = f"Talks in {dice.choice(PLACES)} go on as {dice.choice(PEOPLE)} presses for an end"
    return "\n\n".join([title, f"{published.day} {published:%B %Y}", *told])


def words(thing: object) -> list[str]:
    """The words of every paragraph of the document."""
    if isinstance(thing, document.Paragraph):
        return [" ".join(getattr(inline, "text", "") for inline in thing.inlines)]
    if isinstance(thing, tuple):
        return [text for one in thing for text in words(one)]
    if is_dataclass(thing) and not isinstance(thing, type):
        return [text for field in fields(thing) for text in words(getattr(thing, field.name))]
    return []


def plain(paragraphs: list[str]) -> None:
    """The same words as reportlab sets them by itself."""
    style = ParagraphStyle("plain", fontName="Times-Roman", fontSize=10, leading=13)
    escaped = (text.replace("&", "&amp;").replace("<", "&lt;") for text in paragraphs)
    SimpleDocTemplate(io.BytesIO()).build([Paragraph(text, style) for text in escaped])


def best(work: Callable[[], object]) -> float:
    """Seconds of processor time, the least of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Measure, and print one line for each."""
    dice = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(60):
            (Path(folder) / f"{number:02}.txt").write_text(article(dice, 4), encoding="utf-8")
        result = pipeline.build([Path(folder)])
    options = NoteOptions(built=date(2023, 5, 20))

    def note() -> document.Document:
        return compose(result.timeline, result.dated, result.problems, options)

    made, style = note(), load_style("standard")
    pdf = render(made, style, "pdf")
    composing, setting = best(note), best(lambda: render(made, style, "pdf"))
    simply = best(lambda: plain(words(made.sections)))
    print(f"{len(result.dated)} sources, {len(result.timeline.entries)} entries, {len(pdf) / 1000:.0f} kB")
    print(f"composed in {composing:.2f} s, set in {setting:.2f} s (bar: 1.5 s together)")
    print(f"plain paragraphs of the same words: {simply:.2f} s; ratio {setting / simply:.1f} (bar: 5)")


if __name__ == "__main__":
    main()
