"""Every word the tool says, by code: `words/en.toml` and its sisters -> sentences of a closed list.

The tool never writes a sentence in code. A template holds {slots}; `parts` leaves them open, so that a caller can put a
link or a quotation there; `say` fills them with plain words. Dates are worded from the same file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any, Final

from briefing.errors import SettingsError
from briefing.model import Problem

FALLBACK: Final = "en"


@dataclass(frozen=True, slots=True)
class Slot:
    """An open place of a template, to be filled with the fact called `name`."""

    name: str


Parts = tuple[str | Slot, ...]


class Catalogue:
    """The words of one language; what it lacks is taken from English."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._rows = _rows(lang) if lang == FALLBACK else _rows(FALLBACK) | _rows(lang)
        self._one = frozenset(self._rows["language.one"])

    def raw(self, code: str) -> Any:
        """The row of `code` as it stands in the file: a template, or a list of words."""
        return self._rows[code]

    def has(self, code: str) -> bool:
        return code in self._rows or f"{code}.other" in self._rows

    def template(self, code: str, n: int | None = None) -> str:
        """The template of `code`, by the count `n` where it counts. Raises KeyError for a code that is nowhere."""
        if n is not None:
            counted = self._rows.get(f"{code}.{'one' if n in self._one else 'other'}")
            if counted is not None:
                return str(counted)
        return str(self._rows[code])

    def parts(self, code: str, n: int | None = None) -> Parts:
        return _parts(self.template(code, n))

    def say(self, code: str, n: int | None = None, /, *facts: object, **named: object) -> str:
        """The sentence of `code`. A fact that is missing stays visible as its empty slot: {1}."""
        values = {str(i): fact for i, fact in enumerate(facts)} | named
        if n is not None:
            values.setdefault("n", n)
        return "".join(
            part if isinstance(part, str) else str(values.get(part.name, f"{{{part.name}}}"))
            for part in self.parts(code, n)
        )

    def problem(self, problem: Problem) -> tuple[str, str]:
        """What is wrong and what to do about it, one line each; the second is "" where nothing can be done."""
        code = f"problem.{problem.code}"
        known = code if self.has(f"{code}.says") else "problem.unknown"
        named = {"path": problem.path or "", "where": problem.where, "code": problem.code}
        named["facts"] = ", ".join(problem.facts)
        says = self.say(f"{known}.says", None, *problem.facts, **named)
        remedy = self.say(f"{known}.remedy", None, *problem.facts, **named) if self.has(f"{known}.remedy") else ""
        return says, remedy

    def listed(self, words: list[str]) -> str:
        """An enumeration: "A, B and C"."""
        if len(words) < 2:
            return "".join(words)
        comma, last = str(self._rows["language.comma"]), str(self._rows["language.and"])
        return comma.join(words[:-1]) + last + words[-1]

    def quoted(self, words: str) -> str:
        return f"{self._rows['language.open']}{words}{self._rows['language.close']}"

    def templates(self) -> Iterator[tuple[str, str]]:
        """Every (code, template): the closed list itself."""
        return ((code, row) for code, row in self._rows.items() if isinstance(row, str))


@cache
def catalogue(lang: str) -> Catalogue:
    """The words of `lang` (ISO 639-1). Raises SettingsError where there are none."""
    return Catalogue(lang)


def languages() -> tuple[str, ...]:
    """The languages that the tool speaks."""
    names = (entry.name for entry in files("briefing.words").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def as_pattern(template: str) -> re.Pattern[str]:
    """What every filling of `template` matches, whole; its first letter in either case."""
    text = "".join(re.escape(part) if isinstance(part, str) else ".*?" for part in _parts(template))
    return re.compile(rf"(?i:{text[:1]}){text[1:]}" if text[:1].isalpha() else text, re.DOTALL)


@cache
def _parts(template: str) -> Parts:
    found: list[str | Slot] = []
    for text, name, _, _ in Formatter().parse(template):
        if text:
            found.append(text)
        if name is not None:
            found.append(Slot(name))
    return tuple(found)


def _rows(lang: str) -> dict[str, Any]:
    """The file's rows under dotted codes: {"problem.unknown.says": ...}."""
    file = files("briefing.words").joinpath(f"{lang}.toml")
    if not re.fullmatch(r"[a-z]{2,3}", lang) or not file.is_file():
        raise SettingsError(f"no words for the language {lang!r}", f"choose one of {', '.join(languages())}")
    return dict(_flat(tomllib.loads(file.read_text(encoding="utf-8")), ""))


def _flat(table: dict[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
