"""The contract of an input format, and the decoding of bytes: Given (bytes and name) -> Reading (raw articles).

A format is one module of this folder with `READER = Reader(...)`, or an entry point of the group `briefing.readers`. A reader
takes a file apart and passes on all it finds, unjudged: which lines are furniture is said by `tidy.py`, which clue dates the
article by `dates/publication.py`. Heavy libraries are imported inside `read`, so that a folder of text never pays for PDF.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from briefing.errors import UnreadableFile
from briefing.model import Block, Clue, Finding, Problem

HEAD = 4096  # how many bytes of a file a reader sees before it is chosen


class Fit(IntEnum):
    """How sure a reader is that a file is of its format, from its first `HEAD` bytes and its suffix. The surest reader is
    taken; content beats the suffix."""

    NO = 0
    FALLBACK = 1  # any text can be read as this
    NAMED = 2  # the suffix says so and the content does not speak against it
    LIKELY = 3  # the content looks like it
    SURE = 4  # a signature that nothing else has ("%PDF-")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. `file_bytes`, `text_chars` and `lines` bound one file and the text made of it, `parts` how many
    articles one file may hold, `depth` how deep files may lie in files (a mail in a zip is 2)."""

    file_bytes: int = 64_000_000
    text_chars: int = 20_000_000
    lines: int = 100_000
    unpacked_bytes: int = 256_000_000
    parts: int = 10_000
    depth: int = 5

    @classmethod
    def of(cls, megabytes: int) -> Limits:
        """The usual limits, in proportion to the size that one file may have."""
        usual = cls()
        times = megabytes * 1_000_000 / usual.file_bytes
        return cls(
            round(times * usual.file_bytes),
            round(times * usual.text_chars),
            round(times * usual.lines),
            round(times * usual.unpacked_bytes),
        )

    def check_length(self, characters: int) -> None:
        """Raise UnreadableFile("too-long") for a text that is longer than one text may be."""
        if characters > self.text_chars:
            counts = (f"{count:_}".replace("_", " ") for count in (characters, self.text_chars))
            raise UnreadableFile("too-long", *counts)


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as the format gives it.

    `text` is kept as the article's text as read. `blocks` None: plain text, `tidy.py` finds blocks and kinds; otherwise the
    format knows its blocks (elements, pages, paragraphs), and `tidy.py` judges only those of kind OTHER without a reason.
    `part` tells articles of one file apart (None for one). `clues` are raw; `title`, `outlet`, `authors` what the format itself
    says outside of the text (meta, header), None or empty where it is for the text to say. `language` ISO 639-1 as
    declared, "" when not.
    """

    text: str
    blocks: tuple[Block, ...] | None = None
    clues: tuple[Clue, ...] = ()
    title: Finding | None = None
    outlet: Finding | None = None
    authors: tuple[Finding, ...] = ()
    language: str = ""
    url: str | None = None
    part: str | None = None
    media_type: str | None = None  # None: the reader's first


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a file, and what it could not: a bad line of an export never costs the other lines.
    The path of a problem is filled in by `folder.py`; a reader says `where` ("line 5")."""

    articles: tuple[RawArticle, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A file as a reader gets it. `name` is its file name; `inner` reads a file inside of this one (a zip's member, a mail's
    attachment) with whichever reader fits, and raises UnreadableFile as that reader does."""

    data: bytes
    name: str
    limits: Limits = field(default_factory=Limits)
    inner: Callable[[str, bytes], Reading] | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """An input format. `suffixes` in lower case with the dot; `media_types` first the one recorded in `Source`;
    `fits(head, suffix)` says how sure it is; `read` raises UnreadableFile(code, *facts)."""

    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    fits: Callable[[bytes, str], Fit]
    read: Callable[[Given], Reading]


# --------------------------------------------------------------------------- bytes -> text

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x00\x1c\x1d\x1e\x1f\x1a"))
_BINARY_SHARE, _NUL_SHARE = 0.02, 0.1  # of control characters, and of NULs: more is no text
_NEWLINES = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_BREAKS = ("\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85")
_SAMPLE = 50_000


@lru_cache(maxsize=4)
def is_text(head: bytes) -> bool:
    """Whether bytes are text of some encoding, from their first few thousand. Every reader of text asks it of the same head."""
    if any(head.startswith(mark) for mark, _ in _MARKS) or _wide(head):
        return True
    bad = len(head) - len(head.translate(None, _CONTROLS))
    return bad <= len(head) * _BINARY_SHARE and head.count(0) <= len(head) * _NUL_SHARE


def _wide(data: bytes) -> str:
    """The name of UTF-16 without a byte order mark, "" where it is not: every other byte of Latin script is zero,
    and in any script one of the two bytes varies far less than the other."""
    sample = data[: _SAMPLE // 2 * 2]
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < 4 or 0 not in sample:
        return ""
    high, low = sample[::2], sample[1::2]
    for zeros, others, name in ((high, low, "utf-16-be"), (low, high, "utf-16-le")):
        if zeros.count(0) > len(zeros) * 0.1 and others.count(0) <= len(others) * 0.01:
            try:
                text = sample.decode(name, errors="ignore")
            except UnicodeDecodeError:
                continue
            if sum(c.isprintable() or c.isspace() for c in text) > 0.95 * len(text):
                return name
    return ""


def decode(data: bytes, declared: str | None = None) -> str:
    """Text of bytes in any encoding, with single line feeds; NULs become spaces.

    In this order: byte order mark, UTF-8, UTF-16 without a mark, the `declared` encoding, charset-normalizer on a sample.
    Raises UnreadableFile("not-text") for what is no text.
    """
    text = _decode(data, declared)
    if "\x00" in text:
        text = text.replace("\x00", " ")
    if any(map(text.__contains__, _BREAKS)):
        text = _NEWLINES.sub("\n", text)
    return text


def _decode(data: bytes, declared: str | None) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace").lstrip("\ufeff")
    if not (is_text(data[:HEAD]) and (len(data) <= HEAD or is_text(data[:_SAMPLE]))):
        raise UnreadableFile("not-text")
    if wide := _wide(data):
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _cut_or_rare(data, error):
            return data.decode("utf-8", errors="replace")
    if declared:
        try:
            return data.decode(declared)
        except (LookupError, UnicodeDecodeError):
            pass
    return _decode_legacy(data)


def _cut_or_rare(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether bytes are UTF-8 all the same: cut in the middle of a character at the end, or with a bad byte or two among
    many good sequences."""
    if error.start >= len(data) - 3:
        return True
    sample = data[: max(_SAMPLE, error.start + _SAMPLE)]
    text = sample.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(c > "\x7f" for c in text) - bad
    return good > 10 * bad


def _decode_legacy(data: bytes) -> str:
    from charset_normalizer import from_bytes

    first = next((i for i, byte in enumerate(data[: 4 * _SAMPLE]) if byte > 0x7F), 0)
    sample = data[max(0, first - 1000) : first + _SAMPLE]
    matches = list(from_bytes(sample))
    best = matches[0] if matches else None
    # among readings that look equally good, the code page that most of the world's files have
    usual = next((m for m in matches if "cp1252" in m.could_be_from_charset), None)
    if best is None or (usual and usual.chaos <= best.chaos and usual.coherence >= best.coherence):
        return data.decode("cp1252", errors="replace")
    return data.decode(best.encoding, errors="replace")
