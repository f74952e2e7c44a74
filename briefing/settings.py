"""`briefing.toml`: what people set or correct. Read once, checked whole; a wrong key is named with file and line.

    [note]                       # standing options of `briefing build`; the command line wins
    for = "Europe desk"          # by, title, marking, grades, paper, dir, style, lang, date-order, ...

    [articles."000_*.txt"]       # a file, or a pattern; later tables win
    published = 2022-01-10       # also title, outlet, author (one or a list), url, skip = true

    [entries."6f3a91c2"]         # an entry of the timeline, by its id
    redate = "2022-01-09"        # also title, drop, split, pin = true, join = ["id", ...]

What a person set is a clue of the kind "person:...": it wins over every other, and the note says who decided.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from briefing.errors import SettingsError
from briefing.model import Article, Clue, Finding, Granularity, Interval, Problem, Severity
from briefing.timeline import Correction

NAME = "briefing.toml"
NOTE = (
    "title",
    "for",
    "by",
    "marking",
    "grades",
    "paper",
    "dir",
    "style",
    "lang",
    "date-order",
    "as-of",
    "format",
    "out",
)
ARTICLE = ("published", "title", "outlet", "author", "url", "skip")
ENTRY = ("drop", "redate", "title", "split", "join", "pin")
TABLES = {"note": NOTE, "articles": ARTICLE, "entries": ENTRY}


@dataclass(frozen=True, slots=True)
class ArticleSettings:
    """What a person says of the articles that `pattern` matches (path or key, `*` and `?` allowed); None = not said."""

    pattern: str
    line: int
    published: date | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] | None = None
    url: str | None = None
    skip: bool | None = None

    def means(self, source: str) -> bool:
        """Whether it speaks of a file or of an article in it ("a.zip#b.txt")."""
        return any(fnmatchcase(name, self.pattern) for name in (source, source.partition("#")[0]))


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a `briefing.toml` says. `note` holds the options given, by their names in the file."""

    articles: tuple[ArticleSettings, ...] = ()
    note: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()

    def skips(self, path: str) -> bool:
        """Whether a person said that this file is to be left out."""
        return next(
            (bool(one.skip) for one in reversed(self.articles) if one.skip is not None and one.means(path)), False
        )

    def corrected(self, article: Article) -> Article:
        """The article as a person corrected it: findings with the basis "person", a publication day as a clue."""
        for said in self.articles:
            if said.means(article.source.key):
                article = _corrected(article, said)
        return article

    def unused(self, keys: Sequence[str]) -> Iterator[Problem]:
        """A pattern that matches none of the sources read is a slip of the pen: said, not passed over."""
        for said in self.articles:
            if not said.skip and not any(said.means(key) for key in keys):
                yield Problem("settings-unused", Severity.WARNING, NAME, f"line {said.line}", (said.pattern,))


def _corrected(article: Article, said: ArticleSettings) -> Article:
    clues = article.clues
    if said.published is not None:
        own = tuple(clue for clue in clues if clue.kind != "person:published")
        clues = (*own, Clue("person:published", said.published.isoformat(), f"{NAME} line {said.line}"))
    authors = article.authors
    if said.authors is not None:
        was = tuple(author.value for author in authors)
        authors = tuple(Finding(name, "person", name, was) for name in said.authors)
    return replace(
        article,
        clues=clues,
        title=_set(said.title, article.title),
        outlet=_set(said.outlet, article.outlet),
        authors=authors,
        source=replace(article.source, url=said.url or article.source.url),
    )


def _set(value: str | None, found: Finding | None) -> Finding | None:
    if value is None:
        return found
    return Finding(value, "person", value, (found.value, *found.others) if found else ())


# --------------------------------------------------------------------------- reading


def load_settings(path: Path) -> Settings:
    """The settings of a file; empty ones where there is none. Raises SettingsError naming file and line."""
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: can't be read: {error}", "save it as UTF-8 text") from error
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = str(error).replace("at end of document", f"at line {len(text.rstrip().splitlines())}, the last one")
        raise SettingsError(f"{path}: {said}", "mend that line; strings stand in quotation marks") from error
    return _Reader(path, text).settings(data)


@dataclass(frozen=True, slots=True)
class _Reader:
    path: Path
    text: str

    def settings(self, data: Mapping[str, Any]) -> Settings:
        for table, value in data.items():
            if table not in TABLES:
                raise self.wrong((table,), f"{table!r} is no table of it", f"write one of [{'], ['.join(TABLES)}]")
            if not isinstance(value, dict):
                raise self.wrong((table,), f"{table!r} is no table", f"write [{table}] on a line of its own")
        note = {key: self.option(key, value) for key, value in self.known("note", (), data.get("note", {})).items()}
        articles = tuple(self.article(name, value) for name, value in data.get("articles", {}).items())
        corrections = tuple(c for name, value in data.get("entries", {}).items() for c in self.entry(name, value))
        return Settings(articles, note, corrections)

    def known(self, table: str, below: tuple[str, ...], value: Any) -> Mapping[str, Any]:
        """The keys of a table. Raises SettingsError for one that is not of it."""
        if not isinstance(value, dict):
            place = ".".join((table, *(f'"{name}"' for name in below)))
            raise self.wrong((table, *below), f"{place} is no table", f"write [{place}] and its keys below it")
        for key in value:
            if key not in TABLES[table]:
                raise self.wrong(
                    (table, *below, key), f"{key!r} is no key of [{table}]", f"write one of {', '.join(TABLES[table])}"
                )
        return value

    def option(self, key: str, value: Any) -> str | tuple[str, ...]:
        if key == "format":
            return self.names(("note", key), value)
        if key == "as-of":
            return self.day(("note", key), value).isoformat()
        return self.string(("note", key), value)

    def article(self, name: str, value: Any) -> ArticleSettings:
        at = ("articles", name)
        said = self.known("articles", (name,), value)
        return ArticleSettings(
            name,
            self.line(at),
            self.day((*at, "published"), said["published"]) if "published" in said else None,
            self.string((*at, "title"), said["title"]) if "title" in said else None,
            self.string((*at, "outlet"), said["outlet"]) if "outlet" in said else None,
            self.names((*at, "author"), said["author"]) if "author" in said else None,
            self.string((*at, "url"), said["url"]) if "url" in said else None,
            self.truth((*at, "skip"), said["skip"]) if "skip" in said else None,
        )

    def entry(self, name: str, value: Any) -> Iterator[Correction]:
        at = ("entries", name)
        for key, setting in self.known("entries", (name,), value).items():
            if key == "redate":
                yield Correction(name, key, interval=self.interval((*at, key), setting))
            elif key == "title":
                yield Correction(name, "retitle", title=self.string((*at, key), setting))
            elif key == "join":
                yield Correction(name, key, others=self.names((*at, key), setting))
            elif self.truth((*at, key), setting):
                yield Correction(name, key)

    # ------------------------------------------------------------------- values

    def string(self, at: tuple[str, ...], value: Any) -> str:
        if not isinstance(value, str):
            raise self.wrong(at, f"{at[-1]} = {value!r} is no text", f'write {at[-1]} = "..."')
        return value.strip()

    def names(self, at: tuple[str, ...], value: Any) -> tuple[str, ...]:
        values = value if isinstance(value, list) else [value]
        return tuple(self.string(at, one) for one in values)

    def truth(self, at: tuple[str, ...], value: Any) -> bool:
        if not isinstance(value, bool):
            raise self.wrong(at, f"{at[-1]} = {value!r} is neither true nor false", f"write {at[-1]} = true")
        return value

    def day(self, at: tuple[str, ...], value: Any) -> date:
        if isinstance(value, date):
            return date(value.year, value.month, value.day)  # of a date and time, the day as written
        try:
            return date.fromisoformat(value)
        except (ValueError, TypeError):
            raise self.wrong(at, f"{at[-1]} = {value!r} is no day", f"write {at[-1]} = 2022-01-31") from None

    def interval(self, at: tuple[str, ...], value: Any) -> Interval:
        first, _, last = value.partition("/") if isinstance(value, str) else (value, "", "")
        days = self.day(at, first), self.day(at, last or first)
        if days[0] == days[1]:
            return Interval.of_day(days[0])
        if days[0] > days[1]:
            raise self.wrong(at, f"{at[-1]} = {value!r} ends before it begins", 'write "2022-01-09/2022-01-11"')
        return Interval(*days, Granularity.RANGE)

    # ------------------------------------------------------------------- places

    def wrong(self, at: tuple[str, ...], message: str, remedy: str) -> SettingsError:
        return SettingsError(f"{self.path}, line {self.line(at)}: {message}", remedy)

    def line(self, at: tuple[str, ...]) -> int:
        """The line of a key or table, from 1: TOML's own reader does not keep it. The nearest table above, where the key
        is written in a way that is not found."""
        table: tuple[str, ...] = ()
        key: tuple[str, ...] = ()
        best = 1
        for number, text in enumerate(self.text.split("\n"), 1):
            if match := re.match(r"\s*\[+([^\]]*(?:\"[^\"]*\"|'[^']*')?[^\]]*)\]", text):
                table = tuple(_parts(match[1]))
                key = ()
            elif match := re.match(
                r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=", text
            ):
                key = tuple(_parts(match[1]))
            else:
                continue
            if (*table, *key)[: len(at)] == at:
                return number
            if table and table == at[: len(table)] and not key:
                best = number
        return best


def _parts(dotted: str) -> list[str]:
    return [found.strip("\"'") for found in re.findall(r"\"[^\"]*\"|'[^']*'|[\w-]+", dotted)]
