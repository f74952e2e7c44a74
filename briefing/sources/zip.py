"""ZIP archives: every readable file inside is read as it would be outside. Nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from briefing.errors import UnreadableFile
from briefing.model import Problem, Severity
from briefing.sources.reader import Fit, Given, RawArticle, Reader, Reading

SUFFIXES = (".zip",)
MAX_MEMBERS = 20_000
_OFFICE = ("xl/", "ppt/", "META-INF/", "mimetype")  # tables, slides, books, programs: no articles by file


def fits(start: bytes, _suffix: str) -> Fit:
    return Fit.LIKELY if start.startswith((b"PK\x03\x04", b"PK\x05\x06")) else Fit.NO


def read(given: Given) -> Reading:
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    try:
        with zipfile.ZipFile(io.BytesIO(given.data)) as archive:
            infos = _members(archive, PurePath(given.name).suffix.lower() or ".zip")
            for name, data in _unpacked(archive, infos, given, problems):
                try:
                    reading = given.inner(name, data) if given.inner else Reading(())
                except UnreadableFile as error:
                    problems.append(Problem(error.code, Severity.WARNING, where=name, facts=error.facts))
                    continue
                articles += (replace(a, part=name if a.part is None else f"{name}/{a.part}") for a in reading.articles)
                problems += (replace(p, where=f"{name}, {p.where}" if p.where else name) for p in reading.problems)
                if len(articles) > given.limits.parts:
                    problems.append(Problem("too-many-parts", Severity.WARNING, facts=(str(given.limits.parts),)))
                    break
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
        raise UnreadableFile("zip-broken") from error
    if not articles and not problems:
        raise UnreadableFile("empty")
    return Reading(tuple(articles[: given.limits.parts]), tuple(problems))


def _members(archive: zipfile.ZipFile, suffix: str) -> list[zipfile.ZipInfo]:
    """The files to read, by name. What other programs hide in archives is left alone."""
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise UnreadableFile("zip-too-many", str(len(infos)), str(MAX_MEMBERS))
    if any(info.filename.startswith(_OFFICE) for info in infos[:20]):
        raise UnreadableFile("unknown-format", suffix)
    files = (info for info in infos if not info.is_dir() and not info.filename.startswith("__MACOSX/"))
    return sorted((f for f in files if not f.filename.rpartition("/")[2].startswith(".")), key=lambda f: f.filename)


def _unpacked(
    archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], given: Given, problems: list[Problem]
) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, as long as the limit of all together holds, whatever the archive declares."""
    left = given.limits.unpacked_bytes
    for info in infos:
        name = "".join(c if c.isprintable() else "?" for c in info.filename)
        if info.flag_bits & 0x1:
            problems.append(Problem("zip-locked", Severity.WARNING, where=name))
            continue
        try:
            with archive.open(info) as stream:
                data = stream.read(min(left, given.limits.file_bytes) + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
            problems.append(Problem("zip-broken", Severity.WARNING, where=name))
            continue
        left -= len(data)
        if left < 0:
            problems.append(
                Problem("zip-bomb", Severity.WARNING, where=name, facts=(_millions(given.limits.unpacked_bytes),))
            )
            return
        if len(data) > given.limits.file_bytes:
            problems.append(
                Problem(
                    "too-large",
                    Severity.WARNING,
                    where=name,
                    facts=(_millions(len(data)), _millions(given.limits.file_bytes)),
                )
            )
            continue
        yield name, data


def _millions(count: int) -> str:
    return f"{count / 1e6:.0f}"


READER = Reader(SUFFIXES, ("application/zip",), fits, read)
