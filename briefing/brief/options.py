"""What the person who asks for a note decides about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class NoteOptions:
    """`built` is the build day (given, never the clock). None or "" = not given: `title` is then a source's headline.
    `as_of` is set only where a person set it (the timeline knows its own). `marking` is printed verbatim.
    `paper` "a4" | "letter"; `date_order` "dmy" | "mdy"; `lang` the language of the tool's own words.
    `edition` "" | "one-page" | "large-print"; `bw`: black and grey only. `direction` as in `Document`. `texts`: how much of the source texts an edition
    that shows them holds, "full" | "context" (the cited lines and their neighbours) | "none".
    `grades`: a person's own grade of outlets, their names in lower case; `graded_by` says whose. `whole`: the note is wanted without the limits of print, too."""

    built: date
    title: str | None = None
    as_of: date | None = None
    prepared_for: str = ""
    prepared_by: str = ""
    marking: str = ""
    paper: str = "a4"
    date_order: str = "dmy"
    lang: str = "en"
    edition: str = ""
    bw: bool = False
    direction: str = "auto"
    texts: str = "none"
    whole: bool = False
    grades: Mapping[str, str] = field(default_factory=dict)
    graded_by: str = ""
