"""The contract of a format: a module of this folder (or a package's entry point) with a `WRITER`. Modules that are no
format begin with an underscore or stand in `CONTRACTS`.

Document + Style -> bytes. The same document and style give the same bytes: no clock, no locale, no network.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing import plugins
from briefing.document import Document
from briefing.errors import UnknownFormat
from briefing.model import Problem, Result
from briefing.style import Style, in_grey, in_large_print

GROUP = "briefing.writers"
CONTRACTS = frozenset({"writer", "safe", "scene", "breaks", "direction"})


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: the suffix of its files (".pdf"), its media type, and the function that makes the bytes.
    `shows_sources`: it draws the source texts of a document that holds them. `lacks` says what of a document it can't set
    in a style, None for a format that can set everything."""

    suffix: str
    media_type: str
    write: Callable[[Document, Style], bytes]
    shows_sources: bool = False
    lacks: Callable[[Document, Style], tuple[Problem, ...]] | None = None


@dataclass(frozen=True, slots=True)
class DataWriter:
    """A format for programs: it holds the whole result, and takes from the note only what it is called."""

    suffix: str
    media_type: str
    write: Callable[[Result, Document], bytes]


def formats() -> tuple[str, ...]:
    """The names of all formats a note can be had in, ours and those of installed packages."""
    return tuple(sorted(set(plugins.names("briefing.render", GROUP)) - CONTRACTS))


def writer(fmt: str) -> Writer | DataWriter:
    """The writer of a format. Raises UnknownFormat with the list of those there are."""
    found = plugins.load("briefing.render", GROUP, fmt, "WRITER") if fmt in formats() else None
    if not isinstance(found, (Writer, DataWriter)):
        raise UnknownFormat(f"no format called {fmt}", f"choose one of {', '.join(formats())}")
    return found


def lacking(document: Document, style: Style, fmt: str) -> tuple[Problem, ...]:
    """What of the document the format can't set: scripts without a font, or that it can't shape."""
    chosen = writer(fmt)
    return chosen.lacks(document, style) if isinstance(chosen, Writer) and chosen.lacks else ()


def render(document: Document, style: Style, fmt: str, result: Result | None = None) -> bytes:
    """The note as a file of that format; the document's modes (grey, large print) are the style's to show.
    Formats for programs write `result`, that which the note was made of."""
    chosen = writer(fmt)
    if isinstance(chosen, DataWriter):
        if result is None:
            raise UnknownFormat(f"{fmt} holds the whole result, not the note alone", "hand the result of the build on")
        return chosen.write(result, document)
    if document.bw:
        style = in_grey(style)
    if document.edition == "large-print":
        style = in_large_print(style)
    return chosen.write(document, style)
