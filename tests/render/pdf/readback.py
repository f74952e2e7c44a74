"""A finished PDF as its reader sees it: every letter with its font, size and place, and the tags."""

import ctypes
import re
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw

CITE = re.compile(r"\[(\d+)\]")
LABEL = 9.4  # size of source words in the drawing and of fragments, in points


@dataclass(frozen=True)
class Letter:
    text: str
    font: str
    size: float
    box: tuple[float, float, float, float]  # left, bottom, right, top in points
    page: int


def letters(pdf: bytes) -> list[Letter]:
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            size = raw.FPDFText_GetFontSize(text.raw, index)
            found.append(
                Letter(text.get_text_range(index, 1), _font(text, index), size, text.get_charbox(index), number)
            )
    return found


def _font(text, index: int) -> str:
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text.raw, index, None, 0, flags)
    buffer = ctypes.create_string_buffer(max(length, 1))
    raw.FPDFText_GetFontInfo(text.raw, index, buffer, length, flags)
    return buffer.value.decode("utf-8", "replace").rpartition("+")[2]


def serif_passages(pdf: bytes) -> list[tuple[str, int | None, int]]:
    """(words without white space, the number cited right behind them or None, page) of every run of serif type."""
    passages, held, line = [], "", 0.0
    everything = letters(pdf)
    for index, letter in enumerate(everything):
        if letter.text.isspace():
            continue
        row = letter.box[1]
        if "Serif" in letter.font:
            if (
                held and round(letter.size, 1) == LABEL and abs(row - line) > letter.size
            ):  # rows of the drawing are no lines of one
                passages.append((held, None, letter.page))
                held = ""
            held, line = held + letter.text, row if letter.box[3] - letter.box[1] > 3 else line
        elif held:
            behind = "".join(other.text for other in everything[index : index + 40])
            cited = re.match(r"[”\s]*(?:\[…\])?\s*(?:\[source may break off here\])?\s*\[(\d+)\]", behind)
            passages.append((held, int(cited[1]) if cited else None, letter.page))
            held = ""
    return passages


def page_words(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
