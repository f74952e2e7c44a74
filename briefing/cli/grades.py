"""`--grades FILE`: an editor's own grade of each outlet. The tool never grades; it prints what a named person says.

by = "Europe desk"           # who grades: stands beside every grade
[outlets]
"BBC News" = "A"             # the outlet as the note names it, in any case; the grade is any short text
"365NEWSX" = "D, copies others"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import SettingsError
from briefing.model import Problem, Severity

if TYPE_CHECKING:
    from briefing.model import DatedArticle

LONGEST = 60  # characters of a grade: it stands in a line of the list of sources
KEYS = ("by", "outlets")


@dataclass(frozen=True, slots=True)
class Grades:
    """`by` graded; `of` an outlet, its name in lower case; `places` says how and in which line the file names each."""

    file: str = ""
    by: str = ""
    of: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    def unused(self, dated: tuple[DatedArticle, ...]) -> Iterator[Problem]:
        """A grade for an outlet that no source is of is a slip of the pen, or of another folder: said."""
        named = {article.article.outlet.value.casefold() for article in dated if article.article.outlet}
        for outlet, (written, line) in self.places.items():
            if outlet not in named:
                yield Problem("grade-unused", Severity.WARNING, self.file, f"line {line}", (written,))


def load_grades(path: Path) -> Grades:
    """The grades of a file. Raises SettingsError naming file and line."""
    try:
        text = path.read_bytes().decode("utf-8")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"--grades {path}: can't be read: {error}", "name a file of UTF-8 text") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"{path}: {error}", 'write by = "NAME", then [outlets], then "OUTLET" = "GRADE"') from error
    for key in data:
        if key not in KEYS:
            raise _wrong(path, text, key, f"{key!r} is no key of it", "write by and [outlets]")
    by, outlets = data.get("by", ""), data.get("outlets", {})
    if not isinstance(by, str) or not by.strip():
        raise _wrong(path, text, "by", "it does not say who grades", 'write by = "NAME" on the first line')
    if not isinstance(outlets, dict) or not outlets:
        raise _wrong(path, text, "outlets", "it grades no outlet", 'write [outlets], then "OUTLET" = "GRADE"')
    places = {outlet.casefold(): (outlet, _line(text, outlet)) for outlet in outlets}
    of = {name.casefold(): _grade(path, text, name, outlets[name]) for name in outlets}
    return Grades(path.name, by.strip(), of, places)


def _grade(path: Path, text: str, outlet: str, grade: Any) -> str:
    if not isinstance(grade, str) or not 0 < len(grade.strip()) <= LONGEST:
        raise _wrong(
            path,
            text,
            outlet,
            f"the grade of {outlet!r} is no text of 1 to {LONGEST} letters",
            f'write "{outlet}" = "B"',
        )
    return grade.strip()


def _wrong(path: Path, text: str, key: str, message: str, remedy: str) -> SettingsError:
    return SettingsError(f"{path}, line {_line(text, key)}: {message}", remedy)


def _line(text: str, key: str) -> int:
    """The line that begins with a key or a table's name, 1 where none does."""
    begins = re.compile(rf"\s*\[?\s*[\"']?{re.escape(key)}[\"']?\s*[=\]]")
    return next((number for number, line in enumerate(text.split("\n"), 1) if begins.match(line)), 1)
