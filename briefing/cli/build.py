"""`briefing build`: articles in, a note out."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.terminal import STRICT, as_day, report, today
from briefing.errors import FolderError, SettingsError

if TYPE_CHECKING:
    from briefing.document import Document

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OUT = Path("out")
HOLDS = {"rich_help_panel": "What the timeline holds"}
TLP = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")


def build(
    places: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FOLDER|FILES|URLS...]", help="Articles; without any, seeds/ is read."),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="pdf (the default), docx; repeat for several."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="DIR", help="Where the note is written [out].")
    ] = None,
    title: Annotated[str, typer.Option(help="The note's title, instead of a source's headline.")] = "",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help="Day the note speaks of, 2022-01-31.")] = "",
    prepared_for: Annotated[str, typer.Option("--for", metavar="WHO", help="Prepared for.")] = "",
    prepared_by: Annotated[str, typer.Option("--by", metavar="WHO", help="Prepared by.")] = "",
    marking: Annotated[str, typer.Option(help="Handling marking on every page, or a TLP: label.")] = "",
    style: Annotated[str, typer.Option(metavar="NAME|PATH", help="House style [standard].")] = "",
    paper: Annotated[str, typer.Option(metavar="a4|letter", help="Paper [a4].")] = "",
    date_order: Annotated[
        str, typer.Option("--date-order", metavar="dmy|mdy", help="How numeric dates are read and dates are printed.")
    ] = "",
    lang: Annotated[str, typer.Option(metavar="en|de|fr", help="Language of the note's own words [en].")] = "",
    one_page: Annotated[bool, typer.Option("--one-page", help="Everything that matters, on one page.")] = False,
    large_print: Annotated[bool, typer.Option("--large-print", help="Large letters, one column.")] = False,
    bw: Annotated[bool, typer.Option("--bw", help="Black and grey only.")] = False,
    topic: Annotated[str, typer.Option(metavar="WORDS", help="Only the story that holds these words.", **HOLDS)] = "",
    split: Annotated[bool, typer.Option("--split", help="A note for each story of the folder.", **HOLDS)] = False,
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="First day of the timeline.", **HOLDS)] = "",
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="Last day of the timeline.", **HOLDS)] = "",
    max_days: Annotated[
        int | None, typer.Option("--max-days", metavar="N", min=1, help="Only the days that matter most.", **HOLDS)
    ] = None,
    per_day: Annotated[
        int | None, typer.Option("--per-day", metavar="K", min=1, help="Only the best entries of each day.", **HOLDS)
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each entry is what it is.", **HOLDS)] = False,
    email: Annotated[
        bool, typer.Option("--email", help="Also a mail: its plain text, and a draft with PDF and DOCX attached.")
    ] = False,
    mail_to: Annotated[
        list[str] | None, typer.Option("--mail-to", metavar="ADDRESS", help="To whom the draft is addressed; repeat.")
    ] = None,
    source_text: Annotated[
        str,
        typer.Option(
            "--source-text", metavar="full|context|none", help="How much of its sources a note in HTML holds."
        ),
    ] = "full",
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Ask addresses inside of your own network, too.")
    ] = False,
    built: Annotated[str, typer.Option(metavar="DATE", help="Build day, instead of today.")] = "",
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 when anything is wrong; the note is written.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite files that were edited or are not the tool's.")
    ] = False,
) -> None:
    """Make a briefing note of news articles."""
    from briefing import pipeline
    from briefing.brief import NoteOptions, compose
    from briefing.catalogue import catalogue
    from briefing.cli.merges import explained
    from briefing.cli.places import given
    from briefing.dates import Conventions
    from briefing.output import file_name, write
    from briefing.render.writer import render, writer
    from briefing.style import load_style
    from briefing.timeline import Wishes

    where = given(places, out or OUT)
    standing = Standing(where.settings.note)
    out = Path(standing.text("out", str(out or "")) or OUT)
    date_order = one_of("--date-order", standing.text("date-order", date_order), "", "dmy", "mdy")
    wanted = {name: writer(name) for name in dict.fromkeys(formats or standing.texts("format") or ["pdf"])}
    texts = one_of("--source-text", source_text, "full", "context", "none")
    options = NoteOptions(
        built=today(built),
        title=standing.text("title", title) or None,
        as_of=as_day(standing.text("as-of", as_of), "--as-of"),
        prepared_for=standing.text("for", prepared_for),
        prepared_by=standing.text("by", prepared_by),
        marking=tlp(standing.text("marking", marking)),
        paper=one_of("--paper", standing.text("paper", paper) or "a4", "a4", "letter"),
        date_order=date_order or "dmy",
        lang=standing.text("lang", lang) or "en",
        edition=edition(one_page=one_page, large_print=large_print),
        bw=bw,
        texts=texts if any(getattr(made, "shows_sources", False) for made in wanted.values()) else "none",
    )
    reading = pipeline.Options(
        Conventions(day_first={"": None, "dmy": True, "mdy": False}[date_order]),
        Wishes(options.as_of, as_day(first, "--from"), as_day(last, "--to"), max_days, per_day, topic),
        where.settings,
        allow_private=allow_private,
        jobs=os.cpu_count() or 1,
    )
    look = load_style(standing.text("style", style) or "standard")
    result = pipeline.build(where.paths, reading, own=where.own, addresses=where.addresses)
    problems = report(result.problems)
    if not result.dated:
        raise FolderError(
            "no article could be read, so no note was made", "add readable articles, or name another folder"
        )
    mode = options.edition + ("_bw" if bw and options.edition else "bw" if bw else "")
    files: dict[str, bytes] = {}
    for told in pipeline.stories(result, reading) if split else [result]:
        document = compose(told.timeline, told.dated, told.problems, options)
        note = {
            file_name(document.metadata.title, document.as_of, made.suffix, mode): render(document, look, format_, told)
            for format_, made in wanted.items()
        }
        if email or mail_to:
            note |= mail_files(document, note, mail_to or [])
        files |= {another(name, files): data for name, data in note.items()}
        if explain:
            typer.echo("\n".join(explained(told.timeline, catalogue(options.lang))))
    for path in write(out, files, force=force):
        typer.echo(path)
    if strict and problems:
        raise typer.Exit(STRICT)


class Standing:
    """The [note] table of a briefing.toml: what holds where the command line says nothing."""

    def __init__(self, note: Mapping[str, str | tuple[str, ...]]) -> None:
        self.note = note

    def text(self, key: str, given: str) -> str:
        """What was given, else what the table holds, else ""."""
        return given or str(self.note.get(key, ""))

    def texts(self, key: str) -> list[str]:
        """The table's list, empty where there is none."""
        return list(self.note.get(key, ()))


def another(name: str, taken: Container[str]) -> str:
    """`name`, with a number where a note of another story has it already."""
    stem, suffix = Path(name).stem, Path(name).suffix
    return next(free for n in count(1) if (free := name if n == 1 else f"{stem}_{n}{suffix}") not in taken)


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


def edition(*, one_page: bool, large_print: bool) -> str:
    """The edition that two options name between them."""
    if one_page and large_print:
        raise SettingsError("--one-page and --large-print: large letters need more than a page", "leave one out")
    return "one-page" if one_page else "large-print" if large_print else ""


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
