"""Texts as JSON lines in, their time expressions as JSON lines out: {"id", "dct", "text", "genre"?} -> {"id", "timexes"}.

A stream: neither the input nor the output is ever held as a whole, the order stays, and a line that can't be read costs the
others nothing. With several processes, each gets a batch of lines at a time and only a few batches are under way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from briefing.dates import Conventions, read_dates
from briefing.explain import records
from briefing.model import Genre, Problem, Severity
from briefing.workers import in_order

BATCH = 256_000  # bytes handed to a process at a time, or one line where that is longer


@dataclass(frozen=True, slots=True)
class Reading:
    """How lines are read. A line's own "dct" and "genre" win over `published` and `genre`."""

    published: date | None = None
    language: str = "en"
    genre: Genre = Genre.AUTO
    conventions: Conventions | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of line `number` (from 1): one line of JSON without its end, None where it holds nothing to read.
    `problem` is what is wrong with it, with an answer or without."""

    number: int
    line: str | None
    problem: Problem | None = None


def answer_lines(lines: Iterable[bytes], reading: Reading, jobs: int = 1) -> Iterator[Answer]:
    """The answers to all lines that are not blank, in their order, as they are ready."""
    answer = partial(_answer_batch, reading)
    for answers in in_order(answer, _batches(lines), jobs):
        yield from answers


def _batches(lines: Iterable[bytes]) -> Iterator[list[tuple[int, bytes]]]:
    batch: list[tuple[int, bytes]] = []
    size = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        batch.append((number, line))
        size += len(line)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _answer_batch(reading: Reading, batch: list[tuple[int, bytes]]) -> list[Answer]:
    return [_answer(reading, number, line) for number, line in batch]


def _answer(reading: Reading, number: int, line: bytes) -> Answer:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _refused(number, "jsonl-not-json", " ".join(str(error).split())[:80])
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return _refused(number, "jsonl-no-text")
    published, genre, problem = reading.published, reading.genre, None
    if asked.get("dct"):
        published = _day(asked["dct"])
        if published is None:
            problem = _problem(number, "jsonl-no-day", str(asked["dct"])[:40])
    if asked.get("genre"):
        try:
            genre = Genre(asked["genre"])
        except ValueError:
            problem = _problem(number, "jsonl-no-genre", str(asked["genre"])[:40])
    found = read_dates(
        asked["text"], published, language=reading.language, genre=genre, conventions=reading.conventions
    )
    return Answer(number, json.dumps({"id": asked.get("id"), "timexes": records(found)}), problem)


def _day(said: object) -> date | None:
    """A day, or the day of a time with its own zone, in ISO 8601."""
    try:
        return datetime.fromisoformat(said).date() if isinstance(said, str) else None
    except ValueError:
        return None


def _refused(number: int, code: str, *facts: str) -> Answer:
    return Answer(number, None, _problem(number, code, *facts))


def _problem(number: int, code: str, *facts: str) -> Problem:
    return Problem(code, Severity.ERROR, None, f"line {number}", facts)
