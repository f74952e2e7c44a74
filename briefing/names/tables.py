"""The words that names are recognised by: text files of this folder -> frozen look-up tables."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Countries:
    """`codes` leads from a folded name, adjective or seat of government to its country's code;
    `adjectives` and `seats` say which of them are not the country's name."""

    codes: dict[str, str]
    adjectives: frozenset[str]
    seats: frozenset[str]


@lru_cache(maxsize=1 << 17)
def folded(text: str) -> str:
    """A spelling without case, accents, full stops and curly apostrophes: what two prints of one name share."""
    if text.isascii():
        return " ".join(text.replace(".", "").lower().split())
    plain = unicodedata.normalize("NFKD", text).translate(_PLAIN)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", ".": None, "‐": "-", "‑": "-"})


def lines(package: str, name: str) -> list[str]:
    """The lines of a data file, without comments and empty ones."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def read_classes(package: str, name: str) -> dict[str, frozenset[str]]:
    """A file of word classes: "[class]" begins one, its words follow, parted by white space; "_" stands for a blank."""
    classes: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in lines(package, name):
        if line.startswith("["):
            current = classes.setdefault(line.strip("[]"), set())
        else:
            current.update(word.replace("_", " ") for word in line.split())
    return {name: frozenset(group) for name, group in classes.items()}


@cache
def words() -> dict[str, frozenset[str]]:
    """The classes of `words.txt` by name."""
    return read_classes("briefing.names", "words.txt")


def among(word: str, *classes: str) -> bool:
    """Whether a word, in small letters, is in one of these classes; asked of every word, so no two of them are joined."""
    tables = words()
    return any(word in tables[name] for name in classes)


@cache
def countries() -> Countries:
    codes: dict[str, str] = {}
    adjectives: set[str] = set()
    seats: set[str] = set()
    for line in lines("briefing.names", "countries.txt"):
        code, names, peoples, capital = ([part.strip() for part in cell.split(";")] for cell in line.split("|"))
        for group, into in ((names, None), (peoples, adjectives), (capital, seats)):
            for form in map(folded, filter(None, group)):
                for each in (form, f"{form}s") if group is peoples else (form,):
                    codes.setdefault(each, code[0])
                    if into is not None:
                        into.add(each)
    return Countries(codes, frozenset(adjectives), frozenset(seats))


@cache
def abbreviations() -> dict[str, str]:
    """A folded long form or abbreviation -> the folded abbreviation that stands for both."""
    table: dict[str, str] = {}
    for line in lines("briefing.names", "abbreviations.txt"):
        short, long = line.split("|")
        for form in (short, *long.split(";")):
            table[folded(form)] = folded(short)
    return table


@lru_cache(maxsize=1 << 16)
def name_key(printed: str) -> str:
    """What two prints of one name share by the tables alone: a country's code for its names and peoples ("ru" for Russia
    and Russian, not for Moscow), the abbreviation of a known body, else the folded spelling."""
    form = folded(printed)
    form = form.removeprefix("the ")
    if form in countries().codes and form not in countries().seats:
        return countries().codes[form].lower()
    return abbreviations().get(form, form)
