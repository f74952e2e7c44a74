"""Plain text and Markdown: the text as it stands."""

from __future__ import annotations

import re

from briefing.errors import UnreadableFile
from briefing.sources.reader import Fit, Given, RawArticle, Reader, Reading, decode, is_text

SUFFIXES = (".txt", ".text", ".md", ".markdown")


# Text that is another format's source: its commands are no words.
_SOURCE = re.compile(r"\s*(?:\{\\(?P<rtf>rtf)1?\b|<\?(?P<xml>xml)\b|%!(?P<ps>PS)-)")


def fits(head: bytes, suffix: str) -> Fit:
    if not is_text(head):
        return Fit.NO
    return Fit.NAMED if suffix in SUFFIXES else Fit.FALLBACK


def read(given: Given) -> Reading:
    text = decode(given.data)
    given.limits.check_length(len(text))
    if source := _SOURCE.match(text):
        raise UnreadableFile("unknown-format", str(source[source.lastgroup or 0]).upper())
    if (lines := text.count("\n")) > given.limits.lines:
        raise UnreadableFile("too-many-lines", str(lines), str(given.limits.lines))
    if not text.strip():
        raise UnreadableFile("empty")
    return Reading((RawArticle(text),))


READER = Reader(SUFFIXES, ("text/plain", "text/markdown"), fits, read)
