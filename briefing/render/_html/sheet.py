"""What a page looks like: colours and fonts of the style, the sheet `note.css`, the rules that hang on this note.

Everything is in the file itself: fonts as data, style and script as text, both named in the policy by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from importlib.resources import files
from pathlib import Path

from briefing.document import Document, Furniture, Line, Passage
from briefing.style import Style

# A face's file is cut into four: NAME.woff2, NAME.greek.woff2 ... The first is always there, the others where the text
# needs them. templates/webfonts.py makes them from these very ranges.
RANGES = {
    "": "U+20-7E,U+A0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215,U+FFFD",
    ".latin-ext": "U+100-130,U+132-151,U+154-2AF,U+300-36F,U+1E00-1EFF,U+20A0-20AB,U+20AD-20C0,U+2C60-2C7F,U+A720-A7FF",
    ".greek": "U+370-3FF,U+1F00-1FFF",
    ".cyrillic": "U+400-52F,U+1C80-1C88,U+2116,U+2DE0-2DFF,U+A640-A69F",
}


@cache
def packaged(name: str) -> str:
    """A text file of this folder."""
    return files("briefing.render._html").joinpath(name).read_text(encoding="utf-8")


@cache
def _note_css() -> str:
    """The sheet without its comments and line ends: it travels in every note."""
    return re.sub(r"\s*\n\s*", "", re.sub(r"/\*.*?\*/", "", packaged("note.css"), flags=re.DOTALL))


def sheet(document: Document, style: Style, text: str, extra: Iterable[str]) -> str:
    """The style sheet of the page. `text` is all that is shown: it decides which fonts are needed."""
    return "".join((*_fonts(style, text), _tokens(style, document), _note_css(), *_cards(document), *extra))


def script() -> str:
    return packaged("note.js").strip()


def hashed(text: str) -> str:
    """How a content security policy names an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


# --------------------------------------------------------------------------- fonts


def _fonts(style: Style, text: str) -> Iterator[str]:
    faces = style.faces
    for family, face, weight in (
        ("Note Serif", faces.source, 400),
        ("Note Display", faces.title, 600),
        ("Note Sans", faces.tool, 400),
        ("Note Sans", faces.strong, 600),
    ):
        if face.file is None:
            continue
        for part, ranges in RANGES.items():
            file = face.file.with_suffix(f"{part}.woff2")
            if file.is_file() and (not part or _needed(ranges, text)):
                yield _font(family, weight, file, ranges)


def _font(family: str, weight: int, file: Path, ranges: str) -> str:
    data = base64.b64encode(file.read_bytes()).decode()
    source = f'url(data:font/woff2;base64,{data})format("woff2")'
    return f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:block;src:{source};unicode-range:{ranges}}}'


def _needed(ranges: str, text: str) -> bool:
    return _class(ranges).search(text) is not None


@cache
def _class(ranges: str) -> re.Pattern[str]:
    """A pattern for the characters of a unicode-range."""
    ends = (part.removeprefix("U+").partition("-") for part in ranges.split(","))
    return re.compile("[" + "".join(f"\\U{first:0>8}-\\U{last or first:0>8}" for first, _, last in ends) + "]")


# --------------------------------------------------------------------------- tokens


def _tokens(style: Style, document: Document) -> str:
    """Colours and font lists as custom properties; grey notes stay light on every system."""
    light = "".join(
        f"--{field.name.replace('_', '-')}:{getattr(part, field.name)};"
        for part in (style.colours, style.screen)
        for field in fields(part)
    )
    dark = "".join(f"--{f.name.replace('_', '-')}:{getattr(style.dark, f.name)};" for f in fields(style.dark))
    serif, sans = style.html.source, style.html.tool
    fonts = f'--serif:"Note Serif",{serif};--display:"Note Display",{serif};--sans:"Note Sans",{sans};'
    night = "" if document.bw else f"@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}"
    large = ":root{font-size:125%!important}" if document.edition == "large-print" else ""
    return f":root{{color-scheme:light;{light}{fonts}}}{night}{large}"


def _cards(document: Document) -> Iterator[str]:
    """The working card of a sentence is shown while that sentence is the target, and the sentence marked while its card is:
    two rules for each place in a line."""
    sources = document.texts.sources if document.texts else ()
    lines = (line for source in sources for line in source.lines if isinstance(line, Line))
    passages = (part for line in lines for part in line.parts if isinstance(part, Passage))
    for number in sorted({passage.number for passage in passages if passage.workings}):
        yield f".l:has(.p{number}:target)>.w{number}{{display:block}}"
        yield f".l:has(>.w{number}:target) .p{number}{{background:var(--mark);color:var(--mark-ink)}}"


# --------------------------------------------------------------------------- paper


def page_sheet(document: Document, style: Style) -> str:
    """The margins of the printed page, with what stands on each: marking, as-of date, page number."""
    furniture, page = document.furniture, style.page(document.paper)
    margins = f"{page.top + 6:g}mm {page.side:g}mm {page.bottom:g}mm"
    size = "letter" if document.paper == "letter" else "A4"
    face = f"font:9pt {style.html.tool};color:{style.colours.secondary}"
    strong = f"font:600 11pt {style.html.tool};color:{style.colours.ink}"
    marking = css_string(furniture.marking)
    boxes = [f"@bottom-left{{content:{css_string(furniture.footer)};{face}}}"]
    boxes += [f"@bottom-right{{content:{_page_of(furniture)};{face}}}"]
    boxes += [
        f"@{place}{{content:{marking};{strong}}}" for place in ("top-right", "bottom-center") if furniture.marking
    ]
    return f"@page{{size:{size};margin:{margins};{''.join(boxes)}}}"


def _page_of(furniture: Furniture) -> str:
    """ "Page {page} of {pages}" as CSS counters."""
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    parts = re.split(r"(\{pages?\})", furniture.page)
    return " ".join(counters.get(part, css_string(part)) for part in parts if part) or '""'


def css_string(text: str) -> str:
    """Any text as a CSS string; what could end it or the style element is written as an escape."""
    kept = re.compile(r"[\w .,:;+/()·–—-]")
    return '"' + "".join(c if kept.match(c) else f"\\{ord(c):x} " for c in text if not "\ud800" <= c <= "\udfff") + '"'
