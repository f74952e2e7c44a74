"""PDF: the text of each page in reading order, its lines joined into paragraphs again, with page numbers.

Running headers and footers are lifted out of the flow, so that a sentence that goes over a page is one sentence; they are
kept behind the text, as blocks of their own. A word cut at the end of a line is joined where the document shows how it is
written. Pictures of text hold no text and are refused by name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from briefing.errors import UnreadableFile
from briefing.model import Block, BlockKind, Clue, Finding, Span
from briefing.sources.reader import Fit, Given, Limits, RawArticle, Reader, Reading

SUFFIXES = (".pdf",)
MAX_PAGES = 3000
_EDGE = 3  # lines at the top and the bottom of a page that may be running header or footer
_LONGEST_EDGE = 90  # characters of such a line, at the most
_LEAST_TEXT = 8  # characters a page, on average: less is a scan
_ENDS = re.compile(r"[.!?…:;。]['\"”’»)\]]*$")
_CUT = "\x02\ufffe\u00ad"  # how pdfium gives a hyphen at the end of a line
_CUT_WORD = re.compile(rf"([\w'’-]*)[{_CUT}]\s*([\w'’-]*)")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def fits(start: bytes, _suffix: str) -> Fit:
    if b"%PDF-" in start[:1024]:
        return Fit.SURE
    return Fit.NO


def read(given: Given) -> Reading:
    document = _open(given.data)
    try:
        if len(document) > MAX_PAGES:
            raise UnreadableFile("too-many-pages", str(len(document)), str(MAX_PAGES))
        pages = [_lines(document, number, given.limits) for number in range(len(document))]
        about: dict[str, str] = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    characters = sum(len(line.text) for page in pages for line in page)
    if characters < _LEAST_TEXT * max(1, len(pages)):
        raise UnreadableFile("pdf-no-text", str(len(pages)))
    given.limits.check_length(characters)
    return Reading((_article(pages, about),))


def _open(data: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableFile("pdf-password") from error
        raise UnreadableFile("pdf-broken") from error


# --------------------------------------------------------------------------- lines


@dataclass(slots=True)
class _Line:
    """`left`, the base line `base`, and the type's `size` in points, from the lower left corner of the page; `page` from 1. How far a line
    goes to the right is told by its characters: asking for the place of each last one would cost as much as the text."""

    text: str
    page: int
    left: float
    base: float
    size: float


def _lines(document: Any, number: int, limits: Limits) -> list[_Line]:
    from ctypes import c_double

    import pypdfium2
    from pypdfium2 import raw

    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []
    found = []
    limits.check_length(text_page.count_chars())
    if text_page.count_chars() > 0:
        left, base = c_double(), c_double()
        handle, at = text_page.raw, 0
        for line in text_page.get_text_range().split("\n"):
            bare = line.strip(" \t\r\u00a0")
            if bare:
                first = at + line.index(bare[0])
                raw.FPDFText_GetCharOrigin(handle, first, left, base)
                size = round(raw.FPDFText_GetFontSize(handle, first), 1)
                found.append(_Line(bare, number + 1, left.value, base.value, size))
            at += len(line) + 1
    text_page.close()
    page.close()
    return found


# --------------------------------------------------------------------------- running headers and footers


def _furniture(pages: Sequence[Sequence[_Line]]) -> set[int]:
    """The ids of lines that stand at the edge of several pages, but for their numbers, and of bare page numbers."""
    seen: Counter[tuple[bool, str]] = Counter()
    edges: list[tuple[bool, _Line]] = []
    for page in pages:
        by_height = sorted(page, key=lambda line: -line.base)
        edge = [(True, line) for line in _set_apart(by_height)]
        edge += [(False, line) for line in _set_apart(by_height[::-1]) if (True, line) not in edge]
        edges += edge
        seen.update({(top, _shape(line.text)) for top, line in edge})
    least = max(2, round(0.4 * len(pages)))
    return {
        id(line)
        for top, line in edges
        if (len(pages) > 1 and seen[top, _shape(line.text)] >= least)
        or _PAGE_NUMBER.fullmatch(line.text)
        or _PRINTED.search(line.text)
    }


def _set_apart(lines: Sequence[_Line]) -> list[_Line]:
    """Of the outermost lines of a page those that a gap or another size of type keeps apart from what follows inwards."""
    found = []
    for line, inner in pairwise(lines[: _EDGE + 1]):
        if len(line.text) >= _LONGEST_EDGE:
            break
        found.append(line)
        if abs(line.base - inner.base) > 1.6 * max(line.size, inner.size, 4) or line.size != inner.size:
            return found
    return found if 0 < len(lines) <= _EDGE and len(found) == len(lines) - 1 else []


_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:page|p\.|seite|página|стр\.?)?\s*\d{1,4}(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
)


# What a browser prints at the edges of a page: the time of printing, and the address with the number of the page.
_PRINTED = re.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}|^(?:https?|file)://\S+(?: \d+/\d+)?$")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.lower().split()))


# --------------------------------------------------------------------------- paragraphs


def _paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines of the body joined into paragraphs, over columns and pages."""
    pitch = _pitches(lines)
    widths = _widths(lines)
    paragraph: list[_Line] = []
    for line in lines:
        if paragraph and _breaks(paragraph, line, pitch, widths):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _pitches(lines: Sequence[_Line]) -> dict[float, float]:
    """The distance from line to line within paragraphs, for each size of type: among the small ones of all."""
    found: dict[float, list[float]] = defaultdict(list)
    for one, two in pairwise(lines):
        down = one.base - two.base
        if one.page == two.page and one.size == two.size and 0 < down < 3 * max(one.size, 4):
            found[one.size].append(down)
    usual = {size: sorted(values)[len(values) // 2] for size, values in found.items()}
    return {size: min(v for v in values if v > 0.45 * usual[size]) for size, values in found.items()}


def _widths(lines: Sequence[_Line]) -> dict[tuple[int, int], int]:
    """The characters of the longest line of those that begin at about the same place: the width of each column of a page."""
    found: dict[tuple[int, int], int] = defaultdict(int)
    for line in lines:
        key = (line.page, round(line.left / 36))
        found[key] = max(found[key], len(line.text))
    return found


def _breaks(
    paragraph: Sequence[_Line], line: _Line, pitch: dict[float, float], widths: dict[tuple[int, int], int]
) -> bool:
    """Whether `line` begins a new paragraph."""
    last = paragraph[-1]
    if abs(last.size - line.size) > 0.12 * max(last.size, line.size):
        return True
    ended = bool(_ENDS.search(last.text))
    down = last.base - line.base
    page, column = last.page, round(last.left / 36)
    width = max(widths.get((page, column - 1), 0), widths[page, column], widths.get((page, column + 1), 0))
    short = len(last.text) < 0.8 * width
    if last.page != line.page or down < -line.size or down > 20 * max(line.size, 4):
        return ended or (short and not line.text[0].islower())  # a new column or page: the sentence may go on
    if down > 1.45 * pitch.get(line.size, 1.2 * line.size):
        return not (line.text[0].islower() and not ended)
    lefts = [part.left for part in paragraph[-2:] if abs(part.left - last.left) < 5 * last.size]
    if line.left > min(lefts) + 0.7 * line.size and down > 0.5 * line.size:
        return (
            len(paragraph) > 1 or ended
        )  # an indent; the second line of a paragraph is never indented against the first
    heading = (
        len(last.text) < 0.6 * width
        and not last.text.endswith(",")
        and (line.text[0].isupper() or line.text[0].isdigit())
    )
    return (short and ended) or heading


def _joined(paragraph: Sequence[_Line], words: frozenset[str]) -> str:
    text = ""
    for line in paragraph:
        piece = line.text
        if not text:
            text = piece
        elif text[-1] in _CUT or (text[-1] == "-" and re.search(r"\w-$", text) and piece[:1].islower()):
            text = _rejoined(text[:-1], piece, words)
        else:
            text = f"{text} {piece}"
    if any(sign in text for sign in _CUT):  # pdfium joins such lines itself, with a sign
        text = _CUT_WORD.sub(lambda cut: _rejoined(cut[1], cut[2], words), text)
    return " ".join((text if text.isprintable() else _CONTROL.sub(" ", text)).split())


def _words(flow: Sequence[_Line]) -> frozenset[str]:
    """The words of the document, as far as a cut one has to be looked up in them."""
    if not any(line.text[-1] == "-" or any(sign in line.text for sign in _CUT) for line in flow):
        return frozenset()
    return frozenset(re.findall(r"[\w'’]+(?:-[\w'’]+)*", " ".join(line.text for line in flow).lower()))


def _rejoined(before: str, after: str, words: frozenset[str]) -> str:
    """A word cut at the line's end: with its hyphen where the document writes it so elsewhere, else without."""
    left = re.search(r"[\w'’-]*$", before)
    right = re.match(r"[\w'’-]*", after)
    head, tail = (left[0] if left else ""), (right[0] if right else "")
    with_hyphen = f"{head}-{tail}".lower() in words and (head + tail).lower() not in words
    return f"{before}-{after}" if with_hyphen else before + after


# --------------------------------------------------------------------------- article


def _article(pages: Sequence[Sequence[_Line]], about: dict[str, str]) -> RawArticle:
    furniture = _furniture(pages)
    flow = [line for page in pages for line in page if id(line) not in furniture]
    if not flow:  # every page holds the same lines: then they are the text
        furniture, flow = set(), [line for page in pages for line in page]
    words = _words(flow)
    sizes: Counter[float] = Counter()
    for line in flow:
        sizes[line.size] += len(line.text)
    usual = sizes.most_common(1)[0][0]
    parts: list[tuple[str, int, BlockKind, str]] = []
    for paragraph in _paragraphs(flow):
        joined = _joined(paragraph, words)
        large = (
            paragraph[0].size > 1.15 * usual and len(joined) < 250 and not (len(joined) > 60 and joined.endswith("."))
        )
        kind, reason = (BlockKind.HEADLINE, "large-type") if large else (BlockKind.OTHER, "")
        parts.append((joined, paragraph[0].page, kind, reason))
    rest = [line for page in pages for line in page if id(line) in furniture]
    parts += [(_joined([line], words), line.page, BlockKind.REPEATED, "page-edge") for line in rest]
    text, blocks = _laid_out(part for part in parts if part[0])
    edges = tuple(_edge_clues(text, [block for block in blocks if block.reason == "page-edge"]))
    return RawArticle(
        text,
        blocks,
        (*edges, *_clues(about)),
        _title(about, blocks, text),
        authors=_authors(about),
        url=next((clue.value for clue in edges if clue.kind == "url"), None),
    )


def _edge_clues(text: str, edges: Sequence[Block]) -> Iterator[Clue]:
    """Dates and addresses at the edges of pages, each once: a paper prints its day there, a browser the time of printing."""
    seen: set[str] = set()
    for block in edges:
        line = block.span.of(text)
        where = f"edge of page {block.page}"
        for match in _ADDRESS.finditer(line):
            if match[0] not in seen:
                yield Clue(
                    "url", match[0], where, Span(block.span.start + match.start(), block.span.start + match.end())
                )
            seen.add(match[0])
        if re.search(r"\d", line) and line not in seen and not _PAGE_NUMBER.fullmatch(line):
            yield Clue("crawl" if _PRINTED.search(line) else "line:date", line, where, block.span)
        seen.add(line)


def _laid_out(parts: Iterator[tuple[str, int, BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for number, (text, page, kind, reason) in enumerate(parts, 1):
        texts.append(text)
        blocks.append(Block(Span(at, at + len(text)), kind, number, reason, page))
        at += len(text) + 2
    return "\n\n".join(texts), tuple(blocks)


def _clues(about: dict[str, str]) -> Iterator[Clue]:
    for key, kind in (("CreationDate", "pdf:created"), ("ModDate", "pdf:modified")):
        if value := about.get(key):
            yield Clue(kind, value, f"PDF property {key}")


_NO_TITLE = re.compile(
    r"\.(?:docx?|pdf|indd|qxd|html?|txt|rtf|odt)$|^(?:untitled|microsoft word|document\d*|https?:|print)", re.IGNORECASE
)


def _title(about: dict[str, str], blocks: Sequence[Block], text: str) -> Finding | None:
    """The first large type of the document; else its title property where that is no file name."""
    said = " ".join(about.get("Title", "").split())
    large = next((b.span.of(text) for b in blocks[:12] if b.reason == "large-type" and len(b.span.of(text)) > 8), None)
    if large:
        return Finding(
            large, "large-type", large, (said,) if said and said != large and not _NO_TITLE.search(said) else ()
        )
    if said and not _NO_TITLE.search(said):
        return Finding(said, "pdf-properties", said)
    return None


def _authors(about: dict[str, str]) -> tuple[Finding, ...]:
    """The author property where it is a person's full name: many programs write a user's name there."""
    name = " ".join(about.get("Author", "").split())
    return (
        (Finding(name, "pdf-properties", name),) if re.fullmatch(r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+", name) else ()
    )


READER = Reader(SUFFIXES, ("application/pdf",), fits, read)
