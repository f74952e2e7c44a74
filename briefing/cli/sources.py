"""`briefing sources`: what was understood of each article, and on what evidence."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.terminal import report, today
from briefing.errors import OutputError

if TYPE_CHECKING:
    from briefing.catalogue import Catalogue
    from briefing.understood import Row

MOST = 6  # lines of one kind shown of an article


def sources(
    places: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FOLDER|FILES|URLS...]", help="Articles; without any, seeds/ is read."),
    ] = None,
    format_: Annotated[str, typer.Option("--format", metavar="text|json", help="text (the default) or json.")] = "text",
    write: Annotated[
        bool,
        typer.Option(
            "--write", help="Write a briefing.toml beside the articles, with what is missing left to fill in."
        ),
    ] = False,
    date_order: Annotated[
        str, typer.Option("--date-order", metavar="dmy|mdy", help="How numeric dates are read.")
    ] = "",
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Ask addresses inside of your own network, too.")
    ] = False,
    max_file: Annotated[
        int, typer.Option("--max-file", metavar="MB", min=1, help="A larger file is named, not read (64).")
    ] = 64,
    force: Annotated[
        bool, typer.Option("--force", help="With --write: replace a briefing.toml that is there.")
    ] = False,
) -> None:
    """Show what was understood: title, outlet, authors, publication date, and why."""
    from briefing import pipeline, understood
    from briefing.cli.build import one_of
    from briefing.cli.places import given
    from briefing.dates import Conventions
    from briefing.sources.reader import Limits

    one_of("--format", format_, "text", "json")
    order = {"": None, "dmy": True, "mdy": False}[one_of("--date-order", date_order, "", "dmy", "mdy")]
    where = given(places)
    options = pipeline.Options(
        Conventions(day_first=order),
        settings=where.settings,
        allow_private=allow_private,
        jobs=os.cpu_count() or 1,
        not_after=today(None),
        limits=Limits.of(max_file),
    )
    dated, problems = pipeline.understand(where.paths, options, own=where.own, addresses=where.addresses)
    report(problems)
    found = understood.rows(dated, pipeline.same_texts(dated))
    if format_ == "json":
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for line in [*_lines(found), *_summary(found, where.base, write=write)]:
            typer.echo(_folded(line))
    if write:
        typer.echo(_written(where.base, found, force=force))


def _lines(found: list[Row]) -> list[str]:
    """An article a paragraph: what is known, each with its ground, one line each."""
    from briefing.catalogue import catalogue

    words = catalogue("en")
    lines: list[str] = []
    for row in found:
        published = row["published"]
        lines += [_shown(row["file"]), f"  title      {_shown(row['title'] or 'not known')}"]
        lines.append(f"  outlet     {_shown(row['outlet'] or 'not known')}")
        lines.append(f"  authors    {_shown(', '.join(row['authors']) or 'not known')}")
        if published["day"]:
            evidence = published["evidence"]
            code = f"evidence.{evidence['code']}"
            ground = words.say(code if words.has(code) else "evidence.other")
            lines.append(f"  published  {published['day']}  {ground}: {_shown(evidence['quote'])}")
        else:
            bound = f"; not before {published['not_before']}" if published["not_before"] else ""
            lines.append(f"  published  not stated{bound}")
        lines += _once(f"    agrees   {one['day']}  {_shown(one['quote'])}" for one in published["agreeing"])
        lines += _once(f"    differs  {one['day']}  {_shown(one['quote'])}" for one in published["others"])
        lines += _once(f"    no date  {_shown(one['quote'])}: {_why(words, one)}" for one in published["rejected"])
        rest = [
            row["language"] or "language not known",
            _count(row["paragraphs"], "paragraph"),
            f"{row['left_out']} left out",
        ]
        lines += [
            f"  text       {', '.join(rest)}",
            *([f"  address    {_shown(row['url'])}"] if row["url"] else []),
            *([f"  same text  {_shown(', '.join(row['same_text_as']))}: counts once"] if row["same_text_as"] else []),
            "",
        ]
    return lines


def _summary(found: list[Row], base: Path, *, write: bool) -> list[str]:
    """How many articles were understood, and what to do where something is missing."""
    from briefing.settings import NAME

    if not found:
        return []
    missing = sum(row["published"]["day"] is None for row in found)
    dated = "all dated" if not missing else f"{missing} without a publication date"
    lines = [f"{_count(len(found), 'article')}, {dated}."]
    if (base / NAME).exists():
        lines.append(f"To set or correct anything, edit {base / NAME}.")
    elif not write:
        command = f"briefing sources {shlex.quote(str(base))} --write"
        lines.append(f"To set or correct anything: {command}, then edit the file it names.")
    return lines


def _folded(line: str) -> str:
    """A line as wide as the terminal, what goes on under its value; whole in a pipe, for programs that read lines."""
    if not sys.stdout.isatty():
        return line
    width = max(40, shutil.get_terminal_size().columns)
    return "\n".join(textwrap.wrap(line, width, subsequent_indent=" " * 13 if line.startswith(" ") else "  ")) or line


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _why(words: Catalogue, one: Row) -> str:
    code = f"rejected.{one['code']}"
    return words.say(code if words.has(code) else "rejected.other")


def _once(lines: Iterable[str]) -> list[str]:
    """Each line once; of many, the first few and how many more."""
    found = list(dict.fromkeys(lines))
    more = [f"    and {len(found) - MOST} more"] if len(found) > MOST + 1 else []
    return found[: MOST if more else None] + more


def _shown(text: str, most: int = 100) -> str:
    """A value in one line, control characters made visible."""
    line = "".join(c if c.isprintable() else " " for c in text)
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _written(base: Path, found: list[Row], *, force: bool) -> Path:
    """Write the settings file; one that is there is somebody's work."""
    from briefing.settings import NAME
    from briefing.understood import as_settings

    path = base / NAME
    if path.exists() and not force:
        raise OutputError(f"{path}: is there already", "add to it by hand, or use --force to replace it")
    try:
        path.write_text("\n".join(as_settings(found)) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"{path}: can't be written: {error.strerror}", "choose a folder that you may write to"
        ) from error
    return path
