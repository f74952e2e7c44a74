"""CSV and TSV exports: a header that names the columns as in `fields.py`, one row an article."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.errors import UnreadableFile
from briefing.model import Problem, Severity
from briefing.sources.fields import FIELDS, articles_of, columns
from briefing.sources.reader import Fit, Given, Reader, Reading, decode, is_text

SUFFIXES = (".csv", ".tsv")
_MARKS = ",;\t|"
_LEAST_COLUMNS = 3  # of a file that is an export by its header alone


def fits(start: bytes, suffix: str) -> Fit:
    if not is_text(start):
        return Fit.NO
    if suffix in SUFFIXES:
        return Fit.LIKELY
    first = start.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", errors="ignore")
    if sum(map(first.count, _MARKS)) < _LEAST_COLUMNS - 1:
        return Fit.NO
    known = columns(_cells(first, _mark(first)))
    return Fit.LIKELY if "text" in known and len(known) >= _LEAST_COLUMNS else Fit.NO


def read(given: Given) -> Reading:
    text = decode(given.data).lstrip("\ufeff")
    first = text.split("\n", 1)[0]
    mark = _mark(first)
    names = _cells(first, mark)
    if "text" not in columns(names):
        raise UnreadableFile("csv-no-columns", ", ".join(names)[:200], ", ".join(FIELDS["text"][:4]))
    return articles_of(_rows(text, mark, given.limits.text_chars), given)


def _mark(line: str) -> str:
    """What separates the columns: the sign that the header has most of outside of quotation marks."""
    bare = re.sub(r'"[^"]*"', "", line)
    return max(_MARKS, key=bare.count)


def _cells(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return []


def _rows(text: str, mark: str, most: int) -> Iterator[tuple[str, Mapping[str, Any] | Problem]]:
    csv.field_size_limit(min(most, 2**31 - 1))
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark)
    number = 1
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield "", Problem("csv-broken-row", Severity.WARNING, where=f"row {number}")
            continue
        row.pop(None, None)  # cells beyond the last column
        yield f"row {number}", row


READER = Reader(SUFFIXES, ("text/csv", "text/tab-separated-values"), fits, read)
