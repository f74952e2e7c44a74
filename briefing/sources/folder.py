"""Walk, hash, choose the reader, read: paths of a folder -> (articles, problems).

The one place that knows paths: whatever is wrong with a file becomes one `Problem` here, and the others are read.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePath

from briefing import plugins
from briefing.errors import FolderError, UnreadableFile
from briefing.model import Article, Clue, Finding, Problem, Severity, Source
from briefing.sources.reader import HEAD, Fit, Given, Limits, RawArticle, Reader, Reading
from briefing.sources.tidy import tidy

GROUP = "briefing.readers"
_SIZE_UNKNOWN = 1_000_000  # bytes asked for of a file that does not tell its size
_HALVES = re.compile("[\ud800-\udfff]")
LEFT_ALONE = frozenset({"briefing.toml", "Thumbs.db", "desktop.ini"})  # no articles, and no word lost about them


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read. `name` is its path relative to the folder, as it is printed and cited."""

    path: Path
    name: str


def read_folder(
    paths: Sequence[Path],
    *,
    limits: Limits | None = None,
    skip: Callable[[str], bool] = lambda _: False,
    own: Collection[Path] = (),
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Every article below `paths` (folders or files), sorted by key, and what could not be read. See `list_files`."""
    files, problems = list_files(paths, skip=skip, own=own)
    read = [read_file(file, limits) for file in files]
    articles = sorted((article for found, _ in read for article in found), key=lambda article: article.source.key)
    return tuple(articles), (*problems, *(problem for _, wrong in read for problem in wrong))


def list_files(
    paths: Sequence[Path], *, skip: Callable[[str], bool] = lambda _: False, own: Collection[Path] = ()
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """Every file to read below `paths` (folders or files) once, in the order of names, and what can't be entered.

    `skip` is asked with each name; `own` are resolved paths of what the tool itself wrote. Hidden files are left
    alone. Raises FolderError where a path does not exist.
    """
    problems: list[Problem] = []
    found = _files(paths, problems)
    files = [file for file in found if Path(os.path.realpath(file.path)) not in own]
    problems += (Problem("skipped", Severity.NOTE, file.name) for file in files if skip(file.name))
    return tuple(file for file in files if not skip(file.name)), tuple(problems)


def read_file(file: File, limits: Limits | None = None) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles of one file, and what is wrong with it: nothing is raised, whatever the file holds."""
    limits = limits or Limits()
    name = file.name
    try:
        data = _bytes(file.path, limits)
        reading = read_bytes(file.path.name, data, limits)
        articles = tuple(make_articles(name, data, reading))
    except UnreadableFile as error:
        return (), (Problem(error.code, Severity.WARNING, name, facts=error.facts),)
    except Exception as error:  # noqa: BLE001 - a format's library may fail in any way on a hostile file
        return (), (Problem("not-read", Severity.WARNING, name, facts=(type(error).__name__,)),)
    return articles, tuple(replace(p, path=name if p.path is None else p.path) for p in reading.problems)


# --------------------------------------------------------------------------- walking


def _files(paths: Sequence[Path], problems: list[Problem]) -> list[File]:
    """Every file to read once, with its name relative to the folder, in the order of names."""
    if not paths:
        return []
    base = base_of(paths)
    found: dict[Path, File] = {}
    for path in paths:
        if not os.path.lexists(path):
            raise FolderError(f"{path}: no such file or folder", "name a folder with articles, or files")
        for file in _walk(path, problems, base) if path.is_dir() else (path,):
            found.setdefault(Path(os.path.realpath(file)), File(file, printable(os.path.relpath(file, base))))
    return sorted(found.values(), key=lambda file: file.name)


def base_of(paths: Sequence[Path]) -> Path:
    """What names are relative to: the one folder, else what all paths have in common."""
    if len(paths) == 1 and paths[0].is_dir():
        return paths[0]
    return Path(os.path.commonpath([(p if p.is_dir() else p.parent).absolute() for p in paths]))


def _walk(folder: Path, problems: list[Problem], base: Path) -> Iterator[Path]:
    """Regular files below `folder`. Links to folders are not followed (what they lead to inside is read in its own
    place), links to files only where they stay inside; so there are no loops."""
    home = os.path.realpath(folder)
    stack = [os.fspath(folder)]
    while stack:
        try:
            entries = sorted(os.scandir(stack.pop()), key=lambda e: e.name)
        except OSError as error:
            problems.append(Problem("not-opened", Severity.WARNING, _below(error.filename, base), facts=(_why(error),)))
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name in LEFT_ALONE:
                continue
            if entry.is_symlink():
                target = os.path.realpath(entry.path)
                if os.path.commonpath([home, target]) != home:
                    problems.append(Problem("link-leaves", Severity.WARNING, _below(entry.path, base)))
                elif Path(target).is_file():
                    yield Path(entry.path)
                elif not Path(target).is_dir():
                    problems.append(Problem("link-broken", Severity.WARNING, _below(entry.path, base)))
            elif entry.is_dir(follow_symlinks=False):
                stack.append(entry.path)
            else:
                yield Path(entry.path)


def _below(path: str, base: Path) -> str:
    return printable(os.path.relpath(path, base))


def printable(name: str) -> str:
    """A file name as it can be printed in one line: undecodable bytes and control characters become escapes."""
    if name.isprintable():
        return name.replace(os.sep, "/")
    text = os.fsencode(name).decode("utf-8", errors="backslashreplace").replace(os.sep, "/")
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _millions(count: int) -> str:
    return f"{count / 1_000_000:.3g}"


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _bytes(file: Path, limits: Limits) -> bytes:
    """The file's bytes; UnreadableFile for what is no regular file, can't be opened or is larger than the limit."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile("not-a-file")
        if status.st_size > limits.file_bytes:
            raise UnreadableFile("too-large", _millions(status.st_size), _millions(limits.file_bytes))
        with file.open("rb") as stream:
            data = stream.read(min(limits.file_bytes, status.st_size or _SIZE_UNKNOWN) + 1)
    except OSError as error:
        raise UnreadableFile("not-opened", _why(error)) from error
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableFile("empty")
    return data


# --------------------------------------------------------------------------- choosing and reading


@cache
def _readers() -> dict[str, Reader]:
    found = {
        name: plugins.load("briefing.sources", GROUP, name, "READER")
        for name in plugins.names("briefing.sources", GROUP)
    }
    return {name: reader for name, reader in found.items() if reader is not None}


def choose(name: str, data: bytes) -> Reader:
    """The reader that fits best: the content decides, then the suffix. UnreadableFile("unknown-format") if none does."""
    suffix = PurePath(name).suffix.lower()
    head = data[:HEAD]
    ranked = [(reader.fits(head, suffix), suffix in reader.suffixes, key, reader) for key, reader in _readers().items()]
    best = max(ranked, key=lambda item: item[:3], default=None)
    if best is None or best[0] is Fit.NO:
        text = next((suffix in reader.suffixes for _, _, key, reader in ranked if key == "txt"), False)
        raise UnreadableFile("not-text") if text else UnreadableFile("unknown-format", suffix or name)
    return best[3]


def read_bytes(name: str, data: bytes, limits: Limits, depth: int = 1, inside: list[int] | None = None) -> Reading:
    """A file of this name and content, read with the reader that fits; files inside of it are read the same way, as long as
    all of them together stay below the limit of what may be unpacked (`inside` holds what is left of it)."""
    if depth > limits.depth:
        raise UnreadableFile("too-deep", str(limits.depth))
    left = [limits.unpacked_bytes] if inside is None else inside

    def inner(name: str, data: bytes) -> Reading:
        left[0] -= len(data)
        if left[0] < 0:
            raise UnreadableFile("zip-bomb", _millions(limits.unpacked_bytes))
        return read_bytes(name, data, limits, depth + 1, left)

    reader = choose(name, data)
    try:
        reading = reader.read(Given(data, name, limits, inner))
    except UnreadableFile:
        raise
    except Exception as error:  # a library, or a stranger's reader, may fail in any way: it costs this file only
        raise UnreadableFile("not-read", type(error).__name__) from error
    return replace(
        reading,
        articles=tuple(a if a.media_type else replace(a, media_type=reader.media_types[0]) for a in reading.articles),
    )


def make_articles(name: str, data: bytes, reading: Reading) -> Iterable[Article]:
    """The articles of one file: every raw one tidied, with its origin."""
    digest = hashlib.sha256(data).hexdigest()
    for raw in reading.articles:
        source = Source(name, digest, raw.media_type or "", raw.part, raw.url)
        named = Clue("filename", (raw.part or name).rpartition("/")[2], "file name")
        yield tidy(source, _sound(replace(raw, clues=(*raw.clues, named))))


def _sound(raw: RawArticle) -> RawArticle:
    """The article without halves of surrogate pairs (an export in JSON may hold them): no file could be written with one.
    U+FFFD takes their place, so that nothing moves."""
    if all(map(_is_sound, _all_words(raw))):
        return raw

    def finding(found: Finding) -> Finding:
        return replace(
            found, value=_HALVES.sub("\ufffd", found.value), quote=_HALVES.sub("\ufffd", found.quote), others=()
        )

    return replace(
        raw,
        text=_HALVES.sub("\ufffd", raw.text),
        clues=tuple(replace(clue, value=_HALVES.sub("\ufffd", clue.value)) for clue in raw.clues),
        title=raw.title and finding(raw.title),
        outlet=raw.outlet and finding(raw.outlet),
        authors=tuple(map(finding, raw.authors)),
    )


def _is_sound(words: str) -> bool:
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True


def _all_words(raw: RawArticle) -> Iterator[str]:
    yield raw.text
    yield from (clue.value for clue in raw.clues)
    for found in (raw.title, raw.outlet, *raw.authors):
        if found is not None:
            yield found.value
            yield found.quote
