"""Patterns in words -> patterns over classes: the small language in which rows are written (see `rule.py`).

A parsed pattern is a tree of five kinds of node. It knows its text for `re`, the classes it can begin with, and what may follow
a first class: enough to try a rule only where it can match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from briefing.dates.rule import Language
from briefing.errors import PluginError

PIECE = re.compile(r"\{(?:(\w+):)?(\w+)\}|<([\w-]+)>|@([\w|]+)|(\w+)|\\(.)|(\S)")
_KINDS = {
    "date": frozenset({"day", "period"}),
    "year": frozenset({"period", "within"}),
    "near": frozenset({"day", "period"}),
}


@dataclass(frozen=True)
class Tree:
    """A parsed pattern."""

    @property
    def text(self) -> str:
        """The pattern for `re`."""
        raise NotImplementedError

    @property
    def first(self) -> frozenset[str]:
        """The classes it can begin with."""
        raise NotImplementedError

    @property
    def empty(self) -> bool:
        """Whether it can match nothing."""
        return False

    def rests(self, char: str) -> list[Tree]:
        """What is left to match after one class (Antimirov's partial derivatives)."""
        raise NotImplementedError


@dataclass(frozen=True)
class OneOf(Tree):
    """One token of any of these classes."""

    chars: str

    @cached_property
    def text(self) -> str:
        return f"[{re.escape(self.chars)}]"

    @cached_property
    def first(self) -> frozenset[str]:
        return frozenset(self.chars)

    def rests(self, char: str) -> list[Tree]:
        return [Row(())] if char in self.chars else []


@dataclass(frozen=True)
class Row(Tree):
    """One after the other."""

    items: tuple[Tree, ...]

    @cached_property
    def text(self) -> str:
        return "".join(item.text for item in self.items)

    @cached_property
    def first(self) -> frozenset[str]:
        found = frozenset[str]()
        for item in self.items:
            found |= item.first
            if not item.empty:
                break
        return found

    @cached_property
    def empty(self) -> bool:
        return all(item.empty for item in self.items)

    def rests(self, char: str) -> list[Tree]:
        found: list[Tree] = []
        for at, item in enumerate(self.items):
            if char in item.first:
                found += [Row((rest, *self.items[at + 1 :])) for rest in item.rests(char)]
            if not item.empty:
                break
        return found


@dataclass(frozen=True)
class Choice(Tree):
    """Any of these; the first that fits."""

    options: tuple[Tree, ...]

    @cached_property
    def text(self) -> str:
        return f"(?:{'|'.join(option.text for option in self.options)})"

    @cached_property
    def first(self) -> frozenset[str]:
        return frozenset().union(*(option.first for option in self.options))

    @cached_property
    def empty(self) -> bool:
        return any(option.empty for option in self.options)

    def rests(self, char: str) -> list[Tree]:
        return [rest for option in self.options if char in option.first for rest in option.rests(char)]


@dataclass(frozen=True)
class Maybe(Tree):
    """One thing, or nothing."""

    item: Tree

    @cached_property
    def text(self) -> str:
        return f"(?:{self.item.text})?"

    @cached_property
    def first(self) -> frozenset[str]:
        return self.item.first

    @property
    def empty(self) -> bool:
        return True

    def rests(self, char: str) -> list[Tree]:
        return self.item.rests(char)


@dataclass(frozen=True)
class Group(Tree):
    """Something whose tokens are asked for afterwards."""

    item: Tree

    @cached_property
    def text(self) -> str:
        return f"({self.item.text})"

    @cached_property
    def first(self) -> frozenset[str]:
        return self.item.first

    @cached_property
    def empty(self) -> bool:
        return self.item.empty

    def rests(self, char: str) -> list[Tree]:
        return self.item.rests(char)


@dataclass
class Words:
    """What a parser asks of its language: the classes of a word or a word class, the surfaces of a class."""

    language: Language
    charset: Callable[[str], str]
    surfaces: Callable[[str], Sequence[tuple[str, ...]]]
    plain: Callable[[str], str]
    known: dict[str, Tree] = field(default_factory=dict)  # word classes and phrases, parsed once


class Parser:
    """One pattern -> a tree, its named slots (label, class) in the order of its groups, and the kinds of `@kind`."""

    def __init__(self, words: Words, source: str) -> None:
        self.words = words
        self.source = source
        self.slots: list[tuple[str, str]] = []
        self.head: frozenset[str] | None = None
        self.tail: frozenset[str] | None = None

    def whole(self) -> Tree:
        pieces = list(PIECE.finditer(self.source))
        if pieces and pieces[0][4]:
            self.head = self._kinds(pieces.pop(0)[4])
        if pieces and pieces[-1][4]:
            self.tail = self._kinds(pieces.pop()[4])
        tree = self._parse(pieces)
        if tree.empty:
            raise self._wrong("it matches nothing at all; make one word of it obligatory")
        return tree

    @staticmethod
    def _kinds(names: str) -> frozenset[str]:
        return frozenset(kind for name in names.split("|") for kind in _KINDS.get(name, {name}))

    def _wrong(self, why: str) -> PluginError:
        return PluginError(f"date pattern “{self.source}”: {why}", "mend the row of the language")

    def _parse(self, pieces: list[re.Match[str]]) -> Tree:
        tree = self._choice(pieces)
        if pieces:
            raise self._wrong(f"unexpected {pieces[0].group()}")
        return tree

    def _choice(self, pieces: list[re.Match[str]]) -> Tree:
        options = [self._row(pieces)]
        while pieces and pieces[0][7] == "|":
            pieces.pop(0)
            options.append(self._row(pieces))
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _row(self, pieces: list[re.Match[str]]) -> Tree:
        items = []
        while pieces and pieces[0][7] not in ("|", ")"):
            item = self._atom(pieces.pop(0), pieces)
            if pieces and pieces[0][7] == "?":
                pieces.pop(0)
                item = Maybe(item)
            items.append(item)
        return items[0] if len(items) == 1 else Row(tuple(items))

    def _atom(self, piece: re.Match[str], rest: list[re.Match[str]]) -> Tree:
        label, name, shape, kind, word, escaped, sign = piece.groups()
        if name:
            self.slots.append((label or name, name))
            return Group(self._named(name))
        if shape:
            if shape not in self.words.language.shapes:
                raise self._wrong(f"no shape is called {shape}")
            return self._parse(list(PIECE.finditer(self.words.language.shapes[shape])))
        if kind:
            raise self._wrong("@kind stands at the beginning or the end")
        if sign == "(":
            inner = self._choice(rest)
            if not rest or rest.pop(0)[7] != ")":
                raise self._wrong("a bracket stays open")
            return inner
        return self._literal(self.words.plain(word or escaped or sign))

    def _literal(self, word: str) -> Tree:
        chars = self.words.charset(f"={word}")
        if not chars:
            raise self._wrong(f"no such word: {word}")
        return OneOf(chars)

    def _named(self, name: str) -> Tree:
        """A phrase or a word class; nothing inside it is captured."""
        if name not in self.words.known:
            phrase = self.words.language.phrases.get(name)
            tree = self._class(name) if phrase is None else _bare(Parser(self.words, phrase.pattern).whole())
            self.words.known[name] = tree
        return self.words.known[name]

    def _class(self, name: str) -> Tree:
        """Any surface of a class, those of several words first."""
        options: list[Tree] = [
            Row(tuple(OneOf(self.words.charset(f"={word}")) for word in surface))
            for surface in sorted(self.words.surfaces(name), key=len, reverse=True)
            if len(surface) > 1
        ]
        if chars := self.words.charset(name):
            options.append(OneOf(chars))
        if not options:
            raise self._wrong(f"no word class is called {name}")
        return options[0] if len(options) == 1 else Choice(tuple(options))


def _bare(tree: Tree) -> Tree:
    """The same without groups."""
    match tree:
        case Group():
            return _bare(tree.item)
        case Maybe():
            return Maybe(_bare(tree.item))
        case Row():
            return Row(tuple(map(_bare, tree.items)))
        case Choice():
            return Choice(tuple(map(_bare, tree.options)))
        case _:
            return tree


def seconds(tree: Tree, char: str) -> frozenset[str] | None:
    """The classes that may follow a first one; None where it may be the last."""
    rests = tree.rests(char)
    if any(rest.empty for rest in rests):
        return None
    return frozenset().union(*(rest.first for rest in rests)) if rests else frozenset()


Value = Callable[[Sequence[str]], Any]
