"""The options of `briefing build`: one field each, its declaration beside it. An empty value means: not given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option

HOLDS = {"rich_help_panel": "What the timeline holds"}
LOOKS = {"rich_help_panel": "How the note looks"}
SAYS = {"rich_help_panel": "What the note says of itself"}
MAIL = {"rich_help_panel": "Mail"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line, in its own words and unchecked."""

    places: Annotated[
        list[str] | None, Argument(metavar="[FOLDER|FILE|URL]", help="Articles; without any, seeds/ is read.")
    ] = None
    formats: Annotated[
        list[str] | None,
        Option(
            "--format", "-f", metavar="FORMAT", help="pdf (the default), docx, html, md, json, csv, ics; repeatable."
        ),
    ] = None
    out: Annotated[Path | None, Option("--out", "-o", metavar="DIR", help="Where the note is written (out).")] = None

    title: Annotated[str, Option(metavar="TEXT", help="Its title, instead of a source's headline.", **SAYS)] = ""
    as_of: Annotated[str, Option("--as-of", metavar="DATE", help="Day it speaks of, 2022-01-31.", **SAYS)] = ""
    prepared_for: Annotated[str, Option("--for", metavar="WHO", help="Prepared for.", **SAYS)] = ""
    prepared_by: Annotated[str, Option("--by", metavar="WHO", help="Prepared by.", **SAYS)] = ""
    marking: Annotated[str, Option(metavar="TEXT", help="Marking on every page, or a TLP: label.", **SAYS)] = ""
    lang: Annotated[str, Option(metavar="en|de|fr", help="Language of the note's own words (en).", **SAYS)] = ""
    built: Annotated[str, Option(metavar="DATE", help="Build day, instead of today.", **SAYS)] = ""
    grades: Annotated[
        str, Option("--grades", metavar="FILE", help="An editor's own grade of each outlet, to be printed.", **SAYS)
    ] = ""

    style: Annotated[str, Option(metavar="NAME|PATH", help="House style (standard).", **LOOKS)] = ""
    paper: Annotated[str, Option(metavar="a4|letter", help="Paper (a4).", **LOOKS)] = ""
    direction: Annotated[
        str, Option("--dir", metavar="auto|ltr|rtl", help="Which way it runs (auto: as its sentences do).", **LOOKS)
    ] = ""
    one_page: Annotated[bool, Option("--one-page", help="Everything that matters, on one page.", **LOOKS)] = False
    large_print: Annotated[bool, Option("--large-print", help="Large letters, one column.", **LOOKS)] = False
    bw: Annotated[bool, Option("--bw", help="Black and grey only.", **LOOKS)] = False
    source_text: Annotated[
        str,
        Option(
            "--source-text", metavar="full|context|none", help="How much of its sources HTML holds (full).", **LOOKS
        ),
    ] = ""

    date_order: Annotated[
        str, Option("--date-order", metavar="dmy|mdy", help="How 03/04/2022 is read and dates are printed.", **HOLDS)
    ] = ""
    topic: Annotated[str, Option(metavar="WORDS", help="Only the story that holds these words.", **HOLDS)] = ""
    split: Annotated[bool, Option("--split", help="A note for each story of the folder.", **HOLDS)] = False
    first: Annotated[str, Option("--from", metavar="DATE", help="First day of the timeline.", **HOLDS)] = ""
    last: Annotated[str, Option("--to", metavar="DATE", help="Last day of the timeline.", **HOLDS)] = ""
    max_days: Annotated[
        str,
        Option("--max-days", metavar="N|auto", help="Only the days that matter most; auto: how many, too.", **HOLDS),
    ] = ""
    per_day: Annotated[
        int | None, Option("--per-day", metavar="K", min=1, help="Only the best entries of each day.", **HOLDS)
    ] = None
    explain: Annotated[bool, Option("--explain", help="Say why each entry is what it is.", **HOLDS)] = False

    email: Annotated[bool, Option("--email", help="Also a mail: plain text, and a draft with the note.", **MAIL)] = (
        False
    )
    mail_to: Annotated[
        list[str] | None, Option("--mail-to", metavar="ADDRESS", help="To whom the draft goes; repeatable.", **MAIL)
    ] = None

    max_file: Annotated[
        int, Option("--max-file", metavar="MB", min=1, help="A larger file is named, not read (64).")
    ] = 64
    allow_private: Annotated[bool, Option("--allow-private", help="Ask addresses inside your own network, too.")] = (
        False
    )
    strict: Annotated[bool, Option("--strict", help="Exit with 1 when anything is wrong; the note is written.")] = False
    force: Annotated[bool, Option("--force", help="Overwrite files that were edited or are not the tool's.")] = False


# key of the [note] table in a briefing.toml -> field
STANDING = {
    "as-of": "as_of",
    "by": "prepared_by",
    "date-order": "date_order",
    "dir": "direction",
    "for": "prepared_for",
    "format": "formats",
    "grades": "grades",
    "lang": "lang",
    "marking": "marking",
    "out": "out",
    "paper": "paper",
    "style": "style",
    "title": "title",
}


def with_standing(asked: Asked, note: Mapping[str, str | tuple[str, ...]]) -> Asked:
    """What was asked for, and where nothing was said, what the [note] table of a briefing.toml says."""
    told: dict[str, Any] = {
        field: list(note[key]) if field == "formats" else note[key]
        for key, field in STANDING.items()
        if key in note and not getattr(asked, field)
    }
    return replace(asked, **told)
