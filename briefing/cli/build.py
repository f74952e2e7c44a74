"""`briefing build`: articles in, a note out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.terminal import STRICT, as_day, report, today
from briefing.errors import FolderError, SettingsError

SEEDS = Path("seeds")
OUT = Path("out")


def build(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[FOLDER|FILES...]", help="Articles; without any, seeds/ is read.")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="pdf (the default), docx; repeat for several."),
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Where the note is written.")] = OUT,
    title: Annotated[str, typer.Option(help="The note's title, instead of a source's headline.")] = "",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help="Day the note speaks of, 2022-01-31.")] = "",
    prepared_for: Annotated[str, typer.Option("--for", metavar="WHO", help="Prepared for.")] = "",
    prepared_by: Annotated[str, typer.Option("--by", metavar="WHO", help="Prepared by.")] = "",
    marking: Annotated[str, typer.Option(help="Handling marking on every page, or a TLP: label.")] = "",
    style: Annotated[str, typer.Option(metavar="NAME|PATH", help="House style.")] = "standard",
    paper: Annotated[str, typer.Option(metavar="a4|letter", help="Paper.")] = "a4",
    date_order: Annotated[
        str, typer.Option("--date-order", metavar="dmy|mdy", help="How numeric dates are read and dates are printed.")
    ] = "",
    source_text: Annotated[
        str,
        typer.Option(
            "--source-text", metavar="full|context|none", help="How much of its sources a note in HTML holds."
        ),
    ] = "full",
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
    from briefing.dates import Conventions
    from briefing.output import file_name, own_files, write
    from briefing.render.writer import render, writer
    from briefing.style import load_style
    from briefing.timeline import Wishes

    wanted = {name: writer(name) for name in dict.fromkeys(formats or ["pdf"])}
    texts = one_of("--source-text", source_text, "full", "context", "none")
    options = NoteOptions(
        built=today(built),
        title=title or None,
        as_of=as_day(as_of, "--as-of"),
        prepared_for=prepared_for,
        prepared_by=prepared_by,
        marking=marking,
        paper=one_of("--paper", paper, "a4", "letter"),
        date_order=one_of("--date-order", date_order, "", "dmy", "mdy") or "dmy",
        texts=texts if any(getattr(made, "shows_sources", False) for made in wanted.values()) else "none",
    )
    reading = pipeline.Options(
        Conventions(day_first={"": None, "dmy": True, "mdy": False}[date_order]), Wishes(as_of=options.as_of)
    )
    look = load_style(style)
    folders = paths or default_folder()
    own = frozenset().union(*(own_files(path) for path in {*folders, out} if path.is_dir()))
    result = pipeline.build(folders, reading, own=own)
    problems = report(result.problems)
    if not result.dated:
        raise FolderError(
            "no article could be read, so no note was made", "add readable articles, or name another folder"
        )
    document = compose(result.timeline, result.dated, result.problems, options)
    name = document.metadata.title
    files = {
        file_name(name, document.as_of, made.suffix, options.edition): render(document, look, format_, result)
        for format_, made in wanted.items()
    }
    for path in write(out, files, force=force):
        typer.echo(path)
    if strict and problems:
        raise typer.Exit(STRICT)


def default_folder() -> list[Path]:
    """`seeds/`, where no folder was named."""
    if not SEEDS.is_dir():
        raise FolderError("no folder was named, and there is no seeds/ here", "name a folder: briefing build FOLDER")
    return [SEEDS]


def one_of(option: str, value: str, *choices: str) -> str:
    """`value`, if it is one of `choices`. Raises SettingsError naming them."""
    if value not in choices:
        raise SettingsError(f"{option}: {value!r} is none of {', '.join(choices)}", f"write {option} {choices[0]}")
    return value
