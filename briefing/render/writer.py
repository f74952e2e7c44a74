"""The contract of a format: a module of this folder (or a package's entry point) with a `WRITER`.

Document + Style -> bytes. The same document and style give the same bytes: no clock, no locale, no network.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing import plugins
from briefing.document import Document
from briefing.errors import UnknownFormat
from briefing.style import Style, in_grey, in_large_print

GROUP = "briefing.writers"


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: the suffix of its files (".pdf"), its media type, and the function that makes the bytes."""

    suffix: str
    media_type: str
    write: Callable[[Document, Style], bytes]


def formats() -> tuple[str, ...]:
    """The names of all formats a note can be had in, ours and those of installed packages."""
    contracts = {"writer", "safe", "scene"}
    return tuple(sorted(set(plugins.names("briefing.render", GROUP)) - contracts))


def writer(fmt: str) -> Writer:
    """The writer of a format. Raises UnknownFormat with the list of those there are."""
    found = plugins.load("briefing.render", GROUP, fmt, "WRITER") if fmt in formats() else None
    if not isinstance(found, Writer):
        raise UnknownFormat(f"no format called {fmt}", f"choose one of {', '.join(formats())}")
    return found


def render(document: Document, style: Style, fmt: str) -> bytes:
    """The note as a file of that format; the document's modes (grey, large print) are the style's to show."""
    if document.bw:
        style = in_grey(style)
    if document.edition == "large-print":
        style = in_large_print(style)
    return writer(fmt).write(document, style)
