"""Word files: paragraphs in order with what their styles say, tables, footnotes and headers; read as the zip of XML they are.

python-docx reads no footnotes; and a file from outside is opened here with every bound in one place: what the archive may
hold, no entities, no network, no relation to anything outside of the file is ever followed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing.errors import UnreadableFile
from briefing.model import Block, BlockKind, Clue, Finding, Span
from briefing.sources.reader import Fit, Given, RawArticle, Reader, Reading

SUFFIXES = (".docx", ".docm", ".dotx")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97, or a new file locked with a password
MAX_MEMBERS = 5000

# What a style's English name says of its paragraphs; the id is the same in all languages of Word.
_STYLES = (
    (re.compile(r"^title$"), BlockKind.HEADLINE, "style-title"),
    (re.compile(r"^subtitle$"), BlockKind.STANDFIRST, "style-subtitle"),
    (re.compile(r"^heading ?\d|^überschrift|^titre ?\d"), BlockKind.HEADLINE, "subheading"),
    (re.compile(r"^caption$"), BlockKind.CAPTION, "style-caption"),
    (re.compile(r"quote"), BlockKind.QUOTE, ""),
    (re.compile(r"^list"), BlockKind.LIST, ""),
    (re.compile(r"^toc ?\d|^table of"), BlockKind.MENU, "style-contents"),
)


def fits(start: bytes, suffix: str) -> Fit:
    if start.startswith(_OLD):
        return Fit.LIKELY
    if not start.startswith(b"PK\x03\x04"):
        return Fit.NO
    if b"word/" in start:
        return Fit.SURE
    return Fit.LIKELY if suffix in SUFFIXES else Fit.NO


def read(given: Given) -> Reading:
    if given.data.startswith(_OLD):
        raise UnreadableFile("word-old-or-locked")
    members = _members(given)
    styles = _style_names(members.get("word/styles.xml"))
    main = members.get("word/document.xml")
    if main is None:
        raise UnreadableFile("docx-broken")
    paragraphs = list(_paragraphs(_xml(main), styles))
    for name in sorted(members):
        if name in {"word/footnotes.xml", "word/endnotes.xml"}:
            notes = _paragraphs(_xml(members[name]), styles)
            paragraphs += [p._replace(kind=BlockKind.OTHER, reason="footnote") for p in notes]
        elif re.fullmatch(r"word/(?:header|footer)\d*\.xml", name):
            edges = _paragraphs(_xml(members[name]), styles)
            paragraphs += [p._replace(kind=BlockKind.REPEATED, reason="page-edge") for p in edges]
    if not any(p.text for p in paragraphs):
        raise UnreadableFile("no-text")
    return Reading((_article(paragraphs, members),))


# --------------------------------------------------------------------------- the archive

_WANTED = re.compile(r"word/(?:document|styles|footnotes|endnotes|header\d*|footer\d*)\.xml|docProps/core\.xml")


def _members(given: Given) -> dict[str, bytes]:
    """The parts that hold text, unpacked within the limit. Names in lower case do not matter to Word; ours are exact."""
    found: dict[str, bytes] = {}
    left = given.limits.unpacked_bytes
    try:
        with zipfile.ZipFile(io.BytesIO(given.data)) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_MEMBERS:
                raise UnreadableFile("zip-too-many", str(len(infos)), str(MAX_MEMBERS))
            for info in infos:
                if not _WANTED.fullmatch(info.filename) or info.filename in found:
                    continue
                if info.flag_bits & 0x1:
                    raise UnreadableFile("word-old-or-locked")
                with archive.open(info) as stream:
                    data = stream.read(left + 1)
                left -= len(data)
                if left < 0:
                    raise UnreadableFile("zip-bomb", f"{given.limits.unpacked_bytes / 1e6:.0f}")
                found[info.filename] = data
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise UnreadableFile("docx-broken") from error
    return found


def _xml(data: bytes) -> Any:
    from lxml import etree

    if b"<!DOCTYPE" in data[:2000]:  # no Word file has one: it is there to be expanded
        raise UnreadableFile("xml-entities")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile("docx-broken") from error
    if root is None:
        raise UnreadableFile("docx-broken")
    return root


# --------------------------------------------------------------------------- paragraphs


class _Paragraph(NamedTuple):
    text: str
    kind: BlockKind
    reason: str


def _style_names(data: bytes | None) -> dict[str, str]:
    """Style id -> its name in lower case."""
    names: dict[str, str] = {}
    if data is not None:
        for style in _xml(data).iter(f"{_W}style", f"{_STRICT}style"):
            name = next((child.get(f"{_ns(child)}val") for child in style if _local(child) == "name"), None)
            if (key := style.get(f"{_ns(style)}styleId")) and name:
                names[key] = name.lower()
    return names


def _ns(element: Any) -> str:
    return str(element.tag).rpartition("}")[0] + "}"


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _paragraphs(root: Any, styles: dict[str, str]) -> Iterator[_Paragraph]:
    """Every paragraph that is in force, in document order; those of text boxes after the one they hang on."""
    for paragraph in root.iter(f"{_W}p", f"{_STRICT}p"):
        if any(box.tag == _MC_FALLBACK for box in paragraph.iterancestors()):
            continue  # the same words once more, for old programs
        text = _text(paragraph)
        if text:
            yield _Paragraph(text, *_kind(paragraph, styles))


def _text(paragraph: Any) -> str:
    """The paragraph's words: inserted ones are in force, deleted ones and field codes are not."""
    parts: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        name = _local(element)
        if name in {"t", "tab", "br", "cr", "noBreakHyphen"}:
            parts.append({"t": element.text or "", "noBreakHyphen": "-", "tab": " "}.get(name, "\n"))
        elif name not in {"p", "del", "moveFrom", "instrText", "delText", "pPr", "rPr", "Fallback"}:
            stack.extend(reversed(element))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(lines).strip()


def _kind(paragraph: Any, styles: dict[str, str]) -> tuple[BlockKind, str]:
    properties = next((child for child in paragraph if _local(child) == "pPr"), None)
    if properties is None:
        return BlockKind.OTHER, ""
    listed = False
    for child in properties:
        if _local(child) == "pStyle":
            key = child.get(f"{_ns(child)}val") or ""
            name = styles.get(key, key).lower()
            for pattern, kind, reason in _STYLES:
                if pattern.search(name):
                    return kind, reason
        listed = listed or _local(child) == "numPr"
    return (BlockKind.LIST if listed else BlockKind.OTHER), ""


# --------------------------------------------------------------------------- article


def _article(paragraphs: list[_Paragraph], members: dict[str, bytes]) -> RawArticle:
    blocks: list[Block] = []
    at = 0
    for number, (text, kind, reason) in enumerate(paragraphs, 1):
        blocks.append(Block(Span(at, at + len(text)), kind, number, reason))
        at += len(text) + 2
    about = _properties(members.get("docProps/core.xml"))
    heading = next((p.text for p in paragraphs if p.reason == "style-title"), None)
    title = Finding(heading, "style-title", heading) if heading else None
    if title is None and (said := about.get("title")):
        title = Finding(said, "docx-properties", said)
    clues = tuple(
        Clue(f"docx:{key}", about[key], f"Word property {key}") for key in ("created", "modified") if key in about
    )
    return RawArticle("\n\n".join(p.text for p in paragraphs), tuple(blocks), clues, title)


def _properties(data: bytes | None) -> dict[str, str]:
    """Title, created, modified of the file's properties. Its author is whoever typed it: no byline."""
    if data is None:
        return {}
    return {
        _local(element): element.text.strip()
        for element in _xml(data)
        if _local(element) in {"title", "created", "modified"} and element.text and element.text.strip()
    }


READER = Reader(SUFFIXES, ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",), fits, read)
