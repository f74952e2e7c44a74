"""A style's sheet is read: `style.toml` -> a frozen `Style`, or an error that names file, line and remedy."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from briefing.errors import StyleError
from briefing.style.shelf import DEFAULT, SHEET, find_style
from briefing.style.tokens import (
    PDF_FONTS,
    SMALLEST,
    CitationType,
    Colours,
    Columns,
    Dark,
    DocxFonts,
    Face,
    Faces,
    HtmlFonts,
    Page,
    Rules,
    Screen,
    Space,
    Style,
    Type,
    Types,
    Widths,
)


def load_style(name: str = DEFAULT, near: Path = Path()) -> Style:
    """Read the style called `name`, or the one in the folder of that path.

    Raises StyleError naming file, line and remedy for a key that is not known, missing or of the wrong kind, a
    colour that is none, a font that is not there or can't be embedded.
    """
    folder = find_style(name, near)
    sheets = tuple(_sheets(folder, near))
    tables: dict[str, dict[str, Any]] = {}
    for sheet in reversed(sheets):  # the oldest ancestor first, so that nearer tokens win
        for key, value in sheet.tables():
            tables.setdefault(key, {}).update({inner: (sheet, item) for inner, item in value.items()})
    first = sheets[0]
    description = next((s.values["description"] for s in sheets if "description" in s.values), "")
    made = {part: _part(kind, part, tables.get(part, {}), first) for part, kind in _PARTS.items()}
    logo, reference = (_file(sheets, name, magic) for name, magic in _FILES.items())
    return Style(
        name=folder.resolve().name, description=description, folder=folder, logo=logo, reference=reference, **made
    )


_TOP = ("description", "based_on")  # keys above the tables
_PARTS: Mapping[str, type] = {
    "faces": Faces,
    "docx": DocxFonts,
    "html": HtmlFonts,
    "colours": Colours,
    "screen": Screen,
    "dark": Dark,
    "types": Types,
    "citation": CitationType,
    "rules": Rules,
    "space": Space,
    "a4": Page,
    "letter": Page,
    "columns": Columns,
}
COLUMNS: Mapping[str, int] = {
    "facts": 4,
    "glance": 2,
    "timeline": 3,
    "statements": 2,
    "who": 3,
    "sources": 2,
    "gaps": 2,
    "fragments": 2,
    "audit": 6,
    "annex": 3,
}  # how many columns each table has
_FILES = {"logo.png": b"\x89PNG\r\n\x1a\n", "reference.docx": b"PK\x03\x04"}  # and how such a file begins


def _file(sheets: tuple[_Sheet, ...], name: str, magic: bytes) -> Path | None:
    """A file of the nearest style that has it; None where there is none. Raises StyleError for one of another kind."""
    file = next((sheet.folder / name for sheet in sheets if (sheet.folder / name).is_file()), None)
    if file is not None and not file.read_bytes().startswith(magic):
        raise StyleError(f"{file} is no {name.rpartition('.')[2].upper()} file", "save it again in that format")
    return file


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One style.toml as read: the values, and its text to name lines by."""

    file: Path
    text: str
    values: dict[str, Any]

    @property
    def folder(self) -> Path:
        return self.file.parent

    def line(self, *keys: str) -> int:
        """The line that sets `keys` ("types", "title"), the table's line where the key stands nowhere, else 1."""
        table, found = "", 1
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := re.match(r"\s*\[([\w.-]+)\]", line):
                table = header[1]
                found = number if table == keys[0] else found
                continue
            assigned = re.match(r"\s*\"?([\w-]+)\"?\s*=", line)
            if assigned and (*((table,) if table else ()), assigned[1]) == keys[: 2 if table else 1]:
                return number
        return found

    def wrong(self, what: str, remedy: str, *keys: str) -> StyleError:
        return StyleError(f"{self.file}, line {self.line(*keys)}: {what}", remedy)

    def tables(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for key, value in self.values.items():
            if key in _TOP:
                if not isinstance(value, str):
                    raise self.wrong(f"{key} must be text", f'write {key} = "..."', key)
            elif key not in _PARTS:
                raise self.wrong(f"no such key: {key}", f"known are {', '.join((*_TOP, *_PARTS))}", key)
            elif not isinstance(value, dict):
                raise self.wrong(f"{key} must be a table", f"write [{key}] and its keys below", key)
            else:
                yield key, value


def _sheets(folder: Path, near: Path) -> Iterator[_Sheet]:
    """The style's own sheet, then those it is based on."""
    seen: set[Path] = set()
    while True:
        sheet = _sheet(folder / SHEET)
        yield sheet
        seen.add(folder.resolve())
        base = sheet.values.get("based_on")
        if not isinstance(base, str):
            return
        try:
            folder = find_style(base, near)
        except StyleError as error:
            raise sheet.wrong(str(error), error.remedy, "based_on") from error
        if folder.resolve() in seen:
            raise sheet.wrong(f"based_on runs in a circle: {base}", "name another style", "based_on")


def _sheet(file: Path) -> _Sheet:
    try:
        text = file.read_bytes().decode("utf-8").replace("\r\n", "\n")
        return _Sheet(file, text, tomllib.loads(text))
    except OSError as error:
        raise StyleError(f"{file}: can't be read: {error.strerror}", "check its permissions") from error
    except UnicodeDecodeError as error:
        raise StyleError(f"{file}: is not UTF-8 text", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"{file}, line {line[1]}" if line else f"{file}, at its end"
        raise StyleError(f"{where}: no TOML: {str(error).split(' (at')[0]}", "see docs/styles.md") from error


def _part(kind: type, part: str, given: Mapping[str, tuple[_Sheet, Any]], first: _Sheet) -> Any:
    """Make one part of the style; every key must be known, and none may be missing."""
    known = {token.name for token in fields(kind)}
    for key, (sheet, _) in given.items():
        if key not in known:
            raise sheet.wrong(f"no such key in [{part}]: {key}", f"known are {', '.join(sorted(known))}", part, key)
    missing = sorted(known - set(given))
    if missing:
        remedy = 'add it, or write based_on = "standard" on the first line'
        raise first.wrong(f"[{part}] lacks {', '.join(missing)}", remedy, part)
    return kind(**{key: _token(kind, part, key, sheet, value) for key, (sheet, value) in given.items()})


def _token(kind: type, part: str, key: str, sheet: _Sheet, value: Any) -> Any:
    if kind is Faces:
        return _face(sheet, key, value)
    if kind is Types:
        return _type(sheet, key, value)
    if kind is Columns:
        return _widths(sheet, key, value)
    if kind in (Colours, Screen, Dark):
        return _colour(sheet, part, key, value)
    if (kind is CitationType and key in ("face", "colour")) or kind in (DocxFonts, HtmlFonts):
        return _words(sheet, part, key, value)
    return _number(sheet, part, key, value)


def _words(sheet: _Sheet, part: str, key: str, value: Any) -> str:
    known = {"face": Faces, "colour": Colours}.get(key)
    names = [token.name for token in fields(known)] if known else []
    if isinstance(value, str) and value and not re.search(r"[<>{};\x00-\x1f]", value) and (not names or value in names):
        return value
    remedy = f"take one of {', '.join(names)}" if names else "give the name of a font"
    raise sheet.wrong(f"[{part}] {key} can't be {value!r}", remedy, part, key)


def _number(sheet: _Sheet, part: str, key: str, value: Any) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 2000:
        return float(value)
    raise sheet.wrong(f"[{part}] {key} can't be {value!r}", "give a number", part, key)


def _widths(sheet: _Sheet, key: str, value: Any) -> Widths:
    if not isinstance(value, list) or len(value) != COLUMNS[key] or 0 not in value:
        remedy = f"give {COLUMNS[key]} widths in brackets, at least one of them 0 for what is left"
        raise sheet.wrong(f"[columns] {key} can't be {value!r}", remedy, "columns", key)
    return tuple(_number(sheet, "columns", key, width) for width in value)


def _colour(sheet: _Sheet, part: str, key: str, value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        return value
    raise sheet.wrong(f"{key} is no colour: {value!r}", 'write it as "#1B3A5C"', part, key)


def _type(sheet: _Sheet, key: str, value: Any) -> Type:
    """One row of [types]. Sizes below 9 pt are refused: a note is read in bad light too."""
    known = {token.name for token in fields(Type)}
    if not isinstance(value, dict) or not {"face", "size", "leading"} <= set(value) <= known:
        remedy = f'write {key} = {{ face = "source", size = 11, leading = 14.2 }}, with colour and tracking if need be'
        raise sheet.wrong(f"{key} is no type", remedy, "types", key)
    numbers = {name: _number(sheet, "types", key, value.get(name, 0.0)) for name in ("size", "leading", "tracking")}
    if numbers["size"] < SMALLEST or numbers["leading"] < numbers["size"]:
        remedy = f"take a size of at least {SMALLEST:g} and a leading of at least the size"
        raise sheet.wrong(f"{key} is set {numbers['size']:g} on {numbers['leading']:g}", remedy, "types", key)
    for name in ("face", "colour"):
        try:
            _words(sheet, "types", name, value.get(name, "ink"))
        except StyleError as error:
            what = f"{key}: {name} can't be {value.get(name)!r}"
            raise sheet.wrong(what, error.remedy, "types", key) from error
    return Type(face=value["face"], colour=value.get("colour", "ink"), **numbers)


def _face(sheet: _Sheet, key: str, value: Any) -> Face:
    if isinstance(value, str) and value in PDF_FONTS:
        return Face(value, None)
    if not isinstance(value, str) or not value:
        raise sheet.wrong(f"face {key} is no file", "write the path of a .ttf file in quotation marks", "faces", key)
    file = sheet.folder / value
    try:
        with file.open("rb") as opened:
            head = opened.read(4)
    except OSError as error:
        remedy = f"put the file there, or name one of {', '.join(sorted(PDF_FONTS))}"
        raise sheet.wrong(f"font {key} is not there: {file}", remedy, "faces", key) from error
    if head not in (b"\x00\x01\x00\x00", b"true"):
        raise sheet.wrong(f"font {key} is no TrueType file: {file}", "take the .ttf edition of the font", "faces", key)
    return Face(file.stem, file)
