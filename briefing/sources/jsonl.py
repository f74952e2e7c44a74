"""JSON lines and JSON: one object an article, its fields named as in `fields.py`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.errors import UnreadableFile
from briefing.model import Problem, Severity
from briefing.sources.fields import articles_of
from briefing.sources.reader import Fit, Given, Reader, Reading, decode, is_text

SUFFIXES = (".jsonl", ".ndjson", ".json")
_LISTS = ("articles", "items", "results", "documents", "docs", "data", "entries", "response", "hits")


def fits(start: bytes, suffix: str) -> Fit:
    if not is_text(start):
        return Fit.NO
    bare = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if bare[:1] == b"{" and bare[1:].lstrip()[:1] in {b'"', b"}"}:
        return Fit.LIKELY
    if bare[:1] == b"[" and bare[1:].lstrip()[:1] == b"{":
        return Fit.LIKELY
    return Fit.NAMED if suffix in SUFFIXES else Fit.NO


def read(given: Given) -> Reading:
    text = decode(given.data)
    reading = articles_of(_rows(text), given)
    if not reading.articles and not reading.problems:
        raise UnreadableFile("empty")
    return reading


def _rows(text: str) -> Iterator[tuple[str, Mapping[str, Any] | Problem]]:
    """The objects of a file: of one JSON value where it is one, else line by line."""
    whole = _whole(text)
    if whole is not None:
        for number, item in enumerate(whole, 1):
            yield (
                f"item {number}",
                item
                if isinstance(item, dict)
                else Problem("export-not-json", Severity.WARNING, where=f"item {number}"),
            )
        return
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        yield where, row if isinstance(row, dict) else Problem("export-not-json", Severity.WARNING, where=where)


def _whole(text: str) -> list[Any] | None:
    """The list of objects that the file is as one JSON value; None for lines."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    for _ in range(3):  # {"response": {"results": [...]}}
        if isinstance(data, dict):
            inner = next((data[key] for key in _LISTS if isinstance(data.get(key), (list, dict))), None)
            if inner is None:
                return [data]
            data = inner
    return data if isinstance(data, list) else [data]


READER = Reader(SUFFIXES, ("application/jsonl", "application/json"), fits, read)
