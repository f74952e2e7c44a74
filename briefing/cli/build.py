"""`briefing build`: articles in, a note out."""

from __future__ import annotations

import os
import re
from collections.abc import Container
from inspect import signature
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from briefing.cli.options import Asked, with_standing
from briefing.cli.terminal import STRICT, as_day, complain, progress, report, today
from briefing.errors import FolderError, SettingsError

if TYPE_CHECKING:
    from briefing.brief import NoteOptions
    from briefing.cli.grades import Grades
    from briefing.cli.places import Places
    from briefing.document import Document
    from briefing.pipeline import Options

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LARGE = 4_000_000  # bytes of a page, from which a mail or a telephone has trouble with it
OUT = Path("out")
TLP = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")


def build(**options: Any) -> None:
    """Make a briefing note of news articles."""
    from briefing import pipeline
    from briefing.brief import compose
    from briefing.catalogue import catalogue
    from briefing.cli.grades import Grades, load_grades
    from briefing.cli.merges import explained
    from briefing.cli.places import given
    from briefing.output import file_name, write
    from briefing.render.writer import lacking, render, writer
    from briefing.style import load_style

    asked = Asked(**options)
    where = given(asked.places, asked.out or OUT)
    asked = with_standing(asked, where.settings.note)
    wanted = {name: writer(name) for name in dict.fromkeys(asked.formats or ["pdf"])}
    grades = load_grades(Path(asked.grades)) if asked.grades else Grades()
    chosen = note_options(
        asked, grades, with_texts=any(getattr(made, "shows_sources", False) for made in wanted.values())
    )
    reading = reading_options(asked, chosen, where)
    look = load_style(asked.style or "standard")
    result = pipeline.build(where.paths, reading, own=where.own, addresses=where.addresses, watch=progress)
    problems = report((*result.problems, *grades.unused(result.dated)))
    if not result.dated:
        raise FolderError(
            "no article could be read, so no note was made", "add readable articles, or name another folder"
        )
    mode = "_".join(filter(None, (chosen.edition, "bw" if chosen.bw else "")))
    files: dict[str, bytes] = {}
    for told in pipeline.stories(result, reading) if asked.split else [result]:
        document = compose(told.timeline, told.dated, told.problems, chosen)
        note = {
            file_name(document.metadata.title, document.as_of, made.suffix, mode): render(document, look, name, told)
            for name, made in wanted.items()
        }
        if asked.email or asked.mail_to:
            note |= mail_files(document, note, asked.mail_to or [])
        problems += sum(report(lacking(document, look, name)) for name in wanted)
        files |= {another(name, files): data for name, data in note.items()}
        if asked.explain:
            typer.echo("\n".join(explained(told.timeline, catalogue(chosen.lang))))
    for path in write(Path(asked.out or OUT), files, force=asked.force):
        typer.echo(path)
        if path.suffix == ".html" and path.stat().st_size > LARGE:
            size = f"{path.name} is {path.stat().st_size / 1e6:.1f} MB"
            complain("note", size, "--source-text context holds less of the sources, none leaves them out")
    if asked.strict and problems:
        raise typer.Exit(STRICT)


build.__signature__ = signature(Asked, eval_str=True)  # type: ignore[attr-defined]  # typer reads the options there


# --------------------------------------------------------------------------- options, checked


def note_options(asked: Asked, grades: Grades, *, with_texts: bool) -> NoteOptions:
    """What concerns the note. Raises SettingsError naming the option that is wrong."""
    from briefing.brief import NoteOptions

    if asked.one_page and asked.large_print:
        raise SettingsError("--one-page and --large-print: large letters need more than a page", "leave one out")
    texts = one_of("--source-text", asked.source_text or "full", "full", "context", "none")
    return NoteOptions(
        built=today(asked.built),
        title=asked.title or None,
        as_of=as_day(asked.as_of, "--as-of"),
        prepared_for=asked.prepared_for,
        prepared_by=asked.prepared_by,
        marking=tlp(asked.marking),
        paper=one_of("--paper", asked.paper or "a4", "a4", "letter"),
        date_order=one_of("--date-order", asked.date_order or "dmy", "dmy", "mdy"),
        lang=asked.lang or "en",
        edition="one-page" if asked.one_page else "large-print" if asked.large_print else "",
        bw=asked.bw,
        direction=one_of("--dir", asked.direction or "auto", "auto", "ltr", "rtl"),
        texts=texts if with_texts else "none",
        whole=with_texts,
        grades=grades.of,
        graded_by=grades.by,
    )


def reading_options(asked: Asked, note: NoteOptions, where: Places) -> Options:
    """What concerns reading and the timeline. Raises SettingsError naming the option that is wrong."""
    from briefing.dates import Conventions
    from briefing.pipeline import Options
    from briefing.sources.reader import Limits
    from briefing.timeline import Wishes

    days = as_day(asked.first, "--from"), as_day(asked.last, "--to")
    return Options(
        Conventions(day_first=note.date_order == "dmy" if asked.date_order else None),
        Wishes(note.as_of, *days, day_count(asked.max_days), asked.per_day, asked.topic),
        where.settings,
        allow_private=asked.allow_private,
        jobs=os.cpu_count() or 1,
        not_after=note.built,
        limits=Limits.of(asked.max_file),
    )


def day_count(asked: str) -> int | None:
    """How many days --max-days asks for: None for all. Raises SettingsError for what is no number."""
    from briefing.timeline import OWN

    if asked == "auto":
        return OWN
    if asked and not (asked.isascii() and asked.isdigit() and int(asked)):
        raise SettingsError(f"--max-days: {asked!r} is no number of days", "write --max-days 20, or --max-days auto")
    return int(asked) if asked else None


def one_of(option: str, value: str, *choices: str) -> str:
    """`value`, if it is one of `choices`. Raises SettingsError naming them."""
    if value not in choices:
        raise SettingsError(f"{option}: {value!r} is none of {', '.join(choices)}", f"write {option} {choices[0]}")
    return value


def tlp(marking: str) -> str:
    """The marking as given; one that begins TLP: must be a label of the Traffic Light Protocol 2.0 (FIRST)."""
    if marking.upper().startswith("TLP:") and marking not in TLP:
        raise SettingsError(f"--marking: {marking!r} is no TLP 2.0 label", f"write one of {', '.join(TLP)}")
    return marking


# --------------------------------------------------------------------------- files


def another(name: str, taken: Container[str]) -> str:
    """`name`, with a number where a note of another story has it already."""
    stem, suffix = Path(name).stem, Path(name).suffix
    return next(free for n in count(1) if (free := name if n == 1 else f"{stem}_{n}{suffix}") not in taken)


def mail_files(document: Document, files: dict[str, bytes], to: list[str]) -> dict[str, bytes]:
    """The mail's plain text, and the draft with what people read attached."""
    from briefing.mail import Attachment, body, draft

    kinds = {".pdf": "application/pdf", ".docx": DOCX}
    attached = [
        Attachment(name, kinds[Path(name).suffix], made, pages(made) if name.endswith(".pdf") else None)
        for name, made in files.items()
        if Path(name).suffix in kinds
    ]
    text = body(document, attached)
    stem = Path(next(iter(files))).stem
    return {f"{stem}.txt": text.encode("ascii"), f"{stem}.eml": draft(document, text, attached, to)}


def pages(pdf: bytes) -> int | None:
    """How many pages our own PDF has, None where that can't be seen."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf)) or None
