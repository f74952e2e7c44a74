"""`briefing dates`: what the time expressions of a text mean, and why. `briefing rules`: the table they are read by."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from briefing.cli.build import one_of
from briefing.cli.terminal import STRICT, as_day, report
from briefing.errors import FolderError, SettingsError

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from briefing.brief.days import Days
    from briefing.catalogue import Catalogue
    from briefing.dates import Conventions
    from briefing.model import Genre, Resolution, Span

FORMATS = ("table", "json", "jsonl", "timeml")
WIDTH = 80
_FILE = re.compile(r"[^\s]+\.(?:txt|text|md|jsonl?|tml|xml|html?)", re.IGNORECASE)  # what is meant as a file
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n\s*\n")
_REACH = 240  # characters of a sentence shown to either side

Language = Annotated[str, typer.Option("--language", metavar="CODE", help="Language of the text, ISO 639-1.")]


def dates(
    text: Annotated[str, typer.Argument(metavar="TEXT|FILE|-", help="A text, a file, or - for standard input.")],
    published: Annotated[
        str, typer.Option("--published", metavar="DATE", help="Day it was published, 2022-01-31; nothing is assumed.")
    ] = "",
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="|".join(FORMATS), help="table, or jsonl for a file of that name.")
    ] = "",
    genre: Annotated[
        str,
        typer.Option(metavar="auto|news|narrative", help="Count from the publication, or from the text's own dates."),
    ] = "auto",
    date_order: Annotated[str, typer.Option("--date-order", metavar="dmy|mdy", help="How 03/04/2022 is read.")] = "",
    fiscal_start: Annotated[
        int, typer.Option("--fiscal-start", metavar="MONTH", min=1, max=12, help="Month in which fiscal years begin.")
    ] = 1,
    language: Language = "en",
    jobs: Annotated[int, typer.Option(metavar="N", min=0, help="Processes for jsonl; 0: one for each core.")] = 0,
) -> None:
    """Find the time expressions of a text, and say what each means and why.

    With --format jsonl each line {"id", "dct", "text", "genre"?} gives {"id", "timexes": [...]}; a line that can't be read is
    named, the rest goes on, and the exit code is 1.
    """
    from briefing.dates import Conventions
    from briefing.model import Genre

    form = one_of("--format", format_ or ("jsonl" if text.lower().endswith(".jsonl") else "table"), *FORMATS)
    order = one_of("--date-order", date_order, "", "dmy", "mdy")
    kind = Genre(one_of("--genre", genre, *(kind.value for kind in Genre)))
    day = as_day(published, "--published")
    conventions = Conventions(day_first={"": None, "dmy": True, "mdy": False}[order], fiscal_start=fiscal_start)
    has_rules(language)
    if form == "jsonl":
        _lines(text, day, language, kind, conventions, jobs or _cores())
        return
    name, words = _text(text)
    _print(form, name, words, day, language, kind, conventions)


def rules(language: Language = "en") -> None:
    """Print the table of date rules, with examples, as Markdown."""
    from briefing.dates.grammar import grammar
    from briefing.dates.listing import listing

    has_rules(language)
    found = grammar(language)
    assert found is not None
    typer.echo(listing(found.language), nl=False)


def has_rules(language: str) -> None:
    """Raises SettingsError, naming the languages that have date rules, where this one has none."""
    from briefing.dates.grammar import grammar
    from briefing.plugins import names

    if grammar(language) is None:
        every = sorted(code for code in names("briefing.dates.languages", "briefing.languages") if grammar(code))
        raise SettingsError(
            f"--language: there are no date rules for {language!r}", f"choose one of {', '.join(every)}"
        )


# --------------------------------------------------------------------------- what is read


def _text(said: str) -> tuple[str, str]:
    """The name and the text of a file or of standard input; else what was said is the text."""
    if said == "-":
        return "", _decoded(sys.stdin.buffer.read())
    if not _is_file(said):
        return "", said
    with _opened(said) as file:
        return Path(said).name, _decoded(file.read())


def _is_file(said: str) -> bool:
    """Whether a file is meant: one that is there, or one word that ends as a name of a file does."""
    try:
        return Path(said).is_file() or _FILE.fullmatch(said) is not None
    except (OSError, ValueError):  # longer than a name may be
        return False


def _opened(path: str) -> BinaryIO:
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FolderError(f"{path}: {reason}", "name a file, a text, or - for standard input") from error


def _decoded(data: bytes) -> str:
    """UTF-8 as it stands; any other encoding as the reader of articles takes it."""
    from briefing.sources.reader import decode

    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(data)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# --------------------------------------------------------------------------- what is printed


def _lines(path: str, day: date | None, language: str, genre: Genre, conventions: Conventions, jobs: int) -> None:
    from briefing.jsonl import Reading, answer_lines

    wrong = 0
    with sys.stdin.buffer if path == "-" else _opened(path) as file:
        for answer in answer_lines(file, Reading(day, language, genre, conventions), jobs):
            if answer.line is not None:
                sys.stdout.write(answer.line + "\n")
            if answer.problem is not None:
                wrong += report([replace(answer.problem, path=path)])
    sys.stdout.flush()
    if wrong:
        raise typer.Exit(STRICT)


def _print(
    form: str, name: str, text: str, day: date | None, language: str, genre: Genre, conventions: Conventions
) -> None:
    from briefing.dates import genre_of, read_dates
    from briefing.dates.timeml import timeml
    from briefing.explain import records
    from briefing.model import Genre

    found = read_dates(text, day, language=language, genre=genre, conventions=conventions)
    if form == "timeml":
        typer.echo(timeml(text, found, day, name).encode(), nl=False)
        return
    if genre is Genre.AUTO:
        genre = genre_of([resolution.mention for resolution in found], day)
    if form == "json":
        head = {"published": str(day) if day else None, "language": language, "genre": genre.value}
        typer.echo(json.dumps(head | {"timexes": records(found, every=True)}, indent=2))
        return
    _table(text, found, language, day, genre, "mdy" if conventions.day_first is False else "dmy")


def _table(text: str, found: tuple[Resolution, ...], language: str, day: date | None, genre: Genre, order: str) -> None:
    """For people: each expression in its sentence, and below it what it means and why."""
    from rich.console import Console

    from briefing.brief.days import Days
    from briefing.catalogue import catalogue
    from briefing.dates.grammar import grammar
    from briefing.model import Genre

    words = catalogue("en")
    days = Days(words, order)
    known = grammar(language)
    says = {rule.name: rule.says for rule in known.language.rules} if known else {}
    console = Console(width=min(WIDTH, shutil.get_terminal_size().columns), highlight=False, markup=False, emoji=False)
    head = [words.say("answer.published", None, day=days.day(day)) if day else words.say("answer.unpublished")]
    if day or genre is Genre.NARRATIVE:
        head.append(words.say(f"answer.{genre.value}"))
    if not found:
        head.append(words.say("answer.none"))
    with console.capture() as printed:
        console.print(" ".join(head))
        for number, resolution in enumerate(found, 1):
            console.print()
            console.print(_rows(number, text, resolution, says[resolution.mention.rule], day, words, days))
    typer.echo(re.sub(r"[ ]+$", "", printed.get(), flags=re.MULTILINE), nl=False)


def _rows(
    number: int, text: str, found: Resolution, says: str, day: date | None, words: Catalogue, days: Days
) -> Table:
    from rich.table import Table
    from rich.text import Text

    from briefing.dates.timex3 import timex3
    from briefing.explain import steps_in_words

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=10, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(str(number), _in_sentence(text, found.span))
    said = [
        ("column.expression", _visible(found.mention.text)),
        ("column.result", _result(found, words, days)),
        ("answer.basis", words.say(f"mark.{found.basis.value}") if found.basis else ""),
        ("column.anchor", _anchor(found, day, words, days)),
        ("column.rule", f"{found.mention.rule}: {says}"),
        ("answer.steps", "\n".join(steps_in_words(found, order=days.order))),
        (
            "answer.timex3",
            "\n".join(" ".join(filter(None, (t.type, t.value, t.mod))) for t in timex3(found, every=True)),
        ),
    ]
    for label, cell in said:
        if cell:
            grid.add_row(Text(words.say(label), "dim"), Text(cell, "bold" if label == "column.result" else ""))
    return grid


def _in_sentence(text: str, span: Span) -> Text:
    """The sentence around an expression, on one line, the expression in brackets and bold."""
    from rich.text import Text

    begin, end = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    for stop in _SENTENCE_END.finditer(text, begin, end):
        if stop.end() <= span.start:
            begin = stop.end()
        elif stop.start() >= span.end:
            end = stop.start()
            break
    before, after = _visible(text[begin : span.start]).lstrip(), _visible(text[span.end : end]).rstrip()
    head = "… " if begin and begin == span.start - _REACH else ""
    tail = " …" if end < len(text) and end == span.end + _REACH else ""
    return Text.assemble(head, before, "[", (_visible(span.of(text)), "bold underline"), "]", after, tail)


def _visible(text: str) -> str:
    """White space as single blanks, control characters and lone surrogates as their numbers."""
    folded = re.sub(r"\s+", " ", text)
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in folded)


def _result(found: Resolution, words: Catalogue, days: Days) -> str:
    if found.interval is None:
        return words.say("answer.no-day")
    both = [found.interval, found.second] if found.second else [found.interval]
    said = words.say("answer.or").join(f"{days.interval(it, 'rail' if it.is_day else 'short')} ({it})" for it in both)
    return f"{said}; {words.say(f'resolution.{found.problem}')}" if found.problem else said


def _anchor(found: Resolution, day: date | None, words: Catalogue, days: Days) -> str:
    """What it was counted from: nothing, the publication, or a date before it in the text."""
    from briefing.model import Basis, Interval

    if found.interval is None:
        return words.say("anchor.none")
    if found.basis is Basis.STATED:
        return words.say("anchor.none-needed")
    for step in found.steps:
        if step.code == "counted-from-previous" and isinstance(step.facts[0], Interval):
            return words.say("answer.before-it", None, day=days.interval(step.facts[0], "short"))
    return words.say("anchor.published", None, day=days.day(day)) if day else words.say("anchor.weekday")
