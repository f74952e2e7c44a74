"""A rule over classes, and what it matches: a `Node` knows which rule, how many tokens, and how they become a value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.dates.pattern import Ends
from briefing.dates.rule import Rule
from briefing.timex import Timex

REMEMBERED = 10_000  # values of a class: a bound of memory


class Values(dict[tuple[str, ...], Any]):
    """Tokens -> their value. Remembers what it has read, up to a bound: the words of a class, and numbers."""

    def __init__(self, read: Callable[[Sequence[str]], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, tokens: tuple[str, ...]) -> Any:
        value = self._read(tokens)
        if len(self) < REMEMBERED:
            self[tokens] = value
        return value


@dataclass(frozen=True, slots=True)
class Slot:
    """A group of a compiled pattern: its name for `means`, and how its tokens become a value."""

    group: int
    label: str
    values: Values


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """A rule over classes. `head` and `tail` are the kinds that `@kind` asks for, None where there is none; `ends` are the
    places of its pattern in the net of all rules."""

    rule: Rule
    order: int
    ends: Ends
    slots: tuple[Slot, ...]
    head: frozenset[str] | None
    tail: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Node:
    """A match over classes: which rule, how many tokens, which groups, and the matches inside it."""

    rule: Rule
    length: int
    order: int
    groups: tuple[tuple[Slot, int, int], ...]
    head: Node | None = None
    tail: Node | None = None
    tail_at: int = 0

    def meaning(self, tokens: Sequence[str], at: int) -> Timex | None:
        """The value of the tokens from `at`, None where the words turn out to be no date."""
        if self.rule.fits is not None and not self.rule.fits(tokens, at, at + self.length):
            return None
        parts = {slot.label: slot.values[tuple(tokens[at + a : at + b])] for slot, a, b in self.groups}
        if self.head is not None:
            parts["head"] = self.head.meaning(tokens, at)
            if parts["head"] is None:
                return None
        if self.tail is not None:
            parts["tail"] = self.tail.meaning(tokens, at + self.tail_at)
            if parts["tail"] is None:
                return None
        return self.rule.means(parts)
