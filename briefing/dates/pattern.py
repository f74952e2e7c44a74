"""Patterns in words -> patterns over classes: the small language in which rows are written (see `rule.py`).

A parsed pattern is a tree of five kinds of node. It lays itself out over the places of a net, in which all rules
of a language are followed at once, one class after the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.dates.rule import Language
from briefing.errors import PluginError

PIECE = re.compile(r"\{(?:(\w+):)?(\w+)\}|<([\w-]+)>|@([\w|]+)|(\w+)|\\(.)|(\S)")
_KINDS = {
    "date": frozenset({"day", "period"}),
    "year": frozenset({"period", "within"}),
    "near": frozenset({"day", "period"}),
}


@dataclass(frozen=True, slots=True)
class Ends:
    """Where a part of a pattern can begin and end: places of a Net."""

    first: tuple[int, ...]
    last: tuple[int, ...]


class Net:
    """The places of patterns (Glushkov): each takes one token of `chars`, then one of the places that `follow` it, the first
    that leads to an end. `group` is the number of the group that a place stands in, 0 for none."""

    def __init__(self) -> None:
        self.chars: list[str] = []
        self.follow: list[list[int]] = []
        self.group: list[int] = []

    def place(self, chars: str) -> int:
        self.chars.append(chars)
        self.follow.append([])
        self.group.append(0)
        return len(self.chars) - 1

    def walk(self, ends: Ends, shape: str, at: int) -> list[int]:
        """The places that the tokens of `shape` from `at` on take, one each, in the order of preference that a pattern has: what
        is optional is taken, of a choice the first that fits. Empty where nothing fits."""
        return self._onward(ends.first, ends, shape, at)

    def _onward(self, places: Iterable[int], ends: Ends, shape: str, at: int) -> list[int]:
        if at < len(shape):
            char = shape[at]
            for place in places:
                if char in self.chars[place]:
                    rest = self._onward(self.follow[place], ends, shape, at + 1)
                    if rest or place in ends.last:
                        return [place, *rest]
        return []


@dataclass(frozen=True)
class Tree:
    """A parsed pattern."""

    @property
    def empty(self) -> bool:
        """Whether it can match nothing."""
        return False

    def spread(self, net: Net) -> Ends:
        """Lays the pattern out over new places of a net."""
        raise NotImplementedError


@dataclass(frozen=True)
class OneOf(Tree):
    """One token of any of these classes."""

    chars: str

    def spread(self, net: Net) -> Ends:
        place = net.place(self.chars)
        return Ends((place,), (place,))


@dataclass(frozen=True)
class Row(Tree):
    """One after the other."""

    items: tuple[Tree, ...]

    @cached_property
    def empty(self) -> bool:
        return all(item.empty for item in self.items)

    def spread(self, net: Net) -> Ends:
        first: tuple[int, ...] = ()
        last: tuple[int, ...] = ()
        begun = False
        for item in self.items:
            ends = item.spread(net)
            for place in last:
                net.follow[place] += ends.first
            first = first if begun else first + ends.first
            last = last + ends.last if item.empty else ends.last
            begun = begun or not item.empty
        return Ends(first, last)


@dataclass(frozen=True)
class Choice(Tree):
    """Any of these; the first that fits."""

    options: tuple[Tree, ...]

    @cached_property
    def empty(self) -> bool:
        return any(option.empty for option in self.options)

    def spread(self, net: Net) -> Ends:
        every = [option.spread(net) for option in self.options]
        return Ends(
            tuple(place for ends in every for place in ends.first),
            tuple(place for ends in every for place in ends.last),
        )


@dataclass(frozen=True)
class Maybe(Tree):
    """One thing, or nothing."""

    item: Tree

    @property
    def empty(self) -> bool:
        return True

    def spread(self, net: Net) -> Ends:
        return self.item.spread(net)


@dataclass(frozen=True)
class Group(Tree):
    """Something whose tokens are asked for afterwards, by the number of the group (from 1)."""

    item: Tree
    number: int

    @property
    def empty(self) -> bool:
        return self.item.empty

    def spread(self, net: Net) -> Ends:
        before = len(net.chars)
        ends = self.item.spread(net)
        net.group[before:] = [self.number] * (len(net.chars) - before)
        return ends


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
        if all(isinstance(option, OneOf) for option in options):
            return OneOf("".join(option.chars for option in options if isinstance(option, OneOf)))
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
            return Group(self._named(name), len(self.slots))
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
